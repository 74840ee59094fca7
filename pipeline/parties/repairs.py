"""Mentions that the NER missed or mislabelled where the words around leave no doubt."""

import regex

from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.places import is_known
from pipeline.parties.units import Mention, Reading

_NAME = r"(?:\p{Lu}[\p{L}'-]+|bin|bint|ibn|de|van|ould)"
_NOUN_BEFORE = regex.compile(r"(?<!\p{L})(\p{L}{3,}) $")
_TITLED = regex.compile(
    r"\b(?:(?:H\.E|His Excellency|Her Excellency|Dr|Mr|Mrs|Ms|Eng|Prof|Sheikh|Sheikha|Sayyid)\.? ){1,3}"
    rf"(?P<name>\p{{Lu}}[\p{{L}}'-]+(?: {_NAME}){{0,5}})"
)
_PLACED = regex.compile(r"\b(?:in|at|from|near|to) (?P<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})")
_PLACED_AR = regex.compile(r"(?<!\p{L})(?:في|الي|من|مدينة|بمدينة|العاصمة) (?P<name>\p{L}{3,}(?: \p{L}{2,}){0,2})")


def repair(readings: list[Reading]) -> None:
    """Adds persons behind titles and known places behind prepositions; companies taken for persons or places are mended."""
    full = {m.text for reading in readings for m in reading.mentions if m.kind == "person" and " " in m.text}
    for reading in readings:
        if reading.lang == "en":
            _add_long_forms(reading)
        for mention in list(reading.mentions):
            _mend_company(mention, reading, full)
            if reading.lang == "ar":
                _take_noun(mention, reading)
            else:
                _take_following(mention, reading)
        if reading.lang == "en":
            _add_titled(reading)
        _add_places(reading, _PLACED if reading.lang == "en" else _PLACED_AR)


_ACRONYM = regex.compile(
    r"(?P<long>(?:\p{Lu}[\p{L}&'-]*|of|for|and|the|in|on|de|du|des)(?: (?:\p{Lu}[\p{L}&'-]*|of|for|and|the|in|on|de|du|des)){1,11}) \((?P<short>\p{Lu}[\p{L}]{1,9})\)"
)


def _add_long_forms(reading: Reading) -> None:
    """Adds the organisation whose initials stand in brackets after it: National Company for Mechanical Systems (NCMS)."""
    for match in _ACRONYM.finditer(reading.text):
        words = match["long"].split(" ")
        count = _initialled(words, match["short"])
        if count < 2 or words[-1].lower() in english.NOT_PARTIES:
            continue
        start, end = match.end("long") - len(" ".join(words[-count:])), match.end("long")
        inside = [m for m in reading.mentions if m.start < end and start < m.end]
        if all(start <= m.start and m.end <= end and m.kind != "person" for m in inside) and not any(
            m.code for m in inside if m.kind == "organization"
        ):
            for mention in inside:
                reading.mentions.remove(mention)
            reading.add("organization", start, end, "parties.acronym")


def _initialled(words: list[str], acronym: str) -> int:
    """How many of the last words an acronym abbreviates, letter by letter in order; 0 where it does not."""
    letters = list(acronym.lower())
    for count, word in enumerate(reversed(words), 1):
        initial = word[0].lower()
        if letters and initial == letters[-1]:
            letters.pop()
        elif word[0].isupper():
            return 0
        if not letters and word[0].isupper():
            return count
    return 0


def _add_titled(reading: Reading) -> None:
    for match in _TITLED.finditer(reading.text):
        start, end = match.span("name")
        words = match["name"].lower().split()
        if reading.free(start, end) and not any(w in english.HEADS or w in english.ORGANISATION_WORDS for w in words):
            reading.add("person", start, end, "parties.titled")


def _add_places(reading: Reading, pattern: "regex.Pattern[str]") -> None:
    for match in pattern.finditer(reading.text, overlapped=True):
        start = match.start("name")
        words = match["name"].split()
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if is_known(name) and not (
                start + len(name) < len(reading.text) and _goes_on(reading.text, start + len(name))
            ):
                if reading.free(start, start + len(name)):
                    reading.add("place", start, start + len(name), "parties.gazetteer")
                break


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows, so that the place may begin a longer name: London Stock Exchange."""
    return text[end] in "-'" or (text[end] == " " and text[end + 1 : end + 2].isupper())


def _mend_company(mention: Mention, reading: Reading, full_names: set[str]) -> None:
    """ "Malaysia's Bernama", "the developer Alef", شركة فالي are companies, whatever the NER says."""
    if mention.kind not in ("person", "place") or is_known(mention.text):
        return
    before = reading.text[max(0, mention.start - 40) : mention.start]
    words = before.split()
    single = " " not in mention.text and not any(mention.text in name for name in full_names)
    owner = any(m.kind == "country" and reading.text[m.end : mention.start] == "'s " for m in reading.mentions)
    if (
        (owner and single)
        or (owner and mention.kind == "place")
        or (words and before.endswith(" ") and words[-1] in english.COMPANY_NOUNS_BEFORE)
        or (
            words
            and before.endswith((" ", ' "'))
            and mention.lang == "ar"
            and _is_company_noun(words[-1].strip('"') or words[-2:-1])
        )
    ):
        mention.kind = "organization"


_FOLLOWING = regex.compile(r"(?: \p{Lu}[\p{L}&'-]+){1,4}")


def _take_following(mention: Mention, reading: Reading) -> None:
    """Takes the capitalised words after a place into the name: Wadi Araba Minerals is a company, Safaga Port a site, and the
    Paris Agreement neither party nor place."""
    match = _FOLLOWING.match(reading.text, mention.end) if mention.kind in ("place", "country") else None
    if not match or not reading.free(match.start(), match.end()):
        return
    words = match.group().lower().split()
    if words[0] in english.HEADS | english.MODIFIERS | english.TITLES | english.MONTHS:
        return
    is_site = words[-1] in english.SITES and mention.kind == "place"
    if is_site or words[-1] in english.BODIES_OF_PLACES or words[-1] in english.NOT_PARTIES:
        reading.mentions.remove(mention)
        if words[-1] not in english.NOT_PARTIES or is_site:
            reading.add("place" if is_site else "organization", mention.start, match.end(), mention.rule)


def _take_noun(mention: Mention, reading: Reading) -> None:
    """Takes the noun of a site or body into the name: ميناء ينبع is a place, جامعة البصرة an organisation."""
    before = _NOUN_BEFORE.search(reading.text, 0, mention.start)
    if mention.kind == "person" or not before:
        return
    for skip, noun in unprefixed(before[1]):
        is_site = noun in arabic.SITES and (mention.kind == "place" or noun in arabic.SITES_OF_BODIES)
        is_body = noun in arabic.BODIES_OF_PLACES and mention.kind in ("place", "country")
        start = before.start(1) + skip
        if (is_site or is_body) and reading.free(start, mention.start):
            reading.mentions.remove(mention)
            reading.add("place" if is_site else "organization", start, mention.end, mention.rule)
            return


def _is_company_noun(word: object) -> bool:
    return isinstance(word, str) and word.removeprefix("و").removeprefix("ل").removeprefix("ب") in arabic.COMPANY_NOUNS

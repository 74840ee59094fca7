"""Mentions that the NER missed where the words around leave no doubt."""

from itertools import chain

import regex

from pipeline.parties import english
from pipeline.parties.names import names_instrument
from pipeline.parties.places import is_known
from pipeline.parties.units import Reading

_NAME = r"(?:\p{Lu}[\p{L}'-]+|(?:bin|bint|ibn|de|van|ould)\b)"
_TITLED = regex.compile(
    r"\b(?:(?:H\.E|His Excellency|Her Excellency|Dr|Mr|Mrs|Ms|Eng|Prof|Sheikh|Sheikha|Sayyid)\.? ){1,3}"
    rf"(?P<name>\p{{Lu}}[\p{{L}}'-]+(?: {_NAME}){{0,5}})"
)
_CITY_AND_COUNTRY = regex.compile(r"(?P<name>\p{L}[\p{L}'-]+(?: \p{L}[\p{L}'-]+){0,2})[,،] ")
_DATELINE = regex.compile(r"(?P<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})(?=, | \(| -|:)")
_DATELINE_AR = regex.compile(r"(?P<name>\p{L}{3,}(?: \p{L}{2,}){0,2}?)(?= \d| في \d| \(| -|،| /|:)")
_PLACED = regex.compile(r"\b(?:in|at|from|near|to) (?P<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})")
_PLACED_AR = regex.compile(r"(?<!\p{L})(?:في|الي|من|مدينة|بمدينة|العاصمة) (?P<name>\p{L}{3,}(?: \p{L}{2,}){0,2})")


def add_missed(readings: list[Reading]) -> None:
    """Adds organisations before their acronyms, persons behind titles, and known places behind prepositions."""
    for reading in readings:
        if reading.lang == "en":
            _add_long_forms(reading)
            _add_titled(reading)
            _add_other_sides(reading)
        else:
            _add_sites(reading)
        _add_places(reading, _PLACED if reading.lang == "en" else _PLACED_AR)


_ACRONYM = regex.compile(
    r"(?P<long>(?:\p{Lu}[\p{L}&'-]*|of|for|and|the|in|on|de|du|des)(?: (?:\p{Lu}[\p{L}&'-]*|of|for|and|the|in|on|de|du|des)){1,11}) \((?P<short>\p{Lu}[\p{L}]{1,9})\)"
)


def _add_long_forms(reading: Reading) -> None:
    """Adds the organisation whose initials stand in brackets after it: National Company for Mechanical Systems (NCMS)."""
    for match in _ACRONYM.finditer(reading.text):
        words = match["long"].split(" ")
        count = _initialled(words, match["short"])
        if count < 2 or words[-1].lower() in english.NOT_PARTIES or names_instrument(words[-count:]):
            continue
        if _is_concept(words[-count:]):
            continue
        start, end = match.end("long") - len(" ".join(words[-count:])), match.end("long")
        inside = [m for m in reading.mentions if m.start < end and start < m.end]
        if all(start <= m.start and m.end <= end and m.kind != "person" for m in inside) and not any(
            m.code and (m.kind == "organization" or (m.start, m.end) == (start, end)) for m in inside
        ):
            for mention in inside:
                reading.mentions.remove(mention)
            reading.add("organization", start, end, "parties.acronym")


def _is_concept(words: list[str]) -> bool:
    """Whether words with an acronym name a thing and no body: Consumer Price Index, Local Government Area, Foreign Direct Investment."""
    low = {word.lower() for word in words}
    return words[-1].lower().rstrip("s") in english.CONCEPTS and not low & english.ORGANISATION_WORDS


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


_OTHER_SIDE = regex.compile(
    r"(?: \([^()]{2,30}\))? and (?:the )?(?P<name>\p{Lu}[\p{L}&'-]+(?: (?:of |for )?\p{Lu}[\p{L}&'-]+){0,4})(?= (?:on|for|to|in)\b|[,;.]|$)"
)
_BETWEEN = regex.compile(r"\b[Bb]etween (?:the )?$")


def _add_other_sides(reading: Reading) -> None:
    """Adds the side that stands in one breath with a body: "an agreement between the Export Bank and Agromir for a plant"."""
    for body in [m for m in reading.mentions if m.kind == "organization"]:
        match = _OTHER_SIDE.match(reading.text, body.end)
        if match is None or not _BETWEEN.search(reading.text[max(0, body.start - 14) : body.start]):
            continue
        if reading.free(*match.span("name")) and not is_known(match["name"]):
            reading.add("organization", *match.span("name"), "parties.other_side")


def add_datelines(readings: list[Reading]) -> None:
    """Adds the known place at the head of a dateline: "CAIRO, May 5 (MENA) --", أبوظبي في 18 مارس."""
    for reading in readings[:6]:
        home = _CITY_AND_COUNTRY.match(reading.text)
        if home and any(m.start == home.end() and m.kind == "country" for m in reading.mentions):
            if reading.free(*home.span("name")):
                reading.add("place", *home.span("name"), "parties.dateline")
            continue
        match = (_DATELINE if reading.lang == "en" else _DATELINE_AR).match(reading.text)
        if match and is_known(match["name"]) and reading.free(*match.span("name")):
            reading.add("place", *match.span("name"), "parties.dateline")


def _add_titled(reading: Reading) -> None:
    for match in _TITLED.finditer(reading.text):
        start, end = match.span("name")
        words = match["name"].lower().split()
        if reading.free(start, end) and not any(w in english.HEADS or w in english.ORGANISATION_WORDS for w in words):
            reading.add("person", start, end, "parties.titled")


_ROYAL_SITE = regex.compile(
    r"(?<!\p{L})[وبل]?(?P<name>(?:قاعدة|مطار|ميناء|جسر|استاد|ملعب|طريق) (?:الملك|الامير|الشيخ|السلطان) \p{L}+(?: بن \p{L}+)?"
    r"(?: (?:الدولي|الجوية|البحرية|الاقتصادية))?)"
)


_LOCATED = regex.compile(
    r"(?<!\p{L})(?:في|بلدة|قرية) (?P<name>\p{L}{3,}) (?:(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|قرب) (?=\p{L})"
    r"|(?:بمحافظة|بولاية|بمنطقة|بريف|بامارة|بجهة) )"
)


def _add_sites(reading: Reading) -> None:
    """Adds sites named after rulers (قاعدة الملك فيصل البحرية) and towns told by where they lie (في ملهم شمال الرياض)."""
    for match in chain(_ROYAL_SITE.finditer(reading.text), _LOCATED.finditer(reading.text)):
        start, end = match.span("name")
        if reading.free(start, end):
            reading.add("place", start, end, "parties.site")


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

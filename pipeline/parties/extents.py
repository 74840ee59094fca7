"""Names that go on where the NER stops: the noun of a site before, capitalised words or a site's noun after."""

import regex

from pipeline.countries import find_countries
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.boundaries import site_end
from pipeline.parties.places import is_known
from pipeline.parties.units import Kind, Mention, Reading

_NOUN_BEFORE = regex.compile(r"(?<!\p{L})(\p{L}{3,}) $")
_FOLLOWING = regex.compile(r"(?: \p{Lu}[\p{L}&'-]+){1,4}")
_NEXT_WORD = regex.compile(r" (و?ال\p{L}{3,})(?!\p{L})")
_SITE_AFTER = regex.compile(
    r" (?:port|crossing|airport|campus|refinery|dam|oilfield|gas field|power (?:station|plant)|terminal)\b"
)


def extend_names(readings: list[Reading]) -> None:
    """Takes into names of places, and of persons that bodies bear, the words that belong to them."""
    for reading in readings:
        _join_halves(reading, "person")
        if reading.lang == "ar":
            _join_halves(reading, "place")
        for mention in list(reading.mentions):
            if reading.lang == "ar":
                _take_noun(mention, reading)
                _take_portfolios(mention, reading)
            elif mention.kind == "person":
                _take_body(mention, reading)
            else:
                _take_following(mention, reading)


_PARTICLES = frozenset(" bin | bint | ibn | ben | ould | al- | el- | بن | ابن | بنت | ال | ولد | ".split("|"))


def _join_halves(reading: Reading, kind: Kind) -> None:
    """Joins the halves of one name: "Al Mayassa" bint "Hamad bin Khalifa", محجوب and بشرى side by side, بونتا كانا."""
    named = sorted((m for m in reading.mentions if m.kind == kind), key=lambda m: m.start)
    halves = named[:1]
    for second in named[1:]:
        gap = reading.text[halves[-1].end : second.start]
        whole = kind == "place" and (is_known(halves[-1].text) or is_known(second.text))
        if gap not in _PARTICLES or whole:
            _join(reading, halves, kind)
            halves = []
        halves.append(second)
    _join(reading, halves, kind)


def _join(reading: Reading, halves: list[Mention], kind: Kind) -> None:
    if len(halves) > 1:
        _replace(reading, halves, kind, halves[0].start, halves[-1].end)


def _replace(reading: Reading, old: list[Mention], kind: Kind, start: int, end: int) -> None:
    for mention in old:
        reading.mentions.remove(mention)
    reading.add(kind, start, end, old[0].rule)


def _take_following(mention: Mention, reading: Reading) -> None:
    """Takes in what follows a place: Wadi Araba Minerals is a company, Safaga Port and Abu Amama port are sites, and the
    Paris Agreement is neither party nor place."""
    if mention.kind not in ("place", "country"):
        return
    site = _SITE_AFTER.match(reading.text, mention.end) if mention.kind == "place" else None
    if site and reading.free(site.start(), site.end()):
        _replace(reading, [mention], "place", mention.start, site.end())
        return
    match = _FOLLOWING.match(reading.text, mention.end)
    words = match.group().lower().split() if match and reading.free(match.start(), match.end()) else []
    if not match or not words or words[0] in english.HEADS | english.MODIFIERS | english.TITLES | english.MONTHS:
        return
    if words[-1] in english.SITES and mention.kind == "place":
        _replace(reading, [mention], "place", mention.start, match.end())
    elif words[-1] in english.NOT_PARTIES:
        reading.mentions.remove(mention)
    elif words[-1] in english.BODIES_OF_PLACES:
        _replace(reading, [mention], "organization", mention.start, match.end())


def _take_body(mention: Mention, reading: Reading) -> None:
    """Joins a person's name with the body that bears it: Sultan Sharif Ali Islamic University."""
    for other in reading.mentions:
        if other.start == mention.end + 1 and other.kind == "organization" and reading.text[mention.end] == " ":
            if any(word in english.BODIES_OF_PERSONS for word in other.text.lower().split()):
                _replace(reading, [other, mention], "organization", mention.start, other.end)
            return
    match = _FOLLOWING.match(reading.text, mention.end)
    if match and match.group().lower().split()[-1] in english.BODIES_OF_PERSONS and reading.free(*match.span()):
        _replace(reading, [mention], "organization", mention.start, match.end())


def _take_noun(mention: Mention, reading: Reading) -> None:
    """Takes the noun of a site or body into the name: ميناء ينبع is a place, جامعة البصرة an organisation."""
    before = _NOUN_BEFORE.search(reading.text, max(0, mention.start - 20), mention.start)
    if mention.kind == "person" or not before:
        return
    for skip, noun in unprefixed(before[1]):
        is_site = noun in arabic.SITES and (mention.kind == "place" or noun in arabic.SITES_OF_BODIES)
        bodies = arabic.COMPANY_NOUNS if mention.kind == "organization" else arabic.BODIES_OF_PLACES
        start = before.start(1) + skip
        if (is_site or noun in bodies) and reading.free(start, mention.start):
            end = site_end(reading.text, start, mention.end) if is_site else mention.end
            end = end if reading.free(mention.end, end) else mention.end
            _replace(reading, [mention], "place" if is_site else "organization", start, end)
            return


def _take_portfolios(mention: Mention, reading: Reading) -> None:
    """Takes in all that an Arabic ministry is of: وزارة الإدماج [الاقتصادي والمقاولة الصغرى والتشغيل]."""
    if mention.kind != "organization" or not mention.text.startswith(arabic.MINISTRY + " ال"):
        return
    end, last = mention.end, mention.end
    for word in _NEXT_WORD.finditer(reading.text, mention.end):
        joined = word[1].startswith("و")
        noun = word[1].removeprefix("و").removeprefix("ال")
        if word.start() != last or not (joined or noun.endswith(("ية", "ي"))) or noun in arabic.NOT_PORTFOLIOS:
            break
        if any(found.start == 0 for found in find_countries("ال" + noun, "ar")):
            break
        last = word.end()
        end = last if joined or end > mention.end else end
    inner = [m for m in reading.mentions if mention.end <= m.start and m.end <= end and m.kind != "person"]
    if end > mention.end and not any(m.start < end < m.end for m in reading.mentions):
        _replace(reading, [mention, *inner], "organization", mention.start, end)

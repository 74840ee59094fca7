"""Mentions of an article: those of the NER, repaired, and the countries and blocs of the gazetteers."""

from collections import Counter

import regex

from pipeline.countries import country_named, find_blocs, find_countries
from pipeline.document import Document, Passage
from pipeline.findings import Entity, Lang
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.places import city_candidates, is_region
from pipeline.parties.units import Kind, Reading
from pipeline.text import fold

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_WORD = regex.compile(r"[^\s\"'()\[\]،,]+")
_NOUN_BEFORE = regex.compile(r"([\u0621-\u064a]+) $")
_AMMAN = "عمان"
_OPENERS = {'"': '"', ")": "(", "]": "["}


def read_mentions(document: Document, entities: list[Entity]) -> list[Reading]:
    """One reading per passage, with the mentions of countries, blocs and entities in it."""
    readings = [_read_passage(passage, entities) for passage in document.passages]
    _settle_amman(document, readings)
    _settle_kinds(readings)
    for reading in readings:
        reading.mentions.sort(key=lambda mention: mention.start)
    return readings


def _read_passage(passage: Passage, entities: list[Entity]) -> Reading:
    reading = Reading(passage, passage.match.text)
    inside = [entity for entity in entities if passage.span.contains(entity.span)]
    countries = find_countries(reading.text, passage.lang)
    reading.adjectives = [mention for mention in countries if mention.adjective]
    adjectives = {(mention.start, mention.end) for mention in reading.adjectives}
    names = [mention for mention in countries if not mention.adjective]
    for entity in inside:
        start, end = passage.match.locate(entity.span.start), passage.match.locate(entity.span.end)
        start, end = _trimmed(reading.text, start, end, entity.label, passage.lang)
        if (
            start >= end
            or (start, end) in adjectives
            or _is_dropped(reading.text, start, end, entity.label, passage.lang)
        ):
            continue
        if any(n.start <= start and end <= n.end for n in names):
            continue  # the country itself, or a part of its name
        if (
            entity.label == "LOC"
            and any(n.start < end and start < n.end for n in names)
            and _only_country(reading, start, end)
        ):
            continue
        if not reading.free(start, end):
            continue
        code = country_named(reading.text[start:end], passage.lang) if entity.label == "LOC" else None
        if code:
            reading.add("country", start, end, f"entities.{entity.rule}", code)
        else:
            reading.add(_KINDS[entity.label], start, end, f"entities.{entity.rule}")
    for name in names:
        if reading.free(name.start, name.end):
            reading.add("country", name.start, name.end, "parties.country", name.code)
    _add_blocs(reading)
    return reading


def _add_blocs(reading: Reading) -> None:
    """Marks blocs among the organisations; adds those whose name is more than an acronym where no mention stands."""
    for bloc in find_blocs(reading.text, reading.lang):
        inside = [m for m in reading.mentions if m.start < bloc.end and bloc.start < m.end]
        if len(inside) == 1 and inside[0].start >= bloc.start and inside[0].end <= bloc.end:
            reading.mentions.remove(inside[0])
            reading.add("organization", bloc.start, bloc.end, "parties.bloc", bloc.key)
        elif not inside and " " in reading.text[bloc.start : bloc.end]:
            reading.add("organization", bloc.start, bloc.end, "parties.bloc", bloc.key)


def _trimmed(text: str, start: int, end: int, label: str, lang: Lang) -> tuple[int, int]:
    """The mention without signs that do not pair, titles, the English article and possessive."""
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        if text[start] in " .,،:;-/)]}*•" or (text[start] in "\"'([" and not _closes(text, start, end)):
            start += 1
        elif text[end - 1] in " ,،:;-/([{*" or (text[end - 1] in "\")]'" and not _opens(text, start, end)):
            end -= 1
        elif text[start] == '"' and text[end - 1] == '"' and text.count('"', start, end) == 2:
            start, end = start + 1, end - 1
        elif lang == "en":
            start, end = _trimmed_english(text, start, end, label)
        else:
            start, end = _trimmed_arabic(text, start, end, label)
    return (_with_company_noun(text, start), end) if label == "ORG" and lang == "ar" and start < end else (start, end)


def _with_company_noun(text: str, start: int) -> int:
    """Start of an Arabic name with the noun that belongs to it: لشركة هيونداي is شركة هيونداي."""
    before = _NOUN_BEFORE.search(text[max(0, start - 16) : start])
    if not before:
        return start
    for skip, noun in unprefixed(before[1]):
        if noun in arabic.COMPANY_HEADS:
            return start - len(before[0]) + skip
    return start


def _closes(text: str, start: int, end: int) -> bool:
    closer = {'"': '"', "(": ")", "[": "]", "'": "'"}[text[start]]
    return closer in text[start + 1 : end]


def _opens(text: str, start: int, end: int) -> bool:
    opener = _OPENERS.get(text[end - 1], "'")
    return opener in text[start : end - 1]


def _trimmed_english(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    words = text[start:end].split(" ")
    if text[start:end].endswith("'s"):
        return start, end - 2
    if text[end - 1] == "." and not regex.search(
        r"(?:\b\p{L}\.\p{L}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|S\.A|L\.L\.C))\.$", text[start:end]
    ):
        return start, end - 1
    first = words[0].lower()
    if len(words) > 1 and first == "the":
        return start + 4, end
    if (
        label == "PER"
        and len(words) > 1
        and (first.rstrip(".,") in english.TITLES or first in english.TITLES or first in english.OFFICES_BEFORE_NAMES)
    ):
        return start + len(words[0]) + 1, end
    return start, end


def _trimmed_arabic(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    words = text[start:end].split(" ")
    first = words[0]
    if text[end - 1] == ".":
        return start, end - 1
    if label == "PER" and len(words) > 1 and (first.rstrip("./") in arabic.TITLES or first in arabic.OFFICE_TITLES):
        return start + len(first) + 1, end
    return start, end


def _is_dropped(text: str, start: int, end: int, label: str, lang: Lang) -> bool:
    """Events, domains of an office ("Minister of Foreign Affairs"), and mentions without a letter."""
    name = text[start:end]
    if len(name) < 2 or not any(c.isalpha() for c in name):
        return True
    words = name.split()
    if label == "ORG":
        if lang == "en":
            return words[-1].lower() in english.EVENT_WORDS or _is_domain_english(text, start, words)
        return words[0] in arabic.EVENT_WORDS or _is_domain_arabic(text, start, words)
    return False


_MINISTER_OF = regex.compile(r"(?i:ministers? (?:of state )?(?:of|for) (?:the )?|secretary (?:of|for) (?:the )?)$")


def _is_domain_english(text: str, start: int, words: list[str]) -> bool:
    return bool(_MINISTER_OF.search(text[max(0, start - 32) : start])) and not any(
        word.lower() in english.ORGANISATION_WORDS for word in words
    )


def _is_domain_arabic(text: str, start: int, words: list[str]) -> bool:
    before = text[max(0, start - 24) : start].split()
    if not before or not text[start - 1].isspace():
        return False
    heads = {word for _, word in unprefixed(before[-1])}
    if " ".join(words) in arabic.OFFICE_BODIES:
        return bool(heads & arabic.HEADS)
    return bool(heads & arabic.MINISTER_HEADS) and words[0] not in arabic.INSTITUTIONS


def _only_country(reading: Reading, start: int, end: int) -> bool:
    """Whether a location that overlaps a country's name holds no more than it and words of no account."""
    rest = reading.text[start:end]
    for mention in find_countries(rest, reading.lang):
        if not mention.adjective:
            rest = rest.replace(reading.text[start:end][mention.start : mention.end], " ")
    words = [word for word in _WORD.findall(rest) if word.lower() not in ("the", "و", "و/", "and", "ل", "ب")]
    return not words


def _settle_amman(document: Document, readings: list[Reading]) -> None:
    """Decides for each bare عمان whether it is Oman or Jordan's capital: by its vowels, else by what else is spoken of."""
    codes = {m.code for r in readings for m in r.mentions if m.kind == "country" and m.text != _AMMAN}
    codes |= {a.code for reading in readings for a in reading.adjectives}
    oman = "OM" in codes or "JO" not in codes
    for reading in readings:
        for mention in reading.mentions:
            if mention.text == _AMMAN and mention.kind in ("country", "place"):
                vowelled = document.text[mention.span.start : mention.span.end]
                is_oman = vowelled.startswith("عُ") or ("مّ" not in vowelled and oman)
                mention.kind, mention.code = ("country", "OM") if is_oman else ("place", None)


def _settle_kinds(readings: list[Reading]) -> None:
    """One kind for all mentions with the same words: the one most of them have; cities and regions are places."""
    votes: dict[str, Counter[Kind]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind != "country":
                votes.setdefault(fold(mention.text), Counter())[mention.kind] += 1
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind == "country" or mention.code:
                continue
            mention.kind = _majority(votes[fold(mention.text)], fold(mention.text))


def _majority(votes: Counter[Kind], name: str) -> Kind:
    if is_region(name):
        return "place"
    best = max(votes.values())
    leading = [kind for kind in votes if votes[kind] == best]
    if "place" in leading and (len(leading) == 1 or city_candidates(name)):
        return "place"
    return next(kind for kind in ("organization", "person", "place") if kind in leading)

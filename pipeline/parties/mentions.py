"""Mentions of an article: those of the NER, repaired, and the countries and blocs of the gazetteers."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

import regex

from pipeline.countries import CountryMention, country_named, find_blocs, find_countries
from pipeline.document import Document, Passage
from pipeline.findings import Entity, Span
from pipeline.parties import arabic
from pipeline.parties.boundaries import split_names, trimmed
from pipeline.parties.extents import extend_names
from pipeline.parties.fitness import drop_departments, drop_other_acronyms, drop_reporters, drop_sources, is_unfit
from pipeline.parties.kinds import settle_amman, settle_kinds
from pipeline.parties.missed import add_datelines, add_missed
from pipeline.parties.objections import drop_objected
from pipeline.parties.units import Kind, Reading

_DATELINE = 4  # characters before the place that opens a dateline
_WINDOW = 6000  # characters that are read at once
_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_WORD = regex.compile(r"[^\s\"'()\[\]،,]+")


def read_mentions(document: Document, entities: list[Entity]) -> list[Reading]:
    """One reading per passage, with the mentions of countries, blocs and entities in it."""
    ordered = sorted(entities, key=lambda entity: entity.span)
    starts = [entity.span.start for entity in ordered]
    readings = [
        _read_passage(window, ordered[bisect_left(starts, window.span.start) : bisect_left(starts, window.span.end)])
        for passage in document.passages
        for window in _windows(passage)
    ]
    settle_amman(document, readings)
    settle_kinds(readings)
    add_datelines(readings)
    drop_other_acronyms(readings)
    drop_sources(readings)
    drop_reporters(readings)
    drop_departments(readings)
    drop_objected(readings)
    extend_names(readings)
    add_missed(readings)
    for reading in readings:
        reading.mentions.sort(key=lambda mention: mention.start)
    return readings


def _windows(passage: Passage) -> Iterator[Passage]:
    """The passage in pieces that a reader takes in at once, cut between sentences: a file may be one line of megabytes."""
    start, stop = passage.span
    if stop - start <= _WINDOW:
        yield passage
        return
    for sentence in passage.sentences:
        if sentence.end - start > _WINDOW and sentence.start > start:
            yield replace(passage, span=Span(start, sentence.start))
            start = sentence.start
        while sentence.end - start > _WINDOW:
            cut = passage.source.rfind(" ", start, start + _WINDOW)
            cut = cut if cut > start else start + _WINDOW
            yield replace(passage, span=Span(start, cut))
            start = cut
    if start < stop:
        yield replace(passage, span=Span(start, stop))


def _read_passage(passage: Passage, entities: list[Entity]) -> Reading:
    reading = Reading(passage, passage.match.text)
    countries = find_countries(reading.text, passage.lang)
    reading.adjectives = [mention for mention in countries if mention.adjective]
    names = [
        _with_state(mention, reading.text)
        for mention in countries
        if not mention.adjective or _is_state(mention, reading.text)
    ]
    reading.adjectives = [mention for mention in reading.adjectives if not _is_state(mention, reading.text)]
    for entity in entities:
        if passage.span.contains(entity.span):
            start, end = passage.match.locate(entity.span.start), passage.match.locate(entity.span.end)
            for first, last in split_names(reading.text, start, end, entity.label, passage.lang):
                opens = first < last < end and first < _DATELINE and reading.text.startswith(" -", last)
                _add_entity(reading, first, last, replace(entity, label="LOC") if opens else entity, names)
    for name in names:
        if reading.free(name.start, name.end):
            reading.add("country", name.start, name.end, "parties.country", name.code)
    _add_blocs(reading)
    return reading


_STATE = "الدولة "


def _is_state(mention: CountryMention, text: str) -> bool:
    """Whether a nationality makes a name of the country: الدولة اللبنانية is Lebanon."""
    if not mention.adjective or not text.endswith(_STATE, 0, mention.start):
        return False
    before = text[: mention.start - len(_STATE)].rsplit(maxsplit=1)[-1:]
    return not any({word, word[1:]} & arabic.HEADS for word in before)  # وزيرة الدولة الألمانية


def _with_state(mention: CountryMention, text: str) -> CountryMention:
    return replace(mention, start=mention.start - len(_STATE), adjective=False) if _is_state(mention, text) else mention


def _add_entity(reading: Reading, start: int, end: int, entity: Entity, countries: list[CountryMention]) -> None:
    """Adds a mention of the NER, trimmed, unless it is a country, part of one, an adjective or no party at all."""
    start, end = trimmed(reading.text, start, end, entity.label, reading.lang)
    if start >= end or is_unfit(reading.text, start, end, entity.label, reading.lang):
        return
    if any(a.start <= start and end <= a.end for a in reading.adjectives) or not reading.free(start, end):
        return
    if any(c.start <= start and end <= c.end for c in countries):
        return
    if entity.label == "LOC":
        touches = any(c.start < end and start < c.end for c in countries)
        if touches and _only_country(reading, start, end):
            return
        if code := country_named(reading.text[start:end], reading.lang):
            reading.add("country", start, end, f"entities.{entity.rule}", code)
            return
    reading.add(_KINDS[entity.label], start, end, f"entities.{entity.rule}")


def _add_blocs(reading: Reading) -> None:
    """Marks blocs among the organisations; adds those whose name is more than an acronym where no mention stands."""
    for bloc in find_blocs(reading.text, reading.lang):
        inside = [m for m in reading.mentions if m.start < bloc.end and bloc.start < m.end]
        if len(inside) == 1 and inside[0].start >= bloc.start and inside[0].end <= bloc.end:
            reading.mentions.remove(inside[0])
            reading.add("organization", bloc.start, bloc.end, "parties.bloc", bloc.key)
        elif not inside and " " in reading.text[bloc.start : bloc.end]:
            reading.add("organization", bloc.start, bloc.end, "parties.bloc", bloc.key)


def _only_country(reading: Reading, start: int, end: int) -> bool:
    """Whether a location that overlaps a country's name holds no more than it and words of no account."""
    rest = reading.text[start:end]
    for mention in find_countries(rest, reading.lang):
        if not mention.adjective:
            rest = rest.replace(reading.text[start:end][mention.start : mention.end], " ")
    words = [word for word in _WORD.findall(rest) if word.lower() not in ("the", "و", "و/", "and", "ل", "ب")]
    return not words

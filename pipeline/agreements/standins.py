"""Words that stand for a party named elsewhere: "the ministry", "the company", الهيئة, "the Moroccan government"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.agreements.mentions import GRAMMARS
from pipeline.agreements.reading import Placed, Reading
from pipeline.countries import country_named, find_countries
from pipeline.findings import Lang, PartyFinding
from pipeline.text import fold, normalise

_MEMORY = 40
_HONORIFIC = regex.compile(
    r"(?<!\w)[وف]?(?:سموه|معاليه|معاليها|فخامته|جلالته|سعادته|دولته)(?!\w)|(?<!\w)(?:His Highness|His Excellency)(?= (?:also )?(?:signed|exchanged|concluded))"
)
_GOVERNMENT: dict[Lang, "regex.Pattern[str]"] = {
    "en": regex.compile(r"(?<!\w)[Tt]he ((?:[A-Z][\w-]+ ){1,2})(?:government|authorities)(?!\w)"),
    "ar": regex.compile(
        r"(?<!\w)(?:[وف]?[بل]?(?:ال)?(?:حكومة|حكومتين|حكومتان|سلطات)|(?<=(?:مع|بين) )ال(?:جانب|جانبين|طرف|طرفين)) (ال\w+(?: وال\w+)?)(?!\w)"
    ),
}
_BARE_GOVERNMENT: dict[Lang, "regex.Pattern[str]"] = {
    "en": regex.compile(r"(?<!\w)[Tt]he government(?!\w)(?! of)"),
    "ar": regex.compile(r"(?!)"),
}


def with_standins(readings: Sequence[Reading], everyone: Sequence[PartyFinding]) -> list[Reading]:
    """The readings with such words placed as mentions of the party that they mean, so that rules find them."""
    codes = {code: party for party in everyone if party.kind == "country" and (code := _code(party))}
    done, seen = list[Reading](), list[PartyFinding]()
    for reading in readings:
        extra = [*_bodies(reading, seen), *_governments(reading, codes, seen), *_honorifics(reading, done)]
        extra += _capitals(reading, codes)
        seen = [*seen[-_MEMORY:], *(placed.item for placed in reading.parties)]
        placed = tuple(sorted([*reading.parties, *extra], key=lambda party: party.start))
        done.append(replace(reading, parties=placed) if extra else reading)
    return done


def _code(party: PartyFinding) -> str | None:
    name = normalise(party.name).text
    return party.country or country_named(name, "en") or country_named(name, "ar")


def _free(reading: Reading, start: int, end: int) -> bool:
    return not any(party.start < end and start < party.end for party in reading.parties)


def _honorifics(reading: Reading, earlier: Sequence[Reading]) -> Iterator[Placed[PartyFinding]]:
    """His Highness, سموه: the person that the sentence or passage before began with."""
    for match in _HONORIFIC.finditer(reading.text):
        before = [party.item for party in reading.parties if party.end <= match.start() and party.item.kind == "person"]
        passage = [party.item for party in earlier[-1].parties if party.item.kind == "person"] if earlier else []
        person = next(iter([*before, *passage]), None)
        if person is not None and _free(reading, match.start(), match.end()):
            yield Placed(match.start(), match.end(), person)


def _bodies(reading: Reading, seen: Sequence[PartyFinding]) -> Iterator[Placed[PartyFinding]]:
    """Group 1 of the pattern is the noun that the body's name holds; where it is empty any organisation fits."""
    for match in GRAMMARS[reading.passage.lang].short_form.finditer(reading.text):
        if not _free(reading, match.start(), match.end()):
            continue
        noun = match.group(1)
        before = [party.item for party in reading.parties if party.end <= match.start()]
        for item in reversed([*seen, *before]):
            if item.kind == "organization" and (noun is None or noun.lower() in fold(item.name)):
                yield Placed(match.start(), match.end(), item)
                break


def _governments(
    reading: Reading, codes: dict[str, PartyFinding], seen: Sequence[PartyFinding]
) -> Iterator[Placed[PartyFinding]]:
    lang = reading.passage.lang
    for match in _GOVERNMENT[lang].finditer(reading.text):
        if not _free(reading, match.start(), match.end()):
            continue
        for mention in find_countries(match.group(1), lang):
            party = codes.get(mention.code)
            if party is not None:
                yield Placed(match.start(1) + mention.start, match.start(1) + mention.end, party)
    for match in _BARE_GOVERNMENT[lang].finditer(reading.text):
        before = [party.item for party in reading.parties if party.end <= match.start()]
        country = next((item for item in reversed([*seen, *before]) if item.kind == "country"), None)
        if country is not None and _free(reading, match.start(), match.end()):
            yield Placed(match.start(), match.end(), country)


_SIGNING = regex.compile(r"(?: (?:has|have|had|also|and \p{Lu}[\p{L}-]+))* ")


def _capitals(reading: Reading, codes: dict[str, PartyFinding]) -> Iterator[Placed[PartyFinding]]:
    """A city that signs stands for its country, where the article names that: "Quito signed a pact"."""
    grammar = GRAMMARS[reading.passage.lang]
    for place in [] if grammar.verb_first else reading.places:
        party = codes.get(place.item.country or "")
        if party is None or not _free(reading, place.start, place.end):
            continue
        after = _SIGNING.match(reading.text, place.end)
        cue = grammar.cue.at(reading.text, after.end()) if after else None
        signs = cue is not None and grammar.cues[cue.phrase].status == "signed" and cue.phrase not in grammar.nounlike
        opens = not reading.text[: place.start].rstrip().endswith((" in", " at", " from", " of", " near", " to"))
        if signs and opens:
            yield Placed(place.start, place.end, party)

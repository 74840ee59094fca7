"""Records as labelled spans, for the formats that mark up text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.record import Record
from models.span import Span
from pipeline.errors import OutputError
from pipeline.text import words

# The labels of OntoNotes where it has them.
PARTY = {"person": "PERSON", "organization": "ORG", "country": "GPE"}
FIGURE = {"money": "MONEY", "percent": "PERCENT", "count": "CARDINAL", "quantity": "QUANTITY", "duration": "DURATION"}
ENTITIES = (*PARTY.values(), "LOC", *FIGURE.values(), "DATE")
AGREEMENT = "AGREEMENT"
SLOTS = ("MEASURE", "ROLE", "TITLE", "SUBJECT", "AREA", "TERM")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with its label; `item` is the id of the item that it belongs to."""

    start: int
    end: int
    label: str
    item: str
    text: str


def text_of(record: Record) -> str:
    """The article. Raises OutputError where the record was written without it."""
    if record.text is None:
        raise OutputError(f"record {record.id} was written with --no-text: this format marks up the text")
    return record.text


def entities(record: Record) -> list[Labelled]:
    """Figures, dates, and all mentions of places and parties, in the order of the text."""
    found = [_labelled(figure, FIGURE[figure.kind], figure.id) for figure in record.figures]
    found += [_labelled(date, "DATE", date.id) for date in record.dates]
    found += [_labelled(span, "LOC", place.id) for place in record.places for span in place.mentions]
    found += [_labelled(span, PARTY[party.kind], party.id) for party in record.parties for span in party.mentions]
    return sorted(found, key=_position)


def slots(record: Record) -> list[Labelled]:
    """Measures, roles, and the quotes of agreements, in the order of the text."""
    found = [_labelled(figure.measure, "MEASURE", figure.id) for figure in record.figures if figure.measure]
    found += [_labelled(party.role, "ROLE", party.id) for party in record.parties if party.role]
    for agreement in record.agreements:
        found += [_labelled(span, AGREEMENT, agreement.id) for span in agreement.evidence]
        single = (("TITLE", agreement.title), ("SUBJECT", agreement.subject))
        found += [_labelled(span, label, agreement.id) for label, span in single if span]
        found += [_labelled(area, "AREA", agreement.id) for area in agreement.areas]
        found += [_labelled(term, "TERM", agreement.id) for term in agreement.terms]
    return sorted(found, key=_position)


def outermost(spans: Iterable[Labelled]) -> list[Labelled]:
    """The spans that do not overlap a longer one (of equal ones the first), in the order of the text."""
    kept: list[Labelled] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, *_position(span))):
        at = bisect_left(kept, span.start, key=_start)
        if (at == 0 or kept[at - 1].end <= span.start) and (at == len(kept) or span.end <= kept[at].start):
            kept.insert(at, span)
    return kept


def edges(spans: Iterable[Labelled]) -> list[int]:
    """Where the spans begin and end, in order."""
    return sorted({edge for span in spans for edge in (span.start, span.end)})


def tokens(text: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The words of a stretch, cut wherever a label begins or ends (before a name, behind its Arabic proclitic).

    `cuts` are in order, as `edges` gives them.
    """
    for word in words(text, start, end):
        inside = cuts[bisect_right(cuts, word.start) : bisect_left(cuts, word.end)]
        yield from pairwise((word.start, *inside, word.end))


def _labelled(span: Span, label: str, item: str) -> Labelled:
    return Labelled(span.start, span.end, label, item, span.text)


def _start(span: Labelled) -> int:
    return span.start


def _position(span: Labelled) -> tuple[int, int, str, str]:
    return span.start, span.end, span.label, span.item

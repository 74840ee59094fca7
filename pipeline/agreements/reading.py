"""A passage as the agreement rules read it: normalised text, its sentences, and the findings that stand in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import regex

from pipeline.document import Document, Passage
from pipeline.findings import DateFinding, FigureFinding, Notice, PartyFinding, PlaceFinding, Span

# No news article is longer; what follows in a heap of text that claims to be one is not read for agreements, with a warning.
_LONGEST_ARTICLE, _LONGEST_PASSAGE = 60_000, 6_000

# A body of both sides: an instrument concluded at its session binds the sides, not the body.
_JOINT_BODY = regex.compile(
    r"(?i:\bjoint\b.{0,40}\b(?:committee|commission|council)\b)|(?i:\b(?:higher|supreme) (?:committee|council)\b.{0,20}\bjoint\b)"
    r"|لجنة.{0,40}\sالمشتركة|اللجنة العليا .{0,30}ال\w+ية ال\w+ية|المجلس التنسيقي|مجلس التنسيق|لجنة المشتركة"
)

_FIRST_PASSAGES = 6  # a dateline stands in one of them
_DATELINE = regex.compile(r"\p{Lu}[\p{L} .'-]{1,30}?(?:[,.]? ?[^.:;]{0,40}?)?(?: ?\([^)]{2,40}\))? -{1,2} ")

Finding = TypeVar("Finding", DateFinding, FigureFinding, PartyFinding, PlaceFinding)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Finding]):
    """A finding where it stands in a passage: indexes of the normalised text, end exclusive."""

    start: int
    end: int
    item: Finding


class Stretch(NamedTuple):
    """Indexes of a passage's normalised text, end exclusive."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether start to end lies inside."""
        return self.start <= start and end <= self.end


class Sentence(NamedTuple):
    """A sentence of a passage, with its place among all sentences of the article."""

    start: int
    end: int
    order: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage: `text` is normalised; all positions are indexes of it until `span` takes them to the article."""

    passage: Passage
    order: int
    text: str
    sentences: tuple[Sentence, ...]
    parties: tuple[Placed[PartyFinding], ...]
    places: tuple[Placed[PlaceFinding], ...]
    dates: tuple[Placed[DateFinding], ...]
    figures: tuple[Placed[FigureFinding], ...]

    def span(self, start: int, end: int) -> Span:
        """Article span of the stretch, white space at its ends left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.passage.match.span(start, end)

    @property
    def times_and_places(self) -> list[Stretch]:
        """Where dates and places stand, in reading order."""
        dates = [Stretch(date.start, date.end) for date in self.dates]
        return sorted([*dates, *(Stretch(place.start, place.end) for place in self.places)])

    @property
    def findings(self) -> list[Stretch]:
        """Where anything that an earlier stage found stands, in reading order."""
        parties = [Stretch(party.start, party.end) for party in self.parties]
        figures = [Stretch(figure.start, figure.end) for figure in self.figures]
        return sorted([*self.times_and_places, *parties, *figures])

    @property
    def dateline_end(self) -> int:
        """Where the words begin after a dateline: "QUITO, Oct 30 (Andean News) - "; 0 where there is none."""
        match = _DATELINE.match(self.text) if self.order < _FIRST_PASSAGES else None
        return match.end() if match else 0

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the position (the last one that begins before it)."""
        starts = [sentence.start for sentence in self.sentences]
        return self.sentences[max(0, bisect_right(starts, position) - 1)]


def within(items: Sequence[Placed[Finding]], start: int, end: int) -> list[Placed[Finding]]:
    """The placed findings that lie between start and end, in reading order."""
    return [item for item in items if start <= item.start and item.end <= end]


def located(reading: Reading, person: PartyFinding) -> Stretch:
    """Where a person's office stands in the reading; before its text where the person has none in this passage."""
    if person.role is None or not reading.passage.span.contains(person.role):
        return Stretch(-1, -1)
    locate = reading.passage.match.locate
    return Stretch(locate(person.role.start), locate(person.role.end - 1) + 1)


def offices_in(reading: Reading) -> list[Stretch]:
    """Where the offices of persons stand in the reading."""
    people = {id(placed.item): placed.item for placed in reading.parties if placed.item.kind == "person"}
    return [office for person in people.values() if (office := located(reading, person)).end > 0]


def read_passages(
    document: Document,
    dates: Sequence[DateFinding],
    figures: Sequence[FigureFinding],
    places: Sequence[PlaceFinding],
    parties: Sequence[PartyFinding],
) -> list[Reading]:
    """The passages of the article with everything that the earlier stages found in them."""
    bound = [party for party in parties if not _JOINT_BODY.search(party.name)]
    placed_parties = _by_position((span, party) for party in bound for span in party.mentions)
    placed_places = _by_position((span, place) for place in places for span in place.mentions)
    placed_dates = _by_position((date.span, date) for date in dates)
    placed_figures = _by_position((figure.span, figure) for figure in figures)
    readings, order = list[Reading](), 0
    for number, passage in enumerate(_manageable(document.passages)):
        match = passage.match
        sentences = []
        for sentence in passage.sentences:
            sentences.append(Sentence(match.locate(sentence.start), match.locate(sentence.end - 1) + 1, order))
            order += passage.role != "list_item"
        if not sentences:
            continue
        readings.append(
            Reading(
                passage,
                number,
                match.text,
                tuple(sentences),
                _inside(passage, placed_parties),
                _inside(passage, placed_places),
                _inside(passage, placed_dates),
                _inside(passage, placed_figures),
            )
        )
    return readings


def _manageable(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages up to `_LONGEST_ARTICLE` characters, endless ones cut between sentences, so that time stays linear."""
    read = 0
    for passage in passages:
        if read > _LONGEST_ARTICLE:
            return
        read += passage.span.end - passage.span.start
        if passage.span.end - passage.span.start <= _LONGEST_PASSAGE:
            yield passage
            continue
        start = at = passage.span.start
        for sentence in passage.sentences:
            if sentence.end - start > _LONGEST_PASSAGE and at > start:
                yield Passage(passage.source, Span(start, at), passage.role, passage.lang)
                start = sentence.start
            at = min(sentence.end, start + _LONGEST_PASSAGE)
            if start > passage.span.start + _LONGEST_ARTICLE:
                return
        yield Passage(passage.source, Span(start, at), passage.role, passage.lang)


def unread_text(document: Document) -> tuple[Notice, ...]:
    """A warning where an article is so long that its end is not read for agreements; else nothing."""
    end = max((passage.span.end for passage in _manageable(document.passages)), default=0)
    if not document.passages or end >= document.passages[-1].span.end:
        return ()
    reason = f"agreements were sought in the first {end} characters only; no single article is that long"
    return (Notice("text_not_read", reason),)


def _by_position(pairs: Iterable[tuple[Span, Finding]]) -> list[tuple[Span, Finding]]:
    """Spans with their findings in reading order, those inside a longer one left out."""
    kept = list[tuple[Span, Finding]]()
    for span, item in sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not kept or span.end > kept[-1][0].end:
            kept.append((span, item))
    return kept


def _inside(passage: Passage, pairs: list[tuple[Span, Finding]]) -> tuple[Placed[Finding], ...]:
    first = bisect_left(pairs, passage.span.start, key=lambda pair: pair[0].start)
    last = bisect_left(pairs, passage.span.end, key=lambda pair: pair[0].start)
    locate = passage.match.locate
    return tuple(Placed(locate(span.start), locate(span.end - 1) + 1, item) for span, item in pairs[first:last])

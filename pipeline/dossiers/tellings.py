"""What one article tells of one agreement, ready to be compared with what others tell."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from models.agreement import Agreement
from models.party import Party
from models.place import Place
from models.record import Record
from models.span import Span
from pipeline.dossiers.concepts import meanings
from pipeline.dossiers.denials import find_denials
from pipeline.dossiers.members import Member, member_of
from pipeline.text import split_sentences

_ENOUGH = 2  # parties of an agreement
_PLAIN_COUNTS = 13  # numbers below are told of any agreement


class Quote(NamedTuple):
    """A span of an article; plain, because a hundred thousand articles are held at once."""

    text: str
    start: int
    end: int


class Fact(NamedTuple):
    """A value of one slot of the dossier and the quote that says it."""

    slot: str
    value: str
    quote: Quote


class Days(NamedTuple):
    """First and last day on which something may have happened."""

    first: datetime.date
    last: datetime.date


class Amount(NamedTuple):
    """A value in a unit."""

    value: Decimal
    unit: str | None
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """An agreement of one record. `article` is the number of its article in the collection, `near` the parties that the
    article names beside the bound ones, `topic` the meanings of subject, areas and title, `context` those of the sentences that
    tell of it, `numbers` figures that few agreements share, `rivals` how many other agreements of the same countries it tells of."""

    article: int
    id: str
    lang: str | None
    published: datetime.date | None
    kind: str
    status: str
    count: int | None
    parties: tuple[Member, ...]
    near: tuple[Member, ...]
    signatories: tuple[Member, ...]
    signed: Days | None
    value: Amount | None
    duration: str | None
    place: str | None
    topic: tuple[str, ...]
    context: tuple[str, ...]
    numbers: frozenset[str]
    facts: tuple[Fact, ...] = field(repr=False)
    bound: tuple[tuple[Member, Quote], ...] = field(repr=False, default=())
    signing: tuple[tuple[Member, Quote], ...] = field(repr=False, default=())
    under: str | None = None
    rivals: int = 0

    @property
    def day(self) -> datetime.date | None:
        """The day to order it by: of signature, else of publication."""
        return self.signed.first if self.signed else self.published


def tellings_of(record: Record, article: int) -> Iterator[Telling]:
    """What a record tells, one for each of its agreements."""
    members = {party.id: member_of(party) for party in record.parties}
    numbers = _numbers(record)
    denials = tuple(find_denials(record))
    for agreement in record.agreements:
        yield _telling(record, article, agreement, members, numbers, denials)
    if denials and not record.agreements:
        yield _denial(record, article, members, numbers, denials[0])


def _denial(record: Record, article: int, members: dict[str, Member], numbers: frozenset[str], quote: Span) -> Telling:
    """An agreement of which the article only says that it is not so; its parties are those whom the sentence names."""
    named = [p for p in record.parties if any(quote.start <= m.start < quote.end for m in p.mentions)]
    bound = tuple((members[party.id], _quote(party.mentions[0])) for party in named if party.kind != "person")
    parties = tuple(dict.fromkeys(member for member, _ in bound))
    return Telling(
        article=article,
        id="",
        lang=record.language,
        published=record.published.date if record.published else None,
        kind="agreement",
        status="denied",
        count=1,
        parties=parties,
        near=_near(members.values(), parties, ()),
        signatories=(),
        signed=None,
        value=None,
        duration=None,
        place=None,
        topic=(),
        context=_meanings([quote], parties),
        numbers=numbers,
        facts=(Fact("kind", "agreement", _quote(quote)), Fact("status", "denied", _quote(quote))),
        bound=bound,
    )


def _telling(
    record: Record,
    article: int,
    agreement: Agreement,
    members: dict[str, Member],
    numbers: frozenset[str],
    denials: tuple[Span, ...],
) -> Telling:
    dates = {date.id: date for date in record.dates}
    figures = {figure.id: figure for figure in record.figures}
    places = {place.id: place.name for place in record.places} | {party.id: party.name for party in record.parties}
    named = {party.id: party for party in record.parties}
    parties = tuple(dict.fromkeys(members[id_] for id_ in agreement.parties))
    signed = dates.get(agreement.signed or "")
    days = Days(signed.start_date, signed.end_date) if signed and signed.start_date and signed.end_date else None
    value, duration = figures.get(agreement.value or ""), figures.get(agreement.duration or "")
    topical = [span for span in (agreement.title, agreement.subject, *agreement.areas) if span]
    said = [*agreement.evidence, *agreement.terms]
    open_ = agreement.status in ("negotiating", "proposed")
    return Telling(
        article=article,
        id=agreement.id,
        lang=record.language,
        published=record.published.date if record.published else None,
        kind=agreement.kind,
        status=agreement.status,
        count=agreement.count,
        parties=parties,
        near=_near(members.values(), parties, _bound_elsewhere(record, agreement, members)),
        signatories=tuple(members[id_] for id_ in agreement.signatories),
        signed=days,
        value=Amount(value.value, value.unit, value.modifier == "exact") if value else None,
        duration=f"{value_text(duration.value)} {duration.unit}" if duration else None,
        place=places.get(agreement.place or ""),
        topic=_meanings(topical, parties, proper_only=True),
        context=_meanings([*topical, *_sentences(record, said)], parties),
        numbers=numbers,
        facts=(
            *_facts(record, agreement),
            *(Fact("status", "denied", _quote(quote)) for quote in denials[:1] if open_),
        ),
        bound=tuple((members[id_], _quote(named[id_].mentions[0])) for id_ in agreement.parties),
        signing=tuple((members[id_], _quote(named[id_].mentions[0])) for id_ in agreement.signatories),
        under=agreement.under,
        rivals=_rivals(record, agreement, members),
    )


def _near(members: Iterable[Member], parties: tuple[Member, ...], elsewhere: Collection[Member]) -> tuple[Member, ...]:
    """Other parties of the article; without those bound by its other agreements where this one has parties enough."""
    taken = () if len(parties) < _ENOUGH else elsewhere
    return tuple(m for m in dict.fromkeys(members) if m.kind != "person" and m not in parties and m not in taken)


def _rivals(record: Record, agreement: Agreement, members: dict[str, Member]) -> int:
    """How many other agreements of the article bind the same countries, or where countries are unknown the same parties."""

    def sides(of: Agreement) -> set[str]:
        return {members[id_].country or members[id_].id for id_ in of.parties}

    ours = sides(agreement)
    return sum(len(ours & sides(other)) >= _ENOUGH for other in record.agreements if other is not agreement)


def _bound_elsewhere(record: Record, agreement: Agreement, members: dict[str, Member]) -> set[Member]:
    return {members[id_] for other in record.agreements if other is not agreement for id_ in other.parties}


def _sentences(record: Record, spans: list[Span]) -> list[Span]:
    """The whole sentences in which the spans stand; the spans themselves where the record keeps no text."""
    if record.text is None:
        return spans
    found = []
    for segment in record.segments:
        for start, end in split_sentences(record.text, segment.start, segment.end):
            if any(span.start < end and start < span.end for span in spans):
                found.append(Span(text=record.text[start:end], start=start, end=end))
    return found


def _meanings(spans: Iterable[Span], parties: tuple[Member, ...], proper_only: bool = False) -> tuple[str, ...]:
    """Meanings of the spans without the words of the parties' names, or only without the proper ones among them: an
    entertainment authority does sign for entertainment parks."""
    named = {meaning for party in parties for meaning, _ in party.words}
    named |= {meaning for party in parties for meaning in meanings(party.name)}
    if proper_only:
        named = {meaning for meaning in named if meaning.startswith("~")}
    return tuple(dict.fromkeys(m for span in spans for m in meanings(span.text) if m not in named))


def _quote(span: Span) -> Quote:
    return Quote(span.text, span.start, span.end)


def _numbers(record: Record) -> frozenset[str]:
    """Figures of the record that few agreements share: money, quantities, counts above a dozen."""
    return frozenset(
        f"{value_text(figure.value)} {figure.unit if figure.kind != 'count' else ''}"
        for figure in record.figures
        if figure.kind in ("money", "quantity") or (figure.kind == "count" and figure.value >= _PLAIN_COUNTS)
    )


def value_text(value: Decimal) -> str:
    """A number without exponent and without zeros after the decimal point that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _facts(record: Record, agreement: Agreement) -> Iterator[Fact]:
    """The values of a record's agreement with the quotes that say them."""
    evidence = _quote(max(agreement.evidence, key=lambda span: len(span.text)))
    dates = {date.id: date for date in record.dates}
    figures = {figure.id: figure for figure in record.figures}
    places: dict[str, Place | Party] = {item.id: item for item in record.places}
    places |= {item.id: item for item in record.parties}
    yield Fact("kind", agreement.kind, evidence)
    yield Fact("status", agreement.status, evidence)
    if agreement.count != 1:
        yield Fact("count", str(agreement.count or "several"), evidence)
    if agreement.title:
        yield Fact("title", agreement.title.text, _quote(agreement.title))
    if agreement.subject:
        yield Fact("subject", agreement.subject.text, _quote(agreement.subject))
    if agreement.signed:
        date = dates[agreement.signed]
        yield Fact("signed", date.value, _quote(date))
    if agreement.place:
        yield Fact("place", places[agreement.place].name, _quote(places[agreement.place].mentions[0]))
    for slot, id_ in (("value", agreement.value), ("duration", agreement.duration)):
        if id_:
            figure = figures[id_]
            high = "" if figure.value_high is None else f"-{value_text(figure.value_high)}"
            text = f"{value_text(figure.value)}{high} {figure.unit or ''}".strip()
            yield Fact(slot, text, _quote(figure))
    for area in agreement.areas:
        yield Fact("area", area.topic or area.text, _quote(area))
    for term in agreement.terms:
        yield Fact("term", term.kind, _quote(term))

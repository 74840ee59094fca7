"""Findings to record: gives ids, quotes every span, and lets the record model refuse what does not hold."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import models
from models.edtf import bounds
from pipeline.document import Document
from pipeline.errors import MappingError
from pipeline.findings import (
    AgreementFinding,
    DateFinding,
    FigureFinding,
    Notice,
    PartyFinding,
    PlaceFinding,
    Span,
)
from pipeline.version import VERSION


class _Located(Protocol):
    @property
    def span(self) -> Span: ...


class _Noted(Protocol):
    @property
    def notices(self) -> tuple[Notice, ...]: ...


def to_record(
    document: Document,
    engines: Mapping[str, str],
    dates: Sequence[DateFinding],
    figures: Sequence[FigureFinding],
    places: Sequence[PlaceFinding],
    parties: Sequence[PartyFinding],
    agreements: Sequence[AgreementFinding],
    notices: Sequence[Notice] = (),
) -> models.Record:
    """The validated record of one article. Raises MappingError where findings contradict the contract."""
    mapper = _Mapper(document.text)
    dates, figures = sorted(dates, key=_position), sorted(figures, key=_position)
    places, parties = sorted(places, key=_first_mention), sorted(parties, key=_first_mention)
    agreements = sorted(agreements, key=lambda agreement: min(agreement.evidence))
    for letter, family in (("d", dates), ("f", figures), ("l", places), ("p", parties), ("a", agreements)):
        mapper.number(letter, family)
    noted: list[_Noted] = [*dates, *figures, *agreements]
    said = [*document.notices, *notices, *(notice for item in noted for notice in item.notices)]
    try:
        return models.Record(
            id=record_id(document),
            source=document.article.source,
            text=document.text,
            title=mapper.quote(document.titles[0]) if document.titles else None,
            titles=mapper.quotes(document.titles),
            language=document.language,
            languages=document.languages,
            published=_published(document),
            segments=tuple(
                models.Segment(start=s.span.start, end=s.span.end, lang=s.lang, role=s.role) for s in document.segments
            ),
            figures=tuple(mapper.figure(figure) for figure in figures),
            dates=tuple(mapper.date(date) for date in dates),
            places=tuple(mapper.place(place) for place in places),
            parties=tuple(mapper.party(party) for party in parties),
            agreements=tuple(mapper.agreement(agreement) for agreement in agreements),
            warnings=(*document.article.warnings, *(mapper.warning(notice) for notice in said)),
            pipeline=models.Pipeline(version=VERSION, engines=dict(engines)),
        )
    except (ValueError, KeyError) as error:  # a ValidationError is a ValueError
        raise MappingError(f"the findings do not make a valid record: {error}") from error


def record_id(document: Document) -> str:
    """Stable id of an article: 16 hexadecimal digits of the SHA-256 over its URL, publication date and text."""
    published = document.article.published
    parts = (document.article.source.url or "", published.isoformat() if published else "", document.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _position(item: _Located) -> Span:
    return item.span


def _first_mention(item: PlaceFinding | PartyFinding) -> Span:
    return min(item.mentions)


def _published(document: Document) -> models.Published | None:
    if document.published is None:
        return None
    return models.Published(date=document.published.date, source=document.published.source)


class _Mapper:
    """Ids and quotes of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ids: dict[int, str] = {}

    def number(self, letter: str, items: Iterable[object]) -> None:
        self.ids |= {id(item): f"{letter}{position}" for position, item in enumerate(items, 1)}

    def reference(self, item: object | None) -> str | None:
        return None if item is None else self.ids[id(item)]

    def references(self, items: Iterable[object]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.ids[id(item)] for item in items))

    def quote(self, span: Span) -> models.Span:
        return models.Span(text=self.text[span.start : span.end], start=span.start, end=span.end)

    def quotes(self, spans: Iterable[Span]) -> tuple[models.Span, ...]:
        return tuple(self.quote(span) for span in sorted(set(spans)))

    def maybe(self, span: Span | None) -> models.Span | None:
        return None if span is None else self.quote(span)

    def figure(self, item: FigureFinding) -> models.Figure:
        return models.Figure(
            **self._quoted(item.span),
            id=self.ids[id(item)],
            lang=item.lang,
            rule=item.rule,
            kind=item.kind,
            value=item.value,
            value_high=item.value_high,
            unit=item.unit,
            modifier=item.modifier,
            measure=self.maybe(item.measure),
            trend=item.trend,
            basis=item.basis,
            period=self.reference(item.period),
        )

    def date(self, item: DateFinding) -> models.Date:
        start, end = bounds(item.value)
        return models.Date(
            **self._quoted(item.span),
            id=self.ids[id(item)],
            lang=item.lang,
            rule=item.rule,
            value=item.value,
            start_date=start,
            end_date=end,
            calendar=item.calendar,
            relative=item.relative,
        )

    def place(self, item: PlaceFinding) -> models.Place:
        return models.Place(
            id=self.ids[id(item)],
            name=item.name,
            country=item.country,
            mentions=self.quotes(item.mentions),
            rule=item.rule,
        )

    def party(self, item: PartyFinding) -> models.Party:
        return models.Party(
            id=self.ids[id(item)],
            name=item.name,
            names=dict(sorted(item.names.items())),
            kind=item.kind,
            country=item.country,
            mentions=self.quotes(item.mentions),
            role=self.maybe(item.role),
            affiliation=self.reference(item.affiliation),
            rule=item.rule,
        )

    def agreement(self, item: AgreementFinding) -> models.Agreement:
        return models.Agreement(
            id=self.ids[id(item)],
            kind=item.kind,
            title=self.maybe(item.title),
            count=item.count,
            status=item.status,
            parties=self.references(item.parties),
            signatories=self.references(item.signatories),
            signed=self.reference(item.signed),
            place=self.reference(item.place),
            value=self.reference(item.value),
            duration=self.reference(item.duration),
            under=self.reference(item.under),
            subject=self.maybe(item.subject),
            areas=tuple(models.Area(**self._quoted(area.span), topic=area.topic) for area in item.areas),
            terms=tuple(
                models.Term(**self._quoted(term.span), kind=term.kind, actor=self.reference(term.actor))
                for term in item.terms
            ),
            evidence=self.quotes(item.evidence),
            confidence=item.confidence,
            rule=item.rule,
        )

    def warning(self, item: Notice) -> models.Warning:
        return models.Warning(code=item.code, message=item.message, spans=self.quotes(item.spans))

    def _quoted(self, span: Span) -> dict[str, Any]:
        return {"text": self.text[span.start : span.end], "start": span.start, "end": span.end}

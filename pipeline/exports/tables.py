"""Records as rows of the tables that columns.py describes."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from models.agreement import Agreement
from models.figure import Figure
from models.record import Record
from models.span import Span
from pipeline.exports.columns import TABLES
from pipeline.exports.offsets import Units

_NAME = re.compile(r"[A-Za-z0-9]+")
Row = tuple[Any, ...]
Cells = dict[str, Any]


def distinct(records: Iterable[Record]) -> Iterator[Record]:
    """The records with ids that occur once: the same article read twice gets -2 behind its second id.

    Ids become names of files and addresses: one that mithaq cannot have written is replaced by its hash.
    """
    seen: dict[str, int] = {}
    for record in records:
        name = record.id if _NAME.fullmatch(record.id) else hashlib.sha256(record.id.encode()).hexdigest()[:16]
        seen[name] = times = seen.get(name, 0) + 1
        yield record.model_copy(update={"id": name if times == 1 else f"{name}-{times}"})


def rows(record: Record) -> Iterator[tuple[str, Row]]:
    """(table, row) of everything in a record, in the order of the columns."""
    for table, cells in _Rows(record).all():
        cells["article"] = record.id
        yield table, tuple(cells.get(column.name) for column in TABLES[table])


class _Rows:
    """The cells of one record; what is missing from a row is null."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.units = Units(record.text)

    def all(self) -> Iterator[tuple[str, Cells]]:
        yield "articles", self._article()
        yield from (("languages", {"lang": lang, "share": share}) for lang, share in self.record.languages.items())
        yield from (("engines", {"lang": lang, "engine": name}) for lang, name in self.record.pipeline.engines.items())
        yield from self._listed("titles", self.record.titles)
        for nth, segment in enumerate(self.record.segments):
            place = self._place(segment.start, segment.end)
            yield "segments", {"nth": nth, **place, "lang": segment.lang, "role": segment.role}
        yield from (("figures", self._figure(figure)) for figure in self.record.figures)
        for date in self.record.dates:
            yield "dates", {**date.model_dump(exclude={"text", "start", "end"}), **self._quote(date)}
        yield from self._places_and_parties()
        for agreement in self.record.agreements:
            yield from self._agreement(agreement)
        for nth, warning in enumerate(self.record.warnings):
            yield "warnings", {"nth": nth, "code": warning.code, "message": warning.message}
            yield from self._listed("warning_spans", warning.spans, warning=nth)

    def _article(self) -> Cells:
        record, source, published = self.record, self.record.source, self.record.published
        return {
            **source.model_dump(exclude={"index"}),
            **self._quote(record.title, "title"),
            "schema_version": record.schema_version,
            "nth_in_file": source.index,
            "language": record.language,
            "published": published and published.date,
            "published_from": published and published.source,
            "text": record.text,
            "mithaq_version": record.pipeline.version,
        }

    def _figure(self, figure: Figure) -> Cells:
        high = figure.value_high
        return {
            **figure.model_dump(exclude={"text", "start", "end", "measure"}),
            **self._quote(figure),
            **self._quote(figure.measure, "measure"),
            "value": float(figure.value),
            "value_high": None if high is None else float(high),
            "value_exact": f"{figure.value:f}",
            "value_high_exact": None if high is None else f"{high:f}",
        }

    def _places_and_parties(self) -> Iterator[tuple[str, Cells]]:
        for place in self.record.places:
            yield "places", place.model_dump(exclude={"mentions"})
            yield from self._listed("mentions", place.mentions, item=place.id, family="places")
        for party in self.record.parties:
            yield "parties", {**party.model_dump(exclude={"mentions", "role"}), **self._quote(party.role, "role")}
            for lang, name in party.names.items():
                yield "party_names", {"party": party.id, "lang": lang, "name": name}
            yield from self._listed("mentions", party.mentions, item=party.id, family="parties")

    def _agreement(self, agreement: Agreement) -> Iterator[tuple[str, Cells]]:
        single = {"id", "kind", "status", "signed", "place", "value", "duration", "under", "confidence", "rule"}
        yield (
            "agreements",
            {
                **agreement.model_dump(include=single),
                **self._quote(agreement.title, "title"),
                **self._quote(agreement.subject, "subject"),
                "instruments": agreement.count,
            },
        )
        for capacity, parties in (("party", agreement.parties), ("signatory", agreement.signatories)):
            for nth, party in enumerate(parties):
                yield (
                    "agreement_parties",
                    {"agreement": agreement.id, "capacity": capacity, "nth": nth, "party": party},
                )
        for table in ("areas", "terms", "evidence"):
            yield from self._listed(table, getattr(agreement, table), agreement=agreement.id)

    def _listed(self, table: str, spans: Iterable[Span], **cells: Any) -> Iterator[tuple[str, Cells]]:
        for nth, span in enumerate(spans):
            more = span.model_dump(exclude={"text", "start", "end"})
            yield table, {**cells, "nth": nth, **self._quote(span), **more}

    def _quote(self, span: Span | None, slot: str = "") -> Cells:
        if span is None:
            return {}
        before = f"{slot}_" if slot else ""
        place = self._place(span.start, span.end)
        return {slot or "text": span.text, **{f"{before}{name}": offset for name, offset in place.items()}}

    def _place(self, start: int, end: int) -> Cells:
        units = self.units
        return {"start": start, "end": end, "start_utf16": units.at(start), "end_utf16": units.at(end)}

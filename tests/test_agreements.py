"""Agreements: every case of tests/cases/agreements, with parties, dates and figures given, so that only this stage is tested."""

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.article import Article
from models.record import Source
from pipeline import extract
from pipeline.agreements.find import find_agreements
from pipeline.document import Document, Segment
from pipeline.findings import (
    AgreementFinding,
    DateFinding,
    FigureFinding,
    PartyFinding,
    PlaceFinding,
    PublicationDate,
    Span,
)
from pipeline.text import normalise

FOLDER = Path(__file__).parent / "cases" / "agreements"
CHECKED = (
    "kind",
    "status",
    "count",
    "parties",
    "signed",
    "signatories",
    "place",
    "value",
    "duration",
    "subject",
    "areas",
)


def _cases(language: str) -> list[Any]:
    rows = [json.loads(line) for line in (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        pytest.param(
            row,
            language,
            marks=[pytest.mark.xfail(strict=True, reason=row["known_failure"])] if "known_failure" in row else [],
        )
        for row in rows
    ]


def _spans(text: str, quote: str) -> list[Span]:
    folded, wanted, at, found = normalise(text), normalise(quote).text, 0, []
    while (start := folded.text.find(wanted, at)) >= 0:
        found.append(folded.span(start, start + len(wanted)))
        at = start + len(wanted)
    return found


def _document(row: dict[str, Any], lang: str) -> Document:
    text, segments, at = row["text"], [], 0
    for line in text.split("\n"):
        if line.strip():
            role = (
                "list_item"
                if line.startswith(("- ", "• "))
                else "title"
                if not segments and "\n\n" in text
                else "paragraph"
            )
            segments.append(Segment(Span(at, at + len(line)), role, lang))
        at += len(line) + 1
    published = datetime.date.fromisoformat(row["published"])
    article = Article(source=Source(path="case.txt", format="text", sha256="0" * 64), text=text, published=published)
    titles = tuple(segment.span for segment in segments if segment.role == "title")
    return Document(article, tuple(segments), titles, lang, {lang: 1.0}, PublicationDate(published, "metadata"))


def _parties(row: dict[str, Any]) -> list[PartyFinding]:
    parties = [
        PartyFinding(name, kind, sorted(_spans(row["text"], name)), "case")
        for kind, family in (("country", "countries"), ("organization", "organizations"))
        for name in row.get(family, [])
    ]
    by_name = {party.name: party for party in parties}
    for name, affiliation in row.get("persons", []):
        parties.append(
            PartyFinding(
                name, "person", sorted(_spans(row["text"], name)), "case", affiliation=by_name.get(affiliation)
            )
        )
    return parties


def read(row: dict[str, Any], language: str) -> list[AgreementFinding]:
    """What the stage finds in a case."""
    lang = "ar" if language == "arabic" else "en"
    text = row["text"]
    dates = [DateFinding(_spans(text, quote)[0], lang, value, "case") for quote, value in row.get("dates", [])]
    figures = [
        FigureFinding(_spans(text, quote)[0], lang, kind, Decimal(str(value)), unit, "case")
        for quote, kind, value, unit in row.get("figures", [])
    ]
    places = [PlaceFinding(name, _spans(text, name), "case") for name in row.get("places", [])]
    return find_agreements(_document(row, lang), dates, figures, places, _parties(row))


def told(text: str, agreement: AgreementFinding) -> dict[str, Any]:
    """The slots of a finding as a case writes them."""

    def quote(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    return {
        "kind": agreement.kind,
        "status": agreement.status,
        "count": agreement.count,
        "parties": sorted(party.name for party in agreement.parties),
        "signatories": sorted(party.name for party in agreement.signatories),
        "signed": agreement.signed and agreement.signed.value,
        "place": agreement.place and agreement.place.name,
        "value": agreement.value and quote(agreement.value.span),
        "duration": agreement.duration and quote(agreement.duration.span),
        "subject": quote(agreement.subject),
        "areas": [quote(area.span) for area in agreement.areas],
        "terms": [[term.kind, quote(term.span)] for term in agreement.terms],
        "notices": [notice.code for notice in agreement.notices],
        "under": agreement.under is not None,
    }


def compare(row: dict[str, Any], found: list[AgreementFinding]) -> list[str]:
    """What differs between a case and the findings, one line for each difference."""
    text, differences, used = row["text"], [], set()
    for wanted in row["expect"]:
        at = text.index(wanted["quote"])
        place = Span(at, at + len(wanted["quote"]))
        near = [a for a in found if any(place.overlaps(span) for span in a.evidence) and id(a) not in used]
        near.sort(key=lambda a: a.kind != wanted["kind"])
        if not near:
            differences.append(f"missed: {wanted['quote']!r}")
            continue
        used.add(id(near[0]))
        given = told(text, near[0])
        for slot in CHECKED:
            if slot in wanted:
                expected = sorted(wanted[slot]) if slot in ("parties", "signatories") else wanted[slot]
                if given[slot] != expected:
                    differences.append(f"{wanted['quote']!r}: {slot} is {given[slot]!r}, not {expected!r}")
    extra = [agreement for agreement in found if id(agreement) not in used]
    quotes = [(agreement.kind, [text[span.start : span.end] for span in agreement.evidence]) for agreement in extra]
    return [*differences, *(f"not wanted: {kind} {evidence}" for kind, evidence in quotes)]


@pytest.mark.parametrize(("row", "language"), [*_cases("english"), *_cases("arabic")])
def test_case(row: dict[str, Any], language: str) -> None:
    differences = compare(row, read(row, language))
    assert not differences, "\n".join([row["text"], *differences])


def test_what_is_not_read_for_agreements_is_said() -> None:
    sentence = "The two ministries met again on ports, customs and training in the old capital. "
    for times, codes in ((100, []), (1500, ["text_not_read"])):
        record = extract(sentence * times)
        assert [warning.code for warning in record.warnings] == codes

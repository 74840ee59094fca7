"""Parties: the case files of both languages, read with the mentions that each case marks as ⟦LABEL|name⟧."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from models.article import Article
from models.record import Source
from pipeline.document import Document, Segment
from pipeline.findings import Entity, Lang, PartyFinding, Span
from pipeline.parties.find import find_parties

CASES = Path(__file__).parent / "cases" / "parties"
MARK = re.compile(r"⟦(PER|ORG|LOC)\|([^⟧]+)⟧")
LANGUAGES: dict[Lang, str] = {"en": "english", "ar": "arabic"}


def read_case(marked: str, lang: Lang) -> tuple[Document, list[Entity]]:
    """The case as a document of one paragraph per line, and its marked mentions as entities."""
    text, entities, at = "", list[Entity](), 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        span = Span(len(text), len(text) + len(match[2]))
        entities.append(Entity(span, match[1], script_of(match[2], lang), "marked"))  # type: ignore[arg-type]
        text += match[2]
        at = match.end()
    text += marked[at:]
    segments, start = list[Segment](), 0
    for line in text.split("\n"):
        if line:
            segments.append(Segment(Span(start, start + len(line)), "paragraph", script_of(line, lang)))
        start += len(line) + 1
    source = Source(path="case.txt", format="text", sha256=hashlib.sha256(text.encode()).hexdigest())
    article = Article(source=source, text=text)
    return Document(article, tuple(segments), (), lang, {lang: 1.0}, None), entities


def script_of(line: str, lang: Lang) -> Lang:
    """Language of a line by its letters."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in line)
    latin = sum(letter.isascii() and letter.isalpha() for letter in line)
    return lang if arabic == latin else "ar" if arabic > latin else "en"


def found_in(marked: str, lang: Lang) -> dict[str, dict[str, Any]]:
    """What find_parties makes of a case, in the form of its `expect`."""
    document, entities = read_case(marked, lang)
    places, parties = find_parties(document, entities)

    def role(party: PartyFinding) -> str | None:
        return document.text[party.role.start : party.role.end] if party.role else None

    return {
        "persons": {
            p.name: [role(p), p.affiliation.name if p.affiliation else None] for p in parties if p.kind == "person"
        },
        "organizations": {p.name: p.country for p in parties if p.kind == "organization"},
        "countries": {p.name: p.country for p in parties if p.kind == "country"},
        "places": {place.name: place.country for place in places},
    }


def cases() -> list[Any]:
    params = []
    for lang, name in LANGUAGES.items():
        for number, line in enumerate((CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            failure = case.get("known_failure")
            marks = [pytest.mark.xfail(reason=failure, strict=True)] if failure else []
            params.append(pytest.param(lang, case, id=f"{name}-{number}", marks=marks))
    return params


@pytest.mark.parametrize(("lang", "case"), cases())
def test_case(lang: Lang, case: dict[str, Any]) -> None:
    found = found_in(case["text"], lang)
    assert {family: found[family] for family in case["expect"]} == case["expect"]

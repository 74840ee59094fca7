"""Parties: the case files of both languages, read with the mentions that each case marks as ⟦LABEL|name⟧."""

import hashlib
import re
from collections import Counter
from typing import Any

import pytest
from corpus import parameters
from hypothesis import given, settings
from hypothesis import strategies as st

from models.article import Article
from models.record import Source
from pipeline.countries import country_codes
from pipeline.document import Document, Segment
from pipeline.findings import Entity, Lang, PartyFinding, Span
from pipeline.gazetteers.table import read_rows, variants
from pipeline.parties.bodies import ministry_fields
from pipeline.parties.find import find_parties
from pipeline.text import fold

MARK = re.compile(r"⟦(PER|ORG|LOC)\|([^⟧]+)⟧")


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


@pytest.mark.parametrize(("lang", "case"), parameters("parties"))
def test_case(lang: Lang, case: dict[str, Any]) -> None:
    found = found_in(case["text"], lang)
    assert {family: found[family] for family in case["expect"]} == case["expect"]


ARABIC_LETTER = re.compile(r"(?<=[\u0621-\u064a])(?=[\u0621-\u064a])")
MARKS = ["\u0640", "\u064e", "\u0651", "\u200f"]  # tatweel, fatha, shadda, right-to-left mark
ARABIC_TEXTS = [
    param.values[1]["text"]
    for param in parameters("parties")
    if param.values[0] == "ar" and "عمان" not in param.values[1]["text"]
]


def shape(marked: str) -> list[tuple[str, str, str | None, str | None]]:
    """Names, kinds, roles and affiliations of a case, folded; every mention must be a stretch of the text."""
    document, entities = read_case(marked, "ar")
    places, parties = find_parties(document, entities)
    found = [(fold(place.name), "place", None, place.country) for place in places]
    for party in parties:
        role = fold(document.text[party.role.start : party.role.end]) if party.role else None
        found.append((fold(party.name), party.kind, role, party.affiliation and fold(party.affiliation.name)))
        assert all(document.text[span.start : span.end].strip() for span in party.mentions)
    return found


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ARABIC_TEXTS), st.sampled_from(MARKS), st.integers(min_value=2, max_value=9))
def test_marks_between_letters_change_nothing(text: str, mark: str, every: int) -> None:
    places = [match.start() for match in ARABIC_LETTER.finditer(text)][::every]
    marked = "".join(letter + (mark if at + 1 in places else "") for at, letter in enumerate(text))
    assert shape(marked) == shape(text)


def test_an_article_without_names_has_no_parties() -> None:
    for text, lang in (("It rained all day.", "en"), ("هطل المطر طوال اليوم.", "ar"), ("", "en")):
        document, entities = read_case(text, lang)  # type: ignore[arg-type]
        assert find_parties(document, entities) == ([], [])


def test_parties_name_both_languages_of_a_country_and_a_bloc() -> None:
    document, entities = read_case("⟦LOC|Qatar⟧ joined the ⟦ORG|Arab League⟧; ⟦ORG|Aramco⟧ did not.", "en")
    names = {party.name: party.names for party in find_parties(document, entities)[1]}
    assert names["Qatar"] == {"en": "Qatar", "ar": "قطر"}
    assert names["Arab League"] == {"en": "Arab League", "ar": "جامعة الدول العربية"}
    assert names["Aramco"] == {"en": "Aramco", "ar": "أرامكو السعودية"}


def test_gazetteers_hold_each_name_once_and_a_known_country() -> None:
    codes = {*country_codes(), ""}
    for table in ("bodies.tsv", "regions.tsv"):
        for column in ("names_en", "names_ar"):
            names = [name for row in read_rows(table) for name in dict.fromkeys(map(fold, variants(row[column])))]
            assert [name for name, count in Counter(names).items() if count > 1] == [], (table, column)
        assert {row["country"] for row in read_rows(table)} <= codes


def test_ministries_are_one_in_both_languages() -> None:
    pairs = [("Ministry of Trade and Industry", "وزارة التجارة والصناعة"), ("Ministry of Health", "وزارة الصحة العامة")]
    for latin, arabic in pairs:
        assert ministry_fields(latin) == ministry_fields(arabic) != frozenset()
    assert ministry_fields("Ministry of Energy") != ministry_fields("وزارة المالية")
    assert ministry_fields("Energy Company") == frozenset()


def test_a_very_long_line_is_read_in_linear_time() -> None:
    sentence = "⟦PER|Noor Khan⟧, chairman of ⟦ORG|Khan Steel⟧, met ⟦PER|Omar Saleh⟧ in ⟦LOC|Amman⟧. "
    document, entities = read_case(sentence * 400, "en")
    _, parties = find_parties(document, entities)
    found = [(party.name, len(party.mentions), party.affiliation and party.affiliation.name) for party in parties]
    assert found == [("Noor Khan", 400, "Khan Steel"), ("Khan Steel", 400, None), ("Omar Saleh", 400, None)]

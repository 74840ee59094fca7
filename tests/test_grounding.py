"""Whatever is inserted into an article, every quote stays where it stands."""

import datetime
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import Article, Record, Source
from pipeline.run import Options, extract_article

GOLD = Path(__file__).parent / "gold" / "articles"
TEXTS = {
    lang: json.loads((GOLD / f"{lang}-dev-05.json").read_text(encoding="utf-8"))["text"][:1200] for lang in ("en", "ar")
}
ARABIC_MARKS = ["َ", "ّ", "ً", "ـ"]
INVISIBLE = ["\u200f", "\u200e", "\u202a", "\u202c", "\u2067", "\u2069", "\u00ad"]
PROPERTY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def extract(text: str) -> Record:
    source = Source(path="a.txt", format="text", sha256=hashlib.sha256(text.encode()).hexdigest())
    return extract_article(Article(source=source, text=text, published=datetime.date(2025, 11, 20)), Options())


def facts(record: Record) -> list[tuple[object, ...]]:
    return [(f.kind, f.value, f.value_high, f.modifier) for f in record.figures] + [(d.value,) for d in record.dates]


def insert(text: str, marks: list[str], places: list[int]) -> str:
    """`text` with a mark behind each of some letters (a mark inside a word, as vocalised or messy copy has them)."""
    for number, place in enumerate(sorted(places, reverse=True)):
        at = place % len(text)
        if text[at].isalpha():
            text = text[: at + 1] + marks[number % len(marks)] + text[at + 1 :]
    return text


@pytest.mark.parametrize("lang", ["en", "ar"])
@PROPERTY
@given(places=st.lists(st.integers(0, 5000), max_size=40))
def test_inserted_marks_change_no_figure_and_no_date(lang: str, places: list[int]) -> None:
    marks = INVISIBLE if lang == "en" else ARABIC_MARKS + INVISIBLE
    record = extract(insert(TEXTS[lang], marks, places))  # the model refuses quotes that differ from the text
    assert facts(record) == facts(extract(TEXTS[lang]))


@pytest.mark.parametrize("lang", ["en", "ar"])
@PROPERTY
@given(places=st.sets(st.integers(0, 5000), max_size=40))
def test_no_break_spaces_change_no_figure_and_no_date(lang: str, places: set[int]) -> None:
    text = TEXTS[lang]
    spaces = [index for index, char in enumerate(text) if char == " "]
    chosen = {spaces[place % len(spaces)] for place in places}
    record = extract("".join("\u00a0" if index in chosen else char for index, char in enumerate(text)))
    assert facts(record) == facts(extract(text))


@PROPERTY
@given(st.text(max_size=400))
def test_any_text_gives_a_valid_record(text: str) -> None:
    if text.strip():
        assert extract(text).text == text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_same_bytes_for_the_same_article(lang: str) -> None:
    assert extract(TEXTS[lang]).model_dump_json() == extract(TEXTS[lang]).model_dump_json()

"""Dates: every case of tests/cases/dates as an article of one paragraph; offsets, exact days, no slow text."""

import datetime
import time
from typing import Any

import pytest
from corpus import parameters

from models.article import Article
from models.edtf import bounds
from models.record import Source
from pipeline.dates import arabic, english
from pipeline.dates.find import find_dates, read_dates
from pipeline.document import Document, Segment
from pipeline.findings import DateFinding, Lang, PublicationDate, Span

TODAY = datetime.date(2025, 10, 15)


def document(text: str, lang: str, published: str | None) -> Document:
    """An article of one paragraph."""
    article = Article(source=Source(path="a.txt", format="text", sha256="0" * 64), text=text)
    date = PublicationDate(datetime.date.fromisoformat(published), "metadata") if published else None
    return Document(article, (Segment(Span(0, len(text)), "paragraph", lang),), (), lang, {lang: 1.0}, date)


def said(text: str, findings: list[DateFinding]) -> list[tuple[str, str]]:
    return [(text[found.span.start : found.span.end], found.value) for found in findings]


def values(text: str, lang: Lang, published: str | None = "2025-10-15") -> list[str]:
    return [found.value for found in find_dates(document(text, lang, published))]


@pytest.mark.parametrize(("lang", "case"), parameters("dates"))
def test_case(lang: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = said(text, find_dates(document(text, lang, case.get("published"))))
    expected = [tuple(pair) for pair in case["expect"]]
    assert [value for _, value in found] == [value for _, value in expected], found
    for (quote, _), (wanted, _) in zip(found, expected, strict=True):
        assert wanted.lower() in quote.lower(), f"{quote!r} does not hold {wanted!r}"
        assert len(quote) <= len(wanted) + len("between "), f"{quote!r} says more than {wanted!r}"


def test_every_value_has_bounds() -> None:
    for lang in ("en", "ar"):
        for parameter in parameters("dates"):
            language, case = parameter.values
            if language == lang:
                for found in find_dates(document(case["text"], lang, case.get("published"))):
                    start, end = bounds(found.value)
                    assert start or end or found.value.startswith("XXXX")


def test_relative_says_whether_the_publication_date_was_needed() -> None:
    text = "Signed in March 2019, revived last month, due on Friday."
    assert [found.relative for found in find_dates(document(text, "en", "2025-10-15"))] == [False, True, True]


def test_a_month_without_a_year_is_a_notice() -> None:
    (found,) = find_dates(document("Talks open in August.", "en", None))
    assert (found.value, [notice.code for notice in found.notices]) == ("XXXX-08", ["unresolved_date"])


def test_islamic_dates_say_their_calendar() -> None:
    text = "11 شوال 1445 الموافق 20 أبريل 2024"
    assert [found.calendar for found in find_dates(document(text, "ar", None))] == ["islamic", "gregorian"]


@pytest.mark.parametrize("tables", [english, arabic], ids=["english", "arabic"])
def test_tables_are_written_as_match_text(tables: Any) -> None:
    from pipeline.text import fold

    for name, table in vars(tables).items():
        if isinstance(table, dict) and name.isupper():
            for phrase in table:
                assert phrase == fold(phrase), f"{name}: {phrase!r} is not normalised"


def test_a_part_is_its_exact_days_where_days_are_asked_for() -> None:
    (found,) = read_dates("early May", "en", TODAY)
    assert found.value == "2025-05-01/2025-05-10"
    assert values("It opened in early May.", "en") == ["2025-05"]


def test_spans_from_today_count_only_where_days_are_asked_for() -> None:
    (found,) = read_dates("the last 3 weeks", "en", TODAY)
    assert found.value == "2025-09-22/2025-10-12"
    assert values("It rained for the last 3 weeks.", "en") == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1/",
        "1-",
        "2025-",
        "12.",
        "the ",
        "last ",
        "and ",
        "from 3 to ",
        "May ",
        "March to ",
        "of the ",
        "first half of ",
    ]
    + [
        "و",
        "من ",
        "من 3 إلى ",
        "الربع الأول من ",
        "قبل ",
        "نهاية ",
        "يوم الأحد ",
        "عام ",
        "مارس/",
        "twenty one ",
        "ثلاثة و",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """A megabyte of what the grammar may try at every word takes no longer than sixteen times its sixteenth, with room."""
    lang: Lang = "ar" if any("\u0600" <= letter <= "\u06ff" for letter in piece) else "en"
    small, large = piece * (62_500 // len(piece)), piece * (1_000_000 // len(piece))
    assert _seconds(large, lang) < 16 * 4 * _seconds(small, lang) + 0.5


def _seconds(text: str, lang: Lang) -> float:
    begin = time.process_time()
    read_dates(text, lang, TODAY)
    return time.process_time() - begin

"""Dates: every case of tests/cases/dates as an article of one paragraph; offsets, exact days, no slow text."""

import datetime
import random
import re
from typing import Any

import pytest
from corpus import parameters
from timing import seconds

from models.article import Article
from models.edtf import bounds
from models.record import Source
from pipeline.dates import arabic, english
from pipeline.dates.find import find_dates, read_dates
from pipeline.document import Document, Segment
from pipeline.findings import DateFinding, Lang, PublicationDate, Span
from pipeline.text import fold

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
    for parameter in parameters("dates"):
        lang, case = parameter.values
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
    for name, table in vars(tables).items():
        if isinstance(table, dict) and name.isupper() and not name.startswith("_"):
            for phrase in table:
                assert phrase == fold(phrase), f"{name}: {phrase!r} is not normalised"
                assert re.fullmatch(r"[a-z' -]+|[ء-غف-ي ]+", phrase), f"{name}: {phrase!r} has another sign"


def test_a_part_is_its_exact_days_where_days_are_asked_for() -> None:
    (found,) = read_dates("early May", "en", TODAY)
    assert found.value == "2025-05-01/2025-05-10"
    assert values("It opened in early May.", "en") == ["2025-05"]


def test_spans_from_today_count_only_where_days_are_asked_for() -> None:
    (found,) = read_dates("the last 3 weeks", "en", TODAY)
    assert found.value == "2025-09-22/2025-10-12"
    assert values("It rained for the last 3 weeks.", "en") == []


ODDS = "the|a|of|and|,|.|-|/|'|(|)|s|th|Q|H|FY|م|هـ|و|ال|1|2|12|31|99|0|2024|2025|1446|1st|2,300|3.5|14/09/2025|2025-09|%|$|9/11|:|\n|Word|كلمة"


@pytest.mark.parametrize(
    "reference", [TODAY, None, datetime.date(2024, 2, 29), datetime.date(1, 1, 1), datetime.date.max]
)
@pytest.mark.parametrize(("lang", "tables"), [("en", english), ("ar", arabic)])
def test_any_words_give_valid_dates_in_order(lang: Lang, tables: Any, reference: datetime.date | None) -> None:
    """Whatever the words, every value has bounds and the quotes follow one another; 0001-01-01 is no publication date."""
    chosen = random.Random(3)
    phrases = [
        phrase for name, table in vars(tables).items() if isinstance(table, dict) for phrase in table if name.isupper()
    ]
    words = [phrase for phrase in phrases if isinstance(phrase, str)] + ODDS.split("|") * 5
    for _ in range(1_000):
        text = " ".join(chosen.choice(words) for _ in range(chosen.randint(1, 9)))
        found = read_dates(text, lang, reference)
        for date in found:
            bounds(date.value)
        ends = [position for date in found for position in date.span]
        assert ends == sorted(ends), text


PIECES = (
    "1|1,|1/|1-|2025-|12.|the |last |and |from 3 to |May |March to |of the |first half of |the end of |3 days from |twenty one |"
    "nine months to |Monday and |between 1 and |a year earlier |و|من |من 3 إلى |الربع الأول من |قبل |نهاية |يوم الأحد |عام |مارس/|"
    "شهر |ثلاثة و|يومي 3 و|اليوم الثاني من |الفترة نفسها من "
).split("|")


def language(text: str) -> Lang:
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en"


def reading_seconds(text: str, lang: Lang, calls: int = 3) -> float:
    return seconds(lambda: read_dates(text, lang, TODAY), calls)


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    """Eight times as much of what the grammar may try at every word takes about eight times as long, with room for noise."""
    lang = language(piece)
    small, large = piece * (4_000 // len(piece)), piece * (32_000 // len(piece))
    assert reading_seconds(large, lang) < 8 * 4 * reading_seconds(small, lang) + 0.2


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_megabyte_of_numbers_and_date_words_ends(lang: Lang) -> None:
    """A megabyte takes no more than thirty times as long per character as the cases, which are ordinary sentences."""
    ordinary = "\n".join(
        parameter.values[1]["text"] for parameter in parameters("dates") if parameter.values[0] == lang
    )
    hostile = " ".join(piece for piece in PIECES if language(piece) == lang or piece[0].isdigit())
    hostile *= 1_000_000 // len(hostile)
    assert reading_seconds(hostile, lang, 1) / len(hostile) < 30 * reading_seconds(ordinary, lang) / len(ordinary)

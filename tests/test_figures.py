"""Figures: cases of both languages through the stage's entry, dates read before; offsets, overlaps, time."""

import datetime
import hashlib
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from corpus import parameters
from timing import seconds

from models import Article, Source
from pipeline.dates.find import find_dates
from pipeline.document import Document, Segment
from pipeline.figures.amounts import find_amounts
from pipeline.figures.find import find_figures
from pipeline.findings import FigureFinding, Lang, PublicationDate, Span
from pipeline.text import normalise

PUBLISHED = "2025-10-15"


def document_of(text: str, lang: Lang, published: str = PUBLISHED) -> Document:
    """A text as one paragraph in one language."""
    day = datetime.date.fromisoformat(published)
    source = Source(path="case.txt", format="text", sha256=hashlib.sha256(text.encode()).hexdigest())
    article = Article(source=source, text=text, published=day)
    segment = Segment(Span(0, len(text)), "paragraph", lang)
    return Document(article, (segment,), (), lang, {lang: 1.0}, PublicationDate(day, "metadata"))


def figures_of(text: str, lang: Lang, published: str = PUBLISHED) -> list[FigureFinding]:
    document = document_of(text, lang, published)
    return find_figures(document, find_dates(document))


def facts(text: str, figure: FigureFinding, wanted: dict[str, Any]) -> dict[str, Any]:
    """What a case asks of a figure: always quote, kind, value, unit; the rest where the case says it."""
    measure = figure.measure and text[slice(*figure.measure)]
    known = {
        "quote": text[slice(*figure.span)],
        "kind": figure.kind,
        "value": figure.value,
        "unit": figure.unit,
        "value_high": figure.value_high,
        "modifier": figure.modifier,
        "measure": measure,
        "trend": figure.trend,
        "basis": figure.basis,
        "period": figure.period and figure.period.value,
    }
    asked = {"quote", "kind", "value", "unit", *wanted}
    return {name: value for name, value in known.items() if name in asked}


@pytest.mark.parametrize(("lang", "case"), parameters("figures"))
def test_figures(lang: Lang, case: dict[str, Any]) -> None:
    text = case["text"]
    found = figures_of(text, lang, case.get("published", PUBLISHED))
    wanted = [_decimal(item) for item in case["expect"]]
    padded = [*wanted, *({} for _ in found[len(wanted) :])]
    assert [facts(text, figure, item) for figure, item in zip(found, padded, strict=False)] == wanted


def _decimal(item: dict[str, Any]) -> dict[str, Any]:
    return {
        name: Decimal(str(value)) if name in ("value", "value_high") and value is not None else value
        for name, value in item.items()
    }


@pytest.mark.parametrize(
    ("text", "lang", "unit"),
    [
        ("Iraq will pay 5 billion dinars.", "en", "IQD"),
        ("The fund set aside 5 billion dinars.", "en", None),
        ("خصص المغرب 5 مليارات درهم للمشروع.", "ar", "MAD"),
        ("خصصت الإمارات 5 مليارات درهم للمشروع.", "ar", "AED"),
        ("خصص الصندوق 5 مليارات ريال للمشروع.", "ar", None),
    ],
)
def test_a_bare_currency_takes_the_country_or_stays_open(text: str, lang: Lang, unit: str | None) -> None:
    (figure,) = figures_of(text, lang)
    assert figure.unit == unit
    assert [notice.code for notice in figure.notices] == ([] if unit else ["ambiguous_currency"])


def test_the_notice_lists_the_candidates() -> None:
    (figure,) = figures_of("The fund set aside 5 billion dirhams.", "en")
    assert "AED, MAD" in figure.notices[0].message
    assert figure.notices[0].spans == (figure.span,)


NOISE = "\u0640\u200f\u064e\u00ad"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Trade reached $407.4 billion in 2024, up 2.3%.", "en"),
        ("وبلغ حجم التجارة ٤٠٧٫٤ مليار دولار في عام ٢٠٢٤ بزيادة ٢٫٣٪", "ar"),
    ],
)
def test_marks_inside_words_do_not_shift_quotes(text: str, lang: Lang) -> None:
    noisy = "".join(letter + NOISE if letter.isalpha() else letter for letter in text)
    clean = [(figure.kind, figure.value, figure.unit, text[slice(*figure.span)]) for figure in figures_of(text, lang)]
    found = []
    for figure in figures_of(noisy, lang):
        quote = noisy[slice(*figure.span)]
        found.append((figure.kind, figure.value, figure.unit, "".join(sign for sign in quote if sign not in NOISE)))
    assert found == clean
    assert len(clean) == 2


def test_figures_never_overlap_dates_or_one_another() -> None:
    text = (
        "In the first nine months of 2024 trade rose 5% to $2000 million; the two sides signed 12 deals on 3 May 2024, "
        "between 10 and 20 of them for three to five years, and 2,300 jobs followed in 2025."
    )
    document = document_of(text, "en")
    dates = find_dates(document)
    spans = sorted([date.span for date in dates] + [figure.span for figure in find_figures(document, dates)])
    assert all(left.end <= right.start for left, right in pairwise(spans))


ORDINARY = {
    "en": "Trade between the two countries reached $20.9 billion in 2024, up 9 percent, and some 9,800 people work there. ",
    "ar": "وبلغ حجم التبادل التجاري بين البلدين 20.9 مليار دولار في عام 2024 بزيادة 9 في المئة، ويعمل هناك نحو 9800 شخص. ",
}
ADVERSARIAL = {
    "en": [
        "1,234 and 5, ",
        "between 3 and from 5 to ",
        "up by rose to from 7% ",
        "$ $5 € 3-4-5- ",
        "two million and a half of ",
        "of the number of 5 of ",
    ],
    "ar": [
        "1,234 و5 و",
        "ما بين 3 ومن 5 إلى ",
        "ارتفع بنسبة من 7% إلى ",
        "دولار 5 ريال درهم ",
        "ألف ومليون ونصف من ",
        "لا تتجاوز يصل عدد بقيمة 5 ",
    ],
}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("number", range(6))
def test_time_is_linear_in_the_length_of_the_text(lang: Lang, number: int) -> None:
    short, long = (_seconds(ADVERSARIAL[lang][number], lang, size) for size in (8_000, 32_000))
    assert long < 4 * 2.5 * max(short, 0.02)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_megabyte_of_digits_and_number_words_costs_a_fixed_multiple_of_ordinary_text(lang: Lang) -> None:
    traps = {
        "en": "1,234,567 two million and a half hundred 3,4,5 ",
        "ar": "1,234,567 ألف ومليون ونصف وخمسة وعشرون 3,4,5 ",
    }
    ordinary = _reading(ORDINARY[lang], lang, 100_000)
    assert _reading(traps[lang], lang, 1_000_000) < 12 * 10 * ordinary


def _reading(unit: str, lang: Lang, size: int) -> float:
    text = normalise(unit * (size // len(unit))).text
    return seconds(lambda: find_amounts(text, lang))


def _seconds(unit: str, lang: Lang, size: int) -> float:
    document = document_of(unit * (size // len(unit)), lang)
    document.passages[0].match.text  # noqa: B018 normalised outside the measured time
    return seconds(lambda: find_figures(document, []))

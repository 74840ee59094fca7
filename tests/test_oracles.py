"""Free oracles: libraries write numbers and amounts of money, the engine reads them back."""

import random
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, get_currency_name
from num2words import num2words

from pipeline.figures.amounts import find_amounts
from pipeline.findings import Lang
from pipeline.numbers import find_numbers
from pipeline.text import normalise

LANGUAGES: tuple[Lang, ...] = ("en", "ar")
LOCALES = ("en", "ar", "ar_EG", "ar_MA", "ar_LB")


def drawn(seed: int, count: int = 10_000) -> Iterator[int]:
    """Random numbers of all sizes up to 10^15."""
    source = random.Random(seed)
    return (source.randrange(10 ** source.randrange(4, 16)) for _ in range(count))


def read(text: str, lang: Lang) -> list[tuple[str, Decimal]]:
    plain = normalise(text).text
    return [(plain[number.start : number.end], number.value) for number in find_numbers(plain, lang)]


def misread(numbers: Iterator[int], lang: Lang, *changes: tuple[str, str]) -> list[tuple[int, str]]:
    """The numbers that do not come back from their words, after changes of spelling (pattern, replacement)."""
    wrong = []
    for number in numbers:
        words = num2words(number, lang=lang)
        for pattern, replacement in changes:
            words = re.sub(pattern, replacement, words)
        if read(words, lang) != [(normalise(words).text, Decimal(number))]:
            wrong.append((number, words))
    return wrong


# num2words writes the masculine nominative with و apart; the press has every other form too.
ATTACHED_AND = (r" و (?=\S)", " و")
FEMININE = (
    (r"أحد عشر", "إحدى عشرة"),
    (r"اثنا عشر", "اثنتا عشرة"),
    (r"(ثلاث|أربع|خمس|ست|سبع|ثماني|تسع)ة عشر", r"\1 عشرة"),
    (r"(?<!\S)واحد(?!\S)", "واحدة"),
    (r"(?<!\S)اثنان(?!\S)", "اثنتان"),
)
GENITIVE = ((r"(\S+)ون(?!\S)(?<!مليون)(?<!تريليون)", r"\1ين"), (r"مئتا(ن?)(?!\S)", r"مئتين"), (r"مائة", "مئة"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_to_ten_thousand_come_back_from_words(lang: Lang) -> None:
    assert misread(iter(range(10_001)), lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_large_numbers_come_back_from_words(lang: Lang) -> None:
    assert misread(drawn(seed=7), lang) == []


@pytest.mark.parametrize(
    "changes",
    [(ATTACHED_AND,), FEMININE, (*FEMININE, ATTACHED_AND), (*GENITIVE, ATTACHED_AND)],
    ids=["attached", "feminine", "feminine attached", "genitive"],
)
def test_arabic_forms_of_the_press_come_back(changes: tuple[tuple[str, str], ...]) -> None:
    assert misread(iter(range(1, 3_000)), "ar", *changes) == []
    assert misread(drawn(seed=11, count=2_000), "ar", *changes) == []


def test_english_ordinals_come_back() -> None:
    wrong = []
    for number in (*range(1, 1_000), *drawn(seed=13, count=200)):
        text = num2words(number, to="ordinal") if number else "first"
        found = find_numbers(text, "en", shares=False)
        if [(item.value, item.ordinal) for item in found] != [(Decimal(number), True)]:
            wrong.append((number, text, found))
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_formatted_numbers_come_back(locale: str) -> None:
    source = random.Random(17)
    wrong = []
    for _ in range(2_000):
        value = Decimal(source.randrange(10 ** source.randrange(1, 13))) / source.choice((1, 1, 10, 100))
        text = format_decimal(value, locale=locale, decimal_quantization=False)
        plain = normalise(text).text
        if [number.value for number in find_numbers(plain, lang_of(locale))] != [value]:
            wrong.append((value, text))
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("style", ["standard", "name"])
def test_formatted_currencies_come_back(locale: str, style: str) -> None:
    source = random.Random(19)
    codes = (
        "USD",
        "EUR",
        "SAR",
        "AED",
        "KWD",
        "QAR",
        "OMR",
        "BHD",
        "EGP",
        "JOD",
        "MAD",
        "TND",
        "DZD",
        "IQD",
        "GBP",
        "CNY",
    )
    wrong = []
    for _ in range(2_000):
        value, code = Decimal(source.randrange(1, 10 ** source.randrange(2, 10))) / 100, source.choice(codes)
        text = (
            format_currency(value, code, locale=locale, format_type=style, currency_digits=False)
            if style == "name"
            else (format_currency(value, code, locale=locale, currency_digits=False))
        )
        got = [(amount.value, amount.unit) for amount in find_amounts(normalise(text).text, lang_of(locale))]
        if (
            len(got) != 1
            or got[0][0] != value
            or got[0][1] is None
            or code not in (got[0][1].code, *got[0][1].candidates)
        ):
            wrong.append((value, code, text, got))
    assert wrong == []


def lang_of(locale: str) -> Lang:
    return "ar" if locale.startswith("ar") else "en"


def test_currency_names_are_known_in_both_languages() -> None:
    """Every current currency of the Arab world, by its CLDR name."""
    codes = (
        "SAR",
        "AED",
        "KWD",
        "QAR",
        "OMR",
        "BHD",
        "EGP",
        "JOD",
        "MAD",
        "TND",
        "DZD",
        "IQD",
        "LBP",
        "SYP",
        "LYD",
        "YER",
        "SDG",
        "MRU",
    )
    for lang in LANGUAGES:
        for code in codes:
            name = get_currency_name(code, locale=lang)
            amounts = find_amounts(normalise(f"5 {name}").text, lang)
            assert [amount.unit.code for amount in amounts if amount.unit] == [code], name

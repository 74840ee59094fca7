"""Numbers in digits and words: cases of both languages, offsets, and time that grows with the text alone."""

from decimal import Decimal
from typing import Any

import pytest
from corpus import parameters
from hypothesis import given
from hypothesis import strategies as st
from timing import seconds

from pipeline.findings import Lang
from pipeline.numbers import find_numbers
from pipeline.numbers.literal import read_literal
from pipeline.text import normalise


@pytest.mark.parametrize(("lang", "case"), parameters("numbers"))
def test_numbers(lang: Lang, case: dict[str, Any]) -> None:
    match = normalise(case["text"])
    found = [
        [case["text"][slice(*match.span(number.start, number.end))], *_facts(number)]
        for number in find_numbers(match.text, lang)
    ]
    assert found == [[quote, Decimal(value), *kind] for quote, value, *kind in case["expect"]]


def _facts(number: Any) -> list[Any]:
    return [number.value, "ordinal"] if number.ordinal else [number.value]


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1,300", "1300"),
        ("1.300,5", "1300.5"),
        ("1,300.5", "1300.5"),
        ("12,8", "12.8"),
        ("0,709", "0.709"),
        ("12,34,567", "1234567"),
        ("2.500.000", "2500000"),
        ("1 300 000", "1300000"),
        ("4.800", "4.8"),
    ],
)
def test_separators(digits: str, value: str) -> None:
    assert read_literal(digits) == Decimal(value)


@pytest.mark.parametrize("digits", ["1,2,3", "192.168.1.2", "14.09.2025", "1,23,45"])
def test_lists_addresses_and_dates_are_no_single_number(digits: str) -> None:
    assert read_literal(digits) is None


def test_dots_group_thousands_in_maghreb_copy_only_where_no_magnitude_follows() -> None:
    assert [number.value for number in find_numbers("17.000 امراة و1.851 مليار دينار", "ar")] == [17000, 1851000000]


WORDS = st.lists(
    st.sampled_from(
        "two million and a half quarter of thirds hundred thousand twenty - five point , 12 3,4 1.2bn first ألف مليونا وثلاثة "
        "ثلاثة أرباع ونصف عشر وعشرون مئة ومئتا الخامس فاصلة على من بعد المئة 17.000 و500 $5 9% A320".split()
    ),
    max_size=14,
).map(" ".join)


@given(WORDS, st.sampled_from(["en", "ar"]))
def test_numbers_stand_in_order_and_inside_the_text(text: str, lang: Lang) -> None:
    plain = normalise(text).text
    ends = [0]
    for number in find_numbers(plain, lang):
        assert ends[-1] <= number.start < number.end <= len(plain)
        assert plain[number.start : number.end].strip() == plain[number.start : number.end]
        ends.append(number.end)


ADVERSARIAL = [
    "1,234," * 9,
    "1 234 234 234 " * 4,
    "9.9.9.9.9.9.",
    "one hundred and two million and a half and ",
    "twenty-" * 8,
    "three quarters of a third of a half of ",
    "ألف مليون وألف ومليون ونصف و",
    "خمسة وعشرون مئة ألف ومئتا ",
    "فاصلة واحد فاصلة ألف ",
    "ثلاثة أرباع من واحد من ",
    "5-6-7-8 $ € 12m ",
]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_is_linear_in_the_length_of_the_text(lang: Lang, unit: str) -> None:
    short, long = (_seconds(normalise(unit * (size // len(unit))).text, lang) for size in (40_000, 160_000))
    assert long < 4 * 3 * max(short, 0.02)


def _seconds(text: str, lang: Lang) -> float:
    return seconds(lambda: find_numbers(text, lang))

"""Numbers in digits: separators of both worlds, signs, glued magnitudes."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipeline.languages.base import CURRENCY_SYMBOLS, FRACTION_SIGNS, GLUED_MAGNITUDES, MILLION, MONEY_MAGNITUDES
from pipeline.languages.english import ORDINAL_SUFFIXES
from pipeline.numbers.number import Number

_GROUPED_BY_SPACE = r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d{1,2}(?![\d.,]))?"
# SPA and KUNA wrote decimals with a ر, the decimals first in memory: 3ر304 is 304.3.
LITERAL: Final = rf"{_GROUPED_BY_SPACE}|\d+ر\d+|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+"
_FRACTION = re.compile(
    r"[ -]?(?:(?P<sign>[" + "".join(FRACTION_SIGNS) + r"])|(?<=\d)/(?P<denominator>[23458])(?![\d/.,]))"
)
_SPACED = re.compile(r" (?P<word>M|[Bb]n|BN|[Mm]n|[Mm]ln|[Tt]n|trn|bln)(?![\w'&-])")
_LETTERS = re.compile(r"[A-Za-z\u0621-\u064a]+")
_CODE_BEFORE = re.compile(r"[A-Za-z]{1,5}\.?\Z")
_CLITICS_BEFORE = re.compile(r"(?<![\u0621-\u064a])(?:[وف]?(?:[بلك]?ال|لل|[بلك])|[وف])\Z")


def read_literal(digits: str, groups_by_dot: bool = False) -> Decimal | None:
    """Value of digits with separators; None where they make no single number (1,2,3 · 192.168.1.2 · 14.09.2025).

    `groups_by_dot`: whether one dot before exactly three digits groups thousands (17.000 in Maghreb copy).
    """
    if "ر" in digits:
        decimals, _, whole = digits.partition("ر")
        return Decimal(f"{whole}.{decimals}")
    digits = digits.replace(" ", "")
    commas, dots = digits.count(","), digits.count(".")
    if not commas and not dots:
        return Decimal(digits)
    if commas and dots:
        decimal = "," if digits.rfind(",") > digits.rfind(".") else "."
        return _mixed(digits, decimal, "." if decimal == "," else ",")
    separator = "," if commas else "."
    if commas + dots > 1:
        return _grouped(digits, separator)
    head, tail = digits.split(separator)
    grouping = commas or groups_by_dot
    if grouping and len(tail) == 3 and 1 <= len(head) <= 3 and head[0] != "0":
        return Decimal(head + tail)
    return Decimal(f"{head or 0}.{tail}")


def _mixed(digits: str, decimal: str, group: str) -> Decimal | None:
    whole, _, tail = digits.rpartition(decimal)
    if decimal in whole:
        return None
    value = _grouped(whole, group)
    return None if value is None else Decimal(f"{value}.{tail}")


def _grouped(digits: str, separator: str) -> Decimal | None:
    """Groups of three, or the Indian way: three at the end, twos before (12,34,567)."""
    head, *groups = digits.split(separator)
    if not 1 <= len(head) <= 3 or len(groups[-1]) != 3:
        return None
    if all(len(group) == 3 for group in groups) or (len(head) <= 2 and all(len(group) == 2 for group in groups[:-1])):
        return Decimal("".join((head, *groups)))
    return None


def literal_number(text: str, match: "re.Match[str]", codes: frozenset[str], groups_by_dot: bool) -> Iterator[Number]:
    """The number that a LITERAL match says, with sign, fraction and glued magnitude; nothing where it belongs to a name or a date.

    `codes`: what may stand against the digits from the left, in lower case (aed, us, kd).
    """
    start, end = match.span()
    start, money, definite, rejected = _left_side(text, start, codes, end)
    if rejected or _is_date_or_time(text, match.start(), end):
        return
    # 17.000 دينار groups thousands, 1.851 مليار does not
    value = read_literal(match.group(), groups_by_dot and not _SCALED.match(text, end))
    if value is None:
        yield from _pieces(match)
        return
    value, end = _with_power(text, *_with_fraction(text, value, end, match.group()))
    if text[start] == "-":
        value = -value
    yield _with_suffix(text, Number(start, end, value, digits=True, definite=definite), money)


def _left_side(text: str, start: int, codes: frozenset[str], end: int) -> tuple[int, bool, bool, bool]:
    """Start with sign; whether a currency stands before; whether the Arabic article does; whether letters make it a name."""
    before = text[start - 1] if start else " "
    if before in "-+" and (start == 1 or text[start - 2] in " (\n[\"'~:" or text[start - 2] in CURRENCY_SYMBOLS):
        return (start - 1 if before == "-" else start), start > 1 and text[start - 2] in CURRENCY_SYMBOLS, False, False
    if before in CURRENCY_SYMBOLS:
        return start, True, False, False
    if before.isalpha():
        window = text[max(0, start - 8) : start]
        if clitics := _CLITICS_BEFORE.search(window):
            return start, False, clitics.group().endswith(("ال", "لل")), False
        code = _CODE_BEFORE.search(window)
        known = (
            code is not None
            and (code.group() != "N" or _NAIRA.match(text, end) is not None)
            and code.group().rstrip(".").lower() in codes
            and not window[: code.start()][-1:].isalnum()
        )
        return start, known, False, not known
    code = _CODE_BEFORE.search(text[max(0, start - 8) : start].rstrip())
    return start, bool(code and code.group().rstrip(".").lower() in codes), False, before == "_"


def _is_date_or_time(text: str, start: int, end: int) -> bool:
    """14/09/2025 · 2025-09-14 · 10:30 · +971-4-555-1234: digits on both sides of a sign, twice or with a colon."""
    if end + 1 < len(text) and text[end] in ":/" and text[end + 1].isdigit():
        return text[end] == ":" or not _FRACTION.match(text, end)
    return start > 1 and text[start - 1] in ":/" and text[start - 2].isdigit()


def _pieces(match: "re.Match[str]") -> Iterator[Number]:
    """A list without spaces (3,5,7) is its numbers; dots make a version, an address or a date, which is none."""
    if "." in match.group():
        return
    for piece in re.finditer(r"\d+", match.group()):
        yield Number(match.start() + piece.start(), match.start() + piece.end(), Decimal(piece.group()), digits=True)


def _with_fraction(text: str, value: Decimal, end: int, digits: str) -> tuple[Decimal, int]:
    """3½ · 3 1/2 is left to the reader of the second number · 3/4."""
    fraction = _FRACTION.match(text, end)
    if not fraction:
        return value, end
    if fraction["sign"]:
        return value + FRACTION_SIGNS[fraction["sign"]], fraction.end()
    denominator = int(fraction["denominator"])
    if digits.isdigit() and len(digits) == 1 and int(digits) < denominator and fraction.group()[0] == "/":
        return value / denominator, fraction.end()
    return value, end


_COUNTED = re.compile(
    r" (?!long|wide|high|deep|tall)(?:[a-z-]{3,} )?(?:[a-z]{3,}s|people|children|men|women)\b|-(?:tons?|tonnes?|barrels?|strong|euro|dollar)\b"
)
_SCALED = re.compile(r" ?(?:%|ال)?(?:الف|الاف|مليون|ملايين|مليار|ملايير|بليون|تريليون|ترليون|%|في الم|بالم|نقطة|نقاط)")
# N450 billion, N1.2bn, N500,000; N95 and N7 are names.
_NAIRA = re.compile(r" ?(?:thousand|million|billion|trillion|[mbt]n?)(?!\w)|(?<=,\d{3})(?!\w)")
_POWER = re.compile(
    r"[eE](?P<ten>[+-]?\d{1,2})(?!\w)|\^(?P<signs>[+-]{0,2})(?P<power>\d{1,3}(?:[.,]\d{1,3})?)(?![\w.])"
)


def _with_power(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """1.3e6 · 1.1^23."""
    power = _POWER.match(text, end)
    if not power:
        return value, end
    if power["ten"]:
        return value.scaleb(int(power["ten"])), power.end()
    exponent = Decimal(power["power"].replace(",", ".")) * (-1 if power["signs"] == "-" else 1)
    return (value**exponent if value > 0 else value), power.end()


def _with_suffix(text: str, number: Number, money: bool) -> Number:
    letters = _LETTERS.match(text, number.end)
    if not letters:
        spaced = _SPACED.match(text, number.end)
        if not spaced:
            return number
        magnitude = Decimal(GLUED_MAGNITUDES.get(spaced["word"].lower(), MILLION))
        return _replace(number, end=spaced.end("word"), value=number.value * magnitude, scale=magnitude)
    run, end = letters.group(), letters.end()
    if end < len(text) and text[end].isdigit():
        return _replace(number, glued=True)
    low = run.lower()
    if low in ORDINAL_SUFFIXES and number.value == number.value.to_integral_value():
        return _replace(number, end=end, ordinal=True)
    scale = GLUED_MAGNITUDES.get(low) or (MONEY_MAGNITUDES.get(low) if money else None)
    if scale is None and (
        run == "M" or (run == "m" and _COUNTED.match(text, end)) or (run == "B" and text[end : end + 1] in " .,)-")
    ):
        scale = MONEY_MAGNITUDES[low]
    if scale:
        return _replace(number, end=end, value=number.value * scale, scale=Decimal(scale))
    return _replace(number, glued=True)


def _replace(
    number: Number,
    end: int | None = None,
    value: Decimal | None = None,
    scale: Decimal | None = None,
    ordinal: bool = False,
    glued: bool = False,
) -> Number:
    return Number(
        number.start,
        number.end if end is None else end,
        number.value if value is None else value,
        digits=True,
        definite=number.definite,
        ordinal=ordinal,
        glued=glued,
        scale=number.scale if scale is None else scale,
    )

"""Dates written in digits: 14/09/2025, 2025-09-14, 31/Oct/1974, 09/2025, 2025.3."""

import datetime
import re
from collections.abc import Iterable

from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading

_END = r"(?!\d|[.,:]\d|/\d|-\d)"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(
    r"(\d{1,2})([-/.])(\d{1,2})(?:(?:\2|, ?)(\d{4})(?!\d|[.,:/]\d|-\d+\b(?![/.]))|\2(\d{2})" + _END + ")"
)
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[-/] ?(\d{4})" + _END)
_YEAR_MONTH = re.compile(r"(\d{4}) ?[-/.] ?(\d{1,2})" + _END)
_DAY_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})" + _END)
_KUWAITI = re.compile(
    r"(\d{1,2}) ?- ?(\d{1,2}) (?=\((?:كونا|KUNA)\))"
)  # the datelines of Kuwait's agency: الكويت - 14 - 5 (كونا)
_DAY_WORDS = frozenset(("on", "يوم", "بتاريخ"))
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def day_comes_first(texts: Iterable[str], reference: datetime.date | None) -> bool:
    """Whether an article writes 03/04/2025 for the third of April, as the region does; what it writes itself may tell otherwise.

    A day above 12 in second place tells, and so does the publication date.
    """
    for text in texts:
        for found in _SLASHED.finditer(text) if "/" in text else ():
            first, second = int(found[1]), int(found[2])
            if first > 12 or second > 12:
                return first > 12
            if (
                reference
                and first != second
                and (int(found[3]), first, second) == (reference.year, reference.month, reference.day)
            ):
                return False
    return True


def numeric_date(reading: Reading, index: int) -> Hit | None:
    """A day or month in digits at a token."""
    if _inside_number(reading, index):
        return None
    found = reading.match(_KUWAITI, index)
    if found and int(found[1]) <= 31 and int(found[2]) <= 12:
        partial = Partial(None, int(found[2]), int(found[1]))
        return _hit(reading, index, found.end(2), partial, "dateline")
    found = reading.match(_YEAR_FIRST, index)
    if found:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        if month > 12 >= day:
            month, day = day, month
        return _hit(reading, index, found.end(), Partial(year, month, day), "iso")
    found = reading.match(_YEAR_LAST, index)
    if found:
        return _day_month_year(reading, index, found)
    return _month_and_year(reading, index) or _forced_day_and_month(reading, index)


def day_and_month(reading: Reading, index: int) -> Hit | None:
    """A day and month without a year, 7/6: only where a weekday or a year beside it says that it is a date."""
    found = None if _inside_number(reading, index) else reading.match(_DAY_MONTH, index)
    if not found:
        return None
    month, day = _ordered(reading, int(found[1]), int(found[2]))
    return _hit(reading, index, found.end(), Partial(None, month, day), "day_month_digits")


def _forced_day_and_month(reading: Reading, index: int) -> Hit | None:
    """On 30/9, يوم 5/11; where days are wanted 11/20, with one number above 12."""
    found = reading.match(_DAY_MONTH, index)
    if not found or "/" not in found[0] or (found[0] == "9/11" and not reading.exact):  # a name
        return None
    dated = reading.token(index - 1).word.lower() in _DAY_WORDS and not reading.says(
        reading.at(found.end()), "preposition", "of"
    )
    return (
        day_and_month(reading, index) if dated or (reading.exact and max(int(found[1]), int(found[2])) > 12) else None
    )


def _inside_number(reading: Reading, index: int) -> bool:
    return reading.tight(index) and reading.mark(index - 1, "/.:$€£+")


def _ordered(reading: Reading, first: int, second: int) -> tuple[int, int]:
    """(month, day) of two numbers in the order of the language, in the other one where a number above 12 forces it."""
    if first > 12 or (reading.day_first and second <= 12):
        return second, first
    return first, second


def _day_month_year(reading: Reading, index: int, found: "re.Match[str]") -> Hit | None:
    month, day = _ordered(reading, int(found[1]), int(found[3]))
    year = int(found[4] or found[5])
    if found[5]:
        if found[2] == ".":  # 1.2.10 is a section or a version
            return None
        year += 2000 if year < 70 else 1900
    return _hit(reading, index, found.end(), Partial(year, month, day), "digits")


def _month_and_year(reading: Reading, index: int) -> Hit | None:
    found = reading.match(_MONTH_YEAR, index)
    if found and 1 <= int(found[1]) <= 12:
        return _hit(reading, index, found.end(), Partial(int(found[2]), int(found[1])), "month_digits")
    found = reading.match(_YEAR_MONTH, index)
    if found and not reading.exact and (int(found[1]) + 1) % 100 == int(found[2]):
        return None  # the 2004-05 school year
    if found and 1 <= int(found[2]) <= 12 and (reading.exact or (len(found[2]) == 2 and "." not in found[0])):
        # 2024-25 is a season or a financial year; 2024-11 is a month only where months are written so.
        return _hit(reading, index, found.end(), Partial(int(found[1]), int(found[2])), "month_digits")
    return None


def _hit(reading: Reading, index: int, end: int, partial: Partial, rule: str) -> Hit | None:
    if partial.year is not None and not _FIRST_YEAR <= partial.year <= _LAST_YEAR:
        return None
    try:
        datetime.date(partial.year or 2024, partial.month or 1, partial.day or 1)
    except ValueError:
        return None
    return Hit(partial, index, reading.at(end), index, rule=rule)

"""EDTF (ISO 8601-2:2019) dates, the part of it that news needs, and the days that a value spans."""

import calendar
import re
from datetime import date

# YYYY-MM-DD · YYYY-MM · YYYY-33 (quarter) · XXXX-MM · XXXX-MM-DD · YYYY · YYYX (decade), each maybe approximate (~).
_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?~?")
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}

Bounds = tuple[date | None, date | None]


def bounds(value: str) -> Bounds:
    """First and last day of an EDTF value, inclusive; None where open (`..`) or unknown (`XXXX`).

    Raises ValueError where the value is no EDTF date or interval of the supported kinds.
    """
    if "/" not in value:
        return _point_bounds(value)
    left, _, right = value.partition("/")
    start = None if left == ".." else _point_bounds(left)[0]
    end = None if right == ".." else _point_bounds(right)[1]
    if left == right == ".." or (start and end and start > end):
        raise ValueError(f"not an EDTF interval: {value!r}")
    return start, end


def _point_bounds(point: str) -> Bounds:
    match = _POINT.fullmatch(point)
    if not match:
        raise ValueError(f"not an EDTF date: {point!r}")
    year, month, day = match["year"], _number(match["month"]), _number(match["day"])
    if year == "XXXX":
        if (
            month is None
            or not 1 <= month <= 12
            or (day is not None and not 1 <= day <= calendar.monthrange(2024, month)[1])
        ):
            raise ValueError(f"not an EDTF date: {point!r}")
        return None, None
    if year.endswith("X"):
        if month is not None:
            raise ValueError(f"not an EDTF date: {point!r}")
        return date(int(year[:3]) * 10, 1, 1), date(int(year[:3]) * 10 + 9, 12, 31)
    return _known_bounds(int(year), month, day)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _known_bounds(year: int, month: int | None, day: int | None) -> Bounds:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _QUARTERS and day is None:
        first = _QUARTERS[month]
        return date(year, first, 1), date(year, first + 2, calendar.monthrange(year, first + 2)[1])
    if not 1 <= month <= 12:
        raise ValueError(f"not an EDTF date: month {month}")
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])

"""Stretches of the calendar: their EDTF value, their first and last day, and the arithmetic that relative dates need."""

import calendar
import datetime
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from models.date import Calendar

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "months", "year", "decade", "century", "days"]
_ONE_DAY = datetime.timedelta(days=1)
# EDTF writes the quarters of a year as months 33 to 36.
_FIRST_QUARTER = 33
# First and last day of what a week holds, Monday being 0, and the months of a part of the year.
_OF_WEEK = {"week": (0, 6), "working week": (0, 4), "weekend": (5, 6)}
_SIZES = {"month": 1, "quarter": 3, "half": 6}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days, both ends inclusive. `value` is its EDTF form; `relative`: the publication date was needed."""

    value: str
    first: date
    last: date
    unit: Unit
    calendar: Calendar = "gregorian"
    relative: bool = False

    def seen_from_today(self) -> "Moment":
        """The same stretch, marked as resolved against the publication date."""
        return replace(self, relative=True)

    def like(self, other: "Moment") -> "Moment":
        """The same stretch, relative where the other one is."""
        return replace(self, relative=other.relative)

    def edge(self, step: int) -> date:
        """The day to count from: the last one ahead, the first one back."""
        return self.last if step > 0 else self.first


def day(when: date) -> Moment:
    """One day."""
    return Moment(when.isoformat(), when, when, "day")


def month(year: int, number: int) -> Moment:
    """One month. Raises ValueError for a month or year that the calendar does not have."""
    return Moment(f"{year:04}-{number:02}", date(year, number, 1), _month_end(year, number), "month")


def year(number: int) -> Moment:
    """One year."""
    return Moment(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def months(year_number: int, first: int, last: int) -> Moment:
    """Consecutive months of one year: a quarter where they are one, else a half or another part of it."""
    start, end = date(year_number, first, 1), _month_end(year_number, last)
    if last - first == 2 and first % 3 == 1:
        return Moment(f"{year_number:04}-{_FIRST_QUARTER + first // 3}", start, end, "quarter")
    if first == last:
        return month(year_number, first)
    unit: Unit = "half" if last - first == 5 and first % 6 == 1 else "months"
    return Moment(f"{year_number:04}-{first:02}/{year_number:04}-{last:02}", start, end, unit)


def decade(first_year: int) -> Moment:
    """Ten years from a year that ends in 0."""
    return Moment(f"{first_year // 10:03}X", date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade")


def century(number: int) -> Moment:
    """The hundred years that the press means by a century: the 20th is 1900 to 1999."""
    start = (number - 1) * 100
    return Moment(f"{start:04}/{start + 99:04}", date(start, 1, 1), date(start + 99, 12, 31), "century")


def days(first: date, last: date, unit: Unit = "days") -> Moment:
    """A stretch of days from first to last."""
    if first == last:
        return day(first)
    return Moment(f"{first.isoformat()}/{last.isoformat()}", first, last, unit)


def week(when: date) -> Moment:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    monday = when - datetime.timedelta(days=when.weekday())
    return days(monday, monday + datetime.timedelta(days=6), "week")


def span(left: Moment, right: Moment) -> Moment:
    """From the beginning of one to the end of the other. Raises ValueError where that runs backwards."""
    if left.first > right.last:
        raise ValueError(f"{left.value} is after {right.value}")
    calendar_of = left.calendar if left.calendar == right.calendar else "gregorian"
    first, last = left.value.partition("/")[0], right.value.rpartition("/")[2]
    value = first if first == last else f"{first}/{last}"
    return Moment(value, left.first, right.last, "days", calendar_of, left.relative or right.relative)


def add_months(when: date, count: int) -> date:
    """The same day of the month `count` months later, or the last day of a shorter month."""
    index = when.year * 12 + when.month - 1 + count
    year_number, month_number = divmod(index, 12)
    return date(year_number, month_number + 1, min(when.day, calendar.monthrange(year_number, month_number + 1)[1]))


def shifted(unit: str, reference: date, count: int) -> Moment:
    """The unit (day, week, month, quarter, half, year, decade) that lies `count` units after the one of `reference`."""
    if unit == "day":
        return day(reference + count * _ONE_DAY)
    if unit in _OF_WEEK:
        monday = week(reference + 7 * count * _ONE_DAY).first
        first, last = _OF_WEEK[unit]
        return days(monday + first * _ONE_DAY, monday + last * _ONE_DAY, "weekend" if unit == "weekend" else "week")
    if unit in _SIZES:
        size = _SIZES[unit]
        when = add_months(reference, size * count)
        start = (when.month - 1) // size * size + 1
        return months(when.year, start, start + size - 1)
    if unit == "decade":
        return decade(reference.year // 10 * 10 + 10 * count)
    return century(reference.year // 100 + 1 + count) if unit == "century" else year(reference.year + count)


def a_year_apart(moment: Moment, count: int) -> Moment:
    """The same stretch of another year: the first half of 2025, one year back, is the first half of 2024."""
    if moment.unit == "year":
        return year(moment.first.year + count)
    first, last = add_months(moment.first, 12 * count), add_months(moment.last, 12 * count)
    if moment.unit == "month":
        return month(first.year, first.month)
    if moment.unit in ("quarter", "half", "months"):
        return months(first.year, first.month, last.month)
    if len(moment.value) == len("2022/2023"):
        return span(year(first.year), year(last.year))
    if len(moment.value) == len("2024-01/2024-11"):
        return span(month(first.year, first.month), month(last.year, last.month))
    return days(first, last)


def _month_end(year_number: int, number: int) -> date:
    return date(year_number, number, calendar.monthrange(year_number, number)[1])

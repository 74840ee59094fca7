"""Weeks and days counted in a month or year: the second week of March, last day in October, first Monday of May."""

import datetime

from pipeline.dates import moment
from pipeline.dates.moment import Moment
from pipeline.dates.months import day_month
from pipeline.dates.placed import bare_unit
from pipeline.dates.quarters import first_parts, ordinal_part
from pipeline.dates.reading import Hit, Reading, whole

_DAY, _WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)


def ordinal_point(reading: Reading, index: int) -> Hit | None:
    """The third quarter, the first nine months, the first Monday of May, the 14th of May, the second week of March."""
    number, after = int(reading.token(index).value), reading.token(index + 1)
    hit = nth_weekday(reading, index)
    if hit is None and after.kind in ("unit", "bare_unit"):
        hit = _nth_unit(reading, index, number, str(after.value))
    if hit is None and number == 1 and after.kind in ("number", "cardinal"):
        hit = first_parts(reading, index, index + 1, index + 3) or run_of(reading, index, 1)
    if hit is None and reading.says(index + 1, "shift", "last") and reading.says(index + 2, "unit", "week"):
        hit = week_of(reading, index, index + 3, -number)
    return hit or day_month(reading, index)


def _nth_unit(reading: Reading, index: int, number: int, unit: str) -> Hit | None:
    if unit == "week":
        return week_of(reading, index, index + 2, number)
    if unit == "day":
        return day_month(reading, index) or day_of(reading, index, index + 2, number)
    if unit == "century" and reading.exact and 2 <= number <= 22:
        return whole(moment.century(number), index, index + 2, "century")
    # Arabic puts the ordinal behind: الربع الأول.
    return ordinal_part(reading, index, index + 2, number, unit) if reading.lang == "en" else None


def final_point(reading: Reading, index: int) -> Hit | None:
    """آخر أسبوع في سبتمبر, آخر يوم من الشهر, آخر اثنين من آذار."""
    unit = reading.token(index + 1)
    if unit.kind in ("unit", "bare_unit") and unit.value in ("week", "day"):
        return last_of(reading, index, index + 2, str(unit.value))
    end = bare_unit(reading, index + 1) if unit.value in ("year", "month") else None  # آخر العام
    return end._replace(start=index, outer=index) if end else nth_weekday(reading, index)


def last_of(reading: Reading, index: int, end: int, unit: str) -> Hit | None:
    """The last day or week of what follows."""
    return (day_of if unit == "day" else week_of)(reading, index, end, -1)


def _inner(reading: Reading, index: int, end: int) -> tuple[Moment, int] | None:
    """The month or year after "of", resolved, and where it ends."""
    at = end + reading.says(end, "preposition", "of", "in")
    linked = at > end
    at += reading.kind(at) == "article"
    hit = (bare_unit(reading, at) if linked else None) or reading.point(at)
    found = reading.resolved(hit, index)
    return (found, hit.end) if hit and found and found.unit in ("month", "year") else None


def week_of(reading: Reading, index: int, end: int, number: int) -> Hit | None:
    """The second week of March, last week of 2016 (-1). The first week of a period is the one with most of its days in it."""
    inner = _inner(reading, index, end)
    if inner is None:
        return None
    found, end = inner
    if number > 0:
        start = moment.week(found.first).first + _WEEK * (number - 1 + (found.first.weekday() > 3))
    else:
        last = moment.week(found.last).first
        start = last + _WEEK * (number + 1 - ((found.last - last).days < 3))
    return whole(moment.week(start).like(found), index, end, "week_of")


def day_of(reading: Reading, index: int, end: int, number: int) -> Hit | None:
    """Last day in October (-1), the 15th day of next month."""
    inner = _inner(reading, index, end)
    if inner is None:
        return None
    found, end = inner
    when = found.last + _DAY * (number + 1) if number < 0 else found.first + _DAY * (number - 1)
    if not found.first <= when <= found.last:
        return None
    return whole(moment.day(when).like(found), index, end, "day_of")


def run_of(reading: Reading, index: int, sign: int) -> Hit | None:
    """The first 2 weeks of 2021, the last 3 weeks of this year, first ten days of last year: only where days are wanted."""
    unit = reading.token(index + 2)
    count = reading.token(index + 1)
    if not reading.exact or unit.kind != "units" or unit.value not in ("week", "day"):
        return None
    if count.kind not in ("number", "cardinal"):
        return None
    read = week_of if unit.value == "week" else day_of
    first = read(reading, index, index + 3, 1 if sign > 0 else -int(count.value))
    last = read(reading, index, index + 3, int(count.value) if sign > 0 else -1)
    if not (first and last and first.partial.whole and last.partial.whole):
        return None
    return whole(moment.span(first.partial.whole, last.partial.whole), index, first.end, "run_of")


def nth_weekday(reading: Reading, index: int) -> Hit | None:
    """The first Monday of May, ثاني أربعاء من شهر أكتوبر, آخر اثنين من آذار."""
    token = reading.token(index)
    at = index + 1 + reading.says(index + 1, "bare_unit", "day")
    day = reading.token(at)
    if day.kind not in ("weekday", "short_weekday", "bare_weekday"):
        return None
    return weekday_of(reading, index, at + 1, int(day.value), int(token.value))


def weekday_of(reading: Reading, index: int, end: int, weekday: int, number: int) -> Hit | None:
    """The nth weekday (-1 the last) of the month or year that follows."""
    linked = reading.says(end, "preposition", "of", "in") or (
        reading.token(end).clitic and reading.kind(end) == "month"
    )
    inner = _inner(reading, index, end) if linked else None
    if inner is None:
        return None
    found, end = inner
    if number > 0:
        when = found.first + ((weekday - found.first.weekday()) % 7) * _DAY + _WEEK * (number - 1)
    else:
        when = found.last - ((found.last.weekday() - weekday) % 7) * _DAY
    if not found.first <= when <= found.last:
        return None
    return whole(moment.day(when).like(found), index, end, "nth_weekday")

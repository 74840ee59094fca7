"""Weekdays: alone, with a date, with last and next, in a week, counted in a month."""

import datetime

from pipeline.dates import moment
from pipeline.dates.months import day_month, day_number, month_point
from pipeline.dates.numeric import day_and_month, numeric_date
from pipeline.dates.partial import Partial, resolve
from pipeline.dates.reading import Hit, Reading

_DAY = datetime.timedelta(days=1)


def weekday_at(reading: Reading, index: int) -> int | None:
    """The weekday (Monday is 0) at a token."""
    token = reading.token(index)
    return int(token.value) if token.kind in ("weekday", "short_weekday", "bare_weekday") else None


def named_weekday(reading: Reading, index: int, at: int, shift: str) -> Hit | None:
    """Last Wednesday, next Sunday, this Friday, with a date after it where there is one; last Monday of March."""
    weekday = weekday_at(reading, at)
    if weekday is None:
        return None
    counted = _nth_weekday(reading, index, at + 1, weekday, -1) if shift == "last" else None
    if counted:
        return counted
    dated = _dated(reading, index, at, weekday)
    if dated:
        return dated
    choice = {"last": "last but one day", "preceding": "last but one day"}.get(shift, shift)
    return Hit(Partial(weekday=weekday, choice=choice), index, at + 1, index, rule="placed_weekday")


def weekday_point(reading: Reading, index: int) -> Hit | None:
    """الأحد 20 تموز, Monday, Feb 18, الثلاثاء الماضي, tuesday of last week, a weekday alone."""
    weekday = weekday_at(reading, index)
    if weekday is None:
        return None
    end = index + 1
    end += reading.kind(index) == "short_weekday" and reading.mark(end, ".")
    hit = _dated(reading, index, end - 1, weekday)
    if hit:
        return hit
    shift = reading.token(end)
    if reading.lang == "ar" and shift.kind == "shift":
        choice = {"next": "soon", "following": "soon"}.get(str(shift.value), str(shift.value))
        return Hit(Partial(weekday=weekday, choice=choice), index, end + 1, index, rule="placed_weekday")
    if reading.lang == "ar" and shift.kind in ("final", "ordinal"):
        found = _nth_weekday(reading, index, end + 1, weekday, int(shift.value))
        if found:
            return found
    hit = _in_week(reading, index, end, weekday)
    if hit:
        return hit
    if reading.says(end, "preposition", "after") and reading.says(end + 1, "shift", "next"):
        return Hit(Partial(weekday=weekday, choice="next"), index, end + 2, index, rule="placed_weekday")
    if reading.kind(index) == "bare_weekday":
        return None
    weak = reading.kind(index) == "short_weekday"
    return Hit(Partial(weekday=weekday), index, end, index, weak, "weekday")


def _dated(reading: Reading, index: int, at: int, weekday: int) -> Hit | None:
    """The weekday with the date that follows it; the date decides, the weekday helps to find its year."""
    after = at + 1
    after += reading.mark(after, ",،-(.")
    if (
        reading.says(after, "preposition", "in")
        and reading.lang == "ar"
        and reading.token(after).word.endswith("تاريخ")
    ):
        after += 1
    after += reading.token(after).word in ("الموافق", "الموافقة")
    after += reading.kind(after) == "article"
    hit = (
        numeric_date(reading, after)
        or day_month(reading, after)
        or month_point(reading, after)
        or (day_and_month(reading, after) if reading.kind(after) in ("number", "decimal") else None)
    )
    if hit and hit.partial.day and _counted_weekday(reading, hit, after, weekday):
        return _nth_weekday(reading, index, after + 1, weekday, hit.partial.day)
    if hit and hit.partial.day:
        end = hit.end + (reading.mark(at + 1, "(") and reading.mark(hit.end, ")"))
        fields = hit.partial
        weekday_of = weekday if fields.year is None else None
        partial = Partial(
            fields.year, fields.month, fields.day, weekday_of, None, fields.choice, fields.calendar, fields.relative
        )
        return Hit(partial, index, end, index, rule="weekday_" + hit.rule)
    return _day_only(reading, index, after, weekday)


def _counted_weekday(reading: Reading, hit: Hit, after: int, weekday: int) -> bool:
    """Whether الأربعاء الثانية من أكتوبر counts Wednesdays: it does where the second of October is another day."""
    fields = hit.partial
    if reading.kind(after) != "ordinal" or reading.lang == "en" or not fields.year or (fields.day or 9) > 5:
        return False
    found = resolve(fields, reading.clock(after, hit.end))
    return found is not None and found.first.weekday() != weekday


def _day_only(reading: Reading, index: int, after: int, weekday: int) -> Hit | None:
    """Tuesday the 19th, السبت السادس عشر."""
    found = day_number(reading, after)
    if found is None or not (reading.exact or reading.kind(after - 1) == "article"):
        return None
    day, end = found
    if (reading.kind(after) == "ordinal" and reading.lang == "ar" and day < 6) or reading.kind(end) in (
        "unit",
        "bare_unit",
        "word",
    ):
        return None
    return Hit(Partial(weekday=weekday, day=day), index, end, index, rule="weekday_day")


def _in_week(reading: Reading, index: int, end: int, weekday: int) -> Hit | None:
    """Tuesday of last week, wednesday next week, الجمعة من الأسبوع المقبل."""
    at = end + reading.says(end, "preposition", "of")
    at += reading.kind(at) == "article"
    if reading.kind(at) not in ("shift", "unit", "this"):
        return None
    week = reading.point(at)
    whole = week.partial.whole if week else None
    if week is None or whole is None or whole.unit != "week":
        return None
    when = moment.day(whole.first + weekday * _DAY)
    return Hit(Partial(whole=when, relative=whole.relative), index, week.end, index, rule="weekday_of_week")


def nth_weekday(reading: Reading, index: int) -> Hit | None:
    """The first Monday of May, ثاني أربعاء من شهر أكتوبر, آخر اثنين من آذار."""
    number = int(reading.token(index).value)
    at = index + 1
    at += reading.says(at, "bare_unit", "day")
    weekday = weekday_at(reading, at)
    return None if weekday is None else _nth_weekday(reading, index, at + 1, weekday, number)


def _nth_weekday(reading: Reading, index: int, end: int, weekday: int, number: int) -> Hit | None:
    at = end
    linked = reading.says(at, "preposition", "of", "in")
    at += linked
    at += reading.kind(at) == "article"
    if not linked and not (reading.token(at).clitic and reading.kind(at) == "month"):
        return None
    inner = reading.point(at)
    if inner is None and reading.says(at, "unit", "month"):
        inner = (
            reading.reference
            and Hit(Partial(whole=moment.shifted("month", reading.reference, 0), relative=True), at, at + 1, at)
        ) or None
    found = resolve(inner.partial, reading.clock(index, inner.end)) if inner else None
    if inner is None or found is None or found.unit not in ("month", "year"):
        return None
    if number > 0:
        first = found.first + ((weekday - found.first.weekday()) % 7) * _DAY
        when = first + 7 * (number - 1) * _DAY
    else:
        when = found.last - ((found.last.weekday() - weekday) % 7) * _DAY
    if not found.first <= when <= found.last:
        return None
    return Hit(Partial(whole=moment.day(when), relative=found.relative), index, inner.end, index, rule="nth_weekday")

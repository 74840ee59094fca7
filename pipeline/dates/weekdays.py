"""Weekdays: alone, with a date, with last and next, in a week."""

import datetime

from pipeline.dates import moment
from pipeline.dates.counted import weekday_of
from pipeline.dates.months import day_month, day_number, month_point
from pipeline.dates.numeric import day_and_month, numeric_date
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading

_DAY = datetime.timedelta(days=1)
_WEEKDAYS = frozenset(("weekday", "short_weekday", "bare_weekday"))
_UNITS = frozenset(("unit", "units", "bare_unit", "word"))


def weekday_at(reading: Reading, index: int) -> int | None:
    """The weekday (Monday is 0) at a token."""
    token = reading.token(index)
    return int(token.value) if token.kind in _WEEKDAYS else None


def named_weekday(reading: Reading, index: int, at: int, shift: str) -> Hit | None:
    """Last Wednesday, next Sunday, this Friday, with a date after it where there is one; last Monday of March."""
    weekday = weekday_at(reading, at)
    owner = reading.mark(at + 1, "'") and reading.tight(at + 1)
    if weekday is None or (shift == "following" and owner and reading.kind(index - 1) != "article"):
        return None  # "following Wednesday's quake": after it
    counted = weekday_of(reading, index, at + 1, weekday, -1) if shift == "last" else None
    if reading.kind(at) == "short_weekday" and not reading.exact:
        return _dated(reading, index, at, weekday)  # "the current Sun contract"
    choice = {"last": "last but one day", "preceding": "last but one day"}.get(shift, shift)
    if shift == "next" and not reading.exact:
        choice = "next but two days"
    alone = Hit(Partial(weekday=weekday, choice=choice), index, at + 1, index, rule="placed_weekday")
    return counted or _dated(reading, index, at, weekday) or alone


def weekday_point(reading: Reading, index: int) -> Hit | None:
    """الأحد 20 تموز, Monday, Feb 18, الثلاثاء الماضي, tuesday of last week, a weekday alone."""
    weekday = weekday_at(reading, index)
    if weekday is None:
        return None
    short = reading.kind(index) == "short_weekday"
    end = index + 1 + (short and reading.mark(index + 1, "."))
    hit = _dated(reading, index, end - 1, weekday) or _shifted(reading, index, end, weekday)
    if hit or reading.kind(index) == "bare_weekday" or (short and not reading.exact):
        return hit
    return Hit(Partial(weekday=weekday), index, end, index, short, "weekday")


def _dated(reading: Reading, index: int, at: int, weekday: int) -> Hit | None:
    """The weekday with the date that follows it; the date decides, the weekday helps to find its year."""
    after = at + 1 + reading.mark(at + 1, ",،-(.")
    after += reading.token(after).word in ("بتاريخ", "الموافق", "الموافقة")
    after += reading.says(after, "article", "the")
    hit = numeric_date(reading, after) or day_month(reading, after) or month_point(reading, after)
    if hit is None and reading.exact and reading.kind(after) in ("number", "decimal"):
        hit = day_and_month(reading, after)
    if hit is None or not hit.partial.day:
        return _day_only(reading, index, after, weekday)
    if _counts_weekdays(reading, hit, after, weekday):
        return weekday_of(reading, index, after + 1, weekday, hit.partial.day)
    fields = hit.partial
    partial = Partial(
        fields.year,
        fields.month,
        fields.day,
        weekday if fields.year is None else None,
        choice=fields.choice,
        calendar=fields.calendar,
        relative=fields.relative,
    )
    end = hit.end + (reading.mark(at + 1, "(") and reading.mark(hit.end, ")"))
    return Hit(partial, index, end, index, rule="weekday_" + hit.rule)


def _counts_weekdays(reading: Reading, hit: Hit, after: int, weekday: int) -> bool:
    """Whether الأربعاء الثانية من أكتوبر counts Wednesdays: it does where the second of October is another day."""
    fields = hit.partial
    if reading.kind(after) != "ordinal" or reading.lang == "en" or not fields.year or (fields.day or 9) > 5:
        return False
    found = reading.resolved(hit, after)
    return found is not None and found.first.weekday() != weekday


def _day_only(reading: Reading, index: int, after: int, weekday: int) -> Hit | None:
    """Tuesday the 19th, السبت السادس عشر."""
    found = day_number(reading, after)
    said = reading.kind(after - 1) == "article" and reading.token(after).word[:1].isdigit()
    if found is None or not (reading.exact or said) or reading.says(found[1], "preposition", "of"):
        return None  # "on Tuesday, the third of its kind"
    day, end = found
    # الثلاثاء الثالث is the third Tuesday; "Saturday 3 days from now" no date of the month.
    if (reading.kind(after) == "ordinal" and reading.lang == "ar" and day < 6) or reading.kind(end) in _UNITS:
        return None
    return Hit(Partial(weekday=weekday, day=day), index, end, index, rule="weekday_day")


def _shifted(reading: Reading, index: int, end: int, weekday: int) -> Hit | None:
    """الثلاثاء الماضي, الاثنين الأخير من مارس, Tuesday of last week, Wednesday after next."""
    after = reading.token(end)
    if reading.lang == "ar" and after.kind == "shift":
        choice = {"next": "soon", "following": "soon"}.get(str(after.value), str(after.value))
        return Hit(Partial(weekday=weekday, choice=choice), index, end + 1, index, rule="placed_weekday")
    if reading.says(end, "preposition", "after") and reading.says(end + 1, "shift", "next"):
        return Hit(Partial(weekday=weekday, choice="next"), index, end + 2, index, rule="placed_weekday")
    counted = None
    if reading.lang == "ar" and after.kind in ("final", "ordinal"):
        counted = weekday_of(reading, index, end + 1, weekday, int(after.value))
    return counted or _of_week(reading, index, end, weekday)


def _of_week(reading: Reading, index: int, end: int, weekday: int) -> Hit | None:
    """Tuesday of last week, wednesday next week, الجمعة من الأسبوع المقبل."""
    at = end + reading.says(end, "preposition", "of")
    at += reading.kind(at) == "article"
    week = reading.point(at) if reading.kind(at) in ("shift", "unit", "this") else None
    return _day_of_week(week, index, week.end, weekday) if week else None


def weekday_in(reading: Reading, hit: Hit) -> Hit | None:
    """Next week Wednesday, last week's Sunday, الأسبوع المقبل يوم الجمعة: only where days are wanted."""
    at = hit.end
    at += 2 * (reading.mark(at, "'") and reading.token(at + 1).word == "s")
    at += reading.says(at, "preposition", "in") or reading.mark(at, "-")
    at += reading.says(at, "bare_unit", "day")
    weekday = weekday_at(reading, at) if reading.exact else None
    return None if weekday is None else _day_of_week(hit, hit.start, at + 1, weekday)


def _day_of_week(week: Hit, start: int, end: int, weekday: int) -> Hit | None:
    found = week.partial.whole
    if found is None or found.unit != "week":
        return None
    when = moment.day(found.first + weekday * _DAY).like(found)
    return Hit(Partial(whole=when), start, end, start, rule="weekday_of_week")

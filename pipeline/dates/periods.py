"""Years, quarters, halves, weeks, decades and their parts: Q3 2025 · النصف الأول من العام الجاري · the first nine months of 2024."""

import datetime

from pipeline.dates import moment
from pipeline.dates.moment import Moment
from pipeline.dates.months import day_month, month_name, month_point
from pipeline.dates.numeric import numeric_date
from pipeline.dates.partial import Partial, resolve
from pipeline.dates.reading import Hit, Reading
from pipeline.dates.years import YearHit, is_counted, placed_year, plain_year, year_phrase

_SIZES = {"quarter": 3, "half": 6}
_STEPS = {
    "last": -1,
    "past": -1,
    "preceding": -1,
    "this": 0,
    "same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "before last": -2,
    "after next": 2,
}
_HIJRI_SIGNS = frozenset(("ه", "هجرية", "هجري", "للهجرة", "ah", "hijri"))
_OF = ("of", "in")


def _whole(found: Moment, start: int, end: int, rule: str, outer: int | None = None, *, weak: bool = False) -> Hit:
    return Hit(Partial(whole=found), start, end, start if outer is None else outer, weak, rule)


def number_point(reading: Reading, index: int) -> Hit | None:
    """What a number begins: a date in digits, a day and month, a year with or without its quarter, a decade, N months."""
    hit = numeric_date(reading, index) or day_month(reading, index)
    return (
        hit
        or _glued_part(reading, index)
        or _decade_digits(reading, index)
        or _year_point(reading, index)
        or first_months(reading, index)
    )


def decimal_point(reading: Reading, index: int) -> Hit | None:
    """14.09.2025 and, where days are wanted, 2015.3."""
    return numeric_date(reading, index)


def _year_point(reading: Reading, index: int) -> Hit | None:
    year = plain_year(reading, index)
    if year is None:
        return None
    if reading.token(index + 1).word.lower() in _HIJRI_SIGNS and 1200 <= year <= 1600:
        return Hit(Partial(year, calendar="islamic"), index, index + 2, index, rule="hijri_year")
    if not 1500 <= year <= 2150:
        return None
    return _year_then_month(reading, index, year) or Hit(Partial(year), index, index + 1, index, weak=True, rule="year")


def _year_then_month(reading: Reading, index: int, year: int) -> Hit | None:
    """2016 June, 2016, Nov, 2015/Aug/12, 2016 the third quarter: the year before its part."""
    if not reading.exact:
        return None
    at = index + 1
    at += reading.mark(at, ",-/")
    at += reading.kind(at) == "article"
    month = month_name(reading, at)
    if month and month.calendar == "gregorian":
        if reading.mark(month.end, "-/") and reading.kind(month.end + 1) == "number" and reading.tight(month.end + 1):
            day = int(reading.token(month.end + 1).value)
            return Hit(Partial(year, month.number, day), index, month.end + 2, index, rule="year_month_day")
        return Hit(Partial(year, month.number), index, month.end, index, rule="year_month")
    if reading.kind(at) == "ordinal" and reading.kind(at + 1) == "unit":
        span = _part_of_year(str(reading.token(at + 1).value), int(reading.token(at).value))
        return (span and Hit(Partial(year, months=span), index, at + 2, index, rule="year_part")) or None
    return None


def _decade_digits(reading: Reading, index: int) -> Hit | None:
    """1990s, 1990's, the '90s."""
    token = reading.token(index)
    tail = index + 1 + (reading.mark(index + 1, "'") and reading.tight(index + 1))
    if token.kind != "number" or int(token.value) % 10 or not reading.tight(tail) or reading.token(tail).word != "s":
        return None
    value = int(token.value)
    if len(token.word) == 2 and (reading.mark(index - 1, "'") or reading.kind(index - 1) in ("part", "article")):
        value += 1900 if value > 20 else 2000
    if not 1500 <= value <= 2150:
        return None
    return _whole(moment.decade(value), index, tail + 1, "decade")


def decade_point(reading: Reading, index: int) -> Hit | None:
    """The nineties, التسعينيات, تسعينيات القرن الماضي, ستينيات القرن العشرين."""
    start = 1900 + 10 * int(reading.token(index).value)
    end = index + 1
    end += reading.says(end, "preposition", "of")
    if reading.says(end, "unit", "century"):
        after = reading.token(end + 1)
        if after.kind == "shift" and reading.reference:
            this = reading.reference.year // 100 * 100
            start += this + 100 * _STEPS.get(str(after.value), 0) - 1900
            return _whole(moment.decade(start), index, end + 2, "decade")
        if after.kind in ("ordinal", "cardinal"):
            start += (int(after.value) - 20) * 100
            return _whole(moment.decade(start), index, end + 2, "decade")
    if reading.lang == "en" and not (
        reading.kind(index - 1) == "article" or reading.says(index - 1, "part", "early", "late", "middle")
    ):
        return None
    if reading.lang == "ar" and not reading.token(index).word.lstrip("وبفل").startswith("ا"):
        return None
    return _whole(moment.decade(start), index, index + 1, "decade")


# --- Quarters, halves, months counted from the beginning -------------------------------------------------------------------


def _part_of_year(unit: str, number: int) -> tuple[int, int] | None:
    size = _SIZES.get(unit)
    if size is None or not 1 <= number <= 12 // size:
        return None
    return (number - 1) * size + 1, number * size


def year_complement(reading: Reading, index: int) -> YearHit | None:
    """The year that a quarter or half is of: of 2025, of this year, من العام الجاري, 2025 alone."""
    at = index + (reading.says(index, "preposition", *_OF) or reading.mark(index, ",-"))
    if reading.mark(at, "'") and reading.tight(at + 1) and len(reading.token(at + 1).word) == 2:
        return YearHit(2000 + int(reading.token(at + 1).value), at + 2)
    return year_phrase(reading, at, bare=at > index)


def _of_year(reading: Reading, index: int, end: int, span: tuple[int, int], rule: str) -> Hit | None:
    """Months of a year, where the year follows; weak where it does not. None where "of" leads elsewhere."""
    year = year_complement(reading, end)
    if year:
        partial = Partial(year.year, months=span, relative=year.relative)
        return Hit(partial, index, _past_fiscal(reading, year), index, rule=rule)
    if reading.says(end, "preposition", "of"):
        return None
    shift = reading.token(end)
    if reading.lang == "ar" and shift.kind == "shift":
        return Hit(Partial(months=span, choice=_choice(str(shift.value))), index, end + 1, index, rule=rule)
    return Hit(Partial(months=span), index, end, index, weak=True, rule=rule)


def _past_fiscal(reading: Reading, year: YearHit) -> int:
    """Past the second half of a financial year, 2024/25."""
    return year.end


def _choice(shift: str) -> str:
    return {"same": "this", "following": "next", "preceding": "last"}.get(shift, shift)


def letter_part(reading: Reading, index: int) -> Hit | None:
    """Q3 2025, H1, Q2 of last year."""
    number = reading.token(index + 1)
    if number.kind != "number" or not reading.tight(index + 1):
        return None
    span = _part_of_year(reading.token(index).kind, int(number.value))
    if span is None or (not reading.token(index).word.isupper() and not reading.exact):
        return None
    return _of_year(reading, index, index + 2, span, reading.token(index).kind)


def _glued_part(reading: Reading, index: int) -> Hit | None:
    """2018Q4, 2019 H2, 2017-Q1; 1Q25 and 2H 2024 of company reports."""
    at = index + 1
    year = plain_year(reading, index)
    if year:
        at += reading.mark(at, "-")
        number = reading.token(at + 1)
        if reading.kind(at) not in _SIZES or number.kind != "number" or not reading.tight(at + 1):
            return None
        span = _part_of_year(reading.kind(at), int(number.value))
        return (span and Hit(Partial(year, months=span), index, at + 2, index, rule=reading.kind(at))) or None
    if reading.kind(at) in _SIZES and reading.tight(at) and reading.token(at).word.isupper():
        span = _part_of_year(reading.kind(at), int(reading.token(index).value))
        return _of_year(reading, index, at + 1, span, reading.kind(at)) if span else None
    return None


def ordinal_point(reading: Reading, index: int) -> Hit | None:
    """The third quarter, the first nine months, the first Monday of May, the 14th of May, the second week of March."""
    token, after = reading.token(index), reading.token(index + 1)
    number = int(token.value)
    if after.kind in ("unit", "bare_unit"):
        unit = str(after.value)
        span = _part_of_year(unit, number)
        if span:
            return _half_of_month(reading, index, index + 2, number, unit) or _of_year(
                reading, index, index + 2, span, unit
            )
        if unit == "week":
            return _week_of(reading, index, index + 2, number)
        if unit == "day":
            return day_month(reading, index) or _day_of(reading, index, index + 2, number)
        if unit == "century" and reading.exact and number <= 22:
            return _whole(moment.century(number), index, index + 2, "century")
        if unit == "month" and number == 1:
            return None
    if number == 1 and after.kind in ("number", "cardinal"):
        return first_months(reading, index + 1, index) or _run_of(reading, index, 1)
    if after.kind == "shift" and after.value == "last" and reading.says(index + 2, "unit", "week"):
        return _week_of(reading, index, index + 3, -number)
    return day_month(reading, index)


def first_months(reading: Reading, index: int, outer: int | None = None) -> Hit | None:
    """First nine months of this year (`outer`: the ordinal before); Arabic with the ordinal after: التسعة أشهر الأولى من 2024."""
    count, unit = reading.token(index), reading.token(index + 1)
    if count.kind not in ("number", "cardinal") or unit.value != "month" or unit.kind != "units":
        return None
    end = index + 2
    if outer is None:
        if not reading.says(end, "ordinal", 1):
            return None
        end += 1
    number = int(count.value)
    if not 1 <= number <= 12:
        return None
    return _of_year(reading, index if outer is None else outer, end, (1, number), "first_months")


def _half_of_month(reading: Reading, index: int, end: int, number: int, unit: str) -> Hit | None:
    """النصف الثاني من تشرين الأول المقبل, the first half of March."""
    at = end + reading.says(end, "preposition", *_OF)
    if unit != "half" or at == end or not month_name(reading, at):
        return None
    inner = month_point(reading, at)
    found = resolve(inner.partial, reading.clock(index, inner.end)) if inner else None
    if inner is None or found is None or found.unit != "month":
        return None
    middle = found.first.replace(day=15)
    part = moment.days(found.first, middle) if number == 1 else moment.days(middle.replace(day=16), found.last)
    return _whole(part.seen_from_today() if found.relative else part, index, inner.end, "half_of_month")


def _inner(reading: Reading, index: int, end: int) -> tuple[Moment, int] | None:
    """The month or year after "of", resolved, and where it ends."""
    at = end + reading.says(end, "preposition", *_OF)
    at += reading.kind(at) == "article"
    bare = _bare_unit(reading, at) if at > end else None
    hit = bare or reading.point(at)
    if hit is None:
        return None
    found = resolve(hit.partial, reading.clock(index, hit.end))
    return (found, hit.end) if found else None


def _week_of(reading: Reading, index: int, end: int, number: int) -> Hit | None:
    """The second week of March, last week of 2016 (-1). A period's first week is the one with its first working days."""
    inner = _inner(reading, index, end)
    if inner is None or inner[0].unit not in ("month", "year"):
        return None
    found, end = inner
    if number > 0:
        first = found.first
        monday = moment.week(first).first
        if (found.unit == "year" and first.weekday() > 3) or (found.unit == "month" and first.weekday() > 3):
            monday += datetime.timedelta(days=7)
        start = monday + datetime.timedelta(days=7 * (number - 1))
    else:
        last = moment.week(found.last).first
        start = last + datetime.timedelta(days=7 * (number + 1))
        if (found.last - last).days < 3:
            start -= datetime.timedelta(days=7)
    part = moment.week(start)
    return _whole(part.seen_from_today() if found.relative else part, index, end, "week_of")


def _run_of(reading: Reading, index: int, sign: int) -> Hit | None:
    """The first 2 weeks of 2021, the last 3 weeks of this year, first ten days of last year: only where days are wanted."""
    unit = reading.token(index + 2)
    if not reading.exact or unit.kind != "units" or unit.value not in ("week", "day"):
        return None
    count = int(reading.token(index + 1).value)
    numbers = (1, count) if sign > 0 else (-count, -1)
    read = _week_of if unit.value == "week" else _day_of
    ends = [read(reading, index, index + 3, number) for number in numbers]
    wholes = [hit.partial.whole for hit in ends if hit and hit.partial.whole]
    if len(wholes) < 2 or ends[0] is None:
        return None
    return _whole(moment.span(wholes[0], wholes[1]), index, ends[0].end, "run_of")


def _day_of(reading: Reading, index: int, end: int, number: int) -> Hit | None:
    """Last day in October, the 15th day of next month."""
    inner = _inner(reading, index, end)
    if inner is None or inner[0].unit not in ("month", "year"):
        return None
    found, end = inner
    when = (found.last if number < 0 else found.first) + datetime.timedelta(
        days=number + 1 if number < 0 else number - 1
    )
    if not found.first <= when <= found.last:
        return None
    part = moment.day(when)
    return _whole(part.seen_from_today() if found.relative else part, index, end, "day_of")


# --- Units placed by last, this, next ----------------------------------------------------------------------------------------


def placed(reading: Reading, unit: str, shift: str, start: int, end: int) -> Hit | None:
    """Last week, العام المقبل, the following quarter: counted from the publication date, or from the last date read."""
    if unit in ("year", "hijri year"):
        year = placed_year(reading, shift, end)
        return (year and Hit(Partial(year.year, relative=True), start, end, start, rule="placed_year")) or None
    if unit == "period":
        return None
    step = _STEPS.get(shift)
    if step is None:
        return None
    anchor, relative = reading.reference, True
    if shift in ("same", "following", "preceding") and reading.last:
        anchor, relative = (reading.last.last if step > 0 else reading.last.first), reading.last.relative
    if anchor is None or (unit in ("decade", "century") and not reading.exact):
        return None
    try:
        found = moment.shifted(unit, anchor, step)
    except (ValueError, OverflowError):
        return None
    return _whole(found.seen_from_today() if relative else found, start, end, "placed_" + unit.replace(" ", "_"))


def _bare_unit(reading: Reading, index: int) -> Hit | None:
    """ "The year", العام, الشهر after "end of" or "half of": the current one."""
    token = reading.token(index)
    if token.kind != "unit" or token.value not in ("year", "month", "week", "quarter", "decade", "weekend"):
        return None
    if reading.kind(index + 1) in ("shift", "this", "number", "ordinal", "scale"):
        return None
    if reading.lang == "en" and reading.kind(index - 1) != "article" and reading.token(index - 1).kind != "part":
        return None
    if token.value == "decade" and reading.reference:
        return _whole(moment.shifted("decade", reading.reference, 0).seen_from_today(), index, index + 1, "decade")
    return placed(reading, str(token.value), "this", index, index + 1)


__all__ = [
    "decade_point",
    "decimal_point",
    "first_months",
    "is_counted",
    "letter_part",
    "number_point",
    "ordinal_point",
    "placed",
    "year_complement",
]

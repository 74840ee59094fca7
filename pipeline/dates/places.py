"""Expressions placed by a word before or after: last June, هذا العام, أمس الثلاثاء, the end of 2023, the same period of 2024."""

import datetime

from pipeline.dates import moment
from pipeline.dates.moment import Moment
from pipeline.dates.months import day_month, month_name, month_point
from pipeline.dates.partial import Partial, resolve
from pipeline.dates.periods import (
    _bare_unit,
    _day_of,
    _half_of_month,
    _of_year,
    _part_of_year,
    _run_of,
    _week_of,
    placed,
)
from pipeline.dates.reading import Hit, Reading
from pipeline.dates.spans import shifted_length
from pipeline.dates.weekdays import named_weekday, weekday_at
from pipeline.dates.years import year_phrase
from pipeline.findings import Lang

_DAY = datetime.timedelta(days=1)
# In "the Secretary-General" and "public debt" العام is an adjective: the words before it.
_GENERAL = (
    "امين مدير سكرتير قنصل مشرف مفتش محامي مفوض منسق دين قطاع راي انفاق قائد رئيس مراقب حاكم مفتي منتخب اطار وضع اتجاه "
    "سياق صالح نفع مال نظام امن شان نائب مستشار وكيل مكتب مؤتمر هدف معرض مجلس مستوي دور مناخ شكل وجه بشكل بوجه تعليم"
).split()
# After اليوم these make it a noun: اليوم العالمي, اليوم الوطني, اليوم الثاني.
_NAMED_DAYS = frozenset(
    "العالمي الوطني الدولي العربي الافتتاحي الختامي الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر "
    "الاخير الواحد التاريخي المفتوح الدراسي التالي السابق نفسه ذاته الذي الخليجي القومي الافريقي الاسلامي الرئيسي".split()
)
# "Today's world" is now, not the day.
_VAGUE = frozenset(
    "world era age economy generation society youth technology market markets standards reality life".split()
)


def shift_point(reading: Reading, index: int) -> Hit | None:
    """Last June, next Tuesday, this year, the following month, هذا العام, نفس الفترة من عام 2024."""
    shift = str(reading.token(index).value)
    counted = (_run_of(reading, index, -1) if shift == "last" else None) or shifted_length(reading, index)
    if counted:
        return counted
    at = index + 1 + (reading.kind(index + 1) == "fiscal")
    token = reading.token(at)
    if token.kind == "unit" or (token.kind == "bare_unit" and reading.lang == "ar"):
        return _placed_unit(reading, index, at, shift)
    if token.kind in ("weekday", "short_weekday"):
        return named_weekday(reading, index, at, shift)
    month = month_name(reading, at)
    dotted = reading.mark(month.end - 1, ".") if month else False
    named = token.kind == "month" and (token.word[0].isupper() or reading.lang == "ar")
    if month and month.calendar == "gregorian" and (named or dotted or reading.exact):
        year = year_phrase(reading, month.end)
        if year is None:
            return Hit(Partial(month=month.number, choice=_toward(shift)), index, month.end, index, rule="placed_month")
    hit = day_month(reading, at) if shift in ("next", "last", "this", "coming") else None
    if hit and hit.partial.year is None:
        return Hit(
            Partial(None, hit.partial.month, hit.partial.day, choice=shift), index, hit.end, index, rule="placed_day"
        )
    if reading.exact and shift == "last" and reading.kind(at) == "weekday":
        return None
    return None


def _toward(shift: str) -> str:
    return {"coming": "next", "past": "last", "following": "next", "preceding": "last", "same": "this"}.get(
        shift, shift
    )


def _placed_unit(reading: Reading, index: int, at: int, shift: str) -> Hit | None:
    unit = str(reading.token(at).value)
    end = at + 1
    if unit in ("period", "quarter", "half", "month") and shift == "same":
        return _same(reading, index, end, unit)
    if shift == "last" and unit in ("day", "week") and reading.says(end, "preposition", "of", "in"):
        counted = (_day_of if unit == "day" else _week_of)(reading, index, end, -1)
        if counted:
            return counted
    if shift in ("last", "final") and unit in ("quarter", "half") and reading.says(end, "preposition", "of", "in"):
        return _of_year(reading, index, end, (10, 12) if unit == "quarter" else (7, 12), unit)
    if unit == "day":
        return _day_placed(reading, index, shift)
    after = _after_last(reading, end)
    if after:
        shift, end = after
    hit = placed(reading, unit, shift, index, end)
    if hit and unit in ("week", "month", "year"):
        return _weekday_in(reading, hit) or _month_of_placed(reading, hit)
    return hit


def _after_last(reading: Reading, end: int) -> tuple[str, int] | None:
    """The year before last, the week after next."""
    if reading.says(end, "preposition", "before") and reading.says(end + 1, "shift", "last"):
        return "before last", end + 2
    if reading.says(end, "preposition", "after") and reading.says(end + 1, "shift", "next"):
        return "after next", end + 2
    return None


def _weekday_in(reading: Reading, hit: Hit) -> Hit | None:
    """Next week Wednesday, last week on Tuesday, الأسبوع المقبل يوم الجمعة."""
    at = hit.end
    at += 2 * (reading.mark(at, "'") and reading.token(at + 1).word == "s")
    at += reading.says(at, "preposition", "in") or reading.mark(at, "-")
    at += reading.says(at, "bare_unit", "day")
    weekday = weekday_at(reading, at)
    whole = hit.partial.whole
    if weekday is None or whole is None or whole.unit != "week" or not reading.exact:
        return None
    when = moment.day(whole.first + weekday * _DAY)
    return Hit(Partial(whole=when.seen_from_today()), hit.start, at + 1, hit.outer, rule="weekday_of_week")


def _month_of_placed(reading: Reading, hit: Hit) -> Hit:
    return hit


def _same(reading: Reading, index: int, end: int, unit: str) -> Hit | None:
    """The same period of 2024, الربع نفسه من عام 2024: the last stretch read, in another year."""
    at = end + reading.says(end, "preposition", "of", "in")
    at += reading.kind(at) == "article"
    year = year_phrase(reading, at)
    last = reading.last_period
    if last is None:
        return None
    if year is None:
        return Hit(Partial(whole=last), index, end, index, rule="same_period") if unit != "period" else None
    if year.year is None:
        return None
    apart = moment.a_year_apart(last, year.year - last.last.year)
    return Hit(Partial(whole=apart, relative=year.relative), index, year.end, index, rule="same_period")


def unit_point(reading: Reading, index: int) -> Hit | None:
    """Arabic puts the unit first: العام الماضي, الربع الأول من 2025, الأشهر التسعة الأولى, عام 2024. English: the year 2008."""
    token, after = reading.token(index), reading.token(index + 1)
    unit = str(token.value)
    if unit in ("year", "hijri year"):
        return _year_unit(reading, index)
    if token.kind == "unit" and reading.lang == "ar":
        return _arabic_unit(reading, index, unit)
    if reading.lang == "en" and unit == "week":
        return _week_from(reading, index)
    if reading.lang == "ar" and unit == "month":
        return month_point(reading, index) if month_name(reading, index) else None
    return None


def _year_unit(reading: Reading, index: int) -> Hit | None:
    if reading.lang == "ar" and _general(reading, index):
        return None
    year = year_phrase(reading, index)
    if year is None or year.year is None:
        after = _after_last(reading, index + 1)
        return placed(reading, "year", after[0], index, after[1]) if after else None
    if year.start >= 0:
        hit = reading.point(year.start)
        if hit is None or hit.partial.day or hit.partial.month:
            hit = Hit(Partial(year.year), year.start, year.end, index, rule="year")
        return hit._replace(outer=index, weak=False)
    return Hit(Partial(year.year, relative=year.relative), index, year.end, index, rule="placed_year")


def _general(reading: Reading, index: int) -> bool:
    """Whether العام is "general": الأمين العام السابق."""
    before = reading.token(index - 1)
    if before.kind not in ("word", "unit") or reading.token(index).word != "العام":
        return False
    stem = before.word.lstrip("وفبلك")
    stem = stem.removeprefix("ال").removeprefix("ل")
    if stem.endswith("ة"):  # القمة المقررة العام المقبل: a feminine noun would have العامة
        return False
    return any(stem.startswith(word) and len(stem) - len(word) <= 3 for word in _GENERAL)


def _arabic_unit(reading: Reading, index: int, unit: str) -> Hit | None:
    after = reading.token(index + 1)
    if after.kind == "ordinal":
        number = int(after.value)
        span = _part_of_year(unit, number)
        if span:
            return _half_of_month(reading, index, index + 2, number, unit) or _of_year(
                reading, index, index + 2, span, unit
            )
        if unit == "week":
            return _week_of(reading, index, index + 2, number)
        if unit == "day":
            hit = day_month(reading, index + 1)
            return hit._replace(start=index, outer=index) if hit else None
        if unit == "month" and reading.says(index + 2, "preposition", "of"):
            return _of_year(reading, index, index + 2, (number, number), "month") or month_point(reading, index)
        if unit == "month":
            return month_point(reading, index)
    if after.kind == "final" and unit in ("quarter", "half"):
        return _of_year(reading, index, index + 2, (10, 12) if unit == "quarter" else (7, 12), unit)
    if after.kind in ("final",) and unit in ("week", "day"):
        return (_day_of if unit == "day" else _week_of)(reading, index, index + 2, -1)
    if unit == "month" and after.kind == "shift" and after.value == "same":
        return _same(reading, index, index + 2, unit)
    if after.kind in ("shift", "this"):
        shift = str(after.value)
        if shift == "same" or (unit == "period" and shift == "same"):
            return _same(reading, index, index + 2, unit)
        hit = _day_placed(reading, index, shift) if unit == "day" else placed(reading, unit, shift, index, index + 2)
        return (hit and (_weekday_in(reading, hit) or hit)) or None
    if unit == "day":
        return _today(reading, index)
    return None


def units_point(reading: Reading, index: int) -> Hit | None:
    """الأشهر التسعة الأولى من العام; where days are wanted also الأشهر الثلاثة القادمة."""
    after = reading.token(index + 1)
    if (
        reading.token(index).value == "month"
        and after.kind in ("cardinal", "number")
        and reading.says(index + 2, "ordinal", 1)
    ):
        number = int(after.value)
        return _of_year(reading, index, index + 3, (1, number), "first_months") if 1 <= number <= 12 else None
    return shifted_length(reading, index)


def _day_placed(reading: Reading, index: int, shift: str) -> Hit | None:
    """اليوم التالي from the last date; اليوم الماضي only where days are wanted."""
    anchor, relative = reading.reference, True
    steps = {"last": -1, "next": 1, "before last": -2, "after next": 2, "following": 1, "preceding": -1, "same": 0}
    if shift in ("following", "preceding", "same") or (reading.lang == "en" and shift == "next"):
        if reading.last is None or reading.last.unit != "day":
            return None
        anchor, relative = reading.last.first, reading.last.relative
    elif not reading.exact:
        return None
    if anchor is None or shift not in steps:
        return None
    found = moment.day(anchor + steps[shift] * _DAY)
    return Hit(Partial(whole=found, relative=relative), index, index + 2, index, rule="placed_day")


def _today(reading: Reading, index: int) -> Hit | None:
    """اليوم where it means today, with the weekday after it."""
    if reading.reference is None or reading.token(index).word.removeprefix("و") != "اليوم":
        return None
    # في اليوم is "a day", حتى اليوم "to this day".
    if reading.token(index).clitic.strip("وف") or reading.says(index - 1, "preposition", "in", "until", "to", "since"):
        return None
    if reading.token(index + 1).word in _NAMED_DAYS:
        return None
    return _with_weekday(reading, index, moment.day(reading.reference))


def day_shift_point(reading: Reading, index: int) -> Hit | None:
    """Yesterday, tomorrow, أمس الثلاثاء, أول أمس الجمعة."""
    if reading.reference is None:
        return None
    token = reading.token(index)
    if reading.lang == "en" and reading.mark(index + 1, "'") and reading.token(index + 3).word.lower() in _VAGUE:
        return None
    return _with_weekday(reading, index, moment.day(reading.reference + int(token.value) * _DAY))


def _with_weekday(reading: Reading, index: int, found: Moment) -> Hit:
    at = index + 1
    at += reading.mark(at, ",،(")
    weekday = weekday_at(reading, at)
    end = index + 1
    if weekday is not None and at == end and reading.lang == "ar":
        # "اليوم الاثنين" in an article of Tuesday morning is the Monday.
        near = [found.first + step * _DAY for step in (0, -1, 1)]
        named = next((when for when in near if when.weekday() == weekday), None)
        found, end = (moment.day(named), at + 1) if named else (found, end)
    elif weekday == found.first.weekday():
        end = at + 1
    return Hit(Partial(whole=found.seen_from_today()), index, end, index, rule="day_shift")


def this_point(reading: Reading, index: int) -> Hit | None:
    """هذا العام, هذه السنة, هذا الشهر, هذا الأسبوع, هذا الاثنين."""
    token = reading.token(index + 1)
    if token.kind == "unit":
        if token.value == "day" and reading.reference and reading.exact:
            return _with_weekday(reading, index + 1, moment.day(reading.reference))
        hit = placed(reading, str(token.value), "this", index, index + 2)
        return (hit and (_weekday_in(reading, hit) or hit)) or None
    if token.kind == "weekday":
        return Hit(Partial(weekday=int(token.value), choice="coming"), index, index + 2, index, rule="placed_weekday")
    if token.kind == "month":
        return Hit(Partial(month=int(token.value), choice="this"), index, index + 2, index, rule="placed_month")
    return None


def part_point(reading: Reading, index: int) -> Hit | None:
    """The end of 2023, early March, mid-2026, مطلع العام المقبل, نهاية مارس المقبل: the whole of it, since EDTF has no thirds."""
    part = str(reading.token(index).value)
    at = index + 1
    at += reading.mark(at, "-")
    at += reading.token(at).word.lower() in ("of", "in", "من", "في")
    at += reading.says(at, "preposition", "about")
    outer = at
    at += reading.kind(at) == "article"
    inner = _bare_unit(reading, at) or reading.point(at)
    if inner is None:
        return None
    found = resolve(inner.partial, reading.clock(index, inner.end))
    if found is None or found.unit in ("day", "days"):
        return None
    start = index
    if reading.exact:
        found = narrowed(found, part, reading.reference, reading.lang)
    return Hit(Partial(whole=found), start, inner.end, start, rule="part_" + inner.rule)


def narrowed(found: Moment, part: str, reference: datetime.date | None, lang: Lang) -> Moment:
    """The days of a part: thirds of a month, the first or last three days of a week, four months of a year.

    مطلع and أواخر of a year are its halves, مطلع of a month its first fifteen days.
    """
    if part in ("later", "earlier", "rest"):
        return _beside_today(found, part, reference)
    if lang == "ar" and found.unit in ("month", "year") and part in ("start", "late"):
        year, middle = found.first.year, found.first.replace(day=15)
        if found.unit == "year":
            return moment.months(year, 1, 6) if part == "start" else moment.months(year, 7, 12)
        if part == "start":
            return moment.days(found.first, middle)
    if found.unit == "week":
        ends = {"start": (0, 2), "early": (0, 2), "middle": (2, 3), "end": (4, 6), "late": (4, 6)}
    elif found.unit == "month":
        last = (found.last - found.first).days
        ends = {"start": (0, 9), "early": (0, 9), "middle": (10, 19), "end": (20, last), "late": (20, last)}
    elif found.unit == "year":
        year = found.first.year
        months = {"start": (1, 3), "early": (1, 4), "middle": (5, 8), "end": (9, 12), "late": (9, 12)}.get(part)
        return moment.span(moment.month(year, months[0]), moment.month(year, months[1])) if months else found
    else:
        return found
    first, last = ends.get(part, (0, (found.last - found.first).days))
    return moment.days(found.first + first * _DAY, found.first + last * _DAY)


def _beside_today(found: Moment, part: str, reference: datetime.date | None) -> Moment:
    if reference is None or not found.first <= reference <= found.last:
        return found
    if part == "earlier":
        return moment.days(found.first, max(found.first, reference - _DAY))
    return moment.days(reference, found.last)


def _week_from(reading: Reading, index: int) -> Hit | None:
    """The week of October 7th, the week commencing 4 February."""
    at = index + 1
    if not (reading.says(at, "preposition", "of", "starting") and reading.kind(index - 1) == "article"):
        return None
    inner = reading.point(at + 1)
    found = resolve(inner.partial, reading.clock(index, inner.end)) if inner else None
    if inner is None or found is None or found.unit != "day" or reading.mark(inner.end, "-"):
        return None
    week = moment.week(found.first)
    return Hit(Partial(whole=week, relative=found.relative), index, inner.end, index, rule="week_of_day")


def final_point(reading: Reading, index: int) -> Hit | None:
    """آخر أسبوع في سبتمبر, آخر يوم من الشهر."""
    unit = reading.token(index + 1)
    if unit.kind not in ("unit", "bare_unit") or unit.value not in ("week", "day"):
        return None
    return (_day_of if unit.value == "day" else _week_of)(reading, index, index + 2, -1)

"""Expressions led by the unit: العام الماضي, الربع الأول من 2025, الأشهر التسعة الأولى, عام 2024; the year 2008, the week of 7 October."""

from pipeline.dates import moment
from pipeline.dates.counted import last_of, week_of
from pipeline.dates.months import day_month, month_name, month_point
from pipeline.dates.partial import Partial
from pipeline.dates.placed import beside_unit, beyond_last, placed, placed_day, same_period
from pipeline.dates.quarters import first_parts, last_part, of_year, ordinal_part
from pipeline.dates.reading import Hit, Reading, whole
from pipeline.dates.spans import months_to, shifted_length
from pipeline.dates.today import arabic_today
from pipeline.dates.weekdays import weekday_in
from pipeline.dates.years import year_phrase

# In "the Secretary-General" and "public debt" العام is an adjective: the nouns before it, without article and pronoun.
_GENERAL = tuple(
    "امين مدير سكرتير قنصل مشرف مفتش محامي مفوض منسق دين قطاع راي انفاق قائد رئيس مراقب حاكم مفتي منتخب اطار وضع اتجاه "
    "سياق صالح نفع مال نظام امن شان نائب مستشار وكيل مكتب مؤتمر هدف معرض مجلس مستوي دور مناخ شكل وجه بشكل بوجه تعليم".split()
)


def unit_point(reading: Reading, index: int) -> Hit | None:
    """What a unit of time begins."""
    unit = str(reading.token(index).value)
    if unit in ("year", "hijri year"):
        hit = _year(reading, index)
    elif reading.lang == "ar":
        hit = _arabic(reading, index, unit)
    else:
        hit = _week_of_day(reading, index) if unit == "week" else None
    return hit or beside_unit(reading, index) or months_to(reading, index)


def units_point(reading: Reading, index: int) -> Hit | None:
    """الأشهر التسعة الأولى من العام; where days are wanted also الأشهر الثلاثة القادمة."""
    if reading.says(index + 2, "ordinal", 1):
        return first_parts(reading, index, index, index + 3)
    return shifted_length(reading, index) or months_to(reading, index)


def _year(reading: Reading, index: int) -> Hit | None:
    if reading.lang == "ar" and _is_general(reading, index):
        return None
    year = year_phrase(reading, index)
    if year is None or year.year is None:
        beyond = beyond_last(reading, index + 1)
        return placed(reading, "year", beyond[0], index, beyond[1]) if beyond else None
    if year.start < 0:
        return Hit(Partial(year.year, relative=year.relative), index, year.end, index, rule="placed_year")
    hit = reading.point(year.start)
    if hit is None or hit.partial.day or hit.partial.month:
        hit = Hit(Partial(year.year), year.start, year.end, index, rule="year")
    return hit._replace(outer=index, weak=False)


def _is_general(reading: Reading, index: int) -> bool:
    """Whether العام is "general": الأمين العام السابق. After a feminine noun (القمة المقررة العام المقبل) it would be العامة."""
    before = reading.token(index - 1)
    if before.kind not in ("word", "unit") or reading.token(index).word != "العام":
        return False
    stem = before.word.lstrip("وفبلك").removeprefix("ال").removeprefix("ل")
    return not stem.endswith("ة") and any(stem.startswith(word) and len(stem) - len(word) <= 3 for word in _GENERAL)


def _arabic(reading: Reading, index: int, unit: str) -> Hit | None:
    """Unit first: الشهر الماضي, الربع الأول, اليوم, شهر مارس."""
    after, definite = reading.token(index + 1), reading.kind(index) == "unit"
    hit = None
    if definite and after.kind == "ordinal":
        hit = _with_ordinal(reading, index, unit, int(after.value))
    elif definite and after.kind == "final":
        last = last_of if unit in ("week", "day") else last_part
        hit = last(reading, index, index + 2, unit)
    elif definite and after.kind in ("shift", "this"):
        hit = _with_shift(reading, index, unit, str(after.value))
    elif definite and unit == "day":
        hit = arabic_today(reading, index)
    if hit is None and unit == "month" and month_name(reading, index):
        hit = month_point(reading, index)
    return hit


def _with_ordinal(reading: Reading, index: int, unit: str, number: int) -> Hit | None:
    if unit == "week":
        return week_of(reading, index, index + 2, number)
    if unit == "day":
        hit = day_month(reading, index + 1)
        return hit._replace(start=index, outer=index) if hit else None
    if unit == "month" and number <= 12 and reading.says(index + 2, "preposition", "of"):
        return of_year(reading, index, index + 2, (number, number), "month")
    return ordinal_part(reading, index, index + 2, number, unit)


def _with_shift(reading: Reading, index: int, unit: str, shift: str) -> Hit | None:
    if unit == "day":
        return placed_day(reading, index, index + 2, shift)
    if shift == "same" and unit != "week":
        return same_period(reading, index, index + 2, unit)
    hit = placed(reading, unit, shift, index, index + 2)
    return (weekday_in(reading, hit) or hit) if hit else None


def _week_of_day(reading: Reading, index: int) -> Hit | None:
    """The week of October 7th, the week commencing 4 February; not the week of November 10-14."""
    if not (reading.says(index + 1, "preposition", "of", "starting") and reading.kind(index - 1) == "article"):
        return None
    inner = reading.point(index + 2)
    found = reading.resolved(inner, index)
    if inner is None or found is None or found.unit != "day" or reading.mark(inner.end, "-"):
        return None
    return whole(moment.week(found.first).like(found), index, inner.end, "week_of_day")

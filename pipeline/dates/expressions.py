"""Whole expressions: what can begin a date, a date where dates stand, its open end."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.dates import counted, decades, edges, months, quarters, ranges, shifts, spans, today, units, weekdays
from pipeline.dates.licences import is_name, licensed, recurs
from pipeline.dates.moment import Moment
from pipeline.dates.numeric import numeric_date
from pipeline.dates.openings import opening_ahead, opening_clock, opening_of
from pipeline.dates.partial import Partial, resolve
from pipeline.dates.quarters import first_parts, glued_part
from pipeline.dates.reading import Hit, Reader, Reading
from pipeline.dates.years import year_point

_NAMEABLE = frozenset(("month", "hijri_month", "weekday"))


def _number(reading: Reading, index: int) -> Hit | None:
    """What a number begins: a length of time, a date in digits, a day and month, a quarter, a decade, a year."""
    return (
        spans.length_point(reading, index)
        or numeric_date(reading, index)
        or months.day_month(reading, index)
        or glued_part(reading, index)
        or decades.decade_digits(reading, index)
        or quarters.year_first(reading, index)
        or year_point(reading, index)
        or _first_parts(reading, index)
    )


def _first_parts(reading: Reading, index: int) -> Hit | None:
    """التسعة أشهر الأولى من 2024."""
    return first_parts(reading, index, index, index + 3) if reading.says(index + 2, "ordinal", 1) else None


def _article(reading: Reading, index: int) -> Hit | None:
    """The second quarter; "a week ago". The article is outside the quote of a plain year, month or day."""
    if reading.token(index).value != "the":
        return spans.counted(reading, index)
    hit = reading.point(index + 1) if reading.kind(index + 1) != "article" else None
    if hit is None or hit.rule in ("year", "month", "day_shift"):
        return None
    if reading.kind(index + 1) in ("month", "short_month", "number", "weekday"):
        return None
    return hit._replace(start=index, outer=index) if hit.start == index + 1 else hit._replace(outer=index)


def _final(reading: Reading, index: int) -> Hit | None:
    return spans.shifted_length(reading, index) or counted.final_point(reading, index)


def _fiscal(reading: Reading, index: int) -> Hit | None:
    """FY2024, FY24, fiscal 2025: the number is the year."""
    number = reading.token(index + 1)
    if number.kind == "number" and len(number.word) == 2 and reading.tight(index + 1):
        return Hit(Partial(2000 + int(number.value)), index, index + 2, index, rule="year")
    hit = year_point(reading, index + 1)
    return hit._replace(outer=index, weak=False) if hit else None


READERS: Mapping[str, Reader] = {
    "number": _number,
    "cardinal": _number,
    "decimal": numeric_date,
    "ordinal": counted.ordinal_point,
    "final": _final,
    "article": _article,
    "month": months.month_point,
    "short_month": months.month_point,
    "hijri_month": months.month_point,
    "weekday": weekdays.weekday_point,
    "short_weekday": weekdays.weekday_point,
    "bare_weekday": weekdays.weekday_point,
    "day_shift": today.day_shift_point,
    "shift": shifts.shift_point,
    "same_before": shifts.shift_point,
    "this": shifts.this_point,
    "unit": units.unit_point,
    "bare_unit": units.unit_point,
    "units": units.units_point,
    "part": edges.part_point,
    "decade": decades.decade_point,
    "fiscal": _fiscal,
    "quarter": quarters.letter_part,
    "half": quarters.letter_part,
}


class Found(NamedTuple):
    """A date read: tokens `start` to `end`, its stretch (None where its year is unknown), its fields, how it is open."""

    start: int
    end: int
    moment: Moment | None
    partial: Partial
    rule: str
    opening: str = ""


def expression(reading: Reading, index: int) -> Found | None:
    """The date or range that begins at a token."""
    hit = ranges.range_point(reading, index)
    if hit:
        found = hit.partial.whole or reading.resolved(hit, hit.outer)
        return Found(hit.start, hit.end, found, hit.partial, hit.rule) if found else None
    return _single(reading, index) or _length(reading, index)


def _length(reading: Reading, index: int) -> Found | None:
    """قبل عامين and, where days are wanted, in two days: a preposition and a length of time."""
    if reading.kind(index) != "preposition":
        return None
    anchored = spans.counted(reading, index + 1) if reading.exact and reading.lang == "en" else None
    hit = anchored or spans.placed_length(reading, index)
    return Found(hit.start, hit.end, hit.partial.whole, hit.partial, hit.rule) if hit else None


def _single(reading: Reading, index: int) -> Found | None:
    hit = reading.point(index)
    if (
        hit is None
        or recurs(reading, hit)
        or (hit.rule in _NAMEABLE and not hit.partial.choice and is_name(reading, hit))
    ):
        return None
    onward = _onward(reading, hit.end)
    if hit.weak and not onward and not licensed(reading, hit):
        return None
    opening = "since" if onward else opening_of(reading, hit)
    found = resolve(hit.partial, opening_clock(reading, hit.outer, hit.end, opening))
    if found is None and not (_unresolvable(hit.partial) and (reading.reference is None or not hit.partial.choice)):
        return None
    if found and not opening and not reading.exact:
        opening = opening_ahead(reading, hit, found)
    return Found(hit.start, onward or hit.end, found, hit.partial, hit.rule, opening)


def _onward(reading: Reading, index: int) -> int:
    """Index after "onwards", "and after", فصاعدا; 0 where none opens the end, as in "before 2010 or after 2018"."""
    if reading.kind(index) == "onward":
        return index + 1
    joined = reading.says(index, "preposition", "and", "or") and reading.says(index + 1, "preposition", "after")
    return index + 2 if joined and reading.kind(index + 2) in ("mark", "end") else 0


def _unresolvable(partial: Partial) -> bool:
    """A month, or a day of a month, whose year nothing tells: the record says XXXX."""
    return partial.year is None and partial.month is not None and partial.calendar == "gregorian"

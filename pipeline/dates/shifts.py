"""Expressions led by last, next, this, the same: last June, next Tuesday, the following month, نفس الفترة من عام 2024, هذا العام."""

from pipeline.dates.counted import last_of, run_of
from pipeline.dates.months import day_month, month_name
from pipeline.dates.partial import Partial
from pipeline.dates.placed import beyond_last, placed, placed_day, same_period
from pipeline.dates.quarters import CHOICES, last_part
from pipeline.dates.reading import Hit, Reading
from pipeline.dates.spans import shifted_length
from pipeline.dates.today import today_at
from pipeline.dates.weekdays import named_weekday, weekday_in
from pipeline.dates.years import year_phrase


def shift_point(reading: Reading, index: int) -> Hit | None:
    """What the word places: a unit, a weekday, a month, a day; where days are wanted also a length (last 3 months)."""
    shift = str(reading.token(index).value)
    counted = (run_of(reading, index, -1) if shift == "last" else None) or shifted_length(reading, index)
    if counted:
        return counted
    at = index + 1 + (reading.kind(index + 1) == "fiscal")
    token = reading.token(at)
    if at == index + 2 and shift != "same" and (hit := _fiscal(reading, index, at, shift)):
        return hit
    if token.kind == "unit" or (token.kind == "bare_unit" and reading.lang == "ar"):
        return _unit(reading, index, at, shift)
    if token.kind in ("weekday", "short_weekday"):
        return named_weekday(reading, index, at, shift)
    return _month(reading, index, at, shift) or _day(reading, index, at, shift)


def _fiscal(reading: Reading, index: int, end: int, shift: str) -> Hit | None:
    """The current fiscal, last fiscal: Indian copy leaves the year out."""
    bare = reading.token(end - 1).word.lower() == "fiscal" and reading.kind(end) in ("mark", "end", "preposition")
    return placed(reading, "year", shift, index, end) if bare else None


def _unit(reading: Reading, index: int, at: int, shift: str) -> Hit | None:
    unit, end = str(reading.token(at).value), at + 1
    if reading.lang == "en" and reading.mark(end, "-") and reading.tight(end):
        return None  # "details that year-on-year inflation", "that month-long stay"
    linked = reading.token(end).word.lower() in ("of", "in", "من", "في")
    if shift == "same" and unit not in ("year", "week", "day"):
        return same_period(reading, index, end, unit)
    hit = None
    if shift == "last" and unit in ("day", "week") and linked:
        hit = last_of(reading, index, end, unit)
    elif shift in ("last", "final") and unit in ("quarter", "half") and linked:
        hit = last_part(reading, index, end, unit)
    if hit or unit == "day":
        return hit or placed_day(reading, index, end, shift)
    shift, end = beyond_last(reading, end) or (shift, end)
    hit = placed(reading, unit, shift, index, end)
    return (weekday_in(reading, hit) or hit) if hit else None


def _month(reading: Reading, index: int, at: int, shift: str) -> Hit | None:
    """Last June, this coming March; not "that Jan Egeland", a name."""
    month, token = month_name(reading, at), reading.token(at)
    if month is None or month.calendar != "gregorian":
        return None
    named = token.kind == "month" and (token.word[:1].isupper() or reading.lang == "ar")
    if not (named or reading.mark(month.end - 1, ".") or reading.exact) or year_phrase(reading, month.end):
        return None
    choice = CHOICES.get(shift, shift)
    return Hit(Partial(month=month.number, choice=choice), index, month.end, index, rule="placed_month")


def _day(reading: Reading, index: int, at: int, shift: str) -> Hit | None:
    """Next 6th of April."""
    hit = day_month(reading, at) if shift in ("next", "last", "this", "coming") else None
    if hit is None or hit.partial.year is not None:
        return None
    partial = Partial(None, hit.partial.month, hit.partial.day, choice=CHOICES.get(shift, shift))
    return Hit(partial, index, hit.end, index, rule="placed_day")


def this_point(reading: Reading, index: int) -> Hit | None:
    """هذا العام, هذه السنة, هذا الشهر, هذا الأسبوع, هذا الاثنين."""
    token = reading.token(index + 1)
    if token.kind == "weekday":
        return Hit(Partial(weekday=int(token.value), choice="coming"), index, index + 2, index, rule="placed_weekday")
    if token.kind == "month":
        return Hit(Partial(month=int(token.value), choice="this"), index, index + 2, index, rule="placed_month")
    if token.kind != "unit":
        return None
    if token.value == "day":
        return today_at(reading, index + 1) if reading.exact else None
    hit = placed(reading, str(token.value), "this", index, index + 2)
    return (weekday_in(reading, hit) or hit) if hit else None

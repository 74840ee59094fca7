"""Units placed by a word: last year, العام المقبل, the following quarter, الفترة نفسها من عام 2024, the year before last."""

import datetime

from pipeline.dates import moment
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading, whole
from pipeline.dates.years import placed_year, year_phrase

_DAY = datetime.timedelta(days=1)
# How many units a word moves: "the same" and "this" none.
STEPS = {
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
# Counted from the last date read, not from the publication date.
BESIDE = frozenset(("same", "following", "preceding"))
_BARE = frozenset(("year", "month", "week", "quarter", "decade", "weekend"))
_NO_BARE_BEFORE = frozenset(("shift", "this", "number", "ordinal", "scale"))
# بداية العام الدراسي is no day of the calendar year.
_SCHOOL = frozenset("الدراسي الدراسية الجامعي الجامعية الاكاديمي الاكاديمية التدريبية التدريبي التاميني".split())
_LONG = frozenset(("year", "decade", "century"))
_PERIODS = frozenset(("period", "quarter", "half", "month"))


def placed(reading: Reading, unit: str, shift: str, start: int, end: int) -> Hit | None:
    """A unit that lies where the word says, from the publication date or, for "following", from the last date read."""
    if unit in ("year", "hijri year"):
        year = placed_year(reading, shift, start, end)
        return Hit(Partial(year.year, relative=year.relative), start, end, start, rule="placed_year") if year else None
    beside = reading.anchor(start) if shift in BESIDE else None
    if beside and beside.unit in _LONG:  # "the previous quarter" after "last year" is no quarter of it
        beside = None
    anchor = beside.edge(STEPS[shift]) if beside else reading.reference
    long = unit in ("decade", "century") and not reading.exact
    if unit == "period" or shift not in STEPS or anchor is None or long:
        return None
    try:
        found = moment.shifted(unit, anchor, STEPS[shift])
    except (ValueError, OverflowError):
        return None
    found = found.like(beside) if beside else found.seen_from_today()
    return whole(found, start, end, "placed_" + unit.replace(" ", "_"))


def placed_day(reading: Reading, start: int, end: int, shift: str) -> Hit | None:
    """The following day, اليوم التالي, from the last day read; اليوم الماضي only where days are wanted."""
    beside = shift in BESIDE or (reading.lang == "en" and shift == "next")
    last = reading.memory.last
    if beside:
        anchor = last.first if last and last.unit == "day" else None
    else:
        anchor = reading.reference if reading.exact else None
    if anchor is None or shift not in STEPS:
        return None
    found = moment.day(anchor + STEPS[shift] * _DAY)
    return whole(found.like(last) if beside and last else found.seen_from_today(), start, end, "placed_day")


def bare_unit(reading: Reading, index: int) -> Hit | None:
    """ "The year", العام, الشهر after "end of" or "half of": the current one."""
    token = reading.token(index)
    if token.kind != "unit" or token.value not in _BARE or reading.kind(index + 1) in _NO_BARE_BEFORE:
        return None
    if reading.token(index + 1).word in _SCHOOL:
        return None
    if reading.lang == "en" and reading.kind(index - 1) not in ("article", "part"):
        return None
    if token.value == "decade" and reading.reference:
        return whole(moment.shifted("decade", reading.reference, 0).seen_from_today(), index, index + 1, "decade")
    return placed(reading, str(token.value), "this", index, index + 1)


def same_period(reading: Reading, index: int, end: int, unit: str) -> Hit | None:
    """The same period of 2024, الربع نفسه من عام 2024: the last stretch read, in another year; that month."""
    at = end + reading.says(end, "preposition", "of", "in")
    at += reading.kind(at) == "article"
    year, last = year_phrase(reading, at), reading.memory.last_period
    if unit not in _PERIODS or last is None or unit not in ("period", last.unit):
        return None
    if year and year.year is not None:
        apart = moment.a_year_apart(last, year.year - last.last.year)
        relative = year.relative or last.relative
        return Hit(Partial(whole=apart, relative=relative), index, year.end, index, rule="same_period")
    return None if unit in ("period", "half") else whole(last, index, end, "same_period")


def beyond_last(reading: Reading, end: int) -> tuple[str, int] | None:
    """The year before last, the week after next."""
    for word, shift, choice in (("before", "last", "before last"), ("after", "next", "after next")):
        if reading.says(end, "preposition", word) and reading.says(end + 1, "shift", shift):
            return choice, end + 2
    return None


def beside_unit(reading: Reading, index: int) -> Hit | None:
    """The year before, the month after: counted from the last date, where nothing follows that they could be before or after of."""
    unit = reading.token(index)
    word = reading.token(index + 1)
    if (
        unit.value not in ("year", "month", "week")
        or word.kind != "preposition"
        or word.value not in ("before", "after")
    ):
        return None
    if reading.kind(index - 1) != "article" or reading.kind(index + 2) not in ("mark", "end", "preposition"):
        return None
    return placed(reading, str(unit.value), "preceding" if word.value == "before" else "following", index, index + 2)

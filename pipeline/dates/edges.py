"""Parts of a stretch: the end of 2023, early March, mid-2026, مطلع العام المقبل, نهاية مارس المقبل, later this year."""

import datetime

from pipeline.dates import moment
from pipeline.dates.moment import Moment
from pipeline.dates.openings import opening_clock, word_before
from pipeline.dates.partial import resolve
from pipeline.dates.placed import bare_unit, placed
from pipeline.dates.reading import Hit, Reading, whole
from pipeline.findings import Lang

_DAY = datetime.timedelta(days=1)
_IN = frozenset(("early", "late", "later", "earlier"))
# First and last day of a part, counted from the first day of a week or a month.
_OF_WEEK = {"start": (0, 2), "early": (0, 2), "middle": (2, 3), "end": (4, 6), "late": (4, 6)}
_OF_MONTH = {"start": (0, 9), "early": (0, 9), "middle": (10, 19), "end": (20, 30), "late": (20, 30)}
_OF_YEAR = {"start": (1, 3), "early": (1, 4), "middle": (5, 8), "end": (9, 12), "late": (9, 12)}
# مطلع and أواخر are wider: the halves of a year, the first fifteen days of a month.
_ARABIC_MONTH, _ARABIC_YEAR = {"start": (0, 14)}, {"start": (1, 6), "late": (7, 12)}


def part_point(reading: Reading, index: int) -> Hit | None:
    """A part of a month, a year or a longer stretch: the whole of it, since EDTF has no thirds; its days where they are wanted."""
    part = str(reading.token(index).value)
    at = index + 1 + reading.mark(index + 1, "-")
    word = reading.token(at).word.lower()
    at += word in ("of", "من", "في") or (word == "in" and part in _IN)
    at += reading.says(at, "preposition", "about")
    at += reading.kind(at) == "article"
    inner = bare_unit(reading, at) or reading.point(at) or _this_year(reading, index, part)
    part = "end" if part == "year-end" else part
    clock = opening_clock(reading, index, inner.end, word_before(reading, index)) if inner else None
    found = resolve(inner.partial, clock) if inner and clock else None
    if inner is None or found is None or found.unit in ("day", "days"):
        return None
    if reading.exact:
        found = narrowed(found, part, reading.reference, reading.lang)
    return whole(found, index, inner.end, "part_" + inner.rule)


def _this_year(reading: Reading, index: int, part: str) -> Hit | None:
    """Year-end without a year."""
    return placed(reading, "year", "this", index, index + 1) if part == "year-end" else None


def narrowed(found: Moment, part: str, reference: datetime.date | None, lang: Lang) -> Moment:
    """The days of a part: thirds of a month and a year, the first or last three days of a week, what is left of it."""
    if part in ("later", "earlier", "rest"):
        return _beside_today(found, part, reference)
    arabic = lang == "ar"
    if found.unit == "year":
        months = (_ARABIC_YEAR.get(part) if arabic else None) or _OF_YEAR[part]
        year = found.first.year
        return moment.span(moment.month(year, months[0]), moment.month(year, months[1])).like(found)
    if found.unit not in ("week", "month"):
        return found
    table = _OF_WEEK if found.unit == "week" else _OF_MONTH | _ARABIC_MONTH if arabic else _OF_MONTH
    first, last = table[part]
    return moment.days(found.first + first * _DAY, min(found.last, found.first + last * _DAY)).like(found)


def _beside_today(found: Moment, part: str, reference: datetime.date | None) -> Moment:
    """Earlier this year ends yesterday, later this year and the rest of it begin today."""
    if reference is None or not found.first <= reference <= found.last:
        return found
    if part == "earlier":
        return moment.days(found.first, max(found.first, reference - _DAY)).like(found)
    return moment.days(reference, found.last).like(found)

"""What an expression says of a date, and the stretch of days it means once the publication date and the tense are known."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from models.date import Calendar
from pipeline.dates import hijri, moment
from pipeline.dates.moment import Moment

Tense = Literal["past", "future", "either", "alone", "unknown"]
# A day that a past-tense sentence names without its year is not eleven months old when the same day comes next week.
_FAR, _NEAR = 300, 60
# Words that say which: whether it lies back, and its place among those that do.
_TURNS = {
    "last": (True, -1),
    "preceding": (True, -1),
    "before last": (True, -2),
    "next": (False, 0),
    "coming": (False, 0),
    "following": (False, 0),
    "after next": (False, 1),
}


@dataclass(frozen=True, slots=True)
class Partial:
    """The fields that were said. `choice`: which of several, as last, this or next; `whole`: it needs no choosing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: tuple[int, int] | None = None
    choice: str = ""
    calendar: Calendar = "gregorian"
    relative: bool = False
    whole: Moment | None = None


class Clock(NamedTuple):
    """The day an article appeared, and a way to ask for the tense around the expression.

    `sparing`: a month eleven months back would be called last November, as it is in Arabic copy (نوفمبر الماضي).
    """

    reference: datetime.date | None
    tense: Callable[[], Tense]
    sparing: bool = False


def resolve(partial: Partial, clock: Clock) -> Moment | None:
    """The stretch of days, or None where there is none or where it takes a publication date and there is none."""
    try:
        found: Moment | None = partial.whole or (
            _stated(partial) if partial.year is not None else _chosen(partial, clock)
        )
    except (ValueError, OverflowError):
        return None
    return found.seen_from_today() if found and partial.relative else found


def _stated(partial: Partial) -> Moment:
    year = partial.year or 0
    if partial.calendar == "islamic":
        return hijri.moment(year, partial.month, partial.day)
    if partial.months:
        return moment.months(year, *partial.months)
    if partial.month is None:
        return moment.year(year)
    if partial.day is None:
        return moment.month(year, partial.month)
    return moment.day(datetime.date(year, partial.month, partial.day))


def _chosen(partial: Partial, clock: Clock) -> Moment | None:
    reference = clock.reference
    if reference is None:
        return None
    choice = partial.choice or clock.tense()
    if partial.month is None and partial.months is None and partial.weekday is not None:
        if choice == "this":  # of this week, seen from the tense
            choice = {"past": "past", "future": "coming"}.get(clock.tense(), "this")
        return _weekday(partial, choice, reference).seen_from_today()
    sparing = partial.day is not None or clock.sparing
    found = _pick(_candidates(partial, reference), choice, reference, sparing=sparing)
    return found.seen_from_today() if found else None


def _candidates(partial: Partial, reference: datetime.date) -> list[Moment]:
    """The stretch in the years around the publication date, in order."""
    if partial.calendar == "islamic":
        middle = hijri.year_of(reference)
        fields = (partial.month, partial.day)
        return [hijri.moment(year, *fields) for year in range(middle - 1, middle + 2)]
    found: list[Moment] = []
    for year in range(reference.year - 4, reference.year + 5):
        try:
            found.append(_stated(Partial(year, partial.month, partial.day, months=partial.months)))
        except ValueError:  # 29 February in a common year
            continue
    if partial.weekday is not None:
        matching = [
            one for one in found if one.first.weekday() == partial.weekday and abs(one.first.year - reference.year) < 2
        ]
        return matching or found
    return found


def _pick(candidates: list[Moment], choice: str, reference: datetime.date, *, sparing: bool) -> Moment | None:
    if choice in _TURNS:
        past, index = _TURNS[choice]
        if past:
            return _at([one for one in candidates if one.last < reference], index)
        return _at([one for one in candidates if one.first > reference], index)
    if choice == "this":
        return next((one for one in candidates if one.first.year == reference.year), None)
    if choice in ("unknown", "either", "alone"):
        return _of_this_year(candidates, reference)
    return _toward(candidates, choice, reference, sparing=sparing)


def _toward(candidates: list[Moment], tense: str, reference: datetime.date, *, sparing: bool) -> Moment | None:
    """The nearest one in the direction of the tense; not one of another year that is far off when the other is near."""
    past = _at([one for one in candidates if one.first <= reference], -1)
    future = _at([one for one in candidates if one.last >= reference], 0)
    chosen, other = (past, future) if tense == "past" else (future, past)
    if chosen is None or other is None:
        return chosen or other
    far = abs((chosen.first - reference).days) > _FAR and abs((other.first - reference).days) < _NEAR
    return other if sparing and far and chosen.first.year != reference.year else chosen


def _of_this_year(candidates: list[Moment], reference: datetime.date) -> Moment | None:
    """Without a verb to tell: the year of the article, as agencies write dates, unless a neighbour year is much nearer."""
    nearest = min(candidates, key=lambda one: abs((one.first - reference).days), default=None)
    if nearest and abs((nearest.first - reference).days) <= _NEAR:
        return nearest
    return next((one for one in candidates if one.first.year == reference.year), nearest)


def _at(found: list[Moment], index: int) -> Moment | None:
    return found[index] if -len(found) <= index < len(found) else None


def _weekday(partial: Partial, choice: str, reference: datetime.date) -> Moment:
    weekday = partial.weekday or 0
    if partial.day is not None:
        return _weekday_of_month(partial, choice, reference)
    back = (reference.weekday() - weekday) % 7
    ahead = (weekday - reference.weekday()) % 7
    offsets = {
        "last": -(back or 7),
        "preceding": -(back or 7),
        # English "last Wednesday", said on a Thursday, is not yesterday.
        "last but one day": -(back if back > 1 else back + 7),
        "past": -back,
        "before last": -(back or 7) - 7,
        "this": weekday - reference.weekday(),
        "coming": ahead,
        "future": ahead,
        "either": ahead if ahead < back else -back,
        "alone": ahead or 7,
        "soon": ahead or 7,
        "next": 7 - reference.weekday() + weekday,
        # English "next Friday" of an article is the coming one, but not tomorrow's or the day after's.
        "next but two days": ahead if ahead > 2 else ahead + 7,
        "following": 7 - reference.weekday() + weekday,
        "after next": (ahead or 7) + 7,
    }
    offset = offsets.get(choice, -back)
    return moment.day(reference + datetime.timedelta(days=offset))


def _weekday_of_month(partial: Partial, choice: str, reference: datetime.date) -> Moment:
    """Tuesday the 19th: the nearest month, seen in the direction of the tense, in which the weekday fits."""
    steps: Iterable[int] = range(0, 12) if choice in ("future", "alone", "next") else (0, -1, -2, 1, -3, 2)
    for step in steps:
        first = moment.add_months(reference.replace(day=1), step)
        try:
            when = first.replace(day=partial.day or 1)
        except ValueError:
            continue
        if when.weekday() == partial.weekday:
            return moment.day(when)
    raise ValueError("no such day")

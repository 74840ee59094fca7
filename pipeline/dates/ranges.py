"""Two ends as one stretch: 14-16 May 2025, from January to July, بين 28 فبراير و3 مارس, 2024-2026, عامي 2026 و2027."""

import datetime

from pipeline.dates import moment
from pipeline.dates.licences import licensed
from pipeline.dates.moment import Moment
from pipeline.dates.months import day_number, month_name
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading, whole
from pipeline.dates.years import is_counted, year_after

_LEADS = {"from": "from", "since": "from", "starting": "from", "between": "between"}
# Years that a dash joins are at most so far apart.
_LONGEST = 50
# What stands behind a day whose month follows.
_BEFORE_MONTH = frozenset(("month", "short_month", "hijri_month", "bare_unit"))
# Days that are named one by one before their month.
_MOST_DAYS = 6


def range_point(reading: Reading, index: int) -> Hit | None:
    """The range that begins at a token, with the word that leads it."""
    lead = reading.token(index)
    led = _LEADS.get(str(lead.value), "") if lead.kind == "preposition" else "between" if lead.kind == "pair" else ""
    if reading.lang == "ar" and reading.says(index, "preposition", "of"):
        led = "from"  # من is both "of" and "from"
    at = index + bool(led)
    at += bool(led) and (reading.says(at, "bare_unit", "year", "day") or reading.kind(at) == "pair")
    if reading.kind(at) not in reading.readers:
        return None
    hit = _days_of_month(reading, index, at, led) or _two_dates(reading, index, at, led)
    hit = _with_shift(reading, hit) if hit and lead.kind == "pair" else hit
    return hit if hit is None or lead.kind != "pair" or _adjoining(hit) else None


def _with_shift(reading: Reading, hit: Hit) -> Hit:
    """يومي الأربعاء والخميس المقبلين: the adjective of both, which moves a pair that lies on its wrong side by a week."""
    found, today = hit.partial.whole, reading.reference
    inside = reading.kind(hit.end - 1) == "shift"
    shift = reading.token(hit.end - inside)
    if found is None or today is None or shift.kind != "shift" or (found.last - found.first).days > 1:
        return hit
    step = 7 * ((shift.value == "next" and found.first <= today) - (shift.value == "last" and found.last >= today))
    moved = moment.days(found.first + datetime.timedelta(step), found.last + datetime.timedelta(step))
    return whole(moved.like(found), hit.start, hit.end + (not inside), hit.rule)


def _adjoining(hit: Hit) -> bool:
    """Whether the two of يومي, شهري, عامي follow one another: عامي 2019 و2023 are two years, not five."""
    found = hit.partial.whole
    lengths = {"year": 731, "month": 62, "day": 2}
    ends = found.value.split("/") if found else []
    unit = {4: "year", 7: "month", 10: "day"}[len(ends[0])] if ends else "day"
    return found is not None and (found.last - found.first).days < lengths[unit]


def _connector(reading: Reading, index: int, led: str) -> int:
    """Index after the word or dash that joins two ends, 0 where none does."""
    if led and reading.mark(index, ",،") and reading.says(index + 1, "preposition", "to", "until"):
        return index + 2  # from Monday, 13 October, to Friday, 17 October
    token = reading.token(index)
    if led == "between" and token.clitic.startswith("و"):
        return index  # بين يناير وأبريل
    if token.kind != "preposition":
        years = reading.mark(index, "/") and reading.tight(index) and reading.tight(index + 1)
        return index + 1 if reading.mark(index, "-~") or years else 0
    if token.value == "and" and led == "from" and reading.says(index + 1, "preposition", "until", "to"):
        return index + 2
    return index + 1 if token.value in ("to", "until") or (token.value == "and" and led == "between") else 0


def _days_of_month(reading: Reading, index: int, at: int, led: str) -> Hit | None:
    """14-16 May 2025, from the 13th to the 15th of July, 29 و30 تموز; July 13 to 15."""
    at += reading.kind(at) == "article"
    left = day_number(reading, at)
    if left is None:
        return _month_then_days(reading, index, at, led)
    day, end = left
    joined = _connector(reading, end, led)
    if not joined:
        return _listed_days(reading, index, at, end, [day])
    right = _dated_day(reading, joined)
    return joined_range(reading, index, Hit(_on_day(right.partial, day), at, end, at), right) if right else None


def _dated_day(reading: Reading, index: int) -> Hit | None:
    """A day with its month at a token."""
    at = index + (reading.kind(index) == "article")
    hit = reading.point(at) if day_number(reading, at) else None
    return hit if hit and hit.partial.day and hit.partial.weekday is None else None


def _listed_days(reading: Reading, index: int, at: int, end: int, days: list[int]) -> Hit | None:
    """29 و30 تموز, 10, 11 and 12 November: one stretch where they follow one another; else the first day alone (3 and 7 May)."""
    first_end = end
    while len(days) < _MOST_DAYS and (reading.says(end, "preposition", "and") or reading.mark(end, ",،")):
        at_last = end + 1 + (reading.kind(end + 1) == "article")
        more = day_number(reading, at_last)
        if more is None:
            return None
        days, end = [*days, more[0]], more[1]
        if reading.kind(end) in _BEFORE_MONTH or reading.says(end, "preposition", "of"):
            right = _dated_day(reading, at_last)
            left = Hit(_on_day(right.partial, days[0]), at, first_end, at, rule="day_month") if right else None
            together = days == list(range(days[0], days[0] + len(days)))
            if right and left and together:
                return joined_range(reading, index, left, right)
            return left if days[0] < days[-1] else None
    return None


def _on_day(partial: Partial, day: int) -> Partial:
    """Another day of the same month, of the month before where it comes later in the month."""
    month, year = partial.month, partial.year
    if partial.day is not None and day > partial.day and month is not None:
        month, year = (month - 1, year) if month > 1 else (12, year and year - 1)
    choice, calendar = partial.choice, partial.calendar
    return Partial(year, month, day, choice=choice, calendar=calendar, relative=partial.relative)


def _month_then_days(reading: Reading, index: int, at: int, led: str) -> Hit | None:
    """July 13 to 15, November 18-19, 2025, يوليو 13-15."""
    month = month_name(reading, at)
    first = day_number(reading, month.end + reading.says(month.end, "article", "the")) if month else None
    joined = _connector(reading, first[1], led or "between") if first else 0
    if month is None or first is None or not joined:
        return None
    joined += reading.kind(joined) == "article"
    second = day_number(reading, joined)
    if second is None or month_name(reading, second[1]) or is_counted(reading, second[1]):
        return None
    year = year_after(reading, second[1], month.calendar)
    said, choice = (year.year, year.choice) if year else (None, "")
    number = month.number + (second[0] < first[0])
    left = Partial(said, month.number, first[0], choice=choice, calendar=month.calendar)
    right = Partial(said, number, second[0], choice=choice, calendar=month.calendar)
    end = year.end if year else second[1]
    return joined_range(reading, index, Hit(left, at, first[1], at), Hit(right, joined, end, joined, rule="days"))


def _two_dates(reading: Reading, index: int, at: int, led: str) -> Hit | None:
    left = reading.point(at)
    joined = _connector(reading, left.end, led) if left else 0
    if left is None or not joined:
        return None
    joined += reading.says(joined, "bare_unit", "day")
    right = reading.point(joined) or _now(reading, joined) or _short_right(reading, left, joined)
    linked = bool(led) or (reading.kind(joined - 1) == "preposition" and licensed(reading, left))
    if right is None or not _same_grain(left, right, linked=linked):
        return None
    if left.weak and left.rule == "hijri_month":  # the صفر إلى صفر of a match
        return None
    if reading.mark(joined - 1, "/") and not (left.rule == right.rule == "year"):
        return None
    return joined_range(reading, index, left, right)


def _now(reading: Reading, index: int) -> Hit | None:
    """ "Between 2019 and now", where days are wanted."""
    now = reading.exact and reading.token(index).word in ("now", "الان")
    return (
        whole(moment.day(reading.reference).seen_from_today(), index, index + 1, "now")
        if now and reading.reference
        else None
    )


def _short_right(reading: Reading, left: Hit, index: int) -> Hit | None:
    """2024-25, 2024/25, 1950-53: the second year by its last two digits."""
    token, year = reading.token(index), left.partial.year
    if left.rule != "year" or token.kind != "number" or len(token.word) != 2 or not year:
        return None
    short = int(token.value)
    last = year // 100 * 100 + short
    if not year < last < year + _LONGEST and (year + 1) % 100 != short:
        return None
    return Hit(Partial(last if last > year else year + 1), index, index + 1, index, rule="year")


def _same_grain(left: Hit, right: Hit, *, linked: bool) -> bool:
    """Whether the two can be ends of one range: not a year and a number that only looks like one."""
    if linked:
        return True
    if left.weak and left.rule == "year":
        first, last = left.partial.year or 0, right.partial.year or 0
        return right.rule == "year" and 1900 <= first < last <= first + _LONGEST
    if left.rule == right.rule == "year":
        return True
    known = left.partial.whole or right.partial.whole
    return known is not None or bool(left.partial.day) == bool(right.partial.day)


def joined_range(reading: Reading, index: int, left: Hit, right: Hit) -> Hit | None:
    """From the first day of one to the last day of the other, the year of one taken from the other where it is not said."""
    left = left._replace(partial=_with_year_of(reading, left, right))
    first, last = reading.resolved(left, left.outer), reading.resolved(right, right.outer)
    if first is None or last is None or first.calendar != last.calendar:
        return None
    if last.last < first.first and right.partial.year is None and right.partial.whole is None:
        last = _moved_after(last, first, right.partial)
    if last.last < first.first:
        return None
    if left.rule.startswith("part_") and (first.unit, last.unit) == ("year", "month"):
        first = moment.month(first.first.year, 1).like(first)  # from the beginning of 2025 to the end of August
    if first.unit == last.unit == "quarter" and first.first.year == last.first.year:
        quarters = moment.months(first.first.year, first.first.month, last.last.month)
        return whole(quarters.like(last), index, right.end, "range")
    return whole(moment.span(first, last), index, right.end, "range")


def _with_year_of(reading: Reading, left: Hit, right: Hit) -> Partial:
    """The left end with the year of the right one, or with the year before where it comes later in the year."""
    fields, end = left.partial, reading.resolved(right, right.outer)
    if fields.whole or fields.year is not None or not (fields.month or fields.months):
        return fields
    if end is None or right.partial.choice or fields.choice:
        return fields
    if fields.calendar == "islamic":
        return Partial(right.partial.year, fields.month, fields.day, calendar="islamic")
    month = fields.month or (fields.months[0] if fields.months else 1)
    year = end.first.year - ((month, fields.day or 1) > (end.last.month, end.last.day))
    return Partial(year, fields.month, fields.day, months=fields.months, relative=right.partial.year is None)


def _moved_after(last: Moment, first: Moment, partial: Partial) -> Moment:
    """The right end moved to where it follows the left one: the next such weekday, the same stretch a year on."""
    if partial.month is None and partial.weekday is not None:
        behind = (first.first - last.last).days
        return moment.day(last.first.fromordinal(last.first.toordinal() + 7 * -(-behind // 7))).like(last)
    if last.unit == "day":
        return moment.day(moment.add_months(last.first, 12)).like(last)
    return moment.a_year_apart(last, 1).like(last)

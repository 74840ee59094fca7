"""Days counted from a date: two years ago, قبل عامين; and, where days are wanted, next 3 weeks, in two days, 3 days from today.

In an article only "ago" places something on the calendar; the others are durations there (the past five years).
"""

import datetime

from pipeline.dates import moment
from pipeline.dates.moment import Moment
from pipeline.dates.partial import Partial
from pipeline.dates.placed import placed_day
from pipeline.dates.reading import Hit, Reading, whole

_DAY = datetime.timedelta(days=1)
_COUNTABLE = frozenset(("day", "week", "month", "quarter", "year", "decade"))
_UNITS = frozenset(("unit", "units", "bare_unit", "dual_unit"))
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_BACK = frozenset(("last", "past", "preceding", "before last"))
_AHEAD = frozenset(("next", "coming", "following"))

_NAMED = frozenset(("weekday", "day_shift", "month", "hijri_month", "number"))
# Too vague for a day of an article: a few weeks ago, قبل بضعة أشهر.
_FEW = frozenset("few several couple بضع بضعة".split())
_ENDING = frozenset("ended ending المنتهي المنتهية المنتهيه".split())

# How finely "ago" tells: two weeks ago is a day, a decade ago a year.
_GRAINS = {"week": "day", "decade": "year"}

Length = tuple[tuple[int, str], ...]


def length_point(reading: Reading, index: int) -> Hit | None:
    """What a count of units begins."""
    return months_to(reading, index) or counted(reading, index) or shifted_length(reading, index)


def length(reading: Reading, index: int) -> tuple[Length, int] | None:
    """A length of time and where it ends: 3 weeks, a year, عامين, ثلاثة أشهر, أسبوع, 2 years 1 month and 21 days."""
    first = _one_length(reading, index)
    if first is None:
        return None
    parts, end = [first[0]], first[1]
    while reading.lang == "en" and len(parts) < 4:
        at = end + (reading.mark(end, ",") or reading.says(end, "preposition", "and"))
        more = _one_length(reading, at) if reading.kind(at) in ("number", "cardinal") else None
        if more is None or more[0][1] == parts[-1][1]:
            break
        parts.append(more[0])
        end = more[1]
    return tuple(parts), end


def _one_length(reading: Reading, index: int) -> tuple[tuple[int, str], int] | None:
    token, after = reading.token(index), reading.token(index + 1)
    if token.kind == "dual_unit":
        return (2, str(token.value)), index + 1
    if token.kind == "bare_unit" and token.value in _COUNTABLE:
        return (1, str(token.value)), index + 1
    if after.kind not in _UNITS or after.value not in _COUNTABLE:
        return None
    count = 1 if reading.says(index, "article", "a") else 0
    if token.kind in ("number", "cardinal") and (reading.exact or token.word.lower() not in _FEW):
        count = int(token.value)
    return ((count, str(after.value)), index + 2) if 0 < count < 5000 else None


def moved(when: datetime.date, span: Length, sign: int) -> datetime.date:
    """The day that lies a length of time before (-1) or after (1) another."""
    for count, unit in span:
        if unit in _MONTHS:
            when = moment.add_months(when, sign * count * _MONTHS[unit])
        else:
            when += sign * count * (7 if unit == "week" else 1) * _DAY
    return when


def _placed(reading: Reading, span: Length, sign: int, index: int, end: int, rule: str) -> Hit | None:
    """The stretch that lies a length of time from the publication date: a day where days are wanted, else of the unit said."""
    if reading.reference is None:
        return None
    try:
        when = moved(reading.reference, span, sign)
        unit = "day" if reading.exact or len(span) > 1 else _GRAINS.get(span[0][1], span[0][1])
        found = moment.shifted(unit, when, 0)
    except (ValueError, OverflowError):
        return None
    return Hit(Partial(whole=found, relative=True), index, end, index, rule=rule)


def counted(reading: Reading, index: int) -> Hit | None:
    """What begins with a length of time: two years ago, a week earlier; 3 days from today, 3 weeks later."""
    found = length(reading, index)
    if found is None:
        return None
    span, end = found
    after = reading.token(end)
    if after.kind == "ago":
        return _placed(reading, span, -1, index, end + 1, "ago")
    if after.kind == "part" and after.word in ("earlier", "later") and not reading.exact:
        return _beside_last(reading, span, -1 if after.value == "earlier" else 1, index, end + 1)
    return _from_anchor(reading, span, index, end) if reading.exact else None


def months_to(reading: Reading, index: int) -> Hit | None:
    """The nine months to September, the year ended 31 March 2025, الأشهر التسعة المنتهية في سبتمبر: that many months up to it."""
    span, end = _months_said(reading, index)
    after = reading.token(end)
    ends = after.word.lower() in _ENDING
    if not span or not (ends or reading.says(end, "preposition", "to")):
        return None
    at = end + 1 + (ends and reading.kind(end + 1) == "preposition")
    inner = reading.point(at)
    found = reading.resolved(inner, index) if inner and inner.partial.month else None
    if inner is None or found is None or found.unit not in ("day", "month"):
        return None
    first = moment.add_months(found.last.replace(day=1), 1 - span)
    stretch = moment.span(moment.month(first.year, first.month), moment.month(found.last.year, found.last.month))
    return whole(stretch.like(found), index, inner.end, "months_to")


def _months_said(reading: Reading, index: int) -> tuple[int, int]:
    """How many months a stretch has, and where it ends: nine months, year, quarter, half-year, الأشهر التسعة; 0 where none."""
    token, after = reading.token(index), reading.token(index + 1)
    if token.kind in ("number", "cardinal") and after.kind == "units" and after.value == "month":
        return int(token.value) if int(token.value) <= 24 else 0, index + 2
    if token.kind == "units" and token.value == "month" and after.kind in ("number", "cardinal"):
        return int(after.value) if int(after.value) <= 24 else 0, index + 2
    if (
        token.kind == "unit"
        and token.value == "half"
        and reading.mark(index + 1, "-")
        and reading.says(index + 2, "unit", "year")
    ):
        return 6, index + 3
    if token.kind == "unit" and token.value in ("year", "quarter", "half"):
        return {"year": 12, "half": 6, "quarter": 3}[str(token.value)], index + 1
    return 0, index


def _beside_last(reading: Reading, span: Length, sign: int, index: int, end: int) -> Hit | None:
    """A year earlier: that long before the stretch that is compared, the same part of the year where it is no single day."""
    count, unit = span[0]
    if unit == "day":
        return placed_day(reading, index, end, "preceding" if sign < 0 else "following") if count == 1 else None
    memory = reading.memory
    if sign > 0 and not reading.same_sentence(memory.token, index):
        return None  # "five years later" of a story told
    last = reading.compared(index) if sign < 0 else reading.anchor(index)
    if last is None and reading.reference and sign < 0 and count == 1:
        last = moment.year(reading.reference.year).seen_from_today()
    if len(span) > 1 or unit not in ("year", "month") or last is None:
        return None
    if unit == "month":
        found = moment.shifted("month", last.first, sign * count)
    else:
        base = last if count == 1 and last.unit != "day" else moment.year(last.first.year)
        found = moment.a_year_apart(base, sign * count)
    return whole(found.like(last), index, end, "beside_last")


def _from_anchor(reading: Reading, span: Length, index: int, end: int) -> Hit | None:
    """Two weeks after January 15th, 3 days from today; for 3 days from today is the days themselves."""
    token = reading.token(end)
    if token.kind == "part" and token.value == "later":
        return _placed(reading, span, 1, index, end + 1, "later")
    at = end + reading.mark(end, ",")
    link = reading.token(at)
    if link.kind != "preposition" or link.value not in ("from", "after", "before", "since", "starting"):
        return None
    if reading.token(at + 1).word.lower() in ("now", "الان"):
        return _placed(reading, span, 1, index, at + 2, "from_now")
    anchor = reading.point(at + 1)
    day = reading.resolved(anchor, index)
    if anchor is None or day is None:
        return None
    lasting = reading.says(index - 1, "preposition", "for") or link.word.lower().startswith(("start", "begin"))
    if lasting:
        found = moment.days(day.first, moved(day.first, span, 1))
    else:
        found = moment.day(moved(day.first, span, -1 if link.value == "before" else 1))
    return Hit(Partial(whole=found, relative=day.relative), index, anchor.end, index, rule="from_date")


def placed_length(reading: Reading, index: int) -> Hit | None:
    """قبل عامين: two years ago, in any text; منذ, بعد, in and within a length of time only where days are wanted."""
    word = str(reading.token(index).value)
    about = reading.says(index + 1, "preposition", "about")
    found = length(reading, index + 1 + about) if word in ("before", "since", "after", "in", "within") else None
    if found is None:
        return None
    span, end = found
    if reading.lang == "ar":
        return _arabic_length(reading, word, span, index, end)
    if not reading.exact or word not in ("in", "within") or reading.kind(end) == "ago":
        return None
    return _within(reading, span, index, end) if word == "within" else _placed(reading, span, 1, index, end, "from_now")


def _arabic_length(reading: Reading, word: str, span: Length, index: int, end: int) -> Hit | None:
    if word == "before":
        # قبل ثلاث سنوات من توقيعها counts from something else, قبل يوم الأحد means before Sunday.
        if reading.token(end).word.startswith("من") or reading.kind(end) in _NAMED:
            return None
        return _placed(reading, span, -1, index, end, "ago")
    if not reading.exact or word not in ("since", "after"):
        return None
    end += 2 * (reading.says(end, "preposition", "of") and reading.token(end + 1).word == "الان")
    return _placed(reading, span, -1 if word == "since" else 1, index, end, "from_now")


def _within(reading: Reading, span: Length, index: int, end: int) -> Hit | None:
    today = reading.reference
    if today is None:
        return None
    return Hit(
        Partial(whole=moment.days(today, moved(today, span, 1) - _DAY), relative=True), index, end, index, rule="within"
    )


def shifted_length(reading: Reading, index: int) -> Hit | None:
    """Last 3 months, the next two decades, الأشهر الثلاثة القادمة, 5 upcoming years: only where days are wanted."""
    if not reading.exact or reading.reference is None:
        return None
    found = _shift_first(reading, index) or _count_first(reading, index)
    if found is None:
        return None
    shift, count, unit, end = found
    stretch = _run(reading.reference, shift, count, unit)
    return whole(stretch.seen_from_today(), index, end, "shifted_length") if stretch else None


def _shift_first(reading: Reading, index: int) -> tuple[str, int, str, int] | None:
    """Last 3 months; آخر 3 سنوات."""
    token = reading.token(index)
    if token.kind not in ("shift", "final"):
        return None
    found = length(reading, index + 1)
    if found is None or reading.kind(index + 1) not in ("number", "cardinal"):
        return None
    shift = "last" if token.kind == "final" else str(token.value)
    (count, unit), end = found[0][0], found[1]
    return (shift, count, unit, end) if len(found[0]) == 1 else None


def _count_first(reading: Reading, index: int) -> tuple[str, int, str, int] | None:
    """5 upcoming years; الأشهر الثلاثة القادمة, الثلاثة عقود القادمة, 2 العقود الماضية."""
    fields: dict[str, int | str] = {}
    at = index
    while at < index + 3:
        token = reading.token(at)
        kind = "unit" if token.kind in _UNITS else "count" if token.kind in ("number", "cardinal") else token.kind
        if kind not in ("unit", "count", "shift") or kind in fields:
            return None
        fields[kind] = token.value
        at += 1
    if int(fields.get("count", 0)) > 1 and reading.lang == "en" and reading.kind(at - 1) == "unit":
        return None
    if len(fields) < 3 or fields["unit"] not in _COUNTABLE or reading.token(index).kind == "shift":
        return None
    return str(fields["shift"]), int(fields["count"]), str(fields["unit"]), at


def _run(today: datetime.date, shift: str, count: int, unit: str) -> Moment | None:
    """The days of the last or next N units: whole weeks, quarters and decades; days, months and years from today on."""
    sign = -1 if shift in _BACK else 1 if shift in _AHEAD else 0
    if not sign or count > 1000:
        return None
    if unit in ("week", "quarter", "decade"):
        near, far = moment.shifted(unit, today, sign), moment.shifted(unit, today, sign * count)
        return moment.span(min(near, far, key=_first), max(near, far, key=_first))
    edge = moved(today, ((count, unit),), sign)
    return moment.days(edge, today - _DAY) if sign < 0 else moment.days(today + _DAY, edge)


def _first(found: Moment) -> datetime.date:
    return found.first

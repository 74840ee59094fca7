"""Whole expressions: a date where dates stand, two dates as one range, a range of days in one month, open ends."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.dates import moment, periods, places, spans, weekdays
from pipeline.dates.moment import Moment
from pipeline.dates.months import _HIJRI_OTHER_WORDS, day_number, month_name, month_point
from pipeline.dates.partial import Partial, Tense, resolve
from pipeline.dates.reading import Hit, Reader, Reading
from pipeline.dates.years import is_counted, plain_year, year_after


def _ordinal(reading: Reading, index: int) -> Hit | None:
    return weekdays.nth_weekday(reading, index) or periods.ordinal_point(reading, index)


def _article(reading: Reading, index: int) -> Hit | None:
    if reading.token(index).value != "the":
        return spans.counted(reading, index)
    if reading.kind(index + 1) == "article":
        return None
    hit = reading.point(index + 1)
    if hit is None or hit.rule in ("year", "month", "day_shift"):
        return None
    return hit._replace(start=index, outer=index) if hit.start == index + 1 else hit._replace(outer=index)


def _cardinal(reading: Reading, index: int) -> Hit | None:
    return (
        spans.months_to(reading, index)
        or spans.counted(reading, index)
        or spans.shifted_length(reading, index)
        or periods.number_point(reading, index)
    )


def _final(reading: Reading, index: int) -> Hit | None:
    return (
        weekdays.nth_weekday(reading, index)
        or spans.shifted_length(reading, index)
        or places.final_point(reading, index)
    )


def _unit(reading: Reading, index: int) -> Hit | None:
    return places.unit_point(reading, index) or spans.months_to(reading, index)


def _units(reading: Reading, index: int) -> Hit | None:
    return places.units_point(reading, index) or spans.months_to(reading, index)


READERS: Mapping[str, Reader] = {
    "number": _cardinal,
    "decimal": periods.decimal_point,
    "cardinal": _cardinal,
    "ordinal": _ordinal,
    "final": _final,
    "article": _article,
    "month": month_point,
    "short_month": month_point,
    "hijri_month": month_point,
    "weekday": weekdays.weekday_point,
    "short_weekday": weekdays.weekday_point,
    "bare_weekday": weekdays.weekday_point,
    "day_shift": places.day_shift_point,
    "shift": places.shift_point,
    "this": places.this_point,
    "same_before": places.shift_point,
    "unit": _unit,
    "bare_unit": places.unit_point,
    "units": _units,
    "part": places.part_point,
    "decade": periods.decade_point,
    "quarter": periods.letter_part,
    "half": periods.letter_part,
}
_LICENCES = frozenset(
    (
        "starting",
        "in",
        "since",
        "until",
        "before",
        "after",
        "of",
        "to",
        "from",
        "between",
        "than",
        "for",
        "about",
        "within",
    )
)
_STRONG = frozenset(("starting", "in", "since", "until", "before", "after", "between"))


_OPENINGS = frozenset(("since", "starting", "until", "before", "after"))


# Plurals that a year before them describes and does not count: 2019 levels, the 2018 elections.
_NOT_COUNTED = frozenset(
    "levels figures results prices elections terms accounts budgets earnings profits revenues sales exports imports talks rules "
    "sanctions protests accords estimates forecasts targets data games olympics summits rates values versus plus this does was has "
    "less across towards besides as".split()
)
_POSSESSIVES = frozenset("a an the its his her their our s this that".split())
_SEASONS = frozenset("spring summer autumn fall winter season monsoon election".split())
# Arabic nouns that a bare year follows as their date.
_DATED_NOUNS = frozenset(
    "ربيع صيف خريف شتاء موسم موازنة ميزانية اتفاقية اتفاق معاهدة انتخابات حرب ازمة ثورة قرار قانون دستور بروتوكول نتائج حصيلة "
    "مستويات مستوي ارقام بيانات اسعار صادرات واردات ايرادات ارباح مبيعات احصاءات قمة حدود".split()
)


class Found(NamedTuple):
    """A date read: tokens `start` to `end`, the first token that belongs to it, its stretch or its fields where unresolved."""

    start: int
    end: int
    outer: int
    moment: Moment | None
    partial: Partial
    rule: str
    opening: str = ""


def expression(reading: Reading, index: int) -> Found | None:
    """The date or range that begins at a token."""
    return _range(reading, index) or _single(reading, index) or _length(reading, index)


def _length(reading: Reading, index: int) -> Found | None:
    """قبل عامين and, where days are wanted, in two days: a preposition and a length of time."""
    if reading.kind(index) != "preposition":
        return None
    hit = (
        spans.counted(reading, index + 1) if reading.exact and reading.lang == "en" else None
    ) or spans.placed_length(reading, index)
    found = _resolved(reading, hit) if hit else None
    return Found(hit.start, hit.end, hit.outer, found, hit.partial, hit.rule) if hit and found else None


def _single(reading: Reading, index: int) -> Found | None:
    hit = reading.point(index)
    if hit is not None and hit.rule == "month" and not hit.partial.choice and _is_name(reading, hit):
        return None
    onward = _onward(reading, hit.end) if hit else 0
    if hit is None or (hit.weak and not onward and not _licensed(reading, hit)):
        return None
    opening = _opening(reading, hit)
    if onward:
        hit, opening = hit._replace(end=onward), "since"
    found = _resolved(reading, hit, opening)
    if found is None and not _unresolvable(hit.partial):
        return None
    return Found(hit.start, hit.end, hit.outer, found, hit.partial, hit.rule, opening)


def _is_name(reading: Reading, hit: Hit) -> bool:
    """Whether an English month is a first name: April Glaspie."""
    before, after = reading.token(hit.outer - 1), reading.token(hit.end)
    if reading.lang == "ar" or reading.exact or before.kind in ("part", "shift"):
        return False
    if before.kind == "preposition" and before.value not in ("and", "or"):
        return False
    return after.kind == "word" and after.word[0].isupper() and after.start - reading.token(hit.end - 1).end == 1


def _onward(reading: Reading, index: int) -> int:
    """Index after "onwards", "and after", فصاعدا that opens the end; 0 where none does, as in "before 2010 or after 2018"."""
    if reading.kind(index) == "onward":
        return index + 1
    joined = reading.says(index, "preposition", "and", "or") and reading.says(index + 1, "preposition", "after")
    return index + 2 if joined and reading.kind(index + 2) in ("mark", "end") else 0


def _unresolvable(partial: Partial) -> bool:
    """A month, or a day of a month, whose year nothing tells: the record says XXXX."""
    return partial.year is None and partial.month is not None and partial.calendar == "gregorian" and not partial.choice


def _resolved(reading: Reading, hit: Hit, opening: str = "") -> Moment | None:
    clock = reading.clock(hit.outer, hit.end)
    toward: dict[str, Tense] = {"since": "past", "until": "future", "before": "future"}
    if opening in toward and clock.tense() != "past":
        clock = clock._replace(tense=lambda: toward[opening])
    return resolve(hit.partial, clock)


def _licensed(reading: Reading, hit: Hit) -> bool:
    """Whether a weak hit, such as a number that may be a year, stands where dates stand."""
    before = reading.token(hit.outer - 1)
    if hit.rule != "year":
        return _month_licensed(reading, hit, before.kind, str(before.value))
    if is_counted(reading, hit.end) or reading.mark(hit.end, "%"):
        return False
    if before.kind == "preposition" and str(before.value) in _STRONG:
        return True
    if before.kind == "preposition" and str(before.value) in _LICENCES:
        return not _counts(reading, hit.end)
    if reading.mark(hit.outer - 1, "(") and reading.mark(hit.end, "),،"):
        return True
    return _listed(reading, hit) or _of_noun(reading, hit, before.word.lower())


def _of_noun(reading: Reading, hit: Hit, before: str) -> bool:
    """A 2019 valuation, the 2018 elections, ميزانية 2026, صيف 2027; not the 2030 Agenda, a name."""
    if reading.lang == "ar":
        return before.lstrip("وبلفك") in _DATED_NOUNS or before in _DATED_NOUNS
    after = reading.token(hit.end)
    if before in _SEASONS:
        return True
    described = before in _POSSESSIVES or (before == "s" and reading.mark(hit.outer - 2, "'"))
    return described and after.kind == "word" and after.word.islower() and not _counts(reading, hit.end)


def _listed(reading: Reading, hit: Hit) -> bool:
    """2021 in "in 2019, 2020 and 2021": after a year that was read as one."""
    at = hit.outer - 1
    joined = reading.says(at, "preposition", "and", "or") or reading.mark(at, ",،")
    year = plain_year(reading, at - 1) if joined else None
    return bool(
        year
        and reading.last
        and reading.last.unit == "year"
        and reading.last.first.year == year
        and not _counts(reading, hit.end)
    )


def _counts(reading: Reading, index: int) -> bool:
    """Whether an English plural follows, which a number before it would count: "of 2025 vessels"."""
    token = reading.token(index)
    word = token.word
    return token.kind == "word" and word.islower() and word.endswith("s") and len(word) > 3 and word not in _NOT_COUNTED


def _month_licensed(reading: Reading, hit: Hit, kind: str, value: str) -> bool:
    if hit.rule in ("quarter", "half", "first_months", "months", "month") and hit.partial.months:
        return kind in ("preposition", "article") or hit.rule in ("quarter", "first_months")
    if kind == "end" and reading.exact and reading.kind(hit.end) == "end":
        return True
    if hit.rule.startswith("hijri"):
        name = reading.token(hit.start)
        sure = name.kind == "bare_unit" or str(name.word).lower() not in _HIJRI_OTHER_WORDS
        return (
            sure
            and not reading.exact
            and (name.kind == "bare_unit" or kind == "part" or (kind == "preposition" and value in _STRONG))
        )
    capital = reading.lang == "ar" or reading.token(hit.start).word[0].isupper() or reading.exact
    if kind == "preposition" and value in _LICENCES and capital:
        return reading.lang == "en" or value != "of" or reading.token(hit.start).word not in ("اب",)
    return kind == "part" and capital


def _opening(reading: Reading, hit: Hit) -> str:
    """since, until, before or after where such a word opens or closes the stretch."""
    at = hit.outer - 1
    if hit.rule == "year" and hit.outer == hit.start and reading.kind(at) == "article":
        return ""  # "by a 2019 valuation"
    while (
        reading.says(at, "preposition", "about")
        or reading.says(at, "bare_unit", "day", "year")
        or reading.kind(at) == "article"
    ):
        at -= 1
    token = reading.token(at)
    if reading.token(hit.outer - 1).word.lower() == "beginning":
        return "starting"
    if reading.kind(hit.outer - 1) == "part":
        return ""
    if token.kind == "preposition" and token.value in _OPENINGS:
        return str(token.value)
    return ""


# --- Ranges -----------------------------------------------------------------------------------------------------------------


def _range(reading: Reading, index: int) -> Found | None:
    lead = reading.token(index)
    introduced = ""
    if lead.kind == "preposition" and (
        lead.value in ("from", "between", "since", "starting") or (reading.lang == "ar" and lead.value == "of")
    ):
        introduced = "between" if lead.value == "between" else "from"
    at = index + 1 if introduced else index
    at += introduced != "" and reading.says(at, "bare_unit", "year", "day")
    if reading.kind(at) not in READERS:
        return None
    return _days_of_month(reading, index, at, introduced) or _two_dates(reading, index, at, introduced)


def _connector(reading: Reading, index: int, introduced: str) -> int:
    """Index after the word or dash that joins two ends, 0 where none does."""
    token = reading.token(index)
    if introduced == "between" and token.clitic.startswith("و"):
        return index  # بين يناير وأبريل
    if token.kind == "preposition":
        joins = token.value in ("to", "until") or (token.value == "and" and introduced == "between")
        end = index + 1
        if token.value == "and" and introduced == "from" and reading.says(end, "preposition", "until", "to"):
            return end + 1  # من 2020 وحتى 2024 tokenises as one word; "from May and until June"
        return end if joins else 0
    return index + 1 if reading.mark(index, "-~") else 0


def _days_of_month(reading: Reading, index: int, at: int, introduced: str) -> Found | None:
    """14-16 May 2025, from the 13th to the 15th of July, 29 و30 تموز; July 13 to 15."""
    at += reading.kind(at) == "article"
    left = day_number(reading, at)
    if left is None:
        return _month_then_days(reading, index, at, introduced)
    joined = _connector(reading, left[1], introduced)
    listed = not joined and reading.says(left[1], "preposition", "and")
    second = joined or (left[1] + 1 if listed else 0)
    if not second:
        return None
    second += reading.kind(second) == "article"
    right = reading.point(second)
    if (
        right is None
        or not right.partial.day
        or right.partial.weekday is not None
        or day_number(reading, second) is None
    ):
        return None
    if listed and right.partial.day != left[0] + 1:
        return None
    return _joined(reading, index, Hit(_on_day(right.partial, left[0]), at, left[1], at), right)


def _on_day(partial: Partial, day: int) -> Partial:
    month, year = partial.month, partial.year
    if partial.day is not None and day > partial.day and month is not None:
        month, year = (month - 1, year) if month > 1 else (12, year and year - 1)
    return Partial(year, month, day, None, None, partial.choice, partial.calendar, partial.relative)


def _month_then_days(reading: Reading, index: int, at: int, introduced: str) -> Found | None:
    """July 13 to 15, November 18-19, 2025, يوليو 13-15."""
    month = month_name(reading, at)
    if month is None:
        return None
    first_at = month.end + reading.says(month.end, "article", "the")
    first = day_number(reading, first_at)
    joined = _connector(reading, first[1], introduced or "between") if first else 0
    if first is None or not joined:
        return None
    joined += reading.kind(joined) == "article"
    second = day_number(reading, joined)
    if second is None or month_name(reading, second[1]) or is_counted(reading, second[1]):
        return None
    year = year_after(reading, second[1], month.calendar)
    number = month.number + (second[0] < first[0])
    right = Partial(year and year.year, number, second[0], choice=year.choice if year else "", calendar=month.calendar)
    end = year.end if year else second[1]
    left = Partial(right.year, month.number, first[0], choice=right.choice, calendar=month.calendar)
    return _joined(reading, index, Hit(left, at, first[1], at), Hit(right, joined, end, joined, rule="days"))


def _two_dates(reading: Reading, index: int, at: int, introduced: str) -> Found | None:
    left = reading.point(at)
    if left is None:
        return None
    joined = _connector(reading, left.end, introduced)
    if not joined:
        return None
    joined += reading.says(joined, "bare_unit", "day")
    right = reading.point(joined)
    if right is None and reading.exact and reading.token(joined).word in ("now", "الان") and reading.reference:
        right = Hit(Partial(whole=moment.day(reading.reference), relative=True), joined, joined + 1, joined)
    if right is None:
        right = _short_right(reading, left, joined)
    linked = introduced or ("through" if reading.kind(joined - 1) == "preposition" and _licensed(reading, left) else "")
    if right is None or not _same_grain(left, right, linked):
        return None
    return _joined(reading, index, left, right)


def _short_right(reading: Reading, left: Hit, joined: int) -> Hit | None:
    """2024-25, 2024/25: the second year by its last two digits."""
    token = reading.token(joined)
    year = left.partial.year
    if (
        left.rule != "year"
        or token.kind != "number"
        or len(token.word) != 2
        or not year
        or int(token.value) != (year + 1) % 100
    ):
        return None
    return Hit(Partial(year + 1), joined, joined + 1, joined, rule="year")


def _same_grain(left: Hit, right: Hit, introduced: str) -> bool:
    """Whether the two can be ends of one range: not a year and a number that only looks like one."""
    if left.weak and left.rule == "year" and not introduced:
        years = left.partial.year or 0, right.partial.year or 0
        return right.rule == "year" and 1900 <= years[0] < years[1] <= years[0] + 50
    if introduced:
        return True
    return (
        bool(left.partial.day) == bool(right.partial.day)
        or left.partial.whole is not None
        or right.partial.whole is not None
    )


def _joined(reading: Reading, index: int, left: Hit, right: Hit) -> Found | None:
    fields = left.partial
    if fields.whole is None and fields.year is None and (fields.month or fields.months):
        fields = _with_year_of(reading, left, right)
        left = left._replace(partial=fields)
    first, last = _resolved(reading, left), _resolved(reading, right)
    if (
        last is not None
        and first is not None
        and last.last < first.first
        and right.partial.year is None
        and right.partial.whole is None
    ):
        last = _after(last, first, right.partial)
    if first is None or last is None or first.calendar != last.calendar:
        return None
    try:
        whole = moment.span(first, last)
    except ValueError:
        return None
    return Found(index, right.end, index, whole, Partial(whole=whole), "range")


def _with_year_of(reading: Reading, left: Hit, right: Hit) -> Partial:
    """The left end of a range with the year of the right one, or the year before where it comes later in the year."""
    fields, end = left.partial, _resolved(reading, right)
    if end is None or right.partial.choice or fields.choice:
        return fields
    month = fields.month or (fields.months[0] if fields.months else 1)
    year = end.first.year - (
        (month > end.last.month and right.partial.year is not None)
        or (month, fields.day or 1) > (end.last.month, end.last.day)
    )
    if fields.calendar == "islamic":
        return Partial(right.partial.year, fields.month, fields.day, calendar="islamic")
    return Partial(year, fields.month, fields.day, months=fields.months, relative=right.partial.year is None)


def _after(last: Moment, first: Moment, partial: Partial) -> Moment:
    """The right end moved to where it follows the left one: the next such weekday, the same day a year on."""
    if partial.month is None and partial.weekday is not None:
        while last.last < first.first:
            last = moment.day(last.first.fromordinal(last.first.toordinal() + 7)).seen_from_today()
        return last
    return (
        moment.a_year_apart(last, 1)
        if last.unit != "day"
        else moment.day(moment.add_months(last.first, 12)).seen_from_today()
    )

"""Parts of a year: Q3 2025 · النصف الأول من العام الجاري · the first nine months of 2024 · 2018Q4."""

from pipeline.dates import moment
from pipeline.dates.months import month_name
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading, whole
from pipeline.dates.years import YearHit, plain_year, year_phrase

_SIZES = {"quarter": 3, "half": 6, "month": 1}
_LETTERS = frozenset(("quarter", "half"))
LAST_PARTS = {"quarter": (10, 12), "half": (7, 12)}
# The first of a year's parts, by name: "the same" is this year's, "the following" the next.
CHOICES = {"same": "this", "following": "next", "coming": "next", "preceding": "last", "past": "last"}
Months = tuple[int, int]


def part_of_year(unit: str, number: int) -> Months | None:
    """First and last month of the nth quarter or half."""
    size = _SIZES.get(unit) if unit in _LETTERS else None
    if size is None or not 1 <= number <= 12 // size:
        return None
    return (number - 1) * size + 1, number * size


def of_year(reading: Reading, index: int, end: int, months: Months, rule: str) -> Hit | None:
    """Months of a year, where the year follows; weak where it does not. None where "of" leads elsewhere."""
    year = _year_complement(reading, end)
    if year:
        partial = Partial(year.year, months=months, relative=year.relative)
        # The first quarter of the financial year 2025/2026 begins with its first year.
        slash = year.start >= 0 and reading.mark(year.end, "/") and reading.kind(year.end + 1) == "number"
        return Hit(partial, index, year.end + 2 * slash, index, rule=rule)
    if reading.says(end, "preposition", "of"):
        return None
    shift = reading.token(end)
    if reading.lang == "ar" and shift.kind == "shift":
        choice = CHOICES.get(str(shift.value), str(shift.value))
        return Hit(Partial(months=months, choice=choice), index, end + 1, index, rule=rule)
    return Hit(Partial(months=months), index, end, index, weak=True, rule=rule)


def _year_complement(reading: Reading, index: int) -> YearHit | None:
    """The year that a quarter or half is of: of 2025, of this year, من العام الجاري, 2025 alone, '25."""
    at = index + (reading.says(index, "preposition", "of", "in") or reading.mark(index, ",-"))
    short = reading.token(at + 1)
    if reading.mark(at, "'") and reading.tight(at + 1) and short.kind == "number" and len(short.word) == 2:
        return YearHit(2000 + int(short.value), at + 2)
    if reading.tight(at) and reading.kind(at) == "number" and len(reading.token(at).word) == 2:
        return YearHit(2000 + int(reading.token(at).value), at + 1)  # 1H25
    return year_phrase(reading, at, bare=at > index)


def letter_part(reading: Reading, index: int) -> Hit | None:
    """Q3 2025, H1, Q2 of last year."""
    token, number = reading.token(index), reading.token(index + 1)
    if number.kind != "number" or not reading.tight(index + 1) or not (token.word.isupper() or reading.exact):
        return None
    months = part_of_year(token.kind, int(number.value))
    if months is None or (reading.tight(index + 2) and reading.kind(index + 2) == "word"):  # an H2B visa
        return None
    return of_year(reading, index, index + 2, months, token.kind)


def glued_part(reading: Reading, index: int) -> Hit | None:
    """2018Q4, 2019 H2, 2017-Q1; 1Q25 and 2H 2024 of company reports."""
    year = plain_year(reading, index)
    at = index + 1 + bool(year and reading.mark(index + 1, "-"))
    letter, number = reading.token(at), reading.token(at + 1 if year else index)
    if letter.kind not in _LETTERS or number.kind != "number" or not reading.tight(at + 1 if year else at):
        return None
    months = part_of_year(letter.kind, int(number.value))
    if months is None or (year is None and not letter.word.isupper()):
        return None
    if year:
        return Hit(Partial(year, months=months), index, at + 2, index, rule=letter.kind)
    return of_year(reading, index, at + 1, months, letter.kind)


def year_first(reading: Reading, index: int) -> Hit | None:
    """2016 June, 2016, Nov, 2015/Aug/12, 2016 the third quarter: a year before its part, only where days are wanted."""
    year = plain_year(reading, index) if reading.exact else None
    if year is None:
        return None
    at = index + 1 + reading.mark(index + 1, ",-/")
    at += reading.kind(at) == "article"
    month = month_name(reading, at)
    if month and month.calendar == "gregorian":
        day = reading.token(month.end + 1)
        if reading.mark(month.end, "-/") and day.kind == "number" and reading.tight(month.end + 1):
            partial = Partial(year, month.number, int(day.value))
            return Hit(partial, index, month.end + 2, index, rule="year_month_day")
        return Hit(Partial(year, month.number), index, month.end, index, rule="year_month")
    ordinal, unit = reading.token(at), reading.token(at + 1)
    months = part_of_year(str(unit.value), int(ordinal.value)) if ordinal.kind == "ordinal" else None
    return Hit(Partial(year, months=months), index, at + 2, index, rule="year_part") if months else None


def ordinal_part(reading: Reading, index: int, end: int, number: int, unit: str) -> Hit | None:
    """The third quarter of 2025, النصف الثاني من تشرين الأول: the nth part whose ordinal and unit end before `end`."""
    months = part_of_year(unit, number)
    if months is None:
        return None
    return _half_of_month(reading, index, end, number, unit) or of_year(reading, index, end, months, unit)


def last_part(reading: Reading, index: int, end: int, unit: str) -> Hit | None:
    """The last quarter of 2024, الربع الأخير من العام: the fourth."""
    months = LAST_PARTS.get(unit)
    return of_year(reading, index, end, months, unit) if months else None


def first_parts(reading: Reading, index: int, at: int, end: int) -> Hit | None:
    """The first nine months, the first three quarters (count and unit at `at`): they end before `end`."""
    tokens = reading.token(at), reading.token(at + 1)
    count = next((token for token in tokens if token.kind in ("number", "cardinal")), None)
    unit = next((token for token in tokens if token.kind == "units"), None)
    size = _SIZES.get(str(unit.value)) if unit else None
    if count is None or size is None or not 1 < int(count.value) <= 12 // size:
        return None
    return of_year(reading, index, end, (1, int(count.value) * size), "first_months")


def _half_of_month(reading: Reading, index: int, end: int, number: int, unit: str) -> Hit | None:
    """النصف الثاني من تشرين الأول المقبل, the first half of March."""
    at = end + reading.says(end, "preposition", "of", "in")
    inner = reading.point(at) if unit == "half" and at > end else None
    found = reading.resolved(inner, index)
    if inner is None or found is None or found.unit != "month":
        return None
    middle = found.first.replace(day=15)
    part = moment.days(found.first, middle) if number == 1 else moment.days(middle.replace(day=16), found.last)
    return whole(part.like(found), index, inner.end, "half_of_month")

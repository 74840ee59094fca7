"""Years: 2025, عام 2024, "last year", السنة المالية 2025, "two thousand and eighteen", 1447 هـ."""

from typing import NamedTuple

from models.date import Calendar
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading

_FIRST, _LAST = 1000, 2199
_HIJRI_FIRST, _HIJRI_LAST = 1200, 1600
# Signs, magnitudes, currencies, units and nouns that make a number before them an amount or a count.
_COUNTED = frozenset(
    "% $ € £ million billion trillion thousand hundred mn bn tn m percent per cent percentage km kilometres kilometers metres "
    "meters miles tonnes tons barrels mw gw kw gwh mwh megawatts gigawatts hectares people persons jobs units dollars euros "
    "dirhams riyals rials dinars pounds yuan usd aed sar qar kwd bhd omr egp eur gbp companies projects students vehicles cars "
    "homes employees workers hours minutes days weeks months years "
    "مليون مليونا ملايين مليار مليارا مليارات الف الفا الاف تريليون بليون مئة مائة دولار دولارا دولارات درهم درهما دراهم ريال ريالا دينار "
    "دينارا يورو جنيه جنيها ليرة يوان طن طنا برميل برميلا كيلومتر كيلومترا كلم كم متر مترا هكتار هكتارا ميغاواط ميجاواط "
    "غيغاواط شخص شخصا شركة مشروع مشروعا وظيفة فرصة طالب طالبا وحدة سيارة منزل موظف موظفا عامل عاملا ساعة دقيقة يوما شهرا سنة "
    "عاما اسبوعا نقطة".split()
)


_ERA_SIGNS = frozenset(("h", "ه", "هجرية", "هجري", "للهجرة", "ah", "hijri"))


class YearHit(NamedTuple):
    """A year, or the choice of one ("next"); where its quote starts and where it ends."""

    year: int | None
    end: int
    choice: str = ""
    relative: bool = False
    start: int = -1


def is_counted(reading: Reading, index: int) -> bool:
    """Whether the token after a number makes it an amount, a count or a longer number."""
    token = reading.token(index)
    return token.word.lower() in _COUNTED or (token.kind == "code") or (token.kind == "scale" and token.word != "")


def plain_year(reading: Reading, index: int, calendar: Calendar = "gregorian", *, named: bool = False) -> int | None:
    """The number at a token where it can be a year of the calendar. `named`: عام or "year" before it says that it is one."""
    token = reading.token(index)
    early = calendar == "islamic" and (named or reading.token(index + 1).word in _ERA_SIGNS)
    if token.kind != "number" or len(token.word) not in ((3, 4) if early else (4,)):
        return None
    if len(token.word) == 3:
        return int(token.value)
    value = int(token.value)
    first, last = (_FIRST, _LAST) if calendar == "gregorian" else (_HIJRI_FIRST, _HIJRI_LAST)
    if not first <= value <= last or (not named and is_counted(reading, index + 1)) or _part_of_code(reading, index):
        return None
    return value


def _part_of_code(reading: Reading, index: int) -> bool:
    return reading.tight(index) and reading.mark(index - 1, "$€£#:.+")


def year_after(reading: Reading, index: int, calendar: Calendar = "gregorian") -> YearHit | None:
    """The year, or the adjective that chooses it, after a month: 2025 · , 2025 · of last year · المقبل · من عام 2026."""
    token = reading.token(index)
    if reading.mark(index, ",،") or (reading.mark(index, "-/.") and plain_year(reading, index + 1, calendar)):
        year = plain_year(reading, index + 1, calendar)
        if year:
            return YearHit(year, _past_era(reading, index + 2, calendar))
        named = reading.says(index + 1, "bare_unit", "year")  # 8 تموز، عام 1889
        return year_phrase(reading, index + 1, calendar) if named or reading.exact else None
    if token.kind == "shift" and reading.lang == "ar":
        return YearHit(None, index + 1, _choice_of(str(token.value)))
    at = index + (token.kind == "preposition" and token.value in ("of", "in"))
    return year_phrase(reading, at, calendar) or _two_digits(reading, at, linked=at > index)


def _two_digits(reading: Reading, index: int, *, linked: bool) -> YearHit | None:
    """'25; where days are wanted also 14th April 15 at the end of a text, April of 87."""
    marked = reading.mark(index, "'") and reading.tight(index + 1)
    at = index + marked
    token = reading.token(at)
    if token.kind != "number" or len(token.word) != 2 or is_counted(reading, at + 1):
        return None
    plain = reading.exact and (linked or reading.kind(at + 1) in ("end", "mark"))
    value = int(token.value)
    return YearHit(value + (2000 if value < 70 else 1900), at + 1) if marked or plain else None


def _choice_of(shift: str) -> str:
    return {"same": "this", "following": "next", "preceding": "last"}.get(shift, shift)


def year_phrase(
    reading: Reading, index: int, calendar: Calendar = "gregorian", *, bare: bool = False
) -> YearHit | None:
    """A year by number, in words or by its place: 2024, عام 2024, last year, this year, العام الجاري, that year.

    `bare`: "the year" and العام alone mean the current one, as in "the second half of the year".
    """
    at = index + (reading.kind(index) in ("article", "fiscal"))
    year = plain_year(reading, at, calendar)
    if year:
        return YearHit(year, _past_era(reading, at + 1, calendar), start=at)
    token = reading.token(at)
    if token.kind in ("unit", "bare_unit") and token.value in ("year", "hijri year"):
        return _after_year_word(reading, at, calendar, bare=bare and token.kind == "unit")
    if token.kind in ("shift", "this", "same_before"):
        after = at + 1 + (reading.kind(at + 1) == "fiscal")
        if reading.says(after, "unit", "year") or reading.says(after, "bare_unit", "year"):
            return placed_year(reading, str(token.value), at, after + 1)
        return None
    return spelled_year(reading, at)


def _after_year_word(reading: Reading, at: int, calendar: Calendar, *, bare: bool) -> YearHit | None:
    """What follows "the year" or عام: a number, words, an adjective, or nothing."""
    after = at + 1 + (reading.lang == "en" and reading.says(at + 1, "preposition", "of"))
    year = plain_year(reading, after, calendar, named=True)
    if year and reading.token(after).word:
        return YearHit(year, _past_era(reading, after + 1, calendar), start=after)
    shift = reading.token(after)
    if reading.lang == "ar" and shift.kind in ("shift", "this"):
        return placed_year(reading, str(shift.value), at, after + 1)
    return spelled_year(reading, after) or (placed_year(reading, "this", at, at + 1) if bare else None)


def placed_year(reading: Reading, shift: str, start: int, end: int) -> YearHit | None:
    """The year that lies where the word says: last year from the publication date, the following year from the last date."""
    beside = {"same": 0, "following": 1, "preceding": -1}
    anchor = reading.anchor(start) if shift in beside else None
    if anchor:
        return YearHit(anchor.first.year + beside[shift], end, relative=anchor.relative)
    if reading.reference is None:
        return None
    steps = {
        "last": -1,
        "past": -1,
        "preceding": -1,
        "before last": -2,
        "next": 1,
        "coming": 1,
        "following": 1,
        "after next": 2,
    }
    return YearHit(reading.reference.year + steps.get(shift, 0), end, relative=True)


def spelled_year(reading: Reading, index: int) -> YearHit | None:
    """Two thousand and eighteen, nineteen seventy-eight, ألفين وثمانية عشر."""
    token = reading.token(index)
    if token.kind == "scale" and reading.lang == "ar":
        first = 2000 if token.word.rstrip("نيا").endswith("لف") and token.word.endswith(("ان", "ين")) else 1000
        return _summed(reading, index + 1, first)
    if token.kind != "cardinal" or reading.lang == "ar":
        return None
    after, value = reading.token(index + 1), int(token.value)
    if after.kind == "scale":
        scale = int(after.value)
        return _summed(reading, index + 2, value * scale) if _FIRST <= value * scale <= _LAST else None
    if after.kind == "cardinal" and 11 <= value <= 21 and int(after.value) > 9:
        return YearHit(value * 100 + int(after.value), index + 2)
    return None


def _summed(reading: Reading, index: int, value: int) -> YearHit:
    """The rest of a year in words: and eighteen, وتسعمائة وثمانية وسبعون."""
    end, limit = index, 1000
    while True:
        at = end + reading.says(end, "preposition", "and")
        token = reading.token(at)
        if (
            token.kind != "cardinal"
            or int(token.value) >= limit
            or (reading.lang == "ar" and at == end and not token.clitic)
        ):
            return YearHit(value, end)
        value, limit, end = value + int(token.value), 100 if int(token.value) >= 100 else 10, at + 1


def _past_era(reading: Reading, index: int, calendar: Calendar) -> int:
    """Past the sign of the Islamic era, which belongs to the quote: 1447 هـ, 1445 AH."""
    sign = reading.token(index).word.lower()
    if calendar == "islamic" and sign in _ERA_SIGNS and (sign != "h" or reading.tight(index)):
        return index + 1
    return index


def year_point(reading: Reading, index: int) -> Hit | None:
    """A year alone, weak; a year of the Islamic calendar by its sign."""
    year = plain_year(reading, index)
    if year is None:
        return None
    sign = reading.token(index + 1).word.lower()
    if sign in _ERA_SIGNS and sign != "h" and 1200 <= year <= 1600:
        return Hit(Partial(year, calendar="islamic"), index, index + 2, index, rule="hijri_year")
    if not 1500 <= year <= 2150:
        return None
    return Hit(Partial(year), index, index + 1, index, weak=True, rule="year")

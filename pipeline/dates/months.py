"""Days and months by name: 18th November, 2025 · March 3 · الأول من أيلول/سبتمبر المقبل · 07 ربيع الآخر 1445 هـ."""

from typing import NamedTuple

from models.date import Calendar
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Hit, Reading
from pipeline.dates.years import YearHit, is_counted, year_after

# Months only in a place for dates: the verb and the modal, "may" and مارس; آب, which normalised reads "father".
_OTHER_WORDS = frozenset(("may", "march", "august", "مارس", "اب", "ماي", "مايو", "جوان", "اوت"))


class Month(NamedTuple):
    """A month name: its number and calendar, where it ends, whether it is surely a month."""

    number: int
    calendar: Calendar
    end: int
    sure: bool


def day_number(reading: Reading, index: int) -> tuple[int, int] | None:
    """A day of the month and where it ends: 3, 3rd, third, الثالث, ثلاثة."""
    token = reading.token(index)
    if token.kind == "number":
        if len(token.word) > 2 or not 1 <= int(token.value) <= 31 or _inside_time(reading, index):
            return None
        if reading.tight(index + 1) and reading.kind(index + 1) == "word":
            return None  # the 2 of March-2C
        return int(token.value), index + 1
    if token.kind in ("ordinal", "cardinal") and 1 <= int(token.value) <= 31:
        return int(token.value), index + 1
    return None


def _inside_time(reading: Reading, index: int) -> bool:
    """The 30 of 10:30, the 5 of $5, the 7 of 3.7."""
    return reading.tight(index) and reading.mark(index - 1, ":.$€£")


def month_name(reading: Reading, index: int) -> Month | None:
    """A month name at a token, with شهر before it and its other name after it (أيلول/سبتمبر)."""
    if reading.says(index, "bare_unit", "month") and reading.token(index).word.endswith("شهر"):
        named = _by_name(reading, index + 1)
        return named._replace(sure=True) if named else _numbered_month(reading, index + 1)
    if reading.says(index, "unit", "month") and reading.kind(index + 1) == "ordinal" and reading.lang == "ar":
        return _numbered_month(reading, index + 1)
    return _by_name(reading, index)


def _by_name(reading: Reading, index: int) -> Month | None:
    token = reading.token(index)
    if token.kind == "hijri_month":
        return Month(int(token.value), "islamic", index + 1, True)
    if token.kind not in ("month", "short_month"):
        return None
    end = index + 1
    if token.kind == "short_month" and reading.mark(end, "."):
        end += 1
    end = _other_name(reading, end, int(token.value))
    bare = token.word[len(token.clitic) :].lower()
    if bare == "اب" and token.clitic.strip("وف"):  # باب is a door
        return None
    sure = (token.kind == "month" and bare not in _OTHER_WORDS) or end > index + 2
    return Month(int(token.value), "gregorian", end, sure)


def _numbered_month(reading: Reading, index: int) -> Month | None:
    token = reading.token(index)
    if token.kind not in ("ordinal", "cardinal", "number") or not 1 <= int(token.value) <= 12 or token.word == "واحد":
        return None
    # "شهر ثلاثة" is speech; in an article "شهر 9" is a month only with its year.
    if token.kind != "ordinal" and not reading.exact and year_after(reading, index + 1) is None:
        return None
    return Month(int(token.value), "gregorian", index + 1, True)


def _other_name(reading: Reading, end: int, number: int) -> int:
    """Past the second name of a month, after a slash, in brackets or right behind it."""
    if reading.says(end, "month", number):
        return end + 1
    if reading.mark(end, "/-") and reading.says(end + 1, "month", number):
        return end + 2
    if reading.mark(end, "(") and reading.says(end + 1, "month", number) and reading.mark(end + 2, ")"):
        return end + 3
    return end


def day_month(reading: Reading, index: int) -> Hit | None:
    """14 September 2025, the 14th of last month, الرابع عشر من سبتمبر 2025, 15 من الشهر الجاري."""
    found = day_number(reading, index)
    if not found:
        return None
    day, end = found
    end = _between(reading, end)
    month = month_name(reading, end)
    if month is None:
        return _day_of_shifted_month(reading, index, day, end)
    year = year_after(reading, month.end, month.calendar)
    if year is None and (_is_verb(reading, index, month, end) or _is_place(reading, index, month, day)):
        return None
    return _assemble(reading, index, month, year, day)


def _is_verb(reading: Reading, index: int, month: Month, at: int) -> bool:
    """The "may" of "one may ask", the صفر of a score of 2 صفر."""
    word = reading.token(at).word
    if reading.lang == "ar":
        return word == "صفر"
    return not (month.sure or reading.exact or word[0].isupper())


def _is_place(reading: Reading, index: int, month: Month, day: int) -> bool:
    """Cities of Egypt that are called by a day: السادس من أكتوبر, 10th of Ramadan."""
    day_of = (month.calendar, month.number, day) in (("gregorian", 10, 6), ("islamic", 9, 10))
    return day_of and not reading.exact and reading.kind(index) == "ordinal"


def _between(reading: Reading, index: int) -> int:
    """Past what may stand between day and month: of, من, a dot, a slash, "day of"."""
    if reading.says(index, "unit", "day") and reading.says(index + 1, "preposition", "of"):
        index += 1
    if reading.says(index, "preposition", "of"):
        return index + 1
    return index + 1 if reading.mark(index, "./-") else index


def _assemble(reading: Reading, index: int, month: Month, year: YearHit | None, day: int | None) -> Hit | None:
    end = year.end if year else month.end
    partial = Partial(
        year=year.year if year else None,
        month=month.number,
        day=day,
        choice=year.choice if year else "",
        calendar=month.calendar,
        relative=bool(year and year.relative),
    )
    weak = (day is None and year is None and not month.sure) or (
        month.calendar == "islamic" and day is None and year is None
    )
    rule = ("day_month" if day else "month") + ("_year" if year and year.year else "")
    return Hit(partial, index, end, index, weak, rule if month.calendar == "gregorian" else "hijri_" + rule)


def _day_of_shifted_month(reading: Reading, index: int, day: int, end: int) -> Hit | None:
    """15 الجاري, 15 من الشهر الجاري, the 20th of next month, 4 to 22 this month."""
    today = reading.reference
    if (
        today
        and reading.lang == "ar"
        and reading.says(end, "shift", "this")
        and not reading.token(end).word.endswith("ة")
    ):
        return Hit(Partial(today.year, today.month, day, relative=True), index, end + 1, index, rule="day_of_month")
    linked = reading.says(end, "preposition", "in") or reading.says(end - 1, "preposition", "of")
    if not (linked or reading.kind(index) == "number"):  # not "the second the following month"
        return None
    end += reading.kind(end) == "article" or reading.says(end, "preposition", "in")
    month = reading.point(end) if reading.kind(end) in ("shift", "unit", "this") else None
    found = month.partial.whole if month else None
    if month is None or found is None or found.unit != "month" or found.calendar != "gregorian":
        return None
    partial = Partial(found.first.year, found.first.month, day, relative=True)
    return Hit(partial, index, month.end, index, rule="day_of_month")


def month_point(reading: Reading, index: int) -> Hit | None:
    """March 2025, March 3rd, 2025, سبتمبر الماضي, June of last year; a month alone is weak where the word has other senses."""
    month = month_name(reading, index)
    if month is None:
        return None
    return _month_day(reading, index, month) or _assemble(
        reading, index, month, year_after(reading, month.end, month.calendar), None
    )


def _month_day(reading: Reading, index: int, month: Month) -> Hit | None:
    at = month.end
    if reading.mark(at, ".") and not (reading.tight(at + 1) or reading.exact):
        return None  # "due to open in January. Fifteen engineers"
    at += reading.mark(at, "-/.,،") and (reading.exact or not reading.mark(at, ",،"))
    at += reading.says(at, "article", "the")
    found = day_number(reading, at)
    if found is None or (reading.lang == "ar" and reading.kind(at) == "cardinal") or reading.says(at, "scale"):
        return None
    day, end = found
    year = year_after(reading, end, month.calendar)
    if year is None and (is_counted(reading, end) or reading.kind(end) == "unit"):
        return None
    return _assemble(reading, index, Month(month.number, month.calendar, end, True), year, day)

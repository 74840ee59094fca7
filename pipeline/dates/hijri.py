"""Islamic dates in days of the Gregorian calendar.

1343 to 1500 AH by the Umm al-Qura calendar of Saudi Arabia (library hijridate); other years by the tabular civil calendar,
which may differ from it by a day.
"""

from datetime import date

from hijridate import Hijri

from pipeline.dates.moment import Moment, days

_FIRST_YEAR, _LAST_YEAR = 1343, 1500  # the years that hijridate covers
# Julian day numbers of the day before 1 Muharram 1 AH (civil epoch) and of the day before 1 January 1 CE.
_CIVIL_EPOCH, _COMMON_EPOCH = 1948439, 1721425


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of an Islamic date. Raises ValueError where month or day do not exist."""
    if not (1 <= year <= 2000 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no Islamic date: {year}-{month}-{day}")
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        try:
            found = Hijri(year, month, day).to_gregorian()
            return date(found.year, found.month, found.day)
        except (ValueError, OverflowError):
            if day < 30:
                raise
    return tabular(year, month, day)


def tabular(year: int, month: int, day: int) -> date:
    """The Gregorian day by the tabular civil calendar: thirty-year cycle with eleven leap years (type II): 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29."""
    elapsed = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day
    return date.fromordinal(_CIVIL_EPOCH + elapsed - _COMMON_EPOCH)


def year_of(when: date) -> int:
    """The Islamic year that a Gregorian day falls in."""
    year = (when.year - 622) * 33 // 32
    while gregorian(year + 1, 1, 1) <= when:
        year += 1
    while gregorian(year, 1, 1) > when:
        year -= 1
    return year


def moment(year: int, month: int | None, day: int | None) -> Moment:
    """The days of an Islamic day, month or year."""
    if month is None:
        first, after = gregorian(year, 1, 1), gregorian(year + 1, 1, 1)
    elif day is None:
        first, after = gregorian(year, month, 1), gregorian(*((year, month + 1) if month < 12 else (year + 1, 1)), 1)
    else:
        first = gregorian(year, month, day)
        return Moment(first.isoformat(), first, first, "day", "islamic")
    last = date.fromordinal(after.toordinal() - 1)
    unit = days(first, last)
    return Moment(unit.value, first, last, "year" if month is None else "month", "islamic")

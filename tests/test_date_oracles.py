"""Free oracles: what Babel writes and what hijridate converts is read back to the same day."""

import datetime
import itertools
import random
from collections.abc import Iterator

import pytest
from babel.dates import format_date
from hijridate import Hijri

from pipeline.dates import hijri
from pipeline.dates.find import read_dates
from pipeline.findings import Lang

FIRST, LAST = datetime.date(1950, 1, 1), datetime.date(2068, 12, 31)
# Two digits of a year are read as 1970 to 2069.
SHORT_FIRST = datetime.date(1970, 1, 1)
COUNT = 2_000
LOCALES: dict[str, tuple[Lang, bool]] = {
    "en": ("en", False),
    "en_GB": ("en", True),
    "ar": ("ar", True),
    "ar_EG": ("ar", True),
    "ar_MA": ("ar", True),
    "ar_LB": ("ar", True),
}
FORMATS = ("full", "long", "medium", "short")
MONTH_NAMES = (
    "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة"
).split("|")


def some_days(seed: int, first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    chosen = random.Random(seed)
    for _ in range(COUNT):
        yield datetime.date.fromordinal(chosen.randint(first.toordinal(), last.toordinal()))


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("locale", LOCALES)
def test_babel_dates_are_read_back(locale: str, style: str) -> None:
    lang, day_first = LOCALES[locale]
    for day in some_days(7, SHORT_FIRST if style == "short" else FIRST, LAST):
        text = format_date(day, style, locale=locale)
        found = read_dates(text, lang, None, day_first=day_first)
        assert [date.value for date in found] == [day.isoformat()], text


@pytest.mark.parametrize("locale", LOCALES)
def test_babel_months_of_years_are_read_back(locale: str) -> None:
    lang, _ = LOCALES[locale]
    for day in some_days(8, FIRST, LAST):
        text = format_date(day, "MMMM y", locale=locale)
        assert [date.value for date in read_dates(text, lang, None)] == [f"{day:%Y-%m}"], text


@pytest.mark.parametrize("month_first", [False, True])
def test_islamic_days_are_those_of_umm_al_qura(month_first: bool) -> None:
    chosen = random.Random(9)
    for _ in range(COUNT):
        year, month, day = chosen.randint(1343, 1500), chosen.randint(1, 12), chosen.randint(1, 29)
        expected = Hijri(year, month, day).to_gregorian().isoformat()
        text = f"{day} {MONTH_NAMES[month - 1]} {year} هـ"
        if month_first:
            text = f"{Hijri(year, month, day).month_name('en')} {day}, {year}"
        found = read_dates(text, "en" if month_first else "ar", None)
        assert [(date.value, date.calendar) for date in found] == [(expected, "islamic")], text


def test_islamic_months_and_years_are_whole() -> None:
    """The days of a year's months, end to end, are the days of the year, inside and outside Umm al-Qura."""
    for year in (1200, 1342, 1343, 1400, 1447, 1500, 1501, 1600):
        months = [hijri.moment(year, month, None) for month in range(1, 13)]
        whole = hijri.moment(year, None, None)
        assert (months[0].first, months[-1].last) == (whole.first, whole.last)
        for before, after in itertools.pairwise(months):
            assert before.last + datetime.timedelta(days=1) == after.first
            # Umm al-Qura as it was kept has months of 28 and 31 days before 1365.
            assert 28 <= (before.last - before.first).days + 1 <= 31


def test_the_tabular_calendar_stays_within_two_days_of_umm_al_qura() -> None:
    for year in range(1343, 1501):
        for month in range(1, 13):
            found = Hijri(year, month, 1).to_gregorian()
            assert abs((hijri.tabular(year, month, 1) - datetime.date(found.year, found.month, found.day)).days) <= 2

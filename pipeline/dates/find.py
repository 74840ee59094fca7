"""Dates of an article, and of a plain string: every expression that places something on the calendar, as EDTF."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from models.edtf import bounds
from pipeline.dates import arabic, english
from pipeline.dates.expressions import READERS, Found, expression
from pipeline.dates.memory import Memory
from pipeline.dates.moment import Moment
from pipeline.dates.numeric import day_comes_first
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Reading
from pipeline.dates.tokens import Lexicon
from pipeline.document import Document
from pipeline.findings import DateFinding, Lang, Notice, Span
from pipeline.text import MatchText, normalise

_LEXICONS: dict[Lang, Lexicon] = {"en": english.LEXICON, "ar": arabic.LEXICON}
_STARTERS = frozenset(READERS) | {"preposition", "pair"}
# "هـ الموافق", "corresponding to", a comma or a bracket; calendars that go by the sighted moon differ by up to two days.
_WORDS_BETWEEN, _CALENDARS_APART = 4, 2
_FIRST_YEAR, _LAST_YEAR = 1700, 2300
_ONE_DAY = datetime.timedelta(days=1)


def find_dates(document: Document) -> list[DateFinding]:
    """Every calendar expression of an article in the order of the text, relative ones resolved against its publication date.

    A relative expression without a publication date ("last Sunday") gives nothing; a month without a year gives XXXX-08 and
    a notice `unresolved_date`.
    """
    findings: list[DateFinding] = []
    memory = Memory()
    day_first = day_comes_first([passage.match.text for passage in document.passages], document.reference)
    for passage in document.passages:
        reading = _reading(passage.match, passage.lang, document.reference, day_first=day_first, exact=False)
        reading.memory = memory.next_passage()
        findings.extend(_findings(passage.match, reading))
    return findings


def read_dates(
    text: str, lang: Lang, reference: datetime.date | None, *, day_first: bool | None = None
) -> list[DateFinding]:
    """The dates of one string, with exact days for parts ("early May") and spans counted from the reference ("last 3 weeks").

    `day_first`: order of 03/04/2025; by default the order of the language, month first in English (CLDR en) and day first in Arabic.
    """
    order = lang == "ar" if day_first is None else day_first
    match = normalise(text)
    return _findings(match, _reading(match, lang, reference, day_first=order, exact=True))


def _reading(match: MatchText, lang: Lang, reference: datetime.date | None, *, day_first: bool, exact: bool) -> Reading:
    tokens = _LEXICONS[lang].tokenise(match.text)
    if (
        reference and not _FIRST_YEAR <= reference.year <= _LAST_YEAR
    ):  # 0001-01-01 is what some systems write for no date
        reference = None
    return Reading(match.text, tokens, lang, reference, day_first, exact, readers=READERS)


def _findings(match: MatchText, reading: Reading) -> list[DateFinding]:
    findings = (_finding(match, reading, found) for found in _beside_each_other(list(_expressions(reading))))
    return [finding for finding in findings if _is_on_the_calendar(finding.value)]


def _is_on_the_calendar(value: str) -> bool:
    """Whether there is such a day: "30 February" names none, with or without a year."""
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def _beside_each_other(founds: list[Found]) -> list[Found]:
    """An Islamic day beside its Gregorian one is that day, whichever calendar the country keeps (7 ربيع الآخر الموافق 22 أكتوبر)."""
    for place, found in enumerate(founds):
        for other in founds[max(0, place - 1) : place + 2]:
            if _same_day(found, other) and other.moment and found.moment:
                founds[place] = found._replace(moment=replace(other.moment, calendar="islamic", relative=False))
    return founds


def _same_day(found: Found, other: Found) -> bool:
    """Whether one is an Islamic day, the other a Gregorian one at most two days from it, and hardly a word between them."""
    one, two = found.moment, other.moment
    if not (
        one and two and one.unit == two.unit == "day" and one.calendar == "islamic" and two.calendar == "gregorian"
    ):
        return False
    between = max(found.start, other.start) - min(found.end, other.end)
    return between <= _WORDS_BETWEEN and abs((one.first - two.first).days) <= _CALENDARS_APART


def _expressions(reading: Reading) -> Iterator[Found]:
    index, count = 0, len(reading.tokens)
    while index < count:
        found = expression(reading, index) if reading.tokens[index].kind in _STARTERS else None
        if found is None:
            index += 1
            continue
        if found.moment:
            reading.memory.remember(found.moment, found.start, reading.reference, opening=bool(found.opening))
        yield found
        index = max(found.end, index + 1)


def _finding(match: MatchText, reading: Reading, found: Found) -> DateFinding:
    tokens = reading.tokens
    span = match.span(tokens[found.start].start, tokens[found.end - 1].end)
    while match.source[span.end : span.end + 1] == "\u0640":  # the tatweel of هـ belongs to the quote
        span = Span(span.start, span.end + 1)
    if found.moment is None:
        notice = Notice("unresolved_date", "the year of this date is not known", (span,))
        return DateFinding(span, reading.lang, _unknown_year(found.partial), found.rule, notices=(notice,))
    value = _open(found.moment, found.opening, exact=reading.exact)
    return DateFinding(span, reading.lang, value, found.rule, found.moment.calendar, found.moment.relative)


def _unknown_year(partial: Partial) -> str:
    return f"XXXX-{partial.month:02}" + (f"-{partial.day:02}" if partial.day else "")


def _open(moment: Moment, opening: str, *, exact: bool) -> str:
    """The value with its open end: since X is X/.., until and before X is ../X; where days count, the day before or after it."""
    if opening in ("since", "starting"):
        return moment.value.partition("/")[0] + "/.."
    if opening == "after":
        return f"{moment.last + _ONE_DAY}/.." if exact else moment.value.rpartition("/")[2] + "/.."
    if opening in ("until", "before"):
        return f"../{moment.first - _ONE_DAY}" if exact else "../" + moment.value.rpartition("/")[2]
    return moment.value

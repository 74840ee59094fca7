"""Dates of an article, and of a plain string: every expression that places something on the calendar, as EDTF."""

import datetime
from collections.abc import Iterator

from pipeline.dates import arabic, english
from pipeline.dates.expressions import READERS, Found, expression
from pipeline.dates.memory import Memory
from pipeline.dates.moment import Moment
from pipeline.dates.partial import Partial
from pipeline.dates.reading import Reading
from pipeline.dates.tokens import Lexicon
from pipeline.document import Document
from pipeline.findings import DateFinding, Lang, Notice, Span
from pipeline.text import MatchText, normalise

_LEXICONS: dict[Lang, Lexicon] = {"en": english.LEXICON, "ar": arabic.LEXICON}
_STARTERS = frozenset(READERS) | {"preposition", "pair"}
_ONE_DAY = datetime.timedelta(days=1)


def find_dates(document: Document) -> list[DateFinding]:
    """Every calendar expression of an article in the order of the text, relative ones resolved against its publication date.

    A relative expression without a publication date ("last Sunday") gives nothing; a month without a year gives XXXX-08 and
    a notice `unresolved_date`.
    """
    findings: list[DateFinding] = []
    memory = Memory()
    for passage in document.passages:
        reading = _reading(passage.match, passage.lang, document.reference, day_first=True, exact=False)
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
    return Reading(match.text, tokens, lang, reference, day_first, exact, readers=READERS)


def _findings(match: MatchText, reading: Reading) -> list[DateFinding]:
    return [_finding(match, reading, found) for found in _expressions(reading)]


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

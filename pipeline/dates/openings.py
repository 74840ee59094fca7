"""The words that open or close a stretch: since 2019, starting January, by the end of 2026, before Sunday, after 2030."""

from collections.abc import Mapping

from pipeline.dates.moment import Moment
from pipeline.dates.partial import Clock, Tense
from pipeline.dates.reading import Hit, Reading

_THROUGH = frozenset(("through", "thru"))
_OPENINGS = frozenset(("since", "starting", "until", "before", "after"))
# Where such a word stands before a day or month without a year, the tense it is read in, and that in a past sentence:
# "asked for a report by 31 January".
_TOWARD: Mapping[str, tuple[Tense, Tense]] = {
    "since": ("past", "past"),
    "until": ("future", "unknown"),
    "before": ("future", "unknown"),
}


def opening_clock(reading: Reading, start: int, end: int, opening: str) -> Clock:
    """The clock for an expression that such a word opens or closes."""
    clock = reading.clock(start, end)
    if opening not in _TOWARD:
        return clock
    toward, against = _TOWARD[opening]
    return clock._replace(tense=lambda: against if reading.tense(start, end) == "past" else toward)


def word_before(reading: Reading, index: int) -> str:
    """The opening word that stands before a token, past "the", "about", عام and يوم; empty where none does."""
    at = index - 1
    while reading.kind(at) == "article" or _between(reading, at):
        at -= 1
    token = reading.token(at)
    if token.kind != "preposition":
        return ""
    return "until" if token.word.lower() in _THROUGH else str(token.value) if token.value in _OPENINGS else ""


def opening_of(reading: Reading, hit: Hit) -> str:
    """since, starting, until, before or after where such a word opens or closes the stretch."""
    at = hit.outer - 1
    after = reading.token(hit.end)
    described = after.kind in ("word", "fiscal") and after.word.islower()
    if hit.outer == hit.start and reading.kind(at) == "article" and described:
        return ""  # "by a 2019 valuation", "after the August summit", "since the 1 October vote"
    if reading.kind(at) == "part":
        return "starting" if reading.token(at).word.lower() == "beginning" else ""
    word = word_before(reading, hit.outer)
    owner = reading.mark(hit.end, "'") and reading.tight(hit.end)
    # Hours after Sunday's vote, released by Friday's quake: the event is meant, not the day.
    event = (word == "after" and (hit.rule == "weekday" or owner)) or (word == "until" and owner)
    return "" if event and not reading.exact else word


def opening_ahead(reading: Reading, hit: Hit, found: Moment) -> str:
    """The opening that only the time ahead tells: from January, بنهاية عام 2027."""
    if starts_ahead(reading, hit, found):
        return "starting"
    token = reading.token(hit.start)
    ends = reading.lang == "ar" and token.kind == "part" and token.value == "end" and token.clitic.endswith("ب")
    return "until" if ends and reading.reference is not None and found.last > reading.reference else ""


def starts_ahead(reading: Reading, hit: Hit, found: Moment) -> bool:
    """Whether "from" opens the stretch: from today, the fee will rise from January; not "dating from 2022"."""
    if not reading.says(hit.outer - 1, "preposition", "from") or reading.lang != "en" or reading.reference is None:
        return False
    today = hit.rule == "day_shift" and found.first >= reading.reference
    return today or (found.first > reading.reference and reading.tense(hit.outer, hit.end) != "past")


def _between(reading: Reading, index: int) -> bool:
    """Words that may stand between: since about 2010, منذ عام, حتى يوم."""
    return reading.says(index, "preposition", "about") or reading.says(index, "bare_unit", "day", "year")

"""Decades: 1990s, the '90s, the nineties, التسعينيات, تسعينيات القرن الماضي."""

from pipeline.dates import moment
from pipeline.dates.placed import STEPS
from pipeline.dates.reading import Hit, Reading, whole


def decade_digits(reading: Reading, index: int) -> Hit | None:
    """1990s, 1990's, the '90s, the early 80s."""
    token = reading.token(index)
    tail = index + 1 + (reading.mark(index + 1, "'") and reading.tight(index + 1))
    if token.kind != "number" or int(token.value) % 10 or not reading.tight(tail) or reading.token(tail).word != "s":
        return None
    value = int(token.value)
    if len(token.word) == 2 and (reading.mark(index - 1, "'") or reading.kind(index - 1) in ("part", "article")):
        value += 1900 if value > 20 else 2000
    return whole(moment.decade(value), index, tail + 1, "decade") if 1500 <= value <= 2150 else None


def decade_point(reading: Reading, index: int) -> Hit | None:
    """The nineties, التسعينيات; with its century: ستينيات القرن العشرين."""
    start = 1900 + 10 * int(reading.token(index).value)
    end = index + 1 + reading.says(index + 1, "preposition", "of")
    if reading.says(end, "unit", "century"):
        return _of_century(reading, index, end, start)
    named = reading.kind(index - 1) == "article" or reading.says(index - 1, "part", "early", "late", "middle")
    if reading.lang == "ar":
        named = reading.token(index).word.lstrip("وبفل").startswith("ا")
    return whole(moment.decade(start), index, index + 1, "decade") if named else None


def _of_century(reading: Reading, index: int, end: int, start: int) -> Hit | None:
    after = reading.token(end + 1)
    if after.kind == "shift" and reading.reference:
        century = reading.reference.year // 100 + STEPS.get(str(after.value), 0)
    elif after.kind in ("ordinal", "cardinal"):
        century = int(after.value) - 1
    else:
        return None
    return whole(moment.decade(start - 1900 + century * 100), index, end + 2, "decade")

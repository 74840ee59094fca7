"""Labels as matplotlib wants them: letters of Arabic joined and in the order in which they are drawn."""

import functools
import re

import arabic_reshaper
from bidi import get_display

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# Controls have no glyph; matplotlib would draw boxes. A dollar sign would begin a formula.
_UNDRAWN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u2069\ufeff]")


def lettered(text: str, longest: int = 60) -> str:
    """The text for a label: cut to `longest` characters, Arabic shaped and put into visual order."""
    line = " ".join(_UNDRAWN.sub(" ", text).split())
    if len(line) > longest:
        line = line[: longest - 1] + "…"
    if _RIGHT_TO_LEFT.search(line):
        line = get_display(_reshaper().reshape(line))
    return line.replace("$", r"\$")


@functools.cache
def _reshaper() -> arabic_reshaper.ArabicReshaper:
    # DejaVu Sans has the joined forms of letters, but not the ligatures of words such as the honorifics.
    return arabic_reshaper.ArabicReshaper({"delete_harakat": True, "support_ligatures": True})

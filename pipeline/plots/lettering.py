"""Labels for matplotlib, which since 3.11 joins Arabic letters and orders mixed lines itself (HarfBuzz, libraqm)."""

import re

# Controls have no glyph and would be drawn as boxes; overrides could turn a label round.
_UNDRAWN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u2069\ufeff]")


def lettered(text: str, longest: int = 60) -> str:
    """The text for a label: one line of at most `longest` characters, in which no sign begins a formula."""
    line = " ".join(_UNDRAWN.sub(" ", text).split())
    if len(line) > longest:
        line = line[: longest - 1] + "…"
    return line.replace("$", r"\$")

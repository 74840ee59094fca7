"""What a number in the text is."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """Characters `start` to `end` of the searched text and the value they say.

    `value_high`: upper end where the number is a range. `ordinal`: 25th, twenty-fifth, الخامس. `digits`: written with digits.
    `definite`: with the Arabic article (الخمسة). `glued`: letters that are no magnitude follow without a space (29km).
    `scale`: the magnitude that closes it (1,000,000 in "3.5 million"), 1 where none does. `part`: a fraction in words (one third).
    """

    start: int
    end: int
    value: Decimal
    value_high: Decimal | None = None
    ordinal: bool = False
    digits: bool = False
    definite: bool = False
    glued: bool = False
    scale: Decimal = Decimal(1)
    part: bool = False

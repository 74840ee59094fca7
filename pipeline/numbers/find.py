"""Entry of the numbers engine."""

from pipeline.findings import Lang
from pipeline.numbers.arabic import find_arabic
from pipeline.numbers.english import find_english
from pipeline.numbers.number import Number


def find_numbers(text: str, lang: Lang, codes: frozenset[str] = frozenset(), shares: bool = True) -> list[Number]:
    """The numbers of a normalised text, in reading order: digits and words, cardinals and ordinals, one by one.

    Ranges and units are for the caller to see. `codes`: what may stand against digits from the left, in lower case
    (aed in "AED50m"); digits glued to other letters (A320, COP28) are part of a name and no number. `shares`: whether
    "a third" is the fraction, else it is the ordinal.
    """
    return find_arabic(text, codes) if lang == "ar" else find_english(text, codes, shares)

"""English: number words and the small words around them."""

from decimal import Decimal
from typing import Final

from pipeline.languages.base import BILLION, MILLION, QUADRILLION, THOUSAND, TRILLION

UNITS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}

TEENS: Final = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}

TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

ZERO: Final = frozenset({"zero", "nil", "nought", "naught"})

# Indian English counts in lakh and crore.
SCALES: Final = {
    "dozen": 12,
    "dozens": 12,
    "thousand": THOUSAND,
    "thousands": THOUSAND,
    "lakh": 100_000,
    "lakhs": 100_000,
    "lac": 100_000,
    "million": MILLION,
    "millions": MILLION,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "cr": 10_000_000,
    "billion": BILLION,
    "billions": BILLION,
    "trillion": TRILLION,
    "trillions": TRILLION,
    "quadrillion": QUADRILLION,
    "quintillion": QUADRILLION * 1000,
}

ORDINAL_UNITS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "nineth": 9,
}

ORDINAL_TEENS: Final = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
}

ORDINAL_SCALES: Final = {
    "hundredth": 100,
    "thousandth": THOUSAND,
    "millionth": MILLION,
    "billionth": BILLION,
    "trillionth": TRILLION,
}

# Parts that are no ordinals; the others are ordinals in the plural (two thirds) or after "a" (a third of).
PARTS: Final = {
    "half": Decimal(1) / 2,
    "halves": Decimal(1) / 2,
    "quarter": Decimal(1) / 4,
    "quarters": Decimal(1) / 4,
}

NEGATIVES: Final = frozenset({"minus", "negative"})
ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})

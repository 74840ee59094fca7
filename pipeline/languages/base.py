"""Facts that do not depend on the language of the article."""

from decimal import Decimal
from typing import Final

THOUSAND: Final = 1_000
MILLION: Final = 1_000_000
BILLION: Final = 1_000_000_000
TRILLION: Final = 1_000_000_000_000
QUADRILLION: Final = 1_000_000_000_000_000

# Magnitudes written against the digits or after a space ($50m, 407.4bn, 2 tn). Single letters that are units too count as magnitudes only in money.
GLUED_MAGNITUDES: Final = {
    "k": THOUSAND,
    "mn": MILLION,
    "mln": MILLION,
    "mio": MILLION,
    "bn": BILLION,
    "bln": BILLION,
    "tn": TRILLION,
    "trn": TRILLION,
    "tln": TRILLION,
    # Words that copy sets against the digits: $450million, 500مليون.
    "thousand": THOUSAND,
    "lakh": 100 * THOUSAND,
    "million": MILLION,
    "crore": 10 * MILLION,
    "billion": BILLION,
    "trillion": TRILLION,
    "الف": THOUSAND,
    "الفا": THOUSAND,
    "الاف": THOUSAND,
    "مليون": MILLION,
    "مليونا": MILLION,
    "ملايين": MILLION,
    "مليار": BILLION,
    "مليارا": BILLION,
    "مليارات": BILLION,
    "بليون": BILLION,
    "تريليون": TRILLION,
    "ترليون": TRILLION,
}
MONEY_MAGNITUDES: Final = {"m": MILLION, "mm": MILLION, "mil": MILLION, "b": BILLION, "t": TRILLION, "tr": TRILLION}

CURRENCY_SYMBOLS: Final = "$€£¥₹₽₩₺₪₦₱₫฿₴₸₾₼₡₲₵₭₮₨﷼؋֏₿"

# Vulgar fractions as Unicode has them.
FRACTION_SIGNS: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅛": Decimal("0.125"),
}

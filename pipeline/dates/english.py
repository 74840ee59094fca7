"""The words that English dates are made of. Facts only; what they build is in the grammar."""

from pipeline.dates.tokens import Lexicon, Value, spread
from pipeline.languages import english

MONTHS: dict[str, Value] = spread(
    {
        1: "january",
        2: "february",
        3: "march",
        4: "april",
        5: "may",
        6: "june",
        7: "july",
        8: "august",
        9: "september",
        10: "october",
        11: "november",
        12: "december",
    }
)
# Read as months only beside a day or a year: "Sept. 5", "Dec 2018"; "mar" and "jun" alone are other words or names.
MONTH_ABBREVIATIONS: dict[str, Value] = spread(
    {
        1: "jan",
        2: "feb",
        3: "mar",
        4: "apr",
        6: "jun",
        7: "jul",
        8: "aug",
        9: "sep|sept",
        10: "oct",
        11: "nov",
        12: "dec",
    }
)
# Spellings of the Saudi Press Agency, Emirati and Omani gazettes and of the Library of Congress.
HIJRI_MONTHS: dict[str, Value] = spread(
    {
        1: "muharram",
        2: "safar",
        3: "rabi' al-awwal|rabi al-awwal|rabi' al awwal|rabi al awwal|rabi' i|rabi i",
        4: (
            "rabi' al-thani|rabi al-thani|rabi' al thani|rabi al thani|rabi' al-akhir|rabi al-akhir|"
            "rabi' ath-thani|rabi' ii|rabi ii"
        ),
        5: ("jumada al-awwal|jumada al-ula|jumada al-oula|jumada al-awal|jumada al awwal|jumada al ula|jumada i"),
        6: (
            "jumada al-thani|jumada al-thaniah|jumada al-thaniyah|jumada al-akhirah|jumada al-akhira|"
            "jumada al-akhir|jumada al thani|jumada al-alkhirah|jumada ii"
        ),
        7: "rajab",
        8: "sha'ban|shaban|shaaban",
        9: "ramadan|ramadhan",
        10: "shawwal|shawwaal",
        11: ("dhu al-qi'dah|dhu al-qidah|dhu al-qa'dah|dhu al-qadah|dhu'l-qi'dah|dhul-qi'dah|dhul qadah|dhul-qadah"),
        12: "dhu al-hijjah|dhu al-hijja|dhu'l-hijjah|dhul-hijjah|dhul hijjah|dhul-hijja",
    }
)
WEEKDAYS: dict[str, Value] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
WEEKDAY_ABBREVIATIONS: dict[str, Value] = spread(
    {
        0: "mon",
        1: "tue|tues",
        2: "wed|weds",
        3: "thu|thur|thurs",
        4: "fri",
        5: "sat",
        6: "sun",
    }
)
UNITS: dict[str, Value] = spread(
    {
        "day": "day",
        "week": "week",
        "month": "month|calendar month",
        "quarter": "quarter|qtr",
        "half": "half",
        "year": "year|calendar year|fiscal year|financial year",
        "decade": "decade",
        "century": "century",
        "weekend": "weekend",
        "working week": "working week",
        "period": "period",
    }
)
PLURAL_UNITS: dict[str, Value] = {
    "days": "day",
    "weeks": "week",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
    "decades": "decade",
}
SHIFTS: dict[str, Value] = spread(
    {
        "last": "last",
        "past": "past|this past",
        "preceding": "previous|preceding|prior",
        "this": "this|current",
        "coming": "this coming|this upcoming|coming|upcoming|forthcoming",
        "next": "next",
        "final": "final",
        "following": "following|subsequent|ensuing",
        "same": "same|that|corresponding",
    }
)
DAY_SHIFTS: dict[str, Value] = spread(
    {
        -1: "yesterday|last night",
        0: "today|tonight|this morning|this afternoon|this evening",
        1: "tomorrow",
        -2: "the day before yesterday|day before yesterday",
        2: "the day after tomorrow|day after tomorrow",
    }
)
PARTS: dict[str, Value] = spread(
    {
        "start": "beginning|start",
        "early": "early",
        "middle": "middle|mid",
        "late": "late",
        "end": "end",
        "year-end": "year-end|year end",
        "later": "later",
        "earlier": "earlier",
        "rest": "rest|remainder",
    }
)
_ORDINALS_TO_19 = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()


def _cardinals() -> dict[str, Value]:
    """One to ninety-nine."""
    table: dict[str, Value] = {**english.UNITS, **english.TEENS, **english.TENS, "couple of": 2, "few": 3, "several": 3}
    for tens, value in english.TENS.items():
        for small, unit in english.UNITS.items():
            table |= {f"{tens} {small}": value + unit, f"{tens}-{small}": value + unit}
    return table


def _ordinals() -> dict[str, Value]:
    table: dict[str, Value] = {word: value for value, word in enumerate(_ORDINALS_TO_19, 1)}
    for tens, word in ((20, "twenty"), (30, "thirty")):
        table[word[:-1] + "ieth"] = tens
        for unit, small in enumerate(_ORDINALS_TO_19[:9], 1):
            table |= {f"{word} {small}": tens + unit, f"{word}-{small}": tens + unit}
    return table


DECADES: dict[str, Value] = spread(
    {
        2: "twenties",
        3: "thirties",
        4: "forties",
        5: "fifties",
        6: "sixties",
        7: "seventies",
        8: "eighties",
        9: "nineties",
    }
)
PREPOSITIONS: dict[str, Value] = spread(
    {
        "in": "in|on|at|during|throughout",
        "within": "within",
        "for": "for",
        "of": "of",
        "to": "to|through|thru",
        "until": (
            "till|until|up to|up until|by|no later than|not later than|ending with|on or before|on or earlier than"
        ),
        "before": "before|prior to",
        "after": "after|beyond|later than",
        "since": "since|ever since",
        "starting": (
            "starting from|starting in|starting on|starting|beginning in|beginning on|beginning from|"
            "commencing|effective|effective from|with effect from|as from|after or equal to"
        ),
        "from": "from",
        "between": "between",
        "and": "and",
        "or": "or",
        "than": "than|against|versus|vs|compared with|compared to|over|above|below",
        "about": "around|about|circa",
    }
)
ARTICLES: dict[str, Value] = {"the": "the", "a": "a", "an": "a"}
SCALES: dict[str, Value] = {"hundred": 100, "thousand": 1000}
LEXICON = Lexicon(
    (
        ("day_shift", DAY_SHIFTS),
        ("weekday", WEEKDAYS),
        ("short_weekday", WEEKDAY_ABBREVIATIONS),
        ("hijri_month", HIJRI_MONTHS),
        ("month", MONTHS),
        ("short_month", MONTH_ABBREVIATIONS),
        ("shift", SHIFTS),
        ("unit", UNITS),
        ("units", PLURAL_UNITS),
        ("part", PARTS),
        ("ordinal", _ordinals()),
        ("cardinal", _cardinals()),
        ("decade", DECADES),
        ("preposition", PREPOSITIONS),
        ("article", ARTICLES),
        ("ago", {"ago": "ago"}),
        (
            "onward",
            dict.fromkeys(("onwards", "onward", "and later", "and beyond"), "since"),
        ),
        ("scale", SCALES),
        ("quarter", {"q": "quarter"}),
        ("half", {"h": "half"}),
        ("fiscal", {"fy": "fiscal", "fiscal": "fiscal", "financial": "fiscal"}),
    ),
    clitics=False,
    glued=(*MONTHS, *MONTH_ABBREVIATIONS, "q", "h", "fy"),
)

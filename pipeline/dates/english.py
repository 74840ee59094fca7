"""The words that English dates are made of. Facts only; what they build is in the grammar."""

from pipeline.dates.tokens import Lexicon, Value
from pipeline.languages import english

MONTHS: dict[str, Value] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
# Read as months only beside a day or a year: "Sept. 5", "Dec 2018"; "mar" and "jun" alone are other words or names.
MONTH_ABBREVIATIONS: dict[str, Value] = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
# Spellings of the Saudi Press Agency, Emirati and Omani gazettes and of the Library of Congress.
HIJRI_MONTHS: dict[str, Value] = {
    "muharram": 1,
    "safar": 2,
    "rabi' al-awwal": 3,
    "rabi al-awwal": 3,
    "rabi' al awwal": 3,
    "rabi al awwal": 3,
    "rabi' i": 3,
    "rabi i": 3,
    "rabi' al-thani": 4,
    "rabi al-thani": 4,
    "rabi' al thani": 4,
    "rabi al thani": 4,
    "rabi' al-akhir": 4,
    "rabi al-akhir": 4,
    "rabi' ath-thani": 4,
    "rabi' ii": 4,
    "rabi ii": 4,
    "jumada al-awwal": 5,
    "jumada al-ula": 5,
    "jumada al-oula": 5,
    "jumada al-awal": 5,
    "jumada al awwal": 5,
    "jumada al ula": 5,
    "jumada i": 5,
    "jumada al-thani": 6,
    "jumada al-thaniah": 6,
    "jumada al-thaniyah": 6,
    "jumada al-akhirah": 6,
    "jumada al-akhira": 6,
    "jumada al-akhir": 6,
    "jumada al thani": 6,
    "jumada al-alkhirah": 6,
    "jumada ii": 6,
    "rajab": 7,
    "sha'ban": 8,
    "shaban": 8,
    "shaaban": 8,
    "ramadan": 9,
    "ramadhan": 9,
    "shawwal": 10,
    "shawwaal": 10,
    "dhu al-qi'dah": 11,
    "dhu al-qidah": 11,
    "dhu al-qa'dah": 11,
    "dhu al-qadah": 11,
    "dhu'l-qi'dah": 11,
    "dhul-qi'dah": 11,
    "dhul qadah": 11,
    "dhul-qadah": 11,
    "dhu al-hijjah": 12,
    "dhu al-hijja": 12,
    "dhu'l-hijjah": 12,
    "dhul-hijjah": 12,
    "dhul hijjah": 12,
    "dhul-hijja": 12,
}
WEEKDAYS: dict[str, Value] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
WEEKDAY_ABBREVIATIONS: dict[str, Value] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
UNITS: dict[str, Value] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "qtr": "quarter",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "weekend": "weekend",
    "working week": "working week",
    "calendar year": "year",
    "calendar month": "month",
    "fiscal year": "year",
    "financial year": "year",
    "period": "period",
}
PLURAL_UNITS: dict[str, Value] = {
    "days": "day",
    "weeks": "week",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
    "decades": "decade",
}
SHIFTS: dict[str, Value] = {
    "last": "last",
    "past": "past",
    "previous": "preceding",
    "preceding": "preceding",
    "prior": "preceding",
    "this": "this",
    "current": "this",
    "this past": "past",
    "this coming": "coming",
    "this upcoming": "coming",
    "next": "next",
    "final": "final",
    "coming": "coming",
    "upcoming": "coming",
    "forthcoming": "coming",
    "following": "following",
    "subsequent": "following",
    "ensuing": "following",
    "same": "same",
    "that": "same",
    "corresponding": "same",
}
DAY_SHIFTS: dict[str, Value] = {
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
PARTS: dict[str, Value] = {
    "beginning": "start",
    "start": "start",
    "early": "early",
    "middle": "middle",
    "mid": "middle",
    "late": "late",
    "end": "end",
    "close": "end",
    "later": "later",
    "earlier": "earlier",
    "rest": "rest",
    "remainder": "rest",
}
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


DECADES: dict[str, Value] = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
PREPOSITIONS: dict[str, Value] = {
    "in": "in",
    "on": "in",
    "at": "in",
    "during": "in",
    "throughout": "in",
    "within": "within",
    "for": "for",
    "of": "of",
    "to": "to",
    "through": "to",
    "thru": "to",
    "till": "until",
    "until": "until",
    "up to": "until",
    "up until": "until",
    "by": "until",
    "no later than": "until",
    "not later than": "until",
    "ending with": "until",
    "on or before": "until",
    "on or earlier than": "until",
    "before": "before",
    "prior to": "before",
    "after": "after",
    "beyond": "after",
    "later than": "after",
    "since": "since",
    "ever since": "since",
    "starting from": "starting",
    "starting in": "starting",
    "starting on": "starting",
    "starting": "starting",
    "beginning in": "starting",
    "beginning on": "starting",
    "beginning from": "starting",
    "commencing": "starting",
    "effective": "starting",
    "effective from": "starting",
    "with effect from": "starting",
    "as from": "starting",
    "after or equal to": "starting",
    "from": "from",
    "between": "between",
    "and": "and",
    "or": "or",
    "than": "than",
    "against": "than",
    "versus": "than",
    "vs": "than",
    "compared with": "than",
    "compared to": "than",
    "over": "than",
    "around": "about",
    "about": "about",
    "circa": "about",
}
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
            dict.fromkeys(
                ("onwards", "onward", "and after", "and later", "or later", "and beyond", "or after"), "since"
            ),
        ),
        ("scale", SCALES),
        ("quarter", {"q": "quarter"}),
        ("half", {"h": "half"}),
        ("fiscal", {"fy": "fiscal", "fiscal": "fiscal", "financial": "fiscal"}),
    ),
    clitics=False,
    glued=(*MONTHS, *MONTH_ABBREVIATIONS, "q", "h", "fy"),
)

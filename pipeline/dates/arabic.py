"""The words that Arabic dates are made of, as normalised text writes them. Facts only; what they build is in the grammar."""

from pipeline.dates.tokens import Lexicon, Value
from pipeline.languages import arabic

# Egypt, Sudan and the Gulf; the Levant and Iraq; Tunisia and Algeria; Morocco; and the spellings that the press mixes.
MONTHS: dict[str, Value] = {
    "يناير": 1,
    "كانون الثاني": 1,
    "كانون ثاني": 1,
    "كانون ثان": 1,
    "جانفي": 1,
    "فبراير": 2,
    "شباط": 2,
    "فيفري": 2,
    "مارس": 3,
    "اذار": 3,
    "ابريل": 4,
    "نيسان": 4,
    "افريل": 4,
    "مايو": 5,
    "ايار": 5,
    "ماي": 5,
    "يونيو": 6,
    "يونيه": 6,
    "يونية": 6,
    "حزيران": 6,
    "جوان": 6,
    "يوليو": 7,
    "يوليه": 7,
    "يولية": 7,
    "تموز": 7,
    "جويلية": 7,
    "جويليه": 7,
    "يوليوز": 7,
    "اغسطس": 8,
    "اغسطوس": 8,
    "اب": 8,
    "اوت": 8,
    "غشت": 8,
    "سبتمبر": 9,
    "ايلول": 9,
    "شتنبر": 9,
    "اكتوبر": 10,
    "تشرين الاول": 10,
    "تشرين اول": 10,
    "نوفمبر": 11,
    "تشرين الثاني": 11,
    "تشرين ثاني": 11,
    "تشرين ثان": 11,
    "نونبر": 11,
    "ديسمبر": 12,
    "كانون الاول": 12,
    "كانون اول": 12,
    "دجنبر": 12,
}
HIJRI_MONTHS: dict[str, Value] = {
    "محرم": 1,
    "المحرم": 1,
    "محرم الحرام": 1,
    "صفر": 2,
    "صفر الخير": 2,
    "ربيع الاول": 3,
    "ربيع اول": 3,
    "ربيع الاخر": 4,
    "ربيع اخر": 4,
    "ربيع الثاني": 4,
    "ربيع ثاني": 4,
    "جمادي الاولي": 5,
    "جمادي الاول": 5,
    "جمادي الاخرة": 6,
    "جمادي الاخر": 6,
    "جمادي الثانية": 6,
    "جمادي الثاني": 6,
    "رجب": 7,
    "رجب المرجب": 7,
    "شعبان": 8,
    "شعبان المعظم": 8,
    "رمضان": 9,
    "رمضان المبارك": 9,
    "شوال": 10,
    "ذي القعدة": 11,
    "ذو القعدة": 11,
    "ذوالقعدة": 11,
    "ذيالقعدة": 11,
    "ذي الحجة": 12,
    "ذو الحجة": 12,
    "ذوالحجة": 12,
}
WEEKDAYS: dict[str, Value] = {
    "الاثنين": 0,
    "الاثنان": 0,
    "الثلاثاء": 1,
    "الثلاثا": 1,
    "الاربعاء": 2,
    "الاربعا": 2,
    "الخميس": 3,
    "الجمعة": 4,
    "الجمعه": 4,
    "السبت": 5,
    "الاحد": 6,
}
# Without the article only in a construct: ثلاثاء الاسبوع الماضي, آخر اثنين من مارس.
BARE_WEEKDAYS: dict[str, Value] = {
    "اثنين": 0,
    "ثلاثاء": 1,
    "اربعاء": 2,
    "خميس": 3,
    "جمعة": 4,
    "سبت": 5,
    "احد": 6,
}
# With the article: these carry an adjective (العام الماضي) or stand for the current one (نهاية العام).
UNITS: dict[str, Value] = {
    "اليوم": "day",
    "الاسبوع": "week",
    "الشهر": "month",
    "الربع": "quarter",
    "الفصل": "quarter",
    "النصف": "half",
    "السداسي": "half",
    "الثلاثي": "quarter",
    "العام": "year",
    "السنة": "year",
    "السنه": "year",
    "العام المالي": "year",
    "السنة المالية": "year",
    "العام الميلادي": "year",
    "العام الهجري": "hijri year",
    "العقد": "decade",
    "القرن": "century",
    "الفترة": "period",
    "المدة": "period",
    "عطلة نهاية الاسبوع": "weekend",
    "عطلة نهاية اسبوع": "weekend",
}
BARE_UNITS: dict[str, Value] = {
    "يوم": "day",
    "يوما": "day",
    "اسبوع": "week",
    "اسبوعا": "week",
    "شهر": "month",
    "شهرا": "month",
    "ربع": "quarter",
    "نصف": "half",
    "عام": "year",
    "عاما": "year",
    "سنة": "year",
    "سنه": "year",
    "السنة المالية": "year",
    "سنة مالية": "year",
    "عقد": "decade",
    "قرن": "century",
    "فترة": "period",
}
PLURAL_UNITS: dict[str, Value] = {
    article + word: unit
    for word, unit in (
        ("ايام", "day"),
        ("اسابيع", "week"),
        ("اشهر", "month"),
        ("شهور", "month"),
        ("ارباع", "quarter"),
        ("اعوام", "year"),
        ("سنوات", "year"),
        ("سنين", "year"),
        ("عقود", "decade"),
    )
    for article in ("", "ال")
}
DUAL_UNITS: dict[str, Value] = {
    "يومين": "day",
    "يومان": "day",
    "اسبوعين": "week",
    "اسبوعان": "week",
    "شهرين": "month",
    "شهران": "month",
    "عامين": "year",
    "عامان": "year",
    "سنتين": "year",
    "سنتان": "year",
    "عقدين": "decade",
    "عقدان": "decade",
}
_PAST = "ماضي ماض فائت فايت منصرم منقضي منقض مضي".split()
_NEXT = "مقبل قادم اتي ات جاي جاي".split()
_CURRENT = "جاري حالي".split()


def _shifts() -> dict[str, Value]:
    """Every adjective with and without the article, masculine and feminine."""
    table: dict[str, Value] = {}
    for words, value in ((_PAST, "last"), (_NEXT, "next"), (_CURRENT, "this")):
        for word in words:
            for form in (word, word + "ة", word + "ه"):
                table |= {form: value, "ال" + form: value}
    for word, value in (("سابق", "preceding"), ("تالي", "following"), ("لاحق", "following"), ("موالي", "following")):
        table |= {"ال" + word: value, "ال" + word + "ة": value}
    for word in ("نفس", "ذات", "عين"):
        table |= dict.fromkeys((word + "ه", word + "ها"), "same")
    for word in ("جاي", "جايه", "ات", "اته"):
        del table[word]
    return table | {"الماضيين": "last", "المقبلين": "next", "القادمين": "next"}


SHIFTS: dict[str, Value] = _shifts() | {
    "قبل الماضي": "before last",
    "قبل الماضية": "before last",
    "قبل المنصرم": "before last",
    "قبل الفائت": "before last",
    "بعد المقبل": "after next",
    "بعد المقبلة": "after next",
    "بعد القادم": "after next",
    "بعد القادمة": "after next",
    "بعد التالي": "after next",
    "بعد الجاي": "after next",
    "بعد الجاية": "after next",
    "السابق له": "preceding",
    "السابق عليه": "preceding",
    "السابقة له": "preceding",
    "السابقة لها": "preceding",
    "السابقة عليها": "preceding",
    "الذي سبقه": "preceding",
    "التي سبقتها": "preceding",
    "الذي يليه": "following",
    "التي تليها": "following",
    "المماثل": "same",
    "المماثلة": "same",
    "المقابل": "same",
    "المقابلة": "same",
}
THIS: dict[str, Value] = {"هذا": "this", "هذه": "this", "هاي": "this", "هاد": "this"}
SAME_BEFORE: dict[str, Value] = {"نفس": "same", "ذات": "same"}
DAY_SHIFTS: dict[str, Value] = {
    "امس": -1,
    "الامس": -1,
    "بالامس": -1,
    "البارحة": -1,
    "امس الاول": -2,
    "اول امس": -2,
    "اول من امس": -2,
    "اول البارحة": -2,
    "غدا": 1,
    "غد": 1,
    "الغد": 1,
    "يوم غد": 1,
    "يوم امس": -1,
    "بكرة": 1,
    "بعد غد": 2,
    "بعد الغد": 2,
    "بعد غدا": 2,
    "يوم بعد غد": 2,
    "اليوم الذي بعد الغد": 2,
}
PARTS: dict[str, Value] = {
    "بداية": "start",
    "مطلع": "start",
    "مستهل": "start",
    "اوائل": "early",
    "باكورة": "start",
    "منتصف": "middle",
    "اواسط": "middle",
    "وسط": "middle",
    "اواخر": "late",
    "نهاية": "end",
    "متم": "end",
    "ختام": "end",
    "اختتام": "end",
    "بقية": "rest",
    "باقي": "rest",
    "وقت لاحق": "later",
    "وقت سابق": "earlier",
}

_ORDINAL_STEMS = "ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split()
_TENS_WORDS = {20: ("العشرون", "العشرين"), 30: ("الثلاثون", "الثلاثين")}


def _ordinals() -> dict[str, Value]:
    """The first to the thirty-first, masculine and feminine, with and without the article."""
    table: dict[str, Value] = {"الاول": 1, "الاولي": 1, "اول": 1, "اولي": 1, "ثان": 2}
    for value, stem in enumerate(_ORDINAL_STEMS, 2):
        table |= {form: value for word in (stem, stem + "ة") for form in (word, "ال" + word)}
    teens = {1: ("حادي", "حادية"), **{value: (stem, stem + "ة") for value, stem in enumerate(_ORDINAL_STEMS[:-1], 2)}}
    for value, forms in teens.items():
        for form in forms:
            for ten in ("عشر", "عشرة"):
                table |= {f"ال{form} {ten}": 10 + value, f"{form} {ten}": 10 + value}
            for tens, words in _TENS_WORDS.items():
                table |= {f"ال{form} و{word}": tens + value for word in words}
    for tens, words in _TENS_WORDS.items():
        table |= dict.fromkeys(words, tens)
    return table


def _cardinals() -> dict[str, Value]:
    """One to ninety-nine in the spellings of languages/arabic.py, units joined to tens by و."""
    ones = {word: value for word, value in arabic.UNITS.items()}
    table: dict[str, Value] = {**ones, **dict.fromkeys(arabic.TEN, 10), **arabic.TEENS}
    ones |= arabic.TEEN_UNITS
    for word, value in ones.items():
        table |= {f"{word} {ten}": 10 + value for ten in arabic.TEN}
        table |= {f"{word} و{tens}": tens_value + value for tens, tens_value in arabic.TENS.items()}
    table |= arabic.TENS
    for stem, value in arabic.HUNDRED_STEMS.items():
        table |= {stem + hundred: value * 100 for hundred in ("مئة", "مائة", "ماية", "مئه", "مائه")}
    table |= dict.fromkeys(("مئة", "مائة"), 100) | dict.fromkeys(arabic.TWO_HUNDRED, 200)
    return (
        table
        | {"ال" + word: value for word, value in ones.items() if word in arabic.UNITS and value > 2}
        | {
            "الاحد عشر": 11,
            "العشرة": 10,
            "العشر": 10,
            "بضعة": 3,
            "بضع": 3,
        }
    )


DECADES: dict[str, Value] = {
    article + stem + ending: digit
    for stem, digit in (
        ("عشرين", 2),
        ("ثلاثين", 3),
        ("اربعين", 4),
        ("خمسين", 5),
        ("ستين", 6),
        ("سبعين", 7),
        ("ثمانين", 8),
        ("تسعين", 9),
    )
    for article in ("", "ال")
    for ending in ("يات", "ات")
}
PREPOSITIONS: dict[str, Value] = {
    "في": "in",
    "خلال": "in",
    "اثناء": "in",
    "طوال": "in",
    "طيلة": "in",
    "بتاريخ": "in",
    "تاريخ": "in",
    "من": "of",
    "الي": "to",
    "حتي": "until",
    "لغاية": "until",
    "بحلول": "until",
    "قبل": "before",
    "قبيل": "before",
    "قبل حلول": "before",
    "قبيل حلول": "before",
    "مع حلول": "until",
    "في افق": "until",
    "في موعد لا يتجاوز": "until",
    "بعد": "after",
    "عقب": "after",
    "منذ": "since",
    "مذ": "since",
    "اعتبارا من": "starting",
    "ابتداء من": "starting",
    "بدءا من": "starting",
    "بدا من": "starting",
    "بداية من": "starting",
    "انطلاقا من": "starting",
    "بين": "between",
    "ما بين": "between",
    "و": "and",
    "او": "or",
    "عن": "than",
    "مقابل": "than",
    "مقارنة مع": "than",
    "مقارنة ب": "than",
    "نحو": "about",
    "قرابة": "about",
    "حوالي": "about",
    "ل": "of",
    "ب": "in",
}
LEXICON = Lexicon(
    (
        ("day_shift", DAY_SHIFTS),
        ("month", MONTHS),
        ("hijri_month", HIJRI_MONTHS),
        ("weekday", WEEKDAYS),
        ("bare_weekday", BARE_WEEKDAYS),
        ("shift", SHIFTS),
        ("this", THIS),
        ("same_before", SAME_BEFORE),
        ("unit", UNITS),
        ("bare_unit", BARE_UNITS),
        ("units", PLURAL_UNITS),
        ("dual_unit", DUAL_UNITS),
        ("onward", dict.fromkeys(("فصاعدا", "وما بعده", "وما بعدها", "او بعده", "او بعدها", "وما يليه"), "since")),
        ("part", PARTS),
        ("ordinal", _ordinals()),
        ("final", {"الاخير": -1, "الاخيرة": -1, "اخر": -1}),
        ("cardinal", _cardinals()),
        ("decade", DECADES),
        ("preposition", PREPOSITIONS),
        ("scale", dict.fromkeys(("الف", "الفا", "الفان", "الفين", "الالفين", "الالفان"), 1000)),
    ),
    clitics=True,
    glued=(*MONTHS, "و", "ب", "ل", "ف"),
)

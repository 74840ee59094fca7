"""The words that Arabic dates are made of, as normalised text writes them. Facts only; what they build is in the grammar."""

from pipeline.dates import english
from pipeline.dates.tokens import Lexicon, Value, spread
from pipeline.languages import arabic

# Egypt, Sudan and the Gulf; the Levant and Iraq; Tunisia and Algeria; Morocco; and the spellings that the press mixes.
MONTHS: dict[str, Value] = spread(
    {
        1: "يناير|كانون الثاني|كانون ثاني|كانون ثان|جانفي",
        2: "فبراير|شباط|فيفري",
        3: "مارس|اذار",
        4: "ابريل|نيسان|افريل",
        5: "مايو|ايار|ماي",
        6: "يونيو|يونيه|يونية|حزيران|جوان",
        7: "يوليو|يوليه|يولية|تموز|جويلية|جويليه|يوليوز",
        8: "اغسطس|اغسطوس|اب|اوت|غشت",
        9: "سبتمبر|ايلول|شتنبر",
        10: "اكتوبر|تشرين الاول|تشرين اول",
        11: "نوفمبر|تشرين الثاني|تشرين ثاني|تشرين ثان|نونبر",
        12: "ديسمبر|كانون الاول|كانون اول|دجنبر",
    }
)
HIJRI_MONTHS: dict[str, Value] = spread(
    {
        1: "محرم|المحرم|محرم الحرام",
        2: "صفر|صفر الخير",
        3: "ربيع الاول|ربيع اول",
        4: "ربيع الاخر|ربيع اخر|ربيع الثاني|ربيع ثاني",
        5: "جمادي الاولي|جمادي الاول",
        6: "جمادي الاخرة|جمادي الاخر|جمادي الثانية|جمادي الثاني",
        7: "رجب|رجب المرجب",
        8: "شعبان|شعبان المعظم",
        9: "رمضان|رمضان المبارك",
        10: "شوال",
        11: "ذي القعدة|ذو القعدة|ذوالقعدة|ذيالقعدة",
        12: "ذي الحجة|ذو الحجة|ذوالحجة",
    }
)
WEEKDAYS: dict[str, Value] = spread(
    {
        0: "الاثنين",
        1: "الثلاثاء|الثلاثا",
        2: "الاربعاء|الاربعا",
        3: "الخميس",
        4: "الجمعة|الجمعه",
        5: "السبت",
        6: "الاحد",
    }
)
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
UNITS: dict[str, Value] = spread(
    {
        "day": "اليوم",
        "week": "الاسبوع",
        "month": "الشهر",
        "quarter": "الربع|الفصل|الثلاثي",
        "half": "النصف|السداسي",
        "year": "العام|السنة|السنه|العام المالي|السنة المالية|العام الميلادي",
        "hijri year": "العام الهجري",
        "decade": "العقد",
        "century": "القرن",
        "period": "الفترة|المدة",
        "weekend": "عطلة نهاية الاسبوع|عطلة نهاية اسبوع",
    }
)
BARE_UNITS: dict[str, Value] = spread(
    {
        "day": "يوم|يوما",
        "week": "اسبوع|اسبوعا",
        "month": "شهر|شهرا",
        "quarter": "ربع",
        "half": "نصف",
        "year": "عام|عاما|سنة|سنه|السنة المالية|سنة مالية",
        "decade": "عقد",
        "century": "قرن",
        "period": "فترة",
    }
)
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
DUAL_UNITS: dict[str, Value] = spread(
    {
        "day": "يومين|يومان",
        "week": "اسبوعين|اسبوعان",
        "month": "شهرين|شهران",
        "year": "عامين|عامان|سنتين|سنتان",
        "decade": "عقدين|عقدان",
    }
)
_PAST = "ماضي ماض فائت فايت منصرم منقضي منقض".split()
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
DAY_SHIFTS: dict[str, Value] = spread(
    {
        -1: "امس|الامس|بالامس|البارحة|الليلة الماضية|يوم امس",
        -2: "يوم امس الاول|امس الاول|اول امس|اول من امس|اول البارحة",
        1: "غدا|غد|الغد|يوم غد|بكرة",
        2: "بعد غد|بعد الغد|بعد غدا|يوم بعد غد|اليوم الذي بعد الغد",
    }
)
PARTS: dict[str, Value] = spread(
    {
        "start": "بداية|مطلع|مستهل|باكورة",
        "early": "اوائل",
        "middle": "منتصف|اواسط|وسط",
        "late": "اواخر",
        "end": "نهاية|متم|ختام|اختتام",
        "rest": "بقية|باقي",
        "later": "وقت لاحق",
        "earlier": "وقت سابق",
    }
)

_ORDINAL_STEMS = "ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split()
_TENS_WORDS = {20: ("العشرون", "العشرين"), 30: ("الثلاثون", "الثلاثين")}


def _ordinals() -> dict[str, Value]:
    """The first to the thirty-first, masculine and feminine, with and without the article."""
    table: dict[str, Value] = {"فاتح": 1, "الاول": 1, "الاولي": 1, "اول": 1, "اولي": 1, "ثان": 2}
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
    ones: dict[str, int] = dict(arabic.UNITS)
    table: dict[str, Value] = {**ones, **dict.fromkeys(arabic.TEN, 10), **arabic.TEENS}
    ones |= arabic.TEEN_UNITS
    for word, value in ones.items():
        table |= {article + f"{word} {ten}": 10 + value for ten in arabic.TEN for article in ("", "ال")}
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
PREPOSITIONS: dict[str, Value] = spread(
    {
        "in": "في|خلال|اثناء|طوال|طيلة|بتاريخ|تاريخ|ب",
        "of": "من|ل",
        "to": "الي",
        "until": "حتي|لغاية|بحلول|مع حلول|في افق|في موعد لا يتجاوز",
        "before": "قبل|قبيل|قبل حلول|قبيل حلول",
        "after": "بعد|عقب",
        "since": "منذ|مذ",
        "starting": "اعتبارا من|ابتداء من|بدءا من|بدا من|بداية من|انطلاقا من",
        "between": "بين|ما بين",
        "and": "و",
        "or": "او",
        "than": "عن|مقابل|مقارنة مع|مقارنة ب",
        "about": "نحو|قرابة|حوالي",
    }
)
# Copy pages keep the day of the English one: 05 August 2018.
ENGLISH_MONTHS: dict[str, Value] = dict(english.MONTHS)
LEXICON = Lexicon(
    (
        ("day_shift", DAY_SHIFTS),
        ("month", MONTHS),
        ("month", ENGLISH_MONTHS),
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
        ("pair", dict.fromkeys(("يومي", "شهري", "عامي", "سنتي"), "pair")),
        ("scale", dict.fromkeys(("الف", "الفا", "الفان", "الفين", "الالفين", "الالفان"), 1000)),
    ),
    clitics=True,
    glued=(*MONTHS, "ال", "وال", "بال", "لل", "فال", "و", "ب", "ل", "ف"),
)

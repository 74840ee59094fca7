"""Arabic: number words and the clitics around them, as normalised text writes them (ا for أإآ, ي for ى)."""

from decimal import Decimal
from typing import Final

from pipeline.languages.base import BILLION, MILLION, QUADRILLION, THOUSAND, TRILLION

# Clitics before a word, longest first: conjunction, preposition, article. لل is ل with the article.
PROCLITICS: Final = (
    "وبال",
    "وكال",
    "فبال",
    "وال",
    "فال",
    "بال",
    "كال",
    "ولل",
    "فلل",
    "لل",
    "ال",
    "وب",
    "ول",
    "وك",
    "فب",
    "فل",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
)

# Both genders, all cases, with the spellings of the press and of speech.
UNITS: Final = {
    "واحد": 1,
    "واحدة": 1,
    "واحدا": 1,
    "اثنان": 2,
    "اثنين": 2,
    "اثنا": 2,
    "اثني": 2,
    "اثنتان": 2,
    "اثنتين": 2,
    "اثنتا": 2,
    "اثنتي": 2,
    "اتنين": 2,
    "ثنتين": 2,
    "تنين": 2,
    "ثنين": 2,
    "اتنان": 2,
    "تنتين": 2,
    "اتنتين": 2,
    "ثلاث": 3,
    "ثلاثة": 3,
    "ثلاثا": 3,
    "تلاتة": 3,
    "تلات": 3,
    "اربع": 4,
    "اربعة": 4,
    "اربعا": 4,
    "خمس": 5,
    "خمسة": 5,
    "خمسا": 5,
    "ست": 6,
    "ستة": 6,
    "ستا": 6,
    "سبع": 7,
    "سبعة": 7,
    "سبعا": 7,
    "ثمان": 8,
    "ثماني": 8,
    "ثمانية": 8,
    "ثمانيا": 8,
    "تمانية": 8,
    "تمنية": 8,
    "ثمنية": 8,
    "تمان": 8,
    "تماني": 8,
    "تسع": 9,
    "تسعة": 9,
    "تسعا": 9,
}

# Only before عشر or وعشرون: alone they say "one of" or "Sunday".
TEEN_UNITS: Final = {
    "احد": 1,
    "احدي": 1,
    "حادي": 1,
    "حادية": 1,
}

TEN: Final = {
    "عشر": 10,
    "عشرة": 10,
    "عشرا": 10,
}

# Teens as one word, as speech and some sites write them: each stem takes each ending (خمسطعش, خمستاشر, خمسةعشر).
TEEN_STEMS: Final = {
    11: "احد احدا حد حدا ح احدي",
    12: "اثن اثنا اتن اتنا اطن اطنا طن اثني",
    13: "ثلاث ثلاثة ثلاثا ثلا ثلث ثلت تلات تلا تلت تل ثلط",
    14: "اربع اربعة اربعا اربعت",
    15: "خمس خمسة خمسا خمست",
    16: "ست ستة ستا",
    17: "سبع سبعة سبعا سبعت",
    18: "ثمان ثمانية ثماني ثمن ثمنت تمان تمن تمنت",
    19: "تسع تسعة تسعا تسعت",
}
TEEN_ENDINGS: Final = ("عشر", "عش", "طعش", "طعشر", "تعش", "تعشر", "تاشر", "اشر", "عشرة")
TEENS: Final = {
    stem + ending: value
    for value, stems in TEEN_STEMS.items()
    for stem in stems.split()
    for ending in TEEN_ENDINGS
    if len(stem + ending) > 4
}

TENS: Final = {
    "عشرون": 20,
    "عشرين": 20,
    "ثلاثون": 30,
    "ثلاثين": 30,
    "تلاتين": 30,
    "تلاتون": 30,
    "تلتين": 30,
    "ثلثون": 30,
    "اربعون": 40,
    "اربعين": 40,
    "خمسون": 50,
    "خمسين": 50,
    "ستون": 60,
    "ستين": 60,
    "سبعون": 70,
    "سبعين": 70,
    "ثمانون": 80,
    "ثمانين": 80,
    "تمانين": 80,
    "تمانون": 80,
    "تمنين": 80,
    "ثمنين": 80,
    "تسعون": 90,
    "تسعين": 90,
}

HUNDRED: Final = frozenset({"مئة", "مائة", "ماية", "مية", "ميه", "مئه", "مائه"})

# What stands before مئة in one word with it: ثلاثمئة.
HUNDRED_STEMS: Final = {
    "ثلاث": 3,
    "ثلث": 3,
    "تلت": 3,
    "تلات": 3,
    "ثلا": 3,
    "تلا": 3,
    "اربع": 4,
    "خمس": 5,
    "ست": 6,
    "سبع": 7,
    "ثمان": 8,
    "ثماني": 8,
    "تمن": 8,
    "ثمن": 8,
    "تمان": 8,
    "تسع": 9,
}

TWO_HUNDRED: Final = frozenset(
    {"مئتان", "مئتين", "مئتا", "مئتي", "مائتان", "مائتين", "مائتا", "مائتي", "ميتين", "متين"}
)

SCALES: Final = {
    "الف": THOUSAND,
    "الاف": THOUSAND,
    "الوف": THOUSAND,
    "مليون": MILLION,
    "ملايين": MILLION,
    "ملاين": MILLION,
    "مليار": BILLION,
    "مليارات": BILLION,
    "ملايير": BILLION,
    "بلايير": BILLION,
    "ملياردات": BILLION,
    "بليون": BILLION,
    "بلايين": BILLION,
    "تريليون": TRILLION,
    "تريليونات": TRILLION,
    "ترليون": TRILLION,
    "ترليونات": TRILLION,
    "تريليارد": TRILLION,
    "كوادريليون": QUADRILLION,
    "كوادريليونات": QUADRILLION,
    "كدريليون": QUADRILLION,
}

# Stems that take the endings ا (tamyiz, or the dual before a noun), ان ين (dual), ي (dual before a noun).
SCALE_STEMS: Final = {
    "الف": THOUSAND,
    "مليون": MILLION,
    "مليار": BILLION,
    "بليون": BILLION,
    "تريليون": TRILLION,
    "ترليون": TRILLION,
    "كوادريليون": QUADRILLION,
    "كدريليون": QUADRILLION,
}

DOZEN: Final = {"دزينة": 12, "دزينتين": 24, "دزينتان": 24, "دستة": 12}
DOZENS: Final = frozenset({"دزينة", "دزينات", "دستة", "دستات"})

ZERO: Final = frozenset({"صفر", "صفرا"})

ORDINALS: Final = {
    "اول": 1,
    "اولي": 1,
    "ثان": 2,
    "ثاني": 2,
    "ثانية": 2,
    "ثانيا": 2,
    "تاني": 2,
    "تانية": 2,
    "تالت": 3,
    "تالتة": 3,
    "تامن": 8,
    "تامنة": 8,
    "ثالث": 3,
    "ثالثة": 3,
    "ثالثا": 3,
    "رابع": 4,
    "رابعة": 4,
    "رابعا": 4,
    "خامس": 5,
    "خامسة": 5,
    "خامسا": 5,
    "سادس": 6,
    "سادسة": 6,
    "سادسا": 6,
    "سابع": 7,
    "سابعة": 7,
    "سابعا": 7,
    "ثامن": 8,
    "ثامنة": 8,
    "ثامنا": 8,
    "تاسع": 9,
    "تاسعة": 9,
    "تاسعا": 9,
    "عاشر": 10,
    "عاشرة": 10,
    "عاشرا": 10,
}

PARTS: Final = {
    "نصف": Decimal(1) / 2,
    "ثلث": Decimal(1) / 3,
    "ربع": Decimal(1) / 4,
}

# Dual and plural parts: two thirds in one word, three quarters in two.
DUAL_PARTS: Final = {
    "ثلثا": Decimal(2) / 3,
    "ثلثي": Decimal(2) / 3,
    "ثلثان": Decimal(2) / 3,
    "ثلثين": Decimal(2) / 3,
}
PLURAL_PARTS: Final = {
    "اثلاث": Decimal(1) / 3,
    "ارباع": Decimal(1) / 4,
    "اخماس": Decimal(1) / 5,
    "اسداس": Decimal(1) / 6,
    "اسباع": Decimal(1) / 7,
    "اثمان": Decimal(1) / 8,
    "اتساع": Decimal(1) / 9,
    "اعشار": Decimal(1) / 10,
}

NEGATIVES: Final = frozenset({"ناقص", "سالب"})
POINT: Final = frozenset({"فاصلة", "فاصل"})

# Masculine nouns whose definite number counts places: الكتاب المليون, القرن العشرون.
SINGULARS: Final = frozenset(
    "الذكري القرن العام اليوم الاجتماع المؤتمر المنتدي المركز المعرض الكتاب اللقاء الفصل العدد البند العيد المهرجان الملتقي الموسم الشهر الاسبوع التقرير القرار".split()
)

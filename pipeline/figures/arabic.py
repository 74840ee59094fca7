"""Arabic: what stands around a figure. Counted nouns, modifiers, change, and numbers that are none. Normalised spelling."""

import re
from typing import Final

from models.figure import Basis, Modifier
from pipeline.languages import arabic as language

# Words that end the counted noun phrase: particles, prepositions, relatives, demonstratives, conjunctions.
_STOPS: Final = frozenset(
    """في من علي الي عن مع بين خلال حول ضمن عبر حتي منذ لدي عند بعد قبل تحت فوق دون نحو قرب ضد وفق حسب بحسب امام وراء خلف
    التي الذي الذين اللتان اللذان اللتين اللذين اللواتي اللاتي ما ان انه انها هو هي هم هذا هذه ذلك تلك هناك هنا كما كل بما مما
    لم لن لا ليس ليست قد سوف كان كانت يكون تكون اذ اذا حيث بينما فيما حين عندما لكن بل ثم او ام لكي كي سواء بعض جميع عدة كلا
    سنويا شهريا يوميا اسبوعيا تقريبا حاليا سابقا حتما فقط ايضا اخيرا لاحقا معا عاما بينهم بينها منها منهم فيها فيهم لها لهم به
    بها بهم له عليها عليه اليها اليه منه فيه وهو وهي وان وانه وانها وقد ولم ولا كذلك وكذلك اضافة فضلا علاوة بالاضافة لكل لدعم
    اليوم امس غدا الان بموجب بهدف بغية بغرض بقيمة بنسبة بشان بخصوص لمدة لصالح باسم بواسطة برفقة بحضور بمشاركة برئاسة مقابل
    فئة طراز الاخرون الاخرين الاخري الباقية الباقون المتبقية المذكورة الاولي اكثر اقل ازيد اعلي معظم اغلب احد احدي واحد واحدة سواها ابرزها اهمها اغلبها معظمها غالبيتها نصفها ثلثها بداية ابتداء اعتبارا انطلاقا تمهيدا وذلك وهذا وهذه يوم عام سنة شهر
    ازاء تجاه لاجل رغم مثل سوي عدا خلا اثر طوال طيلة مدي حوالي زهاء قرابة نتيجة جراء بفضل بسبب كان""".split()
)
# Finite verbs of news that follow a counted noun without a particle. Imperfect and perfect, both genders.
FINITE_VERBS: Final = frozenset(
    """وقع وقعت وقعتها وقعها وقعوا ابرم ابرمت ابرمتها ابرمها شملت يشمل تشمل ضمت يضم تضم تضمن تضمنت يتضمن تتضمن تتعلق يتعلق تعلقت
 تهدف يهدف هدفت تغطي يغطي غطت تخص يخص خصت تتيح يتيح اتاح اتاحت تعمل يعمل عملت توفر يوفر وفرت تبلغ يبلغ بلغ بلغت تصل يصل
 وصلت تمتد يمتد امتد امتدت تنص ينص نصت تستهدف يستهدف استهدف استهدفت شارك شاركت شاركوا يشارك تشارك يشاركون ينتمون ينتمي تنتمي
 يمثل يمثلون تمثل مثلت يعمل يعملون تقدر يقدر قدرت تقع يقع تقوم يقوم قام قامت تم تمت يتم تتم جري جرت تجري يجري عقدت تعقد يعقد
 عقدها اعلن اعلنت تعلن يعلن حصل حصلت يحصل تحصل دخل دخلت تدخل يدخل جاء جاءت تاتي ياتي بدات تبدا يبدا اصبح اصبحت تصبح يصبح زار زارت
 تزور يزور حضرت تحضر يحضر حضروا استفاد استفادت تستفيد يستفيد يستفيدون تسهم يسهم اسهم اسهمت ساهم ساهمت تساهم يساهم تخدم يخدم
 خدمت تنفذ ينفذ نفذت نفذتها نفذها تنتج ينتج انتجت تدير يدير ادار ادارت تملك يملك تمتلك يمتلك امتلك امتلكت تستخدم يستخدم استخدم
 استخدمت تدعم يدعم دعمت تعد يعد عدت تعتبر يعتبر تشكل يشكل شكلت تجاوز تجاوزت يتجاوز تتجاوز فاق فاقت تفوق يفوق زاد زادت تزيد
 يزيد تقل يقل قلت تعود يعود عادت ترتبط يرتبط ارتبط ارتبطت تنظم ينظم نظمت نظمتها تقدم يقدم قدمت قدمتها قدمها تلقي يتلقي
 تلقت توزعت توزع تتوزع يتوزع تناولت تناول تتناول يتناول ناقش ناقشت تناقش يناقش بحثت تبحث يبحث تربط يربط ربطت تسمح يسمح سمح
 سمحت تمنح يمنح منحت تحتاج يحتاج احتاج احتاجت تستمر يستمر استمر استمرت استغرق استغرقت تستغرق يستغرق انضم انضمت تنضم ينضم شهدت
 تشهد يشهد سجلت تسجل يسجل اضاف اضافت تضيف يضيف اكد اكدت تؤكد يؤكد قال قالت تقول يقول ذكر ذكرت تذكر يذكر اوضح اوضحت تلتحق يلتحق
 ترافق يرافق رافق رافقت تنقل ينقل نقلت ضخت ضختها ستشمل ستضم سيتم ستتم ستوفر سيوفر ستعمل سيعمل ستبدا سيبدا ستكون سيكون
 تستوعب يستوعب ستستوعب تستقبل يستقبل استقبل استقبلت قادر قادرة يعيش يعيشون تعيش يسكن تكفي يكفي كفت تمول يمول مولت يحمل تحمل
 تستهلك يستهلك استهلك استهلكت صدر صدرت تلاه تلاها تلته تلتها يليه يليها تليه تليها يتعد تتعد حل حلت احتل احتلت مسجلا مسجلة محققا محققة بالغا بالغة مرتفعا مرتفعة منخفضا منخفضة متراجعا متراجعة تناهز يناهز تقارب يقارب تربو يربو تتعدي يتعدي تتراوح يتراوح تعادل يعادل تساوي يساوي تبعد يبعد تتبوا يتبوا انفق انفقت ستستثمر سيستثمر استثمر استثمرت تستثمر دفع دفعت تعهد تعهدت خصص خصصت رصد رصدت يتوقع تتوقع متوقع متوقعة مقابل موقعة مدتها مدته قيمتها قيمته عددها عددهم طولها طوله مساحتها مساحته كلفتها تكلفتها""".split()
)
# Indefinite words in ت that are nouns; other words in ت (not ات) after a noun are verbs of the perfect.
_NOUNS_IN_T: Final = frozenset(
    "اسمنت انترنت بيت وقت صوت توقيت بنت اخت زيت نبات قوت موت سبت كبريت ياقوت حوت تثبيت تفويت تشتيت بترو زيوت بيوت اصوات كويت مؤقت ثابت صامت".split()
)
_WORD = re.compile(r"[\u0621-\u064a]+(?:[-/][\u0621-\u064a]+)*|[A-Za-z][A-Za-z0-9&.-]*")
_MONTHLIKE: Final = frozenset("يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر".split())
_PREFIXED: Final = re.compile(r"(?:لل|بال|كال|فال|وال|ول|وب|فب)[\u0621-\u064a]{2,}")
# Indefinite nouns and adjectives that begin with ل or ب as a letter of their own; others carry a preposition.
_OWN_L_B: Final = frozenset(
    """لجنة لجان لقاء لقاءات لغة لغات لوحة لوحات لاعب لاعبا لاعبين لاجئ لاجئا لاجئين لائحة لوائح ليبي ليبية لبناني لبنانية لوجستي لوجستية
    لازم لازمة لحم لحوم لبن لحظة لون الوان ليال لفة لقاح لقاحا لقاحات لتر لترا لواء لؤلؤة بلد بلدا بلدان بنك بنكا بنوك بند بندا بنود برنامج
    برنامجا برامج بيان بيانات بيئي بيئية بحث بحثا بحوث بحثي بحثية بحري بحرية بحار باحث باحثا باحثة باحثين بئر بئرا باخرة بواخر بعثة بعثات
    بطاقة بطاقات بطارية بطاريات بضاعة بضائع بلدية بلديات بناية بنايات بنية بني بيت بيوت بيطري بيطرية بشري بشرية برلماني برلمانية برلمانيا
    برية بري بريد بريدي بذرة بذور بارجة بوابة بوابات بورصة بورصات برج برجا ابراج بروتوكول بروتوكولا بروتوكولات بريطاني بريطانية برازيلي
    برازيلية بحريني بحرينية بنغالي باكستاني باكستانية بديل بديلة بارز بارزة بالغ بالغا باص باصا باصات بقرة بقر ابقار بنت بنات بدل برميل
    براميل بيع بلاغ بطل بطلا بطولة بطولات بصمة بعير بذلة بحيرة بحيرات بركة بسيط بسيطة بعيد بعيدة باهظ بناء بترولي بترولية بتروكيماوية
    بتروكيميائية بلاستيكي بلاستيكية بلدي بارد باردة بصري بصرية بنكي بنكية بنكا بطولة بادرة بصمات بساتين بستان بعض""".split()
)


def counted_noun(text: str, at: int, definite: bool = False) -> tuple[int, int] | None:
    """Characters of the noun phrase that a number ending at `at` counts, or None where no noun follows."""
    if text[at : at + 1] != " ":
        return None
    # مليون ونصف مليون من سكان العاصمة, but 153 من أصل 300
    partitive = text.startswith(" من ", at) and not text.startswith(" من اصل ", at)
    start = position = at + (4 if partitive else 1)
    end, head, before = start, "", ""
    while match := _WORD.match(text, position):
        word = match.group()
        if not _goes_on(word, head, before, definite, text, match.end()):
            break
        head, before, end = head or word, word, match.end()
        if text[match.end() : match.end() + 1] != " " or len(text[start:end].split(" ")) >= 7:
            break
        position = match.end() + 1
    return (start, end) if head else None


_NOUN_BEFORE = re.compile(r"(?<![\u0621-\u064a])[وفبك]*(?P<noun>(?:ال[\u0621-\u064a]{2,} )?ال[\u0621-\u064a]{2,}) \Z")
_NUMBER_OF = re.compile(
    r"(?<![\u0621-\u064a])[وفبل]*(?:عدد|اعداد) (?P<noun>(?:ال)?[\u0621-\u064a]{3,}(?: ال[\u0621-\u064a]{3,})?)"
)


def noun_before(text: str, at: int) -> tuple[int, int] | None:
    """Characters of the definite noun before a definite number: المجالات الخمسة, الدول الأعضاء الـ22."""
    window = max(0, at - 32)
    match = _NOUN_BEFORE.search(text[window:at])
    if not match:
        return None
    start, end = match.span("noun")
    first, _, second = match["noun"].partition(" ")
    if second and not (second == "الاعضاء" or second.endswith("ية")):
        start += len(first) + 1
    return window + start, window + end


def number_of(text: str, floor: int, at: int) -> tuple[int, int] | None:
    """Characters of what is counted by "عدد المهندسين … من 120", the last of the sentence."""
    found = list(_NUMBER_OF.finditer(text, floor, at))
    return found[-1].span("noun") if found else None


def _goes_on(word: str, head: str, before: str, definite: bool, text: str, end: int) -> bool:
    """Whether a word belongs to the counted noun phrase whose words so far end with `before`."""
    another = head and (word in _NUMBERS or _DUAL.fullmatch(word) is not None)
    if word in _STOPS or word in FINITE_VERBS or word in _MONTHLIKE or len(word) < 2 or another:
        return False
    if word.startswith("ال") and len(word) > 4 and not word.startswith(_AL_STEMS):
        return before in _CONSTRUCT or _takes_article(head, before, definite)
    if word == "غير":
        return bool(head) and not text.startswith(" ال", end)
    joined = word.startswith("و") and word not in _OWN_W
    if head.endswith("ا") and len(head) > 3 and not joined and not word.endswith("ا"):
        return False  # خمسين تاجرا سافروا: an adjective would agree with the tamyiz
    if not head:  # ثلاثة بنائين: a plural may begin with ب or ل
        return not joined and (not _has_preposition(word) or (word.endswith(("ين", "ون", "ات")) and word[:3] != "بال"))
    tail = _joins(word[1:], head, text, end) if joined else not _is_verb(word)
    return tail and not _has_preposition(word)


# Adjectives that govern a noun with the article: وظيفة عالية المهارة.
_CONSTRUCT: Final = frozenset(
    "عالية عالي متعددة متعدد محدودة محدود رفيعة رفيع منخفضة منخفض متوسطة متوسط ذات واسعة واسع سريعة سريع قصيرة قصير طويلة طويل كاملة كامل ثنائية صغيرة كبيرة حديثة شديدة شديد".split()
)
_AL_STEMS: Final = (
    "الكترون",
    "التزام",
    "الف",
    "الماني",
    "الية",
    "اليات",
    "الي",
    "الغام",
    "البان",
    "العاب",
    "الواح",
    "الوان",
    "التقاء",
    "التحاق",
)
_OWN_W: Final = frozenset(
    """وزير وزيرا وزراء وزارة وزارات وزاري وزارية وثيقة وثائق وفد وفدا وفود وظيفة وظائف وظيفي وظيفية وطني وطنية وطنيا وكالة وكالات وكيل وكلاء
    وحدة وحدات ورشة ورشات ورش ورقة اوراق ورقي وسيط وسائل وسيلة وجهة وجهات وثائقي وثائقية ولاية ولايات ولائي واعد واعدة واحة واسعة واسع واجهة
    وقود وقف وصفة وعد وعود ودية ودي واردة وارد واردات وافد وافدا وافدين وقفية وعاء وزن والد والدة وسام وجبة وجبات ورم وراثي وراثية ولادة وفاة
    وديعة ودائع وفير وفيرة وهمي وثيق وثيقة واقعة واقع وسطي وسطية وشيك وضع وصل وكيلا وليد وفيات وصلة وسم""".split()
)


def _takes_article(head: str, before: str, definite: bool) -> bool:
    """A noun with the article follows a definite head, or closes a construct (سكان العاصمة, دول العالم)."""
    if definite:
        return True
    return not head or (head == before and not head.endswith(("ة", "ات", "ا", "ين", "ون")))


def _has_preposition(word: str) -> bool:
    """لتعزيز, بقيمة, للبيع: a preposition of one letter opens a new phrase."""
    if _PREFIXED.fullmatch(word) and word not in _OWN_W and word not in _OWN_L_B:
        return not word.startswith(("ول", "وب")) or word not in ("ولاية", "ولايات", "ولادة", "وبائي")
    return len(word) > 3 and word[0] in "لب" and word not in _OWN_L_B


def _is_verb(word: str) -> bool:
    if word.endswith("ت") and not word.endswith("ات"):
        return word not in _NOUNS_IN_T and len(word) > 3
    if (word.endswith("وا") and len(word) > 4) or (_IMPERFECT.fullmatch(word) and word not in _OWN_T):
        return True
    if (word.endswith("ها") and len(word) > 4) or word.removesuffix("هم") in FINITE_VERBS:
        return True
    return (word.startswith(("سي", "ست", "سن")) and len(word) > 4 and word not in _OWN_S) or (
        word[0] == "ي" and word not in _OWN_Y
    )


# Imperfects of the derived stems, which no noun looks like: تنطلق, تنعقد, تستهدف, تتوزع; not تنظيم, تنمية, تنافس.
_IMPERFECT: Final = re.compile(r"تن[^اويةت]{3}(?:ون)?|تست[\u0621-\u064a]{2,5}(?<!ة)|تت[\u0621-\u064a]{2,5}(?<!ة)")
_OWN_T: Final = frozenset("تتويج تتابع تتبع تتمة".split())
# Duals that are another noun after a plural: ستة أعضاء اجتماعين.
_DUAL: Final = re.compile(
    r"(?:[\u0621-\u064a]{3,}تين|(?:اجتماع|لقاء|مشروع|عقد|اتفاق|ملف|قرار|تقرير|هدف|محور|قطاع|قسم|مسار|فريق|برنامج|معرض|مؤتمر|يوم|عام|شهر|اسبوع)ين)"
)
_NUMBERS: Final = frozenset(
    (
        *language.UNITS,
        *language.TEEN_UNITS,
        *language.TEN,
        *language.TENS,
        *language.HUNDRED,
        *language.TWO_HUNDRED,
        *language.SCALES,
        *language.PARTS,
    )
)
_OWN_A: Final = frozenset("اتفاق اعلان امر استاذ اجراء انجاز اديب امام امين امير اسير اثر".split())
_OWN_S: Final = frozenset(
    "سيارة سيارات سياحي سياحية سياسي سياسية سيدة سيدات سيناريو سيناريوهات سينمائي سينمائية ستاد ستائر سيادية سيادي سيطرة سندات سند سندا سنوي سنوية سنة سنوات سيول سيل".split()
)
_OWN_Y: Final = frozenset(
    "يابان ياباني يابانية يمني يمنية يمنيا يوناني يونانية يوم يوما يومي يومية يد يدوي يدوية يتيم يتيما يخت يختا يخوت يورو يوان يونسكو يهودي يهودية يسار".split()
)


def _joins(word: str, head: str, text: str, end: int) -> bool:
    """A second counted noun joined by و: اتفاقية ومذكرة تفاهم. Never a clause, a definite noun or a noun before one."""
    if (
        word in _STOPS
        or word in FINITE_VERBS
        or word in _NUMBERS
        or word.startswith("ال")
        or _is_verb(word)
        or _has_preposition(word)
        or len(word) < 3
    ):
        return False
    if text[end : end + 3] == " ال" and not word.endswith(("ة", "ات")):
        return False
    if word[0] == "ا" and len(word) < 6 and not word.endswith(("ة", "ات")) and word not in _OWN_A:
        return False  # أطلق, أعلن: a verb of the perfect
    if head.endswith("ا") and word.endswith(("ين", "ان")):
        return False  # 45 محلا ومسجدين: the two are not of the 45
    if word[0] in "يت" and len(word) > 3 and word[:3] not in ("تقن", "تجا", "تدر", "تاش", "تصر", "تعا"):
        return False
    return not head.endswith("ات") or word.endswith(
        ("ات", "ق", "ج", "ع", "ر", "د", "ف", "ل", "م", "ء", "ن", "ي", "س", "ب", "ط")
    )


# Before a figure: what ends where the figure begins, clitics included.
MODIFIERS_BEFORE: Final[tuple[tuple[Modifier, str], ...]] = (
    (
        "at_most",
        r"(?:لا|لن|لم|ولا|ولم|ولن)\s(?:ي|ت)(?:تجاوز|تعدي|تعد|زيد|فوق|زد)(?:\s(?:عن|علي))?|(?:ما|بما)?\s?(?<!ل)(?:ي|ت)صل(?:\sالي)?|حتي|بحد اقصي(?: قدره| يبلغ)?|كحد اقصي|اقصاه|اقصاها"
        r"|وصولا الي|علي الاكثر|سقفه|بسقف|لا اكثر من|بما لا يتجاوز|بما لا يزيد (?:عن|علي)|ليس اكثر من",
    ),
    (
        "at_least",
        r"(?:ما |بما )?(?:لا|لن|لم|ولا)\s(?:ي|ت)ق(?:ل|لل)(?:\s(?:عن|علي))?|علي الاقل|بحد ادني(?: قدره)?|كحد ادني|حده الادني|ليس اقل من|لا اقل من",
    ),
    (
        "more_than",
        r"(?:ب?اكثر|ازيد|اعلي|اكبر) من|لاكثر من|(?:ما |بما )?(?:ي|ت)(?:زيد|ربو|نيف)(?:\s(?:علي|عن))?|(?:ما |بما )?(?:ي|ت)(?:تجاوز|فوق|تخطي|تعدي)|تجاوزت?|فاقت?|تخطت?|تخطي|تعدت?|ناف|نيف و|فوق|متجاوز[اة]?|متخطي[اة]|يزيد"
        r"|بما يفوق|زهاء اكثر من",
    ),
    ("less_than", r"(?:ب?اقل|ادني|اصغر) من|دون|ما دون|(?:ما |بما )?(?:ي|ت)قل (?:عن|علي)"),
    (
        "approx",
        r"ب?نحو|ب?حوالي|ب?قرابة|زهاء|(?:ما |بما )?(?:ي|ت)(?:قارب|ناهز)|(?:ما |بما )?يقرب من|ناهزت?|قاربت?|قرب|ب?حدود|في حدود|تقريبا|ب?ما يعادل نحو|شبه|كاد ي(?:بلغ|صل)|مقدر[اة]? ب",
    ),
)
MODIFIERS_AFTER: Final[tuple[tuple[Modifier, str], ...]] = (
    ("approx", r" تقريبا(?![\u0621-\u064a])| علي وجه التقريب"),
    ("at_least", r" (?:علي الاقل|كحد ادني|بحد ادني|علي اقل تقدير|فاكثر|او اكثر|فما فوق)(?![\u0621-\u064a])|\+"),
    ("at_most", r" (?:علي الاكثر|كحد اقصي|بحد اقصي|او اقل|فاقل)(?![\u0621-\u064a])"),
)
# The verb of the clause with its subject between it and the figure: لم تتجاوز الصادرات … 5 مليارات, يصل طول رصيفها إلى ألف متر.
MODIFIERS_APART: Final[tuple[tuple[Modifier, re.Pattern[str]], ...]] = (
    (
        "at_most",
        re.compile(
            r"(?:لا|لن|لم|ولا|ولم)\s(?:(?:ي|ت)كن\s)?(?:[^\s\d،؛.:]+\s){0,8}?(?:ي|ت)(?:تجاوز|تعدي|تعد|زيد|زد)\s(?:(?:[^\s\d،؛.:]+|(?:19|20)\d\d)\s){0,11}\Z"
        ),
    ),
    ("at_most", re.compile(r"(?<![\u0621-\u064a])[وف]?(?:ي|ت)صل\s(?:[^\s\d،؛.:]+\s){1,6}(?:الي\s|ل)\Z")),
    ("at_least", re.compile(r"(?:لا|لن|لم|ولا|ولم)\s(?:ي|ت)قل\s(?:[^\s\d،؛.:]+\s){1,6}عن\s\Z")),
    ("approx", re.compile(r"(?<![\u0621-\u064a])[وف]?(?:ي|ت)(?:ناهز|قارب)\s(?:[^\s\d،؛.:]+\s){1,4}\Z")),
    (
        "more_than",
        re.compile(
            r"(?<![\u0621-\u064a])(?<!لا )(?<!لم )(?<!لن )[وف]?(?:(?:ي|ت)تجاوز|تجاوزت?|(?:ي|ت)فوق)\s(?:[^\s\d،؛.:]+\s){1,5}\Z"
        ),
    ),
)

_UP = (
    r"بزيادة|زيادة|زياده|تزايد|تزايدت|يتزايد|تتزايد|تضاعفت|زاد|زادت|تزيد|يزيد|ازداد|ازدادت|ارتفع|ارتفعت|يرتفع|ترتفع|ارتفاع|بارتفاع|ارتفاعا|مرتفع[اة]|نما|نمت|نمو|معدل النمو|معدل نمو|بنمو|نموا|ينمو|تنمو|صعد|صعدت|صعود|صعودا|قفز|قفزت|قفزة|تضاعف"
    r"|رفع|رفعت|سيرفع|سترفع|يرفع|ترفع|توسع|توسعت|كسب|كسبت|مكاسب|تحسن|تحسنت|وبزيادة|وبارتفاع|وبنمو|سترتفع|سيرتفع|ستنمو|سينمو"
)
_DOWN = (
    r"بتراجع|تراجع|تراجعت|تراجعا|يتراجع|تتراجع|متراجع[اة]|بانخفاض|انخفاض|انخفاضا|انخفض|انخفضت|ينخفض|تنخفض|منخفض[اة]|هبط|هبطت|هبوط|هبوطا|بهبوط|تقلص|تقلصت|تقلص|انكمش|انكمشت|انكماش|خفض|خفضت|سيخفض|ستخفض|يخفض|تخفض|سيقلص|ستقلص|بخفض|تخفيض|بتخفيض|نقص|نقصت|بنقص"
    r"|فقد|فقدت|خسر|خسرت|تدني|تدنت|ستنخفض|سينخفض|ستتراجع|سيتراجع|وفر|ناقص"
)
TREND_WORDS: Final = re.compile(
    rf"(?<![\u0621-\u064a])(?<! ما )(?<! لا )(?<! لم )(?<! بما )[وف]?[بل]?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?![\u0621-\u064a])"
)
TREND_AFTER: Final = re.compile(
    r" (?:(?P<up>نموا|زيادة|ارتفاعا|اكثر من|اكثر مما|اعلي من|اضافية (?:عن|علي))|(?P<down>تراجعا|انخفاضا|هبوطا|اقل من|اقل مما|ادني من))(?![\u0621-\u064a])"
)
BY: Final = re.compile(
    r"(?:\s+(?:سنوي[اة]?|طفيف[اة]?|كبير[اة]?|قدره|قدرها|نسبته|نسبتها|بلغ|بلغت|بلغت نسبته[ا]?|بنسبة|بمقدار|بواقع|مقداره[ا]?|تجاوز|تجاوزت|قيمته[ا]?|تصل|يصل|تقدر|يقدر|بحوالي|بنحو|نسبة|سنوي|تناهز|يناهز|تقارب|يقارب|ب))*\s*\Z"
)
LEVEL: Final = re.compile(
    r"(?<![\u0621-\u064a])(?:الي|لتبلغ|ليبلغ|لتصل|ليصل|لتسجل|ليسجل|مسجلا|مسجلة|عند|مقابل|مقارنة|من|بالغا|بالغة|لتتجاوز|ليتجاوز|كان|كانت)(?:\s?(?:نحو|حوالي|قرابة|اكثر من|ما يقارب|الي|مستوي))*\s?\Z"
)
BASIS: Final[tuple[tuple[Basis, re.Pattern[str]], ...]] = (
    (
        "year_on_year",
        re.compile(
            r"علي اساس سنوي|سنويا علي|مقارنة (?:مع |ب)?(?:ال|بال)?(?:عام|سنة|فترة|شهر|ربع|نصف|عام) ?[^.؛]{0,24}(?:الماضي|السابق|ذاته|نفسه|ذاتها|نفسها|(?:19|20)\d\d)|مقارنة بعام|مقارنة بالعام|قياسا بالعام|عن (?:العام|السنة|الفترة|عام) ?(?:السابق|الماضي|السابقة|الماضية|ذاتها|نفسها|المماثلة|(?:19|20)\d\d)?|بالمقارنة مع (?:العام|عام|الفترة)"
        ),
    ),
    ("quarter_on_quarter", re.compile(r"علي اساس (?:ربع سنوي|فصلي|ربعي)|مقارنة (?:بالربع|مع الربع) السابق")),
    (
        "month_on_month",
        re.compile(r"علي اساس شهري|مقارنة (?:بالشهر|مع الشهر) (?:السابق|الماضي)|عن الشهر (?:السابق|الماضي)"),
    ),
)

# Labels whose number is a name: المادة 5، مجموعة العشرين، رؤية 2030، المرحلة 2.
NOT_BEFORE: Final = re.compile(
    r"(?:من كل |(?:بوينغ|بوينج|ايرباص|طراز|موديل|اف|ميراج|سوخوي) |(?<![\u0621-\u064a])[وفبلك]{0,2}(?:ال)?(?:مادة|مواد|رؤية|مجموعة ال|مجموعة|فقرة|صفحة|ص|رقم|ارقام|قرار|مرسوم|قانون رقم|بند|ملحق|جدول|شكل|مرحلة|بوابة|قاعة|غرفة|طابق|طريق|خط|رحلة|قناة|اجندة|خطة|اكسبو|كوب|هاتف|تلفون|جوال|فاكس|واتساب|عمر|عمره|عمرها|سن|ساعة|مركز|المرتبة|مرتبة|منتخب|تحت) ?:? ?|[#@]|[A-Z]{1,5}-)\Z"
)
AGE_BEFORE: Final = re.compile(r"(?<![\u0621-\u064a])(?:ال|ب)?(?:عمر|عمره|عمرها|سن|القراءة:?) \Z")
NOT_AFTER: Final = re.compile(
    r" (?:عاما|سنة|سنوات) من العمر| (?:صباحا|مساء|ظهرا|بتوقيت)| ?(?:دقائق|دقيقة) (?:قراءة|للقراءة)| ?نجوم(?![\u0621-\u064a])| ?من \d+ نجوم"
)
READING: Final = re.compile(r"(?:مدة|وقت|زمن) القراءة:? ?\Z")
SIDES: Final = re.compile(r"(?:البلدين|الجانبين|الطرفين|الدولتين|الحكومتين|الشعبين)(?:\s\S+)?\s\Z")

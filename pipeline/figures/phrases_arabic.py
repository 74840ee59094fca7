"""Arabic noun phrases beside a figure: what begins here, what ends here. Normalised spelling."""

import re
from typing import Final

from pipeline.figures.arabic import FINITE_VERBS

WORD = re.compile(r"[\u0621-\u064a]+(?:[-/][\u0621-\u064a]+)*|[A-Za-z][\w.&-]*|\([^()]*\)")


STOPS: Final = frozenset(
    """في من علي الي عن مع بين خلال حول ضمن عبر حتي منذ لدي عند بعد قبل تحت فوق دون نحو قرب وفق وفقا حسب بحسب امام التي الذي الذين ان انه
    انها هو هي هم كما كل بما مما لم لن لا قد سوف حيث بينما فيما حين عندما لكن بل ثم او ام سنويا شهريا يوميا اسبوعيا تقريبا حاليا العام عام سنة
    الماضي الماضية المقبل المقبلة الجاري الحالي السابق اي مقابل مقارنة وذلك وهو وهي وان وانه وقد منها منه فيها عنها لها له به بها بحلول بنهاية
    بموجب بهدف بحيث لكل نحوه كذلك ايضا ليبلغ لتبلغ ليصل لتصل ما غير يوم شهر الان اليوم امس فقط وبنسبة بنسبة بقيمة وبقيمة سنوات اعوام اضافية
    قدره قدرها نسبته نسبتها مقداره مقدارها اما يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
    كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين جانفي فيفري افريل ماي جوان جويلية اوت تراجعا ارتفاعا نموا زيادة انخفاضا هبوطا تطورا قفزة تحسنا صعودا المرتبة المركز فقد بعدما لقد حين وقت هذا هذه ذلك تلك بفضل بسبب نتيجة لصالح باستثمارات اذ اذا فان وفي ومن وعلي والي""".split()
)


_VERB = (
    r"(?:(?:س)?(?:ي|ت)?(?:بلغ|صل|سجل|حقق|رتفع|رفع|خفض|قلص|نخفض|تراجع|زيد|نمو|تجاوز|ناهز|قارب|قدر|شكل|مثل|ستحوذ|غطي|ساوي|عادل|قفز|هبط|زداد|كلف|تكلف|متد|نتج|ستورد|ملك|متلك|تراوح|زايد|ضاعف)"
    r"|بلغت?|وصلت?|سجلت?|حققت?|ارتفعت?|انخفضت?|تراجعت?|زادت?|تزايدت?|تضاعفت?|نمت|نما|تجاوزت?|ناهزت?|قاربت?|قدرت?|شكلت?|مثلت?|استحوذت?|غطت|غطي|قفزت?|هبطت?|ازدادت?|صعدت?|كلفت?|كانت?|يكون|تكون|تقلصت?|انكمشت?|استقرت?|ارتفاع|انخفاض|تراجع|زيادة|نمو|رفع)"
)


VERBS: Final = re.compile(rf"(?<![\u0621-\u064a])[وفل]?{_VERB}(?![\u0621-\u064a])")


_VALUE_NOUNS: Final = (
    "حجم|حجمه|قيمة|قيمت|كلفة|كلفت|تكلفة|تكلفت|تكاليف|مساحة|مساحت|طول|عمق|عرض|نسبة|معدل|انتاج|صادرات|واردات|مستوردات|مبادلات|مدفوعات|استثمار|استثمارات|ايرادات|عائدات|عوائد|ارباح|تبادل|تجارة"
    "|ميزانية|موازنة|موازنت|راسمال|قدرة|قدرت|طاقة|طاقت|سعة|سعت|مسافة|حمولة|حمولت|سعت|حصة|حصت|قرض|منحة|تمويل|ناتج|دين|عجز|فائض|احتياطي|احتياطيات|مبيعات|تحويلات|صفقة|رسوم|انفاق|مبلغ"
    "|خسائر|رصيد|ارصدة|اصول|ودائع|ثروة|ثروت|استهلاك|انبعاثات|طلب|تضخم|بطالة|درجات الحرارة|درجة الحرارة|سعر|اسعار|تدفقات|مساهمة|فائدة|جهد|وزن|سرعة|ارتفاع|مداخيل|مخصصات"
)


VALUE: Final = re.compile(
    rf"(?<![\u0621-\u064a])(?P<clitics>[وف]?[بلك]?)(?P<noun>(?:ال)?(?:{_VALUE_NOUNS})(?:ا|ه|ها|هم|هما|نا|كم)?)(?![\u0621-\u064a])"
)


_COMPLEMENT = re.compile(
    r" (?:الي|مع|في|من|بين) (?!ال(?:بلدين|جانبين|طرفين|دولتين|عام|سنة|ربع|نصف|اشهر|شهر|فترة)|عام|سنة|\d|ما )(?=[\u0621-\u064a]{3})"
)


def phrase_after(text: str, start: int, longest: int = 4) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`, with one complement (إلى الناتج المحلي, مع مصر)."""
    place = _words_after(text, start, longest)
    if place is None:
        return None
    match = _COMPLEMENT.match(text, place[1])
    tail = _words_after(text, match.end(), 3) if match and len(text[place[0] : place[1]].split()) < 4 else None
    return (place[0], tail[1]) if tail else place


def _words_after(text: str, start: int, longest: int) -> tuple[int, int] | None:
    end, count = start, 0
    while match := WORD.match(text, end + (1 if count else 0)):
        word = match.group()
        if (word in STOPS and not (count and word == "غير")) or count == longest or _ends(word, count):
            break
        end, count = match.end(), count + 1
        if text[end : end + 1] != " ":
            break
    return (start, end) if count else None


def _ends(word: str, count: int) -> bool:
    """Whether a word cannot go on a noun phrase: a verb, or a clitic that opens another phrase."""
    if len(word) == 1 or word in FINITE_VERBS or word.lstrip("وف") in FINITE_VERBS or (count and VERBS.fullmatch(word)):
        return True
    return bool(
        count
        and re.fullmatch(r"(?:لل|ب|ل|وب|ول)[\u0621-\u064a]{3,}", word)
        and not word.startswith(("بال", "بن", "بر", "بح"))
    )


def phrase_before(left: str, end: int, longest: int = 4, indefinite: bool = False) -> tuple[int, int] | None:
    """The noun phrase that ends at `end`: back to a particle, a verb or a sign."""
    words = list(WORD.finditer(left, 0, end))
    start, count, stop = None, 0, end
    for match in reversed(words):
        word = match.group()
        gap = left[match.end() : stop if start is None else start]
        if (
            gap.strip()
            or count == longest
            or (word in STOPS and word != "غير")
            or VERBS.fullmatch(word)
            or word in FINITE_VERBS
            or word.lstrip("وف") in FINITE_VERBS
        ):
            break
        if word[0] == "(":
            continue
        if word in _DEEDS or re.fullmatch(r"[وف]?س?ي[\u0621-\u064a]{3,}", word):
            break
        start, count = match.start(), count + 1
        if re.fullmatch(r"(?:[وف]ل|[وف]?ب|و)[\u0621-\u064a]{2,}", word) and _opens(word):
            start += len(word) - len(unprefixed(word))
            break
    if start is None:
        return None
    last = end if not left[:end].endswith(" ") else len(left[:end].rstrip())
    if indefinite and left[start:last].startswith("ال"):
        return None
    return (start, last)


# توقيع اتفاقية بأكثر من 12 مليارا: the deed is not what costs.
_DEEDS: Final = frozenset(
    "توقيع بتوقيع لتوقيع ابرام بابرام تنفيذ لتنفيذ انشاء لانشاء اقامة لاقامة بناء لبناء تمويل لتمويل تقديم بتقديم شراء لشراء".split()
)


def before_preposition(left: str, end: int) -> tuple[int, int] | None:
    """The thing before بقيمة, past a tail like "في الشقايا والعبدلية" or "مع شركة": محطات شمسية في … بقدرة."""
    place = phrase_before(left, end)
    while (
        place
        and not VALUE.match(left, place[0])
        and (match := re.compile(r"(?:في|من|علي|مع|الي|بين)\s\Z").search(left[: place[0]]))
    ):
        earlier = phrase_before(left, match.start())
        if earlier is None:
            break
        place = earlier
    return place


def _opens(word: str) -> bool:
    """Whether a word begins with a clitic that opens its phrase."""
    return unprefixed(word) != word


def unprefixed(word: str) -> str:
    """A word without the clitic that opens its phrase: باستثمار, وبكلفة."""
    match = re.match(
        r"(?:[وف]?(?:بال|لل)|[وف](?:ب|ل)|ب(?=(?:است|اجمال|طول|عمق|عرض|كلف|تكلف|مساح|فائد|جهد|قرض|تمويل|راس|سعر|رسوم|انتاج|ارتفاع|حمول|وزن|سرع|متوسط|معدل|عائد|ايراد|حص|ضمان|منح|دعم|عقد|صفق|حزم|طاق)))",
        word,
    )
    if not match:
        return word
    if match.group().endswith("ال"):
        return word[match.end() - 2 :]
    return word[match.end() :]

"""Arabic: the noun phrase that a figure measures. Normalised spelling."""

import re
from typing import Final

from pipeline.figures.arabic import FINITE_VERBS, MODIFIERS_BEFORE
from pipeline.figures.phrases_arabic import (
    STOPS,
    VALUE,
    VERBS,
    WORD,
    before_preposition,
    phrase_after,
    phrase_before,
    unprefixed,
)
from pipeline.figures.reading import Placed

_MODIFIER = re.compile(
    rf"(?<![\u0621-\u064a])[وف]?[بلك]?(?:{'|'.join(words for _, words in MODIFIERS_BEFORE)})(?:\s+|\Z)(?:ب|ال|عن |علي |من |الي )?\Z"
)
# Words between the thing and its figure that say nothing of it.
_FILLER: Final = re.compile(
    r"(?<![\u0621-\u064a])[وف]?(?:قدره|قدرها|قدرهما|مقداره|مقدارها|نسبته|نسبتها|يبلغ|تبلغ|بلغ|بلغت|البالغ|البالغة|والبالغ|والبالغة|بالغا|تقدر|يقدر|قدرت|المقدر|المقدرة|تتراوح|يتراوح|بين|ما"
    r"|الي|علي|عن|عند|من|ب|ل|الذي|التي|مستوي|حاجز|اجماليه|اجماليها|يعادل|تعادل|نسبة|بنسبة|تساوي|يساوي|بواقع|بمعدل|بحجم|تصل|يصل|وصلت|وصل|سجل|سجلت|تسجل|يسجل)\s*\Z"
)
_ALLOWED: Final = frozenset({"غير", "بين", "الي", "مع", "في", "من"})
_CLAUSE: Final = re.compile(
    r"[؛،:(]\s?|(?<![\u0621-\u064a])(?:[وف]?(?:ان|انه|انها|بان|لان|فيما|بينما|حيث|اذ|كما|لكن|قبل ان|ثم))(?![\u0621-\u064a])\s?|- |\n"
)
_GENERIC: Final = re.compile(
    r"(?<![\u0621-\u064a])[وف]?ب(?:قيمة|قدرة|نسبة|مبلغ|مقدار|واقع|حجم|طاقة انتاجية|طاقة|اجمالي|ما قيمته|سعة|ميزانية|حدود)(?: اجمالية| سنوية| انتاجية| مركبة| مالية| تقديرية| استيعابية| تخزينية)?\s*\Z"
)
_ATTRIBUTE: Final = re.compile(
    r"(?<![\u0621-\u064a])(?P<word>[وف]?(?:قيمته|قيمتها|قيمتهما|كلفته|كلفتها|تكلفته|تكلفتها))\s*\Z"
)
_CHANGE: Final = re.compile(
    r"(?<![\u0621-\u064a])[وف]?ب?(?:زيادة|نمو|ارتفاع|تراجع|انخفاض|هبوط|نموا|ارتفاعا|تراجعا|انخفاضا|منخفضا|مرتفعا|متراجعا|بزيادة)(?: سنوي[ة]?| سنويا| نسبته[ا]?| قدره[ا]?| بلغ[ت]?)*\s*\Z"
)


# Before what saw a change.
_SAW: Final = re.compile(
    r"(?<![\u0621-\u064a])[وف]?(?:[يت])?(?:شهدت?|سجلت?|عرفت?|حققت?) (?!(?:ارتفاع|انخفاض|تراجع|نمو|زياد|هبوط|قفز))(?=[\u0621-\u064a]{3})"
)
# منه: the share of what the figure before measures.
POINTS_BACK: Final = re.compile(r" (?:منه|منها|من ذلك|من هذه|من هذا)(?![\u0621-\u064a])(?! ال)")
_LIFTS_IT: Final = re.compile(
    r"(?:رفعه|رفعها|زيادته|زيادتها|خفضه|خفضها|ايصاله|ايصالها|بلوغه) (?:الي|بنسبة|بمقدار)\s*\Z"
)


def resumes(text: str, floor: int, start: int) -> bool:
    """Whether a pronoun stands for what the figure before measures: ويسعى البلدان إلى رفعه إلى 10 مليارات."""
    return _LIFTS_IT.search(_bare(text[floor:start]) + " ") is not None


# رفع هذه النسبة إلى 20%: what the figure before measures.
_RESUMED: Final = re.compile(
    r"(?<![\u0621-\u064a])(?:هذه|هذا) (?:النسبة|المبلغ|الرقم|القيمة|الحصة)(?:\s+(?:الي|بنسبة|ب))?\s*\Z"
)
# بمبلغ 60 مليارا: the sum of something said elsewhere.
_SUM: Final = re.compile(r"(?<![\u0621-\u064a])[وف]?ب?مبلغ(?: \S+)?\s*\Z")
_OPEN_VALUE: Final = frozenset("قيمة نسبة قدرة مبلغ حجم طاقة سعة اجمالي ميزانية معدل ارتفاع نمو فائض".split())


def measured(text: str, item: Placed, floor: int, previous: int) -> tuple[int, int] | None:
    """Characters of what the figure measures, or None where its clause does not name it."""
    amount = item.reading.amount
    left = _bare(text[floor : amount.start])
    partitive = _partitive(text, amount.end)
    if partitive and item.finding.kind == "percent":
        return partitive
    if apposed := _apposed(text, amount.end):
        return apposed
    if _CHANGE.search(left):
        return partitive or _witness(left, previous, floor)
    if _RESUMED.search(left) or _SUM.search(left):
        return None
    since = max(0, previous - floor)
    found = _thing(left, since)
    if found is None and not (partitive and item.finding.kind == "quantity" and not VERBS.search(left, since)):
        found = _value(left, since) or (None if partitive else _before(left, since))
    found = _cleaned(left, found) if found else None
    if found is None and item.finding.trend:
        return partitive or _witness(left, previous, floor)
    return (found[0] + floor, found[1] + floor) if found else partitive


def _witness(left: str, previous: int, floor: int) -> tuple[int, int] | None:
    """شهدت مبيعات الأسمدة ارتفاعا بنسبة: what saw the change."""
    saw = _SAW.search(left, max(0, previous - floor))
    place = phrase_after(left, saw.end()) if saw else None
    return (place[0] + floor, place[1] + floor) if place else None


# ارتفاع التضخم إلى 7%, تسجيل رقم معاملات: the thing, not what becomes of it.
_BECOMING: Final = re.compile(
    r"(?:ارتفاع|انخفاض|تراجع|زيادة|نمو|صعود|هبوط|تسجيل|تحقيق|بلوغ|وصول|تجاوز|عرفت?|شهدت?|وضعت?|بنمو|بارتفاع|بانخفاض|بتراجع) (?=[\u0621-\u064a]{3})"
)
_RATE: Final = re.compile(r"(?:ال)?(?:معدل|متوسط|رقم|مؤشر|مستوي)(?![\u0621-\u064a])")
_OF_RATE: Final = re.compile(r" لل[\u0621-\u064a]{3,}(?: ال[\u0621-\u064a]{3,})?")
_NO_THING: Final = frozenset(
    "بذلك وبذلك ذلك معدلا معدل مستوي بلغت بلغ نقطة نقاط قابلة المملوكة التالي الاول الثاني والثاني الثالث والثالث الاولي الثانية والثانية الثالثة".split()
)


def _cleaned(left: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """The phrase without a noun or verb of change before the thing; None where nothing is left that could be measured."""
    start, end = place
    if change := _BECOMING.match(left, start, end):
        start = change.end()
    if _RATE.match(left, start, end) and (of := _OF_RATE.match(left, end)):  # المعدل السنوي للتضخم الأساسي
        end = of.end()
    words = left[start:end].split()
    return (start, end) if words and not (len(words) == 1 and words[0] in _NO_THING) else None


def target(text: str, end: int, item: Placed) -> None:
    """Arabic names what money goes to too freely; nothing is taken."""


_APPOSED = re.compile(r"(?:[،,:] (?:وهي |هي |وهو )?| )(?P<noun>قيمة|حجم|اجمالي|مساحة|طول|عمق) ")


def _apposed(text: str, end: int) -> tuple[int, int] | None:
    """6.1 مليارات دولار، قيمة تحويلات المغتربين."""
    match = _APPOSED.match(text, end)
    if not match:
        return None
    return phrase_after(text, match.start("noun") if match["noun"] in ("مساحة", "طول", "عمق") else match.end())


def _value(left: str, previous: int) -> tuple[int, int] | None:
    """From the last noun of value in the clause: حجم التبادل التجاري, قدرتها, هذه الثروة."""
    nouns = list(VALUE.finditer(left, max(0, previous)))
    while nouns and nouns[-1].end() == len(left) and nouns[-1]["clitics"] and nouns[-1]["noun"] in _OPEN_VALUE:
        nouns.pop()
    if not nouns:
        return None
    noun = nouns[-1]
    if noun["noun"] in _OPEN_VALUE and not left[noun.end() :].strip(" (+-"):
        return None  # مبلغ 700 مليون: the noun alone says nothing
    for earlier in reversed(nouns[:-1]):  # حجم التبادل التجاري: the first of a chain of such nouns
        if left[earlier.end() : noun.start()].strip() or noun["clitics"]:
            break
        noun = earlier
    place = phrase_after(left, noun.start("noun"), longest=5)
    if place is None or ("،" in left[place[1] :] and len(left) - place[1] > 40):
        return None
    return place


def _bare(left: str) -> str:
    """The text before a figure without its modifiers."""
    while match := _MODIFIER.search(left):
        if match.start() == match.end():
            break
        left = left[: match.start()]
    return re.sub(r"\s[بلك]\s*\Z", "", left.rstrip("( "))


def _partitive(text: str, end: int) -> tuple[int, int] | None:
    """99% من الصادرات الهندية, 7.5 ملايين طن سنويا من الغاز."""
    match = re.compile(r"(?: سنويا| يوميا| شهريا| تقريبا)? (?:من )(?=[\u0621-\u064a])").match(text, end)
    if not match or text.startswith(("من خلال", "من قبل", "من اجل", "من بين", "من حيث"), match.end() - 3):
        return None
    return phrase_after(text, match.end())


# الاتفاقية الثانية، البالغة 55.2 مليون: the noun before the comma.
_AMOUNTING = re.compile(r"[،,]? و?البالغ(?:ة|ين)?(?: (?:قيمت|مقدار|تكلفت|كلفت)\S+)?\s*\Z")


def _thing(left: str, previous: int) -> tuple[int, int] | None:
    """عقدا قيمته, محطات شمسية بقدرة: the noun before the attribute; قيمتها or طاقة itself where that stands apart."""
    amounting = _AMOUNTING.search(left)
    if amounting:
        place = phrase_before(left, amounting.start())
        return place if place and place[0] >= previous else None
    generic = _GENERIC.search(left) or _GENERIC.search(_without_filler(left))
    if generic:
        return _with_generic(left, generic, previous)
    attribute = _ATTRIBUTE.search(left) or _ATTRIBUTE.search(_without_filler(left))
    return _with_attribute(left, attribute, previous) if attribute else None


_PORTION = re.compile(r"ب(?:نسبة|مقدار|واقع|معدل)")


def _with_generic(left: str, generic: "re.Match[str]", previous: int) -> tuple[int, int] | None:
    """What stands before بقيمة, بقدرة, بنسبة."""
    share = _PORTION.search(generic.group()) and (
        "نسبة" in generic.group() or VERBS.search(left, max(0, previous), generic.start())
    )
    found = _before(left[: generic.start()].rstrip(), previous) if share else None
    place = found or before_preposition(left, len(left[: generic.start()].rstrip("، ,")))
    if place and (found or place[0] >= previous):
        return place
    return (generic.start() + generic.group().find("ب") + 1, generic.end()) if generic.group()[0] in "وف" else None


_REACHING = re.compile(r"(?:لا |ما )?[تي](?:صل|بلغ|تجاوز|قدر|زيد|فوق|تراوح|قل|ناهز|قارب)\s\Z")


def _with_attribute(left: str, attribute: "re.Match[str]", previous: int) -> tuple[int, int]:
    """What stands before قيمته, or قيمته itself."""
    word = attribute["word"]
    own = (attribute.start("word") + (1 if word[0] in "وف" else 0), attribute.end("word"))
    verb = _REACHING.search(left[: attribute.start()])
    if word[0] in "وف" or (verb and re.search(r"(?:ان|ان لا|ي) \Z", left[: verb.start()])):
        return own
    at = verb.start() if verb else attribute.start()
    place = phrase_before(left, at, longest=2 if verb else 1, indefinite=True) or phrase_before(
        left, at, longest=1, indefinite=True
    )
    return place if place and place[0] >= previous else own


def _before(left: str, previous: int) -> tuple[int, int] | None:
    """The subject of the verb before the figure: after it (بلغ حجم التجارة) or before it (حجم التجارة بلغ)."""
    verbs = list(VERBS.finditer(left, max(0, previous)))
    if verbs:
        return _after_verb(left, verbs[-1].end()) or _before_verb(left, verbs[-1].start(), max(0, previous))
    trimmed = _without_filler(left)
    if len(trimmed) <= previous:
        return None
    place = phrase_before(left, len(trimmed))
    if place is None or place[0] < previous or _is_agent(left, place):
        return None
    if _AGENT.match(left, place[0]) or _DOES.match(left, place[0]):
        return None
    return (place[0] + 1, place[1]) if left.startswith("وال", place[0]) else place


# Who pays is not what is paid for.
_AGENT: Final = re.compile(
    r"[وف]?(?:ال)?(?:وزارة|وزير|حكومة|شركة|هيئة|مجموعة|رئيس|مدير|بنك|مصرف|صندوق|مؤسسة|دولة|مملكة|جهة|طرف|جانب)(?![\u0621-\u064a])"
)


# تتكفل الوزارة بـ30 مليونا: a verb and who does it.
_DOES: Final = re.compile(
    r"[وف]?[يت][\u0621-\u064a]{3,} ال(?:وزارة|حكومة|شركة|هيئة|مجموعة|بنك|مصرف|صندوق|مؤسسة|جهة|طرف|جانب|طرفان|جانبان|بلدان|مكتب|وكالة|منظمة)(?![\u0621-\u064a])"
)


def _is_agent(left: str, place: tuple[int, int]) -> bool:
    """ستستثمر المجموعة 200 مليون: who stands behind a verb that measures nothing spends the money."""
    before = left[: place[0]].split()
    first = left[place[0] : place[1]].split(maxsplit=1)[0]
    verb = before[-1].lstrip("وف") if before else ""
    return (
        (first.startswith("ل") and len(first) > 4 and not first.startswith("لل"))
        or first in FINITE_VERBS
        or verb in FINITE_VERBS
        or verb.startswith(("ست", "سي"))
    )


def _without_filler(left: str) -> str:
    while match := _FILLER.search(left):
        if match.start() == match.end():
            break
        left = left[: match.start()].rstrip()
    return left.rstrip()


def _after_verb(left: str, start: int) -> tuple[int, int] | None:
    """Between verb and figure: وبلغ حجم التجارة الثنائية [نحو]."""
    stretch = _without_filler(left[start:])
    words = list(WORD.finditer(stretch))
    if not words or re.search(r"[،؛:.\d]", stretch):
        return None
    end = words[0].end()
    for match in words[1:]:
        if match.group() in STOPS and match.group() not in ("غير", "الي", "مع"):
            break
        end = match.end()
    first = words[0]
    if first.group() in STOPS or (
        first.group()[0] in "بل"
        and unprefixed(first.group()) == first.group()
        and first.group()[:2] in ("بن", "بح", "بق")
    ):
        return None
    return (start + first.start(), start + end)


def _before_verb(left: str, end: int, previous: int) -> tuple[int, int] | None:
    """The clause's first noun phrase, where the subject stands before its verb."""
    start = previous
    for clause in _CLAUSE.finditer(left, previous, end):
        start = clause.end()
    place = phrase_after(left[:end], start + (len(left[start:end]) - len(left[start:end].lstrip())), longest=5)
    return place if place and place[1] <= end else None

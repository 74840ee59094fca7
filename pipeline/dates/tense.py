"""Whether the sentence around a date looks back or ahead: the nearest verb that tells decides."""

import re
from collections.abc import Iterable, Sequence

from pipeline.dates.partial import Tense
from pipeline.dates.tokens import Token
from pipeline.findings import Lang

# How many tokens on either side are asked; longer sentences tell no more and would make long texts slow.
_REACH = 40
_QUOTATION = 150  # a longer line is no quotation
_SENTENCE_ENDS = frozenset("!?؟؛;\n")

_FUTURE = {
    "en": frozenset(
        "will would shall should could must ll due scheduled expected planned plans plan slated poised intends aims hopes opens closes begins "
        "starts ends leaves arrives visits host hosts play plays holds travels takes meets kicks concludes falls expires resumes runs convenes "
        "launches upcoming be tomorrow".split()
    ),
    "ar": frozenset(
        "سوف المقرر المتوقع المرتقب المنتظر المزمع المحدد يعتزم تعتزم يعتزمان لن المقبل المقبلة القادم القادمة تنعقد ينعقد "
        "تعقد يعقد تبدا يبدا تنطلق ينطلق تستضيف يستضيف تقام يقام تفتتح يفتتح تنتهي ينتهي يزور تزور يتوجه تتوجه يصل تصل توقع "
        "يوقع تستمر يستمر تدخل يدخل تختتم يختتم يجتمع تجتمع يلتقي تلتقي تحتضن يحتضن تصادف يصادف تسري يسري تشارك يشارك "
        "ينظم تنظم سيكون ستكون اذا يتوقع يرتقب ينتظر غدا".split()
    ),
}
# After "to": what is still to be done. "Agreed to open the line in November".
_INFINITIVES = frozenset(
    "open start begin launch sign hold host meet visit take be complete deliver finish resume return travel convene publish "
    "issue come go enter run end expire join build supply raise buy sell pay reach add extend renew ship send install train "
    "operate move hand set discuss attend lead address present submit announce conclude ratify establish create set fly serve".split()
)
_PAST = {
    "en": frozenset(
        "said was were had told made took gave went came began held met led won built sent left saw became brought got did "
        "rose fell grew hit sold bought set stood ran flew drew spoke wrote struck paid spent shown known been began has have".split()
    ),
    "ar": frozenset(
        "كان كانت كانوا قد وقع وقعت وقعا وقعوا اعلن اعلنت قال قالت اكد اكدت شهد شهدت عقد عقدت افتتح افتتحت انطلق انطلقت "
        "بدا بدات زار زارت وصل وصلت اختتم اختتمت بلغ بلغت ابرم ابرمت ابرما تم تمت جري جرت التقي التقت اطلق اطلقت ارتفع "
        "ارتفعت انخفض انخفضت سجل سجلت اصدر اصدرت تاسس تاسست مضي نشر نشرت استقبل استقبلت بحث بحثت".split()
    ),
}
# Not the past of a verb.
_NOT_PAST = frozenset(
    "united need speed indeed red bed fed proceed exceed succeed feed limited embed hundred sacred".split()
)
# "Was expected on Tuesday" may be of the Tuesday that was or of the one to come.
_WAS, _PLANNED = (
    frozenset(("was", "were")),
    frozenset("due expected scheduled planned slated poised forecast set".split()),
)
_RELATIVE = frozenset(("who", "which", "that", "whose"))
_BE_TO = frozenset("is are was were be".split())
# The future sa- of Arabic before the imperfect: سيوقع, ستعقد, سنعمل. Nouns and names that only look so; none of the verbs
# ends as a noun does.
_FUTURE_VERB = re.compile(r"س[يتن][ء-ي]{2,}")
_NOUN_ENDS = ("ة", "ات", "يا", "ين")
_NOT_FUTURE = frozenset(
    "سياسي سيد سيدي سيدني سير سيرا سيراليون سيراميك سيرفر سيف سيق سيل سيما سيمنز سينا سيناء سينما سيناريو سيول سيطر سيطرت سيسكو "
    "سيسي سيتي سيتيزن سيبيريا سيشل سيلفا سياتل سياق سياج سيجار سيغال سيلتا سيرج سيرجي سيرجيو سيباستيان سيمون سنغالي سنغال سنوي "
    "سند سنتر سنتا سندي سناتور سنار سنة ستون ستين ستاد ستار ستارت ستارز ستاندرد ستاندارد ستامفورد ستانفورد ستال ستالين ستاليون "
    "ستراسبورغ ستريت ستريم ستوكهولم ستوديو ستيف ستيفن ستيفان ستيل ستيلانتيس ستيوارت ستيفنز ستيفانو ستيرلنغ ستون ستر سترة".split()
)


def tense_at(tokens: Sequence[Token], start: int, end: int, lang: Lang) -> Tense:
    """past, future; "either" for what was planned; "alone" where the text holds nothing but the date; "unknown" where no verb tells."""
    ahead: Iterable[int] = range(end, min(len(tokens), end + _REACH))
    behind: Iterable[int] = range(start - 1, max(-1, start - _REACH), -1)
    words, quoted = False, _is_quoted(tokens, start)
    for run in (behind, ahead):
        for index in run:
            token = tokens[index]
            if token.kind == "end" or ends_sentence(tokens, index) or (quoted and token.word == '"'):
                break
            words = words or token.kind not in ("mark", "preposition")
            told = _told(tokens, index, lang, ahead=run is ahead)
            if told:
                return told
        if words and lang == "ar":  # the verb comes first: one that follows belongs to another clause
            break
    return "unknown" if words or not _whole(tokens, start, end) else "alone"


def _is_quoted(tokens: Sequence[Token], start: int) -> bool:
    """Whether a token stands inside a quotation, whose tense is not that of "he said"."""
    floor = max(-1, start - _QUOTATION)
    line = next((at for at in range(start - 1, floor, -1) if tokens[at].word == "\n"), floor)
    if line > -1 and line == floor and tokens[line].word != "\n":
        return False
    return sum(token.word == '"' for token in tokens[line + 1 : start]) % 2 == 1


def _whole(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the text holds only the expression, with the preposition and signs around it."""
    around = (*tokens[max(0, start - 3) : start], *tokens[end : end + 3])
    return (
        start <= 3
        and len(tokens) <= end + 6
        and all(token.kind in ("end", "mark", "preposition", "article", "bare_unit") for token in around)
    )


def ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token closes a sentence; the full stop of an abbreviation does not."""
    token = tokens[index]
    if token.kind != "mark":
        return False
    if token.word == ".":
        before = tokens[index - 1]
        return not (before.kind.startswith("short") or len(before.word) < 3) or tokens[index + 1].kind == "end"
    return token.word in _SENTENCE_ENDS


def _told(tokens: Sequence[Token], index: int, lang: Lang, *, ahead: bool) -> Tense | None:
    if lang == "en":
        return _told_in_english(tokens, index, ahead=ahead)
    word, before, after = tokens[index].word, tokens[index - 1], tokens[index + 1].word
    if before.word in ("لم", "ولم"):
        return "past"
    if (
        tokens[index].kind == "shift" and before.kind != "word"
    ):  # العام المقبل tells of the year, الاجتماع المقبل of the sentence
        return None
    # على أن يعقد, على أن تعرض: what is agreed for later; not على أن العلاقات.
    if word == "ان" and before.word.endswith("علي") and after[:1] in ("ي", "ت", "ن"):
        return "future"
    return _told_in_arabic(word) or _told_in_arabic(word.removeprefix("و"))


def _was_planned(tokens: Sequence[Token], index: int) -> bool:
    """Was to meet, was expected, was expected to meet: at the verb or before it."""
    word, before, earlier = (tokens[at].word.lower() for at in (index, index - 1, index - 2))
    if word == "to" and before in _PLANNED:
        return earlier in _WAS
    if word in _PLANNED or word == "to":
        return before in _WAS
    return word in _WAS and tokens[index + 1].word == "to"


def _told_in_english(tokens: Sequence[Token], index: int, *, ahead: bool) -> Tense | None:
    word, after, before = tokens[index].word.lower(), tokens[index + 1].word, tokens[index - 1].word.lower()
    if ahead and (word in ("be", "to") or before in _RELATIVE):
        return None  # "on Sunday the envoy, who is to leave after the vote to be held in May, met the minister"
    if word == "due" and after == "to" and tokens[index + 2].word not in _INFINITIVES:  # because of
        return None
    if _was_planned(tokens, index):
        return "either"
    if word in _FUTURE["en"] or (word == "to" and after in _INFINITIVES) or (word in _BE_TO and after == "to"):
        return "future"
    if before == "be":  # "to be issued on Tuesday"
        return None
    past = word in _PAST["en"] or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)
    return "past" if past else None


def _told_in_arabic(word: str) -> Tense | None:
    verb = word.startswith("س") and _FUTURE_VERB.fullmatch(word) and not word.endswith(_NOUN_ENDS)
    future = verb and word not in _NOT_FUTURE
    if future or word in _FUTURE["ar"]:
        return "future"
    return "past" if word in _PAST["ar"] else None

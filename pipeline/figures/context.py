"""What the words around a figure say of it: modifier, trend, basis; and whether it is a figure at all."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from types import ModuleType

from models.figure import Basis, Modifier, Trend
from pipeline.figures import arabic, english
from pipeline.figures.amount import Amount
from pipeline.findings import Lang

_WINDOW = 60
_CLAUSE = 110


def leaf(lang: Lang) -> ModuleType:
    """The words and patterns of a language."""
    return english if lang == "en" else arabic


@cache
def _before(lang: Lang) -> tuple[tuple[Modifier, re.Pattern[str]], ...]:
    if lang == "en":
        return tuple((name, re.compile(_ENGLISH % words, re.IGNORECASE)) for name, words in english.MODIFIERS_BEFORE)
    return tuple((name, re.compile(_ARABIC % words)) for name, words in arabic.MODIFIERS_BEFORE)


_ENGLISH = r"(?:(?<![\w-])(?P<word>%s)\s+(?:an? |the )?|~)\Z"
_ARABIC = r"(?<![\u0621-\u064a])[وف]?[بلك]?(?P<word>%s)(?:\s+|\s*\b|(?=\Z))(?:ب|ال|عن |علي |من |الي )?\Z"


@cache
def _after(lang: Lang) -> tuple[tuple[Modifier, re.Pattern[str]], ...]:
    return tuple((name, re.compile(words, re.IGNORECASE)) for name, words in leaf(lang).MODIFIERS_AFTER)


def modifier_of(text: str, lang: Lang, amount: Amount, end: int, floor: int) -> Modifier:
    """How exact the figure is meant; `end`: where it ends with its noun, `floor`: where its sentence begins."""
    before = text[max(floor, amount.start - _WINDOW) : amount.start].rstrip("(") if amount.start else ""
    for name, pattern in _before(lang):
        match = pattern.search(before)
        if match and not _is_preposition(lang, amount, match, before):
            return name
    for name, pattern in _after(lang):
        if pattern.match(text, amount.end) or pattern.match(text, end):
            return name
    if lang == "ar":
        clause = text[max(floor, amount.start - _CLAUSE) : amount.start]
        for name, pattern in arabic.MODIFIERS_APART:
            if pattern.search(clause):
                return name
    return "exact"


def _is_preposition(lang: Lang, amount: Amount, match: re.Match[str], before: str) -> bool:
    """ "over 25 years" says how long it takes, "under two agreements" on what ground; "for over three years" compares."""
    if lang == "ar":
        return False
    word = (match.groupdict().get("word") or "").lower()
    if english.PREPOSITIONAL.match(match.group().strip()):
        return True
    if amount.unit is not None and amount.unit.kind == "duration":
        return word == "over" and not english.LASTING.search(before)
    return word == "under" and amount.unit is None


def trend_of(text: str, lang: Lang, amount: Amount, end: int, floor: int) -> Trend | None:
    """Whether the figure is the size of a rise or a fall; a level after "rose to" is neither."""
    if amount.unit is not None and amount.unit.kind == "duration":
        return None
    words = leaf(lang)
    after = words.TREND_AFTER.match(text, amount.end) or words.TREND_AFTER.match(text, end)
    if after:
        return _direction(after)
    before = text[max(floor, amount.start - _CLAUSE) : amount.start]
    found = list(words.TREND_WORDS.finditer(before))
    if not found:
        return None
    if _is_level(before, found[-1], amount):
        return None
    between = _ASIDE.sub("", _without_modifier(before[found[-1].end() :], lang))
    noun = lang == "en" and found[-1].group().lower() in english.CHANGE_NOUNS
    if words.BY.fullmatch(between) or (noun and english.BY_NOUN.fullmatch(between)):
        return _direction(found[-1])
    return _said_apart(amount, lang, between, _direction(found[-1]))


_ASIDE = re.compile(r" \([^()\d]{1,40}\)")
_SIZED = re.compile(r"(?<![\u0621-\u064a])(?:بمقدار|بواقع)\s\Z")


def _said_apart(amount: Amount, lang: Lang, between: str, direction: Trend) -> Trend | None:
    """The direction of a word of change whose object stands between it and its size: لزيادة إنتاج المحطات بمقدار 6 آلاف ميغاواط."""
    if amount.unit is None or re.search(r"[.;:؛\d(]", between):
        return None
    if amount.unit.kind != "percent":
        return direction if lang == "ar" and _SIZED.search(between) else None
    return None if leaf(lang).LEVEL.search(between) and not _by(between, lang) else direction


# Dropped below $1 billion, grown by 800,000 farmers, a fall that led to the closure of 40%: no size of a change.
_BOUND = re.compile(r" (?:below|above|under|past|beyond)\b")
_CAUSED = re.compile(r"(?<![\u0621-\u064a])(?:ادي|ادت|تسبب|تسببت) |\b(?:led|leads|leading|caused?) ")
_GROWERS = re.compile(r"\b(?:is|are|was|were|be|been) (?:\w+ly )?\Z", re.IGNORECASE)


def _is_level(before: str, word: re.Match[str], amount: Amount) -> bool:
    """Whether what stands between a word of change and the figure makes the figure something else than its size."""
    after = before[word.end() :]
    grown = amount.unit is None and word.group().lower() == "grown" and _GROWERS.search(before[: word.start()])
    return bool(_BOUND.match(after) or _CAUSED.search(after) or grown)


def _by(between: str, lang: Lang) -> bool:
    return re.search(r"\bby \Z" if lang == "en" else r"(?:بنسبة|بمقدار|بنحو|بحوالي)\s\Z", between) is not None


def _direction(match: re.Match[str]) -> Trend:
    return "increase" if match["up"] else "decrease"


def _without_modifier(between: str, lang: Lang) -> str:
    for _, pattern in _before(lang):
        match = pattern.search(between)
        if match:
            return between[: match.start()].rstrip() + " "
    return between


def basis_of(text: str, lang: Lang, end: int, ceiling: int) -> Basis | None:
    """What a change is measured against, said within the clause after it."""
    after = text[end : min(ceiling, end + 90)]
    stop = re.search(r"[;؛\d]", after)
    bases: tuple[tuple[Basis, re.Pattern[str]], ...] = leaf(lang).BASIS
    for name, pattern in bases:
        match = pattern.search(after)
        if match and not (stop and stop.start() < match.start()):
            return name
    return None


def is_named(text: str, lang: Lang, amount: Amount) -> bool:
    """Whether the number is part of a name, an age, a score, a clock time, a list number: no figure."""
    words = leaf(lang)
    before = text[max(0, amount.start - 30) : amount.start]
    if amount.unit is None or amount.unit.kind == "duration":
        labels = words.NOT_BEFORE if amount.unit is None else words.AGE_BEFORE
        if labels.search(before) or words.NOT_AFTER.match(text, amount.number.end):
            return True
        if lang == "ar" and (arabic.READING.search(before) or _is_age(text, amount)):
            return True
    return _is_list_number(text, amount) or (amount.unit is None and _is_side(text, lang, amount, words))


def _is_age(text: str, amount: Amount) -> bool:
    return (
        text[amount.start - 1 : amount.start] == "("
        and text[amount.end : amount.end + 1] == ")"
        and amount.unit is not None
        and amount.unit.code == "year"
    )


def _is_list_number(text: str, amount: Amount) -> bool:
    line = text.rfind("\n", 0, amount.start) + 1
    return (
        amount.unit is None
        and amount.number.digits
        and not text[line : amount.start].strip(" -•*(")
        and re.match(r"[.)\]:/-]+(?:\s|$)", text[amount.end : amount.end + 3]) is not None
    )


def _is_side(text: str, lang: Lang, amount: Amount, words: ModuleType) -> bool:
    return (
        amount.value == 2
        and words.SIDES.search(text[max(0, amount.start - 24) : amount.end + 1 if lang == "en" else amount.start])
        is not None
    )


# How far a sentence is looked at on either side of a figure; a line of 5 MB may be one sentence.
_REACH_BACK, _REACH_ON = 400, 250


def sentence_of(sentences: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """The sentence that holds a character, as start and end; the stretch between two where none does."""
    index = bisect_right(sentences, position, key=itemgetter(0)) - 1
    if index >= 0 and position < sentences[index][1]:
        return sentences[index]
    start = sentences[index][1] if index >= 0 else 0
    return start, sentences[index + 1][0] if index + 1 < len(sentences) else max(start, position) + 1


def reach(bounds: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The part of a sentence that may say something of characters `start` to `end`."""
    return max(bounds[0], start - _REACH_BACK), min(bounds[1], end + _REACH_ON)

"""The language of each stretch of an article: the script first, then function words, then a seeded langdetect."""

from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

import regex

from pipeline.text import fold

LANGUAGES = ("en", "ar")

_ARABIC = regex.compile(r"\p{Arabic}")
_LATIN = regex.compile(r"\p{Latin}")
_LETTER = regex.compile(r"\p{L}")
# Letters that Persian, Urdu, Kurdish and Pashto write and Arabic does not.
_NOT_ARABIC = regex.compile(r"[پچژگڤکیےںڈٹڑەۆێڕڵ]")
_WORD = regex.compile(r"[\p{L}']+")

# The commonest function words, enough to know a language by; what they share with neighbours (German "in", "was") is left out.
_FUNCTION_WORDS = {
    "en": frozenset(
        "the of and to for with by from that is are were has had will which its their this these said be been but between after".split()
    ),
    "ar": frozenset(
        fold(word)
        for word in "في من على إلى عن مع أن إن التي الذي هذا هذه بين خلال بعد قبل كما وقد وقال كان كانت ما لا عبر حتى أو وذلك حيث بما".split()
    ),
}
_FEW_LETTERS = 40
_ENOUGH_SHARE = 0.06
_ENOUGH_WORDS = 3
_SAMPLE = 2000  # code points that tell the language of a stretch


@lru_cache(maxsize=1024)
def letters(text: str) -> Counter[str]:
    """Number of letters of `text` per script: "Arab", "Latn" and "" for the others."""
    if text.isascii():
        return Counter({"Arab": 0, "Latn": sum(map(str.isalpha, text)), "": 0})
    arabic = latin = total = 0
    for character, number in Counter(text).items():
        is_arabic, is_latin, is_letter = _kinds(character)
        arabic, latin, total = arabic + number * is_arabic, latin + number * is_latin, total + number * is_letter
    return Counter({"Arab": arabic, "Latn": latin, "": max(0, total - arabic - latin)})


@lru_cache(maxsize=4096)
def _kinds(character: str) -> tuple[bool, bool, bool]:
    """Whether a character belongs to the Arabic script, to the Latin one, and is a letter."""
    return bool(_ARABIC.match(character)), bool(_LATIN.match(character)), bool(_LETTER.match(character))


def script_of(text: str) -> str | None:
    """The script that most letters of `text` are in: "Arab", "Latn", "" for another; None without letters."""
    counts = letters(text)
    script, number = max(counts.items(), key=lambda item: item[1])
    return script if number else None


def language_of(text: str) -> str | None:
    """BCP 47 code of the language of `text`, None where there is no telling (no letters, or too few of them)."""
    script = script_of(text)
    if script is None:
        return None
    candidate = {"Arab": "ar", "Latn": "en"}.get(script)
    if candidate and _has_function_words(text, candidate) and not _looks_persian(text, candidate):
        return candidate
    if sum(letters(text).values()) < _FEW_LETTERS:
        return None
    return _langdetect(text)


def _has_function_words(text: str, lang: str) -> bool:
    words = _WORD.findall(fold(text[:_SAMPLE]))
    found = [word for word in words if word in _FUNCTION_WORDS[lang]]
    return len(set(found)) >= min(_ENOUGH_WORDS, 1 + len(words) // 12) and len(found) >= _ENOUGH_SHARE * len(words)


def _looks_persian(text: str, candidate: str) -> bool:
    return candidate == "ar" and len(_NOT_ARABIC.findall(text)) > 0.02 * len(text)


def _langdetect(text: str) -> str | None:
    from langdetect.lang_detect_exception import LangDetectException

    try:
        detected = _detector()(text[:_SAMPLE].lower())  # it reads capitals as German
    except LangDetectException:
        return None
    return {"zh-cn": "zh", "zh-tw": "zh"}.get(detected, detected)


@cache
def _detector() -> Callable[[str], str]:
    from langdetect import DetectorFactory, detect

    DetectorFactory.seed = 0
    return cast("Callable[[str], str]", detect)

"""Where a mention begins and ends: the NER's span without signs, titles and offices, with the noun that belongs to it."""

import regex

from pipeline.countries import find_countries
from pipeline.findings import Lang
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.places import is_known

_NOUN_BEFORE = regex.compile(r"([\u0621-\u064a]+) $")
_OPENERS = {'"': '"', ")": "(", "]": "["}
_PLACE_AFTER = regex.compile(r"^(?P<name>.+\p{Ll})(?: in| at|,) (?P<place>\p{Lu}[\p{L} ]+)$")
_AND = regex.compile(r" and (?:the )?(?=\p{Lu})")
_SHARED = frozenset(
    {"industry", "industries", "agriculture", "commerce", "training", "development", "authority", "centre", "center"}
)
_CURRENCY = regex.compile(r"(?<=\p{L}) (?:KD|SR|SAR|AED|USD|QR|QAR|BD|RO|JD|EGP|LE|EUR)$")


def split_names(text: str, start: int, end: int, label: str, lang: Lang) -> list[tuple[int, int]]:
    """The names in one mention: "Jordan Tourism Board and Tourism Malaysia" are two, Chamber of Commerce and Industry one."""
    if label == "ORG" and lang == "en":
        for match in _AND.finditer(text, start, end):
            left, right = text[start : match.start()].split(), text[match.end() : end].split()
            if left[-1].lower() in english.ORGANISATION_WORDS and len(left) > 1 and right[-1].lower() not in _SHARED:
                return [(start, match.start()), *split_names(text, match.end(), end, label, lang)]
    return [(start, end)]


def trimmed(text: str, start: int, end: int, label: str, lang: Lang) -> tuple[int, int]:
    """The mention without signs that do not pair, titles, the English article and possessive."""
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        if text[start] in " .,،:;-/)]}*•" or (text[start] in "\"'([" and not _closes(text, start, end)):
            start += 1
        elif text[end - 1] in " ,،:;-/([{*" or (text[end - 1] in "\")]'" and not _opens(text, start, end)):
            end -= 1
        elif text[start] == '"' and text[end - 1] == '"' and text.count('"', start, end) == 2:
            start, end = start + 1, end - 1
        elif lang == "en":
            start, end = _trimmed_english(text, start, end, label)
        else:
            start, end = _trimmed_arabic(text, start, end, label)
    if start < end and text.count('"', start, end) % 2 and text[end : end + 1] == '"':
        end += 1  # شركة "انكا
    return (_with_company_noun(text, start), end) if label == "ORG" and lang == "ar" and start < end else (start, end)


def _with_company_noun(text: str, start: int) -> int:
    """Start of an Arabic name with the noun that belongs to it: لشركة هيونداي is شركة هيونداي."""
    before = _NOUN_BEFORE.search(text[max(0, start - 16) : start])
    if not before:
        return start
    for skip, noun in unprefixed(before[1]):
        if noun in arabic.COMPANY_HEADS:
            return start - len(before[0]) + skip
    return start


def _closes(text: str, start: int, end: int) -> bool:
    closer = {'"': '"', "(": ")", "[": "]", "'": "'"}[text[start]]
    return closer in text[start + 1 : end]


def _opens(text: str, start: int, end: int) -> bool:
    opener = _OPENERS.get(text[end - 1], "'")
    return opener in text[start : end - 1]


def _trimmed_english(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    words = text[start:end].split(" ")
    if text[start:end].endswith("'s"):
        return start, end - 2
    if label == "ORG":
        return _trimmed_organisation(text, start, end, words)
    if text[end - 1] == "." and not regex.search(
        r"(?:\b\p{L}\.\p{L}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|S\.A|L\.L\.C))\.$", text[start:end]
    ):
        return start, end - 1
    first = words[0].lower()
    if len(words) > 1 and first == "the":
        return start + 4, end
    if (
        label == "PER"
        and len(words) > 1
        and (first.rstrip(".,") in english.TITLES or first in english.TITLES or first in english.OFFICES_BEFORE_NAMES)
    ):
        return start + len(words[0]) + 1, end
    return start, end


def _trimmed_arabic(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    words = text[start:end].split(" ")
    first = words[0]
    if text[end - 1] == ".":
        return start, end - 1
    if label == "PER" and len(words) > 1 and (first.rstrip("./") in arabic.TITLES or first in arabic.OFFICE_TITLES):
        return start + len(first) + 1, end
    return start, end


def _trimmed_organisation(text: str, start: int, end: int, words: list[str]) -> tuple[int, int]:
    """Without "Egyptian firms" before, " in Abu Dhabi" or the currency of a following amount after."""
    name = text[start:end]
    if words[0].lower() == "the" and len(words) > 1:
        return start + 4, end
    if len(words) > 2 and words[1].islower() and any(m.adjective for m in find_countries(words[0], "en")):
        after = next((i for i, word in enumerate(words) if i and not word.islower()), 0)
        if after and words[after - 1] in english.COMPANY_NOUNS | english.COMPANY_PLURALS:
            return start + sum(len(word) + 1 for word in words[:after]), end
    if (place := _PLACE_AFTER.match(name)) and is_known(place["place"]) and not name.startswith("American University"):
        return start, start + place.end("name")
    if words[-1].rstrip(".").lower() in english.TITLES and len(words) > 1:
        return start, end - len(words[-1]) - 1
    if currency := _CURRENCY.search(name):
        return start, start + currency.start()
    return start, end

"""Text normalised for matching, with a map back to the offsets of the source; words; sentences; Arabic clitics.

Patterns and tables of all stages are written against normalised text. Nothing here changes what a record quotes.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.findings import Span

# Marks that carry no letter: Arabic diacritics and Quranic signs, tatweel, zero-width and bidi controls, soft hyphen, BOM.
_DROPPED = regex.compile(
    r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
)
_DIACRITIC = regex.compile(r"[\u0610-\u061a\u064b-\u065f\u0670]+")

_FOLDS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىی", "ي"),
    "ک": "ك",
    "ھ": "ه",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "﹪": "%",
    "％": "%",
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("’‘ʼ`´", "'"),
    **dict.fromkeys("“”„«»‟", '"'),
    **{chr(code): " " for code in (0x09, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)},
}


def _presentation_forms() -> dict[str, str]:
    """Arabic presentation forms (old PDFs and CMSs write them) to the letters they stand for; ligatures keep their length."""
    forms = {}
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code)).strip()
        if len(plain) == 1 and plain != chr(code):
            forms[chr(code)] = _FOLDS.get(plain, plain)
    return forms


_TABLE = str.maketrans({**_presentation_forms(), **_FOLDS})


@dataclass(frozen=True, slots=True)
class MatchText:
    """`text`: a normalised stretch of the article; `offsets[i]`: where its i-th character stands in `source`."""

    source: str
    text: str
    offsets: range | tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Article span of the normalised characters start to end (exclusive), diacritics of the last letter included."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        marks = _DIACRITIC.match(self.source, last)
        return Span(first, marks.end() if marks else last)

    def locate(self, offset: int) -> int:
        """Index of the first normalised character that stands at or after `offset` in the article."""
        return bisect_left(self.offsets, offset)


def normalise(source: str, start: int = 0, end: int | None = None) -> MatchText:
    """The stretch start to end of `source` for matching: marks dropped; alef, ya, digits, dashes, quotes, spaces folded."""
    end = len(source) if end is None else end
    if not _DROPPED.search(source, start, end):
        return MatchText(source, source[start:end].translate(_TABLE), range(start, end))
    pieces, offsets, at = [], list[int](), start
    for gap in _DROPPED.finditer(source, start, end):
        pieces.append(source[at : gap.start()])
        offsets.extend(range(at, gap.start()))
        at = gap.end()
    pieces.append(source[at:end])
    offsets.extend(range(at, end))
    return MatchText(source, "".join(pieces).translate(_TABLE), tuple(offsets))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Key of a word or phrase in tables: normalised as match text is, in lower case, spaces single."""
    return " ".join(normalise(text).text.lower().split())


# A word with inner apostrophes, hyphens, dots of abbreviations (U.S.), decimals; or one sign. Diacritics stay in their word.
_TOKEN = regex.compile(
    r"\d+(?:[.,٫٬]\d+)*|(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}ـ]+(?:['’&][\p{L}\p{M}\p{N}]+)*|\S", regex.V1
)


def words(source: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the words, numbers and signs of a stretch of the article, in reading order."""
    for match in _TOKEN.finditer(source, start, len(source) if end is None else end):
        yield Span(match.start(), match.end())


def split_sentences(source: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences of a stretch, whitespace at their ends left out. A line break always ends one."""
    at = start
    for match in _SENTENCE_END.finditer(source, start, end):
        if _is_abbreviation(source, match):
            continue
        yield from trimmed(source, at, match.end())
        at = match.end()
    yield from trimmed(source, at, end)


_SENTENCE_END = regex.compile(r"[.!?؟…]+[\"'”’»)\]]*(?=\s|$)|[؛]\s|\n+")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof eng gen col lt maj capt sgt adm st jr sr hon rev h.e h.h h.r.h e.g i.e vs etc inc ltd co corp no nos vol "
    "fig approx dept est art jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n "
    "د م أ ا.د ا أ.د ص ج هـ ه".split()
)
_LAST_WORD = regex.compile(r"[^\s(\"'“«]*\Z")


def _is_abbreviation(source: str, match: "regex.Match[str]") -> bool:
    """Whether a full stop belongs to an abbreviation, an initial or a list number, and the sentence goes on."""
    if match.group()[0] != ".":
        return False
    word = _LAST_WORD.search(source[max(0, match.start() - 12) : match.start()])
    last = word.group() if word else ""
    following = source[match.end() : match.end() + 2].strip()
    if following and following[0].islower():
        return last.lower() in _ABBREVIATIONS or last.lower() in {"p.m", "a.m"}
    if last.lower() in _ABBREVIATIONS:
        return last.lower() not in {"co", "ltd", "inc", "corp", "u.s", "u.k", "u.n", "etc", "هـ", "ه", "ص"}
    return len(last) == 1 and last.isalpha() and last.isupper()


def trimmed(source: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without whitespace at its ends; nothing where nothing is left."""
    stretch = source[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    if left < right:
        yield Span(start + left, start + right)

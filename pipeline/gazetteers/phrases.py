"""Finds the phrases of a gazetteer in normalised text, longest first, Arabic proclitics aside, in linear time."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

import regex

from pipeline.text import normalise

Value = TypeVar("Value")

_TOKEN = regex.compile(r"(?:[A-Za-z]\.){2,}|[\p{L}\p{M}\p{N}]+\+?")
_REMEMBERED = 100_000  # words
# What may stand between two words of one name: "Timor-Leste", "St. Lucia", "Côte d'Ivoire", "Antigua & Barbuda".
_JOINT = frozenset({" ", "-", "'", ". ", " - ", " & ", "-ل"})


class Token(NamedTuple):
    """A word of a normalised text: its place, itself, and itself in lower case."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=512)  # countries and blocs read the same passages
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of a normalised text; signs are left out, dotted abbreviations (U.S.) are one word."""
    return tuple(Token(m.start(), m.end(), word := m.group(), word.lower()) for m in _TOKEN.finditer(text))


def unprefixed(word: str) -> Iterator[tuple[int, str]]:
    """Readings of an Arabic word without proclitics: letters to skip and what remains, the whole word first.

    The contraction لل stands for ل and ال: للأردن gives 1 and الأردن, so that the mention starts at its second letter.
    """
    yield 0, word
    skip = 0
    if len(word) > 3 and word[0] in "وف":
        skip = 1
        yield 1, word[1:]
    rest = word[skip:]
    if len(rest) > 4 and rest.startswith("لل"):
        yield skip + 1, "ال" + rest[2:]
    if len(rest) > 3 and rest[0] in "بلك":  # للبنان too: ل and a name that begins with ل
        yield skip + 1, rest[1:]


class PhraseIndex(Generic[Value]):
    """Phrases with a value each. A phrase in capitals (US, UAE) is found in capitals only; Latin ones are capitalised."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, Value]]] = {}
        seen = set[tuple[str, ...]]()
        for phrase, value in phrases:
            plain = normalise(phrase).text
            keys = tuple(token.key for token in tokenise(plain))
            if keys and keys not in seen:
                seen.add(keys)
                capitals = plain.isascii() and plain.isupper()
                self._by_first.setdefault(keys[0], []).append((keys, capitals, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))
        self._readings: dict[tuple[str, bool], tuple[tuple[int, str], ...]] = {}

    def entrances(self, word: str, proclitics: bool) -> tuple[tuple[int, str], ...]:
        """The readings of a word that start a phrase: letters to skip, and the word without them."""
        known = self._readings.get((word, proclitics))
        if known is None:
            readings = unprefixed(word) if proclitics else [(0, word)]
            known = tuple((skip, first) for skip, first in readings if first in self._by_first)
            if len(self._readings) < _REMEMBERED:
                self._readings[word, proclitics] = known
        return known

    def longest(self, text: str, tokens: tuple[Token, ...], at: int, first: str) -> tuple[int, Value] | None:
        """Words and value of the longest phrase at token `at`, whose first word reads `first`; None where there is none."""
        for keys, capitals, value in self._by_first.get(first, ()):
            if self._follows(text, tokens, at, keys) and _cased(text, tokens[at], tokens[at + len(keys) - 1], capitals):
                return len(keys), value
        return None

    @staticmethod
    def _follows(text: str, tokens: tuple[Token, ...], at: int, keys: tuple[str, ...]) -> bool:
        if at + len(keys) > len(tokens):
            return False
        return all(
            tokens[at + i].key == keys[i] and text[tokens[at + i - 1].end : tokens[at + i].start] in _JOINT
            for i in range(1, len(keys))
        )


def _cased(text: str, first: Token, last: Token, capitals: bool) -> bool:
    found = text[first.start : last.end]
    return found.isupper() if capitals else not found[0].islower()

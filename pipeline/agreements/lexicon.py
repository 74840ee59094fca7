"""Finds the phrases of a table in normalised text word by word, in linear time; Arabic clitics before them are set aside."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import regex

_WORD = regex.compile(r"\w+(?:['-]+\w+)*")


class Found(NamedTuple):
    """A phrase of the table where it stands, clitics outside."""

    start: int
    end: int
    phrase: str


class Lexicon:
    """Phrases by their first word; `prefixes` are clitics that may be written before it, longest first."""

    def __init__(self, phrases: Iterable[str], prefixes: tuple[str, ...] = ()) -> None:
        by_first: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        split = sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True)
        for prefix in (*prefixes, ""):
            for words in split:
                by_first.setdefault(prefix + words[0], []).append((len(prefix), words))
        self._by_first = by_first

    def within(self, text: str, start: int = 0, end: int | None = None) -> list[Found]:
        """The phrases between start and end, in reading order, none overlapping another."""
        end = len(text) if end is None else end
        return [found for found in _all(self, text) if start <= found.start and found.end <= end]

    def at(self, text: str, position: int) -> Found | None:
        """The phrase that begins at `position`, clitics included."""
        word = _WORD.match(text, position)
        return self.match(word, text) if word else None

    def match(self, word: "regex.Match[str]", text: str) -> Found | None:
        """The longest phrase that begins with a word of the text."""
        for skip, candidate in self._by_first.get(word.group().lower(), ()):
            end = word.end() if len(candidate) == 1 else _end_of(candidate, word.end(), text)
            if end:
                return Found(word.start() + skip, end, " ".join(candidate))
        return None


def _end_of(candidate: tuple[str, ...], end: int, text: str) -> int:
    """Where a phrase whose first word ends at `end` ends in the text, 0 where it does not stand there."""
    for wanted in candidate[1:]:
        following = _WORD.match(text, end + 1)
        if following is None or not text[end].isspace() or following.group().lower() != wanted:
            return 0
        end = following.end()
    return end


@lru_cache(maxsize=256)
def _all(lexicon: Lexicon, text: str) -> tuple[Found, ...]:
    found, reached = list[Found](), 0
    for word in _WORD.finditer(text):
        if word.start() >= reached and (match := lexicon.match(word, text)):
            found.append(match)
            reached = match.end
    return tuple(found)

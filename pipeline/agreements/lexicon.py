"""Finds the phrases of a table in normalised text word by word, in linear time; Arabic clitics before them are set aside."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import regex

_WORD = regex.compile(r"[\w'-]+")


class Found(NamedTuple):
    """A phrase of the table where it stands, clitics outside."""

    start: int
    end: int
    phrase: str


class Lexicon:
    """Phrases by their first word; `prefixes` are clitics that may be written before it, longest first."""

    def __init__(self, phrases: Iterable[str], prefixes: tuple[str, ...] = ()) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._prefixes = prefixes
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
        for candidates in self._by_first.values():
            candidates.sort(key=len, reverse=True)

    def within(self, text: str, start: int = 0, end: int | None = None) -> list[Found]:
        """The phrases between start and end, in reading order, none overlapping another."""
        end = len(text) if end is None else end
        return [found for found in _all(self, text) if start <= found.start and found.end <= end]

    def at(self, text: str, position: int) -> Found | None:
        """The phrase that begins at `position`, clitics included."""
        word = _WORD.match(text, position)
        return self._match([word], 0, text) if word else None

    def _match(self, words: list["regex.Match[str]"], position: int, text: str) -> Found | None:
        word = words[position].group().lower()
        for skip in self._skips(word):
            for candidate in self._by_first.get(word[skip:], ()):
                end = self._end(words, position, candidate, text)
                if end:
                    return Found(words[position].start() + skip, end, " ".join(candidate))
        return None

    def _skips(self, word: str) -> Iterable[int]:
        yield from (len(prefix) for prefix in self._prefixes if word.startswith(prefix) and len(word) > len(prefix) + 1)
        yield 0

    def _end(self, words: list["regex.Match[str]"], position: int, candidate: tuple[str, ...], text: str) -> int:
        """Where the candidate ends in the text, 0 where it does not stand there."""
        last = words[position].end()
        for wanted in candidate[1:]:
            following = _WORD.match(text, last + 1)
            if not following or not text[last].isspace() or following.group().lower() != wanted:
                return 0
            last = following.end()
        return last


@lru_cache(maxsize=256)
def _all(lexicon: Lexicon, text: str) -> tuple[Found, ...]:
    found, reached = list[Found](), 0
    words = list(_WORD.finditer(text))
    for position, word in enumerate(words):
        if word.start() >= reached and (match := lexicon._match(words, position, text)):
            found.append(match)
            reached = match.end
    return tuple(found)


def by_phrase(table: Mapping[str, object], prefixes: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of a table's keys."""
    return Lexicon(table, prefixes)

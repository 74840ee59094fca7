"""Text to tokens: numbers, marks, and the words and phrases of a language's date lexicon; every other word is plain.

A lexicon is built from the tables of english.py and arabic.py. Kinds and values are told apart by tables, never by patterns.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.text import fold

Value = int | str


def spread(rows: Mapping[Value, str]) -> dict[str, Value]:
    """A table of phrases from rows of a value and its spellings, which a bar parts. Raises ValueError where one stands twice."""
    table: dict[str, Value] = {}
    for value, phrases in rows.items():
        for phrase in phrases.split("|"):
            if phrase in table:
                raise ValueError(f"{phrase!r} stands twice")
            table[phrase] = value
    return table


class Token(NamedTuple):
    """A word, phrase, number or mark: its kind, what it means, where it stands, how it is spelled, what is attached."""

    kind: str
    value: Value
    start: int
    end: int
    word: str
    clitic: str = ""


class Entry(NamedTuple):
    """A phrase of a lexicon: the words after its first one, its kind and its value."""

    rest: tuple[str, ...]
    kind: str
    value: Value


# A number keeps its thousands and decimals together, so that 2,300 and 12.5 are never a day or a year.
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*|[^\W\d_]+|[^\w\s]|_|\n")
_END = Token("end", "", 0, 0, "")
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_CLITIC_RUNS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


class Lexicon:
    """The phrases of one language, found by their first word; Arabic words also without their proclitics."""

    def __init__(
        self, tables: Iterable[tuple[str, Mapping[str, Value]]], *, clitics: bool, glued: Iterable[str]
    ) -> None:
        """`glued`: kinds and words that digits may follow without a space, as in Dec31, Q3, و30."""
        self._entries: dict[str, list[Entry]] = {}
        self._clitics = clitics
        self._glued = frozenset(glued)
        self._known: dict[str, tuple[str, list[Entry]] | None] = {}
        for kind, table in tables:
            for phrase, value in table.items():
                first, *rest = (match.group() for match in _TOKEN.finditer(fold(phrase)))
                self._entries.setdefault(first, []).append(Entry(tuple(rest), kind, value))
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.rest))

    def tokenise(self, text: str) -> list[Token]:
        """The tokens of a normalised text in reading order."""
        raw = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        tokens: list[Token] = []
        index, count = 0, len(raw)
        while index < count:
            word, start = raw[index]
            if word[0].isdecimal():
                token = self._number(word, start, raw[index - 1] if index else None)
                index += 1
                if (
                    index < count
                    and raw[index][0].lower() in _SUFFIXES
                    and raw[index][1] == token.end
                    and token.kind == "number"
                ):
                    token = Token("ordinal", token.value, start, token.end + 2, word + raw[index][0])
                    index += 1
                tokens.append(token)
            elif word[0].isalpha():
                token, index = self._phrase(raw, index)
                tokens.append(token)
            else:
                tokens.append(Token("mark", word, start, start + len(word), word))
                index += 1
        tokens.extend((_END, _END, _END))
        return tokens

    def _number(self, word: str, start: int, before: tuple[str, int] | None) -> Token:
        end = start + len(word)
        if (
            before
            and before[0][-1].isalpha()
            and before[1] + len(before[0]) == start
            and before[0].lower() not in self._glued
        ):
            return Token("code", word, start, end, word)
        if word.isdecimal():
            return Token("number", int(word) if len(word) < 9 else -1, start, end, word)
        return Token("decimal", word, start, end, word)

    def _phrase(self, raw: list[tuple[str, int]], index: int) -> tuple[Token, int]:
        word, start = raw[index]
        clitic, entries = self._lookup(word.lower()) or ("", [])
        for entry in entries:
            last = index + len(entry.rest)
            if last < len(raw) and all(raw[index + 1 + n][0].lower() == part for n, part in enumerate(entry.rest)):
                end = raw[last][1] + len(raw[last][0])
                return Token(entry.kind, entry.value, start + len(clitic), end, word, clitic), last + 1
        return Token("word", "", start, start + len(word), word), index + 1

    def _lookup(self, word: str) -> tuple[str, list[Entry]] | None:
        if word in self._known:
            return self._known[word]
        found = self._strip(word)
        if len(self._known) < 50_000:
            self._known[word] = found
        return found

    def _strip(self, word: str) -> tuple[str, list[Entry]] | None:
        if word in self._entries:
            return "", self._entries[word]
        if not self._clitics:
            return None
        for clitic in _CLITIC_RUNS:
            rest = word[len(clitic) :]
            if word.startswith(clitic) and len(rest) > 1:
                if rest in self._entries:
                    return clitic, self._entries[rest]
                # للعام is ل + العام, written without the alef; its quote starts at the second lam.
                if clitic[-1] == "ل" and rest.startswith("ل") and "ا" + rest in self._entries:
                    return clitic, self._entries["ا" + rest]
        return None

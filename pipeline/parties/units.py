"""A passage as the grammar of roles reads it: mentions, nationality adjectives, words and signs, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import regex

from pipeline.countries import CountryMention
from pipeline.document import Passage
from pipeline.findings import Lang, Span

Kind = Literal["person", "organization", "country", "place"]


@dataclass(eq=False, slots=True)
class Mention:
    """A stretch of a passage that names someone or some place; `start` and `end` count in the normalised passage.

    `text` is the name, its article restored where the mention starts inside لل. `code` is the country's code, or the key of a bloc; `alias_of` the mention whose short form stands here in parentheses.
    """

    kind: Kind
    span: Span
    start: int
    end: int
    text: str
    lang: Lang
    rule: str
    code: str | None = None
    alias_of: "Mention | None" = None

    @property
    def contracted(self) -> bool:
        """Whether it starts inside لل, so that its article is not all its own."""
        return len(self.text) > self.end - self.start


class Unit(NamedTuple):
    """A mention, a nationality adjective (with the country's code), a word or a sign of a normalised passage."""

    kind: Literal["person", "organization", "country", "place", "adjective", "word", "sign"]
    text: str
    start: int
    end: int
    mention: Mention | None = None
    code: str | None = None

    @property
    def key(self) -> str:
        """The unit in lower case, for look-up in tables."""
        return self.text.lower()

    @property
    def capitalised(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()


@dataclass(eq=False, slots=True)
class Reading:
    """A passage with what names stand in it."""

    passage: Passage
    text: str
    mentions: list[Mention] = field(default_factory=list)
    adjectives: list[CountryMention] = field(default_factory=list)

    @property
    def lang(self) -> Lang:
        """Language of the passage."""
        return self.passage.lang

    def free(self, start: int, end: int) -> bool:
        """Whether no mention shares a character with the stretch."""
        return not any(m.start < end and start < m.end for m in self.mentions)

    def add(self, kind: Kind, start: int, end: int, rule: str, code: str | None = None) -> Mention:
        """A new mention over characters start to end of the normalised passage."""
        span = self.passage.match.span(start, end)
        text = self.text[start:end]
        if (
            self.text[start - 1 : start + 1] == "لل"
        ):  # للشركة: the mention starts at the second letter, the name with an article
            text = "ا" + text
        mention = Mention(kind, span, start, end, text, self.lang, rule, code)
        self.mentions.append(mention)
        return mention


_WORD = regex.compile(
    r"'s\b|(?<=s)'(?= \p{L})|(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:(?!'s\b)[-'&][\p{L}\p{M}\p{N}]+)*|\S"
)


def read_units(reading: Reading) -> list[Unit]:
    """The units of a passage in order. An Arabic proclitic before a mention is a word of its own."""
    named = [
        Unit("adjective", reading.text[a.start : a.end], a.start, a.end, code=a.code)
        for a in reading.adjectives
        if reading.free(a.start, a.end)
    ]
    named += [Unit(m.kind, m.text, m.start, m.end, mention=m, code=m.code) for m in reading.mentions]
    named.sort(key=lambda unit: (unit.start, -unit.end))
    units, at = list[Unit](), 0
    for unit in named:
        if unit.start < at:
            continue
        units.extend(_words(reading.text, at, unit.start))
        units.append(unit)
        at = unit.end
    units.extend(_words(reading.text, at, len(reading.text)))
    return units


def _words(text: str, start: int, end: int) -> Iterator[Unit]:
    for match in _WORD.finditer(text, start, end):
        word = "'s" if match.group() == "'" and match.start() == start else match.group()  # the Netherlands' ambassador
        yield Unit("word" if word[0].isalnum() or word == "'s" else "sign", word, match.start(), match.end())

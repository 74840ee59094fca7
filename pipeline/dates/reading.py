"""A text being read: its tokens, the publication date, the language, and the dates read before."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.dates.memory import Memory
from pipeline.dates.moment import Moment
from pipeline.dates.partial import Clock, Partial, Tense, resolve
from pipeline.dates.tense import ends_sentence, tense_at
from pipeline.dates.tokens import Token
from pipeline.findings import Lang

_NOTHING = Token("end", "", 0, 0, "")
# "The end of the first half of last year" nests three deep; deeper nesting is no date, and would make a text slow.
_DEEPEST = 6
_REACH = 60


class Hit(NamedTuple):
    """Tokens `start` to `end` (exclusive) say `partial`. `outer`: the first token that belongs to it, "the year" before 2024.

    `weak`: a date only in a place where dates stand, such as a bare number after "in".
    """

    partial: Partial
    start: int
    end: int
    outer: int
    weak: bool = False
    rule: str = ""


@dataclass(slots=True)
class Reading:
    """What the grammar reads from. `exact`: days rather than EDTF periods, and spans counted from today, are wanted too."""

    text: str
    tokens: list[Token]
    lang: Lang
    reference: datetime.date | None
    day_first: bool
    exact: bool = False
    memory: Memory = field(default_factory=Memory)
    readers: "Mapping[str, Reader]" = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    depth: int = 0

    def point(self, index: int) -> "Hit | None":
        """The expression that begins at a token, ranges and open ends not yet looked at."""
        read = self.readers.get(self.kind(index))
        if read is None or self.depth >= _DEEPEST:
            return None
        self.depth += 1
        hit = read(self, index)
        self.depth -= 1
        return hit

    def resolved(self, hit: "Hit | None", start: int) -> Moment | None:
        """The stretch that a hit means, in the tense around tokens `start` to its end."""
        return resolve(hit.partial, self.clock(start, hit.end)) if hit else None

    def kind(self, index: int) -> str:
        """Kind of a token; "end" outside the text."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "end"

    def token(self, index: int) -> Token:
        """A token; an empty one outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NOTHING

    def says(self, index: int, kind: str, *values: int | str) -> bool:
        """Whether a token is of a kind, with one of the values."""
        token = self.token(index)
        return token.kind == kind and token.value in values

    def mark(self, index: int, marks: str) -> bool:
        """Whether a token is one of these signs."""
        token = self.token(index)
        return token.kind == "mark" and token.word in marks

    def tight(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return index > 0 and self.token(index - 1).end == self.token(index).start and self.token(index).end > 0

    def at(self, position: int) -> int:
        """Index of the first token that starts at or after a character position."""
        if not self.starts:
            self.starts = [token.start for token in self.tokens if token.end]
        return bisect_left(self.starts, position)

    def match(self, pattern: "re.Pattern[str]", index: int) -> "re.Match[str] | None":
        """A pattern matched against the text where a token starts."""
        return pattern.match(self.text, self.token(index).start) if self.kind(index) != "end" else None

    def tense(self, start: int, end: int) -> Tense:
        """The tense that the sentence sets around tokens start to end (exclusive)."""
        return tense_at(self.tokens, start, end, self.lang)

    def clock(self, start: int, end: int) -> Clock:
        """The clock for an expression of tokens start to end (exclusive)."""
        return Clock(self.reference, lambda: self.tense(start, end), self.lang == "ar")

    def same_sentence(self, token: int, index: int) -> bool:
        """Whether a token read before stands in the sentence of another; -1 is a token of an earlier passage."""
        if not 0 <= token <= index < token + _REACH:
            return False
        return not any(ends_sentence(self.tokens, at) for at in range(token, index))

    def anchor(self, index: int) -> Moment | None:
        """The date that "the following year" at a token counts from: the last of its sentence, else the last that is no day."""
        memory = self.memory
        return memory.last if self.same_sentence(memory.token, index) else memory.last_long or memory.last

    def compared(self, index: int) -> Moment | None:
        """The stretch that "a year earlier" counts from: the last of its sentence, else the latest of the article."""
        memory = self.memory
        return memory.last_long if self.same_sentence(memory.long_token, index) else memory.latest or memory.last


Reader = Callable[[Reading, int], Hit | None]


def whole(found: Moment, start: int, end: int, rule: str) -> Hit:
    """A hit that needs no choosing."""
    return Hit(Partial(whole=found), start, end, start, rule=rule)

"""A mention of an instrument: the noun phrase, and what it tells by its form."""

from dataclasses import dataclass

import regex

from models.agreement import AgreementKind, Status
from pipeline.agreements.arabic import GRAMMAR as ARABIC
from pipeline.agreements.english import GRAMMAR as ENGLISH
from pipeline.agreements.grammar import Grammar
from pipeline.agreements.reading import Reading, Sentence
from pipeline.findings import Lang

GRAMMARS: dict[Lang, Grammar] = {"en": ENGLISH, "ar": ARABIC}
ITEM_MARK = regex.compile(
    r"\s*(?:[-•*–●▪◦·]|\(?\d{1,2}\s?[-.):]|[a-zA-Z]\)|(?:First|Second|Third|Fourth|Fifth|Sixth|اولا|ثانيا|ثالثا|رابعا|خامسا)\s?[:-])+\s*"
)


@dataclass(eq=False, slots=True)
class Mention:
    """A noun phrase that names an instrument or a group of them; `start` to `end` are indexes of the reading's text."""

    reading: Reading
    sentence: Sentence
    start: int
    head: int
    end: int
    kind: AgreementKind
    many: bool
    count: int | None
    definite: bool
    fresh: bool
    weak: bool
    generic: bool
    possessive: bool = False
    draft: bool = False
    bare: bool = False
    pronoun: bool = False
    anaphor: bool = False
    verbal: Status | None = None
    ceremonial: bool = False
    ordinal: int = 0  # which one of a group: "the second memorandum", المذكرة الثانية; 0 where it does not say

    @property
    def grammar(self) -> Grammar:
        """The tables of the language that the mention stands in."""
        return GRAMMARS[self.reading.passage.lang]

    @property
    def text(self) -> str:
        """The noun phrase, normalised."""
        return self.reading.text[self.start : self.end]

    @property
    def dated_item(self) -> bool:
        """Whether it stands in a list item that begins with a date: "12 March 2023: a memorandum …"."""
        mark = ITEM_MARK.match(self.reading.text)
        dates = self.reading.dates
        return (
            self.reading.passage.role == "list_item"
            and bool(dates)
            and dates[0].start - (mark.end() if mark else 0) <= 3
        )

    @property
    def opens_item(self) -> bool:
        """Whether it stands at the beginning of a list item."""
        if self.reading.passage.role != "list_item":
            return False
        mark = ITEM_MARK.match(self.reading.text)
        start = mark.end() if mark else 0
        if self.dated_item and self.reading.dates[0].start - start <= 3 and self.reading.dates[0].end < self.start:
            start = self.reading.dates[0].end  # "12 March 2023: a memorandum …"
        return len(self.reading.text[start : self.start].strip(" :-").split()) <= 2

"""The article as the finders see it: passages with role and language, each normalised for matching."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from models.article import Article
from models.record import Role
from pipeline.findings import Lang, Notice, PublicationDate, Span
from pipeline.text import MatchText, normalise, split_sentences


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the article with one role and one language (BCP 47; None where none was recognised)."""

    span: Span
    role: Role
    lang: str | None


@dataclass(frozen=True)
class Passage:
    """A segment that findings may come from: English or Arabic, and no page furniture."""

    source: str
    span: Span
    role: Role
    lang: Lang

    @cached_property
    def match(self) -> MatchText:
        """The passage normalised for matching; its spans are spans of the article."""
        return normalise(self.source, self.span.start, self.span.end)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the passage."""
        return tuple(split_sentences(self.source, self.span.start, self.span.end))


@dataclass(frozen=True)
class Document:
    """An article read: its segments, its languages (share of letters each) and its publication date where known."""

    article: Article
    segments: tuple[Segment, ...]
    titles: tuple[Span, ...]
    language: str | None
    languages: dict[str, float]
    published: PublicationDate | None
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The article text, which every span refers to."""
        return self.article.text

    @property
    def reference(self) -> datetime.date | None:
        """The day that relative dates are resolved against."""
        return self.published.date if self.published else None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The segments that are read, in the order of the text."""
        return tuple(
            Passage(self.text, segment.span, segment.role, "ar" if segment.lang == "ar" else "en")
            for segment in self.segments
            if segment.lang in ("en", "ar") and segment.role != "boilerplate"
        )

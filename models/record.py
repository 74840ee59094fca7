"""The record: what one article becomes."""

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, StringConstraints, model_validator

from models.agreement import Agreement
from models.date import Date
from models.figure import Figure
from models.party import Party
from models.place import Place
from models.span import Language, Model, Span

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Role = Literal["title", "dateline", "heading", "paragraph", "list_item", "caption", "boilerplate"]
Format = Literal["text", "markdown", "html", "json", "jsonl", "parquet"]
PublishedFrom = Literal["metadata", "dateline", "option"]


class Source(Model):
    """Where the article came from: `path` relative to the input root, `index` of the article in that file (from 0),
    SHA-256 of the file's bytes, and what its metadata say."""

    path: str
    index: int = Field(default=0, ge=0)
    format: Format
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    url: str | None = None
    publisher: str | None = None
    author: str | None = None


class Published(Model):
    """Publication date and what told it."""

    date: datetime.date
    source: PublishedFrom


class Segment(Model):
    """A stretch of the text with one role; `lang` is null where no language was recognised."""

    start: int = Field(ge=0)
    end: int
    lang: Language | None
    role: Role


class Warning(Model):
    """Something that could not be resolved, with the spans it concerns."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()


class Pipeline(Model):
    """What read the article: the version of mithaq and the engine (with its model) of each language."""

    version: str
    engines: dict[Language, str]


class Record(Model):
    """One article. A record whose quotes differ from its text, or whose ids do not resolve, cannot be built."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: Source
    text: str | None
    title: Span | None = None
    titles: tuple[Span, ...] = ()
    language: Language | None
    languages: dict[Language, float]
    published: Published | None = None
    segments: tuple[Segment, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    parties: tuple[Party, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    warnings: tuple[Warning, ...] = ()
    pipeline: Pipeline

    @model_validator(mode="after")
    def _quotes_stand_in_the_text(self) -> Self:
        if self.text is None:  # written with --no-text: there is nothing to compare with
            return self
        for span in spans_in(self):
            if self.text[span.start : span.end] != span.text:
                raise ValueError(
                    f"text[{span.start}:{span.end}] is {self.text[span.start : span.end]!r}, not {span.text!r}"
                )
        return self

    @model_validator(mode="after")
    def _ids_resolve(self) -> Self:
        families: dict[str, tuple[Date | Figure | Place | Party | Agreement, ...]] = {
            "date": self.dates,
            "figure": self.figures,
            "place": self.places,
            "party": self.parties,
            "agreement": self.agreements,
        }
        ids = {family: {item.id for item in items} for family, items in families.items()}
        for family, items in families.items():
            if len(ids[family]) != len(items):
                raise ValueError(f"two items of family {family} share an id")
        for owner, slot, families_allowed, target in self._references():
            if not any(target in ids[family] for family in families_allowed):
                raise ValueError(f"{owner}.{slot}: no {' or '.join(families_allowed)} has the id {target!r}")
        return self

    def _references(self) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
        for figure in self.figures:
            if figure.period:
                yield figure.id, "period", ("date",), figure.period
        for party in self.parties:
            if party.affiliation:
                yield party.id, "affiliation", ("party",), party.affiliation
        for agreement in self.agreements:
            single = {"signed": "date", "value": "figure", "duration": "figure", "under": "agreement"}
            for slot, family in single.items():
                if getattr(agreement, slot):
                    yield agreement.id, slot, (family,), getattr(agreement, slot)
            if agreement.place:
                yield agreement.id, "place", ("place", "party"), agreement.place
            for slot in ("parties", "signatories"):
                for target in getattr(agreement, slot):
                    yield agreement.id, slot, ("party",), target
            for term in agreement.terms:
                if term.actor:
                    yield agreement.id, "terms.actor", ("party",), term.actor


def spans_in(value: object) -> Iterator[Span]:
    """All spans inside a model, a tuple or a list, in depth."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_in(item)

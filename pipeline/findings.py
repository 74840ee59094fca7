"""What the stages hand to one another. Findings refer to each other as objects; mapping.py turns that into ids.

All positions are code points of the article text. Findings compare by identity, so that two equal quotes stay two.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from models.agreement import AgreementKind, Status, TermKind
from models.date import Calendar
from models.figure import Basis, FigureKind, Modifier, Trend
from models.party import PartyKind

Lang = Literal["en", "ar"]
Label = Literal["PER", "ORG", "LOC"]


class Span(NamedTuple):
    """Code points `start` to `end` (exclusive) of the article text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning of the record to be: something that a stage could not resolve."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention as the NER engine sees it, proclitics and quotation marks outside."""

    span: Span
    label: Label
    lang: Lang
    rule: str


@dataclass(eq=False, slots=True)
class DateFinding:
    """A calendar expression and its EDTF value."""

    span: Span
    lang: Lang
    value: str
    rule: str
    calendar: Calendar = "gregorian"
    relative: bool = False
    notices: tuple[Notice, ...] = ()


@dataclass(eq=False, slots=True)
class FigureFinding:
    """A number with its unit and what is said of it."""

    span: Span
    lang: Lang
    kind: FigureKind
    value: Decimal
    unit: str | None
    rule: str
    value_high: Decimal | None = None
    modifier: Modifier = "exact"
    measure: Span | None = None
    trend: Trend | None = None
    basis: Basis | None = None
    period: DateFinding | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(eq=False, slots=True)
class PlaceFinding:
    """A city, region or site with all its mentions."""

    name: str
    mentions: list[Span]
    rule: str
    country: str | None = None


@dataclass(eq=False, slots=True)
class PartyFinding:
    """A person, organisation or country with all its mentions."""

    name: str
    kind: PartyKind
    mentions: list[Span]
    rule: str
    names: dict[str, str] = field(default_factory=dict)
    country: str | None = None
    role: Span | None = None
    affiliation: "PartyFinding | None" = None


@dataclass(frozen=True, slots=True)
class AreaFinding:
    """A field of cooperation, with an IPTC Media Topic code where one fits."""

    span: Span
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class TermFinding:
    """A clause of an instrument."""

    span: Span
    kind: TermKind
    actor: PartyFinding | None = None


@dataclass(eq=False, slots=True)
class AgreementFinding:
    """An instrument between parties, concluded or planned."""

    kind: AgreementKind
    status: Status
    evidence: list[Span]
    rule: str
    confidence: float
    title: Span | None = None
    count: int | None = 1
    parties: list[PartyFinding] = field(default_factory=list)
    signatories: list[PartyFinding] = field(default_factory=list)
    signed: DateFinding | None = None
    place: PlaceFinding | PartyFinding | None = None
    value: FigureFinding | None = None
    duration: FigureFinding | None = None
    under: "AgreementFinding | None" = None
    subject: Span | None = None
    areas: list[AreaFinding] = field(default_factory=list)
    terms: list[TermFinding] = field(default_factory=list)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When the article appeared, and what told it: metadata, dateline or option."""

    date: datetime.date
    source: Literal["metadata", "dateline", "option"]

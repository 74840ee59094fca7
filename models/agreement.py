"""Agreements: instruments between parties, concluded or planned."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from models.span import Model, Span

AgreementKind = Literal["mou", "agreement", "contract", "protocol", "declaration", "letter_of_intent", "programme"]
Status = Literal["signed", "renewed", "in_force", "negotiating", "proposed", "terminated"]
TermKind = Literal["objective", "obligation", "deliverable", "mechanism", "next_step"]


class Area(Span):
    """A field of cooperation; `topic` is an IPTC Media Topic ("medtop:20000763") where one fits."""

    topic: Annotated[str, StringConstraints(pattern=r"^medtop:\d{8}$")] | None = None


class Term(Span):
    """A clause of the instrument; `actor` is the id of the party that it binds, where stated."""

    kind: TermKind
    actor: str | None = None


class Agreement(Model):
    """An instrument. All references are ids of the same record; `count` is null for a plural without a number."""

    id: str
    kind: AgreementKind
    title: Span | None = None
    count: int | None = Field(default=1, ge=1)
    status: Status
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    signed: str | None = None
    place: str | None = None
    value: str | None = None
    duration: str | None = None
    under: str | None = None
    subject: Span | None = None
    areas: tuple[Area, ...] = ()
    terms: tuple[Term, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)
    rule: str = Field(min_length=1)

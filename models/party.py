"""Parties: persons, organisations and countries that act."""

from typing import Literal

from pydantic import Field

from models.span import CountryCode, Language, Model, Span

PartyKind = Literal["person", "organization", "country"]


class Party(Model):
    """Someone who acts. `name` is the fullest mention, `names` one per language where known; persons may have a
    `role` (the office as quoted) and an `affiliation` (id of another party)."""

    id: str
    name: str = Field(min_length=1)
    names: dict[Language, str] = Field(default_factory=dict)
    kind: PartyKind
    country: CountryCode | None = None
    mentions: tuple[Span, ...] = Field(min_length=1)
    role: Span | None = None
    affiliation: str | None = None
    rule: str = Field(min_length=1)

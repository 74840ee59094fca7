"""The dossier: what several articles, in either language, tell of one agreement."""

import datetime
from typing import Final, Literal

from pydantic import Field

from models.agreement import AgreementKind, Status
from models.party import PartyKind
from models.span import CountryCode, Language, Model, Span

DOSSIER_SCHEMA_VERSION: Final = "1.0"

Slot = Literal["kind", "status", "count", "signed", "place", "value", "duration"]
DossierStatus = Status | Literal["denied"]


class Telling(Model):
    """Where something is told: the id of the article, the id of the agreement in its record (null where the article only
    denies one), and the quote, with offsets into that article's text."""

    article: str
    agreement: str | None
    quote: Span


class Told(Model):
    """A value with everything that tells it. `articles` counts articles that are no copies of one another."""

    value: str
    articles: int = Field(ge=1)
    sources: tuple[Telling, ...] = Field(min_length=1)


class DossierParty(Model):
    """A party under its canonical id: "country:OM", "body:GCC", "organization:jo:university", "person:…". `names` holds the
    fullest name in each language."""

    id: str
    kind: PartyKind
    country: CountryCode | None = None
    names: dict[Language, str]
    sources: tuple[Telling, ...] = Field(min_length=1)


class Event(Model):
    """What one article told, in the order of their publication. `date` is null where the article has none."""

    date: datetime.date | None
    status: DossierStatus
    signed: str | None = None
    source: Telling


class Contradiction(Model):
    """Values of one slot that cannot all be true. None of them is left out."""

    slot: Slot
    values: tuple[Told, ...] = Field(min_length=2)


class DossierArticle(Model):
    """An article of the dossier. A copy, exact or nearly so, names the article that it repeats and counts for nothing."""

    id: str
    path: str
    url: str | None = None
    publisher: str | None = None
    published: datetime.date | None = None
    language: Language | None = None
    duplicate_of: str | None = None


class Dossier(Model):
    """One agreement across articles. `kind` and `status` are what its articles tell last and most often; every slot lists all
    values with their sources: `signed` in EDTF, `values` as number and ISO 4217 code, `durations` as number and unit, `areas`
    as IPTC Media Topic where one fits and else as quoted. `under`: the dossier of the agreement that it stands under."""

    schema_version: Literal["1.0"] = DOSSIER_SCHEMA_VERSION
    id: str
    as_of: datetime.date | None = None
    kind: AgreementKind
    status: DossierStatus
    first_reported: datetime.date | None = None
    last_reported: datetime.date | None = None
    parties: tuple[DossierParty, ...] = ()
    signatories: tuple[DossierParty, ...] = ()
    kinds: tuple[Told, ...] = Field(min_length=1)
    statuses: tuple[Told, ...] = Field(min_length=1)
    counts: tuple[Told, ...] = ()
    titles: tuple[Told, ...] = ()
    subjects: tuple[Told, ...] = ()
    signed: tuple[Told, ...] = ()
    places: tuple[Told, ...] = ()
    values: tuple[Told, ...] = ()
    durations: tuple[Told, ...] = ()
    areas: tuple[Told, ...] = ()
    terms: tuple[Told, ...] = ()
    under: str | None = None
    history: tuple[Event, ...] = Field(min_length=1)
    contradictions: tuple[Contradiction, ...] = ()
    articles: tuple[DossierArticle, ...] = Field(min_length=1)

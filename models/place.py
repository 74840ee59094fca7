"""Places: cities, regions and sites."""

from pydantic import Field

from models.span import CountryCode, Model, Span


class Place(Model):
    """A place with all its mentions; `country` is ISO 3166-1 alpha-2 where known."""

    id: str
    name: str = Field(min_length=1)
    country: CountryCode | None = None
    mentions: tuple[Span, ...] = Field(min_length=1)
    rule: str = Field(min_length=1)

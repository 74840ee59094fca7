"""What every item of a record is made of: a quote with its place."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Model(BaseModel):
    """Base of all record models: immutable, and no field that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A quote: `text` stands at code points `start` to `end` (exclusive) of the article text."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} cannot hold {self.text!r}")
        return self


class Finding(Span):
    """A span that a rule found: an id for others to refer to, the language it stands in, the rule's name."""

    id: str
    lang: Language
    rule: str = Field(min_length=1)

"""Dates: whatever places something on the calendar."""

import datetime
from typing import Literal, Self

from pydantic import model_validator

from models.edtf import bounds
from models.span import Finding

Calendar = Literal["gregorian", "islamic"]


class Date(Finding):
    """A calendar expression with its EDTF `value`; `start_date` and `end_date` are its first and last day, inclusive,
    null where open or unknown. `relative`: the publication date was needed to resolve it."""

    value: str
    start_date: datetime.date | None
    end_date: datetime.date | None
    calendar: Calendar = "gregorian"
    relative: bool = False

    @model_validator(mode="after")
    def _is_edtf(self) -> Self:
        expected = bounds(self.value)
        if expected != (self.start_date, self.end_date):
            raise ValueError(f"{self.value} spans {expected}, not {(self.start_date, self.end_date)}")
        return self

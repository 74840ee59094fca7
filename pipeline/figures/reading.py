"""Amounts that are figures, on their way to findings."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.figures.amount import Amount
from pipeline.findings import FigureFinding


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount that is a figure; `noun`: where the noun stands that it counts; `borrowed`: a noun of an earlier figure."""

    amount: Amount
    noun: tuple[int, int] | None = None
    borrowed: str | None = None

    @property
    def end(self) -> int:
        """Where amount and noun end in the normalised passage."""
        return max(self.amount.end, self.noun[1] if self.noun else 0)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The currencies between which a bare name leaves the choice."""
        return self.amount.unit.candidates if self.amount.unit else ()


class Placed(NamedTuple):
    """A finding with its reading, the bounds of its sentence in the normalised passage, and how far of it is looked at."""

    finding: FigureFinding
    reading: Reading
    bounds: tuple[int, int]
    near: tuple[int, int]

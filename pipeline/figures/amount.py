"""A number with the unit beside it."""

from dataclasses import dataclass
from decimal import Decimal

from pipeline.figures.unit import Unit
from pipeline.numbers import Number


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range with its unit; `unit` is None for bare numbers, which may count a noun that follows.

    `number`: what its (last) number is. `inherited`: the unit stands beside a later number of the same list.
    `scale`: the magnitude it has, its own or that of the number it shares one with.
    """

    start: int
    end: int
    value: Decimal
    unit: Unit | None
    number: Number
    value_high: Decimal | None = None
    inherited: bool = False
    dual: bool = False
    scale: Decimal = Decimal(1)

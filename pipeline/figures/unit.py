"""What stands beside a number and says what kind of figure it is."""

from dataclasses import dataclass
from decimal import Decimal

from models.figure import FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `code` as the record writes it (ISO 4217, UCUM, "%", year…); None where `candidates` stay open.

    `factor`: what one of it is in units of `code` (0.01 for cents, 1000 for a kilotonne).
    """

    kind: FigureKind
    code: str | None
    factor: Decimal = Decimal(1)
    candidates: tuple[str, ...] = ()

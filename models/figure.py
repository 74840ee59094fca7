"""Figures: numbers that say something."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainSerializer

from models.span import Finding, Span

FigureKind = Literal["money", "percent", "count", "quantity", "duration"]
Modifier = Literal["exact", "approx", "more_than", "at_least", "less_than", "at_most"]
Trend = Literal["increase", "decrease"]
Basis = Literal["year_on_year", "quarter_on_quarter", "month_on_month"]


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_json_number, return_type=int | float, when_used="json")]


class Figure(Finding):
    """A number with its unit. Units: ISO 4217 (money; null where a bare dinar or pound stays open), "%", the counted
    noun phrase as it stands (count), UCUM (quantity), year/month/week/day/hour (duration)."""

    kind: FigureKind
    value: Number
    value_high: Number | None = None
    unit: str | None
    modifier: Modifier = "exact"
    measure: Span | None = None
    trend: Trend | None = None
    basis: Basis | None = None
    period: str | None = None

"""Units by every name and symbol that the press of both languages gives them."""

from decimal import Decimal
from functools import cache

from models.figure import FigureKind
from pipeline.figures.unit import Unit
from pipeline.figures.unit_tables import (
    BARE_LETTERS,
    DUALS_AR,
    HOURS_AR,
    NAMES_AR,
    NAMES_EN,
    PERCENT_AR,
    PERCENT_EN,
    PHRASES_AR,
    PHRASES_EN,
    SYMBOLS,
    TIME_AR,
    TIME_DUALS_AR,
    TIME_EN,
)
from pipeline.findings import Lang


@cache
def unit_names(lang: Lang) -> dict[str, Unit]:
    """Folded phrase → unit of quantity, share or time. Symbols are in `symbol`."""
    english = lang == "en"
    names = _spread(NAMES_EN if english else NAMES_AR, " ", "quantity")
    names |= _spread(PHRASES_EN if english else PHRASES_AR, "|", "quantity")
    if not english:
        names |= _watt_hours()
    names |= _spread(TIME_EN if english else TIME_AR, " ", "duration")
    shares = PERCENT_EN if english else PERCENT_AR
    return names | {phrase: Unit("percent", "%", Decimal(factor)) for phrase, factor in shares.items()}


@cache
def dual_names() -> dict[str, Unit]:
    """Arabic dual → unit, of which it says two."""
    return _spread(DUALS_AR, " ", "quantity") | _spread(TIME_DUALS_AR, " ", "duration")


def symbol(written: str, against_digits: bool) -> Unit | None:
    """The unit that a symbol stands for, case as written; single letters only against the digits."""
    if written not in SYMBOLS or (written in BARE_LETTERS and not against_digits):
        return None
    code, factor = SYMBOLS[written]
    return Unit("quantity", code, Decimal(factor))


def _watt_hours() -> dict[str, Unit]:
    watts = {words: code for words, (code, _) in NAMES_AR.items() if code.endswith("W") and code != "W"}
    return {
        word + hours: Unit("quantity", f"{code}.h")
        for words, code in watts.items()
        for word in words.split()
        for hours in HOURS_AR
    }


def _spread(table: dict[str, tuple[str, int]], separator: str, kind: FigureKind) -> dict[str, Unit]:
    return {
        phrase: Unit(kind, code, Decimal(factor))
        for phrases, (code, factor) in table.items()
        for phrase in phrases.split(separator)
    }

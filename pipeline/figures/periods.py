"""Which date a figure holds for."""

from collections.abc import Sequence

from pipeline.figures.reading import Placed
from pipeline.findings import DateFinding, Lang


def attach_periods(
    text: str, lang: Lang, found: Sequence[Placed], dates: Sequence[tuple[DateFinding, tuple[int, int]]]
) -> None:
    """Sets the period of each figure."""

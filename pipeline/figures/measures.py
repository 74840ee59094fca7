"""What a figure measures: the shortest clear noun phrase of its sentence."""

from collections.abc import Sequence

from pipeline.document import Passage
from pipeline.figures.reading import Placed


def attach_measures(passage: Passage, found: Sequence[Placed]) -> None:
    """Sets the measure of each figure."""

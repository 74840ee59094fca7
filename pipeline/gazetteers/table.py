"""Reader of the TSV files beside this module. Lines that start with # say the source and the licence of a file."""

from collections.abc import Iterator
from importlib.resources import files


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `name` (a file of this package) by column, in file order."""
    lines = (files("pipeline.gazetteers") / name).read_text(encoding="utf-8").split("\n")
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    header, *rows = table
    for row in rows:
        yield dict(zip(header, row, strict=True))


def variants(cell: str) -> list[str]:
    """The names that one cell lists, separated by semicolons."""
    return [name for name in cell.split(";") if name]

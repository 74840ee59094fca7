"""Reader of the TSV files beside this module. Lines that start with # say the source and the licence of a file."""

from collections.abc import Iterator
from importlib.resources import files


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `name` (a file of this package) by column, in file order."""
    rows = read_cells(name)
    header = next(rows)
    for row in rows:
        yield dict(zip(header, row, strict=True))


def read_cells(name: str) -> Iterator[list[str]]:
    """The rows of `name` as lists of cells, the header first: for tables of tens of thousands of rows."""
    for line in (files("pipeline.gazetteers") / name).read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")


def variants(cell: str) -> list[str]:
    """The names that one cell lists, separated by semicolons."""
    return [name for name in cell.split(";") if name]

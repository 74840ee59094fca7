"""CSV: a file for each table, UTF-8 with a byte order mark (Excel needs it to read Arabic), nulls as empty cells."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from models.record import Record
from pipeline.exports.columns import TABLES
from pipeline.exports.files import arriving
from pipeline.exports.tables import rows

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), after any spaces; and the apostrophe
# itself, so that taking one away from the front of a cell always gives back what stood there.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%", "'")


def write(records: Iterable[Record], folder: Path) -> None:
    """Write one file for each table into `folder`."""
    with ExitStack() as stack:
        writers = {}
        for table, columns in TABLES.items():
            path = stack.enter_context(arriving(folder / f"{table}.csv"))
            stream = stack.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
            writers[table] = csv.writer(stream, lineterminator="\n")
            writers[table].writerow([column.name for column in columns])
        for record in records:
            for table, row in rows(record):
                writers[table].writerow([cell(value) for value in row])


def cell(value: Any) -> Any:
    """The value as a cell: text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and (value[:1] in ("\t", "\r", "\n") or value.lstrip().startswith(_FORMULA)):
        return f"'{value}"
    return value


def uncell(text: str) -> str:
    """What stood in a text column before `cell`."""
    return text.removeprefix("'")

"""`mithaq dossier`: records of files and folders to dossiers.jsonl."""

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.record import Record
from pipeline.dossiers.find import find_dossiers
from pipeline.dossiers.likeness import SAME
from pipeline.errors import OutputError
from pipeline.output import read_records, safe_line, write_lines


def dossier(
    records: Sequence[Path], output: Path, as_of: datetime.date | None = None, threshold: float | None = None
) -> int:
    """Merge the records of files and run folders into dossiers. 0, or 1 where they cannot be read or written."""
    count = contradicted = copies = 0

    def lines() -> Iterator[str]:
        nonlocal count, contradicted, copies
        for found in find_dossiers(_records(records), as_of, SAME if threshold is None else threshold):
            count += 1
            contradicted += bool(found.contradictions)
            copies += sum(article.duplicate_of is not None for article in found.articles)
            yield safe_line(found.model_dump_json())

    try:
        write_lines(output, lines())
    except OutputError as error:
        print(f"Error: {error.reason}", file=sys.stderr)
        return 1
    copied = f", {copies} {'copy' if copies == 1 else 'copies'} set aside" if copies else ""
    print(f"{count} dossiers, {contradicted} with contradictions{copied}. Output: {output}")
    return 0


def _records(files: Sequence[Path]) -> Iterator[Record]:
    for file in files:
        yield from read_records(file)

"""Files to rows that can travel to a worker: a row for each line of JSONL and row of Parquet, one for any other file, and
behind the rows of a file one that tells how many they were."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.record import Format
from pipeline.cluster.storage import PAUSES, File, is_parquet, opened
from pipeline.errors import IngestError
from pipeline.ingest.content import Limits, bounded, printable, sha256_of_stream, unpacked
from pipeline.ingest.read import FORMATS, format_of, lines_of_stream

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 256  # of Parquet that are decoded at a time
_BATCH_ROWS, _BATCH_BYTES = 1_000, 1 << 16  # a batch of rows is given on when it holds so much


@dataclass(frozen=True, slots=True)
class Row:
    """What travels: `kind` "line" with the line of article `start`, "file" with the bytes of the whole file, "refused" with
    the reason why article `start` (a negative number: the whole file) is a reject, "end" with the number of rows before."""

    kind: str
    name: str
    format: Format
    sha256: str
    start: int
    data: bytes


def schema() -> "pa.Schema":
    """The columns of a batch of rows; the large types, as one batch may hold more than two gigabytes."""
    import pyarrow as pa

    text = [(name, pa.string()) for name in ("kind", "name", "format", "sha256")]
    return pa.schema([*text, ("start", pa.int64()), ("data", pa.large_binary())])


def batches(filesystem: Any, files: Iterable[File], limits: Limits) -> "Iterator[pa.Table]":
    """The rows of files as batches. Never raises for a file: what cannot be read is a row that says so."""
    kept, size = list[Row](), 0
    for file in files:
        for row in rows(filesystem, file, limits):
            kept.append(row)
            size += len(row.data)
            if len(kept) >= _BATCH_ROWS or size >= _BATCH_BYTES:
                yield to_table(kept)
                kept, size = [], 0
    if kept:
        yield to_table(kept)


def to_table(kept: list[Row]) -> "pa.Table":
    """Rows as a table."""
    import pyarrow as pa

    columns = schema()
    return pa.table({name: [getattr(row, name) for row in kept] for name in columns.names}, schema=columns)


def from_table(table: "pa.Table") -> Iterator[Row]:
    """The rows of a table, one after another."""
    names = schema().names
    for batch in table.select(names).to_batches(max_chunksize=_ROWS):
        for values in zip(*(batch.column(name).to_pylist() for name in names), strict=True):
            yield Row(*values)


def rows(filesystem: Any, file: File, limits: Limits, pause: Callable[[float], None] = time.sleep) -> Iterator[Row]:
    """The rows of a file, the last of them its end. Where reading fails it goes on from there, a few times."""
    source, count, failures = _Source(filesystem, file, limits), 0, 0
    while True:
        try:
            for row in source.rest():
                yield row
                count += 1
            break
        except IngestError as error:
            yield source.refused(error.reason)
            count += 1
            break
        except Exception as error:  # each file system has its own, and not all are OSErrors
            if failures == len(PAUSES) or isinstance(error, FileNotFoundError | PermissionError):
                yield source.refused(_reason(error))
                count += 1
                break
            pause(PAUSES[failures])
            failures += 1
    yield Row("end", file.name, source.kind, source.sha256, count, b"")


class _Source:
    """A file that is read once, however often that has to be begun anew; `following` is its next article."""

    def __init__(self, filesystem: Any, file: File, limits: Limits) -> None:
        self._filesystem, self._file, self._limits = filesystem, file, limits
        self._known: Format | None = "parquet" if is_parquet(file.name) else format_of(Path(file.name))
        self.kind, self.sha256, self.following = self._known or "text", "", 0

    def rest(self) -> Iterator[Row]:
        """The rows that were not given yet. Raises IngestError where there are no more that can be read."""
        if self._file.refusal:
            raise IngestError(self._file.refusal)
        if self._known is None:
            raise IngestError(f"unsupported format; mithaq reads {', '.join(FORMATS)}, each also .gz")
        if not self.sha256:
            with opened(self._filesystem, self._file.path) as stream:
                self.sha256 = sha256_of_stream(stream)
        for index, data in self._contents():
            shape = "line" if self.kind in ("jsonl", "parquet") else "file"
            if isinstance(data, IngestError):
                row = Row("refused", self._file.name, self.kind, self.sha256, index, data.reason.encode())
            else:
                row = Row(shape, self._file.name, self.kind, self.sha256, index, data)
            self.following = index + 1
            yield row

    def refused(self, reason: str) -> Row:
        """The row that says why the rest of the file, or all of it, is a reject."""
        return Row("refused", self._file.name, self.kind, self.sha256, self.following or -1, reason.encode())

    def _contents(self) -> Iterator[tuple[int, bytes | IngestError]]:
        if self.kind == "parquet":
            yield from self._parquet()
            return
        with opened(self._filesystem, self._file.path) as raw:
            if self.kind == "jsonl":
                with unpacked(raw, self._file.name) as stream:
                    yield from lines_of_stream(stream, self._limits, self.following)
            elif not self.following:
                yield 0, bounded(raw.read, self._limits)

    def _parquet(self) -> Iterator[tuple[int, bytes | IngestError]]:
        """Each row as a JSON object of its columns, which is then read as a line of JSONL is."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        index = 0
        try:
            with self._filesystem.open_input_file(self._file.path) as stream:
                for batch in pq.ParquetFile(stream).iter_batches(batch_size=_ROWS):
                    passed = max(0, min(batch.num_rows, self.following - index))
                    index += passed
                    for row in batch.slice(passed).to_pylist():
                        yield index, _line(row, self._limits)
                        index += 1
        except (pa.ArrowException, ValueError) as error:
            raise IngestError(f"damaged Parquet file: {_told(error)}") from error
        if not index:
            raise IngestError("empty: no rows")


def _line(row: dict[str, Any], limits: Limits) -> bytes | IngestError:
    try:
        line = json.dumps(row, ensure_ascii=False, default=_plain).encode()
    except (ValueError, TypeError) as error:
        return IngestError(f"a value of the row cannot be read: {_told(error)}")
    if len(line) > limits.max_bytes:
        return IngestError(f"too large: a row of more than {limits.max_bytes} bytes")
    return line


def _plain(value: object) -> str:
    """Bytes as the text that they are (writers of Parquet often do not mark text as such), days and times in ISO 8601."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _reason(error: Exception) -> str:
    return "permission denied" if isinstance(error, PermissionError) else f"cannot be read: {_told(error)}"


def _told(error: Exception) -> str:
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return printable(str(told).partition("\n")[0][:200])

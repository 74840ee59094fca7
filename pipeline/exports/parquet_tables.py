"""Parquet: a file for each table, columns described in the schema's metadata."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from models.record import Record
from pipeline.exports.columns import TABLES
from pipeline.exports.files import arriving
from pipeline.exports.tables import Row, rows

_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "real": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_BATCH = 20_000  # rows of a table that are written together


def schema(table: str) -> pa.Schema:
    """The Parquet schema of a table."""
    return pa.schema(
        pa.field(column.name, _TYPES[column.type], metadata={"description": column.holds}) for column in TABLES[table]
    )


def write(records: Iterable[Record], folder: Path) -> None:
    """Write one file for each table into `folder`."""
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            path = stack.enter_context(arriving(folder / f"{table}.parquet"))
            writers[table] = stack.enter_context(pq.ParquetWriter(path, schema(table), compression="zstd"))
        waiting: dict[str, list[Row]] = defaultdict(list)
        for record in records:
            for table, row in rows(record):
                waiting[table].append(row)
                if len(waiting[table]) >= _BATCH:
                    writers[table].write_table(_table(table, waiting.pop(table)))
        for table, left in waiting.items():
            writers[table].write_table(_table(table, left))


def _table(table: str, waiting: list[Row]) -> pa.Table:
    columns = schema(table)
    return pa.table(
        [pa.array(values, field.type) for field, values in zip(columns, zip(*waiting, strict=True), strict=True)],
        schema=columns,
    )

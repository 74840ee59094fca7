"""SQLite: one database with all tables, their keys and references."""

import datetime
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from models.record import Record
from pipeline.exports.columns import TABLES, Column
from pipeline.exports.files import arriving
from pipeline.exports.tables import rows

_TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "boolean": "INTEGER", "date": "TEXT"}


def write(records: Iterable[Record], output: Path) -> None:
    """Write the database; booleans are 0 and 1, days ISO 8601 text."""
    inserts = {
        table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})" for table, columns in TABLES.items()
    }
    with arriving(output) as path, closing(sqlite3.connect(path)) as database, database:
        for table, columns in TABLES.items():
            database.execute(_definition(table, columns))
        for record in records:
            for table, row in rows(record):
                database.execute(inserts[table], [_value(value) for value in row])


def _definition(table: str, columns: tuple[Column, ...]) -> str:
    lines = [f'"{column.name}" {_TYPES[column.type]}' for column in columns]
    lines.append(f"PRIMARY KEY ({', '.join(column.name for column in columns if column.key)})")
    if table != "articles":
        lines.append("FOREIGN KEY (article) REFERENCES articles (article)")
    return f"CREATE TABLE {table} ({', '.join(lines)}) WITHOUT ROWID"


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value

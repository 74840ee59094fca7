"""Records and rejects as lines of JSON, written so that a reader never sees half a file."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import regex
from pydantic import ValidationError

from models.record import Record
from pipeline.errors import OutputError
from pipeline.reject import Reject

# Legal in JSON, but some readers of "one record a line" break lines at them, and terminals obey them.
_UNSAFE = regex.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def record_line(record: Record, with_text: bool = True) -> str:
    """The record as one line of JSON without its line break; without `text` where that is not wanted."""
    kept = record if with_text else record.model_copy(update={"text": None})
    return safe_line(kept.model_dump_json())


def reject_line(reject: Reject) -> str:
    """The reject as one line of JSON without its line break."""
    return safe_line(json.dumps(asdict(reject), ensure_ascii=False))


def safe_line(line: str) -> str:
    """A line of JSON with escapes for what some readers take for a line break and terminals obey."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL file, or of the folder of a run, one after another.

    Raises OutputError where the file cannot be read or a line is no record, with the line's number.
    """
    file = path / "records.jsonl" if path.is_dir() else path
    try:
        with file.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _record(line, file, number)
    except OSError as error:
        raise OutputError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise OutputError(f"{file} is not UTF-8") from error


def _record(line: str, file: Path, number: int) -> Record:
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        raise OutputError(f"{file}, line {number} is no record: {where}: {first['msg']}") from error


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines one after another, whole or not at all. Raises OutputError where they cannot be written."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        temporary.unlink(missing_ok=True)


def replace_text(path: Path, text: str) -> None:
    """Write a small file whole or not at all: to a temporary neighbour first, synced, then renamed over `path`."""
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)

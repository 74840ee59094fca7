"""What changed between two runs: which records, and which of their fields."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.errors import OutputError

_FAMILIES = ("figures", "dates", "places", "parties", "agreements", "warnings", "segments")
_Key = tuple[str, int]


def differences(old: Path, new: Path) -> Iterator[str]:
    """A line for each record that is in one run only, or differs: "a.txt: figures +1 -0, title". Order of the old run,
    then what is new. Records belong together where path and index of their source are the same.

    Raises OutputError where a run cannot be read. Memory: a few bytes for each record of the new run.
    """
    try:
        with _file(old).open("rb") as before, _file(new).open("rb") as after:
            places = {key: place for key, place, _ in _records(after)}
            for key, _, line in _records(before):
                place = places.pop(key, None)
                if place is None:
                    yield f"{_name(key)}: only in the first run"
                elif (other := _line_at(after, place)) != line:
                    yield f"{_name(key)}: {', '.join(_changes(json.loads(line), json.loads(other)))}"
            yield from (f"{_name(key)}: only in the second run" for key in places)
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be read: {error.strerror}") from error


def _file(run: Path) -> Path:
    return run / "records.jsonl" if run.is_dir() else run


def _records(stream: BinaryIO) -> Iterator[tuple[_Key, int, bytes]]:
    place = 0
    for number, line in enumerate(stream, 1):
        try:
            source = json.loads(line)["source"]
            yield (source["path"], source["index"]), place, line
        except (ValueError, KeyError, TypeError) as error:
            raise OutputError(f"{stream.name}, line {number} is no record: {error}") from error
        place += len(line)


def _line_at(stream: BinaryIO, place: int) -> bytes:
    stream.seek(place)
    return stream.readline()


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if name in _FAMILIES and isinstance(before, list) and isinstance(after, list):
            gone, come = _items(before) - _items(after), _items(after) - _items(before)
            yield f"{name} +{come.total()} -{gone.total()}" if gone or come else f"{name} renumbered"
        elif isinstance(before, dict) and isinstance(after, dict):
            yield from (
                f"{name}.{inner}" for inner in dict.fromkeys((*before, *after)) if before.get(inner) != after.get(inner)
            )
        else:
            yield name


def _items(family: list[Any]) -> Counter[str]:
    """The items of a family without their ids, which count through the record."""
    return Counter(json.dumps({k: v for k, v in item.items() if k != "id"}, sort_keys=True) for item in family)


def _name(key: _Key) -> str:
    return key[0] if not key[1] else f"{key[0]} [{key[1]}]"

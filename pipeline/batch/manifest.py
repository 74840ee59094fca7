"""The manifest of a run: which articles of which file stand where in its results."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

RESULTS = ("records.jsonl", "rejected.jsonl")
MANIFEST = "manifest.jsonl"
_PIECE = 1 << 20
_JSON = json.JSONEncoder(ensure_ascii=False)


@dataclass(slots=True)
class Stretch:
    """A row of the manifest: the articles of one file up to `following` (all of them where `done`), and for
    records.jsonl and rejected.jsonl where their lines start and end and the CRC-32 of those bytes. `number` is the
    input that the file lies in, `name` its path below that."""

    number: int
    name: str
    sha256: str | None
    starts: list[int]
    ends: list[int]
    crcs: list[int]
    following: int = 0
    done: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def file(self) -> tuple[int, str, str | None]:
        """Which file, with which content."""
        return self.number, self.name, self.sha256

    @property
    def articles(self) -> int:
        """How many articles became lines."""
        return self.counts.get("records", 0) + self.counts.get("rejected", 0)

    def row(self) -> bytes:
        """The line of the manifest."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return f"{_JSON.encode(values)}\n".encode()


Group = list[Stretch]  # all stretches of one file, in order


def header_of(manifest: Path) -> dict[str, Any]:
    """The first line of a manifest, empty where there is none."""
    try:
        with manifest.open("rb") as stream:
            header = json.loads(stream.readline())
    except (OSError, ValueError):
        return {}
    return header if isinstance(header, dict) else {}


def rows(stream: BinaryIO) -> Iterator[tuple[Stretch, int]]:
    """The rows from where `stream` stands, each with the position after it, up to the first that is cut off."""
    position = stream.tell()
    for line in stream:
        position += len(line)
        try:
            if line.endswith(b"\n"):
                yield Stretch(**json.loads(line)), position
        except (ValueError, TypeError):
            return


def groups(found: Iterator[tuple[Stretch, int]]) -> Iterator[tuple[Group, int]]:
    """The rows of each file together, with the position after them."""
    group, end = list[Stretch](), 0
    for stretch, position in found:
        if group and stretch.file != group[0].file:
            yield group, end
            group = []
        group.append(stretch)
        end = position
    if group:
        yield group, end


def pieces(stream: BinaryIO, stretch: Stretch, which: int) -> Iterator[bytes]:
    """The lines of a stretch in records.jsonl (`which` 0) or rejected.jsonl (1), in pieces."""
    at, end = stretch.starts[which], stretch.ends[which]
    if at < end:
        stream.seek(at)
    while at < end and (piece := stream.read(min(_PIECE, end - at))):
        at += len(piece)
        yield piece


def is_sound(stretch: Stretch, files: tuple[BinaryIO, BinaryIO]) -> bool:
    """Whether the bytes of a stretch are on disk as its row tells."""
    for which in (0, 1):
        crc = 0
        for piece in pieces(files[which], stretch, which):
            crc = zlib.crc32(piece, crc)
        if crc != stretch.crcs[which]:
            return False
    return True


class Prior:
    """The last complete run of a folder, read along with the work list, which has the same order."""

    def __init__(self, output: Path, fingerprint: str) -> None:
        self._files: list[BinaryIO] = []
        self._groups: Iterator[tuple[Group, int]] = iter(())
        if header_of(output / MANIFEST).get("fingerprint") == fingerprint and all(
            (output / name).exists() for name in RESULTS
        ):
            self._files = [(output / name).open("rb") for name in (*RESULTS, MANIFEST)]
            self._files[2].readline()
            self._groups = groups(rows(self._files[2]))
        self._next = self._following()

    def find(self, number: int, name: str, sha256: str) -> Group | None:
        """The stretches of a file that was read whole and has not changed. Asked in the order of the work list."""
        while self._next and (self._next[0].number, self._next[0].name) < (number, name):
            self._next = self._following()
        group = self._next
        if not group or group[0].file != (number, name, sha256) or not group[-1].done:
            return None
        results = (self._files[0], self._files[1])
        return group if all(is_sound(stretch, results) for stretch in group) else None

    def pieces(self, stretch: Stretch, which: int) -> Iterator[bytes]:
        """The lines of a stretch, in pieces."""
        return pieces(self._files[which], stretch, which)

    def close(self) -> None:
        """Let go of the files."""
        for stream in self._files:
            stream.close()

    def _following(self) -> Group | None:
        return next(self._groups, (None, 0))[0]

"""What a run has written so far, kept so that a crash at any moment loses and duplicates nothing.

A run appends to OUTPUT/.partial: records.jsonl, rejected.jsonl, and manifest.jsonl, a row for each stretch of those two
files that is safely on disk. Bytes beyond the last row are cut off when a run resumes. At the end a marker is written
and the files are renamed over the old ones; a run that finds the marker finishes the renaming first. The manifest stays
beside the results, and tells the next run what it need not read again.
"""

import fcntl
import json
import os
import shutil
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.batch.manifest import MANIFEST, RESULTS, Group, Prior, Stretch, groups, header_of, is_sound, rows
from pipeline.errors import OutputError

_MARKER = "complete"
_CHECKPOINT = 0.5  # seconds between two syncs to disk, at least
_BUFFERED = 4 << 20  # bytes that wait in memory at most


class Ledger:
    """The results of one run under way. Raises OutputError where they cannot be written, or another run writes them."""

    def __init__(self, output: Path, fingerprint: str, resume: bool, force: bool, limit: int | None) -> None:
        self._output, self._partial = output, output / ".partial"
        self._header = f"{json.dumps({'fingerprint': fingerprint, 'limit': limit})}\n".encode()
        with _refusals_of(output):
            output.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(output)
            _finish(output)
            self.interrupted = (self._partial / MANIFEST).exists()
            self.resumed = resume and header_of(self._partial / MANIFEST) == json.loads(self._header)
            self._files = self._opened_partial()
            self._prior = None if force else Prior(output, fingerprint)
        self._kept = self._sound_groups() if self.resumed else None
        self._ends, self._cut = (
            [0, 0],
            (0, 0, len(self._header)),
        )  # where the files are cut before the first byte is added
        self._buffers: tuple[list[bytes], list[bytes], list[bytes]] = ([], [], [])
        self._buffered, self._current = 0, cast(Stretch | None, None)
        self._appending, self._synced_at = False, time.monotonic()

    def kept(self, number: int, name: str, sha256: str | None) -> Group | None:
        """What the interrupted run wrote of a file; asked in the order of the work list.

        From the first file on of which it wrote nothing, or not all, the rest of its results is cut off.
        """
        if self._appending or self._kept is None:
            return None
        group, rows_end = next(self._kept, (None, 0))
        if group is None or group[0].file != (number, name, sha256):
            self._begin_appending()
            return None
        self._ends = list(group[-1].ends)
        self._cut = (group[-1].ends[0], group[-1].ends[1], rows_end)
        if not group[-1].done:
            self._begin_appending()
        return group

    def earlier(self, number: int, name: str, sha256: str | None) -> Group | None:
        """What the last complete run wrote of a file, where neither file nor pipeline nor settings changed since."""
        return self._prior.find(number, name, sha256) if self._prior and sha256 else None

    def copy(self, group: Group) -> None:
        """Take over what the last complete run wrote of a file."""
        for old in group:
            stretch = self._stretch(old.file)
            for which in (0, 1):
                for piece in self._prior.pieces(old, which) if self._prior else ():
                    self._append(stretch, which, piece)
            stretch.counts = old.counts
            self._close(old.following, old.done)
        self._checkpoint_if_due()

    def write(self, file: tuple[int, str, str | None], line: str, rejected: bool, counts: dict[str, int]) -> None:
        """Append one line, of the file that is being read, to the records or to the rejects."""
        stretch = self._stretch(file)
        self._append(stretch, int(rejected), f"{line}\n".encode())
        for key, count in counts.items():
            stretch.counts[key] = stretch.counts.get(key, 0) + count

    def advance(self, file: tuple[int, str, str | None], following: int, done: bool) -> None:
        """Note that all articles before the `following`-th are written; on disk within half a second or so."""
        self._stretch(file)
        if done or self._is_due():
            self._close(following, done)
        self._checkpoint_if_due()

    def checkpoint(self) -> None:
        """Bring to disk what was written, first the lines and then the rows that tell of them."""
        self._flush((0, 1))
        with _refusals_of(self._output):
            for which in (0, 1):
                os.fsync(self._files[which])
            self._flush((2,))
            os.fsync(self._files[2])
        self._synced_at = time.monotonic()

    def commit(self, run_facts: str) -> None:
        """Make this run's results the results of the folder, all of them or none."""
        self._close(0, False)
        self.checkpoint()
        with _refusals_of(self._output):
            for name, text in (("run.json", run_facts), (_MARKER, "")):
                with (self._partial / name).open("w", encoding="utf-8") as stream:
                    stream.write(text)
                    stream.flush()
                    os.fsync(stream.fileno())
            _sync_folder(self._partial)
            _finish(self._output)

    def close(self) -> None:
        """Let go of the files; what is not committed stays for a run that resumes."""
        for descriptor in (*self._files, self._lock):
            with suppress(OSError):
                os.close(descriptor)
        if self._prior:
            self._prior.close()

    def _opened_partial(self) -> list[int]:
        if not self.resumed:
            shutil.rmtree(self._partial, ignore_errors=True)
            self._partial.mkdir()
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        files = [os.open(self._partial / name, flags, 0o644) for name in (*RESULTS, MANIFEST)]
        if not self.resumed:
            _write_all(files[2], self._header)
            os.fsync(files[2])
        return files

    def _sound_groups(self) -> Iterator[tuple[Group, int]]:
        """The groups of the interrupted run up to the first whose bytes are not on disk as its rows say."""
        records, rejects, manifest = (self._partial / name for name in (*RESULTS, MANIFEST))
        with records.open("rb") as first, rejects.open("rb") as second, manifest.open("rb") as stream:
            stream.readline()
            yield from groups(_sound((first, second), rows(stream)))

    def _begin_appending(self) -> None:
        if self._appending:
            return
        self._appending = True
        with _refusals_of(self._output):
            for descriptor, end in zip(self._files, self._cut, strict=True):
                os.ftruncate(descriptor, end)
                os.lseek(descriptor, end, os.SEEK_SET)

    def _stretch(self, file: tuple[int, str, str | None]) -> Stretch:
        if self._current is None:
            self._current = Stretch(*file, starts=list(self._ends), ends=list(self._ends), crcs=[0, 0])
        return self._current

    def _append(self, stretch: Stretch, which: int, data: bytes) -> None:
        self._buffers[which].append(data)
        stretch.crcs[which] = zlib.crc32(data, stretch.crcs[which])
        self._ends[which] += len(data)
        stretch.ends[which] = self._ends[which]
        self._buffered += len(data)
        if self._buffered > _BUFFERED:
            self._flush((0, 1))

    def _flush(self, which: Iterable[int]) -> None:
        self._begin_appending()
        with _refusals_of(self._output):
            for number in which:
                _write_all(self._files[number], b"".join(self._buffers[number]))
                self._buffers[number].clear()
        self._buffered = 0

    def _close(self, following: int, done: bool) -> None:
        if self._current:
            self._current.following, self._current.done = following, done
            self._buffers[2].append(self._current.row())
        self._current = None

    def _is_due(self) -> bool:
        return time.monotonic() - self._synced_at > _CHECKPOINT

    def _checkpoint_if_due(self) -> None:
        if self._is_due():
            self.checkpoint()


def _sound(files: tuple[BinaryIO, BinaryIO], found: Iterator[tuple[Stretch, int]]) -> Iterator[tuple[Stretch, int]]:
    for stretch, end in found:
        if not is_sound(stretch, files):
            return
        yield stretch, end


def _finish(output: Path) -> None:
    """Where a run was completed, put its files in their places; also what a crash left of that."""
    partial = output / ".partial"
    if not (partial / _MARKER).exists():
        return
    for name in (*RESULTS, MANIFEST, "run.json"):
        with suppress(FileNotFoundError):
            (partial / name).replace(output / name)
    _sync_folder(output)
    (partial / _MARKER).unlink()
    shutil.rmtree(partial, ignore_errors=True)


def _locked(output: Path) -> int:
    descriptor = os.open(output, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise OutputError(f"another run is writing to {output}") from None
    return descriptor


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


@contextmanager
def _refusals_of(output: Path) -> Iterator[None]:
    """Turn what the operating system refuses into an OutputError that names the folder."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror or error}") from error

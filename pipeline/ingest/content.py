"""The bytes of a file: plain or gzip, never more than a limit, with its SHA-256 and its name in the input folder."""

import gzip
import hashlib
import stat
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedIOBase, FileIO
from pathlib import Path

from pipeline.errors import IngestError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What ingest accepts: `max_bytes` of one file (of one line for JSONL) after decompression, `max_characters` of
    one article's text (half a million are about 80,000 words, a hundred times a long news article)."""

    max_bytes: int = 50_000_000
    max_characters: int = 500_000


def relative_name(path: Path, root: Path) -> str:
    """POSIX path of a file below the input root; bytes of a name that are no UTF-8 stand as \\xNN."""
    try:
        name = path.relative_to(root).as_posix()
    except ValueError:
        name = path.name
    return legible(name)


def legible(name: str) -> str:
    """A name as the system gives it, bytes that are no UTF-8 as \\xNN."""
    return name if name.isascii() else name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def printable(name: str) -> str:
    """A name or message as one harmless line for logs: controls, bidi marks and line breaks as backslash escapes."""
    return "".join(
        character if character == " " or unicodedata.category(character)[0] not in "CZ" else ascii(character)[1:-1]
        for character in name
    )


@contextmanager
def opened(path: Path) -> Iterator[BufferedIOBase]:
    """The file as a stream of bytes, decompressed where its name ends in .gz.

    Raises IngestError where it cannot be opened or read, is no regular file, or its gzip data are damaged.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise IngestError("not a regular file")
        with path.open("rb") as raw, unpacked(raw, path.name) as stream:
            yield stream
    except PermissionError as error:
        raise IngestError("permission denied") from error
    except OSError as error:
        raise IngestError(f"cannot be read: {error.strerror or error}") from error


@contextmanager
def unpacked(raw: BufferedIOBase, name: str) -> Iterator[BufferedIOBase]:
    """The bytes of a file of that name, decompressed where the name ends in .gz.

    Raises IngestError where the gzip data are damaged.
    """
    if not name.lower().endswith(".gz"):
        yield raw
        return
    try:
        with gzip.GzipFile(fileobj=raw) as stream:
            yield stream
    except EOFError as error:
        raise IngestError("truncated gzip file: the compressed data end too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise IngestError(f"damaged gzip file: {error}") from error


def whole(path: Path, limits: Limits) -> bytes:
    """All bytes of a file, decompressed. Raises IngestError where they are more than `limits.max_bytes`."""
    with opened(path) as stream:
        return bounded(stream.read, limits)


def bounded(read: Callable[[int], bytes], limits: Limits) -> bytes:
    """All bytes that `read` gives, taken in pieces so that a decompression bomb is refused before it fills the memory."""
    pieces, size = [], 0
    while piece := read(_CHUNK):
        size += len(piece)
        if size > limits.max_bytes:
            raise IngestError(f"too large: more than {limits.max_bytes} bytes after decompression")
        pieces.append(piece)
    return b"".join(pieces)


def sha256_of(path: Path) -> str:
    """SHA-256 of the file's bytes as they lie on disk, in hexadecimal. Raises IngestError as `opened` does."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise IngestError("not a regular file")
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 (a third of the time for a small file)
            return sha256_of_stream(stream)
    except PermissionError as error:
        raise IngestError("permission denied") from error
    except OSError as error:
        raise IngestError(f"cannot be read: {error.strerror or error}") from error


def sha256_of_stream(stream: BufferedIOBase | FileIO) -> str:
    """SHA-256 of all bytes of a stream, in hexadecimal."""
    digest = hashlib.sha256()
    while piece := stream.read(_CHUNK):
        digest.update(piece)
    return digest.hexdigest()

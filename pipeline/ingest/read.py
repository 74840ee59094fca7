"""A file to its articles, one after another; what is no article comes as a reject and its neighbours go on."""

import hashlib
from collections.abc import Callable, Iterator
from io import BufferedIOBase, BytesIO
from pathlib import Path

from models.article import Article
from models.record import Format
from pipeline.errors import IngestError
from pipeline.ingest.content import Limits, bounded, opened, relative_name, sha256_of, unpacked, whole
from pipeline.ingest.draft import Draft, Origin, to_article
from pipeline.ingest.encoding import wide_encoding
from pipeline.ingest.html import read_html
from pipeline.ingest.news_json import read_json, read_line
from pipeline.ingest.plain import read_markdown, read_text
from pipeline.reject import Reject

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonld": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_SINGLE: dict[Format, Callable[[bytes], Draft]] = {"text": read_text, "markdown": read_markdown, "html": read_html}
DEFAULT_LIMITS = Limits()


def format_of(path: Path) -> Format | None:
    """The format that a file's name tells, .gz aside; None where mithaq does not read it."""
    stem, dot, ending = path.name.lower().removesuffix(".gz").rpartition(".")
    return FORMATS.get(dot + ending) if stem else None


def read_articles(
    path: Path, root: Path, limits: Limits = DEFAULT_LIMITS, start: int = 0, sha256: str | None = None
) -> Iterator[Article | Reject]:
    """The articles of one file from the `start`-th on, in their order; rejects stand where articles cannot be read.

    Memory stays flat for JSONL of any size. Never raises for what is in the file: a file that cannot be read at all
    is one reject with the index null. `sha256` saves hashing the file where it is known already.
    """
    name, done = relative_name(path, root), start
    try:
        kind = format_of(path)
        if kind is None:
            raise IngestError(f"unsupported format; mithaq reads {', '.join(FORMATS)}, each also .gz")
        origin = Origin(name, kind, sha256 or sha256_of(path))
        if kind == "jsonl":
            for index, line in lines(path, limits, start):
                yield article_of_line(line, origin, index, limits)
                done = index + 1
            return
        for index, draft in enumerate(_drafts(kind, whole(path, limits), start), start):
            yield _article(draft, origin, index, limits)
    except IngestError as error:
        yield Reject(name, done or None, error.stage, error.reason)


def articles_of_bytes(data: bytes, origin: Origin, limits: Limits, start: int = 0) -> Iterator[Article | Reject]:
    """The articles of a file, not JSONL, whose bytes were read already, as `read_articles` gives them."""
    try:
        with unpacked(BytesIO(data), origin.path) as stream:
            whole_file = bounded(stream.read, limits)
        for index, draft in enumerate(_drafts(origin.format, whole_file, start), start):
            yield _article(draft, origin, index, limits)
    except IngestError as error:
        yield Reject(origin.path, None, error.stage, error.reason)


def read_stream(read: Callable[[int], bytes], limits: Limits = DEFAULT_LIMITS) -> Iterator[Article | Reject]:
    """The articles of an input stream, given its `read`: JSON or HTML where it begins like that, else one plain text."""
    try:
        data = bounded(read, limits)
        kind = _sniffed(data)
        origin = Origin("-", kind, hashlib.sha256(data).hexdigest())
        for index, draft in enumerate(_drafts(kind, data)):
            yield _article(draft, origin, index, limits)
    except IngestError as error:
        yield Reject("-", None, error.stage, error.reason)


def article_of_line(line: bytes | IngestError, origin: Origin, index: int, limits: Limits) -> Article | Reject:
    """The article of one JSONL line, or the reject that says why it is none."""
    try:
        if isinstance(line, IngestError):
            raise line
        return to_article(read_line(line), origin, index, limits)
    except IngestError as error:
        return Reject(origin.path, index, error.stage, error.reason)


def lines(path: Path, limits: Limits, start: int = 0) -> Iterator[tuple[int, bytes | IngestError]]:
    """The lines of a JSONL file that hold something, counted from 0, from the `start`-th on, as bytes in UTF-8 or in
    the file's own single-byte encoding. A line longer than `limits.max_bytes` comes as the error that says so.

    Raises IngestError where the file cannot be read (further).
    """
    with opened(path) as stream:
        yield from lines_of_stream(stream, limits, start)


def lines_of_stream(
    stream: BufferedIOBase, limits: Limits, start: int = 0
) -> Iterator[tuple[int, bytes | IngestError]]:
    """The lines of JSONL as `lines` gives them, of a stream that is open and decompressed already."""
    index = 0
    for line in _raw_lines(stream, limits):
        if isinstance(line, bytes) and not line.strip():
            continue
        if index >= start:
            yield index, line
        index += 1
    if not index:
        raise IngestError("empty: no lines")


def _raw_lines(stream: BufferedIOBase, limits: Limits) -> Iterator[bytes | IngestError]:
    head = stream.read(4096)
    wide = wide_encoding(head)
    if wide:  # a line break of UTF-16 is two bytes: such a file is read as a whole
        text = (head + bounded(stream.read, limits)).decode(wide, errors="replace").removeprefix("\ufeff")
        yield from (line.encode("utf-8", "replace") for line in text.split("\n"))
        return
    kept, size, skipping, piece = list[bytes](), 0, False, head
    while piece:
        *complete, rest = piece.split(b"\n")
        for end in complete:
            if not skipping:
                yield b"".join((*kept, end))
            kept, size, skipping = [], 0, False
        kept, size = ([], 0) if skipping else ([*kept, rest], size + len(rest))
        if size > limits.max_bytes:
            yield IngestError(f"too large: a line of more than {limits.max_bytes} bytes")
            kept, size, skipping = [], 0, True
        piece = stream.read1(1 << 16)
    if kept:
        yield b"".join(kept)


def _drafts(kind: Format, data: bytes, start: int = 0) -> Iterator[Draft | IngestError]:
    if kind == "json":
        yield from read_json(data, start)
    elif start == 0:
        yield _SINGLE[kind](data)


def _article(draft: Draft | IngestError, origin: Origin, index: int, limits: Limits) -> Article | Reject:
    try:
        if isinstance(draft, IngestError):
            raise draft
        return to_article(draft, origin, index, limits)
    except IngestError as error:
        return Reject(origin.path, index, error.stage, error.reason)


def _sniffed(data: bytes) -> Format:
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{") or head.replace(b" ", b"").replace(b"\n", b"").startswith(b"[{"):
        return "json"
    return "html" if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article")) else "text"

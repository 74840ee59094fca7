"""Files anywhere: folders here, and whatever pyarrow or fsspec have a file system for (s3://, gs://, abfss://, hdfs://)."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.batch.worklist import UNSUPPORTED, find_work
from pipeline.cluster.errors import UsageError
from pipeline.errors import OutputError
from pipeline.ingest.content import printable
from pipeline.ingest.read import format_of

PARQUET = (".parquet", ".pq")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_BUFFER = 1 << 20
PAUSES = (1.0, 2.0, 4.0)  # seconds before each further attempt at a file that could not be read or written
_HERE = ("local", "hdfs")  # a file appears while it is written: it is written under another name and renamed


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder on a file system of pyarrow."""

    filesystem: Any
    path: str
    shown: str

    @property
    def local(self) -> bool:
        """Whether it lies on a file system that this machine has mounted."""
        return str(self.filesystem.type_name) == "local"

    def below(self, name: str) -> str:
        """Path of a file in this folder."""
        return f"{self.path.rstrip('/')}/{name}"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: `path` is where it lies on its file system, `name` its path below the input, as in a record's
    source; `refusal` says why it is a reject without being read."""

    path: str
    name: str
    size: int = 0
    refusal: str | None = None


def place_of(given: str) -> Place:
    """The place that a path or URI names. Raises UsageError where there is no file system for it, or where it is out of
    reach."""
    from pyarrow.fs import FileSystem, LocalFileSystem

    scheme = _SCHEME.match(given)
    if scheme is None:
        return Place(LocalFileSystem(), Path(given).absolute().as_posix(), printable(given))
    shown = printable(without_secrets(given))
    try:
        filesystem, path = FileSystem.from_uri(given)
    except OSError as error:  # of a bucket of S3, for one, the region is asked for
        raise UsageError(f"{shown} cannot be reached: {_first_line(error)}") from error
    except (ValueError, NotImplementedError, TypeError):  # pyarrow has none of its own
        filesystem, path = _of_fsspec(given, shown)
    return Place(filesystem, path, shown)


def without_secrets(uri: str) -> str:
    """A URI without the user, password and query that it may carry."""
    return re.sub(r"\?.*$", "", re.sub(r"://[^/@]*:[^/@]*@", "://", uri))


def _of_fsspec(given: str, shown: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
        from pyarrow.fs import FSSpecHandler, PyFileSystem

        filesystem, path = url_to_fs(given)
    except ImportError as error:
        raise UsageError(f"{shown} needs a library that is not installed: {error}") from error
    except (ValueError, OSError) as error:
        raise UsageError(f"no file system for {shown}: {error}") from error
    return PyFileSystem(FSSpecHandler(filesystem)), path


def find_files(place: Place, output: Place, patterns: Sequence[str] = ()) -> tuple[list[File], int]:
    """The files of an input that are to be read or refused, and how many were passed over. The output is never read.

    Folders of this machine are read by the rules of `mithaq extract`; Parquet is read besides. Raises UsageError where
    there is nothing of that name.
    """
    from pyarrow.fs import FileType

    try:
        found = place.filesystem.get_file_info(place.path)
    except OSError as error:
        raise UsageError(f"{place.shown} cannot be reached: {_first_line(error)}") from error
    if found.type == FileType.NotFound:
        raise UsageError(f"{place.shown} does not exist")
    if place.local:
        files = list(_local_files(place, output))
    elif found.type == FileType.Directory:
        files = list(_remote_files(place, output))
    else:
        files = [File(place.path, PurePosixPath(place.path).name, found.size or 0)]
    wanted = [file for file in files if file is not None and _fits(file, patterns)]
    return wanted, len(files) - len(wanted)


def _local_files(place: Place, output: Place) -> Iterator[File | None]:
    exclude = Path(output.path) if output.local else None
    for work in find_work([Path(place.path)], exclude):
        if work.skipped and not (work.skipped == UNSUPPORTED and is_parquet(work.name)):
            yield None
            continue
        yield File(str(work.path), work.name, work.size or _size(work.path), work.refusal)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _remote_files(place: Place, output: Place) -> Iterator[File | None]:
    from pyarrow.fs import FileSelector, FileType

    root = PurePosixPath(place.path)
    own = PurePosixPath(output.path) if output.filesystem == place.filesystem else None
    try:
        listing = place.filesystem.get_file_info(FileSelector(place.path, recursive=True))
    except OSError as error:
        raise UsageError(f"{place.shown} cannot be listed: {_first_line(error)}") from error
    for info in sorted(listing, key=lambda each: str(each.path)):
        path = PurePosixPath(info.path)
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        if info.type != FileType.File or (own is not None and path.is_relative_to(own) and own != root):
            continue
        hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
        known = not hidden and (format_of(Path(name)) is not None or is_parquet(name))
        yield File(info.path, name, info.size or 0) if known else None


def _fits(file: File, patterns: Sequence[str]) -> bool:
    from fnmatch import fnmatch

    names = (file.name, PurePosixPath(file.name).name)
    return not patterns or any(fnmatch(name, pattern) for pattern in patterns for name in names)


def is_parquet(name: str) -> bool:
    """Whether a file's name says that it is Parquet."""
    return name.lower().endswith(PARQUET)


@contextmanager
def opened(filesystem: Any, path: str) -> Iterator[BufferedReader]:
    """The bytes of a file as they lie there, from the first to the last. Raises OSError where they cannot be read."""
    with filesystem.open_input_stream(path, compression=None) as raw:
        yield BufferedReader(raw, _BUFFER)


def prepare(output: Place) -> None:
    """Make the folder for the results.

    Raises UsageError where it is a file or holds results already: shards of two runs must not lie in one folder. Raises
    OutputError where it cannot be made.
    """
    from pyarrow.fs import FileSelector, FileType

    try:
        found = output.filesystem.get_file_info(output.path)
        if found.type == FileType.File:
            raise UsageError(f"{output.shown} is no folder")
        for info in output.filesystem.get_file_info(FileSelector(output.path, allow_not_found=True)):
            if is_result(PurePosixPath(info.path).name):
                raise UsageError(f"{output.shown} holds results of a run already; name an empty folder")
        output.filesystem.create_dir(output.path, recursive=True)
    except OSError as error:
        raise OutputError(f"{output.shown} cannot be written: {_first_line(error)}") from error


def is_result(name: str) -> bool:
    """Whether a file of this name is what a run on a cluster, or on this machine, writes."""
    return name in ("run.json", "records.jsonl") or name.startswith(("records-", "rejected-"))


def write(output: Place, name: str, data: Any) -> None:
    """Write a file of the output whole or not at all; one that is there already is written over.

    Raises OSError where it cannot be written.
    """
    path = output.below(name)
    aside = output.below(f".{name}.part") if output.filesystem.type_name in _HERE else path
    with output.filesystem.open_output_stream(aside, compression=None) as stream:
        stream.write(data)
    if aside != path:
        output.filesystem.move(aside, path)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]

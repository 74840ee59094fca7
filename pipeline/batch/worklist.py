"""What is to be read: the files of the inputs in one order on every machine, and what in them is refused or skipped."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from pipeline.batch.manifest import MANIFEST, RESULTS
from pipeline.ingest.content import legible, relative_name
from pipeline.ingest.read import format_of

OUTPUTS = (*RESULTS, MANIFEST, "run.json")
UNSUPPORTED = "unsupported format"


@dataclass(frozen=True, slots=True)
class Work:
    """One entry of the work list. `root` is the input it lies in (`number` counts the inputs), `name` its path below
    that. `refusal` says why it is a reject without being read; `skipped` why it is passed over."""

    path: Path
    root: Path
    number: int
    name: str
    size: int = 0
    refusal: str | None = None
    skipped: str | None = None


def find_work(
    inputs: Sequence[Path], exclude: Path | None = None, follow_links: bool = False, patterns: Sequence[str] = ()
) -> Iterator[Work]:
    """The work of all inputs in the order given, each folder in the order of the code points of its POSIX paths.

    Symbolic links that lead out of their input folder are refused unless `follow_links`; `exclude` is the output folder,
    which is never read. An input that lies inside another one is read once.
    """
    for number, given in enumerate(inputs):
        if _is_covered(given, inputs, number):
            continue
        if given.is_dir():
            walk = _Walk(given, number, exclude.resolve() if exclude else None, follow_links, tuple(patterns))
            yield from walk.entries(given, "", (os.path.realpath(given),))
        else:
            yield Work(given, given.parent, number, relative_name(given, given.parent), size=_size(given))


def _is_covered(given: Path, inputs: Sequence[Path], number: int) -> bool:
    resolved = given.resolve()
    for other_number, other in enumerate(inputs):
        folder = other.resolve()
        if folder == resolved and other_number < number:
            return True
        if other_number != number and folder != resolved and folder in resolved.parents:
            return True
    return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


@dataclass(frozen=True, slots=True)
class _Walk:
    root: Path
    number: int
    exclude: Path | None
    follow_links: bool
    patterns: tuple[str, ...] = ()

    def entries(self, folder: Path, prefix: str, above: tuple[str, ...]) -> Iterator[Work]:
        """The work below one folder; `above` holds the real paths of the folders that it lies in."""
        try:
            with os.scandir(folder) as listing:
                found = sorted((self._key(entry, prefix), entry.name, entry.is_symlink()) for entry in listing)
        except OSError as error:
            yield self._work(folder, prefix.rstrip("/") or ".", refusal=f"folder cannot be read: {error.strerror}")
            return
        for key, name, is_link in found:
            path = folder / name
            if key.endswith("/"):
                yield from self._folder(path, key, is_link, above)
            else:
                yield self._file(path, key, is_link)

    def _key(self, entry: "os.DirEntry[str]", prefix: str) -> str:
        name = legible(entry.name)
        return f"{prefix}{name}/" if _is_folder(entry) else f"{prefix}{name}"

    def _folder(self, path: Path, key: str, is_link: bool, above: tuple[str, ...]) -> Iterator[Work]:
        real = os.path.realpath(path)
        name = key.rstrip("/")
        if real in above:
            yield self._work(path, name, refusal="symbolic link loop: the link leads to a folder that it lies in")
        elif is_link and not self.follow_links and not self._is_inside(real):
            yield self._work(path, name, refusal="symbolic link out of the input folder: not followed")
        elif is_link and not self.follow_links:
            yield self._work(path, name, skipped="symbolic link to a folder that is read anyway")
        elif Path(real) == self.exclude or path.name.startswith("."):
            yield self._work(path, name, skipped="output folder" if Path(real) == self.exclude else "hidden folder")
        else:
            yield from self.entries(path, key, (*above, real))

    def _file(self, path: Path, name: str, is_link: bool) -> Work:
        if is_link:
            try:
                real = str(path.resolve(strict=True))
            except (OSError, RuntimeError) as error:
                loop = isinstance(error, RuntimeError) or error.errno == 40
                return self._work(path, name, refusal="symbolic link loop" if loop else "symbolic link to nothing")
            if not self.follow_links and not self._is_inside(real):
                return self._work(path, name, refusal="symbolic link out of the input folder: not followed")
        if path.name.startswith("."):
            return self._work(path, name, skipped="hidden file")
        if path.name in OUTPUTS and path.parent.resolve() == self.exclude:
            return self._work(path, name, skipped="result of a run")
        return self._work(path, name, skipped=self._unfit(path, name))

    def _unfit(self, path: Path, name: str) -> str | None:
        if format_of(path) is None:
            return UNSUPPORTED
        fits = not self.patterns or any(fnmatch(each, p) for p in self.patterns for each in (name, path.name))
        return None if fits else "fits no pattern"

    def _is_inside(self, real: str) -> bool:
        return Path(real).is_relative_to(os.path.realpath(self.root))

    def _work(self, path: Path, name: str, refusal: str | None = None, skipped: str | None = None) -> Work:
        return Work(path, self.root, self.number, name, 0 if refusal or skipped else _size(path), refusal, skipped)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link into a loop
        return False

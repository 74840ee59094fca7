"""What decides what records say, as one hash: the program, its tables and models, the libraries, the settings."""

import hashlib
import importlib.metadata
from pathlib import Path

import models
import pipeline
from pipeline.batch.extraction import Settings

# Libraries whose results stand in records; typer and rich, for instance, are not among them.
LIBRARIES = (
    "babel",
    "camel-tools",
    "charset-normalizer",
    "hijridate",
    "langdetect",
    "pydantic",
    "python-crfsuite",
    "regex",
    "spacy",
    "trafilatura",
)


def fingerprint(settings: Settings) -> str:
    """SHA-256 of everything that decides what a record says. Two runs with the same one give the same records."""
    digest = hashlib.sha256(repr(settings).encode())
    digest.update(repr(sorted(library_versions().items())).encode())
    for engine in (settings.english_ner, settings.arabic_ner):
        digest.update(repr(_model_files(engine)).encode())
    for package in (pipeline, models):
        root = Path(package.__path__[0])
        for path in sorted(root.rglob("*")):
            relative = path.relative_to(root)
            if path.is_file() and relative.parts[0] != "training" and "__pycache__" not in relative.parts:
                digest.update(f"{package.__name__}/{relative.as_posix()}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _model_files(engine: str | None) -> list[tuple[str, int, int]]:
    """Name, size and time of each file of an engine that is a folder of its own: hashing gigabytes would take longer."""
    folder = Path(engine or "")
    if not engine or not folder.is_dir():
        return []
    files = ((path.relative_to(folder).as_posix(), path.stat()) for path in folder.rglob("*") if path.is_file())
    return sorted((name, facts.st_size, facts.st_mtime_ns) for name, facts in files)


def library_versions() -> dict[str, str]:
    """Version of each library that has a say in records."""
    versions = {}
    for name in LIBRARIES:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = "not installed"
    return versions

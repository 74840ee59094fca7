"""`mithaq doctor`: what is installed, what is missing and the command that gets it, and whether extraction works."""

import hashlib
import importlib.metadata
import importlib.util
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.version import VERSION

State = Literal["ok", "missing", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination; what is `needed` decides the exit code. `remedy` is a command."""

    name: str
    state: State
    told: str
    needed: bool = True
    remedy: str | None = None


_NEEDED = (
    "pydantic",
    "python-crfsuite",
    "camel-tools",
    "spacy",
    "trafilatura",
    "langdetect",
    "rapidfuzz",
    "typer",
    "babel",
)
# What an extra brings, and the command that installs it.
_OPTIONAL = {"pyarrow": "export", "rdflib": "export", "matplotlib": "plot", "ray": "ray"}
_SPACY_MODEL = "en_core_web_lg"
_SENTENCES = {
    "en": ("Oman and Qatar signed a memorandum of understanding worth $45 million on 3 May 2025.", {"OM", "QA"}),
    "ar": ("وقعت عمان وقطر مذكرة تفاهم بقيمة 45 مليون دولار في 3 مايو 2025.", {"OM", "QA"}),
}


def doctor() -> int:
    """Print the examination. 0 where all that is needed works, else 1."""
    sick = 0
    for name, look in _EXAMINATIONS:
        print(name)
        for finding in look():
            print(_line(finding))
            sick += finding.needed and finding.state != "ok"
    print("All that is needed works." if not sick else f"{sick} {'thing' if sick == 1 else 'things'} to mend.")
    return min(1, sick)


def _line(finding: Finding) -> str:
    mark = {"ok": "ok     ", "missing": "missing", "broken": "BROKEN "}[finding.state]
    if finding.state == "missing" and not finding.needed:
        mark = "absent "
    remedy = f"  →  {finding.remedy}" if finding.remedy and finding.state != "ok" else ""
    return f"  {mark}  {finding.name:24} {finding.told}{remedy}"


def versions() -> Iterator[Finding]:
    """mithaq, Python and the libraries."""
    yield Finding("mithaq", "ok", VERSION)
    enough = sys.version_info >= (3, 11)
    yield Finding(
        "python", "ok" if enough else "broken", platform.python_version(), remedy="install Python 3.11 or later"
    )
    for name in _NEEDED:
        yield _library(name, True, "pip install mithaq")
    for name, extra in _OPTIONAL.items():
        yield _library(name, False, f"pip install 'mithaq[{extra}]'")


def _library(name: str, needed: bool, remedy: str) -> Finding:
    try:
        return Finding(name, "ok", importlib.metadata.version(name), needed)
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, "missing", "not installed", needed, remedy)


def weights() -> Iterator[Finding]:
    """The trained models, each with the first digits of its SHA-256."""
    from pipeline.entities.crf import FOLDERS, weights_folder

    for lang, folder_name in FOLDERS.items():
        folder = weights_folder(lang)
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        if not any(path.suffix == ".crf" for path in files):
            yield Finding(
                f"{folder_name} weights", "missing", str(folder), remedy="pip install --force-reinstall mithaq"
            )
        for path in files:
            yield _checked(f"{folder_name}/{path.name}", path)


def _checked(name: str, path: Path) -> Finding:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return Finding(
            name, "broken", error.strerror or "cannot be read", remedy="pip install --force-reinstall mithaq"
        )
    return Finding(name, "ok", f"sha256 {digest[:16]}  {path.stat().st_size:,} bytes")


def engines() -> Iterator[Finding]:
    """The NER engines: the default ones, and the others that options can name."""
    from pipeline.entities.crf import load_tagger
    from pipeline.errors import EntityError

    for lang in ("en", "ar"):
        try:
            tagger = load_tagger(lang)
            yield Finding(f"default {lang}", "ok", f"{tagger.name} {tagger.version}")
        except EntityError as error:
            yield Finding(f"default {lang}", "broken", error.reason, remedy="pip install --force-reinstall mithaq")
    found = importlib.util.find_spec(_SPACY_MODEL) is not None
    yield Finding(
        f"spaCy {_SPACY_MODEL}",
        "ok" if found else "missing",
        f"--english-ner {_SPACY_MODEL}" if found else "not installed (optional)",
        needed=False,
        remedy=f"python -m spacy download {_SPACY_MODEL}",
    )
    yield _camel()


def _camel() -> Finding:
    from pipeline.entities.bert import INSTALL, camel_folder

    folder = camel_folder()
    found = folder.is_dir()
    told = f"--arabic-ner camel, {folder}" if found else "not installed (optional)"
    return Finding("CAMeL arabert", "ok" if found else "missing", told, needed=False, remedy=INSTALL)


def self_test() -> Iterator[Finding]:
    """A sentence in each language read into a record."""
    for lang, (sentence, countries) in _SENTENCES.items():
        try:
            told = _reads(sentence, countries)
        except Exception as error:  # whatever it is, the user is to see it
            told = f"{type(error).__name__}: {error}"
        yield Finding(f"a sentence in {lang}", "broken" if told else "ok", told or "read as it should be")


def _reads(sentence: str, countries: set[str]) -> str:
    """What is wrong with the record of the sentence; empty where nothing is."""
    from pipeline.library import extract

    record = extract(sentence)
    expected = {
        "parties": ({party.country for party in record.parties}, countries),
        "date": ({date.value for date in record.dates}, {"2025-05-03"}),
        "money": ({(figure.value, figure.unit) for figure in record.figures}, {(45_000_000, "USD")}),
        "agreement": ({(each.kind, each.status) for each in record.agreements}, {("mou", "signed")}),
    }
    wrong = [f"{name}: {found} and not {wanted}" for name, (found, wanted) in expected.items() if found != wanted]
    return "; ".join(wrong)


def configuration() -> Iterator[Finding]:
    """Whether mithaq.toml and the environment can be read."""
    from pipeline.configuration import FILE, ConfigurationError, configured

    try:
        found = configured()
    except ConfigurationError as error:
        yield Finding(FILE, "broken", str(error), remedy="mend the file, or write a new one with mithaq init --force")
        return
    told = ", ".join(f"{table}.{key}" for table, keys in found.items() for key in keys)
    yield Finding(FILE, "ok", told or "nothing set")


_EXAMINATIONS: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
    ("Versions", versions),
    ("Weights", weights),
    ("Engines", engines),
    ("Configuration", configuration),
    ("Self-test", self_test),
)

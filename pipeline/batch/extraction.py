"""A task to its outcomes: every article of it a record or a reject, whatever happens."""

import datetime
import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from models.article import Article
from models.record import Record
from pipeline.batch.worklist import Work
from pipeline.errors import IngestError, PipelineError
from pipeline.ingest.content import Limits
from pipeline.ingest.draft import Origin
from pipeline.ingest.read import DEFAULT_LIMITS, article_of_line, read_articles
from pipeline.output import record_line, reject_line
from pipeline.reject import Reject

if TYPE_CHECKING:
    from pipeline.run import Options

LOG = logging.getLogger("mithaq")
_FAMILIES = ("figures", "dates", "places", "parties", "agreements", "warnings")


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides what a record says: a run with other settings than the last one reads everything anew."""

    published: datetime.date | None = None
    language: str | None = None
    english_ner: str | None = None
    arabic_ner: str | None = None
    with_text: bool = True
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True, slots=True)
class Task:
    """What one worker does at a time: a file from its `start`-th article on, or one line of a JSONL file."""

    work: Work
    sha256: str | None
    start: int = 0
    line: bytes | IngestError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: a line of records.jsonl or of rejected.jsonl, what it counts towards, and for bugs
    the traceback for the log."""

    path: str
    index: int | None
    line: str
    rejected: bool
    counts: dict[str, int] = field(default_factory=dict)
    trace: str | None = None


def options_of(settings: Settings) -> "Options":
    """The settings as `extract_article` takes them. Loads the whole pipeline."""
    from pipeline.entities.find import Engines
    from pipeline.run import Options

    engines = Engines(english=settings.english_ner, arabic=settings.arabic_ner)
    return Options(published=settings.published, language=settings.language, engines=engines)


def outcomes(task: Task, settings: Settings) -> Iterator[Outcome]:
    """One outcome for each article of a task, in their order. Never raises: bugs are rejects too."""
    index = task.start
    try:
        for item in _articles(task, settings.limits):
            outcome = rejected(item) if isinstance(item, Reject) else outcome_of(item, settings)
            index = (outcome.index or 0) + 1
            yield outcome
    except Exception as error:
        yield _bug(task.work.name, index, error)


def _articles(task: Task, limits: Limits) -> Iterator[Article | Reject]:
    work = task.work
    if work.refusal:
        yield Reject(work.name, None, IngestError.stage, work.refusal)
    elif task.line is not None:
        yield article_of_line(task.line, Origin(work.name, "jsonl", task.sha256 or ""), task.start, limits)
    else:
        yield from read_articles(work.path, work.root, limits, task.start, task.sha256)


def outcome_of(article: Article, settings: Settings) -> Outcome:
    """The outcome of one article. Never raises for what a stage does."""
    from pipeline import run

    path, index = article.source.path, article.source.index
    try:
        record = run.extract_article(article, options_of(settings))
        return Outcome(path, index, record_line(record, settings.with_text), False, counts_of(record))
    except PipelineError as error:
        return rejected(Reject(path, index, error.stage, error.reason))
    except Exception as error:
        return _bug(path, index, error)


def rejected(reject: Reject, trace: str | None = None) -> Outcome:
    """The outcome of what could not become a record."""
    return Outcome(reject.path, reject.index, reject_line(reject), True, {"rejected": 1}, trace)


def counts_of(record: Record) -> dict[str, int]:
    """What a record adds to the counts of a run."""
    counts = {"records": 1, f"records.{record.language or 'unknown'}": 1}
    return counts | {family: len(getattr(record, family)) for family in _FAMILIES}


def _bug(path: str, index: int | None, error: Exception) -> Outcome:
    first = str(error).partition("\n")[0][:300]
    reason = f"internal error, please report it: {type(error).__name__}: {first}"
    return rejected(Reject(path, index, _stage_of(error), reason), "".join(traceback.format_exception(error)))


def _stage_of(error: Exception) -> str:
    """The stage in which an exception arose, told by the module that extract_article, or ingest, had called."""
    modules = (_module(frame.filename) for frame in traceback.extract_tb(error.__traceback__))
    return next((module for module in modules if module and module not in ("run", "batch")), "pipeline")


def _module(filename: str) -> str | None:
    parts = PurePath(filename).with_suffix("").parts
    return parts[parts.index("pipeline") + 1] if "pipeline" in parts[:-1] else None

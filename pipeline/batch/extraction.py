"""A task to its outcomes: every article of it a record or a reject, whatever happens."""

import datetime
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from models.article import Article
from models.record import Record
from pipeline.batch.stages import Watch, watch_calls
from pipeline.batch.step import Task
from pipeline.errors import IngestError, PipelineError
from pipeline.ingest.content import Limits
from pipeline.ingest.draft import Origin
from pipeline.ingest.read import DEFAULT_LIMITS, article_of_line, articles_of_bytes, read_articles
from pipeline.output import record_line, reject_line
from pipeline.reject import Reject
from pipeline.selection import select

if TYPE_CHECKING:
    from pipeline.run import Options

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
    keep: tuple[str, ...] | None = None
    min_confidence: float = 0.0


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


class Extraction:
    """The whole pipeline, loaded, with the settings of a run; `watch` tells where it is."""

    def __init__(self, settings: Settings, watch: Watch | None = None) -> None:
        from pipeline import run

        self._run, self._settings, self.watch = run, settings, watch or Watch()
        self._options = _options_of(settings)
        watch_calls(run, self.watch)

    def outcomes(self, task: Task) -> Iterator[Outcome]:
        """One outcome for each article of a task, in their order. Never raises: bugs are rejects too."""
        following = task.start
        self.watch.enter("ingest")
        try:
            for item in self._articles(task):
                outcome = rejected(item) if isinstance(item, Reject) else self.outcome(item)
                following = (outcome.index or 0) + 1
                yield outcome
                self.watch.enter("ingest")
        except Exception as error:
            yield _bug(task.work.name, following, self.watch.stage, error)

    def outcome(self, article: Article) -> Outcome:
        """The outcome of one article. Never raises for what a stage does."""
        path, index = article.source.path, article.source.index
        try:
            record = self._run.extract_article(article, self._options)
            self.watch.enter("output")
            record = select(record, self._settings.keep, self._settings.min_confidence)
            line = record_line(record, self._settings.with_text)
            return Outcome(path, index, line, False, counts_of(record))
        except PipelineError as error:
            return rejected(Reject(path, index, error.stage, error.reason))
        except (Exception, RecursionError, MemoryError) as error:
            return _bug(path, index, self.watch.stage, error)

    def warm_up(self) -> None:
        """Load the models of both languages, so that the first article is not timed with them."""
        source = Origin("-", "jsonl", "0" * 64)
        line = '{"text": "Egypt and China signed an agreement in 2025.\\nوقعت مصر والصين اتفاقية في عام 2025."}'
        article = article_of_line(line.encode(), source, 0, DEFAULT_LIMITS)
        if isinstance(article, Article):
            self.outcome(article)

    def _articles(self, task: Task) -> Iterator[Article | Reject]:
        work, limits = task.work, self._settings.limits
        if work.refusal:
            yield Reject(work.name, None, IngestError.stage, work.refusal)
        elif task.line is not None:
            origin = task.origin or Origin(work.name, "jsonl", task.sha256 or "")
            yield article_of_line(task.line, origin, task.start, limits)
        elif task.data is not None and task.origin is not None:
            yield from articles_of_bytes(task.data, task.origin, limits, task.start)
        else:
            yield from read_articles(work.path, work.root, limits, task.start, task.sha256)


def rejected(reject: Reject, trace: str | None = None) -> Outcome:
    """The outcome of what could not become a record."""
    return Outcome(reject.path, reject.index, reject_line(reject), True, {"rejected": 1}, trace)


def counts_of(record: Record) -> dict[str, int]:
    """What a record adds to the counts of a run."""
    counts = {"records": 1, f"records.{record.language or 'unknown'}": 1}
    return counts | {family: len(getattr(record, family)) for family in _FAMILIES}


def _options_of(settings: Settings) -> "Options":
    from pipeline.entities.find import Engines
    from pipeline.run import Options

    engines = Engines(english=settings.english_ner, arabic=settings.arabic_ner)
    return Options(published=settings.published, language=settings.language, engines=engines)


_ADDRESS = regex.compile(r"0x[0-9a-f]{6,}")  # differs from run to run


def _bug(path: str, index: int | None, stage: str, error: BaseException) -> Outcome:
    first = _ADDRESS.sub("0x", str(error)).partition("\n")[0][:300]
    reason = f"internal error, please report it: {type(error).__name__}: {first}"
    return rejected(Reject(path, index, stage, reason), "".join(traceback.format_exception(error)))

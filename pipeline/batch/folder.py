"""The batch job: inputs in, records.jsonl, rejected.jsonl and run.json out."""

import datetime
import json
import platform
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from models.record import SCHEMA_VERSION
from pipeline.batch.extraction import Extraction, Outcome, Settings
from pipeline.batch.fingerprint import fingerprint, library_versions
from pipeline.batch.ledger import Ledger
from pipeline.batch.manifest import Stretch
from pipeline.batch.plan import Plan
from pipeline.batch.pool import Pool
from pipeline.batch.progress import Progress
from pipeline.batch.stages import STAGES
from pipeline.batch.step import Step, Task
from pipeline.batch.worklist import Work, find_work
from pipeline.errors import IngestError
from pipeline.ingest.content import sha256_of
from pipeline.ingest.read import format_of, lines
from pipeline.version import VERSION

_DEFAULT_PLAN = Plan()


@dataclass
class Summary:
    """What a run did: counts by name ("records", "records.ar", "rejected", "skipped", "figures", …), seconds of the
    run and of each stage, summed over the workers."""

    output: Path
    counts: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    engines: dict[str, str] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """How many articles became records or rejects."""
        return self.counts["records"] + self.counts["rejected"]

    @property
    def exit_code(self) -> int:
        """0 where every input became a record, 1 where some were rejected."""
        return 1 if self.counts["rejected"] else 0


def extract_folder(
    inputs: Sequence[Path],
    output: Path,
    settings: Settings,
    plan: Plan = _DEFAULT_PLAN,
    progress: Progress | None = None,
) -> Summary:
    """Read all articles of the inputs into `output`, in input order; the results appear whole at the end.

    Where the run is interrupted, what it did stays in `output` for one that resumes. Raises OutputError where the
    results cannot be written, WorkerError where processes cannot be started.
    """
    run = _Run(inputs, output, settings, plan, progress or Progress())
    try:
        run.read()
    finally:
        run.close()
    return run.summary


class _Run:
    """One run: a ledger to write to, a pool that reads, and the sum of what was done."""

    def __init__(
        self, inputs: Sequence[Path], output: Path, settings: Settings, plan: Plan, progress: Progress
    ) -> None:
        self._started = time.monotonic()
        self._inputs, self._settings, self._plan, self._progress = inputs, settings, plan, progress
        self.summary = Summary(output)
        everything_anew = plan.force or plan.limit is not None
        self._ledger = Ledger(output, fingerprint(settings), plan.resume, everything_anew, plan.limit)
        self._pool = Pool(plan.workers, settings, plan.timeout) if plan.workers else _Here(settings)

    def read(self) -> None:
        """Do the work in its order and commit the results."""
        self._progress.begin(self._ledger.interrupted, self._ledger.resumed)
        works = find_work(self._inputs, self.summary.output, self._plan.follow_links, self._plan.patterns)
        for step, outcomes in self._pool.run(self._steps(works)):
            self._write(step, outcomes)
            if self._is_enough():
                break
        self.summary.seconds = _seconds(self._pool.seconds, time.monotonic() - self._started)
        engines = self.summary.engines or _engines_of_last_run(self.summary.output)
        told = facts(self.summary.counts, self.summary.seconds, engines, self._settings)
        self._ledger.commit(json.dumps(told, ensure_ascii=False, indent=2) + "\n")

    def close(self) -> None:
        """End the workers and let go of the files."""
        self._pool.close()
        self._ledger.close()
        self._progress.end()

    def _is_enough(self) -> bool:
        return self._plan.limit is not None and self.summary.articles >= self._plan.limit

    def _steps(self, works: Iterable[Work]) -> Iterator[Step]:
        for work in works:
            if self._is_enough():
                return
            if work.skipped:
                self.summary.counts["skipped"] += 1
                self._progress.skipped(work)
                continue
            sha256 = _hash_of(work)
            kept = self._ledger.kept(work.number, work.name, sha256)
            self._count(kept or (), "resumed")
            if kept and kept[-1].done:
                self._progress.advance(work.size)
            elif not kept and (group := self._ledger.earlier(work.number, work.name, sha256)):
                yield Step(work, sha256, reuse=group)
            else:
                yield from self._tasks(work, sha256, kept[-1].following if kept else 0)

    def _tasks(self, work: Work, sha256: str | None, start: int) -> Iterator[Step]:
        """A task for each line of a JSONL file, one for any other file."""
        if work.refusal or sha256 is None or format_of(work.path) != "jsonl":
            yield Step(work, sha256, Task(work, sha256, start), size=work.size)
            return
        following = start
        try:
            for index, line in lines(work.path, self._settings.limits, start):
                following = index + 1
                size = len(line) + 1 if isinstance(line, bytes) else 0
                yield Step(work, sha256, Task(work, sha256, index, line), following=following, size=size)
            yield Step(work, sha256)
        except IngestError as error:
            refused = work if following else replace(work, refusal=error.reason)
            yield Step(work, sha256, Task(refused, sha256, following, error))

    def _write(self, step: Step, outcomes: Iterable[Outcome]) -> None:
        file, written = (step.work.number, step.work.name, step.sha256), 0
        if step.reuse:
            self._ledger.copy(step.reuse)
            self._count(step.reuse, "reused")
        for outcome in outcomes:
            self._ledger.write(file, outcome.line, outcome.rejected, outcome.counts)
            self.summary.counts.update(outcome.counts)
            self._progress.outcome(outcome)
            if not outcome.rejected and not self.summary.engines:
                self.summary.engines = json.loads(outcome.line)["pipeline"]["engines"]
            written += 1
            if self._is_enough():
                return
        if not step.reuse:
            start = step.task.start if step.task else 0
            self._ledger.advance(file, step.following or start + written, done=step.following is None)
        self._progress.advance(step.size)

    def _count(self, group: Iterable[Stretch], how: str) -> None:
        for stretch in group:
            self.summary.counts.update(stretch.counts)
            self.summary.counts[how] += stretch.articles


class _Here:
    """What Pool is, without other processes: a crash or a hang takes the whole run with it."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self.seconds = settings, dict[str, float]()

    def run(self, steps: Iterable[Step]) -> Iterator[tuple[Step, Iterable[Outcome]]]:
        extraction: Extraction | None = None
        for step in steps:
            if step.task is None:
                yield step, ()
                continue
            extraction = extraction or Extraction(self._settings)
            yield step, extraction.outcomes(step.task)
            extraction.watch.enter("idle")
            for stage, seconds in extraction.watch.take_seconds().items():
                self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds

    def close(self) -> None:
        """Nothing is left to end."""


def _hash_of(work: Work) -> str | None:
    """SHA-256 of a file, None for what cannot be read: a worker finds out why, and the reject says it."""
    try:
        return None if work.refusal else sha256_of(work.path)
    except IngestError:
        return None


def _seconds(stages: dict[str, float], total: float) -> dict[str, float]:
    told = {"total": total} | {stage: stages[stage] for stage in STAGES if stage in stages and stage != "idle"}
    return {name: round(seconds, 3) for name, seconds in told.items()}


def facts(
    counts: Counter[str], seconds: dict[str, float], engines: dict[str, str], settings: Settings
) -> dict[str, object]:
    """What run.json tells."""
    return {
        "mithaq": VERSION,
        "schema_version": SCHEMA_VERSION,
        "python": platform.python_version(),
        "engines": engines,
        "libraries": library_versions(),
        "settings": {name: _plain(value) for name, value in asdict(settings).items()},
        "counts": dict(sorted(counts.items())),
        "seconds": seconds,
    }


def _engines_of_last_run(output: Path) -> dict[str, str]:
    """Engine of each language in a run that took all its records over from the last one."""
    try:
        engines = json.loads((output / "run.json").read_text(encoding="utf-8")).get("engines", {})
    except (OSError, ValueError):
        return {}
    return engines if isinstance(engines, dict) else {}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value

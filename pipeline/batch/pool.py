"""Worker processes: each loads the models once and reads one article after another; one that dies or hangs costs the
article that it was reading, and no other."""

import gc
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from typing import Any

from pipeline.batch.extraction import Extraction, Outcome, Settings, rejected
from pipeline.batch.stages import STAGES, Watch
from pipeline.batch.step import Step, Task
from pipeline.errors import PipelineError
from pipeline.ingest.read import format_of
from pipeline.reject import Reject

_CONTEXT = multiprocessing.get_context("spawn")  # the parent has threads (progress bar): a fork could hang in them
_WINDOW = 64  # tasks for each worker that may be begun ahead of the first one not finished
_SMALL = 32_768  # bytes of a task that fit into a pipe while its worker is busy
_START_LIMIT = 300.0  # seconds for a worker to load the models
_MAX_FAILED_STARTS = 3


class WorkerError(PipelineError):
    """Workers that cannot be started."""

    stage = "start"


@dataclass(slots=True)
class _Slot:
    """A step in its place: the outcomes so far, and whether they are all. `before`: outcomes of earlier attempts;
    `chances`: how often it may still be tried again after a death."""

    step: Step
    task: Task | None
    outcomes: list[Outcome] = field(default_factory=list)
    before: int = 0
    done: bool = False
    chances: int = 0


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    stage: Any
    slots: deque[_Slot] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)

    def takes(self, size: int) -> bool:
        """Whether a task of `size` bytes can be sent without waiting: any to an idle worker, a small one to a busy one."""
        return not self.slots or (len(self.slots) == 1 and self.ready and size < _SMALL)


class Pool:
    """Runs the tasks of steps on up to `workers` processes, and gives the steps back in their order with their outcomes.

    `timeout`: seconds that one article may take. `chances`: how often an article is tried again after the process that
    read it has died, which may have been no fault of the article. `seconds` sums up what each stage took in all processes.
    """

    def __init__(self, workers: int, settings: Settings, timeout: float | None, chances: int = 0) -> None:
        self._count, self._settings, self._timeout, self._chances = workers, settings, timeout, chances
        self.seconds: dict[str, float] = {}
        self._workers: list[_Worker] = []
        self._todo: deque[_Slot] = deque()
        self._failures = 0

    def run(self, steps: Iterable[Step]) -> Iterator[tuple[Step, list[Outcome]]]:
        """Every step with the outcomes of its task, in the order of `steps`, of which a bounded number is taken ahead.

        Raises WorkerError where processes cannot be started.
        """
        coming, slots, exhausted, ahead = iter(steps), deque[_Slot](), False, _WINDOW * self._count
        while not exhausted or slots:
            self._hand_out()
            while not (exhausted or self._todo or len(slots) >= ahead or (slots and slots[0].done)):
                step = next(coming, None)
                if step is None:
                    exhausted = True
                else:
                    slots.append(_Slot(step, step.task, done=step.task is None, chances=self._chances))
                    self._todo.extend([slots[-1]] if step.task else [])
                    self._hand_out()
            while slots and slots[0].done:
                slot = slots.popleft()
                yield slot.step, slot.outcomes
            if slots and (exhausted or self._todo or len(slots) >= ahead):
                self._wait()

    def close(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.process.kill()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join()
        self._workers = []

    def _hand_out(self) -> None:
        while self._todo and (worker := self._worker_for(self._todo[0])):
            slot = self._todo.popleft()
            slot.before = len(slot.outcomes)
            if not worker.slots:
                worker.since = time.monotonic()
            worker.slots.append(slot)
            with suppress(OSError):  # where it has died _wait finds out, and its tasks go to another
                worker.connection.send(slot.task)

    def _worker_for(self, slot: _Slot) -> _Worker | None:
        size = slot.task.size if slot.task else 0
        free = [worker for worker in self._workers if not worker.slots]
        if not free and len(self._workers) < self._count:
            self._workers.append(_started(self._settings))
            return self._workers[-1]
        return min((worker for worker in self._workers if worker.takes(size)), key=lambda w: len(w.slots), default=None)

    def _wait(self) -> None:
        """Take in what workers report, as soon as there is something."""
        for connection in wait([worker.connection for worker in self._workers], self._patience()):
            self._receive(next(worker for worker in self._workers if worker.connection is connection))
        for worker in list(self._workers):
            if self._is_late(worker) and not worker.connection.poll():
                self._replace(worker, f"took longer than {self._timeout or _START_LIMIT:g} seconds", died=False)

    def _receive(self, worker: _Worker) -> None:
        try:
            while worker.connection.poll():
                self._take(worker, worker.connection.recv())
        except (EOFError, OSError):
            worker.process.join()
            self._replace(worker, f"the process that read it died ({_death(worker.process.exitcode)})")

    def _take(self, worker: _Worker, message: Outcome | dict[str, float]) -> None:
        worker.since = time.monotonic()
        if isinstance(message, Outcome):
            worker.slots[0].outcomes.append(message)
            return
        for stage, seconds in message.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds
        if worker.ready:  # its first report only says that the models are loaded
            worker.slots.popleft().done = True
        worker.ready, self._failures = True, 0

    def _limit(self, worker: _Worker) -> float | None:
        """Seconds that a worker may be silent."""
        if not worker.ready:
            return _START_LIMIT
        return self._timeout if worker.slots else None

    def _patience(self) -> float | None:
        """Seconds until the first worker is late."""
        ends = [worker.since + limit for worker in self._workers if (limit := self._limit(worker)) is not None]
        return max(0.0, min(ends) - time.monotonic()) + 0.01 if ends else None

    def _is_late(self, worker: _Worker) -> bool:
        limit = self._limit(worker)
        return limit is not None and time.monotonic() - worker.since > limit

    def _replace(self, worker: _Worker, reason: str, died: bool = True) -> None:
        """Start another worker for one that is gone; the article it was at is a reject, unless it has another chance, and
        all else is done again."""
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        if worker.ready and worker.slots and _is_read(worker.slots[0]):
            worker.slots[0].done = True
        elif worker.ready and worker.slots and died and worker.slots[0].chances:
            _try_again(worker.slots[0])
        elif worker.ready and worker.slots:
            _quarantine(worker.slots[0], STAGES[worker.stage.value], reason)
        elif not worker.ready:
            self._failures += 1
        if self._failures >= _MAX_FAILED_STARTS:
            raise WorkerError(f"worker processes end while they start: {_death(worker.process.exitcode)}")
        self._todo.extendleft(slot for slot in reversed(worker.slots) if not slot.done)


def _is_read(slot: _Slot) -> bool:
    """Whether the outcome of a task that is one article has come, though not the word that it was the last."""
    return slot.task is not None and slot.task.line is not None and len(slot.outcomes) > slot.before


def _try_again(slot: _Slot) -> None:
    """Let a task go on with the article that its worker died at."""
    slot.chances -= 1
    if slot.task is not None:
        slot.task = replace(slot.task, start=slot.task.start + len(slot.outcomes) - slot.before)


def _quarantine(slot: _Slot, stage: str, reason: str) -> None:
    """Reject the article that a worker was at, and let the task go on after it where its file holds more."""
    task = slot.task
    if task is None:
        return
    read = len(slot.outcomes) - slot.before
    holds_more = task.line is None and format_of(task.work.path) == "json" and (task.start or read or stage != "ingest")
    index = task.start + read
    slot.outcomes.append(rejected(Reject(task.work.name, index, stage, reason)))
    slot.task, slot.done = replace(task, start=index + 1), not holds_more


def _death(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"signal {signal.Signals(-exit_code).name}"
    return f"exit code {exit_code}"


def _started(settings: Settings) -> _Worker:
    ours, theirs = _CONTEXT.Pipe()
    stage = _CONTEXT.RawValue("i", 0)
    process = _CONTEXT.Process(target=_work, args=(theirs, stage, settings), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, stage)


def _work(connection: Connection, stage: Any, settings: Settings) -> None:
    """What a worker process does until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers itself

    def mark(position: int) -> None:
        stage.value = position

    extraction = Extraction(settings, Watch(mark))
    extraction.warm_up()
    gc.freeze()  # tables and models stay: the collector need not walk over them again and again
    with suppress(EOFError, OSError):
        while True:
            extraction.watch.enter("idle")
            connection.send(extraction.watch.take_seconds())
            task = connection.recv()
            for outcome in extraction.outcomes(task):
                connection.send(outcome)

"""What an actor does: rows in, outcomes out, with the models loaded once and a process of its own for each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.extraction import Outcome, Settings
from pipeline.batch.pool import Pool
from pipeline.batch.step import Step, Task
from pipeline.batch.worklist import Work
from pipeline.cluster.fetching import Row, from_table
from pipeline.errors import IngestError
from pipeline.ingest.draft import Origin

if TYPE_CHECKING:
    import pyarrow as pa

_CHANCES = 1  # a process may be killed for what another one did, as by the kernel where memory is short


class Worker:
    """The extraction of one actor: a pool of one process, so that an article that hangs or brings its process down is a
    reject here as it is on one machine, and not the end of the run."""

    def __init__(self, settings: Settings, timeout: float | None) -> None:
        self._pool = Pool(1, settings, timeout, chances=_CHANCES)

    def __call__(self, table: "pa.Table") -> "pa.Table":
        """The outcomes of a batch of rows (`fetching.schema`), as a table of `schema`."""
        return to_table(list(self._outcomes(table)))

    def _outcomes(self, table: "pa.Table") -> Iterator[Outcome]:
        ends = list[Outcome]()
        for step, outcomes in self._pool.run(_steps(table, ends)):
            told = {"tasks": 1}
            for outcome in outcomes:
                outcome.counts.update(told)
                told = {}
                yield outcome
            if told:  # an item of a list that was read twice: there is no outcome to carry the count
                yield Outcome(step.work.name, None, "", False, told)
        yield from ends


def schema() -> "pa.Schema":
    """The columns of a batch of outcomes: `line` is empty for what only counts."""
    import pyarrow as pa

    large = pa.large_string()
    return pa.schema(
        [("path", large), ("index", pa.int64()), ("rejected", pa.bool_()), ("line", large), ("counts", large)]
    )


def to_table(outcomes: list[Outcome]) -> "pa.Table":
    """Outcomes as a table."""
    import pyarrow as pa

    columns = {
        "path": [outcome.path for outcome in outcomes],
        "index": [outcome.index for outcome in outcomes],
        "rejected": [outcome.rejected for outcome in outcomes],
        "line": [outcome.line for outcome in outcomes],
        "counts": [json.dumps(outcome.counts) for outcome in outcomes],
    }
    return pa.table(columns, schema=schema())


def _steps(table: "pa.Table", ends: list[Outcome]) -> Iterator[Step]:
    """A step for each row that is a task; what the ends of files count goes to `ends`."""
    for row in from_table(table):
        if row.kind == "end":
            ends.append(Outcome(row.name, None, "", False, {"files": 1, "expected": row.start}))
        else:
            work = Work(Path(row.name), Path(), 0, row.name, refusal=_refusal(row))
            yield Step(work, row.sha256, _task(work, row))


def _refusal(row: Row) -> str | None:
    return row.data.decode() if row.kind == "refused" and row.start < 0 else None


def _task(work: Work, row: Row) -> Task:
    origin = Origin(row.name, row.format, row.sha256)
    if row.kind == "file":
        return Task(work, row.sha256, row.start, origin=origin, data=row.data)
    line = IngestError(row.data.decode()) if row.kind == "refused" else row.data
    return Task(work, row.sha256, max(0, row.start), line, origin)

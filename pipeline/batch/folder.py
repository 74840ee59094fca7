"""The batch job: inputs in, records.jsonl, rejected.jsonl and run.json out."""

import json
import platform
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.record import SCHEMA_VERSION
from pipeline import __version__
from pipeline.batch.extraction import LOG, Outcome, Settings, Task, outcomes
from pipeline.batch.worklist import Work, find_work
from pipeline.ingest.content import printable
from pipeline.output import replace_text


@dataclass
class Summary:
    """What a run did: counts by name ("records", "records.ar", "rejected", "skipped", "figures", …) and seconds."""

    output: Path
    counts: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 where every input became a record, 1 where some were rejected."""
        return 1 if self.counts["rejected"] else 0


def extract_folder(
    inputs: Sequence[Path], output: Path, settings: Settings, limit: int | None = None, follow_links: bool = False
) -> Summary:
    """Read all articles of the inputs into `output`; both files appear whole at the end, in input order."""
    started = time.monotonic()
    output.mkdir(parents=True, exist_ok=True)
    summary = Summary(output)
    parts = {name: output / f".{name}.part" for name in ("records.jsonl", "rejected.jsonl")}
    with (
        parts["records.jsonl"].open("w", encoding="utf-8", newline="\n") as records,
        parts["rejected.jsonl"].open("w", encoding="utf-8", newline="\n") as rejects,
    ):
        for outcome in _limited(_all_outcomes(inputs, output, settings, summary, follow_links), limit):
            (rejects if outcome.rejected else records).write(outcome.line + "\n")
            summary.counts.update(outcome.counts)
            log_outcome(outcome)
    for name, part in parts.items():
        part.replace(output / name)
    summary.seconds["total"] = round(time.monotonic() - started, 3)
    replace_text(output / "run.json", json.dumps(run_facts(summary), ensure_ascii=False, indent=2) + "\n")
    return summary


def _all_outcomes(
    inputs: Sequence[Path], output: Path, settings: Settings, summary: Summary, follow_links: bool
) -> Iterator[Outcome]:
    for work in find_work(inputs, exclude=output, follow_links=follow_links):
        if work.skipped:
            _log_skipped(work, summary)
        else:
            yield from outcomes(Task(work, None), settings)


def _limited(found: Iterator[Outcome], limit: int | None) -> Iterator[Outcome]:
    for number, outcome in enumerate(found):
        if limit is not None and number >= limit:
            return
        yield outcome


def _log_skipped(work: Work, summary: Summary) -> None:
    summary.counts["skipped"] += 1
    LOG.info("skipped %s: %s", printable(work.name), work.skipped)


def log_outcome(outcome: Outcome) -> None:
    """Say in the log what was rejected and why; bugs with their traceback."""
    if outcome.rejected:
        row = json.loads(outcome.line)
        where = printable(row["path"]) + ("" if row["index"] is None else f" [{row['index']}]")
        LOG.warning("rejected %s: %s: %s", where, row["stage"], printable(row["reason"]))
    if outcome.trace:
        LOG.error("%s", outcome.trace)


def run_facts(summary: Summary) -> dict[str, object]:
    """What run.json tells."""
    return {
        "mithaq": __version__,
        "schema_version": SCHEMA_VERSION,
        "python": platform.python_version(),
        "counts": dict(sorted(summary.counts.items())),
        "seconds": summary.seconds,
    }

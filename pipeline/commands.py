"""What the commands of the command line do once their arguments are read; each returns the exit code."""

import signal
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.extraction import Settings
from pipeline.batch.plan import Plan
from pipeline.errors import PipelineError
from pipeline.ingest.content import printable

if TYPE_CHECKING:
    from pipeline.cluster.run import Job


def extract(inputs: Sequence[Path], output: Path, settings: Settings, plan: Plan) -> int:
    """Read the inputs into `output`, then print what was found.

    0, or 1 where some were rejected or the output failed; 130 and 143 where Ctrl-C or SIGTERM interrupted it.
    """
    from pipeline.batch.folder import extract_folder
    from pipeline.batch.progress import Bar, Progress
    from pipeline.batch.worklist import find_work
    from pipeline.terminal import print_run

    def size() -> int:
        return sum(work.size for work in find_work(inputs, output, plan.follow_links, plan.patterns))

    progress = Bar(size) if sys.stderr.isatty() else Progress()
    try:
        with _stopped_by_sigterm():
            summary = extract_folder(inputs, output, settings, plan, progress)
    except (KeyboardInterrupt, _Terminated) as stop:
        print("Interrupted. The same command with --resume goes on from here.", file=sys.stderr)
        return 143 if isinstance(stop, _Terminated) else 130
    except PipelineError as error:
        return _failed(error.reason)
    print_run(summary)
    return summary.exit_code


def cluster(given: str, output: str, settings: Settings, job: "Job") -> int:
    """Read the input into shards in `output` on a Ray cluster, then print how many.

    0, or 1 where some were rejected or the run failed; 2 where the input or output cannot be one; 130 after Ctrl-C.
    """
    from pipeline.cluster.errors import UsageError
    from pipeline.cluster.run import extract_cluster
    from pipeline.cluster.storage import without_secrets

    try:
        with _stopped_by_sigterm():
            summary = extract_cluster(given, output, settings, job)
    except (KeyboardInterrupt, _Terminated) as stop:
        print("Interrupted. Without run.json the output is not complete.", file=sys.stderr)
        return 143 if isinstance(stop, _Terminated) else 130
    except PipelineError as error:
        _failed(error.reason)
        return 2 if isinstance(error, UsageError) else 1
    counts = summary.counts
    told = [f"{counts['records']} records"]
    told += [f"{counts[name]} {name}" for name in ("rejected", "skipped") if counts[name]]
    print(f"{', '.join(told)} in {len(summary.files)} files. Output: {printable(without_secrets(output))}")
    return 1 if counts["rejected"] else 0


def extract_stream(settings: Settings) -> int:
    """Read the one article on standard input and print its record. 0, or 1 where there is none."""
    from pipeline.batch.extraction import Extraction, rejected
    from pipeline.batch.progress import log_outcome
    from pipeline.ingest.read import read_stream
    from pipeline.reject import Reject

    items = list(read_stream(sys.stdin.buffer.read, settings.limits))
    if len(items) > 1:
        items = [Reject("-", None, "ingest", f"{len(items)} articles on standard input, which takes one")]
    item = items[0]
    outcome = rejected(item) if isinstance(item, Reject) else Extraction(settings).outcome(item)
    log_outcome(outcome)
    if outcome.rejected:
        return 1
    sys.stdout.buffer.write(f"{outcome.line}\n".encode())
    sys.stdout.flush()
    return 0


def show(records: Path, wanted: str | None) -> int:
    """Print the record whose id begins with `wanted`, else the first one. 1 where there is none."""
    from pipeline.output import read_records
    from pipeline.terminal import print_record

    found = False
    others = 0
    try:
        for record in read_records(records):
            if found:
                others += 1
            elif wanted is None or record.id.startswith(wanted):
                found = True
                print_record(record)
    except PipelineError as error:
        return _failed(error.reason)
    if not found:
        return _failed(f"no record {wanted} in {records}" if wanted else f"no records in {records}")
    if wanted is None and others:
        print(f"\nFirst of {others + 1} records; --id ID shows another one.")
    return 0


def evaluate(gold: Path, records: Path) -> int:
    """Print how right the records are, for each family and language."""
    from pipeline import scoring
    from pipeline.terminal import print_scores

    file = records / "records.jsonl" if records.is_dir() else records
    try:
        print_scores(scoring.evaluate(gold, file))
    except PipelineError as error:
        return _failed(error.reason)
    return 0


class _Terminated(BaseException):
    """SIGTERM came: the run is to leave its results so that another one can go on."""


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def diff(old: Path, new: Path) -> int:
    """Print which records differ between two runs, and in which fields. 0 where none does, else 1."""
    from pipeline.difference import differences

    changed = 0
    try:
        for line in differences(old, new):
            print(printable(line))
            changed += 1
    except PipelineError as error:
        return _failed(error.reason)
    if not changed:
        print("No differences.")
    return min(1, changed)


def review(records: Path, output: Path, show_it: bool = False) -> int:
    """Write the review page, and open it where asked. 0, or 1 where the records or the page cannot be read or written."""
    from pipeline.output import read_records
    from pipeline.review.page import write_page

    try:
        count = write_page(read_records(records), output)
    except PipelineError as error:
        return _failed(error.reason)
    print(f"{count} {'record' if count == 1 else 'records'} to review in {printable(str(output))}")
    if show_it:
        webbrowser.open(output.resolve().as_uri())
    return 0


def export(records: Path, to: str, output: Path) -> int:
    """Write the records in the format of another tool. 0, or 1 where that cannot be done."""
    from pipeline.exports.export import Format
    from pipeline.exports.export import export as write
    from pipeline.output import read_records

    try:
        count = write(read_records(records), Format(to), output)
    except PipelineError as error:
        return _failed(error.reason)
    print(f"{count} {'record' if count == 1 else 'records'} in {printable(str(output))}")
    return 0


def plot(records: Path, output: Path) -> int:
    """Draw the plots. 0, or 1 where that cannot be done."""
    from pipeline.output import read_records
    from pipeline.plots.files import write_plots

    try:
        for path in write_plots(list(read_records(records)), output):
            print(printable(str(path)))
    except PipelineError as error:
        return _failed(error.reason)
    return 0


def _failed(reason: str) -> int:
    print(f"Error: {reason}", file=sys.stderr)
    return 1

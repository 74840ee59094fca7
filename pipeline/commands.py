"""What the commands of the command line do once their arguments are read; each returns the exit code."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.batch.extraction import Settings
from pipeline.errors import PipelineError


def extract(inputs: Sequence[Path], output: Path, settings: Settings, limit: int | None, follow_links: bool) -> int:
    """Read the inputs into `output`, then print what was found. 0, or 1 where some were rejected."""
    from pipeline.batch.folder import extract_folder
    from pipeline.terminal import print_run

    summary = extract_folder(inputs, output, settings, limit=limit, follow_links=follow_links)
    print_run(summary)
    return summary.exit_code


def extract_stream(settings: Settings) -> int:
    """Read the one article on standard input and print its record. 0, or 1 where there is none."""
    from pipeline.batch.extraction import outcome_of, rejected
    from pipeline.batch.folder import log_outcome
    from pipeline.ingest.read import read_stream
    from pipeline.reject import Reject

    items = list(read_stream(sys.stdin.buffer.read, settings.limits))
    if len(items) > 1:
        items = [Reject("-", None, "ingest", f"{len(items)} articles on standard input, which takes one")]
    outcome = rejected(items[0]) if isinstance(items[0], Reject) else outcome_of(items[0], settings)
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


def start_log(verbose: bool) -> None:
    """Log to standard error: what is rejected, and with `verbose` every step."""
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="%(message)s", stream=sys.stderr, force=True
    )


def _failed(reason: str) -> int:
    print(f"Error: {reason}", file=sys.stderr)
    return 1

"""What a run says while it works: log lines, and on a terminal a bar."""

import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable

from pipeline.batch.extraction import Outcome
from pipeline.batch.worklist import Work
from pipeline.ingest.content import printable

LOG = logging.getLogger("mithaq")
_EVERY = 10.0  # seconds between two log lines about the progress


class Progress:
    """Logs rejects as they come, and how far the run is every ten seconds."""

    def __init__(self) -> None:
        self._counts = Counter[str]()
        self._started = self._told = time.monotonic()

    def begin(self, interrupted: bool, resumed: bool) -> None:
        """The run begins; an earlier one may have been `interrupted`, and this one may go on from there."""
        if resumed:
            LOG.info("going on where the interrupted run stopped")
        elif interrupted:
            LOG.warning(
                "an interrupted run was found and is started anew: --resume was not given, or it read otherwise"
            )

    def skipped(self, work: Work) -> None:
        """A file or folder is passed over."""
        LOG.info("skipped %s: %s", printable(work.name), work.skipped, extra={"path": work.name})

    def outcome(self, outcome: Outcome) -> None:
        """An article is read or rejected."""
        self._counts["rejected" if outcome.rejected else "records"] += 1
        log_outcome(outcome)
        if (now := time.monotonic()) - self._told > _EVERY:
            self._told = now
            done = self._counts.total()
            rate = done / (now - self._started)
            LOG.info("%d articles read, %d rejected, %.1f a second", done, self._counts["rejected"], rate)

    def advance(self, size: int) -> None:
        """`size` more bytes of input are done with."""

    def end(self) -> None:
        """The run is over, or was interrupted."""


class Bar(Progress):
    """A bar on the terminal besides: how many articles, how fast, how long still, how many rejected."""

    def __init__(self, total: Callable[[], int]) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._total = total
        self._bar = RichProgress(
            TextColumn("{task.fields[articles]:,} articles"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[rate]:.1f}/s"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[rejected]:,} rejected"),
            console=Console(stderr=True),
            transient=True,
        )

    def begin(self, interrupted: bool, resumed: bool) -> None:
        """The run begins; the bar appears."""
        super().begin(interrupted, resumed)
        self._task = self._bar.add_task("", total=self._total() or None, articles=0, rate=0.0, rejected=0)
        self._bar.start()

    def outcome(self, outcome: Outcome) -> None:
        """An article is read or rejected."""
        super().outcome(outcome)
        rate = self._counts.total() / max(0.001, time.monotonic() - self._started)
        self._bar.update(self._task, articles=self._counts.total(), rate=rate, rejected=self._counts["rejected"])

    def advance(self, size: int) -> None:
        """`size` more bytes of input are done with."""
        self._bar.advance(self._task, size)

    def end(self) -> None:
        """The bar goes."""
        self._bar.stop()


def log_outcome(outcome: Outcome) -> None:
    """Say in the log what was rejected and why; for bugs with the traceback."""
    if not outcome.rejected:
        return
    row = json.loads(outcome.line)
    where = printable(row["path"]) + ("" if row["index"] is None else f" [{row['index']}]")
    LOG.warning("rejected %s: %s: %s", where, row["stage"], printable(row["reason"]), extra=row)
    if outcome.trace:
        LOG.error("%s", "\n".join(printable(line) for line in outcome.trace.splitlines()))


class JsonLines(logging.Formatter):
    """Log records as lines of JSON: time, level, message, and for rejects path, index, stage and reason."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        row: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        row |= {name: getattr(record, name) for name in ("path", "index", "stage", "reason") if hasattr(record, name)}
        return json.dumps(row, ensure_ascii=True)


def start_log(verbose: bool, as_json: bool) -> None:
    """Log to standard error: what is rejected, and with `verbose` or away from a terminal every step."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if as_json else logging.Formatter("%(message)s"))
    LOG.handlers, LOG.propagate = [handler], False
    LOG.setLevel(logging.INFO if verbose or as_json or not sys.stderr.isatty() else logging.WARNING)

"""Which stage an article is in, and how long each stage takes: for quarantine, for bugs and for run.json."""

import functools
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

# What extract_article calls, and the stage that it is.
_CALLS = {
    "read_document": "segment",
    "find_entities": "entities",
    "find_dates": "dates",
    "find_figures": "figures",
    "find_parties": "parties",
    "find_agreements": "agreements",
    "to_record": "mapping",
}
STAGES = ("start", "ingest", *_CALLS.values(), "output", "idle")


class Watch:
    """The stage that a process is in. `mark` is told the position in STAGES at every change, to show it outside."""

    def __init__(
        self, mark: Callable[[int], None] = lambda position: None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._mark, self._clock, self.stage, self.seconds = mark, clock, "start", dict.fromkeys(STAGES, 0.0)
        self._since = clock()

    def enter(self, stage: str) -> None:
        """Note that `stage` begins, and that the one before is over."""
        now = self._clock()
        self.seconds[self.stage] += now - self._since
        self.stage, self._since = stage, now
        self._mark(STAGES.index(stage))

    def take_seconds(self) -> dict[str, float]:
        """Seconds per stage since they were last taken."""
        self.enter(self.stage)
        taken, self.seconds = self.seconds, dict.fromkeys(STAGES, 0.0)
        return {stage: seconds for stage, seconds in taken.items() if seconds}


def watch_calls(run: ModuleType, watch: Watch) -> None:
    """Let the calls of `extract_article`, which lives in module `run`, tell `watch` where they are."""
    for name, stage in _CALLS.items():
        called = getattr(run, name, None)
        if called is not None:
            setattr(run, name, _told(getattr(called, "__wrapped__", called), stage, watch))


def _told(called: Callable[..., Any], stage: str, watch: Watch) -> Callable[..., Any]:
    @functools.wraps(called)
    def call(*arguments: Any, **named: Any) -> Any:
        watch.enter(stage)
        return called(*arguments, **named)

    return call

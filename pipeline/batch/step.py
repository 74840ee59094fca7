"""What is to be done, one thing after another, in the order in which its results are written."""

from dataclasses import dataclass

from pipeline.batch.manifest import Group
from pipeline.batch.worklist import Work
from pipeline.errors import IngestError
from pipeline.ingest.draft import Origin


@dataclass(frozen=True, slots=True)
class Task:
    """What one worker does at a time: a file from its `start`-th article on, or one line of a JSONL file. `origin` and
    `data`: where the file was fetched already, what it is and its bytes; a line out of it needs the origin alone."""

    work: Work
    sha256: str | None
    start: int = 0
    line: bytes | IngestError | None = None
    origin: Origin | None = None
    data: bytes | None = None

    @property
    def size(self) -> int:
        """Bytes of the article or the file that the task carries with it."""
        carried = self.data if self.line is None else self.line
        return len(carried) if isinstance(carried, bytes) else 0


@dataclass(frozen=True, slots=True)
class Step:
    """A task to do, stretches to take over from the last run, or (with neither) the end of a file that was read line by
    line. `following`: the next article of the file, where there may be one; `size`: how many bytes of input this was."""

    work: Work
    sha256: str | None
    task: Task | None = None
    reuse: Group | None = None
    following: int | None = None
    size: int = 0

"""How a run goes about its work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """How a run goes about its work; nothing here changes what a record says. `workers` 0 reads in this process,
    `timeout` is in seconds for one article, `limit` the number of articles after which to stop;
    of folders only files that fit one of `patterns` are read, where there are any."""

    workers: int = 0
    timeout: float | None = 60.0
    limit: int | None = None
    resume: bool = False
    force: bool = False
    follow_links: bool = False
    patterns: tuple[str, ...] = ()

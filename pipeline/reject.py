"""Rejects: what could not become a record, with the stage that refused it and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reject:
    """One row of rejected.jsonl: `path` as in a record's source, `index` of the article in that file (null where the
    file as a whole is refused), `stage` that refused, `reason` as a sentence for the user."""

    path: str
    index: int | None
    stage: str
    reason: str

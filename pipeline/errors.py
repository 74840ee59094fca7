"""The errors that reject an article. Only batch.py catches them; each becomes a row of rejected.jsonl.

PipelineError
├── IngestError        a file that cannot be read, decoded or parsed, or that holds no text
├── DetectionError     the language override names a language that mithaq does not read
├── EntityError        an NER engine that is missing or fails
├── MappingError       findings that do not make a valid record
└── OutputError        a record or reject that cannot be written or read back
"""

from typing import ClassVar


class PipelineError(Exception):
    """Base of all: `reason` is a sentence for the user, `stage` the hop that refused."""

    stage: ClassVar[str] = "pipeline"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class IngestError(PipelineError):
    """A file that cannot be read, decoded or parsed, or that holds no text."""

    stage = "ingest"


class DetectionError(PipelineError):
    """The language override names a language that mithaq does not read."""

    stage = "detect"


class EntityError(PipelineError):
    """An NER engine that is missing or fails."""

    stage = "entities"


class MappingError(PipelineError):
    """Findings that do not make a valid record."""

    stage = "mapping"


class OutputError(PipelineError):
    """A record or reject that cannot be written or read back."""

    stage = "output"

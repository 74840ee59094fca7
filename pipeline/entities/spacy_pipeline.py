"""Any installed spaCy pipeline as the English engine: `--english-ner en_core_web_lg`, or the folder of a trained one.

spaCy is imported when the engine is first used; only what NER needs of the pipeline is loaded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from pipeline.document import Passage
from pipeline.entities.labels import LABELS
from pipeline.errors import EntityError
from pipeline.findings import Entity, Span

# OntoNotes takes the article, the possessive and quotation marks into a name; they stay outside here.
_BEFORE = regex.compile(r"(?:(?:the|The|THE)\s+|[\"'“‘«(\s]+)*")
_AFTER = regex.compile(r"(?:['’]s|['’]|[\"”»,;:)\s])*\Z")


@dataclass(frozen=True)
class SpacyReader:
    """A loaded pipeline; `name` and `version` go into the record."""

    name: str
    version: str
    pipeline: Any

    def entities(self, passages: Sequence[Passage]) -> Iterator[Entity]:
        """The names of English passages, in reading order."""
        texts = [passage.source[passage.span.start : passage.span.end] for passage in passages]
        for passage, document in zip(passages, self.pipeline.pipe(texts), strict=True):
            for found in document.ents:
                label = LABELS.get(found.label_.upper())
                span = _trimmed(
                    passage.source, passage.span.start + found.start_char, passage.span.start + found.end_char
                )
                if label and span.start < span.end:
                    yield Entity(span, label, "en", f"{self.name}.{found.label_}")


def _trimmed(source: str, start: int, end: int) -> Span:
    before = _BEFORE.match(source, start, end)
    after = _AFTER.search(source, start, end)
    return Span(before.end() if before else start, after.start() if after else end)


@cache
def load_spacy(choice: str) -> SpacyReader:
    """The pipeline of that package name or folder. Raises EntityError where it is missing or has no NER."""
    import spacy  # two seconds: only who asks for this engine pays

    try:
        pipeline = spacy.load(choice, exclude=["parser", "lemmatizer", "attribute_ruler", "textcat"])
    except (OSError, ValueError) as error:
        raise EntityError(
            f"no spaCy pipeline {choice!r}: install it with `python -m spacy download {choice}`, or name a folder that "
            f"spaCy can load ({error})"
        ) from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(pipeline.pipe_names):
        raise EntityError(
            f"the spaCy pipeline {choice!r} recognises no names: it has only {', '.join(pipeline.pipe_names)}"
        )
    return SpacyReader(
        f"spacy-{pipeline.meta.get('lang')}_{pipeline.meta.get('name')}", pipeline.meta.get("version", "0"), pipeline
    )

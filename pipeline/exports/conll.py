"""CoNLL-2003 columns: token, article, place, tag. The tags are IOB2, one label for each token, longest span first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.record import Record
from pipeline.exports.files import arriving
from pipeline.exports.labels import Labelled, entities, outermost, text_of, tokens
from pipeline.text import split_sentences

_DOCUMENT = "-DOCSTART- -X- O O\n\n"  # the line that readers of CoNLL-2003 look for


def write(records: Iterable[Record], output: Path) -> None:
    """Write all articles into one file; a blank line ends a sentence."""
    with arriving(output) as path, path.open("w", encoding="utf-8", newline="\n") as stream:
        for record in records:
            stream.write(_DOCUMENT)
            stream.writelines(_sentences(record))


def _sentences(record: Record) -> Iterator[str]:
    text, spans = text_of(record), outermost(entities(record))
    cuts = [edge for span in spans for edge in (span.start, span.end)]
    stretches = [(segment.start, segment.end) for segment in record.segments] or [(0, len(text))]
    for start, end in stretches:
        for sentence in split_sentences(text, start, end):
            lines = [
                f"{text[a:b]}\t{record.id}\t{a}:{b}\t{_tag(a, spans)}\n"
                for a, b in tokens(text, sentence.start, sentence.end, cuts)
                if text[a:b].strip()  # readers divide columns at control characters too
            ]
            yield "".join(lines) + "\n" if lines else ""


def _tag(at: int, spans: list[Labelled]) -> str:
    for span in spans:
        if span.start <= at < span.end:
            return f"{'B' if at == span.start else 'I'}-{span.label}"
    return "O"

"""CoNLL-2003 columns: token, article, place, tag. The tags are IOB2, one label for each token, longest span first."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.record import Record
from pipeline.exports.files import arriving
from pipeline.exports.labels import Labelled, edges, entities, outermost, text_of, tokens
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
    cuts, tags = edges(spans), _Tags(spans)
    stretches = [(segment.start, segment.end) for segment in record.segments] or [(0, len(text))]
    for start, end in stretches:
        for sentence in split_sentences(text, start, end):
            lines = [
                f"{text[a:b]}\t{record.id}\t{a}:{b}\t{tags.at(a)}\n"
                for a, b in tokens(text, sentence.start, sentence.end, cuts)
                if text[a:b].strip()  # readers divide columns at control characters too
            ]
            yield "".join(lines) + "\n" if lines else ""


class _Tags:
    """IOB2 tags of spans that do not overlap, for tokens in the order of the text."""

    def __init__(self, spans: list[Labelled]) -> None:
        self.spans = spans
        self.starts = [span.start for span in spans]
        self.last = -1  # the span of the last token that had one

    def at(self, start: int) -> str:
        """The tag of the token that begins at `start`."""
        place = bisect_right(self.starts, start) - 1
        if place < 0 or self.spans[place].end <= start:
            return "O"
        begins, self.last = place != self.last, place
        return f"{'B' if begins else 'I'}-{self.spans[place].label}"

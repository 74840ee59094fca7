"""spaCy: a DocBin. `doc.ents` are the entities that do not overlap; `doc.spans` hold all, overlapping ones too."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from models.record import Record
from pipeline.exports.files import arriving
from pipeline.exports.labels import Labelled, edges, entities, outermost, slots, text_of, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab


def write(records: Iterable[Record], output: Path) -> None:
    """Write all articles into one DocBin with their user data."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab, binary = Vocab(), DocBin(store_user_data=True)
    for record in records:
        binary.add(document(record, vocab))
    with arriving(output) as path:
        path.write_bytes(binary.to_bytes())


def document(record: Record, vocab: "Vocab") -> "Doc":
    """The article as a Doc: tokens end wherever a span begins or ends, so that every span is one of whole tokens.

    Span groups: "entities" and "slots", each span with its label and, as `span.id_`, the id of its item. User data:
    article, language, published.
    """
    from spacy.tokens import Doc

    text, named, quoted = text_of(record), entities(record), slots(record)
    blank = {span.start for span in (*named, *quoted) if span.text[0] == " "}
    pieces = list(_pieces(text, edges((*named, *quoted)), blank))
    doc = Doc(vocab, words=[word for word, _ in pieces], spaces=[space for _, space in pieces])
    doc.user_data |= {
        "article": record.id,
        "language": record.language,
        "published": record.published.date.isoformat() if record.published else None,
    }
    doc.set_ents([_span(doc, span) for span in outermost(named)])
    doc.spans["entities"] = [_span(doc, span) for span in named]
    doc.spans["slots"] = [_span(doc, span) for span in quoted]
    return doc


def _pieces(text: str, cuts: list[int], blank: set[int]) -> Iterator[tuple[str, bool]]:
    """Every token with whether one space follows, as spaCy wants it.

    Other white space is a token of its own, and so is a space with which a span ends or (at `blank`) begins.
    """
    at = 0
    for start, end in tokens(text, 0, len(text), cuts):
        yield from _blank(text, at, start, cuts)
        at = end + (end not in blank and _space_follows(text, end, cuts))
        yield text[start:end], at > end
    yield from _blank(text, at, len(text), cuts)


def _space_follows(text: str, end: int, cuts: list[int]) -> bool:
    behind = bisect_right(cuts, end)
    return text[end : end + 1] == " " and cuts[behind : behind + 1] != [end + 1]


def _blank(text: str, start: int, end: int, cuts: list[int]) -> Iterator[tuple[str, bool]]:
    edges_inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    for a, b in pairwise((start, *edges_inside, end)):
        if a < b:
            yield text[a:b], False


def _span(doc: "Doc", span: Labelled) -> "Span":
    found = doc.char_span(span.start, span.end, label=span.label, span_id=span.item)
    if found is None:
        raise AssertionError(f"{span} does not end between tokens")
    return found

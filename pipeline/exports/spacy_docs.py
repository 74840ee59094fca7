"""spaCy: a DocBin. `doc.ents` are the entities that do not overlap; `doc.spans` hold all, overlapping ones too."""

from collections.abc import Iterable
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
    pieces = _pieces(text, list(tokens(text, 0, len(text), edges((*named, *quoted)))))
    spaces = [space for _, space in pieces]
    doc = Doc(vocab, words=[word for word, _ in pieces], spaces=spaces)
    doc.user_data |= {
        "article": record.id,
        "language": record.language,
        "published": record.published.date.isoformat() if record.published else None,
    }
    doc.set_ents([_span(doc, span) for span in outermost(named)])
    doc.spans["entities"] = [_span(doc, span) for span in named]
    doc.spans["slots"] = [_span(doc, span) for span in quoted]
    return doc


def _pieces(text: str, words: list[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Every token with whether one space follows; other white space is a token of its own, as spaCy wants it."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in [*words, (len(text), len(text))]:
        between = text[at:start]
        if between and between[0] == " " and pieces:
            pieces[-1] = (pieces[-1][0], True)
            between = between[1:]
        if between:
            pieces.append((between, False))
        if end > start:
            pieces.append((text[start:end], False))
        at = end
    return pieces


def _span(doc: "Doc", span: Labelled) -> "Span":
    found = doc.char_span(span.start, span.end, label=span.label, span_id=span.item)
    if found is None:
        raise AssertionError(f"{span} does not end between tokens")
    return found

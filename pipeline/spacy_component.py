"""A component for spaCy pipelines: `nlp.add_pipe("mithaq")`, in English, Arabic and any other language's pipeline.

It sets `doc._.mithaq` to the Record of the text, and the groups of spans `doc.spans["mithaq.figures"]`, `…dates`,
`…places`, `…parties` and `…agreements`: each span's label is the kind of the item (PLACE for places, the EDTF value for dates
stands in the span's `kb_id_`), its `id_` the item's id. A span that begins or ends inside a spaCy token is widened to it.

>>> import spacy
>>> nlp = spacy.blank("ar")
>>> _ = nlp.add_pipe("mithaq", config={"published": "2025-11-18"})
>>> doc = nlp("وقعت مصر والصين اتفاقية في مجال الزراعة أمس.")
>>> [(span.text, span.label_) for span in doc.spans["mithaq.parties"]]
[('مصر', 'country'), ('والصين', 'country')]
>>> doc._.mithaq.agreements[0].status
'signed'
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from models.record import Record
from models.span import Span
from pipeline.library import extract

PREFIX = "mithaq"
_FAMILIES = ("figures", "dates", "places", "parties", "agreements")


@Language.factory(
    "mithaq",
    default_config={"published": None, "language": None, "english_ner": None, "arabic_ner": None},
    assigns=["doc._.mithaq", "doc.spans"],
)
def make_mithaq(
    nlp: Language,
    name: str,
    published: str | None,
    language: str | None,
    english_ner: str | None,
    arabic_ner: str | None,
) -> "MithaqComponent":
    """The component, with the options of `pipeline.extract`."""
    return MithaqComponent(published, language, english_ner, arabic_ner)


class MithaqComponent:
    """Reads the text of each Doc into a Record. Raises PipelineError where a stage refuses the text."""

    def __init__(
        self, published: str | None, language: str | None, english_ner: str | None, arabic_ner: str | None
    ) -> None:
        self._published, self._language = published, language
        self._english_ner, self._arabic_ner = english_ner, arabic_ner
        if not Doc.has_extension("mithaq"):
            Doc.set_extension("mithaq", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its record and its spans."""
        record = extract(
            doc.text,
            published=self._published,
            language=self._language,
            english_ner=self._english_ner,
            arabic_ner=self._arabic_ner,
        )
        doc._.mithaq = record
        for family in _FAMILIES:
            doc.spans[f"{PREFIX}.{family}"] = list(_spans(doc, record, family))
        return doc


def _spans(doc: Doc, record: Record, family: str) -> Iterator[DocSpan]:
    for quote, id_, label, value in sorted(_items(record, family), key=lambda item: (item[0].start, item[0].end)):
        span = doc.char_span(quote.start, quote.end, label=label, kb_id=value, span_id=id_, alignment_mode="expand")
        if span is not None:
            yield span


def _items(record: Record, family: str) -> Iterator[tuple[Span, str, str, str]]:
    """Quote, id, label and value of the items of one family, one for each mention."""
    if family == "figures":
        yield from ((item, item.id, item.kind, item.unit or "") for item in record.figures)
    elif family == "dates":
        yield from ((item, item.id, "DATE", item.value) for item in record.dates)
    elif family == "places":
        yield from ((m, item.id, "PLACE", item.country or "") for item in record.places for m in item.mentions)
    elif family == "parties":
        yield from ((m, item.id, item.kind, item.country or "") for item in record.parties for m in item.mentions)
    else:
        yield from ((q, item.id, item.kind, item.status) for item in record.agreements for q in item.evidence)

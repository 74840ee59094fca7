"""RDF as N-Triples: schema.org for what it has words for, NIF for quotes, IPTC for topics, urn:mithaq: for the rest."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from models.agreement import Agreement
from models.figure import Figure
from models.party import Party
from models.record import Record
from models.span import Span
from pipeline.exports.files import arriving
from pipeline.exports.labels import text_of

SCHEMA = Namespace("https://schema.org/")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
MITHAQ = Namespace("urn:mithaq:vocabulary:")
TOPIC = Namespace("http://cv.iptc.org/newscodes/mediatopic/")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_PARTY = {"person": SCHEMA.Person, "organization": SCHEMA.Organization, "country": SCHEMA.Country}


def write(records: Iterable[Record], output: Path) -> None:
    """Write the triples of all articles, those of an article together and sorted."""
    with arriving(output) as path, path.open("w", encoding="utf-8", newline="\n") as stream:
        for record in records:
            # Literals may hold other line breaks than \n, which N-Triples escapes.
            lines = graph(record).serialize(format="nt", encoding="utf-8").decode("utf-8").split("\n")
            stream.writelines(f"{line}\n" for line in sorted(filter(None, lines)))


def graph(record: Record) -> Graph:
    """The triples of one record; offsets are code points, as in NIF."""
    return _Triples(record).graph


class _Triples:
    def __init__(self, record: Record) -> None:
        self.graph = Graph()
        self.article = URIRef(f"urn:mithaq:article:{record.id}")
        self._article(record)
        for figure in record.figures:
            self._figure(figure)
        for date in record.dates:
            item = self._item(date.id, MITHAQ.Date, (date,))
            self._add(item, MITHAQ.edtf, Literal(date.value, datatype=EDTF))
            for name, day in (("startDate", date.start_date), ("endDate", date.end_date)):
                self._add(item, SCHEMA[name], None if day is None else Literal(day))
        for place in record.places:
            item = self._item(place.id, SCHEMA.Place, place.mentions)
            self._add(item, SCHEMA.name, Literal(place.name))
            self._add(item, SCHEMA.addressCountry, self._text(place.country))
        for party in record.parties:
            self._party(party)
        for agreement in record.agreements:
            self._agreement(agreement)

    def _add(self, subject: Node, predicate: URIRef, value: Node | None) -> None:
        if value is not None:
            self.graph.add((subject, predicate, value))

    def _text(self, value: str | None) -> Literal | None:
        return None if value is None else Literal(value)

    def _named(self, item: str | None) -> URIRef | None:
        return None if item is None else URIRef(f"{self.article}:{quote(item)}")

    def _quote(self, span: Span) -> URIRef:
        place = URIRef(f"{self.article}#char={span.start},{span.end}")  # RFC 5147
        self._add(place, RDF.type, NIF.OffsetBasedString)
        self._add(place, NIF.referenceContext, self.article)
        self._add(place, NIF.anchorOf, Literal(span.text))
        self._add(place, NIF.beginIndex, Literal(span.start, datatype=XSD.nonNegativeInteger))
        self._add(place, NIF.endIndex, Literal(span.end, datatype=XSD.nonNegativeInteger))
        return place

    def _maybe(self, span: Span | None) -> URIRef | None:
        return None if span is None else self._quote(span)

    def _item(self, name: str, kind: URIRef, spans: Iterable[Span]) -> URIRef:
        item = URIRef(f"{self.article}:{quote(name)}")
        self._add(item, RDF.type, kind)
        self._add(self.article, SCHEMA.mentions, item)
        for span in spans:
            self._add(item, MITHAQ.quote, self._quote(span))
        return item

    def _article(self, record: Record) -> None:
        article, source = self.article, record.source
        self._add(article, RDF.type, SCHEMA.NewsArticle)
        self._add(article, RDF.type, NIF.Context)
        self._add(article, NIF.isString, Literal(text_of(record)))
        self._add(article, SCHEMA.headline, self._text(record.title.text if record.title else None))
        self._add(article, SCHEMA.inLanguage, self._text(record.language))
        self._add(article, SCHEMA.datePublished, Literal(record.published.date) if record.published else None)
        self._add(article, SCHEMA.publisher, self._text(source.publisher))
        self._add(article, SCHEMA.author, self._text(source.author))
        self._add(article, SCHEMA.url, self._text(source.url))
        self._add(article, MITHAQ.path, Literal(source.path))

    def _figure(self, figure: Figure) -> None:
        item = self._item(figure.id, SCHEMA.QuantitativeValue, (figure,))
        if figure.kind == "money":
            self._add(item, RDF.type, SCHEMA.MonetaryAmount)
            self._add(item, SCHEMA.currency, self._text(figure.unit))
        self._add(item, MITHAQ.figureKind, Literal(figure.kind))
        self._add(item, SCHEMA.value, Literal(figure.value))
        self._add(item, SCHEMA.maxValue, None if figure.value_high is None else Literal(figure.value_high))
        self._add(item, SCHEMA.unitText, self._text(figure.unit))
        self._add(item, MITHAQ.modifier, Literal(figure.modifier))
        self._add(item, MITHAQ.trend, self._text(figure.trend))
        self._add(item, MITHAQ.basis, self._text(figure.basis))
        self._add(item, MITHAQ.period, self._named(figure.period))
        self._add(item, MITHAQ.measure, self._maybe(figure.measure))

    def _party(self, party: Party) -> None:
        item = self._item(party.id, _PARTY[party.kind], party.mentions)
        self._add(item, SCHEMA.name, Literal(party.name))
        for lang, name in party.names.items():
            self._add(item, SCHEMA.alternateName, Literal(name, lang=lang))
        self._add(item, SCHEMA.addressCountry, self._text(party.country))
        self._add(item, SCHEMA.affiliation, self._named(party.affiliation))
        self._add(item, SCHEMA.jobTitle, self._text(party.role.text if party.role else None))
        self._add(item, MITHAQ.role, self._maybe(party.role))

    def _agreement(self, agreement: Agreement) -> None:
        item = self._item(agreement.id, MITHAQ.Agreement, agreement.evidence)
        self._add(item, MITHAQ.agreementKind, Literal(agreement.kind))
        self._add(item, MITHAQ.status, Literal(agreement.status))
        self._add(item, MITHAQ.instruments, None if agreement.count is None else Literal(agreement.count))
        self._add(item, MITHAQ.confidence, Literal(agreement.confidence))
        for slot in ("signed", "place", "value", "duration", "under"):
            self._add(item, MITHAQ[slot], self._named(getattr(agreement, slot)))
        for slot, parties in (("party", agreement.parties), ("signatory", agreement.signatories)):
            for party in parties:
                self._add(item, MITHAQ[slot], self._named(party))
        for slot, span in (("title", agreement.title), ("subject", agreement.subject)):
            self._add(item, MITHAQ[slot], self._maybe(span))
        for area in agreement.areas:
            self._add(item, MITHAQ.area, self._quote(area))
            self._add(item, SCHEMA.about, TOPIC[area.topic.removeprefix("medtop:")] if area.topic else None)
        for nth, term in enumerate(agreement.terms):
            clause = URIRef(f"{item}:term{nth}")
            self._add(item, MITHAQ["term"], clause)
            self._add(clause, RDF.type, MITHAQ.Term)
            self._add(clause, MITHAQ.termKind, Literal(term.kind))
            self._add(clause, MITHAQ.quote, self._quote(term))
            self._add(clause, MITHAQ.actor, self._named(term.actor))

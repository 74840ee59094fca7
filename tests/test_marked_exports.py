"""Exports that mark up text, each opened by the tool that it is for."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import written
from drawn_records import few, records
from hypothesis import given

from models import Record
from pipeline.exports.export import Format, export
from pipeline.exports.labels import entities, outermost, slots


@given(record=records())
@few
def test_conll_tokens_stand_in_the_text_and_tags_are_the_entities(record: Record, tmp_path_factory: Any) -> None:
    record = record.model_copy(update={"segments": ()})
    assert record.text is not None
    output = tmp_path_factory.mktemp("conll") / "news.conll"
    export([record], Format.CONLL, output)
    lines = output.read_bytes().decode("utf-8").split("\n")
    assert lines[0] == "-DOCSTART- -X- O O"
    spans: list[list[Any]] = []
    for line in filter(None, lines[1:]):
        form, article, place, tag = line.split("\t")
        start, end = map(int, place.split(":"))
        assert (article, form) == (record.id, record.text[start:end])
        assert form.split() == [form]
        if tag.startswith("B-"):
            spans.append([start, end, tag[2:]])
        elif tag.startswith("I-"):
            spans[-1][1] = end
    wanted = [
        [s.start, s.end, s.label]
        for s in outermost(entities(record))
        if s.text.split() == [s.text] and s.text.isalnum()
    ]
    assert [span for span in wanted if span not in spans] == []


def test_spacy_reads_conll(tmp_path: Path) -> None:
    from spacy.training.converters import conll_ner_to_docs

    articles = [written.english(), written.arabic()]
    export(articles, Format.CONLL, tmp_path / "news.conll")
    docs = list(conll_ner_to_docs((tmp_path / "news.conll").read_text(encoding="utf-8"), no_print=True))
    for record, doc in zip(articles, docs, strict=True):
        assert [(ent.text.replace(" ", ""), ent.label_) for ent in doc.ents] == [
            (span.text.replace(" ", ""), span.label) for span in outermost(entities(record))
        ]
    assert "كوريا" in [token.text for token in docs[1]], "the proclitic stands apart"


@given(record=records())
@few
def test_docbin_keeps_text_and_every_span(record: Record, tmp_path_factory: Any) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    output = tmp_path_factory.mktemp("spacy") / "news.spacy"
    export([record], Format.SPACY, output)
    [doc] = DocBin().from_disk(output).get_docs(Vocab())
    assert doc.text == record.text
    assert doc.user_data["article"] == record.id
    for group, wanted in (("entities", entities(record)), ("slots", slots(record))):
        assert [(span.start_char, span.end_char, span.label_, span.id_) for span in doc.spans[group]] == [
            (span.start, span.end, span.label, span.item) for span in wanted
        ]
    assert len(doc.ents) == len(outermost(entities(record)))


BRAT = {
    "T": r"(?P<type>\S+) (?P<places>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>.*)",
    "R": r"(?P<type>\S+) Arg1:(?P<arg1>T\d+) Arg2:(?P<arg2>T\d+)",
    "E": r"(?P<type>[A-Z]+):(?P<trigger>T\d+)(?P<arguments>(?: [A-Z][a-z]+\d*:T\d+)*)",
    "A": r"(?P<type>\w+) (?P<target>[TE]\d+) (?P<value>\w+)",
    "#": r"AnnotatorNotes (?P<target>[TE]\d+)\t(?P<note>.*)",
}


def check_brat(folder: Path, record: Record) -> dict[str, int]:
    """Hold a document to brat's standoff grammar (https://brat.nlplab.org/standoff.html) and to its configuration."""
    configuration = (folder / "annotation.conf").read_text(encoding="utf-8")
    types = set(re.findall(r"^(\w+)", configuration, re.MULTILINE))
    with (folder / f"{record.id}.txt").open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    assert text == record.text
    lines = (folder / f"{record.id}.ann").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    known: set[str] = set()
    referred: list[str] = []
    counts: dict[str, int] = defaultdict(int)
    for line in lines:
        name, _, content = line.partition("\t")
        counts[name[0]] += 1
        if name == "*":
            assert re.fullmatch(r"Equiv T\d+(?: T\d+)+", content)
            referred += re.findall(r"T\d+", content)
            continue
        assert re.fullmatch(r"[TREA#]\d+", name)
        assert name not in known
        known.add(name)
        match = re.fullmatch(BRAT[name[0]], content)
        assert match, line
        if name[0] != "#":
            assert match["type"] in types
        if name[0] == "T":
            places = [tuple(map(int, place.split())) for place in match["places"].split(";")]
            assert " ".join(text[a:b] for a, b in places).strip() == match["text"].strip()
            assert all(a < b and not re.search("[\n\r]", text[a:b].strip()) for a, b in places)
        else:
            referred += re.findall(r"\b[TE]\d+\b", content if name[0] != "#" else match["target"])
    assert set(referred) <= known
    return counts


def test_brat_grammar(tmp_path: Path) -> None:
    articles = [written.english(), written.arabic(), written.hostile()]
    export(articles, Format.BRAT, tmp_path)
    counts = [check_brat(tmp_path, record) for record in articles]
    assert counts[0] == {"T": 23, "#": 14, "A": 7, "R": 5, "*": 2, "E": 1}
    assert counts[1]["E"] == 2


@given(record=records())
@few
def test_brat_grammar_of_any_record(record: Record, tmp_path_factory: Any) -> None:
    folder = tmp_path_factory.mktemp("brat")
    export([record], Format.BRAT, folder)
    check_brat(folder, record)


@given(record=records())
@few
def test_label_studio_offsets_are_utf16(record: Record, tmp_path_factory: Any) -> None:
    folder = tmp_path_factory.mktemp("label-studio")
    export([record], Format.LABEL_STUDIO, folder)
    [task] = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    units = task["data"]["text"].encode("utf-16-le")
    regions = [item for item in task["predictions"][0]["result"] if item["type"] == "labels"]
    assert len(regions) == len(entities(record)) + len(slots(record))
    for region in regions:
        value = region["value"]
        assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]


def test_label_studio_accepts_tasks_and_configuration(tmp_path: Path) -> None:
    pytest.importorskip("label_studio_sdk")
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface

    export([written.english(), written.arabic()], Format.LABEL_STUDIO, tmp_path)
    configuration = (tmp_path / "labels.xml").read_text(encoding="utf-8")
    tasks = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
    interface = LabelInterface(configuration)
    interface.validate()
    for task in tasks:
        assert interface.validate_prediction(task["predictions"][0])
    # Its own converter reads annotations: ours, as a person who accepts them all would hand them in.
    accepted = [{"id": nth, **task, "annotations": task["predictions"]} for nth, task in enumerate(tasks)]
    (tmp_path / "accepted.json").write_text(json.dumps(accepted), encoding="utf-8")
    converter = Converter(config=configuration, project_dir=str(tmp_path), download_resources=False)
    converter.convert(str(tmp_path / "accepted.json"), str(tmp_path / "conll"), "CONLL2003", is_dir=False)
    converted = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "conll").glob("*"))
    assert "Muscat -X- _ B-" in converted


def test_rdflib_reads_the_triples_and_answers(tmp_path: Path) -> None:
    from rdflib import Graph

    articles = [written.english(), written.arabic(), written.hostile()]
    export(articles, Format.RDF, tmp_path / "news.nt")
    graph = Graph().parse(tmp_path / "news.nt")
    found = graph.query(
        """
        PREFIX m: <urn:mithaq:vocabulary:> PREFIX schema: <https://schema.org/>
        SELECT ?country ?currency ?value ?day WHERE {
          ?agreement a m:Agreement ; m:party/schema:addressCountry ?country ; m:value ?amount ; m:signed/schema:startDate ?day .
          ?amount a schema:MonetaryAmount ; schema:currency ?currency ; schema:value ?value
        } ORDER BY ?country
        """
    )
    assert [tuple(map(str, row)) for row in found] == [
        ("JO", "USD", "3500000000", "2025-10-12"),
        ("KR", "USD", "3500000000", "2025-10-12"),
        ("OM", "USD", "5000000", "2025-05-03"),
        ("VN", "USD", "5000000", "2025-05-03"),
    ]


@given(record=records())
@few
def test_quotes_in_the_triples_stand_in_their_text(record: Record, tmp_path_factory: Any) -> None:
    from rdflib import Graph

    from pipeline.exports.rdf import NIF

    output = tmp_path_factory.mktemp("rdf") / "news.nt"
    export([record], Format.RDF, output)
    graph = Graph().parse(output, format="nt")
    [text] = map(str, graph.objects(None, NIF.isString))
    assert text == record.text
    quotes = list(graph.subjects(NIF.anchorOf))
    assert {(s.start, s.end) for s in (*entities(record), *slots(record))} == {
        (int(graph.value(quote, NIF.beginIndex)), int(graph.value(quote, NIF.endIndex))) for quote in quotes
    }
    for quote in quotes:
        start, end = int(graph.value(quote, NIF.beginIndex)), int(graph.value(quote, NIF.endIndex))
        assert text[start:end] == str(graph.value(quote, NIF.anchorOf))

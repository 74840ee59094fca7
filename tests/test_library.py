"""mithaq as a library and as a component of spaCy pipelines."""

import datetime
import doctest
import importlib
import itertools
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import spacy

import pipeline
from models import Record
from pipeline import Text, extract, extract_many
from pipeline.errors import DetectionError

ENGLISH = "Oman and Qatar signed a memorandum of understanding worth $45 million on ports on 3 May 2025."
ARABIC = "وقعت سلطنة عمان وقطر أمس مذكرة تفاهم بقيمة 45 مليون دولار."
BOTH = f"{ENGLISH}\n\n{ARABIC}"


@pytest.mark.parametrize("module", ["pipeline.library", "pipeline.spacy_component"])
def test_the_examples_in_the_documentation_hold(module: str) -> None:
    result = doctest.testmod(importlib.import_module(module))
    assert result.attempted >= 3
    assert result.failed == 0


def test_a_string_becomes_a_record() -> None:
    record = extract(ENGLISH)
    assert isinstance(record, Record)
    assert {party.country for party in record.parties} == {"OM", "QA"}
    assert record.text == ENGLISH


def test_the_publication_date_resolves_relative_dates() -> None:
    assert [date.value for date in extract(ARABIC, published="2025-05-04").dates] == ["2025-05-03"]
    assert extract(ARABIC, published=datetime.date(2025, 5, 4)) == extract(ARABIC, published="2025-05-04")
    with pytest.raises(ValueError, match="yesterday"):
        extract(ARABIC, published="yesterday")


def test_a_language_that_is_not_read_is_refused() -> None:
    with pytest.raises(DetectionError):
        extract(ENGLISH, language="fr")


def test_many_texts_stream() -> None:
    def endless() -> Iterator[str | Text]:
        for number in itertools.count():
            yield Text(ARABIC, name=f"news/{number}") if number % 2 else ENGLISH

    found = list(itertools.islice(extract_many(endless()), 3))
    assert [record.language for record in found] == ["en", "ar", "en"]
    assert [record.source.path for record in found] == ["text", "news/1", "text"]


def test_importing_the_package_is_quick_and_loads_no_stage() -> None:
    code = "import sys, pipeline; print(sorted(m for m in sys.modules if m in ('pydantic', 'spacy', 'pipeline.run')))"
    started = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"
    assert time.perf_counter() - started < 5  # a loaded machine; it is about 0.05


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="extrakt"):
        pipeline.extrakt  # noqa: B018


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_component_sets_record_and_spans(lang: str) -> None:
    nlp = spacy.blank(lang)
    nlp.add_pipe("mithaq", config={"published": "2025-05-04"})
    doc = nlp(BOTH)
    record = doc._.mithaq
    assert record == extract(BOTH, published="2025-05-04")
    for family in ("figures", "dates", "parties", "agreements"):
        assert len(doc.spans[f"mithaq.{family}"]) > 0
    money = doc.spans["mithaq.figures"][0]
    assert (money.text, money.label_, money.id_) == ("$45 million", "money", record.figures[0].id)
    dates = [(span.text.rstrip("."), span.kb_id_) for span in doc.spans["mithaq.dates"]]
    # the blank Arabic tokenizer keeps the full stop on a number: the span is widened to it
    assert dates == [("3 May 2025", "2025-05-03"), ("أمس", "2025-05-03")]


def test_the_component_is_found_by_its_entry_point() -> None:
    code = "import spacy; print(spacy.blank('ar').has_factory('mithaq'))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "True"

"""The camel engine against NERecognizer on a tiny BERT made here: the same labels where those are right, right where they shift."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from tiny_bert import make_bert, make_catalogue

from pipeline.entities.bert import load_bert
from pipeline.entities.find import Engines
from pipeline.entities.labels import bio_label
from pipeline.errors import EntityError

PLAIN = [
    "وقعت وزارة النقل في عمان اتفاقية مع شركة صينية .".split(),
    "زار الوفد الرياض".split(),
    "وقال رئيس الهيئة إن المشروع يبدأ في الربع الأول من العام المقبل".split(),
    ["س"] * 300,
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_bert(tmp_path_factory.mktemp("bert"))


@pytest.fixture(scope="module")
def recognizer(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setenv("CAMELTOOLS_DATA", str(make_catalogue(tmp_path_factory.mktemp("camel"))))
        from camel_tools.ner import NERecognizer

        return NERecognizer(str(folder), use_gpu=False)


def test_labels_are_those_of_the_recognizer(folder: Path, recognizer: Any) -> None:
    wanted = [[bio_label(label) for label in row] for row in recognizer.predict(PLAIN)]
    assert load_bert(f"camel:{folder}").tag_all(PLAIN) == wanted
    assert {label for row in wanted for label in row} > {"O"}


def test_a_word_without_pieces_shifts_no_label(folder: Path, recognizer: Any) -> None:
    sentence = "وقعت \u200f وزارة \u064b النقل اتفاقية مع شركة صينية".split(" ")
    shifted = recognizer.predict([sentence])[0]
    assert len(shifted) == len(sentence) - 2, "camel_tools#105 is repaired: drop our own batching?"
    right = [bio_label(label) for label in shifted]
    for blank in (1, 3):
        right.insert(blank, "O")
    assert load_bert(str(folder)).tag_all([sentence]) == [right]


def test_order_and_batch_change_nothing(folder: Path) -> None:
    engine = load_bert(str(folder))
    together = engine.tag_all(PLAIN)
    assert engine.tag_all(PLAIN[::-1]) == together[::-1]
    assert [engine.tag_all([sentence])[0] for sentence in PLAIN] == together
    assert engine.tag_all([]) == []
    assert engine.tag_all([[]]) == [[]]


@pytest.mark.parametrize("choice", ["camel", "camel:/no/such/folder", "/no/such/folder"])
def test_a_missing_model_names_the_command(choice: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(EntityError, match="camel_data -i ner-arabert"):
        load_bert(choice)


def test_a_missing_spacy_pipeline_names_the_command() -> None:
    with pytest.raises(EntityError, match="python -m spacy download en_no_such_model"):
        _ = Engines(english="en_no_such_model").names

"""A bounded share of the fuzzing that `python tests/fuzz/mutate.py` does at length, and JSON of any shape."""

import json
import tempfile
from pathlib import Path

import mutate
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.article import Article
from pipeline.errors import IngestError
from pipeline.ingest.encoding import decode
from pipeline.ingest.read import read_articles
from pipeline.reject import Reject

FORMATS = sorted({path.parent.name for path in mutate.CORPUS})


def test_every_format_has_a_corpus() -> None:
    assert FORMATS == ["gzip", "html", "json", "jsonl", "markdown", "text"]


@pytest.mark.parametrize("path", mutate.CORPUS, ids=lambda path: path.name)
def test_the_corpus_itself_is_read(path: Path) -> None:
    assert any(isinstance(item, Article) for item in read_articles(path, path.parent))


def test_mutated_files_are_articles_or_rejects(tmp_path: Path) -> None:
    problems = {}
    for name, data in mutate.inputs(800, seed=1):
        (tmp_path / name).write_bytes(data)
        if reason := mutate.problem(tmp_path / name, mutate.ingest_only):
            problems[name] = reason
    assert not problems


def test_mutated_articles_pass_all_stages(tmp_path: Path) -> None:
    stages, problems = mutate.whole_pipeline(), {}
    for name, data in mutate.inputs(120, seed=2):
        (tmp_path / name).write_bytes(data)
        if reason := mutate.problem(tmp_path / name, stages):
            problems[name] = reason
    assert not problems


KEYS = (
    "@graph @type @id articleBody text title headline date datePublished author publisher name url articles "
    "itemListElement item content rendered @value"
).split()
ANY_TEXT = st.text(st.characters(), max_size=40)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | ANY_TEXT, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANY_JSON, st.sampled_from(["a.json", "a.jsonl"]))
def test_json_of_any_shape(value: object, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(json.dumps(value), encoding="utf-8")
        for item in read_articles(path, path.parent):
            if isinstance(item, Article):
                assert any(character.isalnum() for character in item.text)
                item.model_dump_json()
            else:
                assert isinstance(item, Reject) and item.reason


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_of_any_kind(data: bytes) -> None:
    try:
        decoded = decode(data)
    except IngestError as error:
        assert error.reason
    else:
        decoded.text.encode("utf-8")


@settings(max_examples=400, deadline=None)
@given(
    st.text(
        st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤئ ،؛؟ABCdefg 0123456789.,:()\n"), min_size=1, max_size=120
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_text_survives_its_encoding(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text

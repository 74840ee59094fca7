"""Names: every case of tests/cases/entities, boundaries under inserted marks, engines, agreement within an article."""

from typing import Any

import pytest
from corpus import parameters

from models.article import Article
from models.record import Source
from models.training.corpora import read_marked, split_tokens
from pipeline.document import Document, Segment
from pipeline.entities.clitics import candidates
from pipeline.entities.crf import Chunk, chunks, load_tagger
from pipeline.entities.find import Engines, find_entities
from pipeline.entities.tokens import split_words
from pipeline.findings import Span
from pipeline.text import normalise

LOOSE_TATWEEL = "ـ"


def document_of(text: str, lang: str) -> Document:
    article = Article(source=Source(path="case.txt", format="text", sha256="0" * 64), text=text, published=None)
    return Document(article, (Segment(Span(0, len(text)), "paragraph", lang),), (), lang, {lang: 1.0}, None)


def names_in(text: str, lang: str) -> list[list[str]]:
    found = find_entities(document_of(text, lang), Engines())
    return [[entity.label, text[entity.span.start : entity.span.end]] for entity in found]


@pytest.mark.parametrize(("lang", "case"), parameters("entities"))
def test_names(lang: str, case: dict[str, Any]) -> None:
    assert names_in(case["text"], lang) == case["expect"]


@pytest.mark.parametrize(
    ("plain", "marked"),
    [("وزارة النقل", "وِزَارَة النَّقل"), ("وزارة النقل", "وزارة\u00a0النقل"), ("وزارة النقل", "وزارة النقـــل")],
)
def test_marks_shift_no_offset(plain: str, marked: str) -> None:
    text = f"أعلنت {marked} توقيع اتفاقية في مسقط."
    assert names_in(text, "ar") == [["ORG", marked], ["LOC", "مسقط"]]
    assert names_in(f"أعلنت {plain} توقيع اتفاقية في مسقط.", "ar") == [["ORG", plain], ["LOC", "مسقط"]]


def test_bidi_marks_stay_inside_the_quote() -> None:
    text = "وصل الوفد إلى \u200fالدوحة\u200f أمس."
    [entity] = find_entities(document_of(text, "ar"), Engines())
    assert text[entity.span.start : entity.span.end].strip("\u200f") == "الدوحة"


def test_engines_name_themselves() -> None:
    assert Engines().names == {
        lang: f"{load_tagger(lang).name} {load_tagger(lang).version}" for lang in ("en", "ar")
    }


def test_possessive_is_its_own_token() -> None:
    text = normalise("Egypt’s Al-Ahly, the UAE's AT&T").text
    assert [text[a:b] for a, b in split_words(text)] == [
        *("Egypt", "'s", "Al", "-", "Ahly", ",", "the", "UAE", "'s", "AT&T"),
    ]


def test_candidates_of_a_proclitic() -> None:
    assert list(candidates("وبالصين")) == [0, 1, 2]
    assert list(candidates("الصين")) == [0]


def test_a_marked_line_becomes_tokens_tags_and_clitics() -> None:
    example = read_marked("سافر إلى ⟦LOC|مصر⟧ وب⟦LOC|الصين⟧ فرع ل⟦ORG|شركة النيل⟧.")
    assert example.tags == ("O", "O", "B-LOC", "B-LOC", "O", "B-ORG", "I-ORG", "O")
    assert example.clitics == (0, 0, 0, 2, 0, 1, 0, 0)


def test_corpus_tokens_are_cut_as_at_run_time() -> None:
    example, origins = split_tokens(["Al-Ahly", "SC", "of", "Egypt"], ["B-ORG", "I-ORG", "O", "B-LOC"])
    assert example.tokens == ("Al", "-", "Ahly", "SC", "of", "Egypt")
    assert example.tags == ("B-ORG", "I-ORG", "I-ORG", "I-ORG", "O", "B-LOC")
    assert origins == [0, 0, 0, 1, 2, 3]


def test_an_inside_without_a_beginning_begins_a_name() -> None:
    assert chunks(["I-PER", "I-PER", "O", "B-LOC", "I-ORG", "B-ORG"]) == [
        Chunk(0, 2, "PER"),
        Chunk(3, 4, "LOC"),
        Chunk(4, 5, "ORG"),
        Chunk(5, 6, "ORG"),
    ]

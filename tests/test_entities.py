"""Names: every case of tests/cases/entities, boundaries under inserted marks, engines, agreement within an article."""

from typing import Any

import pytest
from corpus import parameters

from models.article import Article
from models.record import Source
from models.training.corpora import read_marked, split_tokens
from pipeline.document import Document, Segment
from pipeline.entities.clitics import candidates
from pipeline.entities.consistency import Name, Reading, short_forms, unify
from pipeline.entities.conventions import complete
from pipeline.entities.crf import Chunk, chunks, load_tagger
from pipeline.entities.find import Engines, find_entities
from pipeline.entities.tokens import split_words
from pipeline.findings import Lang, Span
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
    assert Engines().names == {lang: f"{load_tagger(lang).name} {load_tagger(lang).version}" for lang in ("en", "ar")}


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


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "The Suez Canal Economic Zone (SCZONE) signed first. Later SCZONE paid, and the memorandum of understanding (MoU) lapsed.",
            [["ORG", "Suez Canal Economic Zone"], ["ORG", "SCZONE"], ["ORG", "SCZONE"]],
        ),
        (
            "en",
            "Ali Hassan Al-Jubouri spoke in Baghdad. Al-Jubouri left at noon.",
            [["PER", "Ali Hassan Al-Jubouri"], ["LOC", "Baghdad"], ["PER", "Al-Jubouri"]],
        ),
        (
            "ar",
            "وقع العقد حمد بن خليفة المشعان في الكويت. وقال المشعان إن العمل بدأ.",
            [["PER", "حمد بن خليفة المشعان"], ["LOC", "الكويت"], ["PER", "المشعان"]],
        ),
    ],
)
def test_an_article_reads_a_name_in_one_way(lang: str, text: str, wanted: list[list[str]]) -> None:
    assert names_in(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "agency"),
    [
        ("en", "DOHA, 3 May 2025 (QNA) -- Qatar and Oman signed three agreements.", "QNA"),
        ("ar", "مسقط في 18 ديسمبر 2025 /العُمانية/ وقعت سلطنة عمان ثلاث اتفاقيات.", "العُمانية"),
    ],
)
def test_the_agency_of_a_dateline_says_so(lang: str, text: str, agency: str) -> None:
    found = find_entities(document_of(text, lang), Engines())
    sources = [text[entity.span.start : entity.span.end] for entity in found if entity.rule.endswith(".source")]
    assert sources == [agency]


def test_short_forms_begin_at_a_name() -> None:
    assert list(short_forms(("ali", "hassan", "al", "-", "jubouri"))) == [
        ("hassan", "al", "-", "jubouri"),
        ("al", "-", "jubouri"),
    ]


@pytest.mark.parametrize(
    ("tokens", "name", "label", "wanted"),
    [
        ("وقعت وزارة التعليم الهندية اتفاقية", (1, 3), "ORG", "وزارة التعليم الهندية"),
        ("مع شركة كوديلكو التشيلية بشان", (1, 4), "ORG", "شركة كوديلكو"),
        ("في ولاية غوا اليوم", (2, 3), "LOC", "ولاية غوا"),
        ('مع شركة " انكا " التركية', (3, 4), "ORG", 'شركة " انكا "'),
        ("في جنوب شرق اسيا اليوم", (3, 4), "LOC", "جنوب شرق اسيا"),
        ("رئيس بنك التنمية الصيني امس", (1, 3), "ORG", "بنك التنمية الصيني"),
    ],
)
def test_conventions_of_arabic_names(tokens: str, name: tuple[int, int], label: str, wanted: str) -> None:
    words = tokens.split()
    start, end = complete(words, *name, label, "ar")
    assert " ".join(words[start:end]) == wanted


def test_a_line_without_end_is_read_in_pieces() -> None:
    text = "The envoy met officials from Qatar, then from Oman, " * 1000
    found = find_entities(document_of(text, "en"), Engines())
    assert len(found) > 1900
    assert {text[entity.span.start : entity.span.end] for entity in found} == {"Qatar", "Oman"}


@pytest.mark.parametrize(
    ("lang", "sentences", "expect"),
    [
        ("ar", [("زار قطاع غزة وفد", Name(1, 3, "LOC")), ("في قطاع غزة معابر", Name(2, 3, "LOC"))], Name(1, 3, "LOC")),
        (
            "en",
            [("The Bank of Khartoum lends", Name(1, 4, "ORG")), ("a Bank of Khartoum loan", Name(3, 4, "LOC"))],
            Name(1, 4, "ORG"),
        ),
        (
            "en",
            [("The Bank of Khartoum lends", Name(0, 4, "ORG")), ("The Bank of Khartoum loan", Name(1, 4, "ORG"))],
            Name(1, 4, "ORG"),
        ),
        (
            "en",
            [("The Bank of Khartoum lends", Name(1, 4, "ORG")), ("banks in Khartoum lend", Name(2, 3, "LOC"))],
            Name(2, 3, "LOC"),
        ),
    ],
)
def test_names_grow_to_the_longer_form_that_stands_there(
    lang: Lang, sentences: list[tuple[str, Name]], expect: Name
) -> None:
    readings = [Reading(text.split(), [name], lambda index, label: 0.5, lang) for text, name in sentences]
    unify(readings)
    assert expect in readings[1].names
    assert len(readings[1].names) == 1

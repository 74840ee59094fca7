"""The spaCy engine on a pipeline made here: labels mapped, articles and possessives outside, offsets those of the article."""

from pathlib import Path

import pytest

from models.article import Article
from models.record import Source
from pipeline.document import Document, Segment
from pipeline.entities.find import Engines, find_entities
from pipeline.errors import EntityError
from pipeline.findings import Span

TEXT = "Heading\n\nThe Arab Bank's chairman, Omar Saleh, met Chinese envoys in Qatar on the “World Expo”.\nقطر"
PATTERNS = [
    {"label": "ORG", "pattern": "The Arab Bank's"},
    {"label": "PERSON", "pattern": "Omar Saleh"},
    {"label": "NORP", "pattern": "Chinese"},
    {"label": "GPE", "pattern": "Qatar"},
    {"label": "EVENT", "pattern": "World Expo"},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import spacy

    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(PATTERNS)
    path = tmp_path_factory.mktemp("spacy") / "model"
    pipeline.to_disk(path)
    return path


def test_names_of_a_spacy_pipeline(folder: Path) -> None:
    start, arabic = TEXT.index("The Arab"), TEXT.index("قطر")
    article = Article(source=Source(path="a.txt", format="text", sha256="0" * 64), text=TEXT, published=None)
    segments = (
        Segment(Span(start, arabic - 1), "paragraph", "en"),
        Segment(Span(arabic, len(TEXT)), "paragraph", "ar"),
    )
    document = Document(article, segments, (), "en", {"en": 1.0}, None)
    found = find_entities(document, Engines(english=str(folder)))
    assert [(entity.label, TEXT[entity.span.start : entity.span.end], entity.lang) for entity in found] == [
        ("ORG", "Arab Bank", "en"),
        ("PER", "Omar Saleh", "en"),
        ("LOC", "Qatar", "en"),
        ("LOC", "قطر", "ar"),
    ]


def test_the_record_names_the_pipeline(folder: Path) -> None:
    assert Engines(english=str(folder)).names["en"].startswith("spacy-en_")


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(EntityError, match="recognises no names"):
        _ = Engines(english=str(tmp_path / "blank")).names

"""Names in an article: persons, organisations, places, each with its exact span."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.document import Document, Passage
from pipeline.entities.bert import load_bert
from pipeline.entities.boundaries import clitics_before, settle
from pipeline.entities.consistency import Name, Reading, unify
from pipeline.entities.conventions import join_places
from pipeline.entities.crf import Chunk, CrfTagger, chunks, load_tagger
from pipeline.entities.grammar import ministries
from pipeline.entities.spacy_pipeline import load_spacy
from pipeline.entities.tokens import Sentence, read_sentences
from pipeline.findings import Entity, Lang

SOURCE_BEFORE = 16  # tokens of a dateline, the date included


class Engine(Protocol):
    """What every engine tells of itself."""

    @property
    def name(self) -> str:
        """Engine and model."""

    @property
    def version(self) -> str:
        """Version of the model."""


@dataclass(frozen=True)
class Engines:
    """The NER engine of each language: None for the default, else what `--english-ner` and `--arabic-ner` name."""

    english: str | None = None
    arabic: str | None = None

    @property
    def names(self) -> dict[str, str]:
        """Engine and model that reads each language, for the record. Raises EntityError where one is missing."""
        engines: dict[str, Engine] = {
            "en": load_spacy(self.english) if self.english else load_tagger("en"),
            "ar": load_bert(self.arabic) if self.arabic else load_tagger("ar"),
        }
        return {lang: f"{engine.name} {engine.version}" for lang, engine in engines.items()}


def find_entities(document: Document, engines: Engines) -> list[Entity]:
    """The names of an article in reading order. Raises EntityError where an engine is missing or fails."""
    english = [passage for passage in document.passages if passage.lang == "en"]
    arabic = [passage for passage in document.passages if passage.lang == "ar"]
    found = list(load_spacy(engines.english).entities(english) if engines.english else read_names(english, "en"))
    found += read_names(arabic, "ar", engines.arabic)
    return sorted(found, key=lambda entity: entity.span)


def read_names(passages: Sequence[Passage], lang: Lang, bert: str | None = None) -> Iterator[Entity]:
    """The names in the passages of one language, by the default tagger or a BERT, brought into agreement."""
    sentences = [sentence for passage in passages for sentence in read_sentences(passage)]
    if not sentences:
        return
    tagger = load_tagger(lang)
    read = [tagger.read(sentence.tokens) for sentence in sentences]
    tags = [row for row, _ in read]
    if bert:
        tags = load_bert(bert).tag_all([source_words(sentence) for sentence in sentences])
    readings = [
        Reading(sentence.tokens, list(names_of(tagger, sentence, row, lang)), odds, lang)
        for sentence, row, (_, odds) in zip(sentences, tags, read, strict=True)
    ]
    if not bert:
        for reading in readings if lang == "ar" else ():
            add_ministries(reading)
        unify(readings)
    engine = load_bert(bert).name if bert else tagger.name
    for sentence, reading in zip(sentences, readings, strict=True):
        for name in reading.names:
            yield to_entity(sentence, reading, name, engine)


def names_of(tagger: CrfTagger, sentence: Sentence, tags: Sequence[str], lang: Lang) -> Iterator[Name]:
    """The names of a sentence from its tags, at their exact boundaries."""
    last = -1
    found_chunks = chunks(tags)
    for found in joined(sentence.tokens, found_chunks) if lang == "ar" else found_chunks:
        for chunk in settle(sentence.tokens, found, lang):
            yield Name(*chunk, clitics_before(tagger, sentence, chunk, chunk.start == last))
            last = chunk.end


def joined(tokens: Sequence[str], found: Sequence[Chunk]) -> Iterator[Chunk]:
    """The stretches of a sentence, places that are one name put together."""
    held: Chunk | None = None
    for chunk in found:
        if held and join_places(tokens, held, chunk):
            held = Chunk(held.start, chunk.end, held.label)
            continue
        if held:
            yield held
        held = chunk
    if held:
        yield held


def add_ministries(reading: Reading) -> None:
    """Adds the ministries that the tagger passed over."""
    taken = {place for name in reading.names for place in range(name.start, name.end)}
    found = [
        Name(start, end, "ORG", outside) for start, end, outside in ministries(reading.tokens, taken, reading.odds)
    ]
    reading.names = sorted([*reading.names, *found])


def to_entity(sentence: Sentence, reading: Reading, name: Name, engine: str) -> Entity:
    """The name as an entity of the article; a news agency that only signs the report says so in its rule."""
    rule = f"{engine}.source" if is_source(reading, name) else engine
    first, last = sentence.spans[name.start], sentence.spans[name.end - 1]
    return Entity(sentence.passage.match.span(first.start + name.outside, last.end), name.label, reading.lang, rule)


def is_source(reading: Reading, name: Name) -> bool:
    """Whether an organisation stands as the agency of a dateline: DOHA, 3 May (QNA) -- …, مسقط /العمانية/ …, الرياض - واس: …"""
    tokens = reading.tokens
    if name.label != "ORG" or name.start > SOURCE_BEFORE or name.end >= len(tokens):
        return False
    before, after = tokens[name.start - 1] if name.start else "", tokens[name.end]
    if before == "/" and after == "/":
        return True
    place_before = any(other.label == "LOC" and other.end <= name.start for other in reading.names)
    following = tokens[name.end + 1] if name.end + 1 < len(tokens) else "-"
    if before == "(" and after == ")":
        return place_before and following in "-:/"
    return place_before and before == "-" and after in "-:"


def source_words(sentence: Sentence) -> list[str]:
    """The words as the article writes them, alef and ya kept, diacritics and tatweel left out: what a BERT was trained on."""
    match = sentence.passage.match
    return ["".join(match.source[match.offsets[at]] for at in range(start, end)) for start, end in sentence.spans]

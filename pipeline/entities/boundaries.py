"""From the tokens that a tagger calls a name to the span of the article: clitics, titles and quotation marks outside."""

from pipeline.entities.clitics import clitic_facts, count_clitics
from pipeline.entities.conventions import complete
from pipeline.entities.crf import Chunk, CrfTagger
from pipeline.entities.tokens import Sentence

# Titles and signs that a tagger takes into a name now and then.
_OUTSIDE_FIRST = frozenset('" ( [ - / , . : ; \' h.e. dr. mr. mrs. ms. eng. prof. dr mr mrs ms eng prof sheikh'.split())
_OUTSIDE_LAST = frozenset('" ( [ ] - / , : ; 1 • |'.split())


def trim(tokens: tuple[str, ...], chunk: Chunk) -> Chunk | None:
    """The name without titles and signs at its ends; None where nothing but signs is left."""
    start, end, label = chunk
    while start < end and tokens[start].lower() in _OUTSIDE_FIRST:
        start += 1
    while end > start and tokens[end - 1] in _OUTSIDE_LAST:
        end -= 1
    if ")" in tokens[start:end] and "(" not in tokens[start:end]:
        end = start + tokens[start:end].index(")")
    if not any(any(map(str.isalpha, token)) for token in tokens[start:end]):
        return None
    return Chunk(start, end, label)


def complete_chunk(sentence: Sentence, chunk: Chunk) -> Chunk:
    """An Arabic name with the noun before it and the nationality after it where the conventions want them inside."""
    return Chunk(*complete(sentence.tokens, chunk.start, chunk.end, chunk.label), chunk.label)


def clitics_before(tagger: CrfTagger, sentence: Sentence, chunk: Chunk, joined: bool) -> int:
    """Letters of the first token of an Arabic name that are proclitics; `joined`: another name ends just before it."""
    if tagger.clitics is None:
        return 0
    facts = clitic_facts(sentence.tokens, chunk.start, joined, chunk.label, tagger.lexicon)
    return count_clitics(tagger.clitics, facts, sentence.tokens[chunk.start])

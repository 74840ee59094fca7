"""From the tokens that a tagger calls a name to the span of the article: clitics, titles and quotation marks outside."""

from collections.abc import Iterator, Sequence

from pipeline.entities.clitics import clitic_facts, count_clitics
from pipeline.entities.conventions import bare, complete, cut_organisation, government_of, is_noun, is_party
from pipeline.entities.crf import Chunk, CrfTagger
from pipeline.entities.tokens import Sentence
from pipeline.findings import Lang
from pipeline.text import fold

# Titles and signs that a tagger takes into a name now and then.
_OUTSIDE_FIRST = frozenset("\" ( [ - / , . : ; ' h.e. dr. mr. mrs. ms. eng. prof. dr mr mrs ms eng prof sheikh".split())
_TITLES = frozenset(
    fold(title)
    for title in """السيد السيدة السادة الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة الشيخ الشيخة الأمير الأميرة الملك
    السلطان الرئيس الفريق اللواء العميد العقيد السفير الوزير معالي سعادة سمو فخامة جلالة دولة السير البروفيسور الحاج""".split()
)
_OUTSIDE_LAST = frozenset('" ( [ ] - / , : ; • |'.split())


def trim(tokens: tuple[str, ...], chunk: Chunk) -> Chunk | None:
    """The name without titles and signs at its ends; None where nothing but signs is left."""
    start, end, label = chunk
    while start < end and (tokens[start].lower() in _OUTSIDE_FIRST or (label == "PER" and tokens[start] in _TITLES)):
        start += 1
    while (
        end > start
        and tokens[end - 1] in _OUTSIDE_LAST
        and not (tokens[end - 1] == '"' and '"' in tokens[start : end - 1])
    ):
        end -= 1
    if tokens[start:end].count('"') == 1 and end < len(tokens) and tokens[end] == '"':
        end += 1
    if ")" in tokens[start:end] and "(" not in tokens[start:end]:
        end = start + tokens[start:end].index(")")
    if not any(any(map(str.isalpha, token)) for token in tokens[start:end]):
        return None
    return Chunk(start, end, label)


def settle(tokens: tuple[str, ...], found: Chunk, lang: Lang) -> Iterator[Chunk]:
    """The names that a stretch of the tagger stands for: titles and signs off, cut, completed; none where it is no name."""
    trimmed = trim(tokens, found)
    if trimmed is None:
        return
    parts = [trimmed]
    if lang == "ar" and trimmed.label == "ORG":
        parts = [Chunk(*part, trimmed.label) for part in cut_organisation(tokens, trimmed.start, trimmed.end)]
    for part in parts:
        chunk = complete_chunk(tokens, part, lang)
        if chunk:
            yield chunk


def complete_chunk(tokens: Sequence[str], chunk: Chunk, lang: Lang) -> Chunk | None:
    """The name with the words beside it that the conventions want inside; None where they want no name."""
    if not is_party(tokens, *chunk, lang):
        return None
    state = government_of(tokens, chunk.start, chunk.end) if chunk.label == "ORG" else None
    if state is not None:
        chunk = Chunk(state, chunk.end, "LOC")
    return Chunk(*complete(tokens, chunk.start, chunk.end, chunk.label, lang), chunk.label)


def clitics_before(tagger: CrfTagger, sentence: Sentence, chunk: Chunk, joined: bool) -> int:
    """Letters of the first token of an Arabic name that are proclitics; `joined`: another name ends just before it."""
    if tagger.clitics is None:
        return 0
    noun = bare(sentence.tokens[chunk.start])
    if is_noun(noun):  # ولاية and وزارة keep their و wherever they stand
        written = noun if sentence.tokens[chunk.start].endswith(noun) else noun[1:]  # للهيئة has lost the ا of الهيئة
        return len(sentence.tokens[chunk.start]) - len(written)
    facts = clitic_facts(sentence.tokens, chunk.start, joined, chunk.label, tagger.lexicon)
    return count_clitics(tagger.clitics, facts, sentence.tokens[chunk.start])

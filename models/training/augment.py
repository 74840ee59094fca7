"""Step `augment`: copies of domain sentences with other names, in capitals and in title case."""

import random

from models.training.corpora import Example
from pipeline.entities.crf import chunks
from pipeline.findings import Lang

SEED = 20_251_121
SHARE_OF_CAPITALS = 0.12
SMALL = frozenset("a an and as at but by for from in into of on or over the to with".split())


def augmented(examples: list[tuple[Example, int]], lang: Lang) -> list[tuple[Example, int]]:
    """The sentences and, after them, the copies; the same for every run."""
    source = random.Random(SEED)
    domain = [example for example, _ in examples if example.clitics]
    copies = [(swap_names(example, pool_of(domain), source), 1) for example in domain]
    if lang == "en":
        for example in domain:
            draw = source.random()
            if draw < SHARE_OF_CAPITALS:
                copies.append((recased(example, "U"), 1))
            elif draw < 2 * SHARE_OF_CAPITALS and len(example.tokens) < 25:
                copies.append((recased(example, "T"), 1))
    return examples + copies


def recased(example: Example, case: str) -> Example:
    """The sentence in capitals (U), or as a headline with capitals at the words (T)."""
    if case == "U":
        tokens = tuple(token.upper() for token in example.tokens)
    else:
        tokens = tuple(token if token in SMALL else token[0].upper() + token[1:] for token in example.tokens)
    return Example(tokens, example.tags, example.clitics)


Pool = dict[str, list[tuple[str, ...]]]


def pool_of(examples: list[Example]) -> Pool:
    """The names of each label as they stand in the sentences, proclitics taken off, each once, in order of appearance."""
    pool: dict[str, dict[tuple[str, ...], None]] = {}
    for example in examples:
        for start, end, label in chunks(example.tags):
            first = example.tokens[start][example.clitics[start] :]
            pool.setdefault(label, {})[(first, *example.tokens[start + 1 : end])] = None
    return {label: list(names) for label, names in pool.items()}


def swap_names(example: Example, pool: Pool, source: random.Random) -> Example:
    """The sentence with other names of the same label in the same places, a single word at times coined from two."""
    tokens: list[str] = []
    tags: list[str] = []
    clitics: list[int] = []
    at = 0
    for start, end, label in chunks(example.tags):
        tokens += example.tokens[at:start]
        tags += example.tags[at:start]
        clitics += example.clitics[at:start]
        name = source.choice(pool[label])
        if label != "LOC" and len(name) == 1 and source.random() < 0.5:
            name = (coined(name[0], source.choice(pool["ORG"])[0]),)
        cut = example.clitics[start]
        before = example.tokens[start][:cut]
        first = name[0]
        if before.endswith("ل") and first.startswith("ال"):
            first = first[1:]
        tokens += (before + first, *name[1:])
        tags += (f"B-{label}", *[f"I-{label}"] * (len(name) - 1))
        clitics += (cut, *[0] * (len(name) - 1))
        at = end
    tokens += example.tokens[at:]
    tags += example.tags[at:]
    clitics += example.clitics[at:]
    return Example(tuple(tokens), tuple(tags), tuple(clitics))


def coined(one: str, other: str) -> str:
    """A word that nobody knows: the first half of one name with the second half of another, cased as the first."""
    if not (one.isalpha() and other.isalpha()):
        return one
    half = other[len(other) // 2 :]
    return one[: (len(one) + 1) // 2] + (half.upper() if one.isupper() else half.lower())

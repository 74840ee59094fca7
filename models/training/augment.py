"""Step `augment`: copies of English domain sentences in capitals and in title case, as headlines and datelines are set.

Copies with other names in the same places were tried and brought nothing.
"""

import random

from models.training.corpora import Example
from pipeline.findings import Lang

SEED = 20_251_121
SHARE_OF_CAPITALS = 0.12
SMALL = frozenset("a an and as at but by for from in into of on or over the to with".split())


def augmented(examples: list[tuple[Example, int]], lang: Lang) -> list[tuple[Example, int]]:
    """The sentences and, after them, the copies; the same for every run."""
    source = random.Random(SEED)
    domain = [example for example, _ in examples if example.clitics]
    copies: list[tuple[Example, int]] = []
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

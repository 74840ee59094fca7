"""Where an Arabic name begins inside its first word: the proclitics و ف ب ل ك stay outside, وزارة keeps its و."""

from collections.abc import Iterator

import pycrfsuite

from pipeline.entities.lexicon import Lexicon

CLITICS = "وفبلك"
_DOUBLE = frozenset(a + b for a in "وف" for b in "بلك")


def candidates(token: str) -> Iterator[int]:
    """How many letters may stand before the name: 0, 1, 2."""
    yield 0
    if token[:1] in tuple(CLITICS) and len(token) > 2:
        yield 1
        if token[:2] in _DOUBLE and len(token) > 3:
            yield 2


def clitic_facts(tokens: tuple[str, ...], index: int, joined: bool, label: str, lexicon: Lexicon) -> list[str]:
    """What tells whether the first word of a name begins with proclitics: how common it is whole and without them, the word
    before, and whether a name ends just there (`joined`)."""
    token = tokens[index]
    before = tokens[index - 1] if index else "#"
    facts = [
        f"1{token[0]}",
        f"2{token[:2]}",
        f"3{token[:3]}",
        f"4{token[:4]}",
        f"w{token}",
        f"j{joined}{token[0]}",
        f"b{before}",
    ]
    facts += [f"l{label}{token[0]}", f"z{min(len(token), 6)}{token[0]}"]
    for cut in candidates(token):
        rest = token[cut:]
        grade = lexicon.frequency.get(rest, "0")
        article = "ال" if rest.startswith("ال") else "لل" if token[:cut].endswith("ل") and rest.startswith("ل") else "-"
        facts += [
            f"r{cut}{article}",
            f"f{cut}{grade}",
            f"n{cut}{'n' in lexicon.traits.get(rest, '')}",
            f"s{cut}{rest[:3]}",
        ]
        if cut and article == "لل":
            facts.append(f"a{cut}{lexicon.frequency.get('ا' + rest, '0')}")
    whole = lexicon.frequency.get(token, "0")
    facts += [f"fr{cut}{whole}{lexicon.frequency.get(token[cut:], '0')}" for cut in candidates(token) if cut]
    return facts


def count_clitics(model: pycrfsuite.Tagger, facts: list[str], token: str) -> int:
    """How many letters of `token` stand before the name, always one of its candidates."""
    possible = list(candidates(token))
    if len(possible) == 1:
        return 0
    chosen = int(model.tag([facts])[0])
    return chosen if chosen in possible else 0

"""What the CRF sees of a token: facts of the word itself, of its neighbours, and of the stretch it stands in.

A word's own facts are computed once per word and kept, already written for each position they are seen from.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Facts = list[tuple[str, int]]


class Word(NamedTuple):
    """One word type: its feature strings as seen from the token itself and from up to `REACH` tokens away."""

    seen: tuple[list[str], ...]
    key: str
    shape: str
    cluster: str


REACH = 3
OFFSETS = tuple(range(-REACH, REACH + 1))
CACHE = 15_000  # words, of up to 4 kB each: more would fill a worker's memory with numbers and rare names


class FeatureMaker:
    """Turns tokens into feature lists. `describe` gives a word's (fact, reach) pairs, key, shape and cluster; `context` adds
    what depends on the sentence."""

    def __init__(
        self,
        describe: Callable[[str], tuple[Facts, str, str, str]],
        context: Callable[[Sequence[str]], list[list[str]]],
    ) -> None:
        self._describe = describe
        self._context = context
        self._words: dict[str, Word] = {}

    def word(self, token: str) -> Word:
        """The token's entry, computed at its first sight."""
        word = self._words.get(token)
        if word is None:
            facts, key, shape, cluster = self._describe(token)
            seen = tuple(
                [f"{offset}{fact}" if offset else fact for fact, reach in facts if reach >= abs(offset)]
                for offset in OFFSETS
            )
            word = Word(seen, key, shape, cluster)
            if len(self._words) >= CACHE:
                self._words.clear()
            self._words[token] = word
        return word

    def features(self, tokens: Sequence[str]) -> list[list[str]]:
        """One list of feature strings per token of a sentence."""
        words = [EDGE] * REACH + [self.word(token) for token in tokens] + [EDGE] * REACH
        rows = self._context(tokens)
        for index, row in enumerate(rows):
            window = words[index : index + 2 * REACH + 1]
            for offset, word in enumerate(window):
                row.extend(word.seen[offset])
            _, left2, left, here, right, right2, _ = window
            row.extend(
                (
                    f"<{left.key}|{here.key}",
                    f">{here.key}|{right.key}",
                    f"^{left.key}|{right.key}",
                    f"s{left.shape}|{here.shape}|{right.shape}",
                    f"c<{left.cluster}|{here.cluster}",
                    f"c>{here.cluster}|{right.cluster}",
                    f"cl{left2.cluster}|{left.cluster}",
                    f"cr{right.cluster}|{right2.cluster}",
                )
            )
        return rows


EDGE = Word(tuple([f"{offset}#"] if abs(offset) == 1 else [] for offset in OFFSETS), "#", "#", "#")


def mark_enclosures(tokens: Sequence[str], rows: list[list[str]]) -> None:
    """Adds to the rows of tokens inside brackets, or inside quotation marks, that they are."""
    depth = quoted = 0
    for token, row in zip(tokens, rows, strict=True):
        if token == ")":
            depth = 0
        if token == '"':
            quoted = 1 - quoted
        if depth:
            row.append("in()")
        if quoted:
            row.append('in""')
        if token == "(":
            depth = 1

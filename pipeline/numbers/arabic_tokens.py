"""Arabic number words as tokens: clitics cut, و noted, digits read."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.languages import arabic
from pipeline.languages.base import FRACTION_SIGNS
from pipeline.numbers.literal import LITERAL, literal_number
from pipeline.numbers.number import Number


class _Entry(NamedTuple):
    kind: str
    value: Decimal


class Token(NamedTuple):
    """A number word, clitics outside: `joined` by a و before it, `definite` with the article; `number` for digits."""

    start: int
    end: int
    kind: str
    value: Decimal
    joined: bool = False
    definite: bool = False
    number: Number | None = None


def _lexicon() -> dict[str, _Entry]:
    tables = {
        "unit": arabic.UNITS,
        "teen unit": arabic.TEEN_UNITS,
        "ten": arabic.TEN,
        "teen": arabic.TEENS | arabic.DOZEN,
        "tens": arabic.TENS,
        "scale": arabic.SCALES,
        "ordinal": arabic.ORDINALS,
    }
    words = {word: _Entry(kind, Decimal(value)) for kind, table in tables.items() for word, value in table.items()}
    hundreds = {stem + word: value * 100 for stem, value in arabic.HUNDRED_STEMS.items() for word in arabic.HUNDRED}
    words |= {word: _Entry("hundreds", Decimal(value)) for word, value in hundreds.items()}
    words |= {word: _Entry("hundreds", Decimal(200)) for word in arabic.TWO_HUNDRED}
    words |= {word: _Entry("hundred", Decimal(100)) for word in arabic.HUNDRED}
    for stem, value in arabic.SCALE_STEMS.items():
        words[f"{stem}ا"] = _Entry("scale or dual", Decimal(value))
        words |= {stem + ending: _Entry("dual", Decimal(value)) for ending in ("ان", "ين", "ي")}
    words |= {word: _Entry("part", value) for word, value in (arabic.PARTS | arabic.DUAL_PARTS).items()}
    words |= {word: _Entry("parts", value) for word, value in arabic.PLURAL_PARTS.items()}
    words |= {word: _Entry("zero", Decimal(0)) for word in arabic.ZERO}
    words |= {word: _Entry("negative", Decimal(-1)) for word in arabic.NEGATIVES}
    words |= {word: _Entry("point", Decimal(0)) for word in arabic.POINT}
    words |= {word[:-1] + "ه": entry for word, entry in words.items() if word.endswith("ة")}
    return {"و": _Entry("and", Decimal(0))} | words


_LEXICON: Final = _lexicon()
_TOKEN = re.compile(rf"(?P<literal>{LITERAL})|[\u0621-\u064a]+|[{''.join(FRACTION_SIGNS)}]")
NONE: Final = Token(-1, -1, "none", Decimal(0))


@lru_cache(maxsize=65536)
def _look_up(word: str) -> tuple[int, bool, bool, _Entry] | None:
    """Length of the clitics to cut, whether و joins, whether the article stands, and the entry; None for other words."""
    if entry := _LEXICON.get(word):
        return 0, False, False, entry
    for clitics in arabic.PROCLITICS:
        if word.startswith(clitics) and (entry := _LEXICON.get(word[len(clitics) :])) and entry.kind != "and":
            definite = clitics.endswith(("ال", "لل"))
            cut = len(clitics) - (2 if clitics.endswith("ال") else 1 if clitics.endswith("لل") else 0)
            return cut, clitics.startswith("و"), definite, entry
    return None


def tokenise(text: str, codes: frozenset[str]) -> list[Token]:
    """The number words and the digits of a text, in reading order."""
    tokens = list[Token]()
    for match in _TOKEN.finditer(text):
        start = match.start()
        if tokens and tokens[-1].kind == "literal" and start < tokens[-1].end:
            continue  # the magnitude of 500مليون is read already
        if match["literal"]:
            if not tokens or tokens[-1].end <= start:  # the power in 1.1^23 is read already
                joined = text[max(0, start - 1) : start] == "و"
                numbers = literal_number(text, match, codes, groups_by_dot=True)
                tokens += [Token(n.start, n.end, "literal", n.value, joined, n.definite, n) for n in numbers]
        elif match.group() in FRACTION_SIGNS:
            if not tokens or tokens[-1].end <= start:
                number = Number(start, match.end(), FRACTION_SIGNS[match.group()], digits=True)
                tokens.append(Token(start, match.end(), "literal", number.value, number=number))
        elif (found := _look_up(match.group())) and not _is_percent(text, match, found[3]):
            cut, joined, definite, entry = found
            tokens.append(Token(start + cut, match.end(), entry.kind, entry.value, joined, definite))
    return tokens


def _is_percent(text: str, match: "re.Match[str]", entry: _Entry) -> bool:
    """بالمئة, في المئة: the word for hundred says per cent."""
    if entry.kind != "hundred":
        return False
    return match.group().startswith("بال") or (
        match.group().startswith("ال") and text.endswith("في ", 0, match.start())
    )


class Tokens:
    """The tokens of a text and how they stand to one another."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens

    def at(self, index: int) -> Token:
        """Token `index`, or NONE behind the last."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else NONE

    def link(self, index: int) -> str | None:
        """How token `index` stands to the one before: " " right after it, "و" joined by و, None apart."""
        if not 0 < index < len(self.tokens):
            return None
        token = self.tokens[index]
        gap = self.text[self.tokens[index - 1].end : token.start]
        if len(gap) > 6 or "\n" in gap:
            return None
        match gap.strip():
            case "":
                return " "
            case "و":
                return "و"
        return None

    def after_and(self, index: int) -> int:
        """The token after a و that stands alone, else the same."""
        return index + 1 if self.at(index).kind == "and" and self.link(index) == " " else index

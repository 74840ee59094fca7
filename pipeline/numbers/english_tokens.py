"""English number words and digits as tokens."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from pipeline.languages import english
from pipeline.languages.base import FRACTION_SIGNS
from pipeline.numbers.literal import LITERAL, literal_number
from pipeline.numbers.number import Number


class Token(NamedTuple):
    """A number word or digits; `number` is what digits say."""

    start: int
    end: int
    kind: str
    value: Decimal
    number: Number | None = None


def _lexicon() -> dict[str, tuple[str, Decimal]]:
    tables = {
        "unit": english.UNITS,
        "teen": english.TEENS,
        "tens": english.TENS,
        "scale": english.SCALES,
        "ordinal unit": english.ORDINAL_UNITS,
        "ordinal teen": english.ORDINAL_TEENS,
        "ordinal scale": english.ORDINAL_SCALES,
    }
    words = {word: (kind, Decimal(value)) for kind, table in tables.items() for word, value in table.items()}
    words |= {word: ("part", share) for word, share in english.PARTS.items()}
    words |= {
        f"{word}s": ("part", 1 / value)
        for kind, table in tables.items()
        if "ordinal" in kind and kind != "ordinal unit"
        for word, value in _decimals(table)
    }
    words |= {f"{word}s": ("part", 1 / value) for word, value in _decimals(english.ORDINAL_UNITS) if value > 2}
    words |= {word: ("zero", Decimal(0)) for word in english.ZERO}
    words |= {word: ("negative", Decimal(-1)) for word in english.NEGATIVES}
    words |= {"hundred": ("hundred", Decimal(100)), "point": ("point", Decimal(0)), "and": ("and", Decimal(0))}
    return words | {"a": ("a", Decimal(1)), "an": ("a", Decimal(1)), "of": ("of", Decimal(0))}


def _decimals(table: dict[str, int]) -> list[tuple[str, Decimal]]:
    return [(word, Decimal(value)) for word, value in table.items()]


_LEXICON: Final = _lexicon()
_TOKEN = re.compile(rf"(?P<literal>{LITERAL})|[a-z]+|[{''.join(FRACTION_SIGNS)}]")
NONE: Final = Token(-1, -1, "none", Decimal(0))


def tokenise(text: str, codes: frozenset[str]) -> list[Token]:
    """The number words, the small words between them and the digits of a text, in reading order."""
    tokens = list[Token]()
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    for match in _TOKEN.finditer(low):
        if match["literal"]:
            if not tokens or tokens[-1].end <= match.start():  # the power in 1.1^23 is read already
                numbers = literal_number(text, match, codes, groups_by_dot=False)
                tokens += [Token(number.start, number.end, "literal", number.value, number) for number in numbers]
        elif entry := _LEXICON.get(match.group()):
            tokens.append(Token(match.start(), match.end(), *entry))
        elif match.group() in FRACTION_SIGNS:
            share = FRACTION_SIGNS[match.group()]
            if not tokens or tokens[-1].end <= match.start():
                number = Number(match.start(), match.end(), share, digits=True)
                tokens.append(Token(match.start(), match.end(), "literal", share, number))
    return tokens

"""Arabic number words into values: ثلاثة وخمسون مليونا ومئتا ألف، مليون ونصف المليون، الخامس والعشرون."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.languages import arabic
from pipeline.languages.base import FRACTION_SIGNS
from pipeline.numbers.literal import LITERAL, literal_number
from pipeline.numbers.number import Number

_INFINITE: Final = Decimal("Infinity")


class _Entry(NamedTuple):
    kind: str
    value: Decimal


class _Token(NamedTuple):
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
_NONE: Final = _Token(-1, -1, "none", Decimal(0))


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


def find_arabic(text: str, codes: frozenset[str]) -> list[Number]:
    """The numbers of an Arabic text."""
    tokens = _tokens(text, codes)
    reader, found, at = _Reader(text, tokens), list[Number](), 0
    while at < len(tokens):
        number, at = reader.read(at)
        if number:
            found.append(number)
    return found


def _tokens(text: str, codes: frozenset[str]) -> list[_Token]:
    tokens = list[_Token]()
    for match in _TOKEN.finditer(text):
        start = match.start()
        if match["literal"]:
            if not tokens or tokens[-1].end <= start:  # the power in 1.1^23 is read already
                joined = text[max(0, start - 1) : start] == "و"
                numbers = literal_number(text, match, codes, groups_by_dot=True)
                tokens += [_Token(n.start, n.end, "literal", n.value, joined, n.definite, n) for n in numbers]
        elif match.group() in FRACTION_SIGNS:
            if not tokens or tokens[-1].end <= start:
                number = Number(start, match.end(), FRACTION_SIGNS[match.group()], digits=True)
                tokens.append(_Token(start, match.end(), "literal", number.value, number=number))
        elif (found := _look_up(match.group())) and not _is_percent(text, match, found[3]):
            cut, joined, definite, entry = found
            tokens.append(_Token(start + cut, match.end(), entry.kind, entry.value, joined, definite))
    return tokens


def _is_percent(text: str, match: "re.Match[str]", entry: _Entry) -> bool:
    """بالمئة, في المئة: the word for hundred says per cent."""
    if entry.kind != "hundred":
        return False
    return match.group().startswith("بال") or (
        match.group().startswith("ال") and text.endswith("في ", 0, match.start())
    )


class _Reader:
    """Reads one number after the other from the tokens of a text; each read moves on, so the time is linear."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.text, self.tokens = text, tokens

    def at(self, index: int) -> _Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NONE

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

    def read(self, index: int) -> tuple[Number | None, int]:
        """The number that starts at token `index`, or None, and where to go on."""
        first = index
        if self.at(index).kind == "negative" and self.link(index + 1) == " ":
            index += 1
        sum_ = _Sum(self, index)
        number, at = sum_.read()
        if number:
            number, at = self.divided(number, at)
            number, at = self.after_round(number, at)
        if number and first != index:
            start = self.tokens[first].start
            number = Number(start, number.end, -number.value, digits=number.digits, scale=number.scale)
        return number, at

    def divided(self, number: Number, at: int) -> tuple[Number, int]:
        """واحد من مئة, مئة على ألف: a share in words, of which news has few."""
        token = self.at(at)
        gap = self.text[number.end : token.start] if 0 < token.start - number.end < 12 else ""
        parts = gap in (" علي ", " جزء من ", " اجزاء من ") or (
            gap == " من " and number.value == 1 and token.kind != "literal"
        )
        both = number.digits and token.kind == "literal"
        if not parts or both or number.ordinal or token.kind in ("ordinal", "part", "and") or number.scale != 1:
            return number, at
        whole, after = _Sum(self, at).read()
        if whole is None or whole.ordinal or whole.definite or whole.value == 0:
            return number, at
        return Number(number.start, whole.end, number.value / whole.value, part=True), after

    def after_round(self, number: Number, at: int) -> tuple[Number, int]:
        """الحادي والعشرون بعد المئة: the round number comes last."""
        token = self.at(at)
        if (
            not number.ordinal
            or not token.definite
            or token.value < 100
            or self.text[number.end : token.start] != " بعد "
        ):
            return number, at
        return Number(number.start, token.end, number.value + token.value, ordinal=True, definite=True), at + 1


def _word(text: str, token: _Token) -> str:
    return text[token.start : token.end]


class _Sum:
    """One number as it is read: `pieces` are closed by a magnitude, `group` is below a thousand or in digits.

    `floor`: the smallest place that the group fills; a word fits when its value is below it (مئة, then عشرون, then not خمسون).
    """

    def __init__(self, reader: _Reader, index: int, decimals: bool = True) -> None:
        self.reader, self.first, self.index, self.decimals = reader, index, index, decimals
        self.pieces: list[tuple[Decimal, Decimal]] = []
        self.group: Decimal | None = None
        self.floor, self.last, self.scale = _INFINITE, _INFINITE, Decimal(1)
        self.ordinal = self.place = self.part = False
        self.tail = Decimal(0)

    def read(self) -> tuple[Number | None, int]:
        while self.index < len(self.reader.tokens):
            index = self.index if self.index == self.first else self.reader.after_and(self.index)
            if not self.take(index):
                break
        if self.index == self.first:
            return None, self.first + 1
        return self.number(), self.index

    def number(self) -> Number:
        first, last = self.reader.tokens[self.first], self.reader.tokens[self.index - 1]
        if first.number and self.index == self.first + 1:
            return first.number
        value = sum((piece * scale for piece, scale in self.pieces), self.group or Decimal(0)) + self.tail
        return Number(
            first.start,
            last.end,
            value,
            ordinal=self.ordinal or self.is_place(first),
            digits=first.kind == "literal",
            definite=first.definite,
            scale=self.scale if self.group is None else Decimal(1),
            part=self.part,
        )

    def is_place(self, first: _Token) -> bool:
        """الدورة العشرون, الكتاب المليون: a definite number after a definite singular counts places, after a plural things.

        So does الواحد والعشرون, although its first word is no ordinal form.
        """
        if self.place:
            return True
        if not first.definite or first.number:
            return False
        before = _DEFINITE_NOUN.search(self.reader.text[max(0, first.start - 24) : first.start])
        if before is None:
            return self.index > self.first + 1 and first.kind in ("hundred", "hundreds") and not self.pieces
        return before["noun"].endswith("ة") or before["noun"] in arabic.SINGULARS

    def take(self, index: int) -> bool:
        """Whether token `index` goes on with the number; moves behind it when it does."""
        token, reader = self.reader.at(index), self.reader
        empty = index == self.first
        link = None if empty else ("و" if index != self.index else reader.link(index))
        if not empty and link is None:
            return False
        joined = link == "و"
        match token.kind:
            case "literal":
                return self.take_literal(token, index, empty, joined)
            case "unit" | "teen unit" | "ordinal":
                return self.take_unit(token, index, empty, joined)
            case "ten":
                return self.put(token.value, index + 1, empty, joined, Decimal(1))
            case "teen" | "zero":
                return self.put(token.value, index + 1, empty, joined, Decimal(1))
            case "tens":
                return self.take_tens(token, index, empty, joined)
            case "hundred" | "hundreds":
                return self.take_hundred(token, index, empty, joined)
            case "scale" | "scale or dual" | "dual":
                return self.take_scale(token, index, empty, joined)
            case "part" | "parts":
                return self.take_part(token, index, empty, joined)
            case "point":
                return self.take_decimals(index, empty)
        return False

    def put(self, value: Decimal, after: int, empty: bool, joined: bool, floor: Decimal) -> bool:
        """Adds a word's value where its place is free: the first word, or a smaller one joined by و (of a smaller piece)."""
        fits = value < self.floor and value < self.last and (empty or joined)
        if not fits and not (self.group is not None and self.floor == 100 and not joined and value < 100):
            return False
        self.group, self.floor, self.index = (self.group or Decimal(0)) + value, floor, after
        return True

    def take_literal(self, token: _Token, index: int, empty: bool, joined: bool) -> bool:
        if empty:
            self.group, self.floor, self.index = token.value, Decimal(1), index + 1
            number = token.number
            if number and (number.glued or number.scale != 1 or number.ordinal):
                self.last = self.scale = Decimal(0)
            return True
        if self.group is not None or not joined or not token.number or token.number.glued:
            return False
        ahead = self.reader.at(index + 1)
        scaled = ahead.kind in ("scale", "scale or dual") and self.reader.link(index + 1) == " " and not ahead.joined
        if not (scaled and ahead.value < self.last) and not (not scaled and self.last == 1000 and token.value < 1000):
            return False
        self.group, self.floor, self.index = token.value, Decimal(1), index + 1
        return True

    def take_unit(self, token: _Token, index: int, empty: bool, joined: bool) -> bool:
        """A unit alone, with عشر (teens) or with مئة (hundreds); أحد and حادي only in compounds."""
        ahead, link = self.reader.at(index + 1), self.reader.link(index + 1)
        spaced = link == " " and not ahead.joined
        if ahead.kind == "parts" and spaced and not empty and joined and token.kind == "unit":
            return self.add_share(token.value * ahead.value, index + 1, None)
        if ahead.kind == "ten" and spaced and not ahead.definite:
            # ألف وأحد عشر: without its hamza, وأحد is spelled like واحد
            joined = joined or _word(self.reader.text, token) == "واحد"
            taken = self.put(token.value + 10, index + 2, empty, joined, Decimal(1))
        elif ahead.kind == "hundred" and spaced and not ahead.definite and token.kind == "unit" and token.value > 2:
            after_thousand = self.group is None and self.last == 1000
            taken = self.put(token.value * 100, index + 2, empty, joined or after_thousand, Decimal(100))
        elif token.kind == "teen unit" and self.reader.at(self.reader.after_and(index + 1)).kind != "tens":
            return False
        else:
            taken = self.put(token.value, index + 1, empty, joined, Decimal(1))
        self.ordinal = self.ordinal or (
            taken and (token.kind == "ordinal" or (token.kind == "teen unit" and self.is_haadi(token)))
        )
        self.place = self.place or (
            taken and token.definite and token.value == 1 and ahead.kind == "tens" and ahead.definite
        )
        return taken

    def is_haadi(self, token: _Token) -> bool:
        """الحادي عشر is an ordinal, أحد عشر and إحدى عشرة are not."""
        return "حادي" in self.reader.text[token.start : token.end]

    def take_tens(self, token: _Token, index: int, empty: bool, joined: bool) -> bool:
        """Tens after their unit (خمسة وعشرون), or alone."""
        if (
            self.group is not None
            and joined
            and self.floor == 1
            and 0 < self.group % 100 < 10
            and self.is_word(self.index - 1)
        ):
            self.group, self.index = self.group + token.value, index + 1
            return True
        return self.put(token.value, index + 1, empty, joined, Decimal(10) if not empty else Decimal(1))

    def take_hundred(self, token: _Token, index: int, empty: bool, joined: bool) -> bool:
        """مئة as a place of its own, or times what stands right before it (خمسة وعشرون مئة); ألف خمسمئة without و."""
        if (
            token.kind == "hundred"
            and not joined
            and self.group is not None
            and 2 < self.group < 100
            and self.is_plain()
        ):
            self.group, self.floor, self.index = self.group * 100, Decimal(100), index + 1
            return True
        after_thousand = self.group is None and self.last == 1000 and token.kind == "hundreds"
        return self.put(token.value, index + 1, empty, joined or after_thousand, Decimal(100))

    def is_plain(self) -> bool:
        return not self.ordinal and not self.part and self.last > 0 and self.reader.at(self.index - 1).kind != "literal"

    def is_word(self, index: int) -> bool:
        return self.reader.at(index).kind in ("unit", "teen unit", "ordinal")

    def take_scale(self, token: _Token, index: int, empty: bool, joined: bool) -> bool:
        scale, dual = token.value, token.kind == "dual"
        if self.ordinal or self.last == 0:
            return False
        if self.group is not None and joined and self.floor == 100 and self.repeats(token, index):
            self.group, self.floor, self.index = self.group + 1, Decimal(1), index + 1
            return True
        if self.group is not None and not joined:
            if dual or scale >= self.last:
                return self.absorb(token, index) if not dual else False
            self.close(self.group, scale, index)
            return True
        if self.group is None and not joined and not empty:
            return self.absorb(token, index)
        if self.group is not None or scale >= self.last or (empty and not self.starts(token, index)):
            return False
        if token.kind == "scale or dual":
            dual = self.is_dual(index)
        self.close(Decimal(2 if dual else 1), scale, index)
        return True

    def repeats(self, token: _Token, index: int) -> bool:
        """أربعمائة ومليون مليون, as cheques have it for 401 million: the first مليون says one."""
        ahead = self.reader.at(index + 1)
        return (
            ahead.kind == token.kind
            and ahead.value == token.value
            and self.reader.link(index + 1) == " "
            and not ahead.joined
        )

    def starts(self, token: _Token, index: int) -> bool:
        """Plural magnitudes without a number (ملايين, آلاف) are vague."""
        word = self.reader.text[token.start : token.end].removeprefix("ال") if token.definite else ""
        word = word or self.reader.text[token.start : token.end]
        return word not in _VAGUE

    def is_dual(self, index: int) -> bool:
        """مليونا دولار is two million; مليونا is one at the end, before a preposition and before و (مليونا وخمسمئة ألف)."""
        text, token = self.reader.text, self.reader.at(index)
        following = _NEXT_WORD.match(text, token.end)
        if following is None:
            return not text[: token.start].strip() and not text[token.end :].strip()
        return following["word"] not in _PARTICLES and following["word"][0] != "و"

    def absorb(self, token: _Token, index: int) -> bool:
        """ألف مليار, خمسة آلاف ومئتا مليون: a larger magnitude multiplies what stands before it."""
        if token.joined or not self.pieces or token.kind == "dual":
            return False
        before = self.reader.at(self.index - 1)
        if self.group is None and before.kind not in ("scale", "scale or dual", "dual"):
            return False
        small = [piece for piece in self.pieces if piece[1] < token.value]
        if not small or len(small) != len(self.pieces):
            return False
        value = sum((piece * scale for piece, scale in small), self.group or Decimal(0))
        self.pieces = []
        self.close(value, token.value, index)
        return True

    def close(self, value: Decimal, scale: Decimal, index: int) -> None:
        self.pieces.append((value, scale))
        self.group, self.floor, self.last, self.scale, self.index = None, _INFINITE, scale, scale, index + 1

    def take_part(self, token: _Token, index: int, empty: bool, joined: bool) -> bool:
        """نصف مليون, مليون ونصف [المليون], ثلاثة أرباع المليون."""
        share = token.value
        if token.kind == "parts":
            if (
                joined
                or self.group is None
                or self.pieces
                or self.group <= 1
                or self.reader.at(self.first).kind == "literal"
            ):
                return False
            share, self.group = share * self.group, Decimal(0)
        elif not empty and not joined:
            return False
        ahead = self.reader.at(index + 1)
        scaled = (
            ahead.kind in ("scale", "scale or dual", "hundred")
            and self.reader.link(index + 1) == " "
            and not ahead.joined
        )
        if empty or token.kind == "parts":
            if scaled:
                self.group = None
                self.close(share, ahead.value, index + 1)
                return True
            self.group, self.part, self.floor, self.index = share, True, Decimal(0), index + 1
            return True
        return self.add_share(share, index, ahead.value if scaled else None)

    def add_share(self, share: Decimal, index: int, scale: Decimal | None) -> bool:
        if self.group is None and self.pieces and self.pieces[-1][0] >= 1 and scale in (None, self.last):
            self.tail, self.index = share * self.last, index + (1 if scale is None else 2)
            self.group, self.floor, self.last = None, Decimal(0), Decimal(0)
            return True
        if self.group is not None and self.floor <= 100 and (scale is None or not self.pieces):
            self.group, self.floor, self.index = self.group + share, Decimal(0), index + 1
            return True
        return False

    def take_decimals(self, index: int, empty: bool) -> bool:
        """خمسة فاصلة سبعة: the digits of the number after the word."""
        if empty or not self.decimals or self.reader.link(index + 1) != " ":
            return False
        number, after = _Sum(self.reader, index + 1, decimals=False).read()
        if number is None or number.value != number.value.to_integral_value() or number.ordinal:
            return False
        self.tail += Decimal(f"0.{int(number.value)}")
        self.group, self.floor, self.last, self.index = self.group or Decimal(0), Decimal(0), Decimal(0), after
        return True


_DEFINITE_NOUN = re.compile(r"(?P<noun>ال[\u0621-\u064a]+) \Z")
_NEXT_WORD = re.compile(r" (?P<word>[\u0621-\u064a]+)")
_PARTICLES: Final = frozenset(
    "من في علي الي عن مع سنويا شهريا يوميا خلال بين حتي لدي عند بعد قبل منذ او ثم اي بحلول بنهاية تقريبا".split()
)
_VAGUE: Final = frozenset({"الاف", "الوف", "ملايير", "ملاين", "ملايين", "مليارات", "بلايين", "تريليونات", "ترليونات"})

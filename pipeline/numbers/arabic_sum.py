"""One Arabic number, word by word: places fill from the largest down, و joins them, a magnitude closes a piece."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from pipeline.languages import arabic
from pipeline.numbers.arabic_tokens import Token, Tokens
from pipeline.numbers.number import Number

_INFINITE: Final = Decimal("Infinity")


def _word(text: str, token: Token) -> str:
    return text[token.start : token.end]


class Sum:
    """One number as it is read: `pieces` are closed by a magnitude, `group` is below a thousand or in digits.

    `floor`: the smallest place that the group fills; a word fits when its value is below it (مئة, then عشرون, then not خمسون).
    """

    def __init__(self, reader: Tokens, index: int, decimals: bool = True) -> None:
        self.reader, self.first, self.index, self.decimals = reader, index, index, decimals
        self.pieces: list[tuple[Decimal, Decimal]] = []
        self.group: Decimal | None = None
        self.floor, self.last, self.scale = _INFINITE, _INFINITE, Decimal(1)
        self.ordinal = self.place = self.part = False
        self.tail = Decimal(0)

    def read(self) -> tuple[Number | None, int]:
        """The number that starts at the first token, or None, and the token to go on with."""
        while self.index < len(self.reader.tokens):
            index = self.index if self.index == self.first else self.reader.after_and(self.index)
            if not self._take(index):
                break
        if self.index == self.first:
            return None, self.first + 1
        return self._number(), self.index

    def _number(self) -> Number:
        first, last = self.reader.tokens[self.first], self.reader.tokens[self.index - 1]
        if first.number and self.index == self.first + 1:
            return first.number
        value = sum((piece * scale for piece, scale in self.pieces), self.group or Decimal(0)) + self.tail
        return Number(
            first.start,
            last.end,
            value,
            ordinal=self.ordinal or self._is_place(first),
            digits=first.kind == "literal",
            definite=first.definite,
            scale=self.scale if self.group is None else Decimal(1),
            part=self.part,
        )

    def _is_place(self, first: Token) -> bool:
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

    def _take(self, index: int) -> bool:
        """Whether token `index` goes on with the number; moves behind it when it does."""
        token, reader = self.reader.at(index), self.reader
        empty = index == self.first
        link = None if empty else ("و" if index != self.index else reader.link(index))
        if not empty and link is None:
            return False
        joined = link == "و"
        take = _TAKERS.get(token.kind)
        return take is not None and take(self, token, index, empty, joined)

    def _take_teen(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
        return self._put(token.value, index + 1, empty, joined, Decimal(1))

    def _put(self, value: Decimal, after: int, empty: bool, joined: bool, floor: Decimal) -> bool:
        """Adds a word's value where its place is free: the first word, or a smaller one joined by و (of a smaller piece)."""
        fits = value < self.floor and value < self.last and (empty or joined)
        if not fits and not (self.group is not None and self.floor == 100 and not joined and value < 100):
            return False
        self.group, self.floor, self.index = (self.group or Decimal(0)) + value, floor, after
        return True

    def _take_literal(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
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

    def _take_unit(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
        """A unit alone, with عشر (teens) or with مئة (hundreds); أحد and حادي only in compounds."""
        ahead, link = self.reader.at(index + 1), self.reader.link(index + 1)
        spaced = link == " " and not ahead.joined
        if ahead.kind == "parts" and spaced and not empty and joined and token.kind == "unit":
            return self._add_share(token.value * ahead.value, index + 1, None)
        if ahead.kind == "ten" and spaced and not ahead.definite:
            # ألف وأحد عشر: without its hamza, وأحد is spelled like واحد
            joined = joined or _word(self.reader.text, token) == "واحد"
            taken = self._put(token.value + 10, index + 2, empty, joined, Decimal(1))
        elif ahead.kind == "hundred" and spaced and not ahead.definite and token.kind == "unit" and token.value > 2:
            after_thousand = self.group is None and self.last == 1000
            taken = self._put(token.value * 100, index + 2, empty, joined or after_thousand, Decimal(100))
        elif token.kind == "teen unit" and self.reader.at(self.reader.after_and(index + 1)).kind != "tens":
            return False
        else:
            taken = self._put(token.value, index + 1, empty, joined, Decimal(1))
        self.ordinal = self.ordinal or (
            taken and (token.kind == "ordinal" or (token.kind == "teen unit" and self._is_haadi(token)))
        )
        self.place = self.place or (
            taken and token.definite and token.value == 1 and ahead.kind == "tens" and ahead.definite
        )
        return taken

    def _is_haadi(self, token: Token) -> bool:
        """الحادي عشر is an ordinal, أحد عشر and إحدى عشرة are not."""
        return "حادي" in self.reader.text[token.start : token.end]

    def _take_tens(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
        """Tens after their unit (خمسة وعشرون), or alone."""
        if (
            self.group is not None
            and joined
            and self.floor == 1
            and 0 < self.group % 100 < 10
            and self._is_word(self.index - 1)
        ):
            self.group, self.index = self.group + token.value, index + 1
            return True
        return self._put(token.value, index + 1, empty, joined, Decimal(10) if not empty else Decimal(1))

    def _take_hundred(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
        """مئة as a place of its own, or times what stands right before it (خمسة وعشرون مئة); ألف خمسمئة without و."""
        if (
            token.kind == "hundred"
            and not joined
            and self.group is not None
            and 2 < self.group < 100
            and self._is_plain()
        ):
            self.group, self.floor, self.index = self.group * 100, Decimal(100), index + 1
            return True
        after_thousand = self.group is None and self.last == 1000 and token.kind == "hundreds"
        return self._put(token.value, index + 1, empty, joined or after_thousand, Decimal(100))

    def _is_plain(self) -> bool:
        return not self.ordinal and not self.part and self.last > 0 and self.reader.at(self.index - 1).kind != "literal"

    def _is_word(self, index: int) -> bool:
        return self.reader.at(index).kind in ("unit", "teen unit", "ordinal")

    def _take_scale(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
        if self.ordinal or self.last == 0:
            return False
        if self.group is None:
            return self._open(token, index, empty) if empty or joined else self._absorb(token, index)
        if joined and self.floor == 100 and self._repeats(token, index):
            self.group, self.floor, self.index = self.group + 1, Decimal(1), index + 1
            return True
        if joined or token.kind == "dual":
            return False
        if token.value >= self.last:
            return self._absorb(token, index)
        self._close(self.group, token.value, index)
        return True

    def _open(self, token: Token, index: int, empty: bool) -> bool:
        """A magnitude that begins a piece says one, its dual two."""
        if token.value >= self.last or (empty and not self._starts(token, index)):
            return False
        dual = self._is_dual(index) if token.kind == "scale or dual" else token.kind == "dual"
        self._close(Decimal(2 if dual else 1), token.value, index)
        return True

    def _repeats(self, token: Token, index: int) -> bool:
        """أربعمائة ومليون مليون, as cheques have it for 401 million: the first مليون says one."""
        ahead = self.reader.at(index + 1)
        return (
            ahead.kind == token.kind
            and ahead.value == token.value
            and self.reader.link(index + 1) == " "
            and not ahead.joined
        )

    def _starts(self, token: Token, index: int) -> bool:
        """Plural magnitudes without a number (ملايين, آلاف) are vague."""
        word = self.reader.text[token.start : token.end].removeprefix("ال") if token.definite else ""
        word = word or self.reader.text[token.start : token.end]
        return word not in _VAGUE

    def _is_dual(self, index: int) -> bool:
        """مليونا دولار is two million; مليونا is one at the end, before a preposition and before و (مليونا وخمسمئة ألف)."""
        text, token = self.reader.text, self.reader.at(index)
        following = _NEXT_WORD.match(text, token.end)
        if following is None:
            return not text[: token.start].strip() and not text[token.end :].strip()
        return following["word"] not in _PARTICLES and following["word"][0] != "و"

    def _absorb(self, token: Token, index: int) -> bool:
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
        self._close(value, token.value, index)
        return True

    def _close(self, value: Decimal, scale: Decimal, index: int) -> None:
        self.pieces.append((value, scale))
        self.group, self.floor, self.last, self.scale, self.index = None, _INFINITE, scale, scale, index + 1

    def _take_part(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
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
                self._close(share, ahead.value, index + 1)
                return True
            self.group, self.part, self.floor, self.index = share, True, Decimal(0), index + 1
            return True
        return self._add_share(share, index, ahead.value if scaled else None)

    def _add_share(self, share: Decimal, index: int, scale: Decimal | None) -> bool:
        if self.group is None and self.pieces and self.pieces[-1][0] >= 1 and scale in (None, self.last):
            self.tail, self.index = share * self.last, index + (1 if scale is None else 2)
            self.group, self.floor, self.last = None, Decimal(0), Decimal(0)
            return True
        if self.group is not None and self.floor <= 100 and (scale is None or not self.pieces):
            self.group, self.floor, self.index = self.group + share, Decimal(0), index + 1
            return True
        return False

    def _take_decimals(self, token: Token, index: int, empty: bool, joined: bool) -> bool:
        """خمسة فاصلة سبعة: the digits of the number after the word."""
        if empty or not self.decimals or self.reader.link(index + 1) != " ":
            return False
        number, after = Sum(self.reader, index + 1, decimals=False).read()
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

_TAKERS: Final[dict[str, Callable[[Sum, Token, int, bool, bool], bool]]] = {
    "literal": Sum._take_literal,
    "unit": Sum._take_unit,
    "teen unit": Sum._take_unit,
    "ordinal": Sum._take_unit,
    "ten": Sum._take_teen,
    "teen": Sum._take_teen,
    "zero": Sum._take_teen,
    "tens": Sum._take_tens,
    "hundred": Sum._take_hundred,
    "hundreds": Sum._take_hundred,
    "scale": Sum._take_scale,
    "scale or dual": Sum._take_scale,
    "dual": Sum._take_scale,
    "part": Sum._take_part,
    "parts": Sum._take_part,
    "point": Sum._take_decimals,
}

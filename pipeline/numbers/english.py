"""English number words into values: "three and a half million", "twenty-fifth", "two-thirds"."""

from decimal import Decimal

from pipeline.numbers.english_tokens import NONE, Token, tokenise
from pipeline.numbers.number import Number


def find_english(text: str, codes: frozenset[str], shares: bool = True) -> list[Number]:
    """The numbers of an English text; without `shares`, "a third" is the ordinal."""
    tokens = tokenise(text, codes)
    reader, found, at = _Reader(text, tokens, shares), list[Number](), 0
    while at < len(tokens):
        number, at = reader.read(at)
        if number:
            found.append(number)
    return found


class _Reader:
    """Reads one number after the other from the tokens of a text; each read moves on, so the time is linear."""

    def __init__(self, text: str, tokens: list[Token], shares: bool) -> None:
        self.text, self.tokens, self.shares = text, tokens, shares

    def at(self, index: int) -> Token:
        return self.tokens[index] if index < len(self.tokens) else NONE

    def follows(self, index: int, gaps: tuple[str, ...] = (" ", "-")) -> bool:
        """Whether token `index` stands right after the one before it."""
        if not 0 < index < len(self.tokens):
            return False
        gap = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return gap in gaps or (" " in gaps and gap.isspace() and len(gap) < 4 and "\n" not in gap)

    def read(self, index: int) -> tuple[Number | None, int]:
        """The number that starts at token `index`, or None, and where to go on."""
        first, sign = index, 1
        if self.at(index).kind == "negative" and self.follows(index + 1):
            index, sign = index + 1, -1
        if share := self.share_of(index):
            return share
        group = self.group(index)
        if group is None:
            return None, index + 1
        value, at, ordinal = group
        if self.at(index).number and at == index + 1 and not self.continues(at):
            return self.signed(self.at(index).number, first, sign), at
        number, at = self.whole(index, value, at, ordinal)
        return self.signed(number, first, sign), at

    def signed(self, number: Number | None, first: int, sign: int) -> Number | None:
        if number is None or sign == 1:
            return number
        return Number(self.tokens[first].start, number.end, -number.value, digits=number.digits, scale=number.scale)

    def continues(self, at: int) -> bool:
        """Whether a scale, a half or a decimal follows a number in digits."""
        kind = self.at(at).kind
        before = self.tokens[at - 1].number
        if before and (before.glued or before.ordinal or before.scale != 1):
            return False
        if kind in ("scale", "hundred", "ordinal scale"):
            return self.follows(at)
        return kind == "and" and self.follows(at) and self.added_share(at) is not None

    def whole(self, index: int, value: Decimal, at: int, ordinal: bool) -> tuple[Number, int]:
        """All pieces of a number whose first group is read: scales, smaller pieces, a half at the end."""
        first = self.tokens[index]
        total, last, scale, digits = Decimal(0), Decimal("Infinity"), Decimal(1), first.kind == "literal"
        while True:
            if not ordinal and (added := self.added_share(at)):
                value, at = value + added[0], added[1]
                if self.at(at).kind != "scale" or not self.follows(at):
                    return self.number(index, at, total + value, False, digits, scale), at
            scale = Decimal(1)
            while not ordinal and self.at(at).kind in ("scale", "ordinal scale") and self.follows(at):
                ordinal = self.at(at).kind == "ordinal scale"
                scale *= self.at(at).value
                at += 1
            total, last = total + value * scale, scale
            if ordinal or scale == 1:
                break
            if added := self.added_share(at):
                share, at = added
                if self.at(at).kind == "scale" and self.follows(at) and self.at(at).value < scale:
                    return self.number(index, at + 1, total + share * self.at(at).value, False, digits, scale), at + 1
                return self.number(index, at, total + share * scale, False, digits, scale), at
            piece = self.next_piece(at, last, digits)
            if piece is None:
                break
            value, at, ordinal = piece
        decimals = self.decimals(at) if not ordinal else None
        if decimals:
            total, at = total + decimals[0], decimals[1]
        elif scale == 1 and not ordinal and (parted := self.parted(index, at, total)):
            return parted
        return self.number(index, at, total, ordinal, digits, scale), at

    def number(self, index: int, at: int, value: Decimal, ordinal: bool, digits: bool, scale: Decimal) -> Number:
        start = self.tokens[index].start
        return Number(start, self.tokens[at - 1].end, value, ordinal=ordinal, digits=digits, scale=scale)

    def group(self, index: int) -> tuple[Decimal, int, bool] | None:
        """A value below a thousand or digits; the next token; whether it ends as an ordinal."""
        token = self.at(index)
        if token.kind == "literal":
            return self.digits(token, index)
        if token.kind == "a":
            return self.after_a(index + 1)
        if token.kind == "hundred":
            return self.after_hundred(Decimal(100), index + 1)
        small = self.small(index)
        if small is None or small[2]:
            return small
        value, at, _ = small
        ahead = self.at(at) if value > 0 and self.follows(at) else NONE
        if ahead.kind == "hundred":
            return self.after_hundred(value * 100, at + 1)
        hundredth = ahead.kind == "ordinal scale" and ahead.value == 100
        return (value * 100, at + 1, True) if hundredth else small

    def digits(self, token: Token, index: int) -> tuple[Decimal, int, bool]:
        """Digits, with the hundred that may follow: 3 hundred."""
        hundreds = self.at(index + 1).kind == "hundred" and self.follows(index + 1, (" ",)) and token.value < 100
        if hundreds and token.number and not token.number.glued:
            return self.after_hundred(token.value * 100, index + 2)
        return token.value, index + 1, bool(token.number and token.number.ordinal)

    def after_a(self, index: int) -> tuple[Decimal, int, bool] | None:
        """A hundred, a million: "a" says one only before them."""
        if not self.follows(index, (" ",)):
            return None
        if self.at(index).kind == "hundred":
            return self.after_hundred(Decimal(100), index + 1)
        return (Decimal(1), index, False) if self.at(index).kind == "scale" else None

    def after_hundred(self, value: Decimal, at: int) -> tuple[Decimal, int, bool]:
        after = at + 1 if self.at(at).kind == "and" and self.follows(at, (" ",)) else at
        small = self.small(after) if self.follows(after) else None
        digits = self.at(after).number
        if after > at and digits and self.at(at - 2).kind == "literal" and 0 < digits.value < 100 and not digits.glued:
            return value + digits.value, after + 1, False
        if small is None or (after == at and small[0] == 0):
            return value, at, False
        return value + small[0], small[1], small[2]

    def small(self, index: int) -> tuple[Decimal, int, bool] | None:
        token = self.at(index)
        if token.kind in ("unit", "teen", "zero"):
            return token.value, index + 1, False
        if token.kind in ("ordinal unit", "ordinal teen"):
            return token.value, index + 1, True
        if token.kind != "tens":
            return None
        ahead = self.at(index + 1)
        if ahead.kind in ("unit", "ordinal unit") and self.follows(index + 1, (" ", "-", " - ")):
            return token.value + ahead.value, index + 2, ahead.kind == "ordinal unit"
        return token.value, index + 1, False

    def next_piece(self, at: int, last: Decimal, digits: bool) -> tuple[Decimal, int, bool] | None:
        """A smaller piece after a scale: two million [and|,] three hundred thousand. After a comma or digits it must have a scale."""
        joined = self.at(at).kind == "and" and self.follows(at, (" ", ", "))
        after = at + 1 if joined else at
        if not self.follows(after, (" ",) if joined else (" ", ", ", "-")):
            return None
        token = self.at(after)
        if token.kind in ("a", "scale") or (token.kind == "literal") != digits:
            return None
        group = self.group(after)
        if group is None or group[0] == 0 or group[0] >= last:
            return None
        ahead = self.at(group[1])
        scaled = ahead.kind in ("scale", "ordinal scale") and self.follows(group[1]) and ahead.value < last
        comma = "," in self.text[self.tokens[at - 1].end : self.tokens[after].start]
        if ahead.kind == "scale" and self.follows(group[1]) and not scaled:
            return None
        if scaled or (digits and group[1] > after + 1) or (not digits and (joined or not comma or group[0] >= 100)):
            return group
        return None

    def added_share(self, at: int) -> tuple[Decimal, int] | None:
        """The share and next token of "and a half", "and three quarters"."""
        if self.at(at).kind != "and" or not self.follows(at, (" ",)) or not self.follows(at + 1, (" ",)):
            return None
        ahead, part = self.at(at + 1), self.at(at + 2)
        if ahead.kind == "part" and ahead.value == Decimal("0.5"):
            return ahead.value, at + 2
        if (
            ahead.kind in ("a", "unit")
            and self.follows(at + 2)
            and (share := self.part_value(part, ahead.value)) is not None
        ):
            return ahead.value * share, at + 3
        small = self.small(at + 1)
        if small and not small[2] and self.follows(small[1]) and self.at(small[1]).kind == "part":
            share = self.part_value(self.at(small[1]), small[0])
            return None if share is None else (small[0] * share, small[1] + 1)
        return None

    def part_value(self, part: Token, count: Decimal) -> Decimal | None:
        """What one such part is: thirds after two, third after one; never halves and quarters but by one and three."""
        if not self.shares:
            return None
        word = self.text[part.start : part.end].lower()
        if part.kind == "part" and word.endswith("s") == (count > 1):
            return part.value
        if count == 1 and part.kind.startswith("ordinal") and part.value > 2:
            return 1 / part.value
        return None

    def decimals(self, at: int) -> tuple[Decimal, int] | None:
        """The digits of "point two five"."""
        if self.at(at).kind != "point" or not self.follows(at, (" ",)):
            return None
        digits, at = "", at + 1
        while self.at(at).kind in ("unit", "zero", "teen", "tens") and self.follows(at):
            small = self.small(at)
            if small is None or small[2]:
                break
            digits, at = digits + str(small[0]), small[1]
        return (Decimal(f"0.{digits}"), at) if digits else None

    def parted(self, index: int, at: int, count: Decimal) -> tuple[Number, int] | None:
        """Two-thirds, three quarters, one third [of a million]. "The first three quarters" are a date."""
        part = self.at(at)
        if not self.follows(at) or count <= 0 or self.tokens[index].kind == "literal":
            return None
        share = self.part_value(part, count)
        if share is None or (share == Decimal("0.25") and count not in (1, 3)):
            return None
        if index and self.at(index - 1).kind == "ordinal unit" and self.follows(index):
            return None
        if (
            share < Decimal("0.34")
            and self.at(at - 1).kind == "tens"
            and self.at(at - 2).kind == "hundred"
            and 1 / share < 10
        ):
            tens = self.at(at - 1).value  # one hundred thirty fifths: 100/35
            count, share = count - tens, 1 / (tens + round(1 / share))
        return self.times_scale(index, at + 1, count * share)

    def share_of(self, index: int) -> tuple[Number, int] | None:
        """Half a million, a quarter of a million, a third of."""
        at = index + 1 if self.at(index).kind == "a" and self.follows(index + 1, (" ",)) else index
        token = self.at(at)
        share = self.part_value(token, Decimal(1)) if at > index or token.kind == "part" else None
        if share is None:
            return None
        number, after = self.times_scale(index, at + 1, share)
        if number.scale != 1:
            return number, after
        if token.kind == "ordinal scale":
            return number, after
        followed = self.at(at + 1).kind == "of" and self.follows(at + 1, (" ",))
        return (number, after) if followed and (at > index or share == Decimal("0.5")) else None

    def times_scale(self, index: int, at: int, share: Decimal) -> tuple[Number, int]:
        after = at + 1 if self.at(at).kind == "of" and self.follows(at, (" ",)) else at
        after = after + 1 if self.at(after).kind == "a" and self.follows(after, (" ",)) else after
        token = self.at(after)
        start = self.tokens[index].start
        if token.kind == "scale" and self.follows(after):
            return Number(start, token.end, share * token.value, scale=token.value), after + 1
        return Number(start, self.tokens[at - 1].end, share, part=True), at

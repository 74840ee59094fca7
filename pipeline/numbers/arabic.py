"""Arabic number words into values: ثلاثة وخمسون مليونا ومئتا ألف، مليون ونصف المليون، الخامس والعشرون."""

from pipeline.numbers.arabic_sum import Sum
from pipeline.numbers.arabic_tokens import Tokens, tokenise
from pipeline.numbers.number import Number


def find_arabic(text: str, codes: frozenset[str]) -> list[Number]:
    """The numbers of an Arabic text."""
    tokens = tokenise(text, codes)
    reader, found, at = _Reader(Tokens(text, tokens)), list[Number](), 0
    while at < len(tokens):
        number, at = reader.read(at)
        if number:
            found.append(number)
    return found


class _Reader:
    """Reads one number after the other from the tokens of a text; each read moves on, so the time is linear."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def read(self, index: int) -> tuple[Number | None, int]:
        """The number that starts at token `index`, or None, and where to go on."""
        first = index
        if self.tokens.at(index).kind == "negative" and self.tokens.link(index + 1) == " ":
            index += 1
        sum_ = Sum(self.tokens, index)
        number, at = sum_.read()
        if number:
            number, at = self.divided(number, at)
            number, at = self.after_round(number, at)
        if number and first != index:
            start = self.tokens.at(first).start
            number = Number(start, number.end, -number.value, digits=number.digits, scale=number.scale)
        return number, at

    def divided(self, number: Number, at: int) -> tuple[Number, int]:
        """واحد من مئة, مئة على ألف: a share in words, of which news has few."""
        token = self.tokens.at(at)
        gap = self.tokens.text[number.end : token.start] if 0 < token.start - number.end < 12 else ""
        parts = gap in (" علي ", " جزء من ", " اجزاء من ") or (
            gap == " من " and number.value == 1 and token.kind != "literal"
        )
        both = number.digits and token.kind == "literal"
        if not parts or both or number.ordinal or token.kind in ("ordinal", "part", "and") or number.scale != 1:
            return number, at
        whole, after = Sum(self.tokens, at).read()
        if whole is None or whole.ordinal or whole.definite or whole.value == 0:
            return number, at
        return Number(number.start, whole.end, number.value / whole.value, part=True), after

    def after_round(self, number: Number, at: int) -> tuple[Number, int]:
        """الحادي والعشرون بعد المئة: the round number comes last."""
        token = self.tokens.at(at)
        if (
            not number.ordinal
            or not token.definite
            or token.value < 100
            or self.tokens.text[number.end : token.start] != " بعد "
        ):
            return number, at
        return Number(number.start, token.end, number.value + token.value, ordinal=True, definite=True), at + 1

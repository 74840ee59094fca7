"""Countries in English: forms of state ("the Republic of Korea"), and names that are something else as well."""

from pipeline.countries.names import CountryMention
from pipeline.gazetteers.phrases import Token

_STATE_NOUNS = frozenset("republic kingdom state sultanate commonwealth principality emirate union federation".split())
_STATE_ADJECTIVES = frozenset(
    "islamic federal people s democratic socialist arab hashemite plurinational bolivarian cooperative federative united".split()
)


def english_mention(
    text: str, tokens: tuple[Token, ...], at: int, last: int, code: str, adjective: bool
) -> tuple[CountryMention | None, int]:
    """The mention of the country named by tokens `at` to `last`, and the token to go on with."""
    word = text[tokens[at].start : tokens[last].end]
    if word.lower() == "emirates" and (at == 0 or tokens[at - 1].key != "the"):  # the airline, or the start of a name
        return None, last + 1
    if last + 1 < len(tokens) and tokens[last + 1].key in ("dollar", "dollars"):
        return CountryMention(tokens[at].start, tokens[last].end, code, True), last + 1
    if adjective and (end := _republic(text, tokens, last)):
        return CountryMention(tokens[at].start, tokens[end].end, code, False), end + 1
    start = at if adjective else _state_start(text, tokens, at)
    return CountryMention(tokens[start].start, tokens[last].end, code, adjective), last + 1


def _republic(text: str, tokens: tuple[Token, ...], last: int) -> int | None:
    """Token that ends a form like "Lebanese Republic" or "Syrian Arab Republic" after the adjective, or None."""
    for end in (last + 1, last + 2):
        if (
            end < len(tokens)
            and text[tokens[end - 1].end : tokens[end].start] == " "
            and tokens[end].text in ("Republic", "REPUBLIC")
        ):
            return end
        if end >= len(tokens) or tokens[end].key not in _STATE_ADJECTIVES:
            return None
    return None


def _state_start(text: str, tokens: tuple[Token, ...], at: int) -> int:
    """First token of "Islamic Republic of" before a country's name, else `at`."""
    start = at - 1
    if start > 0 and tokens[start].key == "the":
        start -= 1
    if (
        start < 1
        or tokens[start].key != "of"
        or tokens[start - 1].key not in _STATE_NOUNS
        or tokens[start - 1].text[0].islower()
    ):
        return at
    if text[tokens[start - 1].end : tokens[start].start] != " ":
        return at
    start -= 1
    while start > 0 and tokens[start - 1].key in _STATE_ADJECTIVES and tokens[start].start - tokens[start - 1].end == 1:
        start -= 1
    return start

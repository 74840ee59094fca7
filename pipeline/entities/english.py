"""English: what the tagger sees of a word and of the run of capitals it stands in."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from pipeline.entities.features import Facts, FeatureMaker, mark_enclosures
from pipeline.entities.gazetteer import known_names, mark_names
from pipeline.entities.lexicon import Lexicon, country_words

# Nouns that an organisation's name begins or ends with.
HEADS = frozenset(
    """academy administration agency airlines airways alliance assembly association authority bank board bureau business
    cabinet center centre chamber clinic club co college commission committee company conference confederation conglomerate
    congress consortium cooperative corp corporation council court department directorate division embassy enterprise
    exchange executive facility factory federation firm force forces forum foundation fund government group guild holding
    holdings hospital house inc industries initiative institute institution international investments joint laboratory
    league llc limited lines ltd ministry mission monetary movement museum network office operator orchestra organisation
    organization parliament partners party plc plant police ports press programme program project railway refinery
    registry regulator school secretariat senate service services society station steel studio syndicate systems team
    technologies technology theatre treasury tribunal trust union university utility ventures works""".split()
)
# Words of lower case that a name of capitals may run across.
BRIDGES = frozenset(
    "of for and & the - ' al el de du des del la le da do di dos et und y e in on bin ibn van von der".split()
)
SMALL = frozenset("of for and & the - ' de du des del la le et in on to a an with s".split())
_SHAPE = ((regex.compile(r"\p{Lu}"), "X"), (regex.compile(r"\p{Ll}"), "x"), (regex.compile(r"\d"), "d"))
_RUNS = regex.compile(r"(.)\1+")
REACH_OF_RUN = 12


@lru_cache(maxsize=65536)
def shape(token: str) -> str:
    """The token with capitals as X, small letters as x, digits as d, repeats once."""
    for pattern, sign in _SHAPE:
        token = pattern.sub(sign, token)
    return _RUNS.sub(r"\1", token)


def is_capital(token: str) -> bool:
    """Whether a token begins with a capital letter."""
    return token[0].isupper()


def english_features(lexicon: Lexicon) -> FeatureMaker:
    """The feature maker for English with the given lexicon."""
    countries = country_words("en")
    names = known_names("en")

    def describe(token: str) -> tuple[Facts, str, str, str]:
        low = token.lower()
        form = shape(token)
        coarse, middle, fine = lexicon.cluster(low)
        traits = lexicon.traits.get(low, "?" if low.isalpha() else "")
        facts: Facts = [
            (f"w={low}", 3),
            (f"W={token}", 0),
            (f"s={form}", 2),
            (f"k={fine}", 1),
            (f"m={middle}", 1),
            (f"g={coarse}", 2),
        ]
        facts += [(f"s4={low[-4:]}", 0), (f"s3={low[-3:]}", 1), (f"s2={low[-2:]}", 0)]
        facts += [(f"p2={low[:2]}", 0), (f"p3={low[:3]}", 0), (f"p4={low[:4]}", 0)]
        facts += [(f"t={traits}", 1), (f"ts={traits}{form}", 0)]
        if len(token) <= 8 and form == "X":
            facts.append((f"n{len(token)}", 0))
        if low in countries:
            facts.append(("country", 2))
        if low in HEADS:
            facts.append(("head", 2))
        return facts, low, form, middle

    def context(tokens: Sequence[str]) -> list[list[str]]:
        rows: list[list[str]] = [[] for _ in tokens]
        mode = sentence_case(tokens)
        for token, row in zip(tokens, rows, strict=True):
            row.extend((f"case={mode}", f"cs={mode}{token[0].isupper()}{token.isupper()}"))
        rows[0].append("first")
        mark_enclosures(tokens, rows)
        _runs(tokens, rows)
        low = [token.lower() for token in tokens]
        mark_names(
            names, low, [(word,) if is_capital(token) else () for word, token in zip(low, tokens, strict=True)], rows
        )
        tie_acronyms(tokens, rows)
        return rows

    return FeatureMaker(describe, context)


def sentence_case(tokens: Sequence[str]) -> str:
    """U where a line is all capitals, T where most of its words begin with one (a headline), else n."""
    long = [token for token in tokens if len(token) > 3 and token.isalpha()]
    if len(long) < 2:
        return "n"
    if sum(token.isupper() for token in long) > 0.7 * len(long):
        return "U"
    return "T" if sum(token[0].isupper() for token in long) > 0.8 * len(long) else "n"


def _runs(tokens: Sequence[str], rows: list[list[str]]) -> None:
    """Tells each capitalised token the first and last word of its run, and the head noun before it."""
    start = 0
    while start < len(tokens):
        if not is_capital(tokens[start]):
            start += 1
            continue
        end = start
        while end < len(tokens) and is_capital(tokens[end]):
            end += 1
        first, last = tokens[start].lower(), tokens[end - 1].lower()
        size = min(end - start, 4)
        for index in range(start, end):
            where = "S" if size == 1 else "F" if index == start else "L" if index == end - 1 else "M"
            rows[index] += (f"rl={last}", f"rf={first}", f"rn={size}{where}", f"rh={last in HEADS}{where}")
        start = end
    _heads(tokens, rows)


def _heads(tokens: Sequence[str], rows: list[list[str]]) -> None:
    """Carries a head noun such as Ministry over the name that follows it: Ministry of Transport and Logistics Services."""
    head, at = "", 0
    for index, token in enumerate(tokens):
        low = token.lower()
        if head and index - at <= REACH_OF_RUN:
            if (
                is_capital(token)
                or low in BRIDGES
                or (token == "," and index + 1 < len(tokens) and is_capital(tokens[index + 1]))
            ):
                kind = "X" if is_capital(token) else low
                rows[index] += (f"h={head}", f"hk={kind}{min(index - at, 6)}", f"hh={head}|{kind}")
            else:
                head = ""
        if low in HEADS and is_capital(token):
            head, at = low, index


def tie_acronyms(tokens: Sequence[str], rows: list[list[str]]) -> None:
    """Marks the words whose initials stand in brackets after them: Suez Canal Economic Zone (SCZONE)."""
    for index in range(1, len(tokens) - 1):
        short = tokens[index]
        if (
            tokens[index - 1] == "("
            and tokens[index + 1] == ")"
            and sum(map(str.isupper, short)) >= 2
            and short.isalpha()
        ):
            start = long_form(tokens, index - 1, short)
            rows[index].append("acr=tied" if start is not None else "acr=free")
            for place in range(start if start is not None else index - 1, index - 1):
                rows[place].append("acr=B" if place == start else "acr=I")


def long_form(tokens: Sequence[str], end: int, short: str) -> int | None:
    """Where the long form of an acronym begins, which ends before token `end`; None where the initials do not fit, or
    `short` has no capitals to be initials."""
    letters = [letter.lower() for letter in short if letter.isupper()]
    left = len(letters) - 1
    for index in range(end - 1, max(-1, end - 16) if letters else end, -1):
        token = tokens[index].lower()
        if token[0] == letters[left]:
            left -= 1
            if left < 0:
                return index
        elif token not in SMALL and not (is_capital(tokens[index]) and left < len(letters) - 1):
            return None
    return None

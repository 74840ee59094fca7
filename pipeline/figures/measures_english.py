"""English: the noun phrase that a figure measures."""

import re
from typing import Final

from pipeline.countries import find_countries
from pipeline.figures.english import MODIFIERS_BEFORE
from pipeline.figures.phrases_english import (
    ADVERBIAL,
    SOFT_ENDS,
    VALUE,
    VERBS,
    climbed,
    first_phrase,
    has_verb,
    phrase_after,
    phrase_before,
    with_complement,
)
from pipeline.figures.reading import Placed

# exceed, surpass, top are the verb of the clause as well, so they stay.
_VERBAL: Final = ("exceed", "surpass", "topp", "tops", "pass")
_MODIFIER = re.compile(
    rf"(?<![\w-])(?:{'|'.join(words for _, words in MODIFIERS_BEFORE)}|just|only|an? (?:accumulated|combined|total|estimated|initial|record|aggregate|cumulative|additional|further|whopping|massive)|a total of|an average of|another|more)\s+(?:an? |the )?\Z",
    re.IGNORECASE,
)

_CLAUSE: Final = re.compile(
    r"[;:]\s|,? (?:and|but|yet|while|whereas|as|because|when|where|although|though|that|said|says|added|saying|noting|showing|so|since|after|if|of which|with)(?=\s)|, |- |\("
)
_RELATIVE: Final = re.compile(r"\b(?:which|who)\b")
_DIMENSION: Final = frozenset("long deep wide tall high thick".split())
_WORTH: Final = re.compile(
    r"(?:,? (?:and )?(?:is |are |was |were )?(?:worth|valued at|costing|priced at|estimated at|totalling|totaling|amounting to|with a value of|to the tune of))\s*\Z"
)
_OF: Final = re.compile(r"\bof\s*\Z")
_LABEL: Final = re.compile(r"(?:^|\n|[•*]|^- )\s*(?P<label>[A-Z][\w '/()-]{2,50}?)\s*:\s*\Z")
_EMPTY: Final = frozenset(
    "total sum amount rate level rise increase growth decline drop fall average maximum minimum record rises target figure forecast number one share stake range order estimated peak".split()
)


# Of it: the share of what the figure before measures.
_LIFTS_IT: Final = re.compile(
    r"\b(?:lift|bring|rais|boost|increas|cut|reduc|expand|push|tak|doubl|lower|driv)(?:e|es|ed|ing|s|ting)? (?:it|them|this|that)(?: up| down)? (?:to|by|from)\s*\Z"
)


def resumes(text: str, floor: int, start: int) -> bool:
    """Whether a pronoun stands for what the figure before measures: wanted to bring it to $10 billion."""
    return _LIFTS_IT.search(_bare(text[floor:start])) is not None


POINTS_BACK: Final = re.compile(r" of (?:it|them|this|that)\b(?! \w+s\b)")


def measured(text: str, item: Placed, floor: int, previous: int) -> tuple[int, int] | None:
    """Characters of what the figure measures, or None where its clause does not name it."""
    amount = item.reading.amount
    left = _bare(_without_asides(text[floor : amount.start]))
    inside = _IN.match(text, amount.end) if item.finding.kind == "money" else None
    if inside:
        return inside.span("what")
    if item.finding.trend and (grown := _IN_AFTER.match(text, amount.end)):
        return phrase_after(text, grown.end())
    if _INVESTED.search(left) and (into := _INTO.match(text, amount.end)):
        return phrase_after(text, into.end())
    place = _partitive(text, amount.end, item) or _attributive(text, amount.end, item)
    if place:
        return place
    since = previous - floor
    beside = (
        _bracketed(left, since),
        _labelled(left),
        _before_worth(left),
        _before_of(left),
        _beside_dimension(text, amount.end, left),
        _stated(left, since),
    )
    near = next((found for found in beside if found and found[0] >= since), None)
    return _shifted(near or _without_speaker(left, _subject(left, since)), floor)


_POSSESSIVE = re.compile(r"(?:[A-Z][\w-]*,? )*[A-Z][\w-]*'s? |[A-Z][\w-]*-[A-Z]")
_TITLED = re.compile(r"(?:[A-Z][\w'.-]+ )+[A-Z][\w'.-]+")


def _without_speaker(left: str, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """The subject, unless it is no more than a name of several capitalised words in a sentence that is no headline."""
    if place and any(m.start == 0 and not m.adjective for m in find_countries(left[slice(*place)], "en")):
        return place if _POSSESSIVE.match(left, place[0]) else None  # Thailand continued
    if place is None or not _TITLED.fullmatch(left, *place):
        return place
    rest = [word for word in left[place[1] :].split() if word[0].isalpha()]
    headline = sum(word[0].isupper() for word in rest) * 2 > len(rest)
    return place if headline or re.search(VALUE, left[slice(*place)], re.IGNORECASE) else None


def _shifted(place: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return (place[0] + by, place[1] + by) if place else None


_ASIDE = re.compile(r"(?<= )\([^()\d]{1,40}\)(?=[ ,.])")


def _without_asides(left: str) -> str:
    """The text with blanks for short closed brackets, whose words are no subject: the headline rate (CPI) rose to."""
    return _ASIDE.sub(lambda aside: " " * len(aside.group()), left)


def _bare(left: str) -> str:
    """The text before a figure without its modifiers: "a cost of about" → "a cost of"."""
    while (match := _MODIFIER.search(left)) and not match.group().lower().startswith(_VERBAL):
        left = left[: match.start()]
    return left


def _partitive(text: str, end: int, item: Placed) -> tuple[int, int] | None:
    """15% of revenue, 5.3 million barrels of crude."""
    match = re.compile(
        r"(?: worth)? of (?:all |all of )?(?:the |its |their |his |her |our |a |an |one |each |every )?"
    ).match(text, end)
    place = phrase_after(text, match.end()) if match else None
    return None if place is None or text[place[0] : place[1]].lower() in ("total", "whole") else place


def _attributive(text: str, end: int, item: Placed) -> tuple[int, int] | None:
    """A $5 billion contract, a 5-gigawatt AI campus."""
    match = re.compile(r"[ -](?:\([A-Za-z²/]{1,8}\) )?(?=[A-Za-z])").match(text, end)
    if not match or item.finding.trend:
        return None
    place = phrase_after(text, match.end())
    if place is None:
        return None
    words = text[place[0] : place[1]].split()
    if words[0].lower() in SOFT_ENDS:
        return None
    return None if words[0].lower().endswith(("ly", "ed")) or VERBS.fullmatch(words[0]) else place


def _labelled(left: str) -> tuple[int, int] | None:
    match = _LABEL.search(left)
    return (match.start("label"), match.end("label")) if match else None


def _before_worth(left: str) -> tuple[int, int] | None:
    """A contract, worth; a memorandum of understanding worth."""
    match = _WORTH.search(left)
    return climbed(left, phrase_before(left[: match.start()].rstrip(" ,"))) if match else None


def _bracketed(left: str, previous: int) -> tuple[int, int] | None:
    """Customs paperwork (23%); the region, 22,561 square kilometres in all."""
    if left.endswith("(") and len(left.rstrip("( ")) > previous:
        return phrase_before(left.rstrip("( "))
    head = re.fullmatch(r"\s*(?:The |A |An )?(?P<what>[^,;:.]{3,60}),\s*", left)
    return first_phrase(left, head.start("what"), head.end("what")) if head and not VERBS.search(head["what"]) else None


def _before_of(left: str, hollow: bool = False) -> tuple[int, int] | None:
    """A net profit of, an expected cost of."""
    match = _OF.search(left)
    if not match:
        return None
    place = phrase_before(left[: match.start()])
    if place is None or left[place[0] : place[1]].rsplit(maxsplit=1)[-1].lower() in _EMPTY:
        return None
    return place


def _beside_dimension(text: str, end: int, left: str) -> tuple[int, int] | None:
    """An approach channel 21 km long; and 16 metres deep takes it over from the figure before."""
    match = re.compile(r"[ -](\w+)").match(text, end)
    if not match or match[1] not in _DIMENSION:
        return None
    return phrase_before(left)


# The figure is a subject itself: , and 67% came out against.
_OPENS = re.compile(r"(?:[,;:] (?:and|but|while|with)|\b(?:and|but))\s*\Z")


# Has asked for: another verb stands between.
_DONE = re.compile(r"\b(?!need)[a-z]{3,}ed (?:for|an?|the|out|with|in)\b")


def _subject(left: str, previous: int) -> tuple[int, int] | None:
    """The subject of the verb before the figure, within its clause."""
    if _OPENS.search(left):
        return None
    verbs = list(VERBS.finditer(left))
    verb = verbs[-1] if verbs else None
    if verb is None or verb.end() <= previous or _DONE.search(left, verb.end()):
        return None
    start = _clause_start(left, [other.start() for other in verbs], verb.start())
    whose = list(re.finditer(r"\bwhose ", left[: verb.start()]))
    if whose and whose[-1].end() >= start:
        return phrase_after(left[: verb.start()], whose[-1].end())
    relative = list(_RELATIVE.finditer(left, 0, verb.start()))
    if relative and relative[-1].start() >= start - 7 and not left[: relative[-1].start()].endswith("of "):
        return phrase_before(left[: relative[-1].start()].rstrip(" ,"))
    return with_complement(left, first_phrase(left, start, verb.start()), verb.start())


def _clause_start(left: str, verbs: list[int], end: int) -> int:
    """Where the clause of the verb at `end` begins: behind the last joint that has a verb, or only an adverbial, before it."""
    start = 0
    for joint in _CLAUSE.finditer(left):
        if joint.end() > end:
            break
        word = joint.group().strip()
        told = word.endswith("that") and not VERBS.match(
            left, joint.end() + 1
        )  # told participants that trade …; not "the sum that was"
        strong = word in (";", ":", "-", "(") or (word[0] == "," and len(word) > 1) or told
        if (
            strong
            or any(start <= at < joint.start() for at in verbs)
            or _PAST.search(left, start, joint.start())
            or ADVERBIAL.match(left, start)
        ):
            start = joint.end()
    return start


_PAST = re.compile(r"\b[a-z]+ed\b")


# Its cost, put at.
_PUT_AT = re.compile(r"(?P<what>[^.;,]{3,60}), (?:put|estimated|valued|set|priced) at\s*\Z")
_WHICH_PUT = re.compile(
    r"(?P<what>[^.;,]{3,60}?),? (?:which|that) (?:[\w']+ ){1,6}?(?:put|puts|estimates?|estimated|values?|valued) (?:it )?at\s*\Z"
)
_INVESTED = re.compile(
    r"\b(?:put|invest\w*|inject\w*|pump\w*|plough\w*|channel\w*|allocat\w*|earmark\w*|commit\w*|pour\w*)(?: an?)?\s*\Z"
)
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimat\w+|valu(?:ed|es|ing)|pric(?:ed|es|ing)|set|sets|kept|fix(?:ed|es)) (?P<what>[^.;]{3,80}?) at\s*\Z"
)
_PAIR = re.compile(
    r"(?:\b(?:and|while)|[,;)]) (?:the |its |an? )?(?P<what>[a-z][a-z -]{2,40}?) (?:by|to|at|of|for|with)\s*\Z"
)
_APPOSED = re.compile(
    r"\b(?P<what>(?:[a-z]+ )?(?:cost|price|value|fee|investment|budget|loan|grant|outlay|bill|profit|deal|contract|turnover|revenue)s?),\s*\Z"
)


# At a total cost exceeding: a noun of value straight before the figure.
_TAIL = re.compile(
    rf"\b(?P<what>(?:[a-z-]+ ){{0,2}}{VALUE})(?: (?:exceeding|surpassing|topping|totalling|totaling|of))?\s*\Z"
)
_LIFT = re.compile(
    r"\b(?:lift|bring|rais|boost|increas|cut|reduc|expand|push|tak|doubl|tripl|lower|driv|swell|mov)(?:e|es|ed|ing|s|ting)? (?P<what>[^.;,\d]{3,60}?) (?:from|to|by)\s*\Z"
)
_IN = re.compile(
    rf" (?:in|from) (?P<what>(?:[a-z-]+ ){{0,2}}(?:{VALUE}|contracts|deals|agreements|orders|projects|bonds|sukuk|damage|losses))\b"
)


_HOLLOW: Final = _EMPTY | frozenset("compared up down according due thanks followed equivalent equal".split())
# A drop in the number of passengers by.
_CHANGE_IN = re.compile(
    r"\b(?:drop|rise|increase|decline|growth|fall|reduction|decrease|jump|surge|cut) in (?P<what>[^.;,\d]{3,70}?) (?:of|by|to)\s*\Z"
)
# An increase of 8.8 per cent in total arrivals.
_IN_AFTER = re.compile(
    r" (?:increase |rise |growth |drop |decline |fall |decrease |jump |reduction )?in (?:the |its |their )?(?=[a-z])(?!(?:first|second|third|fourth|same|past|last|previous|year|comparison)\b)"
)


_INTO = re.compile(r" (?:into|for|towards?) (?:a |an |the |its |their )?(?=[a-z])")


def _stated(left: str, previous: int) -> tuple[int, int] | None:
    """Put the outlay at, and cost by, the cost, some: the thing named right before the figure."""
    if which := _WHICH_PUT.search(left, max(0, previous)):
        return climbed(left, phrase_before(left[: which.end("what")]))
    put = _PUT_AT.search(left) or _PUT.search(left)
    if put and put.start() >= previous:
        return first_phrase(left, put.start("what"), put.end("what"))
    lifted = _CHANGE_IN.search(left) or _LIFT.search(left)
    if lifted:
        place = first_phrase(left, lifted.start("what"), lifted.end("what"))
        return with_complement(left, place, lifted.end("what"))
    for pattern in (_PAIR, _APPOSED, _TAIL):
        match = pattern.search(left, max(0, previous))
        if (
            match
            and not has_verb(match["what"])
            and not match["what"].startswith(("but ", "and ", "while ", "long ", "wide ", "deep ", "tall "))
            and match["what"].split()[-1] not in _HOLLOW
        ):
            return match.span("what")
    return None


def target(text: str, end: int, item: Placed) -> tuple[int, int] | None:
    """Put $400 million into a car plant."""
    left = _bare(text[item.near[0] : item.reading.amount.start])
    if hollow := _shifted(_before_of(left, hollow=True), item.near[0]):
        return hollow
    match = _INTO.match(text, end)
    return phrase_after(text, match.end()) if match and item.finding.kind == "money" else None

"""English noun phrases beside a figure: what begins here, what ends here, the first of a clause."""

import re
from typing import Final

from pipeline.figures.english import STOPS

_WORD = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*'?")


# Words that end a noun phrase on either side.
SOFT_ENDS: Final = frozenset("overseas earlier later annual rising growing next last past up about some more".split())


_ENDS: Final = frozenset(
    """near along inside outside behind beyond abroad amid covering due one first-ever a an the this that these those its their his her our my your some any each every all both no and or but nor of in on at by for
    from to with without within into onto over under up down out off as than if while whereas which who whom whose where when after
    before during since until till between among through across against about around toward towards per via upon because so such
    is are was were be been being has have had do does did will would shall should can could may might must not also already still
    now then there here it he she they we you i according worth valued costing totalling including compared last next this year
    month week quarter today yesterday tomorrow annually yearly monthly daily per more less fewer higher lower long deep wide tall high
    east west north south away ago earlier later respectively only just even again together alone abroad overseas long each
    approximately nearly almost roughly about some up rise rose rising grew grow growing increased fell fall dropped declined increase
    decrease decline growth drop jump surge point points year-on-year by""".split()
) | (STOPS - SOFT_ENDS)


# Nouns that are spelled like verbs of the list below.
_NOUNS: Final = frozenset(
    "cost costs export exports import imports record records run set forecast estimates sales".split()
)


# Verbs between a subject and its figure.
VERBS: Final = re.compile(
    r"\b(?:reach(?:ed|es|ing)?|total(?:l?ed|s|l?ing)|st(?:ood|ands?)(?: now)?(?: at)?|amount(?:ed|s|ing)?|came|comes|hit|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topp?(?:ed|s|ing)|pass(?:ed|es|ing)|cover(?:s|ed|ing)?"
    r"|weigh(?:s|ed|ing)?|cost(?:s|ing)?|sells?|sold|pric(?:ed|es)|produc(?:es?|ed|ing)|yields?|generat(?:es?|ed)|is|are|was|were|be|made up|makes? up|accounts? for|accounted for|represent(?:s|ed)?|constitutes?|form(?:s|ed)"
    r"|carr(?:y|ies|ied)|held|holds?|owns?|ha(?:s|d|ve)|grew|grow(?:s|n)?|r[io]se[ns]?|fell|fall(?:s|en)?|drop(?:ped|s)?|declin(?:ed|es)|increas(?:ed|es)|climb(?:ed|s)?|jump(?:ed|s)?|surg(?:ed|es)|soar(?:ed|s)?"
    r"|shr[aiu]nk|slipp?(?:ed|s)|slid|edged|dipped|plunged|tumbled|expand(?:ed|s)|contract(?:ed|s)|swelled|doubled|tripled|measur(?:es|ed|ing)|extend(?:s|ed|ing)?|stretch(?:es|ed|ing)?|run(?:s|ning)?|last(?:s|ed)|averag(?:ed|es|ing)|yield(?:ed)|br(?:ought|ings?)(?: in)?|hover(?:ed|s)|follow(?:ed|s)|rais(?:ed|es)|recorded|posted|remain(?:ed|s)|estimated|expected|projected|forecast|put|set|eas(?:ed|es)|halved|quadrupled|slumped|[a-z]{3,}ed(?= (?:to|by|from|at)\s*\Z))\b"
)


def phrase_after(text: str, start: int, longest: int = 5) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`."""
    end, count = start, 0
    while match := _WORD.match(text, end + (1 if count else 0)):
        word = match.group()
        low = word.lower()
        if (
            (low in _ENDS and (count or low not in SOFT_ENDS))
            or count == longest
            or (count and VERBS.fullmatch(low))
            or word[0].isdigit()
        ):
            break
        end, count = match.end(), count + 1
        if text[end : end + 1] != " ":
            break
    return (start, end) if count else None


def phrase_before(left: str, end: int | None = None, longest: int = 6) -> tuple[int, int] | None:
    """The noun phrase that ends where `left` does: back to a determiner, a preposition, a verb or a sign."""
    end = len(left.rstrip()) if end is None else end
    words = list(_WORD.finditer(left, 0, end))
    start, count = None, 0
    for word in reversed(words):
        gap = left[word.end() : end if start is None else start]
        if gap.strip() or count == longest or word.group().lower() in _ENDS or word.group()[0].isdigit():
            break
        if count and (
            VERBS.fullmatch(word.group()) or (word.group().endswith(("ing", "ed")) and word.start() > 0 and count > 1)
        ):
            break
        start, count = word.start(), count + 1
    return (start, end) if start is not None else None


def _is_past(left: str, word: "re.Match[str]") -> bool:
    """A word in -ed after a noun is a verb (the firm signed contracts), after a determiner an adjective (a combined outlay)."""
    if not word.group().endswith("ed") or word.group()[0].isupper():
        return False
    before = _LAST.search(left[: word.start()])
    return before is not None and before.group().lower().strip() not in _ENDS


_LAST = re.compile(r"[^\W_]+ \Z")


_LINK = re.compile(r" (?P<word>of|in|for|with|between|on|at|to|from|by|and)(?: the| a| an| its| their)? \Z")


def climbed(left: str, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """The head of a chain: memorandum of understanding with the ministry → memorandum of understanding."""
    for _ in range(4):
        if place and _HEAD.search(left[place[0] : place[1]]):
            break
        link = _LINK.search(left[: place[0]]) if place else None
        if place is None or link is None or (link["word"] == "and" and " between " not in left[: link.start()]):
            break
        head = phrase_before(left[: link.start()])
        if head is None:
            break
        place = (head[0], place[1] if link["word"] == "of" else head[1])
    return place


ADVERBIAL = re.compile(
    r"\s*(?:in|on|at|by|under|with|for|since|during|according|meanwhile|however|overall|last|this|as|of)\b",
    re.IGNORECASE,
)


_COMPLEMENT = re.compile(r" (?:of|to|from) (?:the |its )?(?=[A-Za-z])")


def with_complement(left: str, place: tuple[int, int] | None, end: int) -> tuple[int, int] | None:
    """Revenue from transit fees, access to drinking water."""
    match = _COMPLEMENT.match(left, place[1]) if place else None
    if place is None or match is None:
        return place
    tail = phrase_after(left[:end], match.end(), longest=3)
    return (place[0], tail[1]) if tail else place


_SKIP = re.compile(
    r"(?:[\s\"'(]|\b(?:the|an?|its|their|his|her|our|these|those|some|meanwhile|however|overall|for its part|that|about|and|but|while|whereas|although|though|when|because|if|yet|so)\b,?|\b[A-Z][a-z]+ly, )*",
    re.IGNORECASE,
)


# Last year Kazakh exports grew: a time without a comma before its clause.
_WHEN = re.compile(
    r"(?:(?:in|during|by|for|since) (?:the )?)?(?:(?:last|this|next|the (?:previous|following)) (?:fiscal )?(?:year|month|week|quarter|season|decade)"
    r"|(?:in|since|by|during) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) ?)?(?:(?:19|20)\d\d)?) (?=[a-z])",
    re.IGNORECASE,
)


_PRONOUNS: Final = frozenset("it they he she this which that there we you i who".split())


def first_phrase(left: str, start: int, end: int) -> tuple[int, int] | None:
    """The first noun phrase of a clause, determiners and opening adverbs left out."""
    match = _SKIP.match(left, start, end)
    begin = match.end() if match else start
    if (when := _WHEN.match(left, begin)) and when.end() < end:
        match = _SKIP.match(left, when.end(), end)
        begin = match.end() if match else when.end()
    if ADVERBIAL.match(left, begin):
        comma = left.find(", ", begin, end)
        after = comma + 2 if comma >= 0 else left.rfind(" the ", begin + 9, end) + 1
        if after <= 0:
            return None
        match = _SKIP.match(left, after, end)
        begin = match.end() if match else after
    place = phrase_after(left[:end], begin)
    if place and left[place[0] : place[1]].lower() in ("it", "they") and start > 0:
        return first_phrase(left, 0, start)
    return None if place is None or _is_no_thing(left[place[0] : place[1]]) else place


_DIMENSIONS: Final = frozenset("long wide deep tall high thick".split())


def _is_no_thing(phrase: str) -> bool:
    """Whether a phrase is a pronoun, or begins with a verb (moderated slightly) or a dimension (long and cost)."""
    words = phrase.lower().split()
    if phrase.lower() in _PRONOUNS or words[0] in _DIMENSIONS:
        return True
    return phrase[0].islower() and words[0].endswith("ed") and (len(words) == 1 or words[1].endswith("ly"))


VALUE = (
    r"(?:costs?|prices?|values?|fees?|investments?|budgets?|loans?|grants?|outlays?|profits?|revenues?|turnover|exports?|imports?|trade|exchange|output|production|capacity|area|length|depth"
    r"|savings?|sales|demand|supply|consumption|reserves?|deficit|surplus|debt|capital|funding|financing|aid|assets?|deposits?|income|earnings|spending|expenditure|volume|weight|height|speed|emissions)"
)


_HEAD = re.compile(
    rf"\b(?:{VALUE}|agreements?|contracts?|deals?|memorand\w+|mous?|projects?|orders?|accords?|concessions?|packages?)\Z",
    re.IGNORECASE,
)


def has_verb(phrase: str) -> bool:
    """Whether a phrase holds a verb or is a participle (rising to, provided for)."""
    words = phrase.split()
    if len(words) == 1 and words[0].endswith(("ing", "ed")):
        return True
    return any(word in _MODALS or (VERBS.fullmatch(word) and word not in _NOUNS) for word in words)


_MODALS: Final = frozenset("may might will would can could should must shall to not it they who which that".split())

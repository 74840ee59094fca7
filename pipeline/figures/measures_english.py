"""English: the noun phrase that a figure measures."""

import re
from typing import Final

from pipeline.figures.english import MODIFIERS_BEFORE, STOPS
from pipeline.figures.reading import Placed

_WORD = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*'?")
# exceed, surpass, top are the verb of the clause as well, so they stay.
_VERBAL: Final = ("exceed", "surpass", "topp", "tops", "pass")
_MODIFIER = re.compile(
    rf"(?<![\w-])(?:{'|'.join(words for _, words in MODIFIERS_BEFORE)}|just|only|an? (?:accumulated|combined|total|estimated|initial|record|aggregate|cumulative|additional|further|whopping|massive)|a total of|an average of|another|more)\s+(?:an? |the )?\Z",
    re.IGNORECASE,
)

# Words that end a noun phrase on either side.
_SOFT_ENDS: Final = frozenset("overseas earlier later annual rising growing next last past up about some more".split())
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
) | (STOPS - _SOFT_ENDS)
# Nouns that are spelled like verbs of the list below.
_NOUNS: Final = frozenset(
    "cost costs export exports import imports record records run set forecast estimates sales".split()
)
# Verbs between a subject and its figure.
_VERBS: Final = re.compile(
    r"\b(?:reach(?:ed|es|ing)?|total(?:l?ed|s|l?ing)|st(?:ood|ands?)(?: now)?(?: at)?|amount(?:ed|s|ing)?|came|comes|hit|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topp?(?:ed|s|ing)|pass(?:ed|es|ing)|cover(?:s|ed|ing)?"
    r"|weigh(?:s|ed|ing)?|cost(?:s|ing)?|sells?|sold|pric(?:ed|es)|produc(?:es?|ed|ing)|yields?|generat(?:es?|ed)|is|are|was|were|be|made up|makes? up|accounts? for|accounted for|represent(?:s|ed)?|constitutes?|form(?:s|ed)"
    r"|carr(?:y|ies|ied)|held|holds?|owns?|ha(?:s|d|ve)|grew|grow(?:s|n)?|r[io]se[ns]?|fell|fall(?:s|en)?|drop(?:ped|s)?|declin(?:ed|es)|increas(?:ed|es)|climb(?:ed|s)?|jump(?:ed|s)?|surg(?:ed|es)|soar(?:ed|s)?"
    r"|shr[aiu]nk|slipp?(?:ed|s)|slid|edged|dipped|plunged|tumbled|expand(?:ed|s)|contract(?:ed|s)|swelled|doubled|tripled|measur(?:es|ed|ing)|extend(?:s|ed|ing)?|stretch(?:es|ed|ing)?|run(?:s|ning)?|last(?:s|ed)|averag(?:ed|es|ing)|yield(?:ed)|br(?:ought|ings?)(?: in)?|hover(?:ed|s)|follow(?:ed|s)|rais(?:ed|es)|recorded|posted|remain(?:ed|s)|estimated|expected|projected|forecast|put|set|eas(?:ed|es)|[a-z]{3,}ed(?= (?:to|by|from|at)\s*\Z))\b"
)
_CLAUSE: Final = re.compile(
    r"[;:]\s|,? (?:and|but|while|whereas|as|because|when|where|although|though|that|said|says|added|saying|noting|showing|so|since|after|if|of which|with)\s|, |- |\("
)
_RELATIVE: Final = re.compile(r"\b(?:which|who)\b")
_DIMENSION: Final = frozenset("long deep wide tall high thick".split())
_WORTH: Final = re.compile(
    r"(?:,? (?:and )?(?:is |are |was |were )?(?:worth|valued at|costing|priced at|estimated at|totalling|totaling|amounting to|with a value of|to the tune of))\s*\Z"
)
_OF: Final = re.compile(r"\bof\s*\Z")
_LABEL: Final = re.compile(r"(?:^|\n|[•*]|^- )\s*(?P<label>[A-Z][\w '/()-]{2,50}?)\s*:\s*\Z")
_EMPTY: Final = frozenset(
    "total sum amount rate level rise increase growth decline drop fall average maximum minimum record rises target figure forecast number one share stake range order estimated".split()
)


# Of it: the share of what the figure before measures.
POINTS_BACK: Final = re.compile(r" of (?:it|them|this|that)\b(?! \w+s\b)")


def measured(text: str, item: Placed, floor: int, previous: int) -> tuple[int, int] | None:
    """Characters of what the figure measures, or None where its clause does not name it."""
    amount = item.reading.amount
    left = _bare(text[floor : amount.start])
    inside = _IN.match(text, amount.end) if item.finding.kind == "money" else None
    if inside:
        return inside.span("what")
    if item.finding.trend and (grown := _IN_AFTER.match(text, amount.end)):
        return _phrase_after(text, grown.end())
    if _INVESTED.search(left) and (into := _INTO.match(text, amount.end)):
        return _phrase_after(text, into.end())
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
    return _shifted(near or _subject(left, since), floor)


def _shifted(place: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return (place[0] + by, place[1] + by) if place else None


def _bare(left: str) -> str:
    """The text before a figure without its modifiers: "a cost of about" → "a cost of"."""
    while (match := _MODIFIER.search(left)) and not match.group().lower().startswith(_VERBAL):
        left = left[: match.start()]
    return left


def _partitive(text: str, end: int, item: Placed) -> tuple[int, int] | None:
    """15% of revenue, 5.3 million barrels of crude."""
    match = re.compile(r" of (?:all |all of )?(?:the |its |their |his |her |our |a |an |one |each |every )?").match(
        text, end
    )
    place = _phrase_after(text, match.end()) if match else None
    return None if place is None or text[place[0] : place[1]].lower() in ("total", "whole") else place


def _attributive(text: str, end: int, item: Placed) -> tuple[int, int] | None:
    """A $5 billion contract, a 5-gigawatt AI campus."""
    match = re.compile(r"[ -](?:\([A-Za-z²/]{1,8}\) )?(?=[A-Za-z])").match(text, end)
    if not match or item.finding.trend:
        return None
    place = _phrase_after(text, match.end())
    if place is None:
        return None
    words = text[place[0] : place[1]].split()
    if words[0].lower() in _SOFT_ENDS:
        return None
    return None if words[0].lower().endswith(("ly", "ed")) or _VERBS.fullmatch(words[0]) else place


def _phrase_after(text: str, start: int, longest: int = 5) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`."""
    end, count = start, 0
    while match := _WORD.match(text, end + (1 if count else 0)):
        word = match.group()
        low = word.lower()
        if (
            (low in _ENDS and (count or low not in _SOFT_ENDS))
            or count == longest
            or (count and _VERBS.fullmatch(low))
            or word[0].isdigit()
        ):
            break
        end, count = match.end(), count + 1
        if text[end : end + 1] != " ":
            break
    return (start, end) if count else None


def _phrase_before(left: str, end: int | None = None, longest: int = 6) -> tuple[int, int] | None:
    """The noun phrase that ends where `left` does: back to a determiner, a preposition, a verb or a sign."""
    end = len(left.rstrip()) if end is None else end
    words = list(_WORD.finditer(left, 0, end))
    start, count = None, 0
    for word in reversed(words):
        gap = left[word.end() : end if start is None else start]
        if gap.strip() or count == longest or word.group().lower() in _ENDS or word.group()[0].isdigit():
            break
        if count and (
            _VERBS.fullmatch(word.group()) or (word.group().endswith(("ing", "ed")) and word.start() > 0 and count > 1)
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


def _labelled(left: str) -> tuple[int, int] | None:
    match = _LABEL.search(left)
    return (match.start("label"), match.end("label")) if match else None


def _before_worth(left: str) -> tuple[int, int] | None:
    """A contract, worth; a memorandum of understanding worth."""
    match = _WORTH.search(left)
    return _climbed(left, _phrase_before(left[: match.start()].rstrip(" ,"))) if match else None


_LINK = re.compile(r" (?P<word>of|in|for|with|between|on|at|to|from|by|and)(?: the| a| an| its| their)? \Z")


def _climbed(left: str, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """The head of a chain: memorandum of understanding with the ministry → memorandum of understanding."""
    for _ in range(4):
        if place and _HEAD.search(left[place[0] : place[1]]):
            break
        link = _LINK.search(left[: place[0]]) if place else None
        if place is None or link is None or (link["word"] == "and" and " between " not in left[: link.start()]):
            break
        head = _phrase_before(left[: link.start()])
        if head is None:
            break
        place = (head[0], place[1] if link["word"] == "of" else head[1])
    return place


def _bracketed(left: str, previous: int) -> tuple[int, int] | None:
    """Customs paperwork (23%); the region, 22,561 square kilometres in all."""
    if left.endswith("(") and len(left.rstrip("( ")) > previous:
        return _phrase_before(left.rstrip("( "))
    head = re.fullmatch(r"\s*(?:The |A |An )?(?P<what>[^,;:.]{3,60}),\s*", left)
    return (
        _first_phrase(left, head.start("what"), head.end("what")) if head and not _VERBS.search(head["what"]) else None
    )


def _before_of(left: str, hollow: bool = False) -> tuple[int, int] | None:
    """A net profit of, an expected cost of."""
    match = _OF.search(left)
    if not match:
        return None
    place = _phrase_before(left[: match.start()])
    if place is None or left[place[0] : place[1]].rsplit(maxsplit=1)[-1].lower() in _EMPTY:
        return None
    return place


def _beside_dimension(text: str, end: int, left: str) -> tuple[int, int] | None:
    """An approach channel 21 km long; and 16 metres deep takes it over from the figure before."""
    match = re.compile(r"[ -](\w+)").match(text, end)
    if not match or match[1] not in _DIMENSION:
        return None
    return _phrase_before(left)


def _subject(left: str, previous: int) -> tuple[int, int] | None:
    """The subject of the verb before the figure, within its clause."""
    verbs = list(_VERBS.finditer(left))
    verb = verbs[-1] if verbs else None
    if verb is None or verb.end() <= previous:
        return None
    start = _clause_start(left, [other.start() for other in verbs], verb.start())
    whose = list(re.finditer(r"\bwhose ", left[: verb.start()]))
    if whose and whose[-1].end() >= start:
        return _phrase_after(left[: verb.start()], whose[-1].end())
    relative = list(_RELATIVE.finditer(left, 0, verb.start()))
    if relative and relative[-1].start() >= start - 7 and not left[: relative[-1].start()].endswith("of "):
        return _phrase_before(left[: relative[-1].start()].rstrip(" ,"))
    return _with_complement(left, _first_phrase(left, start, verb.start()), verb.start())


def _clause_start(left: str, verbs: list[int], end: int) -> int:
    """Where the clause of the verb at `end` begins: behind the last joint that has a verb, or only an adverbial, before it."""
    start = 0
    for joint in _CLAUSE.finditer(left):
        if joint.end() > end:
            break
        word = joint.group().strip()
        strong = word in (";", ":", "-", "(") or (word[0] == "," and len(word) > 1)
        if (
            strong
            or any(start <= at < joint.start() for at in verbs)
            or _PAST.search(left, start, joint.start())
            or _ADVERBIAL.match(left, start)
        ):
            start = joint.end()
    return start


_PAST = re.compile(r"\b[a-z]+ed\b")
_ADVERBIAL = re.compile(
    r"\s*(?:in|on|at|by|under|with|for|since|during|according|meanwhile|however|overall|last|this|as|of)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r" (?:of|to|from) (?:the |its )?(?=[A-Za-z])")


def _with_complement(left: str, place: tuple[int, int] | None, end: int) -> tuple[int, int] | None:
    """Revenue from transit fees, access to drinking water."""
    match = _COMPLEMENT.match(left, place[1]) if place else None
    if place is None or match is None:
        return place
    tail = _phrase_after(left[:end], match.end(), longest=3)
    return (place[0], tail[1]) if tail else place


_SKIP = re.compile(
    r"(?:[\s\"'(]|\b(?:the|an?|its|their|his|her|our|these|those|some|meanwhile|however|overall|for its part|that|about|and|but|while|whereas|although|though|when|because|if|yet|so)\b,?)*",
    re.IGNORECASE,
)
_PRONOUNS: Final = frozenset("it they he she this which that there we you i who".split())


def _first_phrase(left: str, start: int, end: int) -> tuple[int, int] | None:
    """The first noun phrase of a clause, determiners and opening adverbs left out."""
    match = _SKIP.match(left, start, end)
    begin = match.end() if match else start
    if _ADVERBIAL.match(left, begin):
        comma = left.find(", ", begin, end)
        after = comma + 2 if comma >= 0 else left.rfind(" the ", begin + 9, end) + 1
        if after <= 0:
            return None
        match = _SKIP.match(left, after, end)
        begin = match.end() if match else after
    place = _phrase_after(left[:end], begin)
    if place and left[place[0] : place[1]].lower() in ("it", "they") and start > 0:
        return _first_phrase(left, 0, start)
    return None if place is None or left[place[0] : place[1]].lower() in _PRONOUNS else place


# Its cost, put at.
_PUT_AT = re.compile(r"(?P<what>[^.;,]{3,60}), (?:put|estimated|valued|set|priced) at\s*\Z")
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


_VALUE = (
    r"(?:costs?|prices?|values?|fees?|investments?|budgets?|loans?|grants?|outlays?|profits?|revenues?|turnover|exports?|imports?|trade|exchange|output|production|capacity|area|length|depth"
    r"|savings?|sales|demand|supply|consumption|reserves?|deficit|surplus|debt|capital|funding|financing|aid|assets?|deposits?|income|earnings|spending|expenditure|volume|weight|height|speed|emissions)"
)
# At a total cost exceeding: a noun of value straight before the figure.
_TAIL = re.compile(
    rf"\b(?P<what>(?:[a-z-]+ ){{0,2}}{_VALUE})(?: (?:exceeding|surpassing|topping|totalling|totaling|of))?\s*\Z"
)
_LIFT = re.compile(
    r"\b(?:lift|bring|rais|boost|increas|cut|reduc|expand|push|tak|doubl|tripl|lower|driv|swell|mov)(?:e|es|ed|ing|s|ting)? (?P<what>[^.;,\d]{3,60}?) (?:from|to|by)\s*\Z"
)
_IN = re.compile(rf" (?:in|from) (?P<what>(?:[a-z-]+ ){{0,2}}{_VALUE})\b")


_HEAD = re.compile(
    rf"\b(?:{_VALUE}|agreements?|contracts?|deals?|memorand\w+|mous?|projects?|orders?|accords?|concessions?|packages?)\Z",
    re.IGNORECASE,
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


def _has_verb(phrase: str) -> bool:
    """Whether a phrase holds a verb or is a participle (rising to, provided for)."""
    words = phrase.split()
    if len(words) == 1 and words[0].endswith(("ing", "ed")):
        return True
    return any(_VERBS.fullmatch(word) and word not in _NOUNS for word in words)


def _stated(left: str, previous: int) -> tuple[int, int] | None:
    """Put the outlay at, and cost by, the cost, some: the thing named right before the figure."""
    put = _PUT_AT.search(left) or _PUT.search(left)
    if put and put.start() >= previous:
        return _first_phrase(left, put.start("what"), put.end("what"))
    lifted = _CHANGE_IN.search(left) or _LIFT.search(left)
    if lifted:
        place = _first_phrase(left, lifted.start("what"), lifted.end("what"))
        return _with_complement(left, place, lifted.end("what"))
    for pattern in (_PAIR, _APPOSED, _TAIL):
        match = pattern.search(left, max(0, previous))
        if match and not _has_verb(match["what"]) and match["what"].split()[-1] not in _HOLLOW:
            return match.span("what")
    return None


def target(text: str, end: int, item: Placed) -> tuple[int, int] | None:
    """Put $400 million into a car plant."""
    left = _bare(text[item.near[0] : item.reading.amount.start])
    if hollow := _shifted(_before_of(left, hollow=True), item.near[0]):
        return hollow
    match = _INTO.match(text, end)
    return _phrase_after(text, match.end()) if match and item.finding.kind == "money" else None

"""The core of an English office: its head with the words before it, "Deputy Prime Minister", "Chief Marketing Officer"."""

from pipeline.parties.english import (
    BOUND_HEADS,
    BOUND_ONLY,
    DAYS,
    HEADS,
    MODIFIERS,
    NOT_TRADES,
    STOPS,
    TITLES,
    TRADE_SUFFIXES,
    TRADES,
)
from pipeline.parties.units import Unit

_DETERMINERS = frozenset({"a", "an", "the"})
# Common words that are an office only before "of" or another head: the head of, Chief Executive.
_AMBIGUOUS = frozenset({"head", "heads", "chief", "leader"})
_AFTER_AMBIGUOUS = frozenset({"of", "executive", "financial", "operating", "negotiator"})
_AFTER_TRADES = frozenset({",", ".", ")", "of", "at", "in", "from", "with", "for", "who", "and"})
_LONGEST_TRADE = 3  # words: an independent energy analyst


def head_of(key: str) -> str:
    """The head inside a hyphenated word: chairman of vice-chairman."""
    return key if key in HEADS else key.rsplit("-", 1)[-1]


def is_head(units: list[Unit], at: int) -> bool:
    """Whether an office may have its head at unit `at`."""
    unit = units[at]
    if unit.kind != "word":
        return False
    head = head_of(unit.key)
    if head not in HEADS:
        return _is_trade(units, at)
    if head in BOUND_ONLY:
        before = [units[i].key for i in range(max(0, at - 2), at)] + unit.key.split("-")[:-1]
        return any(word in BOUND_HEADS[head] for word in before)
    if head in _AMBIGUOUS:
        if at + 1 < len(units) and units[at + 1].kind == "person":
            return True  # Reconstruction Fund head Belqasem Haftar
        return (at + 1 < len(units) and units[at + 1].key in _AFTER_AMBIGUOUS) or core_end(units, at) > at
    return True


def _is_trade(units: list[Unit], at: int) -> bool:
    """Whether a word in lower case names what someone does, by its suffix, in apposition: ", a date farmer in"."""
    word = units[at].text
    if not word.islower() or word in NOT_TRADES or at + 1 >= len(units):
        return False
    if not word.endswith(TRADE_SUFFIXES) and word not in TRADES:
        return False
    if units[at + 1].kind == "person":
        return True
    start = _lower_start(units, at, _LONGEST_TRADE)
    if start and units[start - 1].key in _DETERMINERS:
        start -= 1
    in_apposition = start > 1 and units[start - 1].key == "," and units[start - 2].kind in ("person", "word")
    return in_apposition and units[at + 1].key in _AFTER_TRADES


def _lower_start(units: list[Unit], at: int, longest: int) -> int:
    """First of the words in lower case before unit `at`, at most `longest`, determiners and possessives outside."""
    start = at
    while start and at - start < longest and units[start - 1].kind == "word" and units[start - 1].text.islower():
        if units[start - 1].key in _DETERMINERS or units[start - 1].key == "'s" or units[start - 1].key in STOPS:
            break
        start -= 1
    return start


def core_end(units: list[Unit], at: int) -> int:
    """Last unit of the run of heads from `at` on: Chief Executive Officer, Director General, Chief Marketing Officer."""
    end = at
    while end + 1 < len(units) and units[end + 1].kind == "word":
        head = head_of(units[end + 1].key)
        if head in HEADS and (head not in BOUND_ONLY or is_head(units, end + 1)):
            end += 1
        elif _is_chief_of(units, end):
            end += 2
        else:
            break
    return end


def _is_chief_of(units: list[Unit], at: int) -> bool:
    """Whether a field stands inside: Chief *Marketing* Officer, Assistant *Secretary* General."""
    closes = at + 2 < len(units) and units[at + 2].key in ("officer", "general", "director")
    return closes and units[at].key in ("chief", "deputy", "assistant")


def core_start(units: list[Unit], at: int) -> int:
    """First unit of the words before a head that belong to it: Deputy Prime, Regional Sales, Trade and Industry."""
    start = at
    while start and units[start - 1].kind == "word" and units[start].start - units[start - 1].end <= 1:
        if _modifies(units, start - 1):
            start -= 1
        elif (
            start > 1
            and units[start - 1].key == "and"
            and units[start].capitalised
            and _modifies(units, start - 2, True)
        ):
            start -= 2
            while start > 1 and units[start - 1].key == "," and _modifies(units, start - 2, True):
                start -= 2  # Industry, Trade and Supply Minister
        else:
            break
    if start == at and head_of(units[at].key) not in HEADS:
        return _lower_start(units, at, _LONGEST_TRADE)
    return _possessed_start(units, start)


def _modifies(units: list[Unit], at: int, coordinated: bool = False) -> bool:
    """Whether a word belongs to the head after it: a modifier of the table, or any capitalised word that is no title."""
    word = units[at]
    if word.kind != "word" or word.key == "'s" or (coordinated and (not word.capitalised or word.key in DAYS)):
        return False
    if word.key in MODIFIERS or head_of(word.key) in MODIFIERS:
        return True
    is_title = word.key in TITLES and units[at + 1].key != "court"
    return word.capitalised and word.key not in DAYS and not is_title and head_of(word.key) not in HEADS


def _possessed_start(units: list[Unit], start: int) -> int:
    """With the words in lower case between a possessive or nationality and the office: Guinea's *budget* minister."""
    if units[start].text[0].islower():
        for before in range(start - 1, max(-1, start - _LONGEST_TRADE - 1), -1):
            unit = units[before]
            if unit.key == "'s" or unit.kind == "adjective":
                return before + 1
            if unit.kind != "word" or unit.key in STOPS or not unit.text.islower():
                break
    return start


def starts_office(units: list[Unit], at: int) -> bool:
    """Whether an office begins at unit `at`: after "and" in "Minister of Sports and Chairman"."""
    for head in range(at, min(at + 3, len(units))):
        if units[head].kind == "word" and is_head(units, head):
            return core_start(units, head) <= at or units[at].key == "the"
    return False

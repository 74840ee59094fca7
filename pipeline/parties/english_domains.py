"""The field of an English office: "Trade, Industry and Energy", "AI policy", "the Middle East"."""

from pipeline.parties.english import HEADS, STOPS, TITLES
from pipeline.parties.english_cores import head_of, starts_office
from pipeline.parties.units import Unit

_SMALL_LINKS = frozenset({"and", "&", "of", "the", "for", "/", "-", "in"})
_GOVERNMENT = frozenset({"government", "president", "minister", "cabinet", "council", "affairs", "policy"})
_LOWER_WORDS = 5  # of a field in lower case: "international cooperation and protocol"
_LONGEST_LIST = 6  # units from a comma to the "and" of a list of fields


def domain_end(units: list[Unit], at: int) -> int:
    """Last unit of the field that starts at unit `at`; `at` - 1 where none does."""
    lower, end, here = 0, at - 1, at
    while here < len(units) and _goes_on(units, here):
        unit = units[here]
        if unit.kind == "place" or (unit.kind == "word" and (unit.capitalised or unit.text[0].isdigit())):
            end = here
        elif unit.kind == "word" and unit.key not in _SMALL_LINKS:
            if lower == _LOWER_WORDS or not _fits_in_lower_case(units, at, here, lower):
                break
            lower, end = lower + 1, here
        here += 1
    return end


def _goes_on(units: list[Unit], here: int) -> bool:
    """Whether a unit may stand inside a field."""
    unit = units[here]
    if unit.kind == "place":
        return units[here - 1].key in ("the", "for", "and")
    if unit.kind == "adjective":
        return unit.capitalised and here + 1 < len(units) and units[here + 1].capitalised
    if unit.key in ("and", "&"):
        return not starts_office(units, here + 1)
    if unit.key == ",":
        return _list_goes_on(units, here)
    return unit.key in _SMALL_LINKS or (unit.kind == "word" and not opens_name(units, here))


def _fits_in_lower_case(units: list[Unit], at: int, here: int, lower: int) -> bool:
    """Whether a word in lower case belongs to the field: all of it is, or it follows "for", "of", an acronym (AI policy)."""
    if units[here].key in STOPS:
        return False
    before = units[here - 1]
    if units[here].key in _GOVERNMENT:  # adviser to the Flemish government
        return True
    return (
        bool(lower) or here == at or not units[at].capitalised or before.key in ("for", "of") or before.text.isupper()
    )


def opens_name(units: list[Unit], at: int) -> bool:
    """Whether a title begins the name that follows; not so in the Royal Court."""
    if units[at].key.rstrip(".") not in TITLES:
        return False
    following = next((unit for unit in units[at + 1 : at + 3] if unit.key != "."), None)
    return following is None or following.kind == "person" or following.key.rstrip(".") in TITLES


def _list_goes_on(units: list[Unit], comma: int) -> bool:
    """Whether a comma continues a list of fields: capitalised words up to an "and"."""
    for here in range(comma + 1, min(comma + 1 + _LONGEST_LIST, len(units))):
        unit = units[here]
        if unit.key in ("and", "&"):
            following = units[here + 1] if here + 1 < len(units) else unit
            ends_list = following.kind == "word" and following.capitalised and not starts_office(units, here + 1)
            return here > comma + 1 and ends_list
        is_field = unit.kind == "word" and unit.capitalised and unit.key.rstrip(".") not in TITLES
        if unit.key != "," and (not is_field or head_of(unit.key) in HEADS):
            return False
    return False

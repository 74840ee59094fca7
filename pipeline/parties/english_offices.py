"""Offices in English: "the UAE's Minister of Industry and Advanced Technology", "SPA President", "head of the Authority"."""

from pipeline.parties import english
from pipeline.parties.english import (
    BOUND_HEADS,
    BOUND_ONLY,
    COMPANY_NOUNS,
    DAYS,
    ENVOY_HEADS,
    HEADS,
    INSTITUTIONS,
    LINKS,
    MINISTER_HEADS,
    MODIFIERS,
    NOT_TRADES,
    OUTSIDE_ROLE,
    PLURAL_HEADS,
    STATE_HEADS,
    STOPS,
    TITLES,
    TRADE_SUFFIXES,
)
from pipeline.parties.office import Office
from pipeline.parties.units import Unit

_SMALL_LINKS = frozenset({"and", "&", "of", "the", "for", "/", "-", "in"})
_LOWER_DOMAIN = 5  # words of a domain in lower case: "of international cooperation and protocol"


def read_offices(units: list[Unit]) -> list[Office]:
    """All offices of a passage, in order, none inside another."""
    offices, at = list[Office](), 0
    while at < len(units):
        office = _office_at(units, at) if _is_head(units, at) else None
        if office:
            offices.append(office)
            at = office.last
        at += 1
    return offices


def head_of(key: str) -> str:
    """The head inside a hyphenated word: chairman of vice-chairman."""
    return key if key in HEADS else key.rsplit("-", 1)[-1]


def _is_head(units: list[Unit], at: int) -> bool:
    unit = units[at]
    if unit.kind != "word" or head_of(unit.key) not in HEADS:
        return unit.kind == "word" and _is_trade(units, at)
    head = head_of(unit.key)
    if head in BOUND_ONLY:
        before = [units[i].key for i in range(max(0, at - 2), at)] + unit.key.split("-")[:-1]
        return any(word in BOUND_HEADS[head] for word in before)
    if head in ("head", "chief", "leader", "lead", "heads"):
        return (
            at + 1 < len(units) and units[at + 1].key in ("of", "executive", "financial", "operating", "negotiator")
        ) or _begins_core(units, at)
    return True


def _is_trade(units: list[Unit], at: int) -> bool:
    """Whether a word in lower case names what someone does, by its suffix, and stands in apposition: ", a date farmer in"."""
    word = units[at].text
    if not (word.islower() and word.endswith(TRADE_SUFFIXES)) or word in NOT_TRADES or at + 1 >= len(units):
        return False
    if units[at + 1].key not in (",", ".", ")", "of", "at", "in", "from", "with", "for", "who", "and"):
        return False
    start = at
    while (
        start > 0
        and at - start < 3
        and units[start - 1].text.islower()
        and units[start - 1].key not in ("a", "an", "the")
    ):
        start -= 1
    if start and units[start - 1].key in ("a", "an", "the"):
        start -= 1
    return start > 1 and units[start - 1].key == "," and units[start - 2].kind in ("person", "word")


def _begins_core(units: list[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].kind == "word" and _core_end(units, at) > at


def _core_end(units: list[Unit], at: int) -> int:
    """Last unit of the run of heads from `at` on: Chief Executive Officer, Director General, Chief Marketing Officer."""
    end = at
    while end + 1 < len(units) and units[end + 1].kind == "word":
        key = units[end + 1].key
        if head_of(key) in HEADS and not (head_of(key) in BOUND_ONLY and not _is_head(units, end + 1)):
            end += 1
        elif (
            end + 2 < len(units)
            and units[end + 2].key in ("officer", "general", "director")
            and units[end].key in ("chief", "deputy", "assistant")
        ):
            end += 2
        else:
            break
    return end


def _core_start(units: list[Unit], at: int) -> int:
    """First unit of the words before a head that belong to it: Deputy Prime, Regional Sales, Trade and Industry."""
    start = at
    while start > 0 and units[start - 1].kind == "word" and units[start].start - units[start - 1].end <= 1:
        word = units[start - 1]
        if (
            word.key in MODIFIERS
            or head_of(word.key) in MODIFIERS
            or (
                word.capitalised
                and word.key not in DAYS
                and (word.key not in TITLES or units[start].key == "court")
                and head_of(word.key) not in HEADS
                and word.key != "'s"
            )
        ):
            start -= 1
        elif (
            word.key == "and"
            and start > 1
            and units[start].capitalised
            and units[start - 2].kind == "word"
            and units[start - 2].capitalised
            and units[start - 2].key not in DAYS
        ):
            start -= 2
        else:
            break
    if start == at and head_of(units[at].key) not in HEADS:
        while (
            start > 0
            and units[start - 1].kind == "word"
            and units[start - 1].text.islower()
            and units[start - 1].key not in ("a", "an", "the")
        ):
            start -= 1
    if start and units[start].text[0].islower() and units[start - 1].kind == "word" and units[start - 1].text.islower():
        for before in range(start - 1, max(-1, start - 4), -1):  # Guinea's budget minister
            if units[before].key == "'s" or units[before].kind == "adjective":
                return before + 1
            if units[before].kind != "word" or units[before].key in STOPS or not units[before].text.islower():
                break
    return start


def _office_at(units: list[Unit], at: int) -> Office | None:
    start, end = _core_start(units, at), _core_end(units, at)
    while start < end and units[start].key in OUTSIDE_ROLE:
        start += 1
    office = Office(units[start].start, units[end].end, start, end)
    _take_heads(office, units, start, end)
    office.weak = not office.heads
    _read_complement(office, units, end + 1)
    while (more := _coordinated(units, office)) and not office.institutions:
        office.end, office.last = more.end, more.last
        office.heads += more.heads
        office.institutions, office.code, office.generic = more.institutions, office.code or more.code, more.generic
        office.of_state = office.of_state and not more.institutions
    _read_before(office, units)
    return office


def _take_heads(office: Office, units: list[Unit], start: int, end: int) -> None:
    keys = [head_of(units[i].key) for i in range(start, end + 1)]
    office.heads = [key for key in keys if key in HEADS]
    office.plural = any(key in PLURAL_HEADS for key in keys)
    office.of_state = any(key in STATE_HEADS for key in keys) and "company" not in keys
    office.minister = any(key in MINISTER_HEADS for key in keys)


def _coordinated(units: list[Unit], office: Office) -> Office | None:
    """The second of two offices: Minister of Sports and Chairman …"""
    at = office.last + 1
    if at + 1 >= len(units) or units[at].key not in ("and", "&"):
        return None
    for ahead in range(at + 1, min(at + 5, len(units))):
        if units[ahead].kind != "word":
            return None
        if _is_head(units, ahead):
            start = _core_start(units, ahead)
            if start > at + 1:
                return None
            more = Office(units[at + 1].start, units[_core_end(units, ahead)].end, at + 1, _core_end(units, ahead))
            _take_heads(more, units, at + 1, more.last)
            _read_complement(more, units, more.last + 1)
            return more
    return None


def _read_complement(office: Office, units: list[Unit], at: int) -> None:
    """Takes in "of Finance", "for the Middle East", "of the Republic of Korea to Senegal", "at Khalifa University"."""
    envoy = any(head in ENVOY_HEADS for head in office.heads)
    while at + 1 < len(units) and units[at].key in LINKS:
        link, noun = units[at].key, at + 1
        if [unit.key for unit in units[at : at + 3]] == ["in", "charge", "of"]:
            link, noun = "of", at + 3
        while noun + 1 < len(units) and units[noun].key in ("the", "its", "his", "her", "their"):
            noun += 1
        noun = _in_apposition(units, noun)
        unit = units[noun]
        if unit.kind in ("organization", "country"):
            if link in ("to", "for", "in") and unit.kind == "country":
                if link == "for" and not envoy:
                    office.end = unit.end
                office.last = noun
            elif not office.institutions and (link in ("of", "at", "with", "for") or unit.kind == "organization"):
                office.institutions = [m for m in [units[noun].mention] if m]
                noun = _listed(office, units, noun)
                office.last = noun
            else:
                return
        elif unit.kind == "place":
            if link in ("at", "in"):
                return
            office.last = noun
            if not envoy:
                office.end = unit.end
        elif (named := _named_after_nouns(units, noun)) and not office.institutions:
            office.institutions = [m for m in [units[named].mention] if m]
            office.last = noun = named
        elif unit.kind == "word":
            last = _domain_end(units, noun)
            if last < noun or (
                link in ("to", "with", "at", "in", "on") and not unit.capitalised and link not in ("on", "in")
            ):
                return
            if units[last].key in INSTITUTIONS and units[noun - 1].key == "the" and last - noun == 0:
                office.generic, office.last = units[last].key, last
                return
            if link in ("at", "with", "in"):
                return
            office.end, office.last = units[last].end, last
            noun = last
        else:
            return
        at = noun + 1


def _named_after_nouns(units: list[Unit], at: int) -> int | None:
    """The organisation in "the French group TotalEnergies", "state oil company Sonatrach": after nouns in lower case."""
    here = at
    while here < min(at + 5, len(units)) and (
        units[here].kind == "adjective"
        or units[here].key in COMPANY_NOUNS
        or (
            units[here].kind == "word"
            and not units[here].capitalised
            and units[here].key not in STOPS
            and units[here].key not in LINKS
            and units[here].text[0].isalpha()
        )
    ):
        here += 1
    if here == at or here >= len(units) or units[here].kind != "organization":
        return None
    return here if units[here - 1].key in COMPANY_NOUNS else None


def _listed(office: Office, units: list[Unit], at: int) -> int:
    """Further countries of a plural office: the foreign ministers of Egypt and Jordan."""
    while (
        office.plural
        and at + 2 < len(units)
        and units[at + 1].key in ("and", ",")
        and units[at + 2].kind in ("country", "organization")
    ):
        at += 2
        mention = units[at].mention
        if mention:
            office.institutions.append(mention)
    return at


def _in_apposition(units: list[Unit], at: int) -> int:
    """The institution meant by "Sputnik's parent company, Rossiya Segodnya": the named one after the comma."""
    if at + 2 < len(units) and units[at + 1].key == "'s" and units[at + 2].kind == "organization":
        return at + 2  # in Kenya's State Department for Trade
    if at + 1 < len(units) and units[at + 1].key == "'s":
        for ahead in range(at + 2, min(at + 6, len(units) - 1)):
            if units[ahead].key == "," and units[ahead + 1].kind == "organization":
                return ahead + 1
            if units[ahead].kind != "word":
                break
    return at


def _domain_end(units: list[Unit], at: int) -> int:
    """Last unit of the domain that starts at `at`: "Trade, Industry and Energy", "AI policy"; before `at` where none does."""
    lower, end, here = 0, at - 1, at
    while here < len(units):
        unit = units[here]
        if unit.kind == "place" and here > at and units[here - 1].key in ("the", "for", "and"):
            end = here
        elif unit.kind == "adjective" and unit.capitalised and here + 1 < len(units) and units[here + 1].capitalised:
            pass
        elif unit.key in _SMALL_LINKS:
            if unit.key in ("and", "&") and _starts_office(units, here + 1):
                break
        elif unit.key == ",":
            if not _list_goes_on(units, here):
                break
        elif unit.kind != "word" or _opens_name(units, here):
            break
        elif unit.capitalised or unit.text[0].isdigit():
            end = here
        elif (
            lower < _LOWER_DOMAIN
            and unit.key not in STOPS
            and (
                lower
                or here == at
                or not units[at].capitalised
                or units[here - 1].key in ("for", "of")
                or units[here - 1].text.isupper()
            )
        ):
            lower, end = lower + 1, here
        else:
            break
        here += 1
    return end


def _opens_name(units: list[Unit], at: int) -> bool:
    """Whether a title begins the name that follows; not so in the Royal Court."""
    if units[at].key.rstrip(".") not in TITLES:
        return False
    following = next((unit for unit in units[at + 1 : at + 3] if unit.key != "."), None)
    return following is None or following.kind == "person" or following.key.rstrip(".") in TITLES


def _starts_office(units: list[Unit], at: int) -> bool:
    return any(
        _is_head(units, i) for i in range(at, min(at + 3, len(units))) if units[i].kind == "word"
    ) and _core_start_reaches(units, at)


def _core_start_reaches(units: list[Unit], at: int) -> bool:
    for i in range(at, min(at + 3, len(units))):
        if units[i].kind == "word" and _is_head(units, i):
            return _core_start(units, i) <= at or units[at].key == "the"
    return False


def _list_goes_on(units: list[Unit], comma: int) -> bool:
    """Whether a comma continues a list of domains: capitalised words up to an "and"."""
    here = comma + 1
    while here < min(comma + 7, len(units)):
        unit = units[here]
        if unit.key in ("and", "&"):
            return (
                here > comma + 1
                and here + 1 < len(units)
                and units[here + 1].kind == "word"
                and units[here + 1].capitalised
                and not _starts_office(units, here + 1)
            )
        if (
            unit.kind not in ("word", "sign")
            or (unit.kind == "word" and not unit.capitalised)
            or unit.key.rstrip(".") in TITLES
        ):
            return False
        if unit.kind == "sign" and unit.key != ",":
            return False
        if unit.kind == "word" and head_of(unit.key) in HEADS:
            return False
        here += 1
    return False


def _read_before(office: Office, units: list[Unit]) -> None:
    """Takes in "the UAE's", "SPA", "Korean", "the Authority's", "its", "the" before an office."""
    at = office.first - 1
    while at >= 0 and units[at].key in OUTSIDE_ROLE - {"the"}:
        at -= 1
    if at < 0:
        return
    unit = units[at]
    gap = units[at + 1].start - unit.end
    if unit.kind == "adjective":
        office.code, at = unit.code, at - 1
    elif unit.key == "'s" and at > 0:
        owner = units[at - 1]
        if owner.kind in ("organization", "country") and owner.mention:
            if not office.institutions:
                office.institutions = [owner.mention]
            at, office.definite = at - 2, True
        elif owner.key in INSTITUTIONS:
            office.generic, at, office.definite = owner.key, at - 2, True
        elif owner.kind == "place" or owner.key in english.GENERIC_PLACES:  # Dubai's ruler, the Kingdom's Minister
            at, office.definite = at - 2, True
    elif unit.kind in ("organization", "country") and unit.mention and gap == 1:
        if not office.institutions:
            office.institutions = [unit.mention]
        at -= 1
    elif unit.key in ("its", "his", "their", "whose", "her"):
        office.own = office.definite = True
        at -= 1
    if at >= 0 and units[at].key == "the":
        office.definite = True
        at -= 1
    office.first = at + 1

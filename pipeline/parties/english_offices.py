"""Offices in English: "the UAE's Minister of Industry and Advanced Technology", "SPA President", "head of the Authority"."""

from pipeline.parties.english import (
    COMPANY_NOUNS,
    ENVOY_HEADS,
    GENERIC_PLACES,
    HEADS,
    INSTITUTIONS,
    LINKS,
    LOOSE_HEADS,
    MINISTER_HEADS,
    OUTSIDE_ROLE,
    PLURAL_HEADS,
    STATE_HEADS,
    STATE_NOUNS,
    STOPS,
)
from pipeline.parties.english_cores import core_end, core_start, head_of, is_head
from pipeline.parties.english_domains import domain_end
from pipeline.parties.office import Office
from pipeline.parties.units import Unit

_PRONOUNS = frozenset({"its", "his", "her", "their", "whose"})
_NEAR = 5  # units from "and" to the head of a second office, or from "of the" to a company behind its nouns


def read_offices(units: list[Unit]) -> list[Office]:
    """All offices of a passage, in order, none inside another."""
    offices, at = list[Office](), 0
    while at < len(units):
        if is_head(units, at):
            offices.append(_office_at(units, at))
            at = offices[-1].last
        at += 1
    return offices


def _office_at(units: list[Unit], at: int) -> Office:
    start, end = core_start(units, at), core_end(units, at)
    while start < end and units[start].key in OUTSIDE_ROLE:
        start += 1
    phrase = _Phrase(units, start, end)
    phrase.read_complements()
    closed = bool(phrase.office.institutions)
    phrase.read_before()
    if not closed:
        phrase.read_second_offices()
    return phrase.office


class _Phrase:
    """Reads one office around its core, units `start` to `end`."""

    def __init__(self, units: list[Unit], start: int, end: int) -> None:
        self.units = units
        self.office = Office(units[start].start, units[end].end, start, end)
        keys = [head_of(units[i].key) for i in range(start, end + 1)]
        self.office.heads = [key for key in keys if key in HEADS]
        self.office.weak = not self.office.heads
        self.office.plural = any(key in PLURAL_HEADS for key in keys)
        self.office.minister = any(key in MINISTER_HEADS for key in keys)
        self.office.of_state = any(key in STATE_HEADS for key in keys) and "company" not in keys
        self.envoy = any(key in ENVOY_HEADS for key in keys)

    def read_complements(self) -> None:
        """Takes in "of Finance", "for the Middle East", "of the Republic of Korea to Senegal", "at Khalifa University"."""
        while self.office.last + 2 < len(self.units) and self.units[self.office.last + 1].key in LINKS:
            link, noun = self._link(self.office.last + 1)
            if noun >= len(self.units) or not self._complement(link, _in_apposition(self.units, noun)):
                break

    def _link(self, at: int) -> tuple[str, int]:
        """The preposition at unit `at`, and where its noun stands."""
        link, noun = self.units[at].key, at + 1
        if [unit.key for unit in self.units[at : at + 3]] == ["in", "charge", "of"]:
            link, noun = "of", at + 3
        while noun + 1 < len(self.units) and self.units[noun].key in _PRONOUNS | {"the"}:
            noun += 1
        return link, noun

    def _complement(self, link: str, at: int) -> bool:
        """Takes in the noun at unit `at` after `link`: an institution, a region or a field; False where it ends the office."""
        unit = self.units[at]
        if unit.kind == "country" and link in ("to", "for", "in"):
            return self._region(link, at)
        if unit.kind in ("organization", "country"):
            return self._institution(at)
        if named := _named_after_nouns(self.units, at):
            return self._institution(named)
        if unit.kind == "place":
            return (link not in ("at", "in", "with") or self.envoy) and self._region("for", at)
        return unit.kind == "word" and link not in ("at", "with") and self._field(link, at)

    def _region(self, link: str, at: int) -> bool:
        """A country or place that the office is for; an envoy's is the receiving one and outside the role."""
        self.office.last = at
        self.office.local = self.units[at].kind == "place" and not self.envoy
        if link == "for" and not self.envoy:
            self.office.end = self.units[at].end
        return True

    def _institution(self, at: int) -> bool:
        mention = self.units[at].mention
        if self.office.institutions or not mention:
            return False
        self.office.institutions = [mention]
        self.office.last = at
        while self.office.plural and self._lists_another(self.office.last):
            self.office.last += 2
            self.office.institutions += [m for m in [self.units[self.office.last].mention] if m]
        return True

    def _lists_another(self, at: int) -> bool:
        """Whether a shared office names a further institution: the foreign ministers of Egypt *and Jordan*."""
        following = self.units[at + 1 : at + 3]
        return (
            len(following) == 2
            and following[0].key in ("and", ",")
            and following[1].kind in ("country", "organization")
        )

    def _field(self, link: str, at: int) -> bool:
        last = domain_end(self.units, at)
        if last < at or (link == "to" and not self.units[at].capitalised):
            return False
        lower = all(unit.text.islower() for unit in self.units[at : last + 1])
        if self.units[at - 1].key == "the" and self.units[last].key in INSTITUTIONS and (last == at or lower):
            self.office.generic, self.office.last = (
                self.units[last].key,
                last,
            )  # the head of the Authority, of the port authority
            return False
        if link == "in":
            return False
        self.office.end, self.office.last = self.units[last].end, last
        return True

    def read_second_offices(self) -> None:
        """Takes in coordinated offices while no institution has closed the first: Minister of Sports and Chairman."""
        owned = bool(
            self.office.institutions or self.office.code
        )  # Saudi Arabia's Minister of Culture and Governor of RCU
        while (second := self._second()) and not (owned and second.institutions):
            self.office.end, self.office.last = second.end, second.last
            self.office.heads += second.heads
            self.office.generic = self.office.generic or second.generic
            if second.institutions:
                self.office.institutions, self.office.of_state = second.institutions, False
                break

    def _second(self) -> Office | None:
        at = self.office.last + 1
        if at + 1 >= len(self.units) or self.units[at].key not in ("and", "&"):
            return None
        for head in range(at + 1, min(at + _NEAR, len(self.units))):
            if self.units[head].kind != "word":
                return None
            if is_head(self.units, head):
                if core_start(self.units, head) > at + 1:
                    return None
                second = _Phrase(self.units, at + 1, core_end(self.units, head))
                second.read_complements()
                return second.office
        return None

    def read_before(self) -> None:
        """Takes in "the UAE's", "SPA", "Korean", "the Authority's", "its", "the" before the office."""
        office, at = self.office, self.office.first - 1
        while at >= 0 and self.units[at].key in OUTSIDE_ROLE - {"the"}:
            at -= 1
        if at < 0:
            return
        unit = self.units[at]
        if unit.kind == "adjective":
            office.code, at = unit.code, at - 1
        elif unit.key == "'s":
            at -= self._owner(at - 1)
        elif unit.mention and unit.kind == "country" and (office.weak or set(office.heads) & LOOSE_HEADS):
            at -= 1  # a Libya analyst
        elif unit.mention and unit.kind in ("organization", "country") and self.units[at + 1].start - unit.end == 1:
            office.institutions, at = office.institutions or [unit.mention], at - 1
        elif unit.kind == "place" and self.units[at + 1].start - unit.end == 1:
            office.local, at = True, at - 1  # Umm Qasr port director
        elif unit.key in _PRONOUNS:
            office.own, office.definite, at = True, True, at - 1
        if at >= 0 and self.units[at].key == "the":
            office.definite, at = True, at - 1
        office.first = at + 1

    def _owner(self, at: int) -> int:
        """Takes in whose office it is, named at unit `at` before "'s"; units taken in."""
        owner = self.units[at]
        if owner.mention and owner.kind in ("organization", "country"):
            self.office.institutions = self.office.institutions or [owner.mention]
        elif owner.key in STATE_NOUNS:  # the cabinet's spokesman
            self.office.of_state = True
        elif owner.key in INSTITUTIONS:
            self.office.generic = owner.key
        elif owner.kind != "place" and owner.key not in GENERIC_PLACES:  # Dubai's ruler, the Kingdom's Minister
            return 0
        self.office.definite = True
        return 2


def _named_after_nouns(units: list[Unit], at: int) -> int | None:
    """The organisation in "the French group TotalEnergies", "state oil company Sonatrach": after nouns in lower case."""
    based = [unit.key for unit in units[at + 1 : at + 3]] == ["-", "based"]
    here = at + 1 if units[at].kind == "place" and based else at  # the Ankara-based think-tank SETA
    while here < min(at + _NEAR + 1, len(units)) and _stands_before_company(units[here]):
        here += 1
    named = at < here < len(units) and units[here].kind == "organization" and units[here - 1].key in COMPANY_NOUNS
    return here if named else None


def _stands_before_company(unit: Unit) -> bool:
    if unit.kind == "adjective" or unit.key in COMPANY_NOUNS or unit.key in ("-", "based"):
        return True
    return unit.kind == "word" and unit.text.islower() and unit.text[0].isalpha() and unit.key not in STOPS | LINKS


def _in_apposition(units: list[Unit], at: int) -> int:
    """The institution meant by "Sputnik's parent company, Rossiya Segodnya" and "Kenya's State Department for Trade"."""
    if at + 2 >= len(units) or units[at + 1].key != "'s":
        return at
    if units[at + 2].kind == "organization":
        return at + 2
    for comma in range(at + 2, min(at + 2 + _NEAR, len(units) - 1)):
        if units[comma].key == "," and units[comma + 1].kind == "organization":
            return comma + 1
        if units[comma].kind != "word":
            break
    return at

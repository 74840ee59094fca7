"""Offices in Arabic: وزير المعادن السوداني, رئيس مجلس إدارة الغرفة, مديرها العام, سفير الصين لدى الكويت."""

from dataclasses import dataclass

from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties.arabic import (
    ACCEPTED_PARTICLES,
    BOUND_HEADS,
    ENVOY_HEADS,
    FORMER,
    HEADS,
    INSTITUTIONS,
    MEETING_VERBS,
    MINISTER_HEADS,
    PLURAL_HEADS,
    POSSESSIVES,
    STATE_COMPLEMENTS,
    STATE_HEADS,
    STOPS,
    TITLES,
    VERBS,
)
from pipeline.parties.office import Office
from pipeline.parties.units import Unit

_LONGEST = 18  # units


@dataclass(frozen=True, slots=True)
class _Head:
    """A head noun: letters of proclitics before it, itself without article and suffix, and how it stands."""

    skip: int
    noun: str
    definite: bool
    own: bool
    conjoined: bool


def read_offices(units: list[Unit], institutions: frozenset[str]) -> list[Office]:
    """All offices of a passage, in order. `institutions`: first nouns of the organisations that the article names."""
    offices, at = list[Office](), 0
    while at < len(units):
        head = _head_at(units, at)
        if head:
            office = _office(units, at, head, institutions)
            at = office.last
            if offices and _is_second(units, offices[-1], office):
                office = _joined(offices.pop(), office)
            offices.append(office)
        at += 1
    return offices


def _is_second(units: list[Unit], first: Office, second: Office) -> bool:
    """Whether two offices side by side are one person's: الأمين العام المساعد رئيس القطاع, نائب رئيس الوزراء وزير الدفاع.

    Not so after a verb of meeting: in استقبل رئيس الوزراء وزير الخارجية one receives the other.
    """
    if first.last + 1 != second.first or first.institutions or first.code or second.attached or first.own:
        return False
    before = units[first.first - 1].text if first.first else ""
    return before.removeprefix("و") not in MEETING_VERBS


def _joined(first: Office, second: Office) -> Office:
    second.start, second.first, second.attached = first.start, first.first, first.attached
    second.heads = first.heads + second.heads
    second.of_state = first.of_state or second.of_state
    return second


def _head_at(units: list[Unit], at: int) -> _Head | None:
    unit = units[at]
    if unit.kind != "word":
        return None
    for skip, word in unprefixed(unit.text):
        definite = word.startswith("ال") and len(word) > 4
        noun = word[2:] if definite else word
        own = False
        if noun not in HEADS and not definite:
            for suffix in POSSESSIVES:
                stem = word.removesuffix(suffix)
                if stem != word and (stem in HEADS or (stem.endswith("ت") and stem[:-1] + "ة" in HEADS)):
                    noun, own = stem, True
                    break
        if noun in HEADS:
            following = units[at + 1].text if at + 1 < len(units) else ""
            if (
                (noun in BOUND_HEADS and following not in BOUND_HEADS[noun])
                or following in ("في", "عن")
                or (following.startswith("ب") and noun not in BOUND_HEADS and definite)
            ):
                return None
            return _Head(skip, noun, definite, own, skip > 0)
    return None


def _office(units: list[Unit], at: int, head: _Head, institutions: frozenset[str]) -> Office:
    unit = units[at]
    office = Office(unit.start + head.skip, unit.end, at, at, [head.noun])
    office.own, office.attached = head.own, head.conjoined
    office.plural = head.noun in PLURAL_HEADS
    office.minister = head.noun in MINISTER_HEADS
    indefinite = not head.definite and not head.own
    closed = False  # the role has ended; what follows only qualifies it
    here = at + 1
    while here < len(units) and here - at < _LONGEST:
        step = _accept(office, units, here, indefinite, closed, institutions)
        if not step:
            break
        if step < 0:  # taken into the phrase, but not into the role
            closed, step = True, -step
        here += step
        office.last = here - 1
        if not closed:
            office.end = units[here - 1].end
        indefinite = _is_indefinite(units[here - 1])
    office.of_state = _is_of_state(office, units, at)
    return office


def _is_indefinite(unit: Unit) -> bool:
    return unit.kind == "word" and not any(form.startswith("ال") for _, form in unprefixed(unit.text))


def _is_of_state(office: Office, units: list[Unit], at: int) -> bool:
    if any(head in STATE_HEADS for head in office.heads):
        return True
    words = {unit.text.removeprefix("ل") for unit in units[at + 1 : office.last + 1]}
    alone = units[at].text.endswith("الرئيس") and office.last <= at + 1 and not office.institutions
    return bool(words & STATE_COMPLEMENTS) or (alone and not words)


def _accept(
    office: Office, units: list[Unit], here: int, indefinite: bool, closed: bool, institutions: frozenset[str]
) -> int:
    """Units that the phrase takes in at `here`: none 0; negative where they are outside the role."""
    unit = units[here]
    envoy = any(head in ENVOY_HEADS for head in office.heads)
    if unit.kind in ("organization", "country"):
        return _accept_institution(office, unit, envoy, closed)
    if unit.kind == "place":
        return 1 if not closed and not office.institutions else 0
    if unit.kind == "adjective":
        office.code = office.code or (None if office.institutions else unit.code)
        return -1
    if unit.kind == "sign" and unit.text == "(":
        return _accept_parenthesis(units, here) if office.institutions else 0
    if unit.kind != "word":
        return 0
    if office.institutions and not envoy and not _goes_on(units, here):
        return 0
    return _accept_word(office, units, here, indefinite, closed, institutions)


def _goes_on(units: list[Unit], here: int) -> bool:
    """Whether an office goes on after its institution: وكيل وزارة الطاقة لشؤون البترول."""
    return any(
        units[i].text in ACCEPTED_PARTICLES for i in range(max(0, here - 4), here + 1) if units[i].kind == "word"
    )


def _accept_institution(office: Office, unit: Unit, envoy: bool, closed: bool) -> int:
    if not unit.mention:
        return 0
    if envoy and unit.kind == "country":
        if not office.institutions:
            office.institutions = [unit.mention]
        return -1 if closed else 1
    if office.institutions:
        return 0
    office.institutions = [unit.mention]
    return -1


def _accept_parenthesis(units: list[Unit], here: int) -> int:
    for ahead in range(here + 1, min(here + 5, len(units))):
        if units[ahead].text == ")":
            return -(ahead - here + 1)
    return 0


def _accept_word(
    office: Office, units: list[Unit], here: int, indefinite: bool, closed: bool, institutions: frozenset[str]
) -> int:
    text = units[here].text
    following = units[here + 1] if here + 1 < len(units) else None
    if following is None and len(text) == 1:
        return 0
    if text in TITLES:
        return 0
    if text in ("ل", "ب", "في", "لدى") and following is not None:
        if following.kind in ("organization", "country") and following.mention:
            if office.institutions and text != "لدى":
                return 0
            taken = _accept_institution(office, following, text == "لدى" and following.kind == "country", closed)
            return 2 if taken > 0 else -2
        if following.kind == "place" and text in ("لدى", "ل"):
            return -2 if closed else 2
        return 0
    if len(text) == 1 or text in STOPS or text in VERBS or text.removeprefix("و") in VERBS:
        return 0
    return _accept_noun(office, units, here, indefinite, closed, institutions)


def _accept_noun(
    office: Office, units: list[Unit], here: int, indefinite: bool, closed: bool, institutions: frozenset[str]
) -> int:
    text = units[here].text
    following = units[here + 1] if here + 1 < len(units) else None
    outside = -1 if closed else 1
    head = _head_at(units, here)
    if head:
        if indefinite and not head.conjoined:  # نائب رئيس, رئيس وزراء
            office.heads.append(head.noun)
            office.minister = office.minister or head.noun in MINISTER_HEADS
            return outside
        if head.conjoined and text.startswith("و") and not closed and not office.own:
            office.heads.append(head.noun)
            office.minister = office.minister or head.noun in MINISTER_HEADS
            return 1
        return 0
    if text in FORMER:
        return -1
    if text in ACCEPTED_PARTICLES:
        return outside
    noun = next((form for _, form in unprefixed(text) if form in INSTITUTIONS), None)
    if (
        noun
        and not office.institutions
        and following is not None
        and following.kind == "organization"
        and following.mention
    ):
        office.institutions = [following.mention]
        return -2
    bare = text.removeprefix("و")
    if bare.startswith("لل"):
        noun = bare[2:]
        if noun in institutions and noun in INSTITUTIONS and not office.generic:
            office.generic = noun
            return -1
        return outside
    if bare.startswith("ال") or bare.startswith("بالأعمال") or bare == "بالاعمال":
        if bare[2:] in institutions and bare[2:] in INSTITUTIONS and indefinite:
            office.generic = bare[2:]
        return outside
    if (
        indefinite
        and text == bare
        and following is not None
        and following.kind in ("word", "organization", "country", "place", "person", "adjective")
    ):
        return outside
    if text != bare and following is not None and following.text.startswith("ال") and not closed and len(bare) > 3:
        return 1  # وزير التجارة والصناعة وترويج الاستثمار
    return 0

"""Roles of persons: which office of a passage is whose, by titles before a name and appositions after it."""

from dataclasses import dataclass

import regex

from pipeline.findings import Lang
from pipeline.parties import arabic, arabic_offices, english, english_offices
from pipeline.parties.office import Office
from pipeline.parties.units import Mention, Reading, Unit, read_units

_LINKING = frozenset("who is was serves the currently a an appointed named elected became".split())
_APPOINTING = frozenset("appointed named elected serves served serving acting".split())  # before "as"
_AFFILIATING = frozenset({"of", "from", "at", "with", "من"})
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
_COUNTERPARTS_AR = ("نظيره", "نظيرته", "نظيرها", "ونظيره", "ونظيرته", "لنظيره", "بنظيره", "نظيريه")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's mention and the office that stands by it; `rank` among the persons who share it; None for "X of Y"."""

    person: Mention
    office: Office | None
    reading: Reading
    institution: Mention | None = None
    rank: int = 0
    holders: int = 1
    code: str | None = None


def find_tenures(reading: Reading, institutions: frozenset[str]) -> list[Tenure]:
    """Offices and institutions that stand by persons of a passage. `institutions`: first nouns of named organisations."""
    if not any(mention.kind == "person" for mention in reading.mentions):
        return []
    units = read_units(reading)
    if reading.lang == "en":
        offices = english_offices.read_offices(units)
    else:
        offices = arabic_offices.read_offices(units, institutions)
    tenures, held = list[Tenure](), set[int]()
    for office in offices:
        found = _tenures_of(office, units, reading, held)
        held.update(id(tenure.person) for tenure in found)
        tenures.extend(found)
    tenures.extend(_bare_affiliations(units, reading))
    return tenures


def _tenures_of(office: Office, units: list[Unit], reading: Reading, held: set[int]) -> list[Tenure]:
    """Who holds an office; all who share a plural one. `held`: persons who have an office already."""
    right, comma, titled = _person_after(office, units, reading.lang == "ar")
    if office.plural and right is not None:
        holders = _coordinated_persons(units, right)
        if not office.institutions and (shared := institution_after(reading, holders[-1].end)):
            office.institutions = [shared]
        return [Tenure(m, office, reading, rank=rank, holders=len(holders)) for rank, m in enumerate(holders)]
    if right is not None and not comma and office.heads == ["professor"] and office.first == office.last:
        return []  # a title: Professor Els Peeters
    if right is None or comma:
        left = _holder_before(office, units, reading.lang, held, right)
        if left is not None:
            _take_institution_after(office, units)
            right = left
        elif right is None or office.weak or not (titled or _tells_who(office) or _enclosed(units, right)):
            right = _speaker(office, units)
    person = units[right].mention if right is not None else None
    return [Tenure(person, office, reading)] if person else []


def _holder_before(office: Office, units: list[Unit], lang: Lang, held: set[int], right: int | None) -> int | None:
    """The person to whose name the office stands in apposition, unless it leads on to the next one in a chain:
    "Jordan's Minister of Trade, Maha Ali, Iraqi Minister of Industry, Manhal Aziz"."""
    left, comma = _person_before(office, units, lang == "ar")
    if left is None or office.attached or (office.weak and not comma and lang == "en"):
        return None
    held_already = id(units[left].mention) in held
    chained = right is not None and held_already and _enclosed(units, right)
    after = units[office.last + 1] if office.last + 1 < len(units) else None
    leads_on = held_already and lang == "en" and after is not None and after.kind == "word" and after.capitalised
    return None if chained or leads_on else left  # Ambassador A, General Secretary To [Lam]


def _tells_who(office: Office) -> bool:
    """Whether the office is one known person's, so that a comma may precede the name: Malaysia's Ambassador, Nasri …"""
    return office.definite or bool(office.institutions)


def _links(units: list[Unit], at: int) -> bool:
    """Whether a word leads from a person to an office: "who is", "was appointed as"; not "described him as"."""
    return units[at].key in _LINKING or (units[at].key == "as" and at > 0 and units[at - 1].key in _APPOINTING)


def _enclosed(units: list[Unit], at: int) -> bool:
    """Whether a comma, a full stop or "and" follows the person at unit `at`, as after a name in apposition."""
    return at + 1 >= len(units) or units[at + 1].key in (",", "،", ".", "and", "و", ";", "؛")


def _take_institution_after(office: Office, units: list[Unit]) -> None:
    """Takes in the institution of "Hans Weber (CEO, Nordex)", "Vice Minister for Transport, Japan"."""
    at = office.last + 1
    if office.institutions or office.code or at + 1 >= len(units) or units[at].key != ",":
        return
    if at + 3 < len(units) and units[at + 1].kind == "place" and units[at + 2].key == ",":
        at += 2  # President, Middle East and North Africa, SLB
    institution, after = units[at + 1].mention, units[at + 2].key if at + 2 < len(units) else "."
    if institution and institution.kind in ("organization", "country") and after in (")", ",", ";", ".", "and"):
        office.institutions = [institution]


def _person_after(office: Office, units: list[Unit], is_arabic: bool) -> tuple[int | None, bool, bool]:
    """The person right after an office: index, whether a comma and whether a title stand between."""
    at, comma, titled = office.last + 1, False, False
    titles = arabic.TITLES | arabic.OFFICE_TITLES if is_arabic else english.TITLES
    while at < len(units):
        unit = units[at]
        if unit.kind == "person":
            return at, comma, titled
        if unit.key == "(" and not comma:
            closing = next((i for i in range(at + 1, min(at + 6, len(units))) if units[i].key == ")"), None)
            if closing is None:
                break
            at = closing
        elif unit.key == '"':
            pass
        elif unit.kind == "word" and (unit.key in titles or unit.key.rstrip(".") in titles):
            titled = True
        elif unit.key in (",", "،", "/") and not comma:
            comma = unit.key != "/"
        elif not (unit.key in ("/", ".", ",") and titled):
            break
        at += 1
    return None, False, False


def _person_before(office: Office, units: list[Unit], is_arabic: bool) -> tuple[int | None, bool]:
    """The person right before an office, and whether a comma stands between."""
    at, comma = office.first - 1, False
    titles = arabic.TITLES if is_arabic else frozenset[str]()
    while at >= 0:
        unit = units[at]
        if unit.kind == "person":
            return (at, comma) if is_arabic or comma or at < office.first - 1 else (None, False)
        if unit.key in (",", "،", "-", "(") and (not comma or unit.key != "-"):
            comma = True
        elif unit.kind == "word" and unit.text.isdigit() and comma and not is_arabic:
            pass  # the age: Yousef Barakat, 44, founder of …
        elif unit.key == '"':
            pass
        elif comma and unit.kind in ("organization", "place") and at > 1 and units[at - 1].key in ("of", "from", "at"):
            at -= 1  # Els Peeters of KU Leuven, an adviser to …
        elif unit.key == ")":
            at = next((i for i in range(at - 1, max(at - 5, -1), -1) if units[i].key == "("), -1)
        elif [u.key for u in units[max(0, at - 2) : at + 1]] == ["at", "that", "time"]:
            at -= 2
        elif [u.key for u in units[max(0, at - 1) : at + 1]] == ["capacity", "as"]:
            at -= 3  # in his capacity as
        elif unit.key not in titles and not (not is_arabic and _links(units, at)):
            break
        at -= 1
    return None, False


def _speaker(office: Office, units: list[Unit]) -> int | None:
    """The person named before a quotation whose speaker is given by office: '…," the Sales Director of Lanxing said'."""
    after = units[office.last + 1].key if office.last + 1 < len(units) else ""
    if not (after in english.SPEECH and office.definite and office.institutions):
        return None
    return next((i for i in range(office.first - 1, -1, -1) if units[i].kind == "person"), None)


def _coordinated_persons(units: list[Unit], at: int) -> list[Mention]:
    """Persons joined with "and" or commas from unit `at` on; titles between them are passed over."""
    persons, here = list[Mention](), at
    while here < len(units):
        unit = units[here]
        if unit.kind == "person" and unit.mention:
            persons.append(unit.mention)
        elif (
            unit.key not in (",", "،", "and", "و")
            and unit.key.rstrip(".") not in english.TITLES
            and unit.key not in arabic.TITLES
        ):
            break
        here += 1
    return persons


def _bare_affiliations(units: list[Unit], reading: Reading) -> list[Tenure]:
    """Persons with an institution or a country and no office: Mariam Al Hosani of Khalifa University, نظيره الفرنسي …"""
    tenures = list[Tenure]()
    for at, unit in enumerate(units):
        if unit.kind != "person" or not unit.mention:
            continue
        if at + 2 < len(units) and units[at + 1].key in _AFFILIATING:
            noun = at + 2 if units[at + 2].key != "the" or at + 3 >= len(units) else at + 3
            institution = units[noun].mention
            if units[noun].kind == "organization" and institution:
                tenures.append(Tenure(unit.mention, None, reading, institution))
        owner = units[at - 2] if at > 1 and units[at - 1].key == "'s" else None
        if owner and owner.kind == "organization" and owner.mention:  # MoIAT's Salama Al Awadhi
            tenures.append(Tenure(unit.mention, None, reading, owner.mention))
        elif leads := _led(reading, unit.end):
            tenures.append(Tenure(unit.mention, None, reading, leads))
        elif body := _headed(units, at):
            tenures.append(Tenure(unit.mention, None, reading, body))
        elif side := side_after(reading, unit.end):
            tenures.append(Tenure(unit.mention, None, reading, side))
        elif code := _counterpart_code(units, at):
            tenures.append(Tenure(unit.mention, None, reading, code=code))
    return tenures


_HEADED = (("headed", "by"), ("led", "by"), ("chaired", "by"), ("برئاسة",), ("بقيادة",))


def _headed(units: list[Unit], at: int) -> Mention | None:
    """The body of "the delegation of the chamber, headed by Omar Saleh", مجلس القيادة الرئاسي، برئاسة رشاد العليمي."""
    here = at - 1
    while here > 0 and (
        units[here].key.rstrip(".") in english.TITLES or units[here].key in arabic.TITLES or units[here].key == "."
    ):
        here -= 1
    for words in _HEADED:
        start = here - len(words) + 1
        if start > 0 and tuple(unit.key for unit in units[start : here + 1]) == words:
            before = units[start - 1] if units[start - 1].key not in (",", "،", ")") else units[max(0, start - 2)]
            return before.mention if before.kind == "organization" else None
    return None


_LEADS = regex.compile(
    r",? (?:who|which) (?:heads|leads|chairs|runs|directs|founded|presides over) (?:the )?|،? (?:الذي|التي) (?:يراس|تراس|يتراس|تتراس|يقود|تقود|يدير|تدير) "
)


def _led(reading: Reading, end: int) -> Mention | None:
    """The organisation of "Mona Zaki, who heads the Egyptian Exporters Association"."""
    match = _LEADS.match(reading.text, end)
    return next((m for m in reading.mentions if match and m.start == match.end() and m.kind == "organization"), None)


def _counterpart_code(units: list[Unit], at: int) -> str | None:
    """The country of "his Turkish counterpart, Hakan Fidan", نظيره الفرنسي إيمانويل ماكرون."""
    here = at - 1
    while here >= 0 and (
        units[here].key in (",", '"') or units[here].key.rstrip(".") in english.TITLES | arabic.TITLES
    ):
        here -= 1
    if here >= 1 and units[here].key in _COUNTERPARTS and units[here - 1].kind == "adjective":
        return units[here - 1].code
    if here >= 1 and units[here].kind == "adjective" and units[here - 1].key in _COUNTERPARTS_AR:
        return units[here].code
    return None


def institution_after(reading: Reading, end: int) -> Mention | None:
    """The institution of "… of Orascom" right after `end`."""
    for mention in reading.mentions:
        if mention.start > end and reading.text[end : mention.start] in (" of ", " of the ", " from "):
            return mention if mention.kind in ("organization", "country") else None
    return None


_SIDE_AFTER = regex.compile(
    r"[ ,]{1,2}(?:(?:who )?(?:signed|spoke|acted|signing|acting)(?: it)? )?(?:on behalf of|representing|for|ممثلا عن|نيابة عن|ممثلا ل|ممثلة عن|عن)(?: the)? ?(?=\S)"
)


def side_after(reading: Reading, end: int) -> Mention | None:
    """The party right after a person or office that ends at `end`: "…, Vice Chairman, on behalf of ACWA Power"."""
    match = _SIDE_AFTER.match(reading.text, end)
    if not match:
        return None
    return next((m for m in reading.mentions if m.start == match.end() and m.kind in ("organization", "country")), None)

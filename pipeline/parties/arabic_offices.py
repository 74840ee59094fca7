"""Offices in Arabic: وزير المعادن السوداني, رئيس مجلس إدارة الغرفة, مديرها العام, سفير الصين لدى الكويت."""

from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties.arabic import (
    ACCEPTED_PARTICLES,
    ADJECTIVAL_TITLES,
    BODIES_OF_OFFICES,
    BUREAUS,
    CHARGED,
    DEPUTIES,
    ENVOY_HEADS,
    FORMER,
    INSTITUTIONS,
    MEETING_VERBS,
    MINISTER_HEADS,
    MINISTRY,
    OFFICE_TITLES,
    PLURAL_HEADS,
    SCHOLARS,
    SITES_WITH_HEADS,
    STATE_COMPLEMENTS,
    STATE_HEADS,
    STOPS,
    TITLES,
    TRADES,
    VERBS,
)
from pipeline.parties.arabic_heads import Head, head_at
from pipeline.parties.office import Office
from pipeline.parties.units import Unit
from pipeline.text import fold

_LONGEST = 18  # units


def read_offices(units: list[Unit], institutions: frozenset[str]) -> list[Office]:
    """All offices of a passage, in order. `institutions`: first nouns of the organisations that the article names."""
    offices, at = list[Office](), 0
    while at < len(units):
        head = head_at(units, at)
        if head:
            office = _Phrase(units, at, head, institutions).read()
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
    if second.first == second.last and units[second.first].text in OFFICE_TITLES:  # المشرف العام الوزير أحمد
        return False
    before = units[first.first - 1].text if first.first else ""
    return before.removeprefix("و") not in MEETING_VERBS


def _joined(first: Office, second: Office) -> Office:
    second.start, second.first, second.attached = first.start, first.first, first.attached
    second.heads = first.heads + second.heads
    second.of_state = first.of_state or second.of_state
    second.generic = first.generic or second.generic  # وكيل الوزارة المساعد
    return second


def _is_indefinite(unit: Unit) -> bool:
    return unit.kind == "word" and not any(form.startswith("ال") for _, form in unprefixed(unit.text))


def _is_of_state(office: Office, units: list[Unit], at: int) -> bool:
    if any(head in STATE_HEADS for head in office.heads):
        return True
    words = {unit.text.removeprefix("ل") for unit in units[at + 1 : office.last + 1]}
    return bool(words & STATE_COMPLEMENTS) or (units[at].text.endswith("الرئيس") and not words)


_OF_THE_COUNTRY = "القطري"  # المدير القطري is a body's director for the country, not a Qatari one

_OVER = fold("على")  # المشرف العام على البرنامج
_AT = fold("لدى")  # before the receiving country of an envoy

# What a reading of the next unit does: units taken in, inside the role or (negative) only into the phrase; 0 ends it.
_END, _IN, _OUT = 0, 1, -1


class _Phrase:
    """Reads one office from its head on, unit by unit."""

    def __init__(self, units: list[Unit], at: int, head: Head, institutions: frozenset[str]) -> None:
        self.units = units
        self.named = institutions
        self.office = Office(units[at].start + head.skip, units[at].end, at, at, [head.noun])
        self.office.own, self.office.attached = head.own, head.conjoined
        following = units[at + 1].text if at + 1 < len(units) else ""
        dual = following.startswith("ال") or not head.noun.endswith("ا")  # رئيسا الوزراء, two; رئيسا تنفيذيا, one
        self.office.deputy = head.own and head.noun in DEPUTIES
        self.office.plural = head.noun in PLURAL_HEADS and dual
        self.office.minister = head.noun in MINISTER_HEADS
        self.office.weak = head.noun in TRADES
        self.envoy = head.noun in ENVOY_HEADS
        self.indefinite = not head.definite and not head.own  # the next noun is in idafa
        self.closed = False  # the role has ended; what follows only qualifies it
        self.here = at + 1

    def read(self) -> Office:
        """The office with all that belongs to it."""
        at = self.here - 1
        while self.here < len(self.units) and self.here - at < _LONGEST:
            step = self._step(self.units[self.here])
            if step == _END:
                break
            self.closed = self.closed or step < 0
            self.here += abs(step)
            self.office.last = self.here - 1
            if not self.closed:
                self.office.end = self.units[self.here - 1].end
            self.indefinite = _is_indefinite(self.units[self.here - 1]) and self.units[self.here - 1].text != _AT
        if self.office.minister and self.office.last == at and self.units[at].text in OFFICE_TITLES:
            self.office.generic = MINISTRY  # الوزير, of the ministry named before
        self.office.of_state = _is_of_state(self.office, self.units, at)
        return self.office

    @property
    def _following(self) -> Unit | None:
        return self.units[self.here + 1] if self.here + 1 < len(self.units) else None

    @property
    def _more(self) -> int:
        return _OUT if self.closed else _IN

    def _step(self, unit: Unit) -> int:
        if unit.kind in ("organization", "country"):
            return self._institution(unit)
        if unit.kind == "place":
            return _IN if not self.closed and not self.office.institutions else _END
        if unit.kind == "adjective":
            if unit.text == _OF_THE_COUNTRY and self.units[self.here - 1].text.endswith(("مدير", "ممثل")):
                return self._more
            self.office.code = self.office.code or (None if self.office.institutions else unit.code)
            following = self._following
            return _IN if self.envoy and following is not None and following.text == _AT else _OUT
        if unit.kind == "sign":
            return self._parenthesis() if unit.text == "(" and self.office.institutions else _END
        return self._word(unit.text) if unit.kind == "word" and not self._opens_name(unit) else _END

    def _opens_name(self, unit: Unit) -> bool:
        """Whether a title begins the name that follows: السفير الدكتور علي; not so in المكتب الإعلامي."""
        following = self._following
        adjectival = unit.text in ADJECTIVAL_TITLES and self.units[self.here - 1].text.startswith("ال")
        return (
            unit.text in TITLES
            and not adjectival
            and (following is None or following.kind == "person" or following.text in TITLES)
        )

    def _institution(self, unit: Unit) -> int:
        envoy = self.envoy and unit.kind == "country"
        if envoy and self.office.code:  # السفير الصيني لدى مصر
            return self._more
        if not unit.mention or (self.office.institutions and not envoy):
            return _END
        self.office.institutions = self.office.institutions or [unit.mention]
        return self._more if envoy else _OUT

    def _parenthesis(self) -> int:
        for ahead in range(self.here + 1, min(self.here + 5, len(self.units))):
            if self.units[ahead].text == ")":
                return -(ahead - self.here + 1)
        return _END

    def _word(self, text: str) -> int:
        following = self._following
        if text == "في" and self.units[self.here - 1].text.removeprefix("ال") in SCHOLARS and following is not None:
            return _IN if following.kind == "word" else _END  # الباحثة في شؤون الطاقة
        if text in ("ل", "ب", "في", _AT, "من") and following is not None and following.mention:
            return self._preposition(text, following)
        if text in ("في", "ب") and following is not None and not self.office.institutions and not self.office.generic:
            return 2 * self._for_noun(following.text.removeprefix("ال")) if self._is_body(following) else _END
        if len(text) == 1 or text in STOPS or text in VERBS or text.removeprefix("و") in VERBS:
            return _END
        if self.office.institutions and not self.envoy and text not in FORMER and not self._goes_on():
            return _END
        return self._head() or self._noun(text, following)

    def _is_body(self, unit: Unit) -> bool:
        """Whether a word stands for a body named elsewhere: مدير الإحصاء في الهيئة."""
        noun = unit.text.removeprefix("ال")
        return unit.kind == "word" and noun != unit.text and noun in self.named and noun in INSTITUTIONS

    def _preposition(self, text: str, following: Unit) -> int:
        """The institution after ل, ب, في; the receiving country after لدى; a region: الرئيس التنفيذي لهواوي في الشرق الأوسط."""
        if following.kind == "place":
            closing = self.closed or text == "في"
            told = self.office.institutions or self.office.generic
            return (2 if not closing else -2) if text in (_AT, "ل") or told else _END
        if following.kind not in ("organization", "country") or (text == "من" and following.kind == "country"):
            return _END
        if (self.office.institutions or self.office.generic) and text != _AT:
            return -2 if text in ("في", "ب") and following.kind == "country" else _END
        return 2 * self._institution(following)

    def _goes_on(self) -> bool:
        """Whether an office goes on after its institution: وكيل وزارة الطاقة لشؤون البترول."""
        near = self.units[max(0, self.here - 4) : self.here + 1]
        return any(unit.kind == "word" and unit.text in ACCEPTED_PARTICLES for unit in near)

    def _head(self) -> int:
        """A second head: in idafa (نائب رئيس), of a coordinated office (ووزير), or the minister whose bureau it is."""
        head, office = head_at(self.units, self.here), self.office
        if head is None:
            return _END
        if self.indefinite and not head.conjoined:
            if head.definite and head.noun in MINISTER_HEADS and not office.minister:  # مدير مكتب الوزير
                office.generic = MINISTRY
            else:
                office.minister = office.minister or head.noun in MINISTER_HEADS
            office.heads.append(head.noun)
            return self._more
        if head.conjoined and self.units[self.here].text.startswith("ل"):  # النائب الأول لرئيس الوزراء
            office.heads.append(head.noun)
            return self._more
        alike = head.noun.endswith("ة") == office.heads[-1].endswith("ة")  # وزيرة الثقافة ووزير الخارجية are two
        if head.conjoined and alike and self.units[self.here].text.startswith("و") and not (self.closed or office.own):
            office.heads.append(head.noun)
            office.minister = office.minister or head.noun in MINISTER_HEADS
            return _IN
        return _END

    def _noun(self, text: str, following: Unit | None) -> int:
        """A noun of the office's field or institution."""
        if text in BUREAUS:
            self.office.own = self.office.deputy = True
            return self._more
        if text in FORMER or text == "باسم":  # المتحدث باسم الوزارة
            return _OUT
        if head_at(self.units, self.here):
            return _END
        charged = text.startswith("بال") and self.units[self.here - 1].text in CHARGED  # الوزير المكلف بالاستثمار
        if text in ACCEPTED_PARTICLES or charged:
            return self._more
        return self._institution_noun(text, following) or self._definite(text) or self._in_idafa(text, following)

    def _institution_noun(self, text: str, following: Unit | None) -> int:
        """لشركة before the company's name; لهيئة تنمية الصادرات, which stands for a body named elsewhere."""
        noun = next((form for _, form in unprefixed(text) if form in INSTITUTIONS - BODIES_OF_OFFICES), None)
        if not noun or self.office.institutions or following is None:
            return _END
        if following.kind == "organization":
            self.here += 1
            return self._institution(following)
        if noun == text or noun not in self.named or self.office.generic:
            return _END
        self.office.generic = noun
        return _OUT

    def _definite(self, text: str) -> int:
        bare = text.removeprefix("و")
        if bare.startswith("لل"):
            return self._for_noun(bare[2:])
        if not bare.startswith("ال") and bare not in ("بالاعمال", "باعمال"):
            return _END
        governed = self.indefinite or self.units[self.here - 1].text == _OVER
        if governed and bare[2:] in self.named and bare[2:] in INSTITUTIONS:
            self.office.generic = bare[2:]
        return self._more

    def _in_idafa(self, text: str, following: Unit | None) -> int:
        """مجلس إدارة, تطوير الأعمال after an indefinite noun; وترويج الاستثمار after a definite one."""
        if following is None or following.kind == "sign":
            return _END
        if self.indefinite and not text.startswith("و"):
            return self._more
        conjoined = text.startswith("و") and len(text) > 4 and following.text.startswith("ال")
        return _IN if conjoined and not self.closed else _END

    def _for_noun(self, noun: str) -> int:
        """للجمعية, the institution where one is named so; للطيران المدني, a field of the office."""
        if noun in self.named and noun in INSTITUTIONS and not self.office.generic:
            self.office.generic = noun
            return _OUT
        self.office.unnamed = self.office.unnamed or noun in INSTITUTIONS | SITES_WITH_HEADS
        return self._more

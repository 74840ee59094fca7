"""Who is bound by an instrument and who signed it: from "between", "with", subjects, agents and their affiliations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from pipeline.agreements.grammar import Grammar
from pipeline.agreements.mentions import GRAMMARS, Mention
from pipeline.agreements.reading import Placed, Reading, Stretch, located, within
from pipeline.agreements.status import Binding, Cue, distance
from pipeline.findings import PartyFinding

_FIRST_REACH, _NEXT_REACH, _CLAUSE = 9, 16, 420
# "X[, Undersecretary for Transport, and Mr. ]Y"
_OFFICE_BETWEEN = regex.compile(r",\s[^,;.:]{3,70},?\sand\s(?:his |her )?(?:[\w.'-]+\s){0,4}")
_OFFICE_TAIL = 5  # words from an office to its holder's name, the country or body between them
_OFFICE_REACH = 14  # words from a body to the name of its signer, his office between them
_WITH_BEFORE = regex.compile(r"(?:\bwith|\bwith the|\bbetween|(?<!\w)مع|(?<!\w)بين)\s\Z")
_LAST_WORD = regex.compile(r"\S*\s*\Z")
# A part stands for the body that it belongs to: [كلية التعدين في] جامعة الملك عبدالعزيز.
_PART_OF_BODY = regex.compile(r"\s*(?:كلية|معهد|قسم|مركز|ادارة|وحدة|فرع|عمادة)\s(?:\w+\s){0,4}(?:في|ب)\s*")
# A participle that says more of a party before the next one: شركة كذا [المتخصصة في تحليل البيانات] وجامعة كذا.
_QUALIFIER = regex.compile(
    r"\s،?(?:ال)?(?:متخصص|تابع|عامل|مملوك|معني|رائد|مختص|كائن|واقع|مسؤول|مكلف|مشرف|منبثق|قائم)\w*(?:\s\S+){1,8}?(?=،|\sو)"
)
_AND = regex.compile(r"[\s،]*و(?:كذلك\s|كذا\s)?(?:(?:ال)?(?:دكتور|مهندس|سيد|لواء|معالي|سعادة|استاذ)\w*\s)*")
_IN_BODY = regex.compile(
    r"(?:\s?(?:ب|في\s|ل|من\s)?(?:\S+\s?){1,6})?،?\s?و(?:(?:ال)?(?:دكتور|مهندس|سيد|لواء|معالي|سعادة|استاذ)\w*\s)*"
)
_UNDER = regex.compile(r"\b[Uu]nder\s+\Z")
_SEAT_BEFORE = regex.compile(r"\)?(?: ?\([^)]*\))?, ")
_SEAT_AFTER = regex.compile(r",? (?!and\b|as well as\b|or\b)[a-z]|[.;]")
_PERSONAL = ("signed", "renewed", "proposed", "in_force")


@dataclass(slots=True)
class Bound:
    """Parties and signatories of one mention. `with_only`: the other side stands elsewhere ("signed with X");
    `both_sides`: "the two countries" or the like stand where parties do, and which of the two."""

    parties: list[PartyFinding] = field(default_factory=list)
    signatories: list[PartyFinding] = field(default_factory=list)
    with_only: bool = False
    both_sides: str | None = None
    explicit: bool = False
    unsaid: bool = False  # a pronoun has it: "It has similar agreements"
    actors: list[PartyFinding] = field(default_factory=list)

    def add(self, items: Iterable[PartyFinding], *, signing: bool) -> None:
        """Adds parties; a person stands for the body or country that he or she acts for, and signs where `signing`."""
        for item in items:
            if item.kind == "person":
                if signing and item not in self.signatories:
                    self.signatories.append(item)
                if item.affiliation is None:
                    continue
                item = item.affiliation  # noqa: PLW2901
            if item not in self.parties:
                self.parties.append(item)


def find_bound(mention: Mention, binding: Binding, others: Sequence[Mention]) -> Bound:
    """The parties that the sentence of a mention binds to it."""
    bound, reading = Bound(), mention.reading
    clause = _clause(mention, others)
    reached = binding.before is not None and binding.before.word in mention.grammar.reaching  # not yet signed
    signing = binding.status in _PERSONAL and not reached
    between = mention.grammar.between.search(reading.text, mention.end, clause.end)
    loose = between is not None and _between_others(mention, between.start())
    if between and not loose:
        bound.both_sides = _both_sides(reading, between.start(), min(between.end() + 40, clause.end))
        if not bound.both_sides:
            bound.add(chain(reading, between.end(), clause.end), signing=False)
    if len(bound.parties) < 2 and not bound.both_sides:
        _counterparts(bound, mention, binding, clause, others)
    bound.add(_owner(mention), signing=False)
    held = mention.grammar.holding_before.search(reading.text[clause.start : mention.start]) is not None
    if not bound.parties or (binding.cue is None and (held or len(bound.parties) == 1)):
        bound.add(_holders(mention, clause), signing=False)
        bound.unsaid = not bound.parties and _pronoun_holds(mention)
    explicit = len(bound.parties)
    bound.explicit = explicit > 0
    acting = Bound()
    _subjects(acting, mention, binding, clause, signing=signing)
    bound.signatories = list(dict.fromkeys([*acting.signatories, *bound.signatories]))
    bound.actors = acting.parties
    if not (bound.parties or acting.parties or bound.both_sides) and mention.grammar.verb_first and binding.before:
        topic = subjects_before(reading, mention.sentence.start, binding.before.start)
        acting.add(topic[:1], signing=False)  # اختتمت المملكة … مشاركتها … ووقعت 47 اتفاقية
    if not between or loose or not (bound.parties or bound.both_sides):
        bound.add(acting.parties, signing=False)
        bound.both_sides = bound.both_sides or acting.both_sides
    if loose and between:
        _tied(bound, mention, Stretch(between.start(), clause.end))
    sides = list(bound.parties)
    whole = between is not None and (not loose or mention.grammar.verb_first) and len(sides) >= 2
    _signers(bound, mention, binding, clause, signing=signing)
    bound.parties = sides if whole else bound.parties  # "between A and B", all told
    if len(bound.parties) < 2:
        _beneficiary(bound, mention, clause)
    if not bound.parties and not bound.both_sides:
        _clause_subjects(bound, mention)
    if len(bound.parties) < 2 and not bound.both_sides:
        _main_subjects(bound, mention, binding)
    _elsewhere(bound, mention, clause)
    silent = not (between or acting.parties or bound.both_sides) and binding.before is not None
    bound.with_only = explicit > 0 and (len(bound.parties) < 2 or (silent and mention.grammar.verb_first))
    if not (bound.parties or bound.both_sides) and _with_unknown(mention, clause):
        bound.with_only = bound.unsaid = True
    if between and bound.with_only and _right_after(reading, between.end(), bound.parties[0]):
        bound.with_only = False  # "between Allur and [a house that no one knows]"
    return bound


def _with_unknown(mention: Mention, clause: Stretch) -> bool:
    """Whether the other side is named, though not as a party that is known: "a memorandum with Antwerp-Bruges"."""
    named = mention.grammar.with_.match(mention.reading.text, mention.end + 1, clause.end)
    return named is not None and not any(named.end() <= p.start <= named.end() + 5 for p in mention.reading.parties)


def _beneficiary(bound: Bound, mention: Mention, clause: Stretch) -> None:
    """Who gains or acts under it: "under which Yemen receives …"."""
    reading = mention.reading
    benefit = mention.grammar.beneficiary.search(reading.text, mention.end, clause.end)
    if benefit and benefit.start() - mention.end < 90:
        doers = chain(reading, benefit.end(), clause.end)[:1]
        told = [p.item for p in within(reading.parties, benefit.end(), clause.end) if p.item.kind != "person"]
        both = list({id(item): item for item in told}.values())
        bound.add(both if doers and len(both) == 2 and not bound.parties else doers, signing=False)


def _tied(bound: Bound, mention: Mention, stretch: Stretch) -> None:
    """Those whose ties the instrument serves, where no others are bound by it; `stretch` begins with "between"."""
    reading = mention.reading
    opener = mention.grammar.between.match(reading.text, stretch.start)
    tied = Bound()
    tied.add(chain(reading, opener.end() if opener else stretch.start, stretch.end), signing=False)
    if mention.grammar.verb_first and len(bound.parties) < 2 and len(tied.parties) >= 2:
        bound.parties, bound.both_sides = tied.parties, None
    if len(bound.parties) < 2 and not bound.both_sides:
        bound.both_sides = _both_sides(reading, stretch.start, min(stretch.start + 50, stretch.end))
        bound.add([] if bound.both_sides else tied.parties, signing=False)


def _between_others(mention: Mention, start: int) -> bool:
    """Whether "between" tells rather whose ties or trade the instrument serves: "…, paving the way for ties between X and Y"."""
    gap = mention.reading.text[mention.end : start]
    serves = mention.grammar.beneficiary.search(gap) is not None and not mention.grammar.verb_first
    return serves or mention.grammar.ties_before.search(gap) is not None


def _owner(mention: Mention) -> list[PartyFinding]:
    """Whose instrument it is: "Gazprom's contract with Bulgargaz"."""
    text = mention.reading.text
    near = [p for p in mention.reading.parties if mention.start - 4 <= p.end <= mention.head]
    common = mention.definite and text[mention.head].islower()  # "the Shell agreement", not the UN TIR Convention
    inside = [p.item for p in near if common and p.start >= mention.start and p.item.kind == "organization"]
    return [p.item for p in near if p.item.kind != "person" and text.startswith("'s ", p.end)][:1] or inside


def _holders(mention: Mention, clause: Stretch) -> list[PartyFinding]:
    """Those of whom a relative clause tells, or who have it: "the contract which X and Y have had", "X has treaties"."""
    reading, grammar = mention.reading, mention.grammar
    relative = grammar.relative_subject.match(reading.text, mention.end)
    if relative:
        told = chain(reading, relative.end(), clause.end)
        last = max((p.end for p in reading.parties if p.item in told and p.start >= relative.end()), default=0)
        return [] if grammar.judges.match(reading.text, last) else told  # "the contract, which X valued at $96 billion"
    holding = grammar.holding_before.search(reading.text[clause.start : mention.start])
    if holding is None:
        return []
    at = clause.start + holding.start()
    if which := grammar.which_before.search(reading.text[clause.start : at]):  # "the Philippines, which has such pacts"
        return [p.item for p in reading.parties if p.end == clause.start + which.start()]
    return subjects_before(reading, _clause_start(reading, grammar, at, clause.start), at)


def _pronoun_holds(mention: Mention) -> bool:
    """Whether a pronoun is the subject of having it: "It has similar memoranda in force with …"."""
    grammar, text = mention.grammar, mention.reading.text
    holding = grammar.holding_before.search(text[mention.sentence.start : mention.start])
    before = text[mention.sentence.start : mention.sentence.start + holding.start()] if holding else ""
    return holding is not None and grammar.same_actor_before.search(before) is not None


def _right_after(reading: Reading, start: int, party: PartyFinding) -> bool:
    """Whether a list of parties begins with the party, so that a side left out is one without a known name."""
    first = next((placed for placed in reading.parties if placed.start >= start), None)
    return first is not None and first.item is party and distance(reading, start, first.start) <= 1


def _elsewhere(bound: Bound, mention: Mention, clause: Stretch) -> None:
    """Those whom the words after it only point to: "signed by their ministers", "a deal to supply 200 cars to X"."""
    reading, grammar = mention.reading, mention.grammar
    if not (bound.explicit or bound.both_sides) and grammar.theirs.search(reading.text, mention.end, clause.end):
        told = told_before(mention)
        bound.add(told if all(party in told for party in bound.parties) else [], signing=False)
    getter = grammar.supplied.search(reading.text, mention.end, clause.end)
    if getter and len(bound.parties) < 2 and not bound.both_sides:
        bound.add(chain(reading, getter.end(), clause.end)[:1], signing=False)


def told_before(mention: Mention) -> list[PartyFinding]:
    """The subjects of the sentence before, for "a memorandum was signed by their ministers"."""
    reading, at = mention.reading, mention.reading.sentences.index(mention.sentence)
    if not at:
        return []
    last = reading.sentences[at - 1]
    first = next(iter(subjects_before(reading, last.start, last.end)), None)
    opening = next((p for p in reading.parties if p.item is first and p.start >= last.start), None)
    return [item for item in chain(reading, opening.start, last.end) if item.kind != "person"] if opening else []


def _main_subjects(bound: Bound, mention: Mention, binding: Binding) -> None:
    """Those that the sentence tells of, where it hangs the instrument on what they do: "X and Y are to breed potatoes
    under a memorandum signed on Tuesday", "airlines of X and Y may fly freely after an agreement was signed"."""
    reading, grammar = mention.reading, mention.grammar
    before = reading.text[max(mention.sentence.start, mention.start - 24) : mention.start]
    if binding.before is not None or not grammar.hung_under.search(before):
        return
    first = next(iter(subjects_before(reading, mention.sentence.start, mention.start)), None)
    opening = next((p for p in reading.parties if p.item is first and p.start >= mention.sentence.start), None)
    if opening is None:
        bound.both_sides = _both_sides(reading, mention.sentence.start, mention.start)
        return
    named = [item for item in chain(reading, opening.start, mention.start) if item.kind != "person" or item.affiliation]
    known = {id(party) for party in bound.parties}
    whole = len(named) >= 2 and known <= {id(item) for item in named}
    if whole or (len(named) == 1 and len(known) == 1 and bound.explicit):
        bound.add(named, signing=False)


def held_before(mention: Mention) -> bool:
    """Whether right before the instrument somebody is said to have it: "has similar treaties", تربطهما مذكرة."""
    before = mention.reading.text[max(mention.sentence.start, mention.start - 24) : mention.start]
    return mention.grammar.holding_before.search(before) is not None


def _signers(bound: Bound, mention: Mention, binding: Binding, clause: Stretch, *, signing: bool) -> None:
    """Persons named apart from the parties for whom they sign: "represented by", "signed by", عن الهيئة فلان."""
    reading = mention.reading
    for match in mention.grammar.represented.finditer(reading.text, mention.end, clause.end) if signing else ():
        named = chain(reading, match.end(), clause.end, lenient=True)
        bound.add([item for item in named if item.kind == "person"], signing=True)
    if signing and (cue := binding.before or next(iter(binding.after), None)):
        bound.add(_signers_on_behalf(reading, mention.grammar, cue.end, clause.end), signing=True)
        bound.add(
            (
                placed.item
                for placed in within(reading.parties, cue.end, clause.end)
                if placed.item.kind == "person" and _signs_for(reading, placed)
            ),
            signing=True,
        )  # "Kibwage signed for Egerton and Heimovaara for Wageningen"
    if mention.ceremonial and not bound.signatories:
        for match in mention.grammar.by.finditer(reading.text, mention.end, clause.end):
            if not mention.grammar.witness.search(reading.text, mention.end, match.end()):
                bound.add(chain(reading, match.end(), clause.end, lenient=True), signing=True)


def _signs_for(reading: Reading, person: Placed[PartyFinding]) -> bool:
    """Whether a person is told with whom he signs for, the verb left out: "… and Heimovaara for Wageningen"."""
    match = GRAMMARS[reading.passage.lang].signs_for.match(reading.text, person.end)
    named = match is not None and any(p.start == match.end() and p.item.kind != "person" for p in reading.parties)
    return named and not _watching(reading, person.start)


def _signers_on_behalf(reading: Reading, grammar: Grammar, start: int, end: int) -> Iterable[PartyFinding]:
    """Who signs for whom: ووقع المذكرات عن المؤسسة مديرها العام فلان، وعن الاتحاد أمينه العام فلان."""
    openers = list(grammar.on_behalf.finditer(reading.text, start, end))
    for number, opener in enumerate(openers):
        until = openers[number + 1].start() if number + 1 < len(openers) else end
        person = next((p for p in within(reading.parties, opener.end(), until) if p.item.kind == "person"), None)
        if person is None or distance(reading, opener.end(), person.start) > _OFFICE_REACH:
            continue
        gap = reading.text[opener.end() : person.start]
        if not (grammar.witness.search(gap) or grammar.clause_break.search(gap)):
            yield person.item


def _clause_subjects(bound: Bound, mention: Mention) -> None:
    """The two that act under it, "Under a memorandum signed in May, Djibouti and Ethiopia share data", or who have it."""
    reading, sentence = mention.reading, mention.sentence
    if mention.grammar.slots.under.search(
        reading.text, max(sentence.start, mention.start - 24), mention.start
    ) or _UNDER.search(reading.text[max(sentence.start, mention.start - 8) : mention.start]):
        found = {id(p.item): p.item for p in reading.parties if sentence.start <= p.start < sentence.end}
        if len(found) == 2 and all(party.kind != "person" for party in found.values()):
            bound.add(found.values(), signing=False)
    elif mention.grammar.verb_first and held_before(mention):
        bound.add(subjects_before(reading, sentence.start, mention.start), signing=False)


def _clause(mention: Mention, others: Sequence[Mention]) -> Stretch:
    """From where to where the mention's own words reach: its sentence, up to the next instrument."""
    end = min(mention.sentence.end, mention.end + _CLAUSE)
    for other in others:
        if other.head > mention.end and other.head < end and not other.definite:
            end = other.start
            break
    if mention.grammar.verb_first and end < mention.sentence.end:
        verbs = mention.grammar.cue.within(mention.reading.text, mention.end, end)
        if (
            verbs
            and distance(mention.reading, verbs[-1].end, end) <= 8
            and not mention.grammar.attached.fullmatch(verbs[-1].phrase)
        ):
            end = verbs[-1].start  # the verb of the next instrument
    return Stretch(mention.sentence.start, end)


def _counterparts(bound: Bound, mention: Mention, binding: Binding, clause: Stretch, others: Sequence[Mention]) -> None:
    """Those after "with"; after "from" or "to" where the verb gives or takes."""
    reading, grammar = mention.reading, mention.grammar
    starts = [mention.end]
    crossed = binding.before and any(binding.before.end <= m.head < mention.start for m in others if m is not mention)
    if binding.before and binding.before.end < mention.start and not crossed:
        starts.append(binding.before.end)
    cue_words = {cue.word for cue in (binding.before, *binding.after) if cue}
    if binding.before and (relative := grammar.with_relative.search(reading.text, clause.start, binding.before.start)):
        named = [p.item for p in reading.parties if clause.start <= p.start and p.end <= relative.start() + 1]
        bound.add(named[-1:], signing=False)  # "the Center, with which it concluded an agreement"
    for start in sorted(starts):
        if bound.parties:
            return
        end = clause.end if start == mention.end else mention.start
        for pattern, wanted in (
            (grammar.with_, True),
            (grammar.from_, bool(cue_words & grammar.grants)),
            (grammar.bought_from, True),
        ):
            if not wanted:
                continue
            for match in pattern.finditer(reading.text, start, end):
                office = grammar.office.match(reading.text, match.end())
                found = chain(reading, office.end() if office else match.end(), end, lenient=office is not None)
                if grammar.verb_first and any(
                    start <= m.head < match.start() for m in others if m is not mention and not m.anaphor
                ):
                    break  # جددت عقود التصدير …، بعد تجديد العقود مع إسبانيا
                if found and not _watching(reading, match.start()):
                    bound.add(found, signing=binding.status == "signed")
                    break
                if grammar.two_sides.match(reading.text, match.end() + 1):
                    bound.both_sides = "sides"


def _subjects(bound: Bound, mention: Mention, binding: Binding, clause: Stretch, *, signing: bool) -> None:
    """Subjects of the verb of signing, before or after it, and agents after "by"."""
    reading, grammar = mention.reading, mention.grammar
    for cue in (binding.before, *binding.after):
        if cue is None or cue.word in grammar.ratifying or mention.verbal == "negotiating":
            continue
        watched = cue.start > clause.start and _watched(reading, clause.start, cue)
        for found in [] if watched and not grammar.verb_first else _around(mention, cue, clause, grammar):
            personal = cue.fact.status in _PERSONAL and not (watched or _quoted(reading, clause.start, cue))
            bound.add(found, signing=signing and personal)
        if not bound.both_sides:
            floor = _clause_start(reading, grammar, cue.start, clause.start)
            bound.both_sides = _both_sides(reading, floor, min(clause.end, cue.end + 60))


def _quoted(reading: Reading, floor: int, cue: Cue) -> bool:
    """Whether a speaker tells in his own words that others sign: قال المتحدث فلان: "الوزارة ستوقع"; not so of وقعنا, "we"."""
    if not GRAMMARS[reading.passage.lang].verb_first or cue.word.endswith("نا"):
        return False
    last = max(
        (p.end for p in reading.parties if floor <= p.start and p.end <= cue.start and p.item.kind == "person"),
        default=cue.start,
    )
    return ":" in reading.text[last : cue.start]


def _watched(reading: Reading, floor: int, cue: Cue) -> bool:
    """Whether the subjects only look on: "X and Y witnessed the exchange of …"."""
    last = max((p.end for p in reading.parties if floor <= p.start and p.end <= cue.start), default=None)
    return last is not None and GRAMMARS[reading.passage.lang].witness.search(reading.text, last, cue.start) is not None


def _around(mention: Mention, cue: Cue, clause: Stretch, grammar: Grammar) -> Iterable[list[PartyFinding]]:
    reading = mention.reading
    floor = max(_clause_start(reading, grammar, cue.start, clause.start), mention.end if cue.start > mention.end else 0)
    active = (
        cue.end <= mention.start and cue.fact.form != "noun" and not cue.attached and cue.word not in grammar.grants
    )
    active = active and not grammar.by.match(reading.text, cue.end + 1)
    agents = [] if active and not grammar.verb_first else _agents(reading, grammar, cue, clause)
    for agent in agents:
        yield chain(reading, agent, clause.end, lenient=True)
    if grammar.verb_first:
        until = mention.start if cue.start < mention.start else clause.end
        if grammar.head.within(reading.text, cue.end, until):  # وقع فلان [مع فلان مذكرة] ومذكرة أخرى مع فلان
            other = grammar.with_.search(reading.text, cue.end, until)
            until = other.start() if other else until
        after = chain(reading, cue.end, until)
        known = mention.definite or reading.text.startswith(" ال", mention.end)  # اتفاقية الامتياز
        if not after and known and cue.start < mention.start and cue.fact.form != "noun":
            after = chain(reading, mention.end, clause.end)  # وقع الاتفاقية فلان وفلان
        yield after
        if after and cue.fact.form != "noun":
            return
        if not after and cue.fact.form != "noun":
            yield _last_named(reading, clause.start, cue.start)
    if not (agents and cue.start > mention.end):
        yield subjects_before(reading, floor, cue.start)


def _agents(reading: Reading, grammar: Grammar, cue: Cue, clause: Stretch) -> list[int]:
    """Where those begin by whom it was signed; "for the" opens them right after the verb only: "signed for the bank"."""
    found = list[int]()
    for match in grammar.by.finditer(reading.text, cue.end, clause.end):
        if grammar.told_by.search(reading.text, cue.end, match.end()):
            break  # "signed in 2017, according to a statement carried by the radio"
        if not match.group().lower().startswith("for ") or match.start() <= cue.end + 1:
            found.append(match.end())
    return found


def _last_named(reading: Reading, floor: int, end: int) -> list[PartyFinding]:
    """The person named right before a verb without a subject: وترأس الوفد فلان، ووقع الوثائق الآتية."""
    named = [p for p in within(reading.parties, floor, end) if p.end <= end]
    last = named[-1] if named else None
    joined = last is not None and reading.text[last.end : end].strip(" ،,و") == ""
    return [last.item] if last and joined and last.item.kind == "person" else []


def subjects_before(reading: Reading, floor: int, end: int) -> list[PartyFinding]:
    """The parties between floor and end that may be the subject of the verb at `end`."""
    grammar, found = GRAMMARS[reading.passage.lang], list[PartyFinding]()
    floor = max(floor, reading.dateline_end)
    asides = _asides(reading, floor, end)
    inside = [p for p in reading.parties if floor <= p.start and p.end <= end]
    inside = [p for p in inside if not any(aside.holds(p.start, p.end) for aside in asides)]
    for position, placed in enumerate(inside):
        if owns_next(reading, inside, position) or _watching(reading, placed.start):
            continue
        opening = placed.start
        if position and owns_next(reading, inside, position - 1):
            opening = inside[position - 1].start
        if _WITH_BEFORE.search(reading.text[max(floor, opening - 16) : opening]):
            continue
        before = reading.text[max(floor, placed.start - 36) : placed.start]
        acting = grammar.acts_for.search(before) is not None
        if not acting and grammar.locative_before.search(before[-16:]):
            continue
        if (
            position
            and not acting
            and grammar.part_of_before.search(reading.text[max(floor, placed.start - 12) : placed.start])
        ):
            joined = reading.text[inside[position - 1].end : placed.start]
            if ("," not in joined and "،" not in joined) or joined.endswith((" of ", " of the ")):
                continue
        beside = position and not reading.text[inside[position - 1].end : placed.start].strip(' "()')
        conjoined = reading.text.startswith(("وال", "و "), placed.start)  # a stand-in that begins with "and"
        if beside and not conjoined and placed.item.kind == inside[position - 1].item.kind == "organization":
            continue  # الشركة الوطنية للمحروقات "سوناطراك"
        if placed.item not in found:
            found.append(placed.item)
    return found


def chain(reading: Reading, start: int, end: int, *, lenient: bool = False) -> list[PartyFinding]:
    """The list of parties that begins right after `start`: "A, the Egyptian firm B (C) and D"."""
    grammar, found, at = GRAMMARS[reading.passage.lang], list[PartyFinding](), start
    asides = _asides(reading, start, end)
    inside = _without_offices(reading, [p for p in reading.parties if start <= p.start and p.end <= end])
    inside = [p for p in inside if not any(aside.holds(p.start, p.end) for aside in asides)]
    skipped: PartyFinding | None = None
    owned = False
    for position, placed in enumerate(inside):
        gap = reading.text[at : placed.start]
        if skipped and placed.item.kind == skipped.kind == "country" and len(gap.split()) <= 2:
            at = placed.end
            continue  # "trade bodies of Kenya, Ghana and Rwanda"
        if grammar.witness.search(gap) or (grammar.speaks.match(reading.text, placed.end)):
            break
        if not found:
            far = distance(reading, at, placed.start) > (_FIRST_REACH * 2 if lenient else _FIRST_REACH)
            part = _PART_OF_BODY.match(reading.text, at, placed.start)
            at = part.end() if part else at
            gap = reading.text[at : placed.start]
            blocked = (
                grammar.clause_break.search(gap)
                if lenient
                else grammar.breaker.search(_bare(reading, at, placed.start))
            )
            if far or blocked:
                break
            if grammar.verb_first and grammar.with_.search(gap):
                break
        elif (
            placed.item not in found
            and not owned
            and not _continues(reading, grammar, at, placed, inside[position - 1].item)
        ):
            break
        at = placed.end
        owned = owns_next(reading, inside, position)
        if owned:
            continue
        if found and _part_of(reading, grammar, inside[position - 1], placed):
            skipped = placed.item
            continue
        skipped = None
        if placed.item not in found:
            found.append(placed.item)
    return found


def _without_offices(reading: Reading, inside: list[Placed[PartyFinding]]) -> list[Placed[PartyFinding]]:
    """The mentions without those that only tell whose office a person holds: نائب ممثل [المنظمة] في [اليمن] فلان."""
    if not GRAMMARS[reading.passage.lang].verb_first:
        return inside
    offices = []
    for placed in inside:
        role = located(reading, placed.item)
        if placed.item.kind == "person" and placed.item.affiliation and role.start >= 0 and role.end <= placed.start:
            near = distance(reading, role.end, placed.start) <= _OFFICE_TAIL
            offices += [Stretch(role.start, placed.start)] if near else []
    return [p for p in inside if not any(office.holds(p.start, p.end) for office in offices)]


def _bare(reading: Reading, start: int, end: int) -> str:
    """The text between two places without the times and places in it: وقعتها [في الدوحة في 28 أكتوبر] وزارة الاتصالات."""
    kept, at = [], start
    for item in reading.times_and_places:
        if at <= item.start and item.end <= end:
            kept.append(_LAST_WORD.sub("", reading.text[at : item.start].rstrip()))
            at = item.end
    return "".join([*kept, reading.text[at:end]])


def _continues(reading: Reading, grammar: Grammar, at: int, placed: Placed[PartyFinding], last: PartyFinding) -> bool:
    gap = reading.text[at : placed.start]
    gap_words = distance(reading, at, placed.start)
    if aside := grammar.aside.search(gap):
        gap_words -= len(aside.group().split())  # "the port, which runs three harbours in Spain, and Y"
        gap = gap[: aside.start()] + gap[aside.end() - 1 :]
    if placed.item.kind == "person" and placed.item.affiliation is last and gap_words <= 3 and "،" not in gap:
        return True  # رئيس الاتحاد فلان
    if last.kind == "person" and (placed.item is last.affiliation or gap.strip() in ("for", "of", "from", "عن", "من")):
        return distance(reading, at, placed.start) <= _NEXT_REACH
    located_there = grammar.verb_first and placed.item.kind == "country" != last.kind and gap.strip() in ("في", "ب")
    if located_there or _office_joins(reading, at, placed, last):
        return True  # وزارة الري [في مصر] ووزارة الطاقة
    if gap_words > _NEXT_REACH:
        return False
    if last.kind == placed.item.kind == "person" and _OFFICE_BETWEEN.fullmatch(gap):
        return not grammar.witness.search(gap)
    gap = (
        _QUALIFIER.sub("", gap) if grammar.verb_first or aside else _bare(reading, at, placed.start)
    )  # "with X [in 2023] and Y"
    apart = ";" in gap and not grammar.verb_first
    joined = not apart and (grammar.joint.search(gap) is not None or _part_of_gap(grammar, gap))
    return joined and not grammar.breaker.search(gap.replace("on one side", "").replace("on the other", ""))


def _office_joins(reading: Reading, at: int, placed: Placed[PartyFinding], last: PartyFinding) -> bool:
    """Whether nothing but "and" and their offices stand between two persons: فلان ونائب ممثل المنظمة في البلاد فلان."""
    if not (last.kind == placed.item.kind == "person" and GRAMMARS[reading.passage.lang].verb_first):
        return False
    between, start = "", at
    for role in sorted(located(reading, person) for person in (last, placed.item)):
        if start <= role.start and role.end <= placed.start:
            between, start = between + reading.text[start : role.start], role.end
    rest = reading.text[start : placed.start]
    if start == at or GRAMMARS[reading.passage.lang].witness.search(rest):
        return False
    follows = not between.strip(" ،") and _IN_BODY.fullmatch(rest)  # the office of the first, then "and"
    return _AND.fullmatch(between) is not None or follows is not None


def _part_of_gap(grammar: Grammar, gap: str) -> bool:
    return len(gap.split()) <= 3 and bool(grammar.part_of_before.search(gap))


def _part_of(reading: Reading, grammar: Grammar, last: Placed[PartyFinding], placed: Placed[PartyFinding]) -> bool:
    gap = reading.text[last.end : placed.start]
    if grammar.acts_for.search(gap):
        return False  # "the World Bank and the government of Bangladesh"
    if grammar.verb_first:
        return not gap.rstrip().endswith("و") and "،" not in gap and bool(grammar.part_of_before.search(gap))
    if last.item.kind == "organization" and placed.item.kind == "country" and _SEAT_BEFORE.fullmatch(gap):
        return _SEAT_AFTER.match(reading.text, placed.end) is not None  # "with Zhejiang Normal University, China, for"
    return bool(gap.rstrip().endswith((" of", " of the", " in", " to"))) or gap.strip() == "of"


def owns_next(reading: Reading, inside: Sequence[Placed[PartyFinding]], position: int) -> bool:
    """Whether a mention only owns the next one: "Egypt's Suez Canal Economic Zone"."""
    placed, grammar = inside[position], GRAMMARS[reading.passage.lang]
    if position + 1 < len(inside) and _nationality(reading, placed, inside[position + 1]):
        return True
    if not grammar.possessive.match(reading.text, placed.end) or position + 1 == len(inside):
        return False
    gap = reading.text[placed.end : inside[position + 1].start]
    if placed.item.kind == "country" and inside[position + 1].item.kind == "organization" and " and " not in gap:
        return len(gap.split()) <= 6  # "Uzbekistan's news agency, UzA"
    return len(gap.split()) <= 6 and not any(sign in gap for sign in (",", " and ", ";"))


def _nationality(reading: Reading, placed: Placed[PartyFinding], following: Placed[PartyFinding]) -> bool:
    """Whether a country only says where a house is from: "US gas exporter Cheniere Energy", "UK-based Centrica"."""
    if placed.item.kind != "country" or following.item.kind != "organization":
        return False
    gap = reading.text[placed.end : following.start]
    grammar = GRAMMARS[reading.passage.lang]
    return grammar.nationality.fullmatch(gap) is not None and not grammar.cue.within(
        reading.text, placed.end, following.start
    )


def _watching(reading: Reading, position: int) -> bool:
    """Whether the position lies after words like "in the presence of", with no verb of signing since."""
    grammar, sentence = GRAMMARS[reading.passage.lang], reading.sentence_at(position)
    opened = [match.end() for match in grammar.witness.finditer(reading.text, sentence.start, position)]
    if not opened:
        return False
    if not grammar.verb_first:
        return grammar.by.search(reading.text, opened[-1], position) is None
    since = grammar.cue.within(reading.text, opened[-1], position)
    return not any(grammar.cues[found.phrase].status == "signed" for found in since)


def _clause_start(reading: Reading, grammar: Grammar, position: int, floor: int) -> int:
    """Where the clause of a position begins; a relative clause between commas does not part a subject from its verb."""
    start, asides = floor, _asides(reading, floor, position)
    for match in grammar.clause_break.finditer(reading.text, floor, position):
        if not any(aside.start <= match.start() < aside.end for aside in asides):
            start = match.end()
    return start


def _asides(reading: Reading, floor: int, end: int) -> list[Stretch]:
    """The relative clauses between commas before `end`: "the port, [which runs three harbours in Spain,] signed"."""
    found = GRAMMARS[reading.passage.lang].aside.finditer(reading.text, floor, end)
    return [Stretch(*match.span()) for match in found]


def _both_sides(reading: Reading, start: int, end: int) -> str | None:
    grammar = GRAMMARS[reading.passage.lang]
    if grammar.two_countries.search(reading.text, start, end):
        return "countries"
    return "sides" if grammar.two_sides.search(reading.text, start, end) else None

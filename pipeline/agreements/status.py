"""What is said of an instrument: signed, renewed, in force, under negotiation, proposed, terminated; or that it is denied."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.agreement import Status
from pipeline.agreements.grammar import CueFact
from pipeline.agreements.mentions import GRAMMARS, Mention
from pipeline.agreements.reading import Reading

# The longest way in words from a cue to its instrument, names and dates counted as one word each.
_REACH_BEFORE, _REACH_AFTER, _REACH_TIGHT, _REACH_OBJECT = 16, 18, 4, 9
_REACH_SUBJECT, _OFFICE = 60, 8  # words of a verb's subject with all its offices; of one office
_REACH_ITEM = 60  # a list item tells of one instrument
_BARRIER = 9
_FURTHEST = 900  # characters between a mention and a verb that speaks of it
# What outweighs what where several things are said of one instrument.
_WEIGHT: dict[Status, int] = {
    "terminated": 6,
    "in_force": 5,
    "renewed": 4,
    "signed": 3,
    "negotiating": 2,
    "proposed": 1,
}


@dataclass(eq=False, slots=True)
class Cue:
    """A word that tells a status, where it stands; `planned`: it has not happened; `negated`: it is said not to have."""

    start: int
    end: int
    word: str
    fact: CueFact
    planned: bool
    negated: bool
    same_actor: bool = False
    attached: bool = False  # it has its instrument before it: التي أبرمها, الموقعة


@dataclass(slots=True)
class Binding:
    """What a mention's sentence says of it; `before` and `after` are the cues that say it, nearest first."""

    status: Status | None = None
    denied: bool = False
    before: Cue | None = None
    after: list[Cue] = field(default_factory=list)
    inherited: bool = False
    talks: bool = False  # the sentence speaks of negotiations before

    @property
    def cue(self) -> Cue | None:
        """The cue that tells of the signing, or else the nearest one."""
        cues = [cue for cue in (self.before, *self.after) if cue]
        signing = [cue for cue in cues if cue.fact.status in ("signed", "renewed")]
        return next(iter(signing or cues), None)


def find_cues(reading: Reading, mentions: Sequence[Mention]) -> list[Cue]:
    """The status words of a passage, those inside names or instruments left out."""
    grammar, cues = GRAMMARS[reading.passage.lang], list[Cue]()
    for start, end, word in grammar.cue.within(reading.text):
        if any(p.start < end and start < p.end for p in reading.parties) or any(
            m.head <= start < m.end for m in mentions
        ):
            continue
        before = reading.text[max(0, start - 60) : start]
        fact = grammar.cues[word]
        if fact.form == "base" and grammar.no_cue_before.search(before):
            continue
        if word in grammar.nounlike and fact.form == "base" and not _verb_here(reading, start, before):
            continue
        term = grammar.slots.term_cue.search(reading.text, start, end + 5)
        if fact.status == "in_force" and term and term.end() > end:
            continue  # "remains valid for two years" says how long, not since when
        if grammar.talks_end.match(reading.text, start):
            continue
        if fact.status == "renewed" and any(f.item.kind == "money" and 0 < f.start - end <= 4 for f in reading.figures):
            continue  # "will extend $238 million in loans"
        coming = word in grammar.coming_force or (
            fact.status == "in_force" and fact.form == "state" and grammar.not_yet_coming.search(before) is not None
        )
        pattern = grammar.noun_plan_before if fact.form == "noun" else grammar.plan_before
        negated = bool(grammar.not_yet.search(before))
        same = bool(grammar.same_actor_before.search(before))
        attached = bool(grammar.attached.fullmatch(word))
        if fact.form == "past" and word not in grammar.grants and grammar.passive_before.search(before):
            attached = True
        happened = grammar.verb_first and fact.form == "past"  # سبق أن أبرمت: no plan
        planned = coming or (not happened and bool(pattern.search(before)))
        cues.append(Cue(start, end, word, fact, planned, negated, same, attached))
    return cues


def _verb_here(reading: Reading, start: int, before: str) -> bool:
    """Whether a word that may be a noun ("grant", "award") is a verb here: after a party, "to", or in a headline."""
    grammar = GRAMMARS[reading.passage.lang]
    if grammar.plan_before.search(before) or reading.passage.role in ("title", "heading"):
        return True
    return any(0 <= start - party.end <= 2 for party in reading.parties) or before.rstrip().endswith(
        (" and", " we", " they", "countries", "sides")
    )


def bind(mention: Mention, cues: Sequence[Cue], mentions: Sequence[Mention]) -> Binding:
    """Status of the mention from the cues of its sentence; inherited from the mention that it is coordinated with."""
    binding = Binding()
    if mention.verbal:
        fact = CueFact(mention.verbal, "past" if mention.verbal == "signed" else "noun")
        binding.before = Cue(mention.start, mention.end, mention.text, fact, planned=False, negated=False)
        binding.status, binding.denied = mention.verbal, _denied(mention, None)
        return binding
    sentence = mention.sentence
    own = [cue for cue in cues if sentence.start <= cue.start < sentence.end]
    left = [cue for cue in own if cue.start < mention.head and not (cue.attached and cue.end < mention.start)]
    left = [cue for cue in left if not _hung_on_other(mention, cue, mentions)]
    right = [cue for cue in own if cue.start >= mention.end]
    binding.before = min(
        (c for c in left if _reaches(mention, c, mentions)), key=lambda c: _cost(mention, c, mentions), default=None
    )
    binding.after = [
        c for c in right if _reaches(mention, c, mentions) and not _told_of_next(mention, c, binding, mentions)
    ]
    binding.talks = any(cue.fact.status == "negotiating" and cue.fact.form == "noun" for cue in left)
    binding.denied = _denied(mention, binding.before)
    binding.status = _status(mention, binding)
    _govern(mention, binding, left)
    return binding


def _hung_on_other(mention: Mention, cue: Cue, mentions: Sequence[Mention]) -> bool:
    """Whether a participle is that of the instrument right before it: "The document, signed in Rome, follows a memorandum"."""
    if mention.grammar.verb_first or cue.fact.form != "past" or cue.end > mention.start:
        return False
    text = mention.reading.text
    hung = any(text[m.end : cue.start] in (", ", " ") for m in mentions if m is not mention and m.end < cue.start)
    return hung and not mention.grammar.link_before.search(text[max(0, mention.start - 24) : mention.start])


def _told_of_next(mention: Mention, cue: Cue, binding: Binding, mentions: Sequence[Mention]) -> bool:
    """Whether a verb after the mention is that of the next one, its own verb standing before it: "entered into a contract
    with X, following a letter of intent that the two signed in May"."""
    if mention.grammar.verb_first or binding.before is None or binding.before.fact.status != "signed":
        return False
    text = mention.reading.text
    between = [m for m in mentions if mention.end <= m.head < cue.start and not (m.definite or m.anaphor)]
    return any(not mention.grammar.link_before.search(text[max(mention.end, m.start - 24) : m.start]) for m in between)


def _govern(mention: Mention, binding: Binding, left: Sequence[Cue]) -> None:
    """A verb of planning or negotiating over the noun or verb of signing: "in talks to conclude", تعتزم … إبرام."""
    cue = binding.before
    if cue is None or cue.fact.status not in ("signed", "renewed") or not (cue.planned or cue.fact.form == "noun"):
        return
    for upper in reversed([other for other in left if other.end <= cue.start]):
        unreal = upper.fact.status in ("negotiating", "proposed") and not upper.planned
        between = mention.reading.text[upper.end : cue.start]
        if (
            unreal
            and not mention.grammar.clause_break.search(between)
            and distance(mention.reading, upper.end, cue.start) <= 6
        ):
            binding.status, binding.before = upper.fact.status, upper
            return


def inherit(mention: Mention, binding: Binding, earlier: Mention, of_earlier: Binding) -> None:
    """Gives a coordinated mention ("… and a supply contract") what is said of the one before it, where it has nothing."""
    if of_earlier.status and not binding.denied:
        binding.status = of_earlier.status
        binding.before = binding.before or of_earlier.before
        binding.after = binding.after or of_earlier.after
        binding.inherited = True


def distance(reading: Reading, start: int, end: int) -> int:
    """Words between two places of the text; a name, a date or a figure counts as one."""
    words = len(reading.text[start:end].split())
    for family in (reading.parties, reading.dates, reading.figures):
        for item in family:
            if start <= item.start and item.end <= end:
                words -= len(reading.text[item.start : item.end].split()) - 1
    return words


def _gap(mention: Mention, cue: Cue) -> tuple[int, int]:
    return (cue.end, mention.start) if cue.start < mention.start else (mention.end, cue.start)


def _cost(mention: Mention, cue: Cue, mentions: Sequence[Mention]) -> int:
    reading = mention.reading
    start, end = _gap(mention, cue)
    if end <= start:
        return 0
    cost = distance(reading, start, end)
    between = reading.text[start:end]
    if aside := mention.grammar.aside.search(between):
        cost -= len(aside.group().split())  # "A contract, which will settle volumes, is under negotiation"
        between = between[: aside.start()] + between[aside.end() - 1 :]
    if cue.start >= mention.end:
        between = mention.grammar.relative_tail.sub("", between)  # "…, which the two countries [signed]"
    cost += _BARRIER * sum(1 for _ in mention.grammar.clause_break.finditer(between))
    if cue.start >= mention.end and (
        relative := mention.grammar.relative.match(between + reading.text[cue.start : cue.end])
    ):
        cost -= _BARRIER * sum(1 for _ in mention.grammar.clause_break.finditer(between[: relative.end() + 1]))
    if cue.attached and cue.start > mention.end and between.endswith(("، و", ", و", ", and ")):
        cost -= _BARRIER  # المبرم عام 2019، والساري حتى نهاية العام
    return cost + 5 * sum(1 for m in mentions if m is not mention and start <= m.head < end)


def _speaks_of_another(mention: Mention, cue: Cue, mentions: Sequence[Mention]) -> bool:
    """A participle speaks of what stands right before it; a noun ("…, and the exchange of experience") of what follows."""
    if cue.start < mention.end:
        return False
    nearer = cue.attached and any(_nearer(mention, other, cue) for other in mentions)
    noun = cue.fact.form == "noun" and cue.fact.status != "negotiating"
    return nearer or (noun and mention.grammar.with_pronoun.search(cue.word) is None)


def _reaches(mention: Mention, cue: Cue, mentions: Sequence[Mention]) -> bool:
    start, end = _gap(mention, cue)
    if end - start > _FURTHEST or _speaks_of_another(mention, cue, mentions):
        return False
    noun, talks = cue.fact.form == "noun", cue.fact.status == "negotiating"
    cost = _cost(mention, cue, mentions)
    before = mention.reading.text[max(0, mention.start - 30) : mention.start]
    if noun and talks and mention.grammar.topic_before.search(before):
        return cost <= _REACH_BEFORE + 4  # "talks, he added, are under way with Senegal on a protocol"
    if cue.word in mention.grammar.reaching:
        reached = mention.grammar.reached_before.search(
            mention.reading.text[max(0, mention.start - 12) : mention.start]
        )
        reached_here = cue.start < mention.start and reached is not None
        return (reached_here and cost <= _REACH_BEFORE) or (_in_relative(mention, cue) and cost <= _REACH_OBJECT)
    if cue.word in mention.grammar.tight and not (mention.draft and cue.fact.status == "negotiating"):
        gives = mention.grammar.verb_first and cue.start >= mention.end and cue.fact.status == "signed"
        return (
            cost <= (_REACH_OBJECT if _in_relative(mention, cue) else _REACH_TIGHT) and not gives
        )  # اتفاقية تمنح الشركة حصة: what it gives, not who got it
    if cue.start < mention.start:
        return _has_object(mention, cue, mentions) or cost <= (
            _REACH_BEFORE if cue.fact.status in ("signed", "proposed") else _REACH_OBJECT
        )
    opens_item = mention.opens_item and cue.fact.status in ("signed", "renewed") and not cue.planned
    return _is_predicate(mention, cue) or cost <= (_REACH_ITEM if opens_item else _REACH_AFTER)


def _has_object(mention: Mention, cue: Cue, mentions: Sequence[Mention]) -> bool:
    """Whether an instrument is the object of a verb before its subject, however many sides and offices stand between:
    وقّع رئيس الجامعة فلان، والرئيس التنفيذي للشركة فلان، مذكرة تفاهم."""
    grammar, reading = mention.grammar, mention.reading
    finite = cue.fact.form in ("past", "base") and cue.fact.status in ("signed", "renewed") and not cue.attached
    if not (grammar.verb_first and finite) or any(cue.end <= m.head < mention.head for m in mentions):
        return False
    for other in grammar.cue.within(reading.text, cue.end, mention.start):
        named = any(p.start <= other.start < p.end for p in reading.parties)
        if grammar.cues[other.phrase].form != "noun" and not named:
            return False
    asides = [aside.span() for aside in grammar.aside.finditer(reading.text, cue.end, mention.start)]
    breaks = [
        match
        for match in grammar.clause_break.finditer(reading.text, cue.end, mention.start)
        if not any(start <= match.start() < end - 1 for start, end in asides)
    ]
    joined = all(match.group().strip() in ("، و", ", و") and _party_after(reading, match.end()) for match in breaks)
    return joined and distance(reading, cue.end, mention.start) <= _REACH_SUBJECT


def _party_after(reading: Reading, start: int) -> bool:
    """Whether a party is named right after, its office or title before it."""
    return any(start - 1 <= p.start and distance(reading, start, p.start) <= _OFFICE for p in reading.parties)


def _in_relative(mention: Mention, cue: Cue) -> bool:
    """Whether a verb stands in the relative clause right after the mention: "an accord that X and Y reached"."""
    relative = mention.grammar.relative_subject.match(mention.reading.text, mention.end)
    return cue.start >= mention.end and relative is not None


def _nearer(mention: Mention, other: Mention, cue: Cue) -> bool:
    """Whether another instrument, not joined to this one by "and", stands between it and the cue."""
    if not mention.end <= other.head < cue.start or other.anaphor:
        return False
    before = mention.reading.text[max(mention.end, other.start - 24) : other.start]
    return mention.grammar.verb_first and mention.grammar.link_before.search(before) is None


def _is_predicate(mention: Mention, cue: Cue) -> bool:
    """Whether a passive is what a sentence says of its subject: "The contract …, part of a package which …, was initialled"."""
    subject = mention.start - mention.sentence.start <= 4 and not mention.many
    gap = mention.reading.text[mention.end : cue.start].rstrip()
    return cue.attached and subject and gap.endswith((", was", ", were", ", has been", ", had been"))


def _denied(mention: Mention, cue: Cue | None) -> bool:
    """Whether a word of denial governs the mention or the verb before it: "denied that it had signed a deal"."""
    text, start = mention.reading.text, min(mention.start, cue.start if cue else mention.start)
    floor = max(mention.sentence.start, start - 70)
    stretch = text[floor : mention.head]
    if mention.grammar.rumour.search(text, mention.sentence.start, mention.head):
        return True
    for match in mention.grammar.denied.finditer(stretch):
        rest = stretch[match.end() :]
        if not mention.grammar.clause_break.search(
            rest.replace(" that ", " ").replace(" ان ", " ").replace(" انه ", " ")
        ):
            return True
    return False


def _status(mention: Mention, binding: Binding) -> Status | None:
    cues = [cue for cue in (binding.before, *binding.after) if cue]
    if (
        binding.before
        and binding.before.word in mention.grammar.reaching
        and mention.grammar.tentative.search(mention.reading.text, mention.start, mention.end + 24)
    ):
        return "proposed"
    if mention.draft:
        return "negotiating" if any(cue.fact.status == "negotiating" for cue in cues) else "proposed"
    if any(cue.word in mention.grammar.initialled and not cue.planned for cue in cues):
        return "proposed"
    renewing = any(cue.fact.status == "renewed" and not (cue.planned or cue.negated) for cue in cues)
    if renewing:  # renewed until then: جددت … لثلاث سنوات تنتهي في 2028
        cues = [cue for cue in cues if cue.fact != ("in_force", "state")]
    said = list[Status]()
    awaited = any(cue.fact.status == "in_force" and (cue.planned or cue.negated) for cue in cues)
    for cue in cues:
        unreal = cue.planned or cue.negated
        if unreal and cue.fact.status == "signed":
            said.append("negotiating" if cue.negated and cue.fact.form == "past" and not cue.planned else "proposed")
        elif cue.fact.status in ("negotiating", "proposed"):
            said.append(cue.fact.status)
        elif unreal and cue.fact.status == "renewed" and cue.planned and cue is binding.before:
            said.append("in_force")  # "asked to extend the agreement"
        elif unreal or (awaited and cue.fact.status == "in_force"):
            continue
        else:
            said.append(cue.fact.status)
    if said and set(said) == {"proposed"} and any(cue.negated for cue in cues) and binding.talks:
        return "negotiating"
    return max(said, key=lambda status: _WEIGHT[status], default=None)

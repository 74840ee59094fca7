"""Mentions become instruments: what is new, what names one that stood before, which are the items of a group."""

from dataclasses import dataclass, field

import regex

from models.agreement import AgreementKind, Status
from models.edtf import bounds
from pipeline.agreements.bound import Bound
from pipeline.agreements.mentions import Mention
from pipeline.agreements.reading import Reading
from pipeline.agreements.status import Binding
from pipeline.findings import (
    AreaFinding,
    DateFinding,
    FigureFinding,
    Notice,
    PartyFinding,
    PlaceFinding,
    Span,
    TermFinding,
)
from pipeline.text import normalise


@dataclass(slots=True)
class Reported:
    """A mention with what its sentence says."""

    mention: Mention
    binding: Binding
    bound: Bound
    date: DateFinding | None = None
    place: PlaceFinding | PartyFinding | None = None
    beside: list[Mention] = field(default_factory=list)
    announced: bool = False  # the date is that of the announcement


@dataclass(eq=False, slots=True)
class Draft:
    """An instrument in the making; `reports` are its mentions, the one that introduced it first."""

    reports: list[Reported]
    kind: AgreementKind
    status: Status
    count: int | None
    rule: str
    parties: list[PartyFinding] = field(default_factory=list)
    signatories: list[PartyFinding] = field(default_factory=list)
    signed: DateFinding | None = None
    place: PlaceFinding | PartyFinding | None = None
    value: FigureFinding | None = None
    duration: FigureFinding | None = None
    subject: Span | None = None
    subject_text: str = ""
    subject_at: tuple[Reading, int, int] | None = None
    title: Span | None = None
    areas: list[AreaFinding] = field(default_factory=list)
    terms: list[TermFinding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    group: "Draft | None" = None
    under: "Draft | None" = None
    items: list["Draft"] = field(default_factory=list)
    lead_order: int = 0
    tentative: bool = False  # the date is that of the announcement

    @property
    def lead(self) -> Mention:
        """The mention that introduced it."""
        return self.reports[0].mention

    @property
    def many(self) -> bool:
        """Whether it is a group."""
        return self.count != 1


_LABEL_WORD = regex.compile(r"[\w'-]+")
_LONG_WORD = regex.compile(r"\w{4,}")
_ABOUT = regex.compile(
    r"\s(?:on|for|concerning) (?:the |an? )?([^\W\d][\w-]*(?: (?!of\b|in\b|for\b|and\b|with\b|was\b|is\b|to\b)[^\W\d][\w-]*)?)"
)
_PARTICLES = frozenset({"الي", "التي", "الذي"})  # no adjectives, though they end like them
_NEXT_WORDS = regex.compile(r"(?:\s\w+){0,2}")
_WEAKER: dict[Status, int] = {
    "signed": 1,
    "proposed": 0,
    "negotiating": 0,
    "renewed": 2,
    "in_force": 3,
    "terminated": 4,
}


def antecedent(report: Reported, drafts: list[Draft]) -> Draft | None:
    """The instrument of `drafts` that a definite mention names again; None where there is none that fits."""
    best, best_score = None, 0.0
    for age, draft in enumerate(reversed(drafts)):
        if not _compatible(report, draft):
            continue
        score = 10.0 - 0.6 * age + 3 * _shared_words(report.mention, draft)
        score += 2 if draft.kind == report.mention.kind else 0
        score += 2 if report.bound.parties and set(map(id, report.bound.parties)) & set(map(id, draft.parties)) else 0
        if report.mention.reading is draft.lead.reading:
            score += 1
        score += 4 if _same_noun(report.mention, draft) else 0
        apart = report.mention.reading is not draft.lead.reading
        score += 2 if apart and draft is drafts[0] and _names_only(report.mention) else 0  # the news's own
        planned = report.binding.status in ("negotiating", "proposed")
        score += 3 if planned and draft.status in ("negotiating", "proposed") else 0
        if score > best_score:
            best, best_score = draft, score
    return best


def replaced(mention: Mention) -> bool:
    """Whether it is said to give way to another: "replaces the agreement of 1976"."""
    before = mention.reading.text[max(mention.sentence.start, mention.start - 24) : mention.start]
    return mention.grammar.slots.replaces.search(before) is not None


def _stands_over(mention: Mention, draft: Draft) -> bool:
    """Whether the sentence puts the draft under the mention: "a protocol annexed to [the agreement]"."""
    before = mention.reading.text[max(mention.sentence.start, mention.start - 30) : mention.start]
    same = draft.lead.sentence == mention.sentence and draft.lead.reading is mention.reading
    return same and draft.lead.head < mention.head and mention.grammar.slots.annexed_before.search(before) is not None


def _same_noun(mention: Mention, draft: Draft) -> bool:
    """Whether both are called by the same rarer word: a framework, an arrangement, a pact."""
    mine = mention.reading.text[mention.head : mention.end].lower().split()
    theirs = draft.lead.reading.text[draft.lead.head : draft.lead.end].lower().split()
    return (
        bool(mine and theirs)
        and not mention.anaphor
        and mine[-1] == theirs[-1]
        and mine[-1] not in ("agreement", "الاتفاقية")
    )


def _compatible(report: Reported, draft: Draft) -> bool:
    """Whether nothing speaks against a mention naming a draft again."""
    mention = report.mention
    counts = mention.many and mention.count is not None and draft.count is not None and mention.count != draft.count
    real = report.binding.status in ("signed", "renewed", "in_force")
    alike = mention.kind == draft.kind or mention.generic or (draft.lead.generic and mention.kind == "contract")
    apart = mention.ordinal and draft.lead.ordinal and mention.ordinal != draft.lead.ordinal
    if (
        mention.many != draft.many
        or counts
        or apart
        or not alike
        or (real and draft.status in ("negotiating", "proposed"))
    ):
        return False
    if report.bound.parties and draft.parties and not _same_side(report, draft):
        return False
    if report.date and (draft.status == "renewed" or (draft.signed and not _same_day(report.date, draft.signed))):
        return False  # a dated one beside a renewal is the one that it renews
    if replaced(mention):
        return False
    if _stands_over(mention, draft) or mention.grammar.older.search(
        mention.reading.text, mention.start, mention.end + 12
    ):
        return draft.lead.definite or draft.lead.fresh
    elsewhere = mention.reading is not draft.reports[-1].mention.reading
    other = mention.kind != draft.kind  # "the trade agreement of 1981" after a communiqué
    again = mention.definite and not other and not mention.grammar.verb_first
    if again and (report.bound.both_sides or _may_complete(report, draft)):
        elsewhere = False  # "The two firms signed the 27-year sale and purchase agreement"
    return not ((elsewhere or other) and _specific(mention) and not _shared_words(mention, draft))


def _same_side(report: Reported, draft: Draft) -> bool:
    """Whether the parties of a mention may be those of a draft; loosely where they are only subjects of the sentence."""
    mine, theirs = {id(p) for p in report.bound.parties}, {id(p) for p in draft.parties}
    near = 0 <= report.mention.sentence.order - draft.reports[-1].mention.sentence.order <= 3
    if near and report.mention.definite and _may_complete(report, draft):
        return True
    if not report.bound.explicit and near:
        cue = report.binding.before
        governed = cue is not None and cue.fact.status in ("renewed", "terminated", "in_force")
        mention = report.mention
        if mention.grammar.verb_first and mention.kind == draft.kind and _names_only(mention) and not governed:
            return True  # العقد وقعه فلان: the signers of the contract just told of
        return bool(mine & theirs) or not (report.bound.signatories or governed)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine or len(mine & theirs) >= 2)


def _may_complete(report: Reported, draft: Draft) -> bool:
    """Whether a later sentence may only tell more of who signed: no sides of its own, and no signer told of before; or
    the side that was still open: "signed a contract with a Chinese firm. … The minister signed the contract with SDG"."""
    grammar = report.mention.grammar
    if grammar.verb_first:
        return False
    known = {id(party) for party in draft.parties}
    if not report.bound.explicit:
        return bool(report.bound.signatories) and not draft.signatories and not draft.many
    sides = {id(party) for party in (*report.bound.parties, *report.bound.actors)}
    return len(known) == 1 and len(sides | known) == 2 and not draft.reports[0].bound.explicit


def _names_only(mention: Mention) -> bool:
    """Whether the noun stands alone with its article, الاتفاقية, so that only what was told before tells which."""
    return mention.definite and not mention.many and not mention.fresh and not _complement_words(mention)


def _same_day(first: DateFinding, second: DateFinding) -> bool:
    return first.value == second.value or _refines(first, second) or _within(first, second) or _within(second, first)


def _within(day: DateFinding, span: DateFinding) -> bool:
    """Whether a day lies in a stretch of days: 1 March in "last week"."""
    (start, end), (first, last) = bounds(day.value), bounds(span.value)
    if start is None or end is None or first is None or last is None:
        return False
    return "/" in span.value and first <= start and end <= last


def _refines(first: DateFinding, second: DateFinding) -> bool:
    short, long = sorted((first.value, second.value), key=len)
    return long.startswith(short)


def _specific(mention: Mention) -> bool:
    return len(_content(mention)) > 0


def _content(mention: Mention) -> set[str]:
    """The words of a label that tell it from others: "usufruct", "PPP"; in Arabic the noun's complement."""
    text = mention.reading.text
    if mention.grammar.verb_first:
        words = _complement_words(mention)
    else:
        figures = mention.reading.figures  # "the 18-month agreement"
        words = [
            w.group().lower()
            for w in _LABEL_WORD.finditer(text, mention.start, mention.head)
            if not any(f.start <= w.start() < f.end for f in figures)
        ]
        after = _ABOUT.match(text, mention.end)
        words += after.group(1).lower().split() if after else []
    return {
        w for w in words if w not in mention.grammar.slots.topic_filler and not mention.grammar.determiner.fullmatch(w)
    }


def _complement_words(mention: Mention) -> list[str]:
    """The Arabic words that go with the noun: of اتفاقية [القرض] two at most, of الاتفاقية only an adjective, [الإطارية]."""
    text = mention.reading.text
    following = _NEXT_WORDS.match(text, mention.end)
    kept = []
    for word in following.group().split() if following else []:
        adjective = word.endswith(("ية", "ي")) and word not in _PARTICLES
        if (
            word in _PARTICLES
            or not word.startswith("ال")
            or (text[mention.head : mention.head + 2] == "ال" and not adjective)
        ):
            break
        kept.append(word)
    return kept[:2]


def names_again(report: Reported, drafts: list[Draft]) -> Draft | None:
    """The draft that an Arabic construct names again by its complement: اتفاقية امتياز, then اتفاقية الامتياز."""
    mention = report.mention
    if (
        not mention.grammar.verb_first
        or mention.definite
        or mention.fresh
        or mention.many
        or not _complement_words(mention)
    ):
        return None
    for draft in reversed(drafts):
        lead = draft.lead.reading
        if lead.passage.lang != "ar" or draft.kind != mention.kind or not _compatible(report, draft):
            continue
        words = _NEXT_WORDS.match(lead.text, draft.lead.end)
        theirs = {_stem(w) for w in words.group().split()} if words else set()
        if theirs & {_stem(w) for w in _complement_words(mention)}:
            return draft
    return None


def names_same(mention: Mention, other: Mention) -> bool:
    """Whether two mentions carry the same name: "the sale agreement", twice."""
    mine, theirs = {_stem(w) for w in _content(mention)}, {_stem(w) for w in _content(other)}
    return mention.kind == other.kind and (mine == theirs or bool(mine & theirs))


def _shared_words(mention: Mention, draft: Draft) -> int:
    mine = {_stem(w) for w in _content(mention)}
    theirs = {_stem(w) for report in draft.reports for w in _content(report.mention)}
    theirs |= {_stem(w.lower()) for w in _LABEL_WORD.findall(draft.subject_text)}
    if draft.lead.grammar.verb_first and (words := _NEXT_WORDS.match(draft.lead.reading.text, draft.lead.end)):
        theirs |= {_stem(word) for word in words.group().split()}
    return len(mine & theirs)


def _stem(word: str) -> str:
    plain = word.removeprefix("و").removeprefix("لل").removeprefix("ال").removeprefix("ب")
    return plain.removesuffix("s")[:6]


def duplicate(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """An earlier draft that a newly introduced one repeats: same kind and number, same two or more parties, no conflict."""
    for other in reversed(drafts):
        if other.lead.reading is draft.lead.reading and other.lead.sentence == draft.lead.sentence:
            continue
        if other.kind != draft.kind and not (draft.lead.generic and draft.kind == "agreement"):
            continue
        if other.kind != draft.kind and _specific(draft.lead) and not _shared_words(draft.lead, other):
            continue  # a trade agreement after a communiqué
        if (
            other.count != draft.count
            or draft.lead.fresh
            or draft.group
            or (other.group is not None and draft.group is not other.group)
        ):
            continue
        if _at_odds(draft, other):
            continue
        mine, theirs = {id(p) for p in draft.parties}, {id(p) for p in other.parties}
        if draft.many and draft.count is not None and (not mine or not theirs or mine & theirs):
            return other
        if len(mine & theirs) >= 2 and (mine <= theirs or theirs <= mine) and _subjects_agree(draft, other):
            return other
    return None


def _at_odds(draft: Draft, other: Draft) -> bool:
    if replaced(draft.lead):
        return True
    if (
        draft.signed
        and other.signed
        and draft.signed.value != other.signed.value
        and not _refines(draft.signed, other.signed)
    ):
        return True
    unreal = ("negotiating", "proposed")
    if (draft.status in unreal) != (other.status in unreal) or (draft.status == "terminated") != (
        other.status == "terminated"
    ):
        return True
    if draft.value and other.value and draft.value.value != other.value.value:
        return True
    if draft.signatories and other.signatories and not any(person in other.signatories for person in draft.signatories):
        return True
    return (
        draft.lead.reading.passage.lang == other.lead.reading.passage.lang
        and draft.lead.reading.passage.role == "list_item"
    )


def _subjects_agree(draft: Draft, other: Draft) -> bool:
    if draft.title and _specific(draft.lead) and not _shared_words(draft.lead, other):
        return False
    if not (_about(draft) and _about(other)):
        return True
    if draft.lead.reading.passage.lang != other.lead.reading.passage.lang:
        return True
    mine = {_stem(w.lower()) for w in _LONG_WORD.findall(_about(draft))}
    theirs = {_stem(w.lower()) for w in _LONG_WORD.findall(_about(other))}
    return bool(mine & theirs)


def _about(draft: Draft) -> str:
    """What it is about: its subject and, in Arabic, the fields that stand in its place."""
    if draft.subject_text or not draft.lead.grammar.verb_first:
        return draft.subject_text
    return " ".join(normalise(draft.lead.reading.passage.source[slice(*area.span)]).text for area in draft.areas)


def attach(draft: Draft, report: Reported) -> None:
    """Adds a later mention: what it says fills what is still open, and a stronger status wins."""
    draft.reports.append(report)
    status = report.binding.status
    if status and _WEAKER[status] > _WEAKER[draft.status] and draft.status not in ("negotiating", "proposed"):
        draft.status = status
    if report.date and draft.status not in ("negotiating", "proposed") and _better_date(draft, report):
        draft.signed = report.date
    if draft.status not in ("negotiating", "proposed"):
        held = report.place if report.mention.ceremonial else None  # "The ceremony was held in Cairo"
        draft.place = held or draft.place or report.place
    if len(draft.parties) < 2:
        draft.parties += [party for party in report.bound.parties if party not in draft.parties]
    if draft.status in ("negotiating", "proposed"):
        return
    draft.signatories += [person for person in report.bound.signatories if person not in draft.signatories]


def _better_date(draft: Draft, report: Reported) -> bool:
    """Whether a later mention tells the day better: none was told, only that of the news, or only the month."""
    if draft.signed is None or report.date is None:
        return draft.signed is None
    if draft.tentative:
        draft.tentative = False
        return True
    return report.date.value.startswith(draft.signed.value) and report.date.value != draft.signed.value


def headline_of(report: Reported, drafts: list[Draft]) -> Draft | None:
    """The instrument that a headline or heading speaks of."""
    mention, bound = report.mention, report.bound
    for draft in drafts:
        if mention.many != draft.many or (
            mention.count is not None and draft.count is not None and mention.count != draft.count
        ):
            continue
        if not (mention.kind == draft.kind or mention.generic or (draft.lead.generic and mention.kind == "contract")):
            continue
        mine, theirs = {id(p) for p in bound.parties}, {id(p) for p in draft.parties}
        if mine and theirs and not (mine & theirs) and all(p.kind != "country" for p in bound.parties):
            continue
        if report.binding.status in ("negotiating", "proposed") and draft.status not in ("negotiating", "proposed"):
            continue
        return draft
    return None

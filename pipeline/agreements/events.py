"""Which mentions tell of an instrument, and what a sentence leaves to the one before it."""

from collections.abc import Mapping, Sequence

import regex

from pipeline.agreements.bound import held_before
from pipeline.agreements.mentions import Mention
from pipeline.agreements.merge import Draft, Reported, replaced
from pipeline.agreements.status import Binding, Cue, distance

UNREAL = ("negotiating", "proposed")
_UNSAID = frozenset({"reached", "reach", "reaches", "التوصل الي"})  # "reached agreement on" is no instrument yet
_NESTING = regex.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:for|towards|on concluding|to conclude|ل|لابرام|لتوقيع|بشان ابرام|بشان|حول)\s*",
    regex.IGNORECASE,
)

# An agreement to renew another, whatever stands between: اتفاقا مع الشركة [يقضي بتجديد] عقد التموين.
_RENEWING = regex.compile(
    r"(?<!\w)(?:(?:يقضي|تقضي|قضي|يتعلق|تتعلق) ب|(?:ينص|تنص|حول|بشان|علي)\s(?:علي\s)?|رغبة \w+ في\s)(?:تجديد|تمديد|تعديل|الغاء)\s+\Z"
)
_RENEWING_REACH = 90  # characters


def event_of(report: Reported, drafts: Sequence[Draft]) -> str | None:
    """Why a mention tells of an instrument, None where it is talk of instruments in general."""
    if report.binding.status is None:
        return _complement(report, drafts)
    mention, binding, bound = report.mention, report.binding, report.bound
    named = bool(bound.parties or bound.both_sides or bound.signatories or bound.unsaid) or _annexed(report)
    real = binding.status not in UNREAL
    general = (
        (not real and not named and not _plain(report, drafts))
        or (mention.weak and not ((named or _counted(mention)) and _close(report)))
        or (
            binding.status in ("renewed", "terminated")
            and not named
            and not mention.definite
            and not is_replaced(report, drafts)
        )
        or (mention.bare and (binding.before is None or binding.before.word in _UNSAID))
        or (real and mention.many and mention.count is None and not named)
        or (
            real
            and not named
            and not _counted(mention)
            and not same_actor(binding)
            and _loose(mention, binding)
            and not is_replaced(report, drafts)
        )
    )
    if general:
        return None
    return "noun" if binding.cue and binding.cue.fact.form == "noun" else "verb"


def _complement(report: Reported, drafts: Sequence[Draft]) -> str | None:
    """An instrument without a verb of its own: "under an agreement with X", "the 2006 accord between X and Y"."""
    mention, bound = report.mention, report.bound
    follows = mention.definite or (replaced(mention) and not mention.grammar.verb_first)
    dated = follows and report.date is not None and is_replaced(report, drafts)
    sided = mention.definite and bound.both_sides is not None
    if mention.weak or (not _held(report) and (mention.bare or (mention.many and mention.count is None))):
        return None
    if dated or sided or (_annexed(report) and not mention.definite):
        report.binding.status = "signed"
        return "complement"
    if not (bound.parties or bound.unsaid):
        return None
    if _held(report):
        report.binding.status = "in_force"
        return "complement"
    before = mention.reading.text[max(0, mention.start - 24) : mention.start]
    under = mention.grammar.slots.under.search(before) or " under " in before.lower()
    if len(bound.parties) < 2 and not (report.date or bound.both_sides or under):
        return None
    report.binding.status = "signed"
    return "complement"


def _annexed(report: Reported) -> bool:
    """Whether it hangs on another instrument of its sentence, whose sides are its own: "an annex to the contract"."""
    mention = report.mention
    following = (m for m in report.beside if mention.end < m.start <= mention.end + 12 and not m.anaphor)
    return any(
        mention.grammar.slots.annexed_before.search(mention.reading.text[mention.start : m.start]) for m in following
    )


def _counted(mention: Mention) -> bool:
    """Whether it is a group with its number: "ended with the signing of 19 documents"."""
    return mention.many and (mention.count or 0) >= 2 and not mention.definite


def _held(report: Reported) -> bool:
    """Whether somebody is said to have it: "has similar treaties with 43 countries", "the contract which both have had"."""
    mention, grammar = report.mention, report.mention.grammar
    if held_before(mention):
        return not mention.definite
    last = max((p.end for p in mention.reading.parties if p.item in report.bound.parties), default=mention.end)
    relative = grammar.relative_subject.match(mention.reading.text, mention.end)
    return relative is not None and grammar.holding_after.match(mention.reading.text, last) is not None


def _plain(report: Reported, drafts: Sequence[Draft]) -> bool:
    """Whether a plan or negotiation without named sides is news all the same, and no question."""
    mention, binding = report.mention, report.binding
    sentence = mention.reading.text[mention.sentence.start : mention.sentence.end]
    stated = any(
        cue.fact.form == "state" or cue.fact.status == "signed" for cue in (binding.before, *binding.after) if cue
    )
    initialled = any(
        c and c.word in mention.grammar.initialled and not c.planned for c in (binding.before, *binding.after)
    )
    return (
        (bool(drafts) or initialled)
        and (stated or mention.draft or initialled)
        and not mention.bare
        and not sentence.rstrip('" ').endswith(("?", "؟"))
    )


def same_actor(binding: Binding) -> bool:
    """Whether a pronoun or the like is the subject: "it obtained a concession"."""
    return binding.before is not None and binding.before.same_actor


def _loose(mention: Mention, binding: Binding) -> bool:
    cue = binding.cue
    return cue is None or cue.fact.form == "noun" or cue.word in mention.grammar.tight


def _with_sum(mention: Mention) -> bool:
    """Whether a sum stands in its phrase: "a $35 million loan"."""
    return any(mention.start <= f.start < mention.head and f.item.kind == "money" for f in mention.reading.figures)


def _close(report: Reported) -> bool:
    """Whether a verb of signing stands right by a noun that mostly is no instrument ("programme", "document")."""
    cues = (report.binding.before, *report.binding.after)
    return any(_right_by(report, cue) for cue in cues if cue)


def _right_by(report: Reported, cue: Cue) -> bool:
    mention = report.mention
    start, end = (cue.end, mention.start) if cue.end <= mention.start else (mention.end, cue.start)
    joining = cue.fact.status == "in_force" and cue.fact.form == "past"
    lent = cue.word in mention.grammar.grants and report.bound.explicit and _with_sum(mention)
    if (cue.word in mention.grammar.tight and not lent) or not (joining or cue.fact.status in ("signed", "renewed")):
        return False
    crossed = any(m is not mention and start <= m.head < end for m in report.beside)
    return not crossed and distance(mention.reading, start, end) <= 8


def is_nested(report: Reported) -> bool:
    """Whether an instrument only is what another is about: "terms of reference for a free trade agreement"."""
    mention = report.mention
    last = next((m for m in reversed(report.beside) if m.end <= mention.start), None)
    if last is None or mention.definite or last.anaphor:
        return False
    gap = mention.reading.text[last.end : mention.start]
    renewing = last.sentence == mention.sentence and len(gap) <= _RENEWING_REACH and _RENEWING.search(gap)
    if not (renewing or _NESTING.fullmatch(gap)):
        return False
    if "reference" in last.text.lower() or last.kind == "letter_of_intent":
        report.binding.status, report.date, report.place = "negotiating", None, None
        return False
    return True


def is_replaced(report: Reported, drafts: Sequence[Draft]) -> bool:
    """Whether an instrument without sides of its own is between those of the last one: "replaces a contract that expired"."""
    if not drafts or report.bound.both_sides:
        return False
    if replaced(report.mention):
        return True
    mention = report.mention
    with_whom = mention.grammar.with_.search(
        mention.reading.text, mention.end, min(mention.end + 60, mention.sentence.end)
    )
    if with_whom and not mention.definite:
        return False  # a side of its own, even where its name was not found
    near = report.mention.sentence.order - drafts[-1].reports[-1].mention.sentence.order <= 1
    return near and (report.mention.definite or report.binding.status in ("in_force", "terminated"))


def at_same_event(report: Reported) -> bool:
    """Whether the sentence says that it was signed together with the instrument before."""
    mention = report.mention
    return (
        mention.grammar.slots.same_event.search(mention.reading.text, mention.sentence.start, mention.start) is not None
    )


def occasion(report: Reported, drafts: Sequence[Draft]) -> Draft | None:
    """The mass signing that the news is about, for one of its instruments told later without a date of its own."""
    mention = report.mention
    sentence = mention.reading.text[mention.sentence.start : mention.sentence.end]
    cue = report.binding.cue
    if cue is None or cue.word in mention.grammar.tight or mention.grammar.slots.earlier.search(sentence):
        return None
    return next((d for d in drafts if d.many and (d.count or 0) >= 10 and d.signed and d.status == "signed"), None)


def fill_same_two(report: Reported, drafts: Sequence[Draft]) -> None:
    """Fills what a verb leaves to its ending or to "they also": the two that signed the instrument before."""
    cue, last = report.binding.before, drafts[-1] if drafts else None
    if cue is None or last is None or len(last.parties) < 2 or cue.word not in report.mention.grammar.plural_verbs:
        return
    if report.mention.sentence.order - last.lead.sentence.order > 1 or len(report.bound.parties) > 1:
        return
    report.bound.parties = list(last.parties)
    report.bound.signatories = report.bound.signatories or list(last.signatories)
    if report.mention.sentence == last.lead.sentence:
        report.date, report.place = report.date or last.signed, report.place or last.place


def unnumbered_occasion(report: Reported, told: Mapping[int, Sequence[Reported]]) -> Reported | None:
    """The signing of "a number of documents" that one of the last passages opened with, and this sentence goes on about."""
    mention = report.mention
    sentence = mention.reading.text[mention.sentence.start : mention.sentence.end]
    if (
        report.binding.cue is None
        or mention.grammar.slots.earlier.search(sentence)
        or mention.grammar.slots.aside_event.search(sentence)
    ):
        return None
    for order in range(mention.reading.order - 1, max(-1, mention.reading.order - 4), -1):
        for other in told.get(order, ()):
            if (
                other.mention.many
                and other.mention.count is None
                and other.date is not None
                and other.binding.status == "signed"
            ):
                return other
    return None


def share_predicate(first: Reported, second: Reported) -> None:
    """Gives "an agreement and a memorandum … were signed" to the first as well, with sides, signers, day and place."""
    mention, other = first.mention, second.mention
    gap = mention.reading.text[mention.end : other.start]
    linked = mention.grammar.link_before.search(gap) is not None
    joined = linked and len(gap.split()) <= 2
    own = any(mention.end <= p.start < other.start for p in mention.reading.parties)
    between = linked and len(gap.split()) <= 8 and not own and first.binding.after == second.binding.after
    between = between and second.bound.explicit and len(second.bound.parties) >= 2 and not first.bound.explicit
    if between and len(first.bound.parties) < 2 and mention.sentence == other.sentence:
        first.bound = second.bound
    if first.binding.status is not None or first.binding.denied or not second.binding.after or not joined:
        return
    if mention.sentence != other.sentence or mention.definite or mention.anaphor or other.anaphor:
        return
    first.binding.status, first.binding.after = second.binding.status, second.binding.after
    if not first.bound.parties:
        first.bound = second.bound
    first.date, first.place = first.date or second.date, first.place or second.place

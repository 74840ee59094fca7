"""Reads an article's passages in order and keeps the instruments that it has told of so far."""

from collections.abc import Sequence

from pipeline.agreements.anaphora import item_mention
from pipeline.agreements.bound import Bound, chain, find_bound
from pipeline.agreements.cast import Cast
from pipeline.agreements.events import (
    UNREAL,
    at_same_event,
    event_of,
    fill_same_two,
    is_nested,
    is_replaced,
    occasion,
    same_actor,
    share_predicate,
    unnumbered_occasion,
)
from pipeline.agreements.instruments import find_mentions
from pipeline.agreements.lists import block_of, entry_of, group_before, lead_date, lead_of, lead_place, lead_status
from pipeline.agreements.mentions import Mention
from pipeline.agreements.merge import Draft, Reported, antecedent, attach, headline_of, names_again, names_same
from pipeline.agreements.reading import Reading
from pipeline.agreements.slots import signing_date, signing_place
from pipeline.agreements.status import Binding, bind, find_cues, inherit
from pipeline.findings import DateFinding, PartyFinding

_RANKED_REACH = 12  # sentences


class Story:
    """The instruments of one article in the order in which they come up; `cast` knows its parties."""

    def __init__(self, readings: Sequence[Reading], cast: Cast) -> None:
        self.readings = readings
        self.cast = cast
        self.drafts = list[Draft]()
        self._told = dict[int, list[Reported]]()
        self._known_then = 0
        self._pending: Reported | None = None  # "The memorandum covers …": told of before it is said to be signed

    def announce(self, reading: Reading) -> None:
        """Takes in the groups of a headline ("51 agreements"), so that the body can go on about them."""
        for report in self._reports(reading):
            mention = report.mention
            if (
                mention.many
                and mention.count
                and report.binding.status
                and not report.binding.denied
                and not mention.weak
            ):
                known = headline_of(report, self.drafts)
                if known:
                    known.reports.append(report)
                else:
                    self._open(report, "headline")

    def read(self, reading: Reading) -> None:
        """Takes in the instruments of a passage of the body."""
        reports = self._reports(reading)
        if reading.passage.role == "list_item" and not any(r.mention.opens_item for r in reports):
            self._take_plain_item(reading)
        for report in reports:
            self._take(report)

    def read_headline(self, reading: Reading) -> None:
        """Takes in a headline or heading: mostly what the body tells at length."""
        for report in self._reports(reading):
            if report.binding.denied or (
                report.mention.many and report.mention.count and reading.passage.role == "title"
            ):
                continue
            draft = headline_of(report, self.drafts)
            if draft:
                draft.reports.append(report)
                if draft.place is None:
                    draft.place = report.place
            elif (
                report.binding.status
                and report.bound.parties
                and not report.mention.weak
                and reading.passage.role == "title"
            ):
                self._open(report, "headline")

    def read_caption(self, reading: Reading) -> None:
        """Takes in a caption: who is seen signing or exchanging what the body tells of."""
        for report in self._reports(reading):
            draft = None if report.binding.denied or report.mention.weak else headline_of(report, self.drafts)
            if draft and report.binding.status == "signed" and draft.status not in UNREAL:
                attach(draft, report)

    def _reports(self, reading: Reading) -> list[Reported]:
        mentions = find_mentions(reading)
        cues = find_cues(reading, mentions) if mentions else []
        reports = list[Reported]()
        for mention in mentions:
            binding = bind(mention, cues, mentions)
            self._inherit(mention, binding, reports)
            bound = find_bound(mention, binding, mentions)
            date = signing_date(mention, binding, mentions)
            place = signing_place(mention, binding, date, mentions)
            reports.append(Reported(mention, binding, bound, date, place, mentions, self._announced(mention, date)))
        for first, second in zip(reversed(reports[:-1]), reversed(reports[1:]), strict=True):
            share_predicate(first, second)
        self._told[reading.order] = reports
        return reports

    def _announced(self, mention: Mention, date: DateFinding | None) -> bool:
        reading = mention.reading
        at = next((d.start for d in reading.dates if d.item is date), None)
        return (
            at is not None
            and mention.grammar.slots.announced_before.search(reading.text[max(0, at - 70) : at]) is not None
        )

    def _inherit(self, mention: Mention, binding: Binding, reports: Sequence[Reported]) -> None:
        last = next((r for r in reversed(reports) if r.mention.sentence == mention.sentence), None)
        if last is None or binding.denied or mention.pronoun or mention.anaphor:
            return
        before = mention.reading.text[max(last.mention.end, mention.start - 24) : mention.start]
        if binding.status is not None:
            approved = (
                last.binding.before if last.binding.before and last.binding.before.fact.status == "in_force" else None
            )
            if (
                approved
                and binding.before is None
                and binding.status == "signed"
                and mention.grammar.link_before.search(before)
            ):
                binding.status, binding.before, binding.inherited = (
                    "in_force",
                    approved,
                    True,
                )  # "ratified the accord and the protocol"
            return
        if mention.grammar.link_before.search(before) and (not mention.definite or mention.kind != last.mention.kind):
            inherit(mention, binding, last.mention, last.binding)

    def _take(self, report: Reported) -> None:
        mention, binding, bound = report.mention, report.binding, report.bound
        if binding.denied or is_nested(report):
            return
        if mention.anaphor:
            self._take_anaphor(report)
        elif mention.pronoun:
            self._take_item(report)
        elif mention.opens_item and (not mention.definite or mention.dated_item):
            self._take_listed(report)
        elif group := self._ranked(mention):
            self._take_announced(report, group)
        elif known := self._renewed_here(report):
            known.status = "renewed"
            attach(known, report)
        elif entry := entry_of(report):
            self._open(entry, "entry")
        elif group := self._announced_here(mention):
            self._take_announced(report, group)
        elif known := self._same_group(report):
            attach(known, report)
            known.lead_order = mention.reading.order
        elif known := self._known(report):
            attach(known, report)
        elif not (mention.definite and mention.many and not bound.parties):
            self._take_new(report)

    def _known(self, report: Reported) -> Draft | None:
        """The instrument that a mention names again."""
        mention = report.mention
        if mention.definite and mention.many and mention.weak and mention.generic and mention.count is None:
            near = [d for d in self.drafts if 0 <= mention.sentence.order - d.reports[-1].mention.sentence.order <= 3]
            return next((d for d in near if d.many), None) or (near[-1] if near else None)  # "exchanged the documents"
        known = names_again(report, self.drafts)
        again = mention.definite or (mention.possessive and report.binding.status is None)
        return known or (antecedent(report, self.drafts) if again else None)

    def _take_new(self, report: Reported) -> None:
        mention = report.mention
        if group := self._told_next(report):
            self._take_announced(report, group)
        elif nameless := self._nameless(report):
            nameless.bound.parties = list(report.bound.parties)
            attach(self._open(nameless, "anaphor"), report)
        elif rule := event_of(report, self.drafts):
            self._open(report, rule)
        elif not (mention.many or mention.weak or mention.bare) and mention.definite == (report.binding.status is None):
            self._pending = report
            self._known_then = len(self.drafts)

    def _nameless(self, report: Reported) -> Reported | None:
        """An instrument said to be signed before its sides are named: "An accord was signed …. The accord is between A and B"."""
        mention, pending = report.mention, self._pending
        if pending is None or pending.mention.definite or len(self.drafts) != self._known_then or not mention.definite:
            return None
        alike = mention.kind == pending.mention.kind or mention.generic
        near = 0 <= mention.sentence.order - pending.mention.sentence.order <= 3
        named = bool(report.bound.parties) and pending.binding.status in ("signed", "renewed")
        return pending if alike and near and named and not mention.many else None

    def _same_group(self, report: Reported) -> Draft | None:
        if not report.mention.many or not report.mention.count:
            return None
        for draft in self.drafts:
            mine, theirs = {id(p) for p in report.bound.parties}, {id(p) for p in draft.parties}
            alike = draft.kind == report.mention.kind or draft.lead.generic or report.mention.generic
            same = draft.count == report.mention.count and alike
            if same and (mine & theirs or not mine or not theirs or (draft.count or 0) >= 10):
                return draft
        return None

    def _renewed_here(self, report: Reported) -> Draft | None:
        """The list item's instrument, where another one of the item is what it renews: "which extends an arrangement of 2022"."""
        mention, cue = report.mention, report.binding.before
        if cue is None or cue.fact.status != "renewed" or mention.definite:
            return None
        here = [d for d in self.drafts if d.lead.reading is mention.reading and d.lead.opens_item]
        return here[0] if here and mention.reading.passage.role == "list_item" else None

    def _told_next(self, report: Reported) -> Draft | None:
        """The group that the next sentences take apart: "signed two agreements. Under the sale agreement, …"."""
        mention = report.mention
        if (
            mention.many
            or mention.anaphor
            or mention.weak
            or report.binding.status in ("negotiating", "proposed", "terminated")
        ):
            return None
        for draft in reversed(self.drafts):
            if not draft.many or not draft.count or len(draft.items) >= draft.count or draft.count > 4:
                continue
            near = 1 <= mention.sentence.order - draft.lead.sentence.order <= 3
            apart = report.date is not None and draft.signed is not None and report.date.value != draft.signed.value
            alien = report.bound.explicit and not {id(p) for p in report.bound.parties} <= {
                id(p) for p in draft.parties
            }
            other = draft.kind != mention.kind and not (draft.lead.generic or mention.definite)
            if other and not any(m.many and m.sentence == mention.sentence for m in report.beside):
                continue  # a trade agreement that is still hoped for is none of "three MoUs"
            taken = any(names_same(mention, item.lead) for item in draft.items)
            if near and not apart and not alien and not taken and (mention.definite or report.binding.status is None):
                return draft
        return None

    def _ranked(self, mention: Mention) -> Draft | None:
        """The group of which a definite mention is the next: "signed two memoranda …. The second memorandum …"."""
        for draft in reversed(self.drafts) if mention.ordinal else ():
            if draft.many and draft.count and mention.ordinal <= draft.count:
                taken = any(item.lead.ordinal == mention.ordinal for item in draft.items)
                near = mention.sentence.order - draft.lead.sentence.order <= _RANKED_REACH
                return draft if near and not taken else None
        return None

    def _announced_here(self, mention: Mention) -> Draft | None:
        """The group of the same sentence of which a mention after a colon is an item: "two agreements: a contract and …"."""
        for draft in reversed(self.drafts):
            lead = draft.reports[-1].mention if draft.many else None
            if (
                lead
                and lead.reading is mention.reading
                and lead.sentence == mention.sentence
                and lead.head < mention.head
            ):
                return draft if ":" in mention.reading.text[lead.end : mention.start] else None
        return None

    def _take_announced(self, report: Reported, group: Draft) -> None:
        report.binding.status = report.binding.status or group.status
        draft = self._open(report, "item")
        if not report.bound.explicit and group.parties:
            draft.parties = _shared_out(group, report.mention.ordinal) or list(group.parties)
        self._join(draft, group)

    def _take_anaphor(self, report: Reported) -> None:
        """A pronoun or the like goes on about the instrument of the same or the last sentence."""
        mention, binding = report.mention, report.binding
        pending, self._pending = self._pending, None
        if (
            pending
            and len(self.drafts) == self._known_then
            and 0 <= mention.sentence.order - pending.mention.sentence.order <= 1
            and binding.status == "signed"
            and (pending.binding.status is None or (pending.binding.status == "signed" and report.bound.parties))
        ):
            pending.binding.status = binding.status
            draft = self._open(pending, "anaphor")
            draft.parties = []
            attach(draft, report)
            return
        self._anaphoric(report)

    def _anaphoric(self, report: Reported) -> None:
        mention, binding = report.mention, report.binding
        _leave_to_other(report)
        reach = 4 if mention.ceremonial else 2
        near = [d for d in self.drafts if 0 <= mention.sentence.order - d.reports[-1].mention.sentence.order <= reach]
        real = binding.status in ("signed", "renewed", "in_force")
        near = [d for d in near if not real or d.status not in UNREAL]
        if not near or (binding.status in UNREAL and near[-1].status not in UNREAL):
            return
        if mention.many:
            group = next((d for d in reversed(near) if d.many), None) or near[-1].group
            targets = [group, *group.items] if group else near[-2:]
        elif mention.ceremonial and near[-1].group:
            targets = [near[-1].group, *near[-1].group.items]
        elif mention.ceremonial:
            first = near[0] if not mention.end > mention.start else near[-1]
            targets = [
                first,
                *first.items,
                *(d for d in near if d is not first and d.lead.sentence == first.lead.sentence),
            ]
        else:
            here = [d for d in near if d.reports[-1].mention.sentence == mention.sentence]
            targets = (here or near)[-1:]
        for draft in targets:
            attach(draft, report)
            self._complete_later(draft, report)

    def _complete_later(self, draft: Draft, report: Reported) -> None:
        if len(draft.parties) == 1 and report.bound.with_only:
            other = self.cast.protagonist(report.mention, draft.parties, self.drafts)
            draft.parties += [other] if other else []

    def _open(self, report: Reported, rule: str) -> Draft:
        assert report.binding.status is not None
        draft = Draft([report], report.mention.kind, report.binding.status, report.mention.count, rule)
        fill_same_two(report, self.drafts)
        if not report.bound.parties and is_replaced(report, self.drafts):
            report.bound.parties = list(self.drafts[-1].parties)
        draft.parties = self.cast.complete(
            report, self.drafts, same_actor=same_actor(report.binding) or report.bound.unsaid
        )
        draft.signatories = list(report.bound.signatories)
        draft.lead_order = report.mention.reading.order
        if draft.status not in UNREAL:
            draft.signed = report.date
        draft.place = report.place
        draft.tentative = report.announced and draft.signed is not None
        if report.binding.inherited and self.drafts:
            self._fill(draft, self.drafts[-1])
        elif draft.signed is None and at_same_event(report) and self.drafts and draft.status not in UNREAL:
            draft.signed, draft.place = self.drafts[-1].signed, draft.place or self.drafts[-1].place
        elif draft.signed is None and not draft.many and draft.status == "signed":
            self._at_occasion(draft, report)
        self.drafts.append(draft)
        return draft

    def _take_item(self, report: Reported) -> None:
        groups = [
            d
            for d in self.drafts
            if d.many and report.mention.sentence.order - d.reports[-1].mention.sentence.order <= 1
        ]
        group = groups[-1] if groups else None
        if group is None and not (self.drafts and (report.binding.status or report.bound.parties)):
            return
        model = group or next((d for d in reversed(self.drafts) if d.kind == report.mention.kind), self.drafts[-1])
        report.binding.status = report.binding.status or model.status
        draft = self._open(report, "pronoun")
        if group:
            self._join(draft, group)
        elif report.binding.cue is None:
            self._fill(draft, model)
        elif not draft.parties:
            draft.parties = list(model.parties)

    def _take_plain_item(self, reading: Reading) -> None:
        """An item that names no instrument under a group of as many: "signed three memoranda … • With X: to set up …"."""
        group = next((d for d in reversed(self.drafts) if d.many and d.group is None), None)
        if (
            group is None
            or not group.count
            or not reading.parties
            or reading.order - group.lead_order > group.count + 3
        ):
            return
        block = block_of(reading, self.readings)
        if len(block) != group.count or block[0].order - group.lead_order > 3:
            return
        mention = item_mention(reading, group.kind)
        bound = Bound()
        bound.add(chain(reading, mention.start, len(reading.text), lenient=True), signing=True)
        bound.with_only = bound.explicit = True
        report = Reported(mention, Binding(status=group.status), bound, beside=[mention])
        actor = group.reports[0].bound.actors[:1] or group.parties[:1]
        draft = self._open(report, "list")
        draft.parties = [*actor, *(p for p in bound.parties if p not in actor)]
        head = reading.text.find(":", mention.start)
        draft.signatories += [
            p.item
            for p in reading.parties
            if p.item.kind == "person"
            and p.end <= (head if head > 0 else len(reading.text))
            and p.item not in draft.signatories
        ]
        self._join(draft, group)

    def _take_listed(self, report: Reported) -> None:
        mention = report.mention
        lead = lead_of(mention.reading, self.readings)
        group = group_before(mention.reading, lead, self.drafts)
        status = report.binding.status or lead_status(lead) or (group.status if group else None)
        if status is None and not report.bound.parties:
            return
        report.binding.status = status or "signed"
        self._host(report, lead)
        draft = self._open(report, "list")
        if draft.signed is None and draft.status not in UNREAL:
            first = mention.reading.dates[0] if mention.reading.dates else None
            if first and first.end < mention.start and first.start < 8:
                draft.signed = first.item
            elif lead is not None:
                draft.signed = lead_date(lead)
                draft.place = draft.place or (lead_place(lead) if draft.signed else None)
        self._lead_signers(draft, lead)
        if group:
            self._join(draft, group)
        draft.parties = draft.parties or self.cast.principals()

    def _host(self, report: Reported, lead: Reading | None) -> None:
        """Who signs with those that the items name: "SAMI announced the following: • a contract with X"."""
        if lead is None or not report.bound.with_only or len(report.bound.parties) != 1:
            return
        last = lead.sentences[-1]
        hosts = [p.item for p in lead.parties if last.start <= p.start < last.end and p.item.kind == "organization"]
        if len(dict.fromkeys(map(id, hosts))) == 1 and hosts[0] not in report.bound.parties:
            report.bound.parties.insert(0, hosts[0])

    def _lead_signers(self, draft: Draft, lead: Reading | None) -> None:
        """Those who sign all that a list names: ووقع خلال المؤتمر فلان الوثائق الآتية."""
        for report in self._told_in(lead):
            if report.binding.status == "signed" and report.mention.sentence == (lead.sentences[-1] if lead else None):
                draft.signatories += [p for p in report.bound.signatories if p not in draft.signatories]
                draft.signed = draft.signed or (report.date if draft.status not in UNREAL else None)
                draft.place = draft.place or report.place

    def _at_occasion(self, draft: Draft, report: Reported) -> None:
        """The day and place of the signing of many that the news is about."""
        group = occasion(report, self.drafts)
        if group is not None:
            draft.signed, draft.place = group.signed, draft.place or group.place
        elif opening := unnumbered_occasion(report, self._told):
            draft.signed, draft.place = opening.date, draft.place or opening.place

    def _told_in(self, reading: Reading | None) -> list[Reported]:
        return self._told.get(reading.order, []) if reading else []

    def _join(self, draft: Draft, group: Draft) -> None:
        draft.group = group
        group.items.append(draft)
        self._fill(draft, group)

    def _fill(self, draft: Draft, other: Draft) -> None:
        """What an item of a group or list leaves unsaid is as in the group."""
        if draft is other:
            return
        if not draft.parties:
            draft.parties = list(other.parties)
        if draft.signed is None and draft.status not in UNREAL:
            draft.signed, draft.tentative = other.signed, other.tentative
        if draft.place is None and draft.signed is other.signed:
            draft.place = other.place


def _shared_out(group: Draft, rank: int) -> list[PartyFinding]:
    """The sides of one of a group signed with as many: "signed two memoranda with A and B. … The second memorandum …"."""
    actors = group.reports[0].bound.actors
    others = [party for party in group.parties if party not in actors]
    return [*actors, others[rank - 1]] if rank and actors and len(others) == group.count else []


def _leave_to_other(report: Reported) -> None:
    """Takes from a pronoun what is said of an instrument behind it: "It builds on a memorandum signed in Tokyo"."""
    mention, cue = report.mention, report.binding.cue
    if cue and any(
        not (other.definite or other.anaphor) and mention.end < other.head < cue.start for other in report.beside
    ):
        report.binding.status, report.date, report.place = None, None, None
        report.bound.signatories = []

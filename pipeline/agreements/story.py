"""Reads an article's passages in order and keeps the instruments that it has told of so far."""

from collections import Counter
from collections.abc import Sequence

from models.agreement import Status
from pipeline.agreements.bound import Bound, find_bound
from pipeline.agreements.instruments import Mention, find_mentions
from pipeline.agreements.merge import Draft, Reported, antecedent, attach, duplicate, headline_of
from pipeline.agreements.reading import Reading
from pipeline.agreements.slots import signing_date, signing_place
from pipeline.agreements.status import Binding, Cue, bind, find_cues, inherit
from pipeline.findings import PartyFinding

_UNREAL = ("negotiating", "proposed")
_UNSAID = frozenset({"reached", "reach", "reaches", "التوصل الي"})  # "reached agreement on" is no instrument yet


class Story:
    """The instruments of one article in the order in which they come up; `everyone` are the article's parties."""

    def __init__(self, readings: Sequence[Reading], everyone: Sequence[PartyFinding]) -> None:
        self.readings = readings
        self.everyone = everyone
        self.drafts = list[Draft]()
        self._pending: Reported | None = None  # "The memorandum covers …": told of before it is said to be signed
        self._weight = _prominence(readings)

    def read(self, reading: Reading) -> None:
        """Takes in the instruments of a passage of the body."""
        for report in self._reports(reading):
            self._take(report)

    def read_headline(self, reading: Reading) -> None:
        """Takes in a headline or heading: mostly what the body tells at length."""
        for report in self._reports(reading):
            if report.binding.denied:
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

    def _reports(self, reading: Reading) -> list[Reported]:
        mentions = find_mentions(reading)
        cues = find_cues(reading, mentions) if mentions else []
        reports = list[Reported]()
        for mention in mentions:
            binding = bind(mention, cues, mentions)
            self._inherit(mention, binding, reports)
            bound = find_bound(mention, binding, mentions)
            date = signing_date(mention, binding, mentions)
            reports.append(
                Reported(mention, binding, bound, date, signing_place(mention, binding, date, mentions), mentions)
            )
        return reports

    def _inherit(self, mention: Mention, binding: Binding, reports: Sequence[Reported]) -> None:
        last = next((r for r in reversed(reports) if r.mention.sentence == mention.sentence), None)
        if last is None or binding.status is not None or binding.denied or mention.pronoun:
            return
        before = mention.reading.text[max(last.mention.end, mention.start - 24) : mention.start]
        if mention.grammar.link_before.search(before) and not mention.definite:
            inherit(mention, binding, last.mention, last.binding)

    def _take(self, report: Reported) -> None:
        mention, binding, bound = report.mention, report.binding, report.bound
        if binding.denied:
            return
        if mention.anaphor:
            self._take_anaphor(report)
            return
        if mention.pronoun:
            self._take_item(report)
            return
        if mention.opens_item and not mention.definite:
            self._take_listed(report)
            return
        if mention.definite or (mention.possessive and binding.status is None):
            known = antecedent(report, self.drafts)
            if known:
                attach(known, report)
                return
            if mention.many and not bound.parties:
                return
        rule = self._event(report)
        if rule:
            self._open(report, rule)
        elif mention.definite and not (mention.many or mention.weak or binding.status):
            self._pending = report

    def _take_anaphor(self, report: Reported) -> None:
        """A pronoun or the like goes on about the instrument of the same or the last sentence."""
        mention, binding = report.mention, report.binding
        pending, self._pending = self._pending, None
        if pending and 0 <= mention.sentence.order - pending.mention.sentence.order <= 1 and binding.status == "signed":
            pending.binding.status = binding.status
            draft = self._open(pending, "anaphor")
            draft.parties = []
            attach(draft, report)
            return
        near = [d for d in self.drafts if 0 <= mention.sentence.order - d.reports[-1].mention.sentence.order <= 1]
        if not near or (binding.status in _UNREAL and near[-1].status not in _UNREAL):
            return
        if mention.many:
            group = next((d for d in reversed(near) if d.many), None)
            targets = [group, *group.items] if group else near[-2:]
        else:
            targets = near[-1:]
        for draft in targets:
            attach(draft, report)

    def _event(self, report: Reported) -> str | None:
        """Why a mention tells of an instrument, None where it is talk of instruments in general."""
        mention, binding, bound = report.mention, report.binding, report.bound
        if binding.status is None:
            if mention.weak or mention.bare or not bound.parties or (mention.many and mention.count is None):
                return None
            if len(bound.parties) < 2 and not (report.date or bound.both_sides or self._under(mention)):
                return None
            binding.status = "signed"
            return "complement"
        if binding.status in _UNREAL and not (bound.parties or bound.both_sides):
            return None
        if mention.weak and not (binding.status in ("signed", "renewed") and (bound.parties or bound.both_sides)):
            return None
        if mention.bare and (binding.before is None or binding.before.word in _UNSAID):
            return None
        named = bound.parties or bound.both_sides
        if mention.many and mention.count is None and not named:
            return None
        if not named and not self._same_actor(binding) and self._loose(mention, binding):
            return None
        return "verb" if (binding.cue and binding.cue.fact.form != "noun") else "noun"

    def _same_actor(self, binding: Binding) -> bool:
        """Whether a pronoun or the like is the subject: "it obtained a concession"."""
        cue = binding.before
        return cue is not None and bool(cue.same_actor)

    def _loose(self, mention: Mention, binding: Binding) -> bool:
        cue = binding.cue
        return cue is None or cue.fact.form == "noun" or cue.word in mention.grammar.tight

    def _under(self, mention: Mention) -> bool:
        before = mention.reading.text[max(0, mention.start - 24) : mention.start]
        return bool(mention.grammar.under.search(before)) or " under " in before.lower()

    def _open(self, report: Reported, rule: str) -> Draft:
        assert report.binding.status is not None
        draft = Draft([report], report.mention.kind, report.binding.status, report.mention.count, f"{rule}")
        draft.parties = self._complete(report)
        draft.signatories = list(report.bound.signatories)
        if draft.status not in _UNREAL:
            draft.signed = report.date
        draft.place = report.place
        self.drafts.append(draft)
        return draft

    def _take_item(self, report: Reported) -> None:
        groups = [d for d in self.drafts if d.many and report.mention.sentence.order - d.lead.sentence.order <= 1]
        group = groups[-1] if groups else None
        if group is None:
            if not self.drafts or not (report.binding.status or report.bound.parties):
                return
            report.binding.status = report.binding.status or self.drafts[-1].status
            draft = self._open(report, "pronoun")
            self._fill(draft, self.drafts[-2])
            return
        report.binding.status = report.binding.status or group.status
        draft = self._open(report, "pronoun")
        self._join(draft, group)

    def _take_listed(self, report: Reported) -> None:
        lead = self._lead_of(report.mention.reading)
        status, group = self._lead_status(lead), self._group_before(report.mention.reading)
        if report.binding.status is None:
            report.binding.status = status or (group.status if group else None)
        if report.binding.status is None and not report.bound.parties:
            return
        report.binding.status = report.binding.status or "signed"
        draft = self._open(report, "list")
        if lead is not None and draft.signed is None and draft.status not in _UNREAL:
            last = lead.sentences[-1]
            draft.signed = next(
                (d.item for d in lead.dates if last.start <= d.start < last.end and "/" not in d.item.value), None
            )
        if group:
            self._join(draft, group)
        elif not draft.parties:
            draft.parties = self.principals()

    def _lead_of(self, reading: Reading) -> Reading | None:
        for earlier in reversed(self.readings[: self.readings.index(reading)]):
            if earlier.passage.role != "list_item":
                return earlier
        return None

    def _lead_status(self, lead: Reading | None) -> Status | None:
        if lead is None:
            return None
        last = lead.sentences[-1]
        cues = [cue for cue in find_cues(lead, []) if last.start <= cue.start < last.end]
        said: list[Cue] = [cue for cue in cues if cue.fact.status in ("signed", "renewed", "in_force", "terminated")]
        if not said:
            return None
        return "proposed" if said[-1].planned and said[-1].fact.status == "signed" else said[-1].fact.status

    def _group_before(self, reading: Reading) -> Draft | None:
        lead = self._lead_of(reading)
        groups = [
            d for d in self.drafts if d.many and d.group is None and lead and d.lead.reading.order >= lead.order - 3
        ]
        return groups[-1] if groups else None

    def _join(self, draft: Draft, group: Draft) -> None:
        draft.group = group
        group.items.append(draft)
        self._fill(draft, group)

    def _fill(self, draft: Draft, other: Draft) -> None:
        if not draft.parties:
            draft.parties = list(other.parties)
        if draft.signed is None and draft.status not in _UNREAL:
            draft.signed = other.signed
        if draft.place is None and draft.signed is other.signed:
            draft.place = other.place

    def _complete(self, report: Reported) -> list[PartyFinding]:
        """The parties of a mention, with the side that it leaves unsaid: "the two countries", "signed with X"."""
        bound = report.bound
        parties = list(bound.parties)
        if len(parties) < 2 and bound.both_sides:
            sides = self.principals() if bound.both_sides == "countries" else self._sides()
            if not parties or set(map(id, parties)) & set(map(id, sides)):
                return [*parties, *(p for p in sides if p not in parties)]
        if not parties and self._same_actor(report.binding):
            actor = self._protagonist(report.mention, [])
            return [actor] if actor else []
        if len(parties) == 1 and bound.with_only:
            other = self._protagonist(report.mention, parties)
            if other is not None:
                parties.insert(0, other)
        return parties

    def _sides(self) -> list[PartyFinding]:
        for draft in reversed(self.drafts):
            if len(draft.parties) == 2:
                return list(draft.parties)
        return self.principals()

    def principals(self) -> list[PartyFinding]:
        """The two countries that the article is about."""
        countries = [party for party in self.everyone if party.kind == "country"]
        ranked = sorted(countries, key=lambda party: -self._weight[id(party)])
        return ranked[:2] if len(ranked) >= 2 else []

    def _protagonist(self, mention: Mention, known: Sequence[PartyFinding]) -> PartyFinding | None:
        """Who signs where the sentence does not say: the speaker's house, else whoever the article mostly tells of."""
        before = [p.item for p in mention.reading.parties if mention.sentence.start <= p.start < mention.start]
        for item in reversed(before):
            side = item.affiliation if item.kind == "person" else item
            if side is not None and side not in known and item.kind == "person":
                return side
        counted = Counter(id(party) for draft in self.drafts for party in draft.parties)
        candidates = [p for p in self.everyone if p.kind != "person" and p not in known]
        wanted = "country" if known and known[0].kind == "country" else None
        ranked = sorted(candidates, key=lambda p: (-(p.kind == wanted), -counted[id(p)], -self._weight[id(p)]))
        return ranked[0] if ranked and (counted[id(ranked[0])] or self._weight[id(ranked[0])] >= 3) else None


def _prominence(readings: Sequence[Reading]) -> Counter[int]:
    weight = Counter[int]()
    for reading in readings:
        for placed in reading.parties:
            weight[id(placed.item)] += 4 if reading.passage.role == "title" else 2 if reading.order <= 2 else 1
    return weight


__all__ = ["Bound", "Story", "duplicate"]

"""The parties of an article by their weight: who "the two countries" are, and who signs where the sentence does not say."""

from collections import Counter
from collections.abc import Sequence

import regex

from pipeline.agreements.bound import owns_next, subjects_before, told_before
from pipeline.agreements.mentions import GRAMMARS, Mention
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.reading import Placed, Reading
from pipeline.findings import PartyFinding

# Bodies that approve agreements, or tell of them, but are not bound by them.
_OUTSIDERS = regex.compile(
    r"\bnews agency|وكالة .{0,30}(?:الأنباء|للأنباء|أنباء)|parliament|assembly|senate|congress|cabinet|council of ministers|knesset|البرلمان|الجمعية الوطنية|مجلس النواب|مجلس الوزراء|مجلس الأمة|مجلس الشورى|مجلس الشيوخ|الكونغرس",
    regex.IGNORECASE,
)


# "The two sides" as a subject, which Arabic tells by its ending: الجانبان, not الجانبين.
_BOTH = regex.compile(r"(?<!\w)ال\w+ان(?!\w)|\b(?:two|both) sides (?:also )?(?:agreed|signed|intend|plan)")


def _both_act(report: Reported) -> bool:
    mention = report.mention
    return _BOTH.search(mention.reading.text, mention.sentence.start, mention.start) is not None


def _pair_of(country: PartyFinding, drafts: Sequence[Draft]) -> list[PartyFinding]:
    """The two countries of the last instrument between countries, where this is one of them."""
    for draft in reversed(drafts):
        if len(draft.parties) == 2 and all(party.kind == "country" for party in draft.parties):
            return list(draft.parties) if country in draft.parties else []
    return []


_COMMON_WORD = regex.compile(r"(?<![\w'])\p{Ll}{3,}(?!\w)")


class Cast:
    """All parties of one article, with how prominent each is."""

    def __init__(self, readings: Sequence[Reading], everyone: Sequence[PartyFinding]) -> None:
        self.everyone = everyone
        self.weight = Counter[int]()
        self.pair = _headline_pair(readings)
        for reading in readings:
            for placed in reading.parties:
                self.weight[id(placed.item)] += 4 if reading.passage.role == "title" else 2 if reading.order <= 2 else 1

    def principals(self) -> list[PartyFinding]:
        """The two countries that the article is about; empty where it names fewer."""
        countries = [party for party in self.everyone if party.kind == "country"]
        ranked = sorted(countries, key=lambda party: -self.weight[id(party)])
        return ranked[:2] if len(ranked) >= 2 else []

    def complete(self, report: Reported, drafts: Sequence[Draft], *, same_actor: bool) -> list[PartyFinding]:
        """The parties of a mention, with the side that it leaves unsaid: "the two countries", "signed with X", "it won"."""
        bound, parties = report.bound, list(report.bound.parties)
        if len(parties) < 2 and bound.both_sides:
            sides = (
                self.principals()
                if bound.both_sides == "countries"
                else self._pair(report.mention) or self._sides(report, drafts)
            )
            if bound.with_only and len(sides) == 2 and parties[0] not in sides and _both_act(report):
                return [*sides, *parties]  # "the two sides agreed to prepare a memorandum with X"
            if not parties or {id(p) for p in parties} & {id(p) for p in sides}:
                return [*parties, *(p for p in sides if p not in parties)]
        if not parties and same_actor:
            actor = self.protagonist(report.mention, [], drafts)
            return [actor] if actor else []
        if not parties and report.binding.status in ("negotiating", "proposed"):
            return self._unsaid(report, drafts)
        if main := self._unnamed(report, parties, drafts):
            return [*parties, *(party for party in main if party not in parties)]
        if bound.with_only or (len(parties) == 1 and (same_actor or report.mention.draft)):
            other = self.protagonist(report.mention, parties, drafts)
            if other is not None:
                parties.insert(0, other)
        return parties

    def _unnamed(
        self, report: Reported, parties: Sequence[PartyFinding], drafts: Sequence[Draft]
    ) -> Sequence[PartyFinding]:
        """The pair that the article is about, where its sentence names no side of the instrument, or one of that pair."""
        lone = len(parties) == 1 and not (drafts or report.bound.explicit or report.mention.many)
        if not parties or lone:
            main = self._main_pair(report, drafts)
            if main and (not parties or parties[0] in main):
                return main
        if len(parties) == 1 and report.bound.signatories and not report.bound.explicit:
            main = _pair_of(parties[0], drafts)  # one of two countries that sign much, told by its minister
            return main if parties[0] in main else self._counterpart(report, parties, drafts)
        return []

    def _counterpart(
        self, report: Reported, parties: Sequence[PartyFinding], drafts: Sequence[Draft]
    ) -> Sequence[PartyFinding]:
        """The two countries where two sign and it is not said for whom the second does: "and her counterpart, Ramon Lopez"."""
        alone = [person for person in report.bound.signatories if person.affiliation is None]
        if len(parties) != 1 or parties[0].kind != "country" or len(report.bound.signatories) != 2 or len(alone) != 1:
            return []
        known = [self.pair, *(draft.parties for draft in drafts), self.principals()]
        return next((pair for pair in known if _two_countries(pair) and parties[0] in pair), [])

    def _main_pair(self, report: Reported, drafts: Sequence[Draft]) -> list[PartyFinding]:
        """The two that the article is about, for an instrument whose sentence names no side; none where the sentence speaks
        of another side without its name, and no two countries for a contract."""
        mention = report.mention
        told = told_before(mention) if mention.definite and not mention.grammar.verb_first else []
        main = (
            told
            if len(told) == 2
            else self.pair or (drafts[0].parties if drafts and _two_countries(drafts[0].parties) else [])
        )
        main = main or _countries_of(mention)
        other = mention.grammar.with_.search(mention.reading.text, mention.end, mention.end + 8)
        if mention.grammar.verb_first or other or mention.opens_item:
            return []
        return [] if mention.kind == "contract" and _two_countries(main) else list(main)

    def _unsaid(self, report: Reported, drafts: Sequence[Draft]) -> list[PartyFinding]:
        mention = report.mention
        sentence = mention.sentence
        text, locative = mention.reading.text, mention.grammar.locative_before
        inside = [
            p.item
            for p in mention.reading.parties
            if sentence.start <= p.start < sentence.end and not locative.search(text[max(0, p.start - 14) : p.start])
        ]
        named = [item for item in inside if item.kind != "person"]
        if named and named[0].kind == "country":
            other = self.protagonist(mention, [named[0]], drafts)
            return [named[0], *([other] if other else [])]
        main = self.principals()
        if not named and main and all(self.weight[id(party)] >= 5 for party in main):
            return main
        if mention.kind == "declaration" or not named:
            sides = self._sides(report, drafts)
            return sides if mention.kind != "declaration" else self.principals()
        actor = self.protagonist(mention, [], drafts)
        return [actor] if actor else []

    def _pair(self, mention: Mention) -> list[PartyFinding]:
        """The only two bodies that the sentence has named so far: "A is to take a stake in B under a memo which the two signed"."""
        reading = mention.reading
        if not mention.grammar.relative.match(reading.text, mention.end):
            return []
        before = [p for p in reading.parties if mention.sentence.start <= p.start < mention.start]
        kept = [
            p.item for n, p in enumerate(before) if not owns_next(reading, before, n) and p.item.kind == "organization"
        ]
        named = list({id(item): item for item in kept}.values())
        return named if len(named) == 2 else []

    def _sides(self, report: Reported, drafts: Sequence[Draft]) -> list[PartyFinding]:
        for draft in reversed(drafts):
            listed = draft.group is not None and draft.lead.opens_item
            if len(draft.parties) == 2 and (not listed or draft.lead.reading is report.mention.reading):
                return list(draft.parties)
        return self._first_two(report.mention) or self.principals()

    def _first_two(self, mention: Mention) -> list[PartyFinding]:
        """The two bodies that the sentence, or else its passage, tells of before: "X met a delegation of Y … the memorandum between the two sides"."""
        reading, text = mention.reading, mention.reading.text
        before = [p for p in reading.parties if mention.sentence.start <= p.start < mention.start]
        if not before and not mention.grammar.verb_first:
            before = [p for p in reading.parties if p.start < mention.start]
        kept = list[PartyFinding]()
        for number, placed in enumerate(before):
            locative = mention.grammar.locative_before.search(text[max(0, placed.start - 14) : placed.start])
            if (
                placed.item.kind == "organization"
                and not owns_next(reading, before, number)
                and placed.item not in kept
                and not locative
            ):
                kept.append(placed.item)
        return kept[:2] if len(kept) >= 2 else []

    def protagonist(
        self, mention: Mention, known: Sequence[PartyFinding], drafts: Sequence[Draft]
    ) -> PartyFinding | None:
        """Who signs where the sentence does not say: the speaker's house, the actor of the passage, or whoever the
        article mostly tells of."""
        for candidate in (self._speaker(mention), self._topic(mention), self._actor(mention, drafts)):
            if candidate is not None and candidate not in known and not _OUTSIDERS.search(candidate.name):
                return candidate
        counted = Counter(id(party) for draft in drafts for party in draft.parties)
        wanted = "country" if known and known[0].kind == "country" else None
        candidates = [
            p for p in self.everyone if p.kind != "person" and p not in known and not _OUTSIDERS.search(p.name)
        ]
        ranked = sorted(candidates, key=lambda p: (-(p.kind == wanted), -counted[id(p)], -self.weight[id(p)]))
        best = ranked[0] if ranked else None
        return best if best and (counted[id(best)] or self.weight[id(best)] >= 3) else None

    def _speaker(self, mention: Mention) -> PartyFinding | None:
        before = [p.item for p in mention.reading.parties if mention.sentence.start <= p.start < mention.start]
        return next((item.affiliation for item in reversed(before) if item.kind == "person" and item.affiliation), None)

    def _topic(self, mention: Mention) -> PartyFinding | None:
        """The body that opens the sentence: ذكرت وزارة الكهرباء أن الاتفاقية التي وقعتها مع …."""
        reading, text = mention.reading, mention.reading.text
        before = [p for p in reading.parties if mention.sentence.start <= p.start < mention.start]
        for number, placed in enumerate(before):
            outside = mention.grammar.locative_before.search(text[max(0, placed.start - 14) : placed.start])
            if placed.item.kind != "person" and not outside and not owns_next(reading, before, number):
                return placed.item
        at = reading.sentences.index(mention.sentence)
        if before or not mention.possessive or not at:
            return None
        last = reading.sentences[at - 1]  # "X halted deliveries. Its contract with Y …"
        return next((p for p in subjects_before(reading, last.start, last.end) if p.kind != "person"), None)

    def _actor(self, mention: Mention, drafts: Sequence[Draft]) -> PartyFinding | None:
        """The actor of the last instrument of the same passage."""
        for draft in reversed(drafts):
            report = draft.reports[-1]
            if report.mention.reading is mention.reading and report.bound.actors:
                return report.bound.actors[0]
        return None


def _countries_of(mention: Mention) -> list[PartyFinding]:
    """The two countries that a sentence names, no house among them: "… at the close of the joint committee of X and Y"."""
    inside = [p.item for p in mention.reading.parties if mention.sentence.start <= p.start < mention.sentence.end]
    named = list({id(item): item for item in inside if item.kind != "person"}.values())
    return named if _two_countries(named) else []


def _two_countries(parties: Sequence[PartyFinding]) -> bool:
    return len(parties) == 2 and all(party.kind == "country" for party in parties)


def _headline_pair(readings: Sequence[Reading]) -> list[PartyFinding]:
    """The two that the headline tells of, the first as its subject: "Rwanda, Jamaica open skies"; empty where it names more
    or fewer."""
    for reading in readings:
        if reading.passage.role == "title" and reading.parties:
            placed = [
                p
                for number, p in enumerate(reading.parties)
                if p.item.kind != "person"
                and not _OUTSIDERS.search(p.item.name)
                and not owns_next(reading, reading.parties, number)
            ]
            named = list({id(p.item): p for p in placed}.values())
            subject = len(named) == 2 and (reading.passage.lang != "en" or _opens(reading, named))
            return [p.item for p in named] if subject else []
    return []


def _opens(reading: Reading, named: Sequence[Placed[PartyFinding]]) -> bool:
    """Whether the first of two is what an English headline begins with, and the second no place on the way to something."""
    locative = GRAMMARS["en"].locative_before.search(reading.text[max(0, named[1].start - 14) : named[1].start])
    return locative is None and not _COMMON_WORD.search(reading.text[: named[0].start])

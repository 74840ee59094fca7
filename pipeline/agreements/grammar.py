"""What a language must say about agreements; english.py and arabic.py fill it in with tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import regex

from models.agreement import AgreementKind, Status, TermKind
from pipeline.agreements.lexicon import Lexicon

Number = Literal["one", "two", "many"]
Form = Literal["past", "base", "noun", "state"]


class Head(NamedTuple):
    """A noun for an instrument. `weak` ones need a verb of signing; `generic` ones may name an instrument of any kind later."""

    kind: AgreementKind
    number: Number = "one"
    weak: bool = False
    generic: bool = False


class CueFact(NamedTuple):
    """A word that tells an instrument's status: a finite past verb or participle, a base or present form, a noun, a state."""

    status: Status
    form: Form


NEVER = regex.compile(r"(?!)")  # for what a language has not


@dataclass(frozen=True)
class SlotGrammar:
    """How one language writes dates, places, sums, periods, subjects, fields and terms of instruments, compiled."""

    replaces: "regex.Pattern[str]"  # right before an instrument that another one ends: "replaces the agreement of 1976"
    same_event: "regex.Pattern[str]"  # "at the same ceremony": signed when and where the one before was
    extra_term: "regex.Pattern[str]"  # right after a period: "more", إضافية
    earlier: "regex.Pattern[str]"  # in a sentence that looks back
    ceremony: "regex.Pattern[str]"  # before a place: an act of signing or the meeting around it
    place_before: "regex.Pattern[str]"
    when: "regex.Pattern[str]"  # between a date and a verb of signing: it happened then
    meeting: "regex.Pattern[str]"  # ties a signing to a meeting told of before: "at the end of the talks"
    aside_event: "regex.Pattern[str]"  # opens what only happened beside the signing
    announced_before: "regex.Pattern[str]"  # before a date: the day of the news rather than of the signing
    not_signing_date: "regex.Pattern[str]"  # before a date: it is a term or a deadline
    subject_opener: "regex.Pattern[str]"
    fields_follow: "regex.Pattern[str]"
    subject_block: "regex.Pattern[str]"  # between an instrument and a preposition: that opens something else
    weak_opener: "regex.Pattern[str]"  # an opener that counts only right after the instrument
    series: "regex.Pattern[str]"  # from a comma: the rest of an enumeration
    subject_stop: "regex.Pattern[str]"
    field_opener: "regex.Pattern[str]"
    strong_term: "regex.Pattern[str]"  # what is a term of the news's instrument wherever it stands
    list_opener: "regex.Pattern[str]"  # in the words before a list of fields
    field_stop: "regex.Pattern[str]"
    no_field: "regex.Pattern[str]"  # in a subject that is a work or a purchase, no field of cooperation
    topic_filler: frozenset[str]
    value_cue: "regex.Pattern[str]"
    worth: "regex.Pattern[str]"  # value cues that say so from afar
    outlay: "regex.Pattern[str]"  # of those, what a project costs: "at a cost of", باستثمارات
    duration_cue: "regex.Pattern[str]"
    term_cue: "regex.Pattern[str]"  # of those, the ones that reach over a whole sentence: مدتها, "valid for"
    under: "regex.Pattern[str]"
    term_opener: "regex.Pattern[str]"  # hangs a clause on an instrument: "under which", "aimed at"
    purpose: "regex.Pattern[str]"  # opens what it is for by a verb: "to supply …"
    coming: "regex.Pattern[str]"  # what is to become of a plan
    under_before: "regex.Pattern[str]"  # right before an instrument: something is done under it
    scope: "regex.Pattern[str]"  # in the heading of a list of works or terms
    plain_verb: "regex.Pattern[str]"  # a clause that opens with a verb of the present or future
    term_lead: "regex.Pattern[str]"  # conjunctions before a clause, no part of it
    term_break: "regex.Pattern[str]"  # between two clauses
    annexed_before: "regex.Pattern[str]"  # right before an instrument that another one stands under
    counted_fields: "regex.Pattern[str]"  # "five areas": the fields follow as a list
    counted_list: "regex.Pattern[str]"  # a counted noun that a list spells out: areas, centres, documents
    partial_list: "regex.Pattern[str]"  # the list gives some only: "among them", منها
    term_list: "regex.Pattern[str]"  # in a sentence that opens a list of terms
    speech: "regex.Pattern[str]"  # somebody's words: no term unless the instrument is named
    term_cues: tuple[tuple["regex.Pattern[str]", TermKind], ...]
    held: "regex.Pattern[str]" = NEVER  # an act of signing happened: "took place"
    duty: "regex.Pattern[str]" = NEVER  # what is to be done, a term where it stands near the news's instrument
    reported: "regex.Pattern[str]" = NEVER  # opens what somebody says, where that may be a term: أوضح [أن]
    reported_end: "regex.Pattern[str]" = NEVER  # ends it


@dataclass(frozen=True)
class Grammar:
    """Tables of one language, compiled. Patterns ending in `_before` are searched at the end of the text before a word."""

    heads: Mapping[str, Head]
    head: Lexicon
    cues: Mapping[str, CueFact]
    cue: Lexicon
    tight: frozenset[str]  # cues that say so only of an instrument right beside them ("won a contract")
    clause_break: "regex.Pattern[str]"  # between a cue and an instrument: they belong to different clauses
    short_form: "regex.Pattern[str]"  # "the ministry", الهيئة: group 1 the noun that the body's name holds
    verbal: tuple[tuple["regex.Pattern[str]", AgreementKind, Status], ...]  # verbs that are an instrument by themselves
    ratifying: frozenset[str]  # cues whose subject approves but is not bound
    plural_verbs: frozenset[str]  # verbs whose ending says that the two last spoken of act
    nounlike: frozenset[str]  # base forms that are nouns unless a party or "to" stands before them
    coming_force: frozenset[str]  # "takes effect": it is not yet in force
    attached: "regex.Pattern[str]"  # a cue that only speaks of what stands before it
    with_pronoun: "regex.Pattern[str]"  # a noun cue that carries its instrument: توقيعها
    aside: "regex.Pattern[str]"  # a relative clause between commas
    reaching: frozenset[str]  # "reached an agreement", which may be tentative
    reached_before: "regex.Pattern[str]"
    tentative: "regex.Pattern[str]"
    passive_before: "regex.Pattern[str]"  # before a past form: a passive, which has its instrument before it
    relative_tail: "regex.Pattern[str]"
    topic_before: "regex.Pattern[str]"  # before an instrument that is what talks are about
    no_cue_before: "regex.Pattern[str]"  # before a base form: it is a noun or another word ("at the end")
    beneficiary: "regex.Pattern[str]"  # opens what one side does under the instrument: "under which Yemen receives"
    same_actor_before: "regex.Pattern[str]"  # before a verb: its subject is a pronoun for the one last spoken of
    relative: "regex.Pattern[str]"  # opens a relative clause or participle phrase after an instrument
    link_before: "regex.Pattern[str]"  # before an instrument: it is coordinated with the one before
    initialled: frozenset[str]
    no_head: "regex.Pattern[str]"  # at a head's start: a compound or set phrase that is no instrument
    no_head_before: "regex.Pattern[str]"
    determiner: "regex.Pattern[str]"  # one word that opens a noun phrase
    left_edge: frozenset[str]  # words that a noun phrase does not reach over, leftwards
    definite: "regex.Pattern[str]"  # matched at a noun phrase's start
    fresh: "regex.Pattern[str]"  # "another", "a second", "similar": never the one before
    older: "regex.Pattern[str]"  # "old", السابقة: one from before the news
    pronoun: "regex.Pattern[str]"  # "one on …, the other on …": items of a group; group 1 is the pronoun
    anaphor: "regex.Pattern[str]"  # stands for the instrument before: "It was signed", "the ceremony", وقعها
    plan_before: "regex.Pattern[str]"
    noun_plan_before: "regex.Pattern[str]"
    draft_before: "regex.Pattern[str]"  # right before a noun phrase: "draft", مشروع
    denied: "regex.Pattern[str]"  # between it and the instrument nothing but a few words
    rumour: "regex.Pattern[str]"  # reports that are denied, up to the instrument that they tell of: نفى ما تردد عن
    not_yet: "regex.Pattern[str]"
    between: "regex.Pattern[str]"
    with_: "regex.Pattern[str]"
    by: "regex.Pattern[str]"
    represented: "regex.Pattern[str]"  # opens who stands for a party: "represented by", مثّل الهيئة فيها
    on_behalf: "regex.Pattern[str]"  # after a verb of signing, before a party and then its signer: وقعها عن الهيئة فلان
    office: "regex.Pattern[str]"  # after "with": an office, its holder's name after it
    from_: "regex.Pattern[str]"  # opens the other side of a giving or taking verb: "won a contract from", "awarded to"
    grants: frozenset[str]  # those verbs
    verb_first: bool  # the subject may follow its verb
    witness: "regex.Pattern[str]"  # opens a stretch whose persons only watch
    two_sides: "regex.Pattern[str]"
    two_countries: "regex.Pattern[str]"
    joint: "regex.Pattern[str]"  # what may join two parties of one list
    breaker: "regex.Pattern[str]"  # ends a list of parties
    possessive: "regex.Pattern[str]"  # after a mention: it owns the next one ("Egypt's …")
    part_of_before: "regex.Pattern[str]"  # before a mention: it belongs to the one before ("… of Kuwait")
    number_words: Mapping[str, int]
    ordinals: Mapping[str, int]  # as they stand in a definite phrase: "second", الثانية
    locative_before: "regex.Pattern[str]"  # before a party: it only says where
    slots: SlotGrammar
    acts_for: "regex.Pattern[str]" = (
        NEVER  # right before a party: those who act for it: "the government of", "firms from"
    )
    with_relative: "regex.Pattern[str]" = NEVER  # after a party, before the verb: "…, with which it signed"
    relative_subject: "regex.Pattern[str]" = NEVER  # after an instrument: those who signed it follow
    talks_end: "regex.Pattern[str]" = NEVER  # a cue and what follows: only talks were brought to an end
    judges: "regex.Pattern[str]" = NEVER  # after a party: it only speaks of the instrument
    bought_from: "regex.Pattern[str]" = NEVER  # after an instrument: who sells what it is about
    holding_before: "regex.Pattern[str]" = NEVER  # right before an instrument: somebody has it
    holding_after: "regex.Pattern[str]" = (
        NEVER  # the same in a relative clause, after the parties: "which X and Y have"
    )
    not_yet_coming: "regex.Pattern[str]" = NEVER  # right before "in force": that is still to come
    ties_before: "regex.Pattern[str]" = (
        NEVER  # between an instrument and "between": that tells who is tied by something else
    )
    nationality: "regex.Pattern[str]" = NEVER  # between a country and a house that is from there
    speaks: "regex.Pattern[str]" = NEVER  # after a party that only reports: ", BelTA reported"
    told_by: "regex.Pattern[str]" = NEVER  # before "by": who reports, not who signs
    supplied: "regex.Pattern[str]" = NEVER  # opens who gets what a deal is about: "to supply gas to X"
    which_before: "regex.Pattern[str]" = NEVER  # a relative pronoun right before a verb
    theirs: "regex.Pattern[str]" = NEVER  # signers who act for those told of before: "by their ministers"
    hung_under: "regex.Pattern[str]" = NEVER  # right before an instrument: the sentence's subjects are bound by it
    signs_for: "regex.Pattern[str]" = NEVER  # after a person: for whom he or she signs


def words_pattern(words: str, *, end: bool = False) -> "regex.Pattern[str]":
    """A pattern that finds any alternative of `words` as whole words; with `end` only where the searched text ends."""
    return regex.compile(rf"(?<!\w)(?:{words})(?!\w)" + (r"\s*\Z" if end else ""), regex.IGNORECASE)


def by_status(table: Mapping[tuple[Status, Form], str]) -> dict[str, CueFact]:
    """Cue facts from lists of phrases, a comma between them, one list for each status and form."""
    return {
        phrase.strip(): CueFact(status, form)
        for (status, form), phrases in table.items()
        for phrase in phrases.split(",")
    }

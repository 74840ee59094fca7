"""Instruments without a noun: pronouns, ceremonies, verbs that are an agreement by themselves, items of a list."""

from collections.abc import Iterator

from models.agreement import AgreementKind
from pipeline.agreements.mentions import GRAMMARS, ITEM_MARK, Mention
from pipeline.agreements.reading import Reading


def find_verbs(reading: Reading, mentions: list[Mention]) -> Iterator[Mention]:
    """Verbs and nouns that make an instrument by themselves: تعاقدت مع …, "negotiations with … on …"."""
    for pattern, kind, status in GRAMMARS[reading.passage.lang].verbal:
        for match in pattern.finditer(reading.text):
            sentence = reading.sentence_at(match.start())
            if any(m.sentence == sentence and match.start() < m.head < match.end() + 140 for m in mentions):
                continue  # the instrument is named: "negotiations with X on an agreement"
            yield Mention(
                reading,
                sentence,
                match.start(),
                match.start(),
                match.end(),
                kind,
                False,
                1,
                definite=False,
                fresh=True,
                weak=False,
                generic=False,
                verbal=status,
            )


def find_anaphors(reading: Reading, mentions: list[Mention]) -> Iterator[Mention]:
    """What stands for the instrument told of before: "It was signed", "the ceremony", وقعها."""
    for match in GRAMMARS[reading.passage.lang].anaphor.finditer(reading.text):
        group = match.lastindex or 0
        start, end = match.span(group)
        silent = start == end  # "Mr. X signed on behalf of the company"
        sentence = reading.sentence_at(start)
        if any(
            m.sentence == sentence and (m.start <= start < m.end or (m.head >= start and m.definite)) for m in mentions
        ):
            continue
        word = match.group(group).lower()
        many = word in ("they", "both", "both of which", "documents were")
        yield Mention(
            reading,
            sentence,
            start,
            start,
            end if reading.passage.lang == "en" else start,
            "agreement",
            many,
            None if many else 1,
            definite=True,
            fresh=False,
            weak=True,
            generic=True,
            anaphor=True,
            ceremonial=silent or word.startswith(("the ", "مراسم", "حفل", "التوقيع", "جري ", "تم ", "قام ", "تولي ")),
        )


def find_pronouns(reading: Reading, mentions: list[Mention]) -> Iterator[Mention]:
    """Items of a group that are named by a pronoun: "one on electricity, the other on trade"."""
    grammar = GRAMMARS[reading.passage.lang]
    for match in grammar.pronoun.finditer(reading.text):
        start, end = match.span(match.lastindex or 0)
        sentence = reading.sentence_at(start)
        earlier = [m for m in mentions if m.head < start and m.sentence.order >= sentence.order - 1]
        if not earlier or any(m.start <= start < m.end for m in mentions):
            continue
        group = next((m for m in reversed(earlier) if m.many), earlier[-1])
        yield Mention(
            reading,
            sentence,
            start,
            start,
            end,
            group.kind,
            False,
            1,
            definite=False,
            fresh=True,
            weak=False,
            generic=False,
            pronoun=True,
        )


def item_mention(reading: Reading, kind: AgreementKind) -> Mention:
    """A list item as the mention of an instrument that it does not name."""
    mark = ITEM_MARK.match(reading.text)
    start = mark.end() if mark else 0
    end = start + len(reading.text[start:].split(":")[0]) + 1 if ":" in reading.text[start:] else start + 1
    sentence = reading.sentence_at(start)
    return Mention(
        reading, sentence, start, start, end, kind, False, 1, definite=False, fresh=True, weak=False, generic=False
    )

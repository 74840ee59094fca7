"""Finds the noun phrases that name instruments: kind, number, definiteness, and where the phrase begins."""

from collections.abc import Iterator

import regex

from pipeline.agreements.anaphora import find_anaphors, find_pronouns, find_verbs
from pipeline.agreements.arabic import GRAMMAR as ARABIC
from pipeline.agreements.english import GRAMMAR as ENGLISH
from pipeline.agreements.grammar import Head
from pipeline.agreements.mentions import GRAMMARS, Mention
from pipeline.agreements.reading import Reading, within

_POSSESSIVE = regex.compile(r"'s?\s|\b(?:its|their|his|her|our)\b")
_DEMONSTRATIVE = regex.compile(r"(?:(?<!\w)[وف]?[بل]?(?:هذه|هذا|تلك|هذين|هاتين|كلتا|كلا)\s+)\Z")
_WORD_BEFORE = regex.compile(r"\S+\s+\Z")
_MEMO_OF = regex.compile(r"\s(?:(?:ال)?تفاهم|(?:ال)?تعاون|(?:ال)?اتفاق)(?!\w)")
_ORDINAL_AFTER = regex.compile(r"\s(ال\w+)(?!\w)")
_ALIKE = regex.compile(r"\s\w+ (?:اخري|مماثلة|مماثل)(?!\w)")
_AND_AR = regex.compile(r"\s?(?:\S+ )?[،]?\s?و")
_AND_EN = regex.compile(r",? (?:and|or|&) (?:\w+ ){0,2}|/")
_PARENTHESIS = regex.compile(r"\s*\([^)]{1,40}\)")
_WORD = regex.compile(r"\S+")
# "marking [the longest supply contract] signed by a Chinese house": what the instrument is said to be, not another one.
_CLASSED = regex.compile(
    r"(?:the|its|their) (?:[\w-]+est|most|first|second|third|fourth|fifth|sixth|tenth|only|latest)\b", regex.IGNORECASE
)
_COPULA = regex.compile(r"\b(?:is|was|are|be|being|becom\w+|became|mark(?:s|ed|ing)?|represent\w*|constitut\w*)\s+\Z")
_LINK = {"en": regex.compile(r"(?:,? (?:and|or)|,| &)\s+(?:\w+\s)?\Z"), "ar": regex.compile(r"\s[وa]?\Z|،\s*\Z")}
# "an engineering, procurement and [construction contract]", "109 scientific and [technological cooperation agreements]".
_SERIES = regex.compile(
    r"(?<!\w)(?:an?|the|its|their|this|\d{1,3})\s(?:(?!(?:as|of|in|on|for|with|by|to|that|signed)\s)[\w-]+,?\s){1,6}and\s\Z"
)


def find_mentions(reading: Reading) -> list[Mention]:
    """The instruments that a passage names, groups coordinated under one number as one, in reading order."""
    mentions = list[Mention]()
    for mention in _heads(reading):
        last = mentions[-1] if mentions else None
        if last and _joins(last, mention):
            last.end = mention.end
            continue
        mentions.append(mention)
    mentions += find_verbs(reading, mentions)
    mentions += find_pronouns(reading, mentions)
    mentions += find_anaphors(reading, mentions)
    return sorted(mentions, key=lambda mention: mention.head)


def _heads(reading: Reading) -> Iterator[Mention]:
    grammar, text, reached = GRAMMARS[reading.passage.lang], reading.text, 0
    arabic = reading.passage.lang == "ar"
    for start, end, form in grammar.head.within(text):
        if (
            start < reached
            or grammar.no_head.match(text, start)
            or grammar.no_head_before.search(text[max(0, start - 24) : start])
        ):
            continue
        if any(party.start < end and start < party.end for party in reading.parties):
            continue
        if arabic and reached and not text[reached:start].strip():
            continue  # the complement of the head before it: اتفاقية شراكة, اتفاقية القرض
        if not arabic and text[end : end + 1] == " " and grammar.head.at(text, end + 1):
            continue  # "loan agreement", "framework contract": the last noun is the head
        head = grammar.heads.get(form) or grammar.heads["ا" + form]
        name = None if arabic else _PARENTHESIS.match(text, end)
        mention = (_arabic if arabic else _english)(reading, head, form, start, name.end() if name else end)
        if (
            not arabic
            and _CLASSED.match(mention.text)
            and _COPULA.search(text[max(0, mention.start - 24) : mention.start])
        ):
            reached = mention.end
            continue
        reached = mention.end
        yield mention


def _english(reading: Reading, head: Head, form: str, at: int, end: int) -> Mention:
    grammar, text = ENGLISH, reading.text
    sentence = reading.sentence_at(at)
    start, opener = _left_edge(reading, sentence.start, at)
    phrase = text[start:at].lower()
    count, many = _count(reading, start, at), head.number != "one"
    possessive = bool(_POSSESSIVE.search(phrase))
    definite = bool(grammar.definite.match(text, start))
    ranks = [grammar.ordinals[word] for word in phrase.split() if word in grammar.ordinals]
    return Mention(
        reading,
        sentence,
        start,
        at,
        end,
        head.kind,
        many,
        count if many else 1,
        definite=definite,
        fresh=bool(grammar.fresh.search(phrase)),
        weak=head.weak,
        generic=head.generic,
        possessive=possessive,
        draft=bool(grammar.draft_before.search(text[max(start, at - 40) : at])),
        bare=not many and not opener and not possessive,
        ordinal=ranks[0] if ranks and definite and not many else 0,
    )


def _left_edge(reading: Reading, floor: int, at: int) -> tuple[int, bool]:
    """Where the English noun phrase of the head at `at` begins, and whether a determiner or number opens it."""
    text, start = reading.text, at
    words = list(_WORD.finditer(text, max(floor, at - 90), at))
    for taken, word in enumerate(reversed(words)):
        plain = word.group().strip("\"'([").lower()
        if taken >= 8 or word.group()[-1] in ",;:.)" or not word.group().strip("-*•–"):
            break
        if plain in ENGLISH.left_edge and not (
            taken + 1 < len(words) and _attributive(words[-taken - 2].group(), plain)
        ):
            break
        start = word.start() + (len(word.group()) - len(word.group().lstrip("\"'([")))
        if ENGLISH.determiner.fullmatch(plain) or plain in ENGLISH.number_words or plain.isdigit():
            if taken + 1 < len(words) and words[-taken - 2].group().lower() in {"the", "these", "all", "both"}:
                start = words[-taken - 2].start()
            return start, True
    series = _SERIES.search(text[max(floor, start - 90) : start])
    if series and not ENGLISH.head.within(text, max(floor, start - 90) + series.start(), at):
        return max(floor, start - 90) + series.start(), True
    return start, False


def _attributive(before: str, participle: str) -> bool:
    """Whether a participle belongs to the noun: "the signed documents", "the newly signed contract"."""
    return participle.endswith(("ed", "en")) and before.lower() in {
        "the",
        "these",
        "this",
        "an",
        "newly",
        "recently",
        "already",
    }


def _arabic(reading: Reading, head: Head, form: str, at: int, end: int) -> Mention:
    grammar, text = ARABIC, reading.text
    sentence = reading.sentence_at(at)
    before = text[max(sentence.start, at - 40) : at]
    opener = _DEMONSTRATIVE.search(before)
    start = at - len(opener.group()) if opener else at
    counted = _count(reading, max(sentence.start, at - 30), at, text)
    if counted is not None and (number := _WORD_BEFORE.search(before)):
        start = at - len(number.group())
    draft = grammar.draft_before.search(text[max(sentence.start, at - 20) : at])
    tail = _MEMO_OF.match(text, end)
    if head.kind == "mou" and tail:
        end = tail.end()
    ordinal = _ORDINAL_AFTER.match(text, end)
    rank = grammar.ordinals.get(ordinal[1], 0) if ordinal else 0
    end = ordinal.end() if ordinal and rank else end
    many = head.number != "one" or bool(counted and counted >= 11)
    own = form.endswith(("ها", "هما", "هم", "ته", "اقه", "قده")) and not form.startswith("ال")
    definite = (
        bool(opener)
        or form.startswith("ال")
        or text[at - 1 : at + 1] == "لل"
        or bool(tail and tail.group().startswith(" ال"))
    )
    return Mention(
        reading,
        sentence,
        start,
        at,
        end,
        head.kind,
        many,
        2 if head.number == "two" else counted if many else 1,
        definite=definite,
        fresh=bool(grammar.fresh.match(text, end + 1)) or bool(_ALIKE.match(text, end)),
        weak=head.weak,
        generic=head.generic,
        possessive=own,
        draft=bool(draft),
        ordinal=rank if definite and not many else 0,
    )


def _count(reading: Reading, start: int, at: int, text: str | None = None) -> int | None:
    """The number before the head: a counting figure of the earlier stage, or digits and number words."""
    grammar = GRAMMARS[reading.passage.lang]
    near = [
        f.item
        for f in within(reading.figures, start, at)
        if f.item.kind == "count" and (text is None or f.end >= at - 2)
    ]
    if near and not 1900 < near[-1].value < 2100:
        return int(near[-1].value) or None
    words = reading.text[start:at].lower().split()
    for word in reversed(words[-1:] if text is not None else words):
        plain = (
            word.strip("(),\"'").removeprefix("و").removeprefix("ب").removeprefix("ل")
            if text is not None
            else word.strip("(),")
        )
        if plain in grammar.number_words:
            return grammar.number_words[plain]
        if plain.replace(",", "").isdecimal() and len(plain) < 5 and not 1900 < int(plain.replace(",", "")) < 2100:
            return int(plain.replace(",", "")) or None
    return None


def _joins(first: Mention, second: Mention) -> bool:
    """Whether two heads name one group: "14 agreements and memoranda of understanding", 51 اتفاقية ومذكرة تفاهم."""
    if not first.many or first.reading is not second.reading or second.head - first.end > 30:
        return False
    between = first.reading.text[first.end : second.head]
    if second.reading.passage.lang == "ar":
        return (
            (second.many and second.count is None)
            or (not second.definite and first.count is not None and not second.many)
        ) and bool(_AND_AR.fullmatch(between))
    return second.many and second.count is None and bool(_AND_EN.fullmatch(between))

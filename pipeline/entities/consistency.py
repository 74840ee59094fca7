"""One article, one reading: a name keeps its label throughout, short forms follow their long ones, acronyms their brackets.

Works on the tokens of all sentences of one language after the tagger has read them one by one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from pipeline.countries import find_countries
from pipeline.entities.clitics import candidates
from pipeline.entities.conventions import COMPANY_NOUNS
from pipeline.entities.crf import LABELS
from pipeline.entities.english import long_form
from pipeline.entities.nationalities import NATIONALITIES
from pipeline.findings import Label, Lang
from pipeline.gazetteers.table import read_rows, variants

Key = tuple[str, ...]
# Probability that the tagger must give a name it passed over, before the same name elsewhere makes it one: of several words,
# of one word, of one word that takes up a person's name, of one that is a nationality as well (السوداني).
LEAST_LONG = 0.004
LEAST_SHORT = 0.012
LEAST_PERSON = 0.0008
LEAST_NATIONALITY = 0.3
LEAST_FIRST = 0.08
# A single word spreads over the article only where the tagger gives all its places this probability of a name on average.
LEAST_SHARE = 0.35
# What being the short form of a person named in full is worth against what the tagger thinks at each place.
SHORT_VOTE = 1.0
BRAND_VOTE = 1.2
# Words before a name that may belong to a longer form of it.
REACH_BACK = 3
_JOINTS = frozenset("- '".split())
# Words of names whose first word does not stand for them: Emirates Post Authority, Saudi Fund for Development.
PUBLIC_ENGLISH = frozenset(
    """of for and the ministry authority agency university council committee commission centre center department bank
    fund federation union chamber association organisation organization institute national arab central general royal
    international world board office school college hospital museum court forum assembly parliament""".split()
)
_PARTICLES = frozenset("al el bin ben ibn abu de van von ال بن ابن ابو ال ولد".split())


class Name(NamedTuple):
    """Tokens `start` to `end` of a sentence, the first `outside` letters of the first one left out."""

    start: int
    end: int
    label: Label
    outside: int = 0


@dataclass(slots=True)
class Reading:
    """A sentence with its names; `odds(token, label)`: how probable the tagger holds that label there."""

    tokens: Sequence[str]
    names: list[Name]
    odds: Callable[[int, Label], float]
    lang: Lang = "en"

    def key(self, name: Name) -> Key:
        """The name's words, in lower case."""
        first, *rest = self.tokens[name.start : name.end]
        return (first[name.outside :].lower(), *(token.lower() for token in rest))


@dataclass
class Index:
    """Names of the article: where each key stands under each label; `short`: short forms of its persons, `first`: the first words of their names (a surname in
    East Asia: Chen Zhong, Chen),
    `brands`: of its companies; `tied`, `loose`: acronyms in brackets after a name, and after the long form of what is none."""

    readings: Sequence[Reading]
    places: dict[Key, dict[Label, list[tuple[Reading, int]]]] = field(default_factory=dict)
    short: set[Key] = field(default_factory=set)
    first: set[Key] = field(default_factory=set)
    brands: set[Key] = field(default_factory=set)
    tied: set[Key] = field(default_factory=set)
    loose: set[Key] = field(default_factory=set)
    settled: dict[Key, Label | None] = field(default_factory=dict)
    shares: dict[Key, bool] = field(default_factory=dict)

    def label(self, key: Key) -> Label | None:
        """The label that the article as a whole gives a name; None where it has no such name."""
        if key not in self.settled:
            self.settled[key] = self._settle(key)
        return self.settled[key]

    @cached_property
    def known(self) -> dict[str, list[Key]]:
        """All names and short forms by their first word, the longest first."""
        known: dict[str, list[Key]] = defaultdict(list)
        for key in sorted({*self.places, *self.short, *self.first, *self.brands}, key=lambda key: (-len(key), key)):
            known[key[0]].append(key)
        return known

    def is_rare(self, key: Key) -> bool:
        """Whether a single word was read as a name somewhere, but the tagger on the whole does not hold it for one: AI, Food.

        Asked of the few names that stand somewhere unread: the odds of all places of all names would take longest of all.
        """
        if len(key) > 1 or key in self.short or key not in self.places:
            return False
        if key not in self.shares:
            odds = [sum(reading.odds(at, label) for label in LABELS) for reading, at in self._words.get(key[0], ())]
            self.shares[key] = sum(odds) < LEAST_SHARE * len(odds)
        return self.shares[key]

    @cached_property
    def _words(self) -> dict[str, list[tuple[Reading, int]]]:
        """Where each word stands that may be a name, with and without proclitics."""
        words: dict[str, list[tuple[Reading, int]]] = defaultdict(list)
        for reading in self.readings:
            for at, token in enumerate(reading.tokens):
                if reading.lang == "ar":
                    for outside in candidates(token):
                        words[token[outside:].lower()].append((reading, at))
                elif token[0].isupper():
                    words[token.lower()].append((reading, at))
        return words

    def _is_state(self, key: Key) -> bool:
        reading, start = next(iter(self.places[key].values()))[0]
        name = " ".join(reading.tokens[start : start + len(key)])
        return any(
            not found.adjective and (found.start, found.end) == (0, len(name))
            for found in find_countries(name, reading.lang)
        )

    def _settle(self, key: Key) -> Label | None:
        places = self.places.get(key)
        if key in self.tied:
            return "ORG"
        if key in self.loose:
            return None
        if places and "LOC" not in places and len(key) > 1 and self._is_state(key):
            return "LOC"
        if not places:
            return "PER" if key in self.short | self.first else "ORG" if key in self.brands else None
        if len(places) == 1 and key not in self.short | self.brands:
            return next(iter(places))
        votes = {label: sum(reading.odds(at, label) for reading, at in where) for label, where in places.items()}
        if key in self.short:
            votes["PER"] = votes.get("PER", 0.0) + SHORT_VOTE
        if key in self.brands:
            votes["ORG"] = votes.get("ORG", 0.0) + BRAND_VOTE
        return max(sorted(votes), key=lambda label: votes[label])


def unify(readings: Sequence[Reading]) -> None:
    """Brings the names of an article's sentences into agreement, in place."""
    index = Index(readings)
    for reading in readings:
        tie_brackets(reading, index)
        drop_nationalities(reading)
    collect(readings, index)
    for reading in readings:
        lengthen(reading, index)
        labels = [index.label(reading.key(name)) for name in reading.names]
        reading.names = [name._replace(label=label) for name, label in zip(reading.names, labels, strict=True) if label]
        add_known(reading, index)


def collect(readings: Sequence[Reading], index: Index) -> None:
    """Enters the names of the article with their places, and the short forms of its persons."""
    for reading in readings:
        for name in reading.names:
            index.places.setdefault(reading.key(name), {}).setdefault(name.label, []).append((reading, name.start))
    for key, places in index.places.items():
        if "PER" in places and len(key) > 1:
            index.short |= set(short_forms(key))
            index.first.add(key[:1])
        if "ORG" in places and len(key) > 1:
            index.brands |= set(brands(key))


def drop_nationalities(reading: Reading) -> None:
    """Takes out English names that are an adjective of nationality only: the Korean journalists."""
    if reading.lang == "en":
        adjectives = english_nationalities()
        reading.names = [name for name in reading.names if reading.key(name) not in adjectives]


@cache
def english_nationalities() -> frozenset[Key]:
    """Adjectives of nationality in lower case, and the names of their people."""
    return frozenset(
        (word.lower(),)
        for row in read_rows("countries.tsv")
        for word in variants(row["adjectives_en"])
        if " " not in word
    )


def short_forms(key: Key) -> Iterator[Key]:
    """How the press takes a person's name up again: Al-Sudani, بن سليم; never the half of a hyphened or compound name."""
    for start in range(1, len(key)):
        if key[start] not in _JOINTS and key[start - 1] not in _JOINTS | _PARTICLES and len(key) - start <= 4:
            yield key[start:]


def brands(key: Key) -> Iterator[Key]:
    """How the press shortens a company's name: شركة منارة المعادن to منارة المعادن, Lanxing Robotics to Lanxing."""
    first, *rest = key
    if first in COMPANY_NOUNS and not rest[0].startswith("ل"):
        yield tuple(word for word in rest if word != '"')
    elif (first.isascii() and first.isalpha() and len(first) > 3 and not {first, *rest} & PUBLIC_ENGLISH) and (
        first,
    ) not in english_nationalities():
        yield (first,)


def lengthen(reading: Reading, index: Index) -> None:
    """Grows a name to the longer one that the article has elsewhere, where that stands here in full: غزة in قطاع غزة."""
    for name in tuple(reading.names):
        longer = next(_longer(reading, index, name), None) if name in reading.names else None
        if longer:
            apart = [other for other in reading.names if not longer.start <= other.start < longer.end]
            reading.names = sorted([*apart, longer])


def _longer(reading: Reading, index: Index, name: Name) -> Iterator[Name]:
    tokens = reading.tokens
    for start in range(max(0, name.start - REACH_BACK), name.start + 1):
        for outside in candidates(tokens[start]) if reading.lang == "ar" else (0,):
            for key in index.known.get(tokens[start][outside:].lower(), ()):
                end = start + len(key)
                words = tuple(token.lower() for token in tokens[start + 1 : end])
                if key not in index.places or end < name.end or len(key) <= name.end - name.start or words != key[1:]:
                    continue
                apart = key[0] != "the" and all(
                    other.end <= start or other.start >= end or (start <= other.start and other.end <= end)
                    for other in reading.names
                )
                label = index.label(key)
                if apart and label:
                    yield Name(start, end, label, outside)


def add_known(reading: Reading, index: Index) -> None:
    """Adds names that the article has elsewhere and the tagger passed over here, longest first."""
    tokens = reading.tokens
    taken = {place for name in reading.names for place in range(name.start, name.end)}
    found = []
    for start in range(len(tokens)):
        if start in taken:
            continue
        name = _known_at(reading, index, start, taken)
        if name:
            found.append(name)
            taken |= set(range(name.start, name.end))
    reading.names = sorted([*reading.names, *found])


def _known_at(reading: Reading, index: Index, start: int, taken: set[int]) -> Name | None:
    tokens = reading.tokens
    if reading.lang == "en" and not tokens[start][0].isupper():
        return None
    for outside in candidates(tokens[start]) if reading.lang == "ar" else (0,):
        first = tokens[start][outside:].lower()
        for key in index.known.get(first, ()):
            end = start + len(key)
            rest = tuple(token.lower() for token in tokens[start + 1 : end])
            if rest != key[1:] or (tokens[end - 1].islower() and len(key) > 1) or taken & set(range(start, end)):
                continue
            label = index.label(key)
            if label and (key in index.tied or fits(reading, index, key, label, start)) and not index.is_rare(key):
                return Name(start, end, label, outside)
    return None


def fits(reading: Reading, index: Index, key: Key, label: Label, start: int) -> bool:
    """Whether the tagger holds the name at least possible at this place."""
    if len(key) > 1:
        least = LEAST_LONG
    elif key in index.first and key not in index.short and key not in index.places:
        least = LEAST_FIRST
    elif key[0] in NATIONALITIES:
        least = LEAST_NATIONALITY
    else:
        least = LEAST_PERSON if label == "PER" and reading.lang == "ar" else LEAST_SHORT
    return any(reading.odds(start, other) >= least for other in LABELS)


def tie_brackets(reading: Reading, index: Index) -> None:
    """Gives an acronym in brackets the label of the name before it; one that stands for no name is none."""
    tokens = reading.tokens
    for at in range(2, len(tokens) - 1):
        end = bracketed(tokens, at) if tokens[at - 1] == "(" else None
        if end is None:
            continue
        before = next((name for name in reading.names if name.end == at - 1), None)
        inside = [name for name in reading.names if name.start >= at and name.end <= end]
        key = tuple(token.lower() for token in tokens[at:end])
        if before and before.label == "ORG" and not any(name.label == "LOC" for name in inside):
            reading.names = sorted({*reading.names} - set(inside) | {Name(at, end, "ORG")})
            index.tied.add(key)
        elif before is None and long_form(tokens, at - 1, tokens[at]) is not None:
            index.loose.add(key)


def bracketed(tokens: Sequence[str], at: int) -> int | None:
    """Where a second name that fills a bracket ends: an acronym, or the Latin name of an Arabic one (شركة نيفر (Naver))."""
    end = next((place for place in range(at, min(at + 5, len(tokens))) if tokens[place] == ")"), None)
    if end is None or end == at:
        return None
    arabic_before = tokens[at - 2][-1] > "\u0600"
    latin = all((token.isascii() and token[0].isalpha()) or token in "-&" for token in tokens[at:end])
    return end if (end == at + 1 and is_acronym(tokens[at])) or (arabic_before and latin) else None


def is_acronym(token: str) -> bool:
    """Whether a token could be an acronym: two capitals at least, letters and digits only."""
    return token.isalnum() and sum(map(str.isupper, token)) >= 2

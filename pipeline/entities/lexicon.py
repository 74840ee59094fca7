"""What is known of single words outside any sentence: clusters, name tokens, casing; one file per language beside the model."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from pipeline.findings import Lang
from pipeline.text import fold

NO_CLUSTER = ("-", "-", "-")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`clusters`: word to its cluster at three grains (coarse, middle, fine); `traits`: word to letters that say what it is:
    n a name token of Wikidata; u, t, m, l how often running text writes it with a capital (always … never). `frequency`: a
    digit, the Zipf frequency of Arabic words that may begin with a proclitic, and of what remains without it."""

    clusters: Mapping[str, tuple[str, str, str]]
    traits: Mapping[str, str]
    frequency: Mapping[str, str]

    def cluster(self, word: str) -> tuple[str, str, str]:
        """The clusters of a folded word; dashes where it is unknown."""
        return self.clusters.get(word, NO_CLUSTER)


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon of a weights folder: lines of word, fine cluster, traits; `#` lines map fine clusters to coarser ones."""
    grains: dict[str, tuple[str, str, str]] = {"": NO_CLUSTER}
    clusters: dict[str, tuple[str, str, str]] = {}
    traits: dict[str, str] = {}
    frequency: dict[str, str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, fine, rest = line.rstrip("\n").split("\t")
            if word == "#":
                middle, coarse = rest.split()
                grains[fine] = (coarse, middle, fine)
                continue
            if fine:
                clusters[word] = grains[fine]
            if rest[-1:].isdigit():
                frequency[word], rest = rest[-1], rest[:-1]
            if rest:
                traits[word] = rest
    return Lexicon(clusters, traits, frequency)


@cache
def country_words(lang: Lang) -> frozenset[str]:
    """Folded names of the world's countries and territories in a language, and the words of the longer ones. Source: CLDR."""
    names = {fold(name) for code, name in Locale(lang).territories.items() if code.isalpha()}
    parts = {part for name in names for part in name.split() if len(part) > 3}
    return frozenset(names | parts)

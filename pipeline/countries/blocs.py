"""Blocs and international bodies that act as one organisation: the Arab League, ASEAN, the World Bank."""

from dataclasses import dataclass
from functools import cache

from pipeline.findings import Lang
from pipeline.gazetteers.phrases import PhraseIndex, tokenise
from pipeline.gazetteers.table import read_rows, variants


@dataclass(frozen=True, slots=True)
class BlocMention:
    """A bloc or international body by the key of its row in blocs.tsv."""

    start: int
    end: int
    key: str


@cache
def _bloc_rows() -> dict[str, dict[Lang, list[str]]]:
    return {
        row["key"]: {"en": variants(row["names_en"]), "ar": variants(row["names_ar"])} for row in read_rows("blocs.tsv")
    }


@cache
def _bloc_index(lang: Lang) -> PhraseIndex[str]:
    return PhraseIndex((name, key) for key, names in _bloc_rows().items() for name in names[lang])


def bloc_name(key: str, lang: Lang) -> str:
    """Full name of a bloc by its key."""
    return _bloc_rows()[key][lang][0]


def find_blocs(text: str, lang: Lang) -> list[BlocMention]:
    """Blocs and international bodies in a normalised text, in order; proclitics and the English article outside."""
    tokens, index, proclitics = tokenise(text), _bloc_index(lang), lang == "ar"
    found, at = list[BlocMention](), 0
    while at < len(tokens):
        step = 1
        for skip, first in index.entrances(tokens[at].key, proclitics):
            match = index.longest(text, tokens, at, first)
            if match:
                step, key = match
                found.append(BlocMention(tokens[at].start + skip, tokens[at + step - 1].end, key))
                break
        at += step
    return found

"""Names of cities, regions, companies and bodies among the tokens of a sentence, as evidence for the tagger."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import regex

from pipeline.entities.tokens import split_words
from pipeline.findings import Lang
from pipeline.gazetteers.table import read_rows, variants
from pipeline.text import fold

PLACES = {"cities.tsv": "city", "regions.tsv": "region"}
LONGEST = 4
VARIANTS = 3  # the first are the usual ones, the rest transliterations of transliterations
Names = dict[str, list[tuple[tuple[str, ...], str]]]


# The rows of cities stand folded in their table already.
_PLAIN = regex.compile(r"[\p{L} ]+")


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in split_words(text))


@cache
def known_names(lang: Lang) -> Names:
    """First token to the names that begin with it (longest first) and their kind, all folded."""
    found: dict[tuple[str, ...], str] = {}
    for row in organisations():
        for name in variants(row[f"names_{lang}"]):
            found.setdefault(_tokens(fold(name)), "org")
    for table, kind in PLACES.items():
        for row in read_rows(table):
            for name in variants(row[f"names_{lang}"])[:VARIANTS]:
                tokens = tuple(name.split()) if kind == "city" and _PLAIN.fullmatch(name) else _tokens(fold(name))
                if len(name) > 2 and len(tokens) <= LONGEST:
                    found.setdefault(tokens, kind)
    names: Names = {}
    for tokens, kind in found.items():
        names.setdefault(tokens[0], []).append((tokens, kind))
    for rows in names.values():
        rows.sort(key=lambda row: -len(row[0]))
    return names


def organisations() -> Iterator[dict[str, str]]:
    """The rows of `organisations.tsv` by column."""
    lines = (files("pipeline.entities") / "organisations.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for row in rows:
        yield dict(zip(header, row, strict=True))


def mark_names(names: Names, tokens: Sequence[str], forms: Sequence[Sequence[str]], rows: list[list[str]]) -> None:
    """Adds to each token's row whether such a name begins or goes on there; `forms[i]`: readings of token i."""
    taken = 0
    for index, readings in enumerate(forms):
        if index < taken:
            continue
        for reading in readings:
            for name, kind in names.get(reading, ()):
                size = len(name)
                if tuple(tokens[index + 1 : index + size]) == name[1:]:
                    rows[index].append(f"gaz=B{kind}{min(size, 2)}")
                    for place in range(index + 1, index + size):
                        rows[place].append(f"gaz=I{kind}")
                    taken = index + size
                    break
            if taken > index:
                break

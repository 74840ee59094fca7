"""One key for a place in both languages: Cairo and القاهرة."""

from functools import cache, lru_cache

from pipeline.dossiers.romanise import key_of, spoken_words
from pipeline.gazetteers.table import read_rows, variants
from pipeline.text import fold


@cache
def _cities() -> dict[str, str]:
    """Folded name → English name of the most populous city of that name (the table is in that order)."""
    table: dict[str, str] = {}
    for row in read_rows("cities.tsv"):
        names = [*variants(row["names_en"]), *variants(row["names_ar"])]
        for name in names:
            table.setdefault(fold(name), names[0])
    return table


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """The city's English name where the gazetteer has it, else how the name sounds."""
    folded = fold(name)
    for form in (folded, folded.removeprefix("مدينة "), folded.removeprefix("the ").removesuffix(" city")):
        if form in _cities():
            return _cities()[form]
    return "-".join(sorted(map(key_of, spoken_words(name))))

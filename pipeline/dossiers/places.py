"""One key for a place in both languages: Cairo and القاهرة."""

from functools import cache, lru_cache

from pipeline.dossiers.romanise import key_of, person_likeness, spoken_words
from pipeline.gazetteers.table import read_rows, variants
from pipeline.text import fold

_SAME_SOUND = 0.8


@cache
def _cities() -> dict[str, str]:
    """Folded name → English name of the most populous city of that name (the table is in that order)."""
    table: dict[str, str] = {}
    for row in read_rows("cities.tsv"):
        names = [*variants(row["names_en"]), *variants(row["names_ar"])]
        for name in names:
            table.setdefault(fold(name), names[0])
    return table


def other_city(left: str, right: str) -> bool:
    """Whether two names are surely of two cities; a venue may well lie in the city that another article names."""
    cities = [_city(name) for name in (left, right)]
    return None not in cities and cities[0] != cities[1] and person_likeness(left, right) < _SAME_SOUND


def _city(name: str) -> str | None:
    folded = fold(name)
    forms = (folded, folded.removeprefix("مدينة "), folded.removeprefix("the ").removesuffix(" city"))
    return next((_cities()[form] for form in forms if form in _cities()), None)


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """The city's English name where the gazetteer has it, else how the name sounds."""
    return _city(name) or "-".join(sorted(map(key_of, spoken_words(name))))

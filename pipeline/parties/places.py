"""What the gazetteers know of a place: its country, and the one name under which its mentions in both languages meet."""

from functools import cache

from pipeline.gazetteers.table import read_cells, read_rows, variants
from pipeline.parties import arabic, english
from pipeline.text import fold

_TOWN = 6000  # rows of the towns that may be meant instead of a great city: طرابلس in Lebanon, not الرياض in Iraq
_LARGE = 1500  # rows of the most populous cities, whose names mean the city in an organisation's name too


@cache
def _cities() -> dict[str, list[tuple[int, str]]]:
    """Row and country of the cities by name, most populous first."""
    cities: dict[str, list[tuple[int, str]]] = {}
    for number, (latin, arab, country) in enumerate(read_cells("cities.tsv")):
        city = (number, country)
        for name in latin.split(";"):
            cities.setdefault(name, []).append(city)
        if arab:
            for name in arab.split(";"):
                cities.setdefault(name, []).append(city)
    return cities


@cache
def _regions() -> dict[str, tuple[str, str]]:
    """Key and country (empty where there is more than one) of regions, seas and press forms of cities."""
    regions: dict[str, tuple[str, str]] = {}
    for row in read_rows("regions.tsv"):
        for name in variants(row["names_en"]) + variants(row["names_ar"]):
            regions[fold(name)] = (fold(variants(row["names_en"])[0]), row["country"])
    return regions


def is_known(name: str) -> bool:
    """Whether a name is surely a place: of the hand-kept table, or of a large city."""
    folded = fold(name)
    cities = city_candidates(folded)
    return is_region(folded) or (bool(cities) and cities[0][0] < _LARGE and len(folded) > 4)


def is_region(name: str) -> bool:
    """Whether a folded name is a continent, sea or region, or a city of the hand-kept table."""
    return name in _regions()


def city_candidates(name: str) -> list[tuple[int, str]]:
    """Rows and countries of the cities with this folded name, most populous first."""
    return _cities().get(name, [])


def country_in_name(name: str) -> str | None:
    """Country of a city or region that stands in an organisation's name: Joyping (Beijing) Robot, جامعة دمشق."""
    words = [word.strip('()",') for word in fold(name).split()]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            form = " ".join(words[at : at + size])
            if form in _regions() and (country := _regions()[form][1]):
                return country
            cities = city_candidates(form)
            if cities and cities[0][0] < _LARGE and len(form) > 3:
                return cities[0][1]
    return None


def bare_place(name: str) -> str:
    """A folded place name without its generic noun: مدينة نواكشوط and نواكشوط are one; without "the", "city of", "port"."""
    words = name.split()
    while len(words) > 1 and (words[0] in arabic.PLACE_HEADS or words[0] in english.PLACE_HEADS or words[0] == "the"):
        if city_candidates(" ".join(words)) or is_region(" ".join(words)):
            break
        words = words[1:]
    if (
        len(words) > 1
        and words[-1] in ("port", "city", "governorate", "province")
        and not city_candidates(" ".join(words))
    ):
        words = words[:-1]
    return " ".join(words)


def place_key(name: str, codes: frozenset[str]) -> tuple[str, str | None]:
    """Key that all mentions of a place share, and its country (ISO 3166-1 alpha-2) where known.

    `codes`: countries that the article names; of two cities with one name the one that lies in them is meant.
    """
    folded = fold(name)
    for form in dict.fromkeys((folded, bare_place(folded))):
        if form in _regions():
            key, country = _regions()[form]
            cities = city_candidates(key)
            return (f"#{cities[0][0]}" if cities else key), country or None
        if cities := city_candidates(form):
            row, country = _meant(cities, codes)
            return f"#{row}", country
    return bare_place(folded), _country_of_part(bare_place(folded), codes)


def _meant(cities: list[tuple[int, str]], codes: frozenset[str]) -> tuple[int, str]:
    """Of cities with one name the one in a country of the article, unless it is a village beside a great city."""
    near = next((city for city in cities if city[1] in codes), cities[0])
    return near if near[0] < _TOWN or cities[0][0] > _LARGE else cities[0]


def _country_of_part(name: str, codes: frozenset[str]) -> str | None:
    """Country of the known place that a longer name begins with: بغداد الدولي, Safaga port."""
    words = name.split()
    for count in range(len(words) - 1, 0, -1):
        form = " ".join(words[:count])
        if form in _regions():
            return _regions()[form][1] or None
        if cities := city_candidates(form):
            return _meant(cities, codes)[1]
    return None

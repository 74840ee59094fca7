"""Countries and blocs in both languages: their names in normalised text, their nationality adjectives, their CLDR names."""

from pipeline.countries.blocs import BlocMention, bloc_name, find_blocs
from pipeline.countries.find import find_countries
from pipeline.countries.names import CountryMention, country_codes, country_name, country_named, nisba_forms

__all__ = [
    "BlocMention",
    "CountryMention",
    "bloc_name",
    "country_codes",
    "country_name",
    "country_named",
    "find_blocs",
    "find_countries",
    "nisba_forms",
]

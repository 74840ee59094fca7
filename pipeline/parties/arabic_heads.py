"""Head nouns of Arabic offices: وزير, الرئيس, ومديرها, with what is attached to them."""

from dataclasses import dataclass

from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties.arabic import BOUND_HEADS, HEADS, POSSESSIVES, SCHOLARS, TITLES
from pipeline.parties.units import Unit


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: letters of proclitics before it, itself without article and suffix, and how it stands."""

    skip: int
    noun: str
    definite: bool
    own: bool
    conjoined: bool


def head_at(units: list[Unit], at: int) -> Head | None:
    """The head noun that unit `at` is, attached letters aside; None where it is no office here (ممثلة في, "represented by")."""
    unit = units[at]
    if unit.kind != "word" or (unit.text in TITLES and _opens_name(units, at + 1)):
        return None
    for skip, word in unprefixed(unit.text):
        definite = word.startswith("ال") and len(word) > 4
        noun = word[2:] if definite else word
        own = False
        if noun not in HEADS and not definite:
            for suffix in POSSESSIVES:
                stem = word.removesuffix(suffix)
                feminine = stem[:-1] + "ة"  # مديرته, of مديرة
                if stem != word and (stem in HEADS or (stem.endswith("ت") and feminine in HEADS)):
                    noun, own = stem if stem in HEADS else feminine, True
                    break
        if noun in HEADS:
            following = units[at + 1].text if at + 1 < len(units) else ""
            if (
                (noun in BOUND_HEADS and following not in BOUND_HEADS[noun])
                or (following in ("في", "عن") and noun not in SCHOLARS)
                or (following.startswith("ب") and following != "باسم" and noun not in BOUND_HEADS and definite)
            ):
                return None
            return Head(skip, noun, definite, own, skip > 0)
    return None


def _opens_name(units: list[Unit], at: int) -> bool:
    """Whether a name, or another title of it, stands at unit `at`: الأستاذ الدكتور عامر, العميد الركن طارق."""
    return at < len(units) and (units[at].kind == "person" or units[at].text in TITLES)

"""Parties across articles: one canonical id for a country, a known body, an organisation or a person in either language."""

from dataclasses import dataclass
from functools import lru_cache

from models.party import Party
from pipeline.countries import bloc_name, find_blocs, find_countries
from pipeline.dossiers.concepts import meaning_of
from pipeline.dossiers.romanise import GLUED, key_of, spoken_words, word_likeness
from pipeline.findings import Lang
from pipeline.parties.bodies import body_country, body_key, body_name
from pipeline.text import normalise

# Words that tell the sort of a body, not which one it is; how much of a name's weight each carries.
_SORTS = {
    **dict.fromkeys("company group holding".split(), 0.25),
    **dict.fromkeys(
        "ministry minister university institute school bank fund authority council centre organization establishment chamber "
        "association union government parliament municipality department national international general public".split(),
        0.5,
    ),
}
_PROPER = 2.0
_STATE_BODIES = frozenset("ministry minister authority council government parliament department".split())
_MANY_WORDS = 3  # a name of more words is one body's
SAME_BODY = 0.75  # likeness from which two names are one body


@dataclass(frozen=True, slots=True)
class Member:
    """A party as it is compared: `id` canonical ("country:OM", "body:GCC", "organization:jo:university"), `words` the
    meaning of each word of its name with the word itself."""

    id: str
    name: str
    lang: Lang
    kind: str
    country: str | None
    words: tuple[tuple[str, str], ...]

    @property
    def of_state(self) -> bool:
        """Whether it speaks for its country: a ministry, an authority, a parliament."""
        return any(meaning in _STATE_BODIES for meaning, _ in self.words)

    @property
    def anchors(self) -> tuple[str, ...]:
        """What it can be looked up by: its country, its body, the proper words of its name."""
        found = [f"country:{self.country}"] if self.country and self.kind != "person" else []
        if self.id.startswith("body:"):
            found.append(self.id)
        found += [meaning for meaning, _ in self.words if meaning.startswith("~")]
        return tuple(dict.fromkeys(found))


def member_of(party: Party) -> Member:
    """The party of a record as it is compared across articles."""
    lang: Lang = "ar" if any("ء" <= character <= "ي" for character in party.name) else "en"
    return _member(party.name, lang, party.kind, party.country)


@lru_cache(maxsize=65536)
def _member(name: str, lang: Lang, kind: str, country: str | None) -> Member:
    if kind == "country" and country:
        return Member(f"country:{country}", name, lang, kind, country, ())
    body = _body_of(name, lang) if kind == "organization" else None
    rest, named = _without_country(name, lang)
    country = country or named
    words = tuple(dict.fromkeys((meaning_of(word), word) for word in spoken_words(rest)))
    words = tuple((meaning, word) for meaning, word in words if meaning)
    if body:
        return Member(f"body:{body}", name, lang, kind, known_body_country(body), words)
    keys = (
        [key_of(word) for word in spoken_words(name)]
        if kind == "person"
        else [meaning.strip("~") for meaning, _ in words]
    )
    slug = "-".join(sorted(dict.fromkeys(keys))) or "-".join(spoken_words(name)) or name
    where = f"{country.lower()}:" if country and kind == "organization" else ""
    return Member(f"{kind}:{where}{slug}", name, lang, kind, country, words)


def known_body_name(key: str, lang: Lang) -> str:
    """Full name of a bloc, an international body or a well-known organisation by the key in its id."""
    try:
        return bloc_name(key, lang)
    except KeyError:
        return body_name(key, lang)


def known_body_country(key: str) -> str | None:
    """Country of a well-known organisation; None for blocs and international bodies."""
    try:
        return body_country(key)
    except KeyError:
        return None


def _body_of(name: str, lang: Lang) -> str | None:
    """Key of the bloc, international body or well-known organisation that a name is as a whole."""
    text = normalise(name).text
    known = body_key(text, lang)
    if known:
        return known
    for found in find_blocs(text, lang):
        if found.end - found.start >= len(text) - len("the "):
            return found.key
    return None


def _without_country(name: str, lang: Lang) -> tuple[str, str | None]:
    """The name without names and adjectives of countries, and the first of these countries."""
    text = normalise(GLUED.sub(" ", name)).text
    kept, at, code = "", 0, None
    for found in find_countries(text, lang):
        kept, at, code = f"{kept}{text[at : found.start]} ", found.end, code or found.code
    return kept + text[at:], code


def member_likeness(left: Member, right: Member) -> float:
    """How likely two parties are the same side of an agreement, 0 to 1."""
    if left.id == right.id:
        return 1.0
    if "country" in (left.kind, right.kind):
        if left.kind == right.kind or left.country != right.country:
            return 0.0
        return 0.85 if left.of_state or right.of_state else 0.5
    if left.id.startswith("body:") and right.id.startswith("body:"):
        return 0.0
    return body_likeness(left, right)


@lru_cache(maxsize=262144)
def body_likeness(left: Member, right: Member) -> float:
    """How likely two names are of one organisation, 0 to 1, by their words: proper names count most, its sort least."""
    if not left.words or not right.words:
        return 0.0
    apart = bool(left.country and right.country and left.country != right.country)
    at_home = bool(left.country and left.country == right.country)
    if {m for m, _ in left.words} == {m for m, _ in right.words}:
        telling = any(_weight(meaning) >= _PROPER for meaning, _ in left.words) or len(left.words) > _MANY_WORDS
        return (0.6 if telling else 0.2) if apart else 1.0 if telling or at_home else 0.7
    shorter, longer = sorted((left.words, right.words), key=_total)
    shared = sum(_weight(meaning) * best for meaning, word in shorter if (best := _best(meaning, word, longer)) >= 0.75)
    union = _total(shorter) + _total(longer) - shared
    held = shared / _total(shorter)
    if all(_weight(meaning) < 1 for meaning, _ in shorter):  # Kuwait Fund, beside its full name
        held *= 0.75 if at_home else 0.0
    found = 0.65 * held + 0.35 * shared / union
    return found * 0.6 if apart else found


def _best(meaning: str, word: str, others: tuple[tuple[str, str], ...]) -> float:
    if not meaning.startswith("~"):
        return float(any(other == meaning for other, _ in others))
    return max((word_likeness(word, other) for heard, other in others if heard.startswith("~")), default=0.0)


def _total(words: tuple[tuple[str, str], ...]) -> float:
    return sum(_weight(meaning) for meaning, _ in words)


def _weight(meaning: str) -> float:
    return _PROPER if meaning.startswith("~") else _SORTS.get(meaning, 1.0)

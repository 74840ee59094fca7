"""Countries of organisations, and the country that an article speaks from."""

from collections import Counter
from dataclasses import dataclass

import regex

from pipeline.countries import CountryMention, find_countries
from pipeline.parties import arabic, english
from pipeline.parties.bodies import body_country
from pipeline.parties.context import Context
from pipeline.parties.merge import Cluster
from pipeline.parties.places import country_in_name, place_key
from pipeline.parties.units import Mention, Reading
from pipeline.text import fold

# News agencies sign their country's news: WAM is read in the Emirates.
AGENCIES = {
    "wam": "AE", "spa": "SA", "kuna": "KW", "petra": "JO", "qna": "QA", "ona": "OM", "bna": "BH", "mena": "EG", "sana": "SY", "ina": "IQ",
    "nna": "LB", "wafa": "PS", "suna": "SD", "aps": "DZ", "tap": "TN", "map": "MA", "ami": "MR", "saba": "YE", "lana": "LY", "وام": "AE",
    "واس": "SA", "كونا": "KW", "بترا": "JO", "قنا": "QA", "العمانية": "OM", "بنا": "BH", "ا ش ا": "EG", "سانا": "SY", "واع": "IQ", "وفا": "PS",
    "سونا": "SD", "واج": "DZ", "وات": "TN", "سبا": "YE", "وال": "LY", "و م ا": "MR", "و.م.ا": "MR", "ومع": "MA", "الوطنية للاعلام": "LB",
}  # fmt: skip
_AGENCY = regex.compile(
    r"[(/] ?(?P<name>"
    + "|".join(map(regex.escape, AGENCIES))
    + r") ?[)/]|(?P<name>spa|wam|kuna|petra) ?--|- ?(?P<name>كونا|وام|واس|بترا|قنا|وفا|سانا|واع) ?[:-]"
)
_RECEIVING = regex.compile(r"(?:لدي |[Aa]mbassador to (?:the )?)$")
_COUNTERPART = regex.compile(r"نظير(?:ه|ته|ها|تها|هما) $")
# نظيرته سارة الزعفراني، رئيسة حكومة [تونس]
_COUNTERPART_OF = regex.compile(r"نظير(?:ه|ته|ها|تها) [^.،؛]{3,40}،? (?:رئيسة?|وزيرة?) [^.،؛]{0,30}$")
_FOREIGN = 6  # votes against the country of "his Turkish counterpart"
_DASH = regex.compile(r" ?(?:-|\(|/|,|،)")
_OPENING = 600  # characters in which an agency signs
_DATELINE, _SIGNED = 8, 40  # votes for the article's own country; a mention of a country has 2
_HEADING = 120  # characters of a heading at most
_NUMBERING = 6  # characters of a list number before the country that a section is about
_COMPANY_NOUNS = english.COMPANY_NOUNS | english.COMPANY_PLURALS
_NEAR_OFFICE = 24  # characters around a nationality that may name an office


@dataclass(frozen=True)
class Origin:
    """The article's own country, how often each country is named (in order of frequency), and the sections by country."""

    home: str | None
    spoken_of: list[str]
    sections: list[tuple[int, str | None]]

    def section_country(self, reading: Reading) -> str | None:
        """The one country that the heading of a passage's section names, in an article of several such sections."""
        if sum(code is not None for _, code in self.sections) < 2:
            return None
        before = [code for start, code in self.sections if start <= reading.passage.span.start]
        return before[-1] if before else None


def read_origin(context: Context) -> Origin:
    """What tells the country of officials whose country is not said."""
    named = Counter(m.code for r in context.readings for m in r.mentions if m.kind == "country" and m.code)
    votes = Counter({code: 2 * count for code, count in named.items()})
    for number, reading in enumerate(context.readings):
        opens = number < 4 and reading.passage.role in ("dateline", "paragraph")
        votes.update(_votes(reading, frozenset(named), opens))
    if signed := _AGENCY.search(fold(context.document.text[:_OPENING])):
        votes[AGENCIES[signed["name"]]] += _SIGNED
    listed = [code for code in votes if code in context.countries]  # in the order of their first mentions
    home = max(listed, key=lambda code: votes[code], default=None)
    return Origin(home, [code for code, _ in named.most_common()], _sections(context.readings))


def _votes(reading: Reading, codes: frozenset[str], opening: bool) -> Counter[str]:
    """Votes of nationalities, receiving countries and places; the place of a dateline counts most."""
    votes = Counter(adjective.code for adjective in reading.adjectives if not is_of_office(adjective, reading))
    for adjective in reading.adjectives:
        before = _COUNTERPART.search(reading.text, max(0, adjective.start - 24), adjective.start)
        if before or reading.text.startswith(" counterpart", adjective.end):
            votes[adjective.code] -= _FOREIGN
    for mention in reading.mentions:
        if mention.kind == "country" and mention.code and _COUNTERPART_OF.search(reading.text, 0, mention.start):
            votes[mention.code] -= _FOREIGN
        if (
            mention.kind == "country"
            and mention.code
            and _RECEIVING.search(reading.text, max(0, mention.start - 24), mention.start)
        ):
            votes[mention.code] += 1
        if (
            opening
            and mention.kind == "country"
            and mention.code
            and mention.start == 0
            and _DASH.match(reading.text, mention.end)
        ):
            votes[mention.code] += _DATELINE
        if mention.kind == "place" and (country := place_key(mention.text, codes)[1]):
            votes[country] += _DATELINE if opening and mention.start < 12 else 1
    return votes


def is_of_office(adjective: CountryMention, reading: Reading) -> bool:
    """Whether a nationality tells an official or a side from those of the article's own country."""
    around = reading.text[max(0, adjective.start - _NEAR_OFFICE) : adjective.end + _NEAR_OFFICE].lower().split()
    return any(word.removeprefix("و").removeprefix("ال") in arabic.HEADS or word in english.HEADS for word in around)


def _sections(readings: list[Reading]) -> list[tuple[int, str | None]]:
    """Where the sections start whose headings begin with a country, and that country where it is the only one."""
    sections = list[tuple[int, str | None]]()
    for reading in readings:
        if reading.passage.role not in ("heading", "list_item") or len(reading.text) > _HEADING:
            continue
        first = reading.mentions[0] if reading.mentions else None
        codes = list(dict.fromkeys(m.code for m in reading.mentions if m.kind == "country"))
        if first and first.kind == "country" and first.start < _NUMBERING:
            sections.append((reading.passage.span.start, codes[0] if len(codes) == 1 else None))
        elif sections and reading.passage.role == "heading":
            sections.append((reading.passage.span.start, None))
    return sections


def country_of(cluster: Cluster, context: Context) -> str | None:
    """Country of an organisation: of the gazetteer, in a name, a nationality, possessive or "of Y" beside a mention."""
    if cluster.body:
        return body_country(cluster.body)
    codes = (country_beside(mention, context.reading(mention)) for mention in cluster.mentions)
    return next((code for code in codes if code), None)


def country_beside(mention: Mention, reading: Reading) -> str | None:
    """The country that a name holds, or a nationality, possessive or "of Y" beside it."""
    inside = find_countries(mention.text, mention.lang)
    if inside:
        return inside[-1].code
    return _nationality_beside(mention, reading) or _owner_beside(mention, reading) or country_in_name(mention.text)


def _nationality_beside(mention: Mention, reading: Reading) -> str | None:
    """شركة إيني الإيطالية, the Emirati company Alef Power."""
    for adjective in reading.adjectives:
        if adjective.start in (mention.end + 1, mention.end) or adjective.end + 1 == mention.start:
            return adjective.code
        between = reading.text[adjective.end : mention.start].split() if adjective.end < mention.start else []
        if 0 < len(between) < 4 and between[-1] in _COMPANY_NOUNS and all(word.islower() for word in between):
            return adjective.code
    return None


def _owner_beside(mention: Mention, reading: Reading) -> str | None:
    """Syria's Ministry of Energy, the General Authority of Customs of Iraq."""
    for other in reading.mentions:
        if other.kind == "place" and reading.text[mention.end : other.start] in (" in ", " في ", " ب"):
            return place_key(other.text, frozenset())[1]
        if other.kind == "country":
            before = reading.text[other.end : mention.start] if other.end <= mention.start else ""
            after = reading.text[mention.end : other.start] if mention.end <= other.start else ""
            if before in ("'s ", "'s") or after in (" of ", " of the ", " في ", " ب"):
                return other.code
    return None

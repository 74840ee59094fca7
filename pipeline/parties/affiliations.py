"""What a person belongs to, and the country of parties."""

from collections import Counter

import regex

from pipeline.countries import CountryMention, find_countries
from pipeline.document import Document
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.bodies import body_country
from pipeline.parties.merge import Cluster
from pipeline.parties.names import name_words
from pipeline.parties.office import Office
from pipeline.parties.places import country_in_name, place_key
from pipeline.parties.roles import Tenure, institution_after, side_after
from pipeline.parties.units import Mention, Reading
from pipeline.text import fold

# News agencies sign their country's news: WAM is read in the Emirates.
AGENCIES = {
    "wam": "AE", "spa": "SA", "kuna": "KW", "petra": "JO", "qna": "QA", "ona": "OM", "bna": "BH", "mena": "EG", "sana": "SY", "ina": "IQ",
    "nna": "LB", "wafa": "PS", "suna": "SD", "aps": "DZ", "tap": "TN", "map": "MA", "ami": "MR", "saba": "YE", "lana": "LY", "وام": "AE",
    "واس": "SA", "كونا": "KW", "بترا": "JO", "قنا": "QA", "العمانية": "OM", "بنا": "BH", "ا ش ا": "EG", "سانا": "SY", "واع": "IQ", "وفا": "PS",
    "سونا": "SD", "واج": "DZ", "وات": "TN", "سبا": "YE", "وال": "LY", "و م ا": "MR", "ومع": "MA", "الوطنية للاعلام": "LB",
}  # fmt: skip
AGENCY = regex.compile(
    r"[(/] ?(?P<name>" + "|".join(regex.escape(name) for name in AGENCIES) + r") ?[)/]|(?P<name>spa|wam|kuna|petra) ?--"
)
# What stands before the side for which someone signs.
SIDES = regex.compile(
    r"(?:(?<!\p{L})و?(?:عن|مثل|مثلت|يمثل) (?:الجانب |جانب )?|(?<!\p{L})و?من (?:الجانب |جانب )|\bon behalf of (?:the )?|\bon the "
    r"|\b[Tt]he (?=\p{Lu}\p{L}+ side\b)|\bfor (?:the )?)(?=\S)"
)
# What stands between a party and the person who stands for it: ويمثلها الوزير, "was represented by".
REPRESENTED = regex.compile(
    r"(?:(?<!\p{L})و?[يت]?مثل(?:ها|ه|هما) |represented by (?:(?:Mr|Ms|Dr|Eng|H\.E)\.? )*| by )$"
)
RECEIVING = regex.compile(r"(?:لدي |[Aa]mbassador to (?:the )?)$")
VISIT_AFTER = regex.compile(r"'s (?:\w+ ){0,2}(?:visit|tour|trip)\b")
VISIT_BEFORE = regex.compile(r"(?:visit (?:of|by) (?:the )?|زيارة |يزور |visiting )$")
_CLAUSE = 60  # characters between the mark of a side and its signatory
_HEADING = 120  # characters of a heading at most
_NUMBERING = 6  # characters of a list number before the country that a section is about
_DATELINE, _SIGNED = 8, 40  # votes for the article's own country


class Affiliations:
    """Resolves offices of one article to its parties."""

    def __init__(self, document: Document, readings: list[Reading], clusters: list[Cluster]) -> None:
        self._document = document
        self._readings = readings
        self._clusters = clusters
        self._cluster_of = {id(mention): cluster for cluster in clusters for mention in cluster.mentions}
        self._countries = {cluster.code: cluster for cluster in clusters if cluster.kind == "country"}
        self._organisations = [cluster for cluster in clusters if cluster.kind == "organization"]
        self.country_of = {id(cluster): code for cluster in self._organisations if (code := self._country(cluster))}
        self.votes: Counter[str] = Counter()
        self.home = self._home()
        self._sections = self._find_sections()

    def cluster(self, mention: Mention) -> Cluster:
        """The cluster that a mention is part of."""
        return self._cluster_of[id(mention)]

    def of(self, tenure: Tenure) -> Cluster | None:
        """The party that a person with this office belongs to; None where the article names none."""
        if tenure.institution:
            return self.cluster(tenure.institution)
        office = tenure.office
        if office is None or tenure.code:
            return self._countries.get(tenure.code or "")
        named = self._named(office, tenure)
        code = office.code or (named.code if named and named.kind == "country" else None)
        if not named and not code:
            named, code = self._side(tenure, office)
        if office.minister and (named is None or named.kind == "country"):
            ministry = self._ministry(office, tenure, code)
            if ministry:
                return ministry
        if named or code:
            return named or self._countries.get(code or "")
        if office.of_state:
            return self._countries.get(self._implied(tenure) or "")
        return None if office.weak else self._owner(tenure)

    def _named(self, office: Office, tenure: Tenure) -> Cluster | None:
        """The institution that the office itself names, by a mention, a generic noun or a pronoun."""
        if office.institutions:
            return self.cluster(office.institutions[min(tenure.rank, len(office.institutions) - 1)])
        if office.generic and (found := self._generic(office.generic, tenure)):
            return found
        if office.plural and (owners := self._owners(tenure)):
            return owners[tenure.rank]
        return self._owner(tenure) if office.own else None

    def _owners(self, tenure: Tenure) -> list[Cluster]:
        """The organisations, as many as there are holders, named last before "their chief executives, A and B"."""
        office = tenure.office
        if not office or not office.own:
            return []
        start = self._sentence_start(tenure)
        named = [m for m in tenure.reading.mentions if start <= m.start < office.start and m.kind == "organization"]
        return [self.cluster(m) for m in named[-tenure.holders :]] if len(named) >= tenure.holders else []

    def _side(self, tenure: Tenure, office: Office) -> tuple[Cluster | None, str | None]:
        """The side that the person signs for in the same clause, or its country's code where the article names it only by
        nationality: عن الجانب الهندي, عن المؤسسة, on behalf of Senegal, "President Kassym-Jomart Tokayev of Kazakhstan"."""
        reading, person = tenure.reading, tenure.person
        for end in (max(person.end, office.end), person.end):
            if after := side_after(reading, end):
                return self.cluster(after), after.code
        if after := institution_after(reading, person.end):
            return self.cluster(after), after.code
        start = self._sentence_start(tenure)
        at = min(office.start, person.start)
        if represented := REPRESENTED.search(reading.text, start, at):
            before = [
                m
                for m in reading.mentions
                if m.end <= represented.start() + 1 and m.kind in ("country", "organization")
            ]
            if before and (before[-1].end >= represented.start() - 1 or represented[0] != " by "):
                return self.cluster(before[-1]), before[-1].code
        ends = [marker.end() for marker in SIDES.finditer(reading.text, start, at)]
        return self._side_at(tenure, ends[-1]) if ends and at - ends[-1] <= _CLAUSE else (None, None)

    def _side_at(self, tenure: Tenure, at: int) -> tuple[Cluster | None, str | None]:
        reading = tenure.reading
        for mention in reading.mentions:
            if mention.kind in ("organization", "country") and at <= mention.start <= at + 8:
                return self.cluster(mention), mention.code
        for adjective in reading.adjectives:
            if at <= adjective.start <= at + 8:
                return self._countries.get(adjective.code), adjective.code
        word = reading.text[at:].split(" ", 1)[0].strip("،,")
        if word in ("جانبها", "جانبه"):
            return self._last_named(tenure, at, ("country", "organization")), None
        noun = word.lower().removeprefix("ال")
        return (self._generic(noun, tenure) if noun in arabic.INSTITUTIONS | english.INSTITUTIONS else None), None

    def _last_named(self, tenure: Tenure, at: int, kinds: tuple[str, ...]) -> Cluster | None:
        """The party of these kinds named last before `at` in the sentence."""
        start = self._sentence_start(tenure)
        named = [m for m in tenure.reading.mentions if start <= m.start and m.end <= at and m.kind in kinds]
        return self.cluster(named[-1]) if named else None

    def _generic(self, noun: str, tenure: Tenure) -> Cluster | None:
        """The organisation that "the Authority" or الشركة stands for: the last one named before with that noun."""
        office = tenure.office
        assert office
        at = tenure.reading.passage.match.span(office.start, office.start + 1).start
        bearers = [
            (m.span.start, c) for c in self._organisations for m in c.mentions if _bears(noun, name_words(m.text))
        ]
        bearers.sort(key=lambda bearer: bearer[0])
        before = [cluster for start, cluster in bearers if start < at]
        if before:
            return before[-1]
        return bearers[0][1] if bearers else None

    def _owner(self, tenure: Tenure) -> Cluster | None:
        """Whom "its", the suffix of مديرها or an office without institution means: the generic noun or the organisation
        last named before it in the sentence, then in the passage, then the country last named in the sentence."""
        office, reading = tenure.office, tenure.reading
        assert office
        at = min(office.start, tenure.person.start)
        sentence = self._sentence_start(tenure)
        organisation = self._last_named(tenure, at, ("organization",))
        since = max((m.end for m in reading.mentions if m.end <= at and m.kind == "organization"), default=sentence)
        for word in reversed(reading.text[max(since, sentence) : at].split()):
            noun = generic_noun(word)
            if noun and (found := self._generic(noun, tenure)):
                return found
        if organisation:
            return organisation
        before = [m for m in reading.mentions if m.end <= at and m.kind == "organization"]
        return self.cluster(before[-1]) if before else self._last_named(tenure, at, ("country",))

    def _ministry(self, office: Office, tenure: Tenure, code: str | None) -> Cluster | None:
        """The listed ministry that a minister heads: of the same country where that is sure, else of the likeliest."""
        domain = _domain(name_words(tenure.reading.text[office.start : office.end]))
        fitting = [c for c in self._organisations if any(_heads(domain, name_words(m.text)) for m in c.mentions)]
        likely = code or self._heading_country(tenure) or self.home
        for cluster in fitting:
            if self.country_of.get(id(cluster)) in (None, likely):
                return cluster
        guessed = code is None and self._heading_country(tenure) is None
        return fitting[0] if guessed and len(fitting) == 1 else None

    def _implied(self, tenure: Tenure) -> str | None:
        """The country of an office of state that names none: that of the section, a visitor's, else the article's own."""
        office = tenure.office
        assert office
        if office.plural and (codes := self._paired(tenure)):
            return codes[tenure.rank]
        if self._visits(tenure):
            return self._abroad(tenure)
        return self._heading_country(tenure) or self.home

    def _visits(self, tenure: Tenure) -> bool:
        """Whether the person comes from abroad: "President Vladimir Putin's visit", زيارة الرئيس."""
        text, person = tenure.reading.text, tenure.person
        start = tenure.office.start if tenure.office else person.start
        return bool(VISIT_AFTER.match(text, person.end) or VISIT_BEFORE.search(text[max(0, start - 24) : start]))

    def _abroad(self, tenure: Tenure) -> str | None:
        """The country most spoken of beside the article's own and the one visited."""
        visited = [
            m.code for m in tenure.reading.mentions if m.kind == "country" and 0 < m.start - tenure.person.end < _CLAUSE
        ]
        codes = [code for code, _ in self.votes.most_common() if code in self._countries]
        return next((code for code in codes if code != self.home and code not in visited[:1]), None)

    def _heading_country(self, tenure: Tenure) -> str | None:
        """The one country that the heading of the passage's section names, in an article of several such sections."""
        if len(self._sections) < 2:
            return None
        at = tenure.reading.passage.span.start
        before = [code for start, code in self._sections if start <= at]
        return before[-1] if before else None

    def _find_sections(self) -> list[tuple[int, str | None]]:
        """Where the sections start whose headings name countries, and the country where it is one."""
        sections = list[tuple[int, str | None]]()
        for reading in self._readings:
            if reading.passage.role in ("heading", "list_item") and len(reading.text) < _HEADING and reading.mentions:
                codes = list(dict.fromkeys(m.code for m in reading.mentions if m.kind == "country"))
                if codes and reading.mentions[0].kind == "country" and reading.mentions[0].start < _NUMBERING:
                    sections.append((reading.passage.span.start, codes[0] if len(codes) == 1 else None))
        return sections

    def _paired(self, tenure: Tenure) -> list[str]:
        """Countries in order for a shared plural office: those of the sentence, else of the nearest heading with as many."""
        for reading in [tenure.reading, *reversed(self._readings[: self._readings.index(tenure.reading)])]:
            codes = list(dict.fromkeys(m.code for m in reading.mentions if m.kind == "country" and m.code))
            if len(codes) == tenure.holders:
                return codes
        return []

    def _sentence_start(self, tenure: Tenure) -> int:
        match = tenure.reading.passage.match
        person = tenure.person.span
        for sentence in tenure.reading.passage.sentences:
            if sentence.start <= person.start < sentence.end:
                return match.locate(sentence.start)
        return 0

    def _country(self, cluster: Cluster) -> str | None:
        """Country of an organisation: a name or nationality inside or beside its mentions, a possessive, "of Y"."""
        if cluster.body:
            return body_country(cluster.body)
        for reading in self._readings:
            for mention in reading.mentions:
                if self._cluster_of.get(id(mention)) is cluster and (code := _country_beside(mention, reading)):
                    return code
        return None

    def _home(self) -> str | None:
        """The country whose press or capital the article speaks from: agency, dateline, the country most spoken of."""
        for reading in self._readings:
            self.votes.update(m.code for m in reading.mentions if m.kind == "country" and m.code)
        codes = frozenset(self.votes)
        votes = Counter({code: 2 * count for code, count in self.votes.items()})
        for number, reading in enumerate(self._readings):
            votes.update(adjective.code for adjective in reading.adjectives if not _is_of_office(adjective, reading))
            for mention in reading.mentions:
                if mention.kind == "country" and mention.code and RECEIVING.search(reading.text, 0, mention.start):
                    votes[mention.code] += 1
                if mention.kind == "place" and (country := place_key(mention.text, codes)[1]):
                    votes[country] += _DATELINE if number < 4 and mention.start < 12 else 1
        if signed := AGENCY.search(fold(self._document.text[:600])):
            votes[AGENCIES[signed["name"]]] += _SIGNED
        listed = [code for code in votes if code in self._countries]  # in the order of their first mentions
        return max(listed, key=lambda code: votes[code], default=None)


def _is_of_office(adjective: CountryMention, reading: Reading) -> bool:
    """Whether a nationality tells an official or a side from those of the article's own country."""
    around = reading.text[max(0, adjective.start - 24) : adjective.end + 24].lower().split()
    return any(word.removeprefix("و").removeprefix("ال") in arabic.HEADS or word in english.HEADS for word in around)


def _country_beside(mention: Mention, reading: Reading) -> str | None:
    """The country that a name holds, or a nationality, possessive or "of Y" beside it."""
    inside = find_countries(mention.text, mention.lang)
    if inside:
        return inside[-1].code
    for adjective in reading.adjectives:
        if adjective.start in (mention.end + 1, mention.end) or adjective.end + 1 == mention.start:
            return adjective.code
        between = reading.text[adjective.end : mention.start].split() if adjective.end < mention.start else []
        if 0 < len(between) < 4 and between[-1] in english.COMPANY_NOUNS and all(word.islower() for word in between):
            return adjective.code
    for other in reading.mentions:
        if other.kind == "country":
            before = reading.text[other.end : mention.start] if other.end <= mention.start else ""
            after = reading.text[mention.end : other.start] if mention.end <= other.start else ""
            if before in ("'s ", "'s") or after in (" of ", " of the ", " في ", " ب"):
                return other.code
    return country_in_name(mention.text)


def _bears(noun: str, name: tuple[str, ...]) -> bool:
    """Whether a name is one of the generic noun's: الهيئة العامة is a هيئة, Border Ports Authority an authority."""
    return noun in name or (bool(name) and name[0].removeprefix("ال") == noun)


def _domain(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a role that name its field: finance of Minister of Finance, الصناعة والثروة of نائب وزير الصناعة والثروة."""
    kept = list(words)
    if any(word.removeprefix("ال") in arabic.MINISTER_HEADS for word in kept):
        at = max(i for i, word in enumerate(kept) if word.removeprefix("ال") in arabic.MINISTER_HEADS)
        return tuple(kept[at + 1 :])
    skipped = english.HEADS | english.TITLES | {"of", "for", "the", "and", "deputy", "prime", "state", "affairs"}
    return tuple(word for word in kept if word not in skipped)


def _heads(domain: tuple[str, ...], ministry: tuple[str, ...]) -> bool:
    """Whether a ministry's name has the field: وزارة الصناعة والثروة المعدنية, Ministry of Public Works."""
    if not domain or not ministry:
        return False
    if ministry[0] in ("وزارة", "الوزارة"):
        field = ministry[1:]
        shared = min(len(field), len(domain))
        return (
            shared > 0
            and field[:shared] == domain[:shared]
            and (shared == len(field) or len(field) - shared <= 2 or shared > 1)
        )
    if "ministry" in ministry:
        field = tuple(word for word in ministry if word not in ("ministry", "of", "for", "the", "and", "affairs"))
        return bool(field) and (set(field) <= set(domain) or set(domain) <= set(field)) and field[0] == domain[0]
    return False


def generic_noun(word: str) -> str | None:
    """The noun of an institution that a definite word stands for: الهيئة, للجمعية; None for any other word."""
    bare = word.strip("\"',،().:").lower()
    for _, form in unprefixed(bare):
        if form.startswith("ال") and form[2:] in arabic.INSTITUTIONS:
            return form[2:]
    return bare if bare in english.INSTITUTIONS else None

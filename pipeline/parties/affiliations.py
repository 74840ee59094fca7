"""What a person belongs to, and the country of parties."""

from collections import Counter

from pipeline.countries import find_countries
from pipeline.document import Document
from pipeline.findings import Span
from pipeline.parties import arabic, english
from pipeline.parties.merge import Cluster
from pipeline.parties.names import name_words
from pipeline.parties.office import Office
from pipeline.parties.places import place_key
from pipeline.parties.roles import Tenure
from pipeline.parties.units import Mention, Reading

# News agencies sign their country's news: WAM is read in the Emirates.
_AGENCIES = {
    "wam": "AE", "spa": "SA", "kuna": "KW", "petra": "JO", "qna": "QA", "ona": "OM", "bna": "BH", "mena": "EG", "sana": "SY", "ina": "IQ",
    "nna": "LB", "wafa": "PS", "suna": "SD", "aps": "DZ", "tap": "TN", "map": "MA", "ami": "MR", "saba": "YE", "lana": "LY", "وام": "AE",
    "واس": "SA", "كونا": "KW", "بترا": "JO", "قنا": "QA", "العمانية": "OM", "بنا": "BH", "ا ش ا": "EG", "سانا": "SY", "واع": "IQ", "وفا": "PS",
    "سونا": "SD", "واج": "DZ", "وات": "TN", "سبا": "YE", "وال": "LY", "و م ا": "MR", "ومع": "MA", "الوطنية للاعلام": "LB",
}  # fmt: skip


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
        self.home = self._home()

    def cluster(self, mention: Mention) -> Cluster:
        """The cluster that a mention is part of."""
        return self._cluster_of[id(mention)]

    def of(self, tenure: Tenure) -> Cluster | None:
        """The party that a person with this office belongs to; None where the article names none."""
        if tenure.institution:
            return self.cluster(tenure.institution)
        office = tenure.office
        if office is None:
            return None
        institution = self._named(office, tenure)
        code = office.code or (institution.code if institution and institution.kind == "country" else None)
        if office.minister and (institution is None or institution.kind == "country"):
            ministry = self._ministry(office, tenure, code or self._near_country(tenure) or self.home)
            if ministry:
                return ministry
        return institution or self._countries.get(code or self._implied(tenure) or "")

    def _named(self, office: Office, tenure: Tenure) -> Cluster | None:
        if office.institutions:
            return self.cluster(office.institutions[min(tenure.rank, len(office.institutions) - 1)])
        if office.generic and (found := self._generic(office.generic, tenure)):
            return found
        if office.own:
            return self._owner(tenure)
        if office.code or office.of_state:
            return None
        return self._last_organisation(tenure)

    def _generic(self, noun: str, tenure: Tenure) -> Cluster | None:
        """The organisation that "the Authority" or الشركة stands for: the last one named before with that noun."""
        office = tenure.office
        assert office
        at = tenure.reading.passage.match.span(office.start, office.start + 1).start
        bearers = [(m.span.start, c) for c in self._organisations for m in c.mentions if noun in name_words(m.text)]
        bearers.sort(key=lambda bearer: bearer[0])
        before = [cluster for start, cluster in bearers if start < at]
        if before:
            return before[-1]
        return bearers[0][1] if bearers else None

    def _owner(self, tenure: Tenure) -> Cluster | None:
        """Whom "its" or the suffix of مديرها means: the generic noun or organisation last named in the sentence."""
        office, reading = tenure.office, tenure.reading
        assert office
        sentence = self._sentence_start(tenure)
        words = reading.text[sentence : office.start].split()
        named = [
            m for m in reading.mentions if sentence <= m.start < office.start and m.kind in ("organization", "country")
        ]
        for word in reversed(words[-6:]):
            noun = word.strip('",،').lower().removeprefix("و").removeprefix("لل").removeprefix("ال")
            if noun in arabic.INSTITUTIONS | english.INSTITUTIONS and not (named and noun in named[-1].text.lower()):
                return self._generic(noun, tenure)
        return self.cluster(named[-1]) if named else self._last_organisation(tenure)

    def _last_organisation(self, tenure: Tenure) -> Cluster | None:
        """The organisation last named before in the passage, for an office without one: a chief executive."""
        at = tenure.person.start
        named = [m for m in tenure.reading.mentions if m.end <= at and m.kind == "organization"]
        return self.cluster(named[-1]) if named else None

    def _ministry(self, office: Office, tenure: Tenure, code: str | None) -> Cluster | None:
        """The listed ministry that a minister heads, of the same country."""
        domain = _domain(name_words(tenure.reading.text[office.start : office.end]))
        for cluster in self._organisations:
            country = self.country_of.get(id(cluster))
            if country and code and country != code:
                continue
            if any(_heads(domain, name_words(m.text)) for m in cluster.mentions):
                return cluster
        return None

    def _implied(self, tenure: Tenure) -> str | None:
        """The country of an office of state that names none."""
        office = tenure.office
        if not office or not office.of_state or office.institutions:
            return None
        if office.plural and (codes := self._paired(tenure)):
            return codes[tenure.rank]
        return self._near_country(tenure) or self.home

    def _paired(self, tenure: Tenure) -> list[str]:
        """Countries in order for a shared plural office: those of the sentence, else of the nearest heading with as many."""
        holders = 2
        for reading in [tenure.reading, *reversed(self._readings[: self._readings.index(tenure.reading)])]:
            codes = list(dict.fromkeys(m.code for m in reading.mentions if m.kind == "country" and m.code))
            if len(codes) == holders and tenure.rank < holders:
                return codes
        return []

    def _near_country(self, tenure: Tenure) -> str | None:
        """The side that signs in the same clause: عن الجانب الهندي, on behalf of Senegal."""
        reading, at = tenure.reading, tenure.person.start
        sentence = reading.text[self._sentence_start(tenure) : at]
        for marker in ("الجانب ", "جانب ", "عن "):
            place = sentence.rfind(marker)
            if place >= 0:
                for mention in find_countries(sentence[place:], reading.lang):
                    return mention.code
        if "جانبه" in sentence:
            codes = [
                m.code
                for m in reading.mentions
                if m.kind == "country" and m.start < at and m.start >= self._sentence_start(tenure)
            ]
            return codes[-1] if codes else None
        return None

    def _sentence_start(self, tenure: Tenure) -> int:
        match = tenure.reading.passage.match
        person = tenure.person.span
        for sentence in tenure.reading.passage.sentences:
            if sentence.start <= person.start < sentence.end:
                return match.locate(sentence.start)
        return 0

    def _country(self, cluster: Cluster) -> str | None:
        """Country of an organisation: a name or nationality inside or beside its mentions, a possessive, "of Y"."""
        for reading in self._readings:
            for mention in reading.mentions:
                if self._cluster_of.get(id(mention)) is cluster and (code := _country_beside(mention, reading)):
                    return code
        return None

    def _home(self) -> str | None:
        """The country whose press or capital the article speaks from: agency, dateline, the country most spoken of."""
        votes: Counter[str] = Counter()
        for reading in self._readings:
            votes.update(m.code for m in reading.mentions if m.kind == "country" and m.code)
            votes.update(a.code for a in reading.adjectives)
        codes = frozenset(votes)
        for name, code in _AGENCIES.items():
            if any(
                f"({name})" in r.text[:200].lower() or f"/{name}/" in r.text[:200].lower().replace(" ", "")
                for r in self._readings[:4]
            ):
                votes[code] += 6
        for reading in self._readings[:4]:
            for mention in reading.mentions[:2]:
                if mention.kind == "place" and mention.start < 12 and (country := place_key(mention.text, codes)[1]):
                    votes[country] += 4
        listed = [(votes[code], code) for code in votes if code in self._countries]
        return min(listed, key=lambda vote: (-vote[0], vote[1]))[1] if listed else None

    def spans(self, cluster: Cluster) -> list[Span]:
        """Mentions of a cluster as spans."""
        return [mention.span for mention in cluster.mentions]


def _country_beside(mention: Mention, reading: Reading) -> str | None:
    inside = find_countries(mention.text, mention.lang)
    if inside:
        return inside[-1].code
    for adjective in reading.adjectives:
        if adjective.start in (mention.end + 1, mention.end) or adjective.end + 1 == mention.start:
            return adjective.code
    for other in reading.mentions:
        if other.kind == "country":
            between = reading.text[other.end : mention.start] if other.end <= mention.start else ""
            after = reading.text[mention.end : other.start] if mention.end <= other.start else ""
            if between in ("'s ", "'s"):
                return other.code
            if after in (" of ", " of the ", " في ", " ب"):
                return other.code
    return None


def _domain(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a role that name its field: finance of Minister of Finance, الصناعة والثروة of نائب وزير الصناعة والثروة."""
    kept = list(words)
    if any(word in arabic.MINISTER_HEADS for word in kept):
        at = max(i for i, word in enumerate(kept) if word in arabic.MINISTER_HEADS)
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

"""What a person belongs to: the institution of the office, the side signed for, the ministry, the country."""

import regex

from pipeline.parties import arabic, english
from pipeline.parties.bodies import heads_ministry, names_field
from pipeline.parties.context import Context
from pipeline.parties.merge import Cluster
from pipeline.parties.names import generic_noun
from pipeline.parties.office import Office
from pipeline.parties.origins import Origin, is_of_office
from pipeline.parties.places import place_key
from pipeline.parties.roles import Tenure, institution_after, side_after
from pipeline.parties.units import Mention

# What stands before the side for which someone signs.
_SIDES = regex.compile(
    r"(?:(?<!\p{L})و?(?:عن|مثل|مثلت|يمثل) (?:الجانب |جانب )?|(?<!\p{L})و?من (?:الجانب |جانب )|\bon behalf of (?:the )?|\bon the "
    r"|\b[Tt]he (?=\p{Lu}\p{L}+ side\b)|\bfor (?:the )?)(?=\S)"
)
# What stands between a party and the person who stands for it: ويمثلها الوزير, "was represented by".
_REPRESENTED = regex.compile(
    r"(?:(?<!\p{L})و?[يت]?مثل(?:ها|ه|هما) |represented by (?:(?:Mr|Ms|Dr|Eng|H\.E)\.? )*| by )$"
)
_VISIT_AFTER = regex.compile(
    r"'s (?:\w+ ){0,2}(?:visit|tour|trip)\b"
    r"|(?: (?:has|had|will|also))? (?:came|comes|come|flew|travell?ed|visited|visits|visit|arrived|arrives|arrive|made (?:\w+ ){1,2}(?:trips?|visits?))\b"
)
_VISIT_BEFORE = regex.compile(r"(?:visit (?:of|by) (?:the )?|زيارة |يزور |visiting )$")
_CLAUSE = 60  # characters between the mark of a side and its signatory
_NEAR = 8  # characters between that mark and the side: عن حكومة is too far for عن الحكومة


class Affiliations:
    """Resolves the offices of one article to its parties."""

    def __init__(self, context: Context, origin: Origin, country_of: dict[int, str | None]) -> None:
        self._context = context
        self._origin = origin
        self._country_of = country_of
        self.appointed: dict[int, Cluster] = {}  # what persons belong to, as far as it is resolved

    def of(self, tenure: Tenure) -> Cluster | None:
        """The party that a person with this office belongs to; None where the article names none."""
        if tenure.institution:
            return self._context.cluster(tenure.institution)
        office = tenure.office
        if office is None or tenure.code:
            return self._country(tenure.code)
        named = self._named(office, tenure)
        code = office.code or (named.code if named and named.kind == "country" else None)
        if not named and not code:
            named, code = self._side(tenure, office)
        if office.minister and (named is None or named.kind == "country"):
            named = self._ministry(office, tenure, code, named if office.institutions else None) or named
        if named or code:
            return named or self._country(code)
        if office.of_state or (office.local and any(head in english.LOCAL_HEADS for head in office.heads)):
            return self._country(self._implied(tenure, office))
        if tenure.reading.text[office.start : office.end] in ("النائب", "النائبة"):  # a deputy of parliament
            return None
        loose = any(head in english.LOOSE_HEADS | arabic.LOOSE_HEADS for head in office.heads)
        return None if office.weak or office.local or office.unnamed or loose else self._owner(tenure, office)

    def _country(self, code: str | None) -> Cluster | None:
        return self._context.countries.get(code) if code else None

    def _named(self, office: Office, tenure: Tenure) -> Cluster | None:
        """The institution that the office itself names, by a mention, a generic noun or a pronoun."""
        if office.institutions:
            return self._context.cluster(office.institutions[min(tenure.rank, len(office.institutions) - 1)])
        if office.generic and (found := self._context.bearer(office.generic, tenure.reading, office.start)):
            return found
        if office.plural and office.own and (owners := self._owners(office, tenure)):
            return owners[tenure.rank]
        if office.deputy and (principal := self._principal(tenure, office)):
            return principal
        if office.own and any(head in english.OFFICES_OF_COUNTRIES for head in office.heads):
            return self._state_named(tenure, office)
        return self._owner(tenure, office) if office.own else None

    def _state_named(self, tenure: Tenure, office: Office) -> Cluster | None:
        """The country that "its transport minister" means: the one named last in the sentence, by itself or by its capital."""
        last = self._context.last_named(tenure.reading, office.start, "country", "place")
        if last is None:
            return None
        return self._country(last.code if last.kind == "country" else place_key(last.text, frozenset())[1])

    def _principal(self, tenure: Tenure, office: Office) -> Cluster | None:
        """What the person named before belongs to, whose deputy or bureau this is: نائبه, مدير مكتبه."""
        before = [m for m in tenure.reading.mentions if m.end <= office.start and m.kind == "person"]
        return self.appointed.get(id(self._context.cluster(before[-1]))) if before else None

    def _owners(self, office: Office, tenure: Tenure) -> list[Cluster]:
        """The organisations, as many as there are holders, named last before "their chief executives, A and B"."""
        start = self._context.sentence_start(tenure.reading, office.start)
        mentions = [m for m in tenure.reading.mentions if start <= m.start < office.start and m.kind == "organization"]
        named = [self._context.cluster(mention) for mention in mentions[-tenure.holders :]]
        return named if len(named) == tenure.holders else []

    def _side(self, tenure: Tenure, office: Office) -> tuple[Cluster | None, str | None]:
        """The side that the person signs for in the same clause, or its country's code where the article names it only by
        nationality: عن الجانب الهندي, عن المؤسسة, on behalf of Senegal, "President Kassym-Jomart Tokayev of Kazakhstan"."""
        reading, person = tenure.reading, tenure.person
        ends = (max(person.end, office.end), person.end)
        after = next((m for end in ends if (m := side_after(reading, end))), None) or institution_after(
            reading, person.end
        )
        if after:
            return self._context.cluster(after), after.code
        at = min(office.start, person.start)
        start = self._context.sentence_start(reading, person.start)
        if represented := _REPRESENTED.search(reading.text, start, at):
            before = [
                m
                for m in reading.mentions
                if m.end <= represented.start() + 1 and m.kind in ("country", "organization")
            ]
            if before and (before[-1].end >= represented.start() - 1 or represented[0] != " by "):
                return self._context.cluster(before[-1]), before[-1].code
        marks = [mark.end() for mark in _SIDES.finditer(reading.text, start, at)]
        return self._side_at(tenure, marks[-1]) if marks and at - marks[-1] <= _CLAUSE else (None, None)

    def _side_at(self, tenure: Tenure, at: int) -> tuple[Cluster | None, str | None]:
        """The side named right after the mark that ends at `at`."""
        reading = tenure.reading
        for mention in reading.mentions:
            if mention.kind in ("organization", "country") and at <= mention.start <= at + _NEAR:
                return self._context.cluster(mention), mention.code
        for adjective in reading.adjectives:
            if at <= adjective.start <= at + _NEAR:
                return None, adjective.code
        word = reading.text[at:].split(" ", 1)[0].strip("،,")
        if word in ("جانبها", "جانبه"):
            mention_before = self._context.last_named(reading, at, "country", "organization")
            return (self._context.cluster(mention_before) if mention_before else None), None
        noun = word.lower().removeprefix("ال")
        known = noun in arabic.INSTITUTIONS | english.INSTITUTIONS
        return (self._context.bearer(noun, reading, at) if known else None), None

    def _owner(self, tenure: Tenure, office: Office) -> Cluster | None:
        """Whom "its", the suffix of مديرها or an office without institution means: the generic noun or the organisation
        last named before it in the sentence, then in the passage, then the country last named in the sentence."""
        reading, at = tenure.reading, min(office.start, tenure.person.start)
        start = self._context.sentence_start(reading, at)
        before = [m for m in reading.mentions if m.end <= at and m.kind == "organization"]
        since = max(start, before[-1].end) if before else start
        for word in reversed(reading.text[since:at].split()):
            noun = generic_noun(word)
            if noun and (found := self._context.bearer(noun, reading, office.start)):
                return found
        nearest = before[-1] if before else self._context.last_named(reading, at, "country")
        if nearest:
            return self._context.cluster(nearest)
        if office.own:
            return self._context.last_organisation(reading)
        is_head = any(head in english.CORPORATE_HEADS | arabic.CORPORATE_HEADS for head in office.heads)
        return self._context.main_organisation(reading) if is_head else None

    def _ministry(self, office: Office, tenure: Tenure, code: str | None, told: Cluster | None) -> Cluster | None:
        """The listed ministry that a minister heads: of the country `told` with the office, else of the likeliest."""
        role = tenure.reading.text[office.start : office.end]
        fitting = [c for c in self._context.organisations if any(heads_ministry(role, m.text) for m in c.mentions)]
        section = self._origin.section_country(tenure.reading)
        likely = code or section or self._origin.home
        for cluster in fitting:
            country = self._country_of[id(cluster)]
            whole = told is None or any(names_field(role, mention.text) for mention in cluster.mentions)
            if country == likely or (country is None and whole):
                return cluster
        return fitting[0] if not (code or section) and len(fitting) == 1 else None

    def _implied(self, tenure: Tenure, office: Office) -> str | None:
        """The country of an office of state that names none: that of the section, a visitor's, else the article's own."""
        if office.plural and (codes := self._paired(tenure)):
            return codes[tenure.rank]
        if self._visits(tenure, office):
            return self._abroad(tenure)
        if opened := self._opening(tenure, office):
            return opened
        return self._origin.section_country(tenure.reading) or self._own(tenure)

    def _opening(self, tenure: Tenure, office: Office) -> str | None:
        """The country whose possessive opens the sentence: "Jamaica's signature was that of Foreign Minister Johnson Smith"."""
        text, start = tenure.reading.text, self._context.sentence_start(tenure.reading, office.start)
        named = [m for m in tenure.reading.mentions if start <= m.start < office.start and m.kind == "country"]
        only = len(named) == 1 and not text[start : named[0].start].strip(' "')
        return named[0].code if only and text.startswith("'s ", named[0].end) else None

    def _own(self, tenure: Tenure) -> str | None:
        """The article's own country, unless the sentence gives it as the nationality of another official: one is told the
        country of the other side only (رئيس مجلس الوزراء محمد السوداني ورئيس الوزراء البريطاني كير ستارمر in London)."""
        reading = tenure.reading
        start, end = self._context.sentence(reading, tenure.person.start)
        told = [a for a in reading.adjectives if start <= a.start < end and reading.free(a.start, a.end)]
        foreign = {adjective.code for adjective in told if is_of_office(adjective, reading)}
        spoken_of = [code for code in self._origin.spoken_of if code in self._context.countries]
        return next((code for code in [self._origin.home, *spoken_of] if code and code not in foreign), None)

    def _paired(self, tenure: Tenure) -> list[str]:
        """Countries in order for a shared plural office: those of the sentence, of the passage, of the nearest heading, of the headline, else
        of the nearest passage before with as many."""
        start, end = self._context.sentence(tenure.reading, tenure.person.start)
        told = [m for m in tenure.reading.mentions if start <= m.start < end and m.kind in ("country", "place")]
        near = list(dict.fromkeys(code for m in told if (code := self._country_code(m))))
        if len(near) == tenure.holders:  # from Komotini in Greece to Stara Zagora, by the prime ministers of both
            return near
        readings = self._context.readings
        before = readings[readings.index(tenure.reading) :: -1]
        for reading in sorted(
            before, key=lambda r: (r is not tenure.reading, r.passage.role not in ("heading", "title"))
        ):
            codes = list(dict.fromkeys(m.code for m in reading.mentions if m.kind == "country" and m.code))
            if len(codes) == tenure.holders:
                return codes
        return []

    def _visits(self, tenure: Tenure, office: Office) -> bool:
        """Whether the person comes from abroad: "President Vladimir Putin's visit", زيارة الرئيس."""
        text = tenure.reading.text
        before = text[max(0, office.start - 24) : office.start]
        return bool(_VISIT_AFTER.match(text, tenure.person.end) or _VISIT_BEFORE.search(before))

    def _abroad(self, tenure: Tenure) -> str | None:
        """The article's own country where another is visited, else the one most spoken of beside it and the one visited."""
        end = tenure.person.end
        near = [m for m in tenure.reading.mentions if m.kind in ("country", "place") and 0 < m.start - end < _CLAUSE]
        visited = [self._country_code(mention) for mention in near[:1]]
        codes = [code for code in self._origin.spoken_of if code in self._context.countries]
        if visited and visited[0] and self._origin.home in codes and self._origin.home not in visited:
            return self._origin.home
        return next((code for code in codes if code != self._origin.home and code not in visited), None)

    def _country_code(self, mention: Mention) -> str | None:
        """The country that a mention of a country or place means."""
        return (
            mention.code
            if mention.kind == "country"
            else place_key(mention.text, frozenset(self._context.countries))[1]
        )

"""Places and parties of an article: persons with role and affiliation, organisations, countries."""

from pipeline.document import Document
from pipeline.findings import Entity, PartyFinding, PlaceFinding
from pipeline.parties.affiliations import Affiliations
from pipeline.parties.aliases import add_occurrences, add_parentheses
from pipeline.parties.context import Context
from pipeline.parties.mentions import read_mentions
from pipeline.parties.merge import Cluster, merge_mentions, to_findings
from pipeline.parties.names import name_words
from pipeline.parties.origins import country_of, read_origin
from pipeline.parties.roles import Tenure, find_tenures
from pipeline.parties.units import Reading


def find_parties(document: Document, entities: list[Entity]) -> tuple[list[PlaceFinding], list[PartyFinding]]:
    """Places and parties, in the order of their first mentions. Mentions of one are merged, also across languages."""
    readings = read_mentions(document, entities)
    add_parentheses(readings)
    clusters = merge_mentions(readings)
    add_occurrences(readings, clusters)
    places, parties = to_findings(clusters, document.text)
    _add_offices(document, readings, clusters)
    return places, parties


def _add_offices(document: Document, readings: list[Reading], clusters: list[Cluster]) -> None:
    """Gives organisations their country and persons their role and affiliation."""
    context = Context(document, readings, clusters)
    countries = {id(cluster): country_of(cluster, context) for cluster in context.organisations}
    for cluster in context.organisations:
        if cluster.party and not cluster.code:  # a bloc has no country
            cluster.party.country = countries[id(cluster)]
    affiliations = Affiliations(context, read_origin(context), countries)
    tenures: dict[int, list[Tenure]] = {}
    first_nouns = _first_nouns(context.organisations)
    for reading in readings:
        for tenure in find_tenures(reading, first_nouns):
            tenures.setdefault(id(context.cluster(tenure.person)), []).append(tenure)
    for cluster in clusters:
        if cluster.kind == "person" and id(cluster) in tenures:
            _appoint(cluster, tenures[id(cluster)], affiliations)


def _first_nouns(organisations: list[Cluster]) -> frozenset[str]:
    """First words of the organisations' names, with and without the Arabic article."""
    nouns = {word for cluster in organisations for mention in cluster.mentions for word in name_words(mention.text)[:1]}
    return frozenset(nouns | {noun.removeprefix("ال") for noun in nouns})


def _appoint(cluster: Cluster, tenures: list[Tenure], affiliations: Affiliations) -> None:
    """Gives a person the fullest of the offices that stand by the name, and what it belongs to."""
    person = cluster.party
    assert person
    best = max(tenures, key=lambda t: (t.office is not None, _weight(t), -t.person.span.start))
    if best.office:
        person.role = best.reading.passage.match.span(best.office.start, best.office.end)
    ranked = [best, *(tenure for tenure in tenures if tenure is not best)]
    institution = next((found for tenure in ranked if (found := affiliations.of(tenure))), None)
    if institution and institution.party:
        affiliations.appointed[id(cluster)] = institution
        person.affiliation = institution.party
        person.country = institution.party.country


def _weight(tenure: Tenure) -> int:
    """Words of the role; an institution named with it counts as one."""
    if not tenure.office:
        return 0
    return len(tenure.reading.text[tenure.office.start : tenure.office.end].split()) + bool(tenure.office.institutions)

"""What stands where in one article: clusters by mention, countries by code, sentences."""

from bisect import bisect_left

from pipeline.document import Document
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic
from pipeline.parties.merge import Cluster
from pipeline.parties.objections import ends_like_company
from pipeline.parties.units import Kind, Mention, Reading

_COMPANY_NOUNS = frozenset({"company", "firm", "airline", "group"})
_REMEMBERED = 500  # mentions of organisations that a reader of a very long text keeps in mind
_PROTAGONIST = 3  # mentions that make an organisation the one an article is about


class Context:
    """The readings and clusters of one article, and the questions that affiliations ask of them."""

    def __init__(self, document: Document, readings: list[Reading], clusters: list[Cluster]) -> None:
        self.document = document
        self.readings = readings
        self.countries = {cluster.code: cluster for cluster in clusters if cluster.kind == "country" and cluster.code}
        self.organisations = [cluster for cluster in clusters if cluster.kind == "organization"]
        self._cluster_of = {id(mention): cluster for cluster in clusters for mention in cluster.mentions}
        self._named = sorted(
            ((m.span.start, c) for c in self.organisations for m in c.mentions), key=lambda named: named[0]
        )
        self._starts = [start for start, _ in self._named]
        self._bearers: dict[str, list[tuple[int, Cluster]]] = {}
        self._reading_of = {id(mention): reading for reading in readings for mention in reading.mentions}

    def cluster(self, mention: Mention) -> Cluster:
        """The cluster that a mention is part of."""
        return self._cluster_of[id(mention)]

    def reading(self, mention: Mention) -> Reading:
        """The passage that a mention stands in."""
        return self._reading_of[id(mention)]

    def sentence(self, reading: Reading, at: int) -> tuple[int, int]:
        """Characters of a passage that the sentence with character `at` takes."""
        match = reading.passage.match
        position = match.offsets[min(at, len(match.offsets) - 1)]
        for sentence in reading.passage.sentences:
            if sentence.start <= position < sentence.end:
                return match.locate(sentence.start), match.locate(sentence.end)
        return 0, len(reading.text)

    def sentence_start(self, reading: Reading, at: int) -> int:
        """Where the sentence starts that holds character `at` of a passage."""
        return self.sentence(reading, at)[0]

    def _before(self, reading: Reading) -> list[tuple[int, Cluster]]:
        """The mentions of organisations before a passage, the last of them where there are very many."""
        stop = bisect_left(self._starts, reading.passage.span.start)
        return self._named[max(0, stop - _REMEMBERED) : stop]

    def main_organisation(self, reading: Reading) -> Cluster | None:
        """The organisation most spoken of up to a passage, the last named of several."""
        counts: dict[int, int] = {}
        best = None
        for _, cluster in self._before(reading):
            counts[id(cluster)] = counts.get(id(cluster), 0) + 1
            if best is None or counts[id(cluster)] >= counts[id(best)]:
                best = cluster
        return best

    def last_organisation(self, reading: Reading) -> Cluster | None:
        """The organisation named last before a passage, or the one that the article is about."""
        before = self._before(reading)
        main = self.main_organisation(reading)
        if main and sum(cluster is main for _, cluster in before) >= _PROTAGONIST:
            return main
        return before[-1][1] if before else None

    def last_named(self, reading: Reading, at: int, *kinds: Kind) -> Mention | None:
        """The mention of these kinds that stands last before `at` in the sentence."""
        start = self.sentence_start(reading, at)
        named = [m for m in reading.mentions if start <= m.start and m.end <= at and m.kind in kinds]
        return named[-1] if named else None

    def bearer(self, noun: str, reading: Reading, at: int) -> Cluster | None:
        """The organisation that "the Authority" or الشركة stands for at `at`: the last one named before with that noun,
        else the next in the passage."""
        position = reading.passage.match.span(at, at + 1).start
        if noun not in self._bearers:
            self._bearers[noun] = [
                (m.span.start, c) for c in self.organisations for m in c.mentions if self._bears(noun, m)
            ]
            self._bearers[noun].sort(key=lambda bearer: bearer[0])
        bearers = self._bearers[noun]
        place = bisect_left(bearers, position, key=lambda bearer: bearer[0])
        if place:
            return bearers[place - 1][1]
        if noun in _COMPANY_NOUNS and not bearers:
            return self._company(position)
        return bearers[0][1] if bearers and bearers[0][0] < reading.passage.span.end else None

    def _company(self, position: int) -> Cluster | None:
        """The organisation named last before a place that ends like a company: "the company" after MSM Cement Ltd."""
        before = self._named[
            max(0, bisect_left(self._starts, position) - _REMEMBERED) : bisect_left(self._starts, position)
        ]
        return next((c for _, c in reversed(before) if any(ends_like_company(m.text) for m in c.mentions)), None)

    def _bears(self, noun: str, mention: Mention) -> bool:
        """Whether a name is one of the generic noun's: الهيئة العامة is a هيئة, Border Ports Authority an authority; so is
        the name in quotes after the noun, مجموعة "تشجيانغ"."""
        words = mention.text.lower().replace('"', "").split()
        if noun in words or (bool(words) and words[0].removeprefix("ال") == noun):
            return True
        before = self.reading(mention).text[: mention.start].rstrip(' "').split(" ")[-1]
        return noun in arabic.INSTITUTIONS and any(form == noun for _, form in unprefixed(before))

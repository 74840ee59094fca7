"""What stands where in one article: clusters by mention, countries by code, sentences."""

from pipeline.document import Document
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic
from pipeline.parties.merge import Cluster
from pipeline.parties.units import Kind, Mention, Reading

_PROTAGONIST = 3  # mentions that make an organisation the one an article is about


class Context:
    """The readings and clusters of one article, and the questions that affiliations ask of them."""

    def __init__(self, document: Document, readings: list[Reading], clusters: list[Cluster]) -> None:
        self.document = document
        self.readings = readings
        self.countries = {cluster.code: cluster for cluster in clusters if cluster.kind == "country" and cluster.code}
        self.organisations = [cluster for cluster in clusters if cluster.kind == "organization"]
        self._cluster_of = {id(mention): cluster for cluster in clusters for mention in cluster.mentions}
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

    def main_organisation(self, reading: Reading) -> Cluster | None:
        """The organisation most spoken of up to a passage, the last named of several."""
        start = reading.passage.span.start
        before = {id(c): [m.span.start for m in c.mentions if m.span.start < start] for c in self.organisations}
        named = [c for c in self.organisations if before[id(c)]]
        return max(named, key=lambda c: (len(before[id(c)]), before[id(c)][-1]), default=None)

    def last_organisation(self, reading: Reading) -> Mention | None:
        """The mention of an organisation that stands last before a passage, or of the one that the article is about."""
        start = reading.passage.span.start
        before = [m for c in self.organisations for m in c.mentions if m.span.start < start]
        main = self.main_organisation(reading)
        if main and sum(m.span.start < start for m in main.mentions) >= _PROTAGONIST:
            return main.mentions[0]
        return max(before, key=lambda mention: mention.span.start, default=None)

    def last_named(self, reading: Reading, at: int, *kinds: Kind) -> Mention | None:
        """The mention of these kinds that stands last before `at` in the sentence."""
        start = self.sentence_start(reading, at)
        named = [m for m in reading.mentions if start <= m.start and m.end <= at and m.kind in kinds]
        return named[-1] if named else None

    def bearer(self, noun: str, reading: Reading, at: int) -> Cluster | None:
        """The organisation that "the Authority" or الشركة stands for at `at`: the last one named before with that noun,
        else the next in the passage."""
        position = reading.passage.match.span(at, at + 1).start
        bearers = [(m.span.start, c) for c in self.organisations for m in c.mentions if self._bears(noun, m)]
        bearers.sort(key=lambda bearer: bearer[0])
        before = [cluster for start, cluster in bearers if start < position]
        after = [cluster for start, cluster in bearers if start >= position and start < reading.passage.span.end]
        return before[-1] if before else after[0] if after else None

    def _bears(self, noun: str, mention: Mention) -> bool:
        """Whether a name is one of the generic noun's: الهيئة العامة is a هيئة, Border Ports Authority an authority; so is
        the name in quotes after the noun, مجموعة "تشجيانغ"."""
        words = mention.text.lower().replace('"', "").split()
        if noun in words or (bool(words) and words[0].removeprefix("ال") == noun):
            return True
        before = self.reading(mention).text[: mention.start].rstrip(' "').split(" ")[-1]
        return noun in arabic.INSTITUTIONS and any(form == noun for _, form in unprefixed(before))

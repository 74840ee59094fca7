"""Mentions of one party or place become one finding."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pipeline.countries import bloc_name, country_name
from pipeline.findings import Lang, PartyFinding, PlaceFinding
from pipeline.parties.bodies import body_key, body_name, ministry_fields
from pipeline.parties.names import (
    initials,
    is_arabic,
    is_generic,
    is_short_organisation,
    is_short_person,
    name_words,
    organisation_words,
    person_words,
    sounds_alike,
    spelling_key,
    stem,
)
from pipeline.parties.places import place_key
from pipeline.parties.units import Kind, Mention, Reading


@dataclass(eq=False)
class Cluster:
    """The mentions of one party or place, and the finding they become."""

    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    code: str | None = None
    body: str | None = None
    party: PartyFinding | None = None
    forms: dict[tuple[str, Lang], Mention] = field(default_factory=dict)
    number: int = 0

    @property
    def fullest(self) -> Mention:
        """The longest mention in words, the first of them, one in the body rather than an acronym."""
        by_letters = self.kind != "person"  # Mohammed is no fuller than Mohamed
        return max(
            self.mentions,
            key=lambda m: (
                len(m.text.split()),
                len(m.text) * by_letters,
                not m.contracted,
                not m.text.isupper(),  # Yinchuan, not the YINCHUAN of the dateline
                -m.span.start,
            ),
        )

    @property
    def langs(self) -> set[Lang]:
        """Languages in which it is mentioned."""
        return {mention.lang for mention in self.mentions}


def merge_mentions(readings: list[Reading]) -> list[Cluster]:
    """The clusters of all mentions, in the order of their first mentions."""
    mentions = sorted((m for reading in readings for m in reading.mentions), key=lambda m: m.span)
    clusters = [
        *_countries(mentions),
        *_organisations([m for m in mentions if m.kind == "organization"]),
        *_persons([m for m in mentions if m.kind == "person"]),
        *_places(mentions),
    ]
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].span)


def _grouped(mentions: Iterable[tuple[str, Mention]], kind: Kind) -> dict[str, Cluster]:
    clusters: dict[str, Cluster] = {}
    for key, mention in mentions:
        clusters.setdefault(key, Cluster(kind)).mentions.append(mention)
    return clusters


def _countries(mentions: list[Mention]) -> list[Cluster]:
    clusters = _grouped(((m.code or m.text, m) for m in mentions if m.kind == "country"), "country")
    for code, cluster in clusters.items():
        cluster.code = code
    return list(clusters.values())


def _places(mentions: list[Mention]) -> list[Cluster]:
    codes = frozenset(m.code for m in mentions if m.kind == "country" and m.code)
    keyed = [(place_key(m.text, codes), m) for m in mentions if m.kind == "place"]
    clusters = _grouped(((key, m) for (key, _), m in keyed), "place")
    for (key, country), _ in keyed:
        clusters[key].code = country
    return list(clusters.values())


class _Register:
    """Clusters by what identifies them, and by words that their short forms share with them: linear in the mentions."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.clusters: list[Cluster] = []
        self._exact: dict[object, Cluster] = {}
        self._sharing: dict[str, dict[int, Cluster]] = {}

    def known(self, keys: Iterable[object]) -> Cluster | None:
        """The cluster that has one of the keys."""
        return next((self._exact[key] for key in keys if key in self._exact), None)

    def sharing(self, words: Iterable[str]) -> list[Cluster]:
        """The clusters with one of the words, in the order of their making."""
        found: dict[int, Cluster] = {}
        for word in words:
            found.update(self._sharing.get(word, {}))
        return [found[number] for number in sorted(found)]

    def enter(self, mention: Mention, home: Cluster | None, keys: Iterable[object], words: Iterable[str]) -> Cluster:
        """Adds a mention to its cluster, or to a new one, under its keys and words."""
        if home is None:
            home = Cluster(self.kind)
            home.number = len(self.clusters)
            self.clusters.append(home)
        home.mentions.append(mention)
        for key in keys:
            self._exact.setdefault(key, home)
        if (mention.text, mention.lang) not in home.forms:
            home.forms[mention.text, mention.lang] = mention
            for word in words:
                self._sharing.setdefault(word, {})[home.number] = home
        return home

    def enter_key(self, key: object, home: Cluster) -> None:
        """One more key of a cluster."""
        self._exact.setdefault(key, home)

    def sorted(self) -> list[Cluster]:
        """All clusters, the mentions of each in the order of the text."""
        for cluster in self.clusters:
            cluster.mentions.sort(key=lambda m: m.span)
        return self.clusters


def _organisations(mentions: list[Mention]) -> list[Cluster]:
    register = _Register("organization")
    for mention in sorted(mentions, key=_long_forms_first):
        words = organisation_words(mention.text, mention.lang)
        body = None if mention.code else body_key(mention.text, mention.lang)
        keys: list[object] = [("words", words), ("mention", id(mention))]
        keys += [("code", mention.code)] if mention.code else []
        keys += [("body", body)] if body else []
        aliased = [("mention", id(mention.alias_of))] if mention.alias_of else []
        home = register.known([*aliased, *keys])
        if home is None and not body:  # ADNOC is no short form of ADNOC Drilling
            home = _only_long_form(mention, register)
        is_new = home is None
        home = register.enter(mention, home, keys[:2] if not is_new else keys, _ends(words, mention))
        home.code = home.code or mention.code
        if is_new:
            home.body = body  # of the name that came first: an acronym does not tell, PIF may be Palestine's
        if home.code:
            register.enter_key(("code", home.code), home)
    return _joined_across_languages(register.sorted())


def _only_long_form(mention: Mention, register: _Register) -> Cluster | None:
    """The one cluster whose name a mention shortens; None where there are several."""
    near = register.sharing(_ends(organisation_words(mention.text, mention.lang), mention))
    fitting = [c for c in near if any(_shortens(mention, form) for form in c.forms.values())]
    return fitting[0] if len(fitting) == 1 else None


def _ends(words: tuple[str, ...], mention: Mention) -> list[str]:
    """First and last word of a name, and its initials: what its short forms begin or end with, or consist of."""
    ends = [stem(words[0]), stem(words[-1])] if mention.lang == "ar" else [words[0], words[-1]]
    short = mention.text if mention.text.isupper() and mention.text.isascii() else initials(mention.text)
    return [*ends, f"({short})"]


def _long_forms_first(mention: Mention) -> tuple[int, bool, tuple[int, int]]:
    """Order of merging: long names before their short forms, an alias right after the name that introduces it."""
    name = mention.alias_of or mention
    return -len(organisation_words(name.text, name.lang)), mention.alias_of is not None, mention.span


def _shortens(short: Mention, full: Mention) -> bool:
    if short.lang == full.lang and is_short_organisation(short.text, full.text, short.lang):
        return True
    return short.text.isupper() and short.text.isascii() and len(short.text) > 2 and initials(full.text) == short.text


def _joined_across_languages(clusters: list[Cluster]) -> list[Cluster]:
    """Joins an organisation of one language with the only one of the other that sounds like it (Hyundai, هيونداي)."""
    return _joined(clusters, lambda a, b: any(_same_sound(x, y) for x in a.forms.values() for y in b.forms.values()))


def _same_sound(x: Mention, y: Mention) -> bool:
    if x.lang == y.lang:
        return False
    latin, arab = (x, y) if x.lang == "en" else (y, x)
    if fields := ministry_fields(latin.text):
        return fields == ministry_fields(arab.text)
    words = organisation_words(latin.text, "en"), organisation_words(arab.text, "ar")
    if is_generic(words[0]) or is_generic(words[1]) or len(words[0]) != len(words[1]):
        return False
    return sounds_alike(" ".join(words[0]), " ".join(words[1]))


def _joined(clusters: list[Cluster], alike: Callable[[Cluster, Cluster], bool]) -> list[Cluster]:
    """Joins the clusters of one language with those of the other that are alike, in articles of common length."""
    if len({lang for cluster in clusters for lang in cluster.langs}) < 2 or len(clusters) > _COMPARED:
        return clusters
    kept: list[Cluster] = []
    for cluster in clusters:
        partners = [k for k in kept if not (k.langs & cluster.langs) and alike(k, cluster)]
        if len(partners) == 1:
            partners[0].mentions = sorted(partners[0].mentions + cluster.mentions, key=lambda m: m.span)
            partners[0].forms.update(cluster.forms)
            partners[0].code = partners[0].code or cluster.code
        else:
            kept.append(cluster)
    return kept


_COMPARED = 400  # clusters that are compared across languages, each with each


def _persons(mentions: list[Mention]) -> list[Cluster]:
    register = _Register("person")
    for mention in sorted(mentions, key=lambda m: (-len(person_words(m.text)), m.span)):
        words = person_words(mention.text)
        spelling = [spelling_key(word) for word in words]
        # A full name is one in all its spellings, a single word only as it stands.
        keys: list[object] = [("full", *spelling)] if len(words) > 1 else [("word", *words)]
        home = register.known(keys) or _home_of_short(mention, register.sharing(spelling[:1]))
        register.enter(mention, home, keys, spelling)
    clusters = register.sorted()
    return _joined(
        clusters, lambda a, b: any(_same_person_sound(x, y) for x in a.forms.values() for y in b.forms.values())
    )


def _home_of_short(mention: Mention, near: list[Cluster]) -> Cluster | None:
    """The person whose name a mention shortens; of several the likeliest."""
    fitting = [c for c in near if any(is_short_person(mention.text, form.text) for form in c.forms.values())]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return min(fitting, key=lambda c: _distance_before(c, mention))


def _distance_before(cluster: Cluster, mention: Mention) -> tuple[int, int]:
    """Last-named first: a surname that two persons bear means the one whose name ends with it, then the last one named."""
    family = person_words(cluster.fullest.text)[-1] == person_words(mention.text)[-1]
    gaps = [mention.span.start - m.span.start for m in cluster.mentions]
    return (0 if family else 1, min((gap for gap in gaps if gap > 0), default=1_000_000))


def _same_person_sound(x: Mention, y: Mention) -> bool:
    if x.lang == y.lang or min(len(person_words(x.text)), len(person_words(y.text))) < 2:
        return False
    latin, arab = (x, y) if x.lang == "en" else (y, x)
    return sounds_alike(latin.text, arab.text)


def to_findings(clusters: list[Cluster], text: str) -> tuple[list[PlaceFinding], list[PartyFinding]]:
    """Places and parties, by first mention, named as `text` writes them; each cluster keeps the party it became."""
    places, parties = list[PlaceFinding](), list[PartyFinding]()
    for cluster in clusters:
        fullest = cluster.fullest
        spans = sorted({mention.span for mention in cluster.mentions})
        name = _quoted(fullest, text)
        if cluster.kind == "place":
            places.append(PlaceFinding(name, spans, fullest.rule, cluster.code))
            continue
        cluster.party = PartyFinding(name, cluster.kind, spans, fullest.rule, _names(cluster, text))
        if cluster.kind == "country":
            cluster.party.country = cluster.code
        parties.append(cluster.party)
    return places, parties


def _quoted(mention: Mention, text: str) -> str:
    """The name as the article writes it; with its article where the mention starts inside للشركة."""
    quote = text[mention.span.start : mention.span.end]
    return "ا" + quote if mention.contracted else quote


def _names(cluster: Cluster, text: str) -> dict[str, str]:
    names: dict[str, str] = {}
    langs: tuple[Lang, ...] = ("en", "ar")
    for lang in langs:
        own = [m for m in cluster.mentions if m.lang == lang and (lang == "ar") == is_arabic(m.text)]
        if own:
            names[lang] = _quoted(
                max(own, key=lambda m: (len(name_words(m.text)), len(m.text), not m.text.isupper(), -m.span.start)),
                text,
            )
        elif cluster.code and cluster.kind == "country":
            names[lang] = country_name(cluster.code, lang)
        elif cluster.code and cluster.kind == "organization":
            names[lang] = bloc_name(cluster.code, lang)
        elif cluster.body:
            names[lang] = body_name(cluster.body, lang)
    return names

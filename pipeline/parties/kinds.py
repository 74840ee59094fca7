"""What kind of party or place a name is, where the NER is undecided or the words around leave no doubt."""

from collections import Counter

from pipeline.document import Document
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.bodies import body_key
from pipeline.parties.names import name_words
from pipeline.parties.objections import ends_like_company, follows_representation
from pipeline.parties.places import city_candidates, is_known, is_region
from pipeline.parties.units import Kind, Mention, Reading
from pipeline.text import fold

_AMMAN = "عمان"


def settle_amman(document: Document, readings: list[Reading]) -> None:
    """Decides for each bare عمان whether it is Oman or Jordan's capital: by its vowels, else by what else is spoken of."""
    codes = {m.code for r in readings for m in r.mentions if m.kind == "country" and m.text != _AMMAN}
    codes |= {a.code for reading in readings for a in reading.adjectives}
    oman = "OM" in codes or "JO" not in codes
    for reading in readings:
        for mention in reading.mentions:
            if mention.text == _AMMAN and mention.kind in ("country", "place"):
                vowelled = document.text[mention.span.start : mention.span.end]
                is_oman = vowelled.startswith("عُ") or ("مّ" not in vowelled and oman)
                mention.kind, mention.code = ("country", "OM") if is_oman else ("place", None)


def settle_kinds(readings: list[Reading]) -> None:
    """One kind for all mentions with the same words: what the words around or a gazetteer tell, else what most are."""
    votes: dict[str, Counter[Kind]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind != "country" and not mention.code:
                votes.setdefault(fold(mention.text), Counter())[mention.kind] += 1
    companies = _companies(readings)
    surnames = {m.text.split()[-1] for r in readings for m in r.mentions if m.kind == "person" and " " in m.text}
    settled = {name: _kind(name, kinds, companies) for name, kinds in votes.items()}
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind != "country" and not mention.code:
                spoken = mention.text in surnames and _speaks(mention, reading)
                mention.kind = "person" if spoken else settled[fold(mention.text)]


def _speaks(mention: Mention, reading: Reading) -> bool:
    """Whether a person's surname that is a city's name as well stands for the person: وأشار تبوك, "Aden said"."""
    before = reading.text[max(0, mention.start - 14) : mention.start].split()
    after = reading.text[mention.end : mention.end + 10].split()
    return bool(before and before[-1].removeprefix("و") in arabic.SPEECH) or bool(after and after[0] in english.SPEECH)


def _kind(name: str, votes: Counter[Kind], companies: set[str]) -> Kind:
    if is_region(name):
        return "place"
    if name in companies:
        return "organization"
    best = max(votes.values())
    leading = [kind for kind in votes if votes[kind] == best]
    if leading == ["organization"] and _is_great_city(name):  # "Quito signed similar agreements": a capital is a place
        return "place"
    if leading == ["person"] and _is_body(name):
        return "organization"
    if "place" in leading and (len(leading) == 1 or city_candidates(name)):
        return "place"
    return next(kind for kind in ("organization", "person", "place") if kind in leading)


def _is_great_city(name: str) -> bool:
    return " " not in name and bool(city_candidates(name)) and is_known(name)


def _is_body(name: str) -> bool:
    """Whether a name that the NER takes for a person's begins or ends as a body's does: شبكة رووداو, وود جروب."""
    words = name.split()
    return len(words) > 1 and (words[0] in arabic.INSTITUTIONS or words[-1] in arabic.COMPANY_LAST_WORDS)


def _companies(readings: list[Reading]) -> set[str]:
    """Names that the words around show to be organisations, or that begin the name of one: Lanxing, Lanxing Robotics."""
    mentions = [(mention, reading) for reading in readings for mention in reading.mentions if mention.kind != "country"]
    parts = {word for m, _ in mentions if m.kind == "person" and " " in m.text for word in m.text.split()}
    longer = {name_words(m.text)[:1] for m, _ in mentions if m.kind == "organization" and " " in m.text}
    found = set[str]()
    for mention, reading in mentions:
        name = fold(mention.text)
        if mention.kind == "organization" or is_known(mention.text):
            continue
        single = " " not in mention.text and mention.text not in parts
        shortens = single and mention.lang == "en" and name_words(mention.text) in longer
        known = (single or mention.lang == "en") and " " not in mention.text and mention.text.isascii()
        if shortens or (known and body_key(mention.text, mention.lang)) or _is_company(mention, reading, single):
            found.add(name)
    return found


def _is_company(mention: Mention, reading: Reading, single: bool) -> bool:
    """ "Malaysia's Bernama", "the developer Alef", شركة فالي: companies, whatever the NER says."""
    before = reading.text[max(0, mention.start - 40) : mention.start]
    words = before.replace('"', "").split()
    owned = any(m.kind == "country" and reading.text[m.end : mention.start] == "'s " for m in reading.mentions)
    if owned and (single or mention.kind == "place"):
        return True
    if follows_representation(mention, reading) or (mention.lang == "en" and ends_like_company(mention.text)):
        return True
    if before.endswith(("parent company, ", "subsidiary, ")):
        return True
    if not words or not before.endswith((" ", ' "')):
        return False
    return words[-1] in english.COMPANY_NOUNS_BEFORE or any(w in arabic.COMPANY_NOUNS for _, w in unprefixed(words[-1]))

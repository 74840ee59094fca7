"""Short forms: acronyms in parentheses after a name, and further occurrences of names that were recognised once."""

from collections.abc import Iterable, Iterator

import regex

from pipeline.gazetteers.phrases import tokenise, unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.merge import Cluster
from pipeline.parties.names import is_generic, name_words
from pipeline.parties.units import Mention, Reading

_PARENTHESIS = regex.compile(
    r" ?[\"']? ?\(\"?(?P<form>[^()\"]{2,40})\"?\)|(?<=[\u0621-\u064a]) \"(?P<form>[\u0621-\u064a]{3,14})\""
)
_ACRONYM = regex.compile(r"(?:the )?(\p{Lu}[\p{L}&+.\-]{1,14}(?: \p{Lu}[\p{L}&]{1,12})?)")
_LATIN = regex.compile(r"([A-Za-z][A-Za-z&+.\-]{1,14}(?: [A-Z][A-Za-z&]{1,12})?)")
_ARABIC_FORM = regex.compile(r"[ء-ي]{3,}(?: [ء-ي]{2,}){0,2}")


def add_parentheses(readings: list[Reading]) -> None:
    """Ties what stands in parentheses after an organisation to it: its acronym (KASA) or its trade name (كاسا)."""
    for reading in readings:
        for mention in [m for m in reading.mentions if m.kind == "organization"]:
            match = _PARENTHESIS.match(reading.text, mention.end)
            if match:
                _tie(reading, mention, match)
        reading.mentions.sort(key=lambda m: m.start)


def _tie(reading: Reading, mention: Mention, match: "regex.Match[str]") -> None:
    start, end = match.span("form")
    inside = [m for m in reading.mentions if m.start < end and start < m.end]
    form = (_ACRONYM if reading.lang == "en" else _LATIN).fullmatch(match["form"])
    if form:
        start, end = match.start("form") + form.start(1), match.start("form") + form.end(1)
    elif not _ARABIC_FORM.fullmatch(match["form"]):
        return
    if any(m.kind in ("country", "person") or m.code for m in inside) or any(
        a.start == start for a in reading.adjectives
    ):
        return
    for other in inside:
        reading.mentions.remove(other)
    alias = reading.add("organization", start, end, "parties.parenthesis")
    alias.alias_of = mention


def add_occurrences(readings: list[Reading], clusters: list[Cluster]) -> None:
    """Adds the places where a party or place is named again and the NER saw nothing."""
    forms: dict[str, tuple[Cluster, str]] = {}
    for cluster in clusters:
        for form, rule in _forms(cluster):
            if form in forms and forms[form][0] is not cluster:
                forms[form] = (forms[form][0], "")  # two bearers: leave it to the NER
            else:
                forms.setdefault(form, (cluster, rule))
    sure = {form: found for form, found in forms.items() if found[1]}
    if not sure:
        return
    starting = _by_first_word(sure)
    for reading in readings:
        for start, form in _occurrences(reading, starting):
            cluster, rule = sure[form]
            end = start + len(form)
            if reading.free(start, end) and _is_spoken_of(reading.text, start, end, rule):
                cluster.mentions.append(reading.add(cluster.kind, start, end, rule, None))
        reading.mentions.sort(key=lambda m: m.start)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.span)


def _by_first_word(forms: Iterable[str]) -> dict[str, list[str]]:
    """The forms by their first word, longest first."""
    starting: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        words = tokenise(form)
        if words and words[0].start == 0:
            starting.setdefault(words[0].text, []).append(form)
    return starting


def _occurrences(reading: Reading, starting: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Where forms stand as whole words, Arabic proclitics aside."""
    text = reading.text
    for token in tokenise(text):
        for skip, word in unprefixed(token.text):
            start = token.start + skip
            for form in starting.get(word, ()) if text.startswith(word, start) else ():
                if text.startswith(form, start) and not _GOES_ON.match(text, start + len(form)):
                    yield start, form
                    break


_GOES_ON = regex.compile(r"[\p{L}\p{N}]|-\p{L}")


def _forms(cluster: Cluster) -> Iterator[tuple[str, str]]:
    for mention in cluster.mentions:
        if cluster.kind == "country":
            continue
        yield mention.text, "parties.repeated"
        if cluster.kind == "organization" and mention.lang == "ar":
            yield from ((form, "parties.short") for form in _trade_name(mention.text))
            yield from ((form, "parties.quoted") for form in _field(mention.text))
        if cluster.kind == "person":
            yield from ((form, "parties.surname") for form in _surname(mention))


def _trade_name(name: str) -> Iterator[str]:
    """The name of a company in quotes or after its generic noun: شركة "انكا" gives انكا."""
    quoted = regex.search(r'"([^"]{3,})"', name)
    words = name.split()
    if quoted:
        yield quoted[1]
    elif len(words) > 1 and words[0] in arabic.COMPANY_HEADS and len(words[1]) > 3 and not words[1].startswith("ال"):
        rest = " ".join(words[1:])
        if not is_generic(name_words(rest)):
            yield rest


def _field(name: str) -> Iterator[str]:
    """What headlines quote of a body's name, its field: "التدريب المهني" of مؤسسة التدريب المهني, "الطيران المدني"."""
    words = name.split()
    while words and (words[0].removeprefix("ال") in arabic.INSTITUTIONS or words[0] in arabic.RANKS):
        words = words[1:]
    if words and len(words) < len(name.split()):
        first = "ال" + words[0][2:] if words[0].startswith("لل") else words[0]
        yield " ".join([first, *words[1:]])


def _surname(mention: Mention) -> Iterator[str]:
    words = mention.text.split()
    if len(words) < 2:
        return
    last = words[-1]
    if mention.lang == "en":
        if len(last) > 3 and last[0].isupper() and last.lower() not in english.HEADS | english.TITLES:
            yield f"{words[-2]} {last}" if words[-2] in ("Al", "El", "Bin", "bin", "Al-") else last
    elif len(last) > 2 and last not in arabic.TITLES | arabic.OFFICE_TITLES:
        yield last


def _is_spoken_of(text: str, start: int, end: int, rule: str) -> bool:
    """Whether a bare Arabic surname is one here: after a verb of speech, as الصباح is a family and the morning."""
    if rule == "parties.quoted":
        return text[start - 1 : start] == '"' and text[end : end + 1] == '"'
    if rule != "parties.surname" or text[start].isascii() or not "\u0600" <= text[start] <= "\u06ff":
        return True
    before = text[max(0, start - 14) : start].split()
    if not before:
        return False
    verb = before[-1].removeprefix("و")
    return verb in arabic.SPEECH or (verb in arabic.VERBS and text.startswith("ال", start))

"""Organisations known under names in both languages: companies, funds, agencies; ministries by their fields."""

from functools import cache

from pipeline.findings import Lang
from pipeline.gazetteers.table import read_rows, variants
from pipeline.parties import arabic, english
from pipeline.parties.names import name_words, organisation_words


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    bodies: dict[tuple[str, ...], str] = {}
    for row in read_rows("bodies.tsv"):
        for name in variants(row["names_en"]):
            bodies.setdefault(name_words(name), row["key"])
        for name in variants(row["names_ar"]):
            bodies.setdefault(name_words(name), row["key"])
    return bodies


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in read_rows("bodies.tsv")}


@cache
def _fields() -> list[tuple[tuple[str, ...], str]]:
    """Words of a ministry's field in either language, and the field in English; longest first."""
    fields = [(name_words(row["field_en"]), variants(row["field_ar"])[0]) for row in read_rows("ministries.tsv")]
    for row in read_rows("ministries.tsv"):
        names = variants(row["field_ar"])
        fields += [(name_words(name), names[0]) for name in names]
    return sorted(fields, key=lambda field: -len(field[0]))


def body_key(name: str, lang: Lang) -> str | None:
    """Key of a well-known body by one of its names, else None."""
    bodies = _bodies()
    return bodies.get(name_words(name)) or bodies.get(organisation_words(name, lang))


def body_country(key: str) -> str | None:
    """Country of a well-known body, None where it has none of its own."""
    return _rows()[key]["country"] or None


def body_name(key: str, lang: Lang) -> str:
    """Full name of a well-known body."""
    return variants(_rows()[key][f"names_{lang}"])[0]


def ministry_fields(name: str) -> frozenset[str]:
    """The fields of a ministry's name, the same in both languages; empty for what is no ministry or has an unknown field."""
    words = tuple(_without_and(word) for word in name_words(name))
    if not words or not ("ministry" in words or words[0] == "وزارة"):
        return frozenset()
    rest = " ".join(w for w in words if w not in ("ministry", "of", "and", "the", "وزارة"))
    found = set[str]()
    for field, key in _fields():
        text = " ".join(field)
        if f" {text} " in f" {rest} ":
            rest = f" {rest} ".replace(f" {text} ", " ").strip()
            found.add(key)
    return frozenset(found)


def _without_and(word: str) -> str:
    return word[1:] if word.startswith("وال") else word


def heads_ministry(role: str, ministry: str) -> bool:
    """Whether a minister with this role heads a ministry of this name: وزير الصناعة, وزارة الصناعة والثروة المعدنية."""
    domain, words = _domain(name_words(role)), name_words(ministry)
    if not domain or not words:
        return False
    if words[0].removeprefix("ال") == "وزارة":
        field = words[1:]
        shared = min(len(field), len(domain))
        full = shared == len(field) or len(field) - shared <= 2 or shared > 1
        return shared > 0 and field[:shared] == domain[:shared] and full
    if "ministry" in words:
        field = tuple(word for word in words if word not in _NO_FIELD)
        return bool(field) and field[0] == domain[0] and (set(field) <= set(domain) or set(domain) <= set(field))
    return False


def names_field(role: str, ministry: str) -> bool:
    """Whether a role names the whole field of a ministry: "Minister of Health", "Ministry of Health"."""
    field = {word for word in name_words(ministry) if word not in _NO_FIELD and word.removeprefix("ال") != "وزارة"}
    return field <= set(_domain(name_words(role)))


_NO_FIELD = frozenset("ministry of for the and affairs deputy prime state".split())


def _domain(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a role that name its field: finance of Minister of Finance, الصناعة والثروة of نائب وزير الصناعة والثروة."""
    ministers = [at for at, word in enumerate(words) if word.removeprefix("ال") in arabic.MINISTER_HEADS]
    if ministers:
        return words[ministers[-1] + 1 :]
    return tuple(word for word in words if word not in english.HEADS | english.TITLES | _NO_FIELD)

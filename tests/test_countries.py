"""Countries and blocs: case files of both languages, and CLDR's own names found again."""

from typing import Any

import pytest
from corpus import parameters

from pipeline.countries import (
    bloc_name,
    country_codes,
    country_name,
    country_named,
    find_blocs,
    find_countries,
    nisba_forms,
)
from pipeline.findings import Lang
from pipeline.gazetteers.table import read_cells, read_rows, variants
from pipeline.text import fold, normalise

# Names that CLDR gives with what no press text writes, or that mean something else: Jersey, the Congos by capital.
UNWRITTEN = frozenset("JE RE IM NU AW CD CG HK MO".split())


@pytest.mark.parametrize(("lang", "case"), parameters("countries"))
def test_case(lang: Lang, case: dict[str, Any]) -> None:
    match = normalise(case["text"])
    found = []
    for mention in find_countries(match.text, lang):
        span = match.span(mention.start, mention.end)
        quote = case["text"][span.start : span.end]
        found.append([quote, mention.code, "adjective"] if mention.adjective else [quote, mention.code])
    assert found == case["expect"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_country_of_cldr_is_found_by_its_name(lang: Lang) -> None:
    missed = []
    for code in sorted(set(country_codes()) - UNWRITTEN):
        name = normalise(country_name(code, lang).split(" (")[0]).text
        if country_named(name, lang) != code:
            missed.append((code, name))
    assert missed == []


@pytest.mark.parametrize("proclitic", ["و", "ب", "ل", "ف", "ول", "وب", "ك"])
def test_proclitics_stay_outside(proclitic: str) -> None:
    for name in ("تركيا", "فرنسا", "لبنان", "ألمانيا"):
        (mention,) = find_countries(normalise(f"وصل {proclitic}{name} أمس").text, "ar")
        assert (mention.start, mention.end) == (4 + len(proclitic), 4 + len(proclitic) + len(name))


@pytest.mark.parametrize("word", ["للصين", "وللصين", "فللصين"])
def test_contracted_article_starts_at_its_second_letter(word: str) -> None:
    (mention,) = find_countries(word, "ar")
    assert word[mention.start : mention.end] == "لصين"


def test_full_forms_take_their_state_noun() -> None:
    for code in ("EG", "QA", "KR", "FR"):
        name = country_name(code, "ar")
        text = normalise(f"حكومة جمهورية {name}").text
        (mention,) = find_countries(text, "ar")
        assert text[mention.start :] == normalise(f"جمهورية {name}").text or code == "KR"


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("the European Union and ASEAN", "en", ["EU", "ASEAN"]),
        ("وقعت جامعة الدول العربية ومجلس التعاون لدول الخليج العربية", "ar", ["LAS", "GCC"]),
        ("للاتحاد الأفريقي وبالأمم المتحدة", "ar", ["AU", "UN"]),
        ("a union of European banks met", "en", []),
        ("اتحاد المصارف العربية", "ar", []),
    ],
)
def test_blocs(text: str, lang: Lang, expected: list[str]) -> None:
    assert [mention.key for mention in find_blocs(normalise(text).text, lang)] == expected


def test_every_bloc_has_a_name_in_both_languages() -> None:
    for row in read_rows("blocs.tsv"):
        assert bloc_name(row["key"], "en") and bloc_name(row["key"], "ar")


def test_tables_hold_no_name_twice() -> None:
    for column in ("names_en", "names_ar"):
        names = [
            fold(name) for row in read_rows("countries.tsv") for name in dict.fromkeys(map(fold, variants(row[column])))
        ]
        assert len(names) == len(set(names))
    codes = [row["code"] for row in read_rows("countries.tsv")]
    assert len(codes) == len(set(codes)) and set(codes) <= set(country_codes())


def test_cities_are_normalised_and_name_their_country() -> None:
    header, *rows = read_cells("cities.tsv")
    assert header == ["names_en", "names_ar", "country"]
    codes = set(country_codes())
    for latin, arab, country in rows[::37]:
        assert country in codes
        assert all(name == fold(name) for name in f"{latin};{arab}".split(";"))


def test_adjectives_inflect() -> None:
    forms = set(nisba_forms("كوري جنوبي"))
    assert {"الكورية الجنوبية", "كوريين جنوبيين", "الكوري الجنوبي"} <= forms

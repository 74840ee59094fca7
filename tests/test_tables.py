"""Every table of facts: keys as normalised text has them, none twice, only code points that belong there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.figures.currencies import codes, currency_names
from pipeline.figures.currency_tables import QUALIFIED_AR
from pipeline.figures.units import unit_names
from pipeline.findings import Lang
from pipeline.text import normalise

ROOT = Path(__file__).resolve().parents[1]
MODULES = [
    *sorted((ROOT / "pipeline" / "languages").glob("*.py")),
    *(
        ROOT / "pipeline" / "figures" / name
        for name in ("unit_tables.py", "currency_tables.py", "english.py", "arabic.py")
    ),
]
ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3]")
# Letters of normalised Arabic, without أإآى and Persian ک ی; Arabic comma, semicolon and question mark in patterns.
EXPECTED = re.compile(
    r"[\u0000-\u007f\u00b2\u00b3\u00b0\u00b7ءؤئابةتثجحخدذرزسشصضطظعغفقكلمنهوي،؛؟…«»–\u0621\u064a$€£¥]*"
)


def strings(path: Path) -> Iterator[tuple[str, int]]:
    """The string constants of a module that are data: not docstrings, not the text of errors."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value, node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_arabic_in_tables_is_normalised(path: Path) -> None:
    wrong = [
        (line, text)
        for text, line in strings(path)
        if ARABIC.search(text) and (normalise(text).text != text or not EXPECTED.fullmatch(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_key_stands_twice(path: Path) -> None:
    twice = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            twice += [key for key in set(keys) if keys.count(key) > 1]
        if isinstance(node, ast.Set):
            members = [item.value for item in node.elts if isinstance(item, ast.Constant)]
            twice += [member for member in set(members) if members.count(member) > 1]
    assert twice == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_names_of_units_are_as_normalised_text_has_them(lang: Lang) -> None:
    names = unit_names(lang) | {name: unit for name, unit in currency_names(lang).items() if name not in codes()}
    assert [name for name in names if normalise(name).text != name or name != name.strip()] == []


def test_words_of_one_table_mean_one_thing() -> None:
    """No name is a currency and a physical unit at once but اوقية, the coin of Mauritania and the ounce."""
    for lang in ("en", "ar"):
        both = set(currency_names(lang)) & set(unit_names(lang))
        assert both <= {"اوقية"}


def test_every_qualified_currency_is_current() -> None:
    assert set(QUALIFIED_AR) <= codes()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_currency_has_a_name(lang: Lang) -> None:
    named = {code for unit in currency_names(lang).values() for code in (unit.code, *unit.candidates)}
    assert codes() - named == set()

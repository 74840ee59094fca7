"""The documentation: the site builds without a warning and without the network, and every command in it runs.

Blocks of the pages run in one folder with the sample articles, page by page, in their order: sh, sql (DuckDB), python, and the
commands inside crontab, ini (systemd) and airflow blocks; toml must be a valid configuration. Blocks marked `.network` install
models and are only checked for their syntax.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import types
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.settings import Configuration

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
_FENCE = re.compile(r"^```(?:\{ *([^}]*)\}|([\w-]*))[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
# Whole programs with tests of their own: the installation, the gate, the benchmarks.
_WITHOUT = re.compile(r"^(?:make |python tests/)[^\n]*$", re.MULTILINE)
_SHELL = "mithaq python echo make".split()


class Block(NamedTuple):
    kind: str
    text: str
    network: bool


def blocks(page: Path) -> list[Block]:
    """The blocks of code of a page; one without a language is shell where its first word is a command."""
    found = []
    for attributes, kind, text in _FENCE.findall(page.read_text(encoding="utf-8")):
        names = attributes.replace(".", "").split() or [kind]
        first = text.split()[0] if text.split() else ""
        found.append(Block(names[0] or ("sh" if first in _SHELL else "text"), text, "network" in names))
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    run = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    assert run.returncode == 0 and "WARNING" not in run.stderr, run.stderr
    return folder


class _Fetched(HTMLParser):
    """What a browser would fetch by itself to show a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        rel = given.get("rel") or ""
        if tag in ("script", "img", "iframe", "source", "object") or (
            tag == "link" and rel not in ("canonical", "next", "prev")
        ):
            self.found += [value for name, value in attrs if name in ("src", "href", "data") and value]


def test_the_site_is_read_without_the_network(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        parser = _Fetched()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.found
        assert not [url for url in parser.found if re.match(r"(https?:)?//", url)], page.name
    styles = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.css"))
    assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", styles)


def test_the_reference_names_every_field_and_every_option(site: Path) -> None:
    record, commands = ((site / name).read_text(encoding="utf-8") for name in ("record.html", "commands.html"))
    for name in ("start_date", "value_high", "signatories", "duplicate_of"):
        page = record if name != "duplicate_of" else (site / "dossier.html").read_text(encoding="utf-8")
        assert f"<code>{name}</code>" in page
    for option in ("--published", "--as-of", "--threshold", "--min-confidence"):
        assert f"<code>{option}</code>" in commands


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the pages has it: samples, a run of them, the gold articles, corrections."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "data" / "raw", folder / "data" / "raw")
    shutil.copytree(ROOT / "data" / "raw", folder / "news")
    (folder / "article.txt").write_text("Oman and Kenya signed an agreement on 3 May 2025.", encoding="utf-8")
    (folder / "tests").symlink_to(ROOT / "tests")
    gold = json.loads(next((ROOT / "tests" / "gold" / "articles").glob("*.json")).read_text(encoding="utf-8"))
    (folder / "corrections.jsonl").write_text(json.dumps(gold) + "\n")
    assert shell("mithaq extract data/raw --output data/out && cp -r data/out out", folder).returncode == 0
    for made in ("parquet -o tables", "spacy -o news.spacy"):
        assert shell(f"mithaq export out --to {made}", folder).returncode == 0
    return folder


def shell(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "BROWSER": "true"}
    return subprocess.run(
        ["bash", "-ec", script], cwd=folder, capture_output=True, text=True, env=environment, check=False, timeout=300
    )


def scripts(block: Block) -> list[str]:
    """The shell commands that a block holds."""
    if block.kind == "sh":
        return [block.text]
    if block.kind == "crontab":
        return [line.split(None, 5)[5] for line in block.text.splitlines()]
    if block.kind == "ini":
        return re.findall(r"^ExecStart=(.*)$", block.text, re.MULTILINE)
    if block.kind == "airflow":
        calls = [
            node
            for node in ast.walk(ast.parse(block.text))
            if isinstance(node, ast.keyword) and node.arg == "bash_command"
        ]
        return [ast.literal_eval(call.value) for call in calls]
    return []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_runs(page: Path, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    for block in blocks(page):
        if block.network:
            assert shell(f"set -n\n{block.text}", workplace).returncode == 0
            continue
        for script in scripts(block):
            run = shell(_WITHOUT.sub("", script), workplace)
            assert run.returncode == 0, f"{script}\n{run.stdout}\n{run.stderr}"
        if block.kind == "sql":
            assert duckdb_rows(duckdb, block.text, workplace), block.text
        if block.kind == "toml":
            Configuration.model_validate(tomllib.loads(block.text))
    code = "\n".join(block.text for block in blocks(page) if block.kind == "python")
    monkeypatch.chdir(workplace)
    exec(compile(code, str(page), "exec"), {})


def duckdb_rows(duckdb: types.ModuleType, query: str, folder: Path) -> list[tuple[object, ...]]:
    """What a query gives; one that names tables by their bare names is asked in their folder."""
    before = Path.cwd()
    os.chdir(folder / "tables" if re.search(r"'\w+\.(?:parquet|csv)'", query) else folder)
    try:
        return list(duckdb.sql(query).fetchall())
    finally:
        os.chdir(before)


def test_the_cookbook_has_a_recipe_for_each_scheduler() -> None:
    kinds = {block.kind: scripts(block) for block in blocks(DOCS / "cookbook.md")}
    assert len([kind for kind in ("crontab", "airflow") if kinds[kind]]) == 2
    assert any(scripts(block) for block in blocks(DOCS / "cookbook.md") if block.kind == "ini")


def test_every_page_is_in_the_navigation_and_every_command_in_the_reference(site: Path) -> None:
    navigation = (site / "index.html").read_text(encoding="utf-8")
    for page in DOCS.glob("*.md"):
        assert f'href="{page.stem}.html"' in navigation or page.stem == "index", page.name

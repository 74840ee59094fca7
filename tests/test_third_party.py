"""THIRD_PARTY.md names every library that pyproject.toml does, and every table and model of the package."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_library_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for lines in project["optional-dependencies"].values() for line in lines)]
    names = {plain(re.split(r"[\s\[<>=!;]", line)[0]) for line in lines} - {"mithaq"}
    told = {plain(name) for name in re.findall(r"^\| ([\w.-]+) \|", PAGE, re.MULTILINE)}
    assert names <= told, "run docs/scripts/third_party.py"


def test_every_table_and_model_is_named() -> None:
    files = [
        *(ROOT / "pipeline").rglob("*.tsv"),
        *(path for path in (ROOT / "models" / "weights").iterdir() if path.is_dir()),
    ]
    missing = [path.name for path in files if f"`{path.relative_to(ROOT).as_posix()}`" not in PAGE]
    assert not missing, "run docs/scripts/third_party.py"

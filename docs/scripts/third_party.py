"""Writes THIRD_PARTY.md: licences of the dependencies as installed, of the gazetteers and of the weights.

python docs/scripts/third_party.py
"""

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = ROOT / "THIRD_PARTY.md"


def page() -> str:
    """The whole file."""
    return "\n".join(
        [
            "# Third parties",
            "",
            "Written by `docs/scripts/third_party.py` from the metadata of what is installed and from the headers of the data files.",
            "",
            "## Libraries that mithaq needs",
            "",
            "With what they need in turn. None of them is part of this repository or of the wheel.",
            "",
            "| library | licence | home |",
            "|---|---|---|",
            *_rows(_closure(_required())),
            "",
            "## Libraries of the optional extras",
            "",
            "| library | licence | home |",
            "|---|---|---|",
            *_rows(_optional()),
            "",
            "## Data in the package",
            "",
            "| file | source | licence |",
            "|---|---|---|",
            *_tables(),
            "",
            "## Weights in the package",
            "",
            *_weights(),
            "",
        ]
    )


def _required() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line).name for line in project["dependencies"]]


def _optional() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [Requirement(line).name for lines in project["optional-dependencies"].values() for line in lines]
    return sorted({name for name in names if name != "mithaq" and name not in _required()}, key=str.lower)


def _closure(names: list[str]) -> list[str]:
    """The libraries and all that they require here, by name."""
    found: dict[str, str] = {}
    queue = list(names)
    while queue:
        name = queue.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            needs = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        found[key] = importlib.metadata.metadata(name)["Name"]
        for line in needs:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(requirement.name)
    return sorted(found.values(), key=str.lower)


def _rows(names: list[str]) -> Iterator[str]:
    for name in names:
        try:
            metadata = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            yield f"| {name} | not installed where this was written | |"
            continue
        yield f"| {name} | {_licence(metadata)} | {_home(metadata)} |"


def _licence(metadata: "importlib.metadata.PackageMetadata") -> str:
    if metadata.get("License-Expression"):
        return str(metadata["License-Expression"])
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    named = [line.rsplit(" :: ", 1)[1] for line in classifiers if not line.endswith("OSI Approved")]
    written = (metadata.get("License") or "").strip().split("\n")[0]
    return ", ".join(named) or written or "see its home"


def _home(metadata: "importlib.metadata.PackageMetadata") -> str:
    urls = dict(line.split(", ", 1) for line in metadata.get_all("Project-URL") or [])
    named = {name.lower(): url for name, url in urls.items()}
    for name in ("homepage", "source", "repository", "source code", "github", "home"):
        if name in named:
            return named[name]
    return str(metadata.get("Home-page") or next(iter(urls.values()), ""))


def _tables() -> Iterator[str]:
    """A row for each table of the package, from the lines of its header that begin with # Source and # Licence."""
    for path in sorted((ROOT / "pipeline").rglob("*.tsv")):
        header = " ".join(
            line[1:].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")
        )
        source = re.search(r"Source: (.*?)(?= Licence:|$)", header)
        licence = re.search(r"Licence: (.*?)\.(?: |$)", header + " ")
        if not source or not licence:
            raise SystemExit(f"{path.relative_to(ROOT)} does not say its source and licence")
        yield f"| `{path.relative_to(ROOT).as_posix()}` | {source[1].strip()} | {licence[1].strip()} |"


def _weights() -> Iterator[str]:
    for folder in sorted((ROOT / "models" / "weights").iterdir()):
        card = folder / "README.md"
        told = (
            f"sources and licences in `{card.relative_to(ROOT).as_posix()}`"
            if card.is_file()
            else "trained for this project"
        )
        yield f"- `{folder.relative_to(ROOT).as_posix()}`: Apache-2.0; {told}"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")

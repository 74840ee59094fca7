"""The wheel and the sdist: they build, install into an empty environment, and read articles there.

pytest -m release tests/release. The empty environment borrows the libraries of this one (nothing is downloaded); mithaq itself is
only what the wheel holds, and runs in a folder far from the checkout.
"""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.release


def run(*command: object, folder: Path, stdin: str = "") -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, folder=ROOT)
    return folder


def wheel_of(folder: Path) -> Path:
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_holds_data_and_weights_and_nothing_else(built: Path) -> None:
    names = set(zipfile.ZipFile(wheel_of(built)).namelist())
    tables = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pipeline").rglob("*.tsv")}
    weights = {path.relative_to(ROOT).as_posix() for path in (ROOT / "models" / "weights").rglob("*") if path.is_file()}
    assert tables and tables <= names and weights <= names
    assert {"cli.py", "pipeline/py.typed", "models/py.typed", "pipeline/review/page.html"} <= names
    assert {name.split("/")[0] for name in names} == {
        "cli.py",
        "models",
        "pipeline",
        f"mithaq-{pipeline.__version__}.dist-info",
    }
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_sdist_holds_what_the_wheel_is_built_from(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "cli.py",
        "Makefile",
        "tests/test_dossiers.py",
        "docs/index.md",
    } <= names
    assert not [name for name in names if name.startswith((".venv", "build", "dist"))]


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_it_installs_into_an_empty_environment_and_runs(built: Path, tmp_path: Path, kind: str) -> None:
    (package,) = built.glob(kind)
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    (borrowed,) = (home / "lib").glob("python*/site-packages")
    python, mithaq = home / "bin" / "python", home / "bin" / "mithaq"
    # --no-build-isolation: the sdist is built with the hatchling of this environment
    (borrowed / "borrowed.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n")
    run(
        python,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--ignore-installed",
        package,
        folder=tmp_path,
    )
    where = run(python, "-c", "import pipeline; print(pipeline.__file__)", folder=tmp_path).strip()
    assert Path(where).is_relative_to(home)
    assert run(mithaq, "--help", folder=tmp_path)
    assert "All that is needed works." in run(mithaq, "doctor", folder=tmp_path)
    record = run(mithaq, "extract", "-", folder=tmp_path, stdin="وقعت عمان وقطر مذكرة تفاهم في 3 مايو 2025.")
    assert '"kind":"mou"' in record
    factories = "import spacy; print(spacy.blank('en').has_factory('mithaq'))"
    assert run(python, "-c", factories, folder=tmp_path).strip() == "True"


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dynamic"] == ["version"] and "version" not in project
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?", pipeline.__version__)
    assert "version:" not in (ROOT / "CITATION.cff").read_text(encoding="utf-8").replace("cff-version:", "")

"""mithaq.toml, the environment and flags: who wins, and what is told of mistakes."""

import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from models import Record
from pipeline.configuration import FILE, ConfigurationError, configured, template
from pipeline.library import extract
from pipeline.selection import select
from pipeline.settings import Configuration

TEXT = "MUSCAT, 3 March 2025 - Oman and Kenya signed a memorandum of understanding worth $45 million on ports."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "b.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def mithaq(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, list(arguments))


def records() -> list[Record]:
    return [
        Record.model_validate_json(line) for line in Path("out/records.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def run(*options: str) -> list[Record]:
    result = mithaq("extract", "in", "-o", "out", "--workers", "0", *options)
    assert result.exit_code == 0, result.output
    return records()


def test_nothing_is_configured_without_a_file() -> None:
    assert configured() == {}
    assert len(run()) == 2


def test_init_writes_a_file_that_sets_nothing_and_names_every_key() -> None:
    assert mithaq("init").exit_code == 0
    assert configured() == {}
    text = Path(FILE).read_text(encoding="utf-8")
    for name, field in Configuration.model_fields.items():
        assert f"[{name}]" in text
        assert all(f"# {key} = " in text for key in field.annotation.model_fields)  # type: ignore[union-attr]


def test_init_leaves_a_file_alone_unless_forced() -> None:
    Path(FILE).write_text("[extract]\nlimit = 1\n")
    assert mithaq("init").exit_code == 1
    assert Path(FILE).read_text() == "[extract]\nlimit = 1\n"
    assert mithaq("init", "--force").exit_code == 0
    assert Path(FILE).read_text(encoding="utf-8") == template()


def test_every_example_of_the_template_is_a_valid_value() -> None:
    uncommented = [
        line.removeprefix("# ") if " = " in line and line.startswith("# ") else line
        for line in template().splitlines()[2:]
    ]
    text = "\n".join(uncommented)
    Path(FILE).write_text(text, encoding="utf-8")
    assert {name: set(table) for name, table in configured().items()} == {
        n: set(t) for n, t in tomllib.loads(text).items()
    }


def test_flags_win_over_the_environment_and_that_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(FILE).write_text('[extract]\npattern = ["*.txt"]\nkeep = ["dates"]\n')
    (found,) = run()
    assert found.source.path == "a.txt" and found.dates and not found.parties
    monkeypatch.setenv("MITHAQ_EXTRACT__KEEP", '["parties"]')
    (found,) = run("--force")
    assert found.source.path == "a.txt" and found.parties and not found.dates
    (found,) = run("--force", "--keep", "figures", "--pattern", "*.md")
    assert found.source.path == "b.md" and found.figures and not found.parties and not found.dates


def test_another_file_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.toml").write_text("[extract]\nno_text = true\n")
    monkeypatch.setenv("MITHAQ_CONFIG", "other.toml")
    assert [record.text for record in run()] == [None, None]
    monkeypatch.setenv("MITHAQ_CONFIG", "nowhere.toml")
    assert "nowhere.toml cannot be read" in mithaq("extract", "in", "-o", "out").stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[extract]\nworker = 1\n", "unknown key extract.worker; did you mean extract.workers?"),
        ("[extrakt]\n", "unknown key extrakt; did you mean extract?"),
        ("[extract]\nworkers = 'many'\n", "extract.workers"),
        ("[extract]\nkeep = ['date']\n", "extract.keep"),
        ("[extract]\nlanguage = 'fr'\n", "extract.language"),
        ("[dossier]\nthreshold = -1\n", "dossier.threshold"),
        ("[extract\n", "is no TOML"),
    ],
)
def test_mistakes_in_the_file_end_the_command(text: str, told: str) -> None:
    Path(FILE).write_text(text)
    result = mithaq("extract", "in", "-o", "out")
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Path("out").exists()


def test_an_unknown_variable_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MITHAQ_EXTRACT__WORKER", "1")
    with pytest.raises(ConfigurationError, match="did you mean MITHAQ_EXTRACT__WORKERS"):
        configured()


def test_a_broken_file_does_not_keep_doctor_and_init_from_working() -> None:
    Path(FILE).write_text("[extrakt]\n")
    assert mithaq("init", "--force").exit_code == 0


def test_every_key_is_an_option_of_its_command() -> None:
    for name, field in Configuration.model_fields.items():
        command = next(c for c in cli.app.registered_commands if c.callback.__name__ == name)  # type: ignore[union-attr]
        options = set(command.callback.__annotations__)  # type: ignore[union-attr]
        assert set(field.annotation.model_fields) <= options  # type: ignore[union-attr]


def test_leaving_families_out_leaves_a_valid_record() -> None:
    record = extract(TEXT)
    for keep in (["agreements"], ["parties"], ["dates", "agreements"], []):
        kept = select(record, keep, 0.0)
        assert Record.model_validate(json.loads(kept.model_dump_json())) == kept
        assert {name for name in ("agreements", "parties", "dates", "figures") if getattr(kept, name)} == set(keep)
    assert select(record, None, 0.0) is record
    assert select(record, None, 1.0).agreements == ()


def test_keep_names_families_only() -> None:
    result = mithaq("extract", "in", "-o", "out", "--keep", "people")
    assert result.exit_code == 2 and "--keep" in result.stderr

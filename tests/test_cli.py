"""The command line through its runner: what it prints, writes and returns."""

import io
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import cli
from models.record import Record

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = "MUSCAT, 3 March 2025 - Oman and Kenya signed a memorandum of understanding worth $45 million on ports."
ARABIC = "وقعت وزارة النقل الأردنية اتفاقية مع شركة صينية بقيمة 45 مليون دولار خلال عامين."
COMMANDS = sorted(command.callback.__name__ for command in cli.app.registered_commands if command.callback)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "ar.txt").write_text(ARABIC, encoding="utf-8")
    return folder


def mithaq(*arguments: object, stdin: bytes | None = None):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=stdin)


def extract(source: Path, output: Path, *options: object):  # type: ignore[no-untyped-def]
    return mithaq("extract", source, "--output", output, "--workers", 0, *options)


def records(output: Path) -> list[Record]:
    lines = (output / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [Record.model_validate_json(line) for line in lines]


def test_a_folder_becomes_records(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "out"
    result = extract(source, output)
    assert result.exit_code == 0, result.output
    assert [record.language for record in records(output)] == ["ar", "en"]
    assert (output / "rejected.jsonl").read_text() == ""
    assert "en.txt" in result.stdout and "ar.txt" in result.stdout
    assert "2 records" in result.stdout and "out" in result.stdout


def test_rejects_make_exit_code_one_and_the_others_go_on(source: Path, tmp_path: Path) -> None:
    (source / "empty.txt").write_text("")
    result = extract(source, tmp_path / "out")
    assert result.exit_code == 1
    assert "rejected empty.txt" in result.stderr and "1 rejected" in result.stdout
    assert len(records(tmp_path / "out")) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "{tmp}/nowhere", "--output", "{tmp}/out"], "does not exist"),
        (["extract", "{tmp}/in"], "--output"),
        (["extract", "{tmp}/in", "--output", "{tmp}/in/en.txt"], "is no folder"),
        (["extract", "{tmp}/in", "--output", "{tmp}/in/en.txt/below"], "is no folder"),
        (["extract", "{tmp}/in", "-", "--output", "{tmp}/out"], "standard input"),
        (["extract", "{tmp}/in", "--output", "{tmp}/out", "--published", "31/12/2024"], "YYYY-MM-DD"),
        (["extract", "{tmp}/in", "--output", "{tmp}/out", "--language", "fr"], "neither en nor ar"),
        (["extract", "{tmp}/in", "--output", "{tmp}/out", "--limit", "0"], "greater than or equal to 1"),
        (["extract", "{tmp}/in", "--output", "{tmp}/out", "--workers", "-1"], "greater than or equal to 0"),
        (["extract"], "INPUT"),
        (["show", "{tmp}/nowhere"], "does not exist"),
        (["evaluate", "{tmp}/in"], "RECORDS"),
        (["sing"], "sing"),
    ],
)
def test_wrong_usage_is_exit_code_two(source: Path, tmp_path: Path, arguments: list[str], told: str) -> None:
    result = mithaq(*(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert result.exit_code == 2
    assert told in re.sub(r"[│\s]+", " ", result.output)
    assert not (tmp_path / "out").exists()


def test_standard_input_gives_one_record_on_standard_output() -> None:
    result = mithaq("extract", "-", stdin=ARABIC.encode())
    assert result.exit_code == 0
    record = Record.model_validate_json(result.stdout)
    assert (record.text, record.source.path, record.language) == (ARABIC, "-", "ar")


@pytest.mark.parametrize("data", [b"", b"  \n", bytes(100), b'{"text": ""}', b'[{"text": "One."}, {"text": "Two."}]'])
def test_standard_input_without_one_article_is_exit_code_one(data: bytes) -> None:
    result = mithaq("extract", "-", stdin=data)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "rejected -" in result.stderr


def test_options_reach_the_record(source: Path, tmp_path: Path) -> None:
    extract(source, tmp_path / "out", "--published", "2025-01-31", "--no-text", "--limit", 1)
    (record,) = records(tmp_path / "out")
    assert record.text is None
    assert record.published and record.published.date.isoformat() == "2025-01-31"
    assert record.published.source == "option"
    extract(source, tmp_path / "forced", "--language", "en")
    assert [record.language for record in records(tmp_path / "forced")] == ["en", "en"]


def test_the_schema_describes_every_record(source: Path, tmp_path: Path) -> None:
    result = mithaq("schema")
    schema = json.loads(result.stdout)
    extract(source, tmp_path / "out")
    for line in (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines():
        jsonschema.validate(json.loads(line), schema)
        broken = json.loads(line) | {"language": 7}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_show_prints_a_record_with_its_quotes(source: Path, tmp_path: Path) -> None:
    extract(source, tmp_path / "out")
    arabic, english = records(tmp_path / "out")
    first = mithaq("show", tmp_path / "out")
    assert arabic.id in first.stdout and "First of 2 records" in first.stdout
    chosen = mithaq("show", tmp_path / "out" / "records.jsonl", "--id", english.id[:6])
    assert english.id in chosen.stdout and arabic.id not in chosen.stdout
    for figure in english.figures:
        assert f"“{figure.text}”" in chosen.stdout
    missing = mithaq("show", tmp_path / "out", "--id", "zzz")
    assert missing.exit_code == 1 and "zzz" in missing.stderr


def test_show_says_which_line_is_no_record(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"schema_version": "1.0"}\n')
    result = mithaq("show", broken)
    assert result.exit_code == 1 and "line 1 is no record" in result.stderr


def test_a_title_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    evil = "Oman \x1b[2J\x1b]0;owned\x07 signs \u202edeal\n\nThe text [bold]follows[/bold] :smile: here."
    (tmp_path / "a\x1b[31m.json").write_text(json.dumps({"text": evil}))
    result = extract(tmp_path, tmp_path / "out")
    shown = mithaq("show", tmp_path / "out")
    for printed in (result.output, shown.output):
        assert "\x1b[2J" not in printed and "\x07" not in printed and "\u202e" not in printed


def test_diff_tells_which_fields_changed(source: Path, tmp_path: Path) -> None:
    extract(source, tmp_path / "one")
    same = mithaq("diff", tmp_path / "one", tmp_path / "one")
    assert (same.exit_code, same.stdout) == (0, "No differences.\n")
    (source / "en.txt").write_text(ENGLISH.replace("45", "54"), encoding="utf-8")
    (source / "ar.txt").rename(source / "new.txt")
    extract(source, tmp_path / "two")
    changed = mithaq("diff", tmp_path / "one", tmp_path / "two")
    assert changed.exit_code == 1
    lines = changed.stdout.splitlines()
    assert "ar.txt: only in the first run" in lines and "new.txt: only in the second run" in lines
    (line,) = (line for line in lines if line.startswith("en.txt: "))
    assert "source.sha256" in line and "text" in line


def test_evaluate_prints_scores_for_each_language(tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / "articles"
    picked = [sorted(gold.glob(f"{language}-*.json"))[0] for language in ("en", "ar")]
    (tmp_path / "gold").mkdir()
    (tmp_path / "in").mkdir()
    for path in picked:
        article = json.loads(path.read_text(encoding="utf-8"))
        (tmp_path / "gold" / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        (tmp_path / "in" / path.name).write_text(json.dumps({"articleBody": article["text"]}), encoding="utf-8")
    extract(tmp_path / "in", tmp_path / "out")
    result = mithaq("evaluate", tmp_path / "gold", tmp_path / "out")
    assert result.exit_code == 0, result.output
    header, *rows = result.stdout.splitlines()
    assert header.split() == ["F1", "ar", "en"]
    assert {"figures", "dates", "places", "parties", "agreements"} <= {row.split()[0] for row in rows if row.strip()}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = mithaq(command, "--help")
    assert result.exit_code == 0
    assert f"Example: mithaq {command}" in re.sub(r"\s+", " ", result.stdout)


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", readme, re.DOTALL))
    named = set(re.findall(r"\bmithaq ([a-z]+)\b", code))
    assert {"extract", "show"} <= named <= set(COMMANDS)


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"]])
def test_help_comes_at_once(arguments: list[str]) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    subprocess.run(command, check=True, capture_output=True)  # compiles
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Processor time: what other processes do meanwhile does not count.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


def test_help_loads_no_model_and_no_pipeline() -> None:
    code = (
        "import sys, cli; print([m for m in ('spacy', 'torch', 'pydantic', 'pipeline', 'regex') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert result.stdout == "[]\n"


def test_the_hash_seed_changes_nothing(source: Path, tmp_path: Path) -> None:
    (source / "bad.json").write_text('{"broken": ')
    results = []
    for seed in ("0", "1", "4711"):
        output = tmp_path / f"out{seed}"
        command = [
            sys.executable,
            str(ROOT / "cli.py"),
            "extract",
            str(source),
            "--output",
            str(output),
            "--workers",
            "0",
        ]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=False)
        results.append([(output / name).read_bytes() for name in ("records.jsonl", "rejected.jsonl")])
    assert results[0] == results[1] == results[2]
    assert results[0][0].count(b"\n") == 2


def test_the_log_may_be_json(source: Path, tmp_path: Path) -> None:
    (source / "bad.txt").write_bytes(b"\x89PNG\r\n")
    result = extract(source, tmp_path / "out", "--log-json")
    rows = [json.loads(line) for line in io.StringIO(result.stderr)]
    (row,) = (row for row in rows if row["level"] == "warning")
    assert (row["path"], row["stage"]) == ("bad.txt", "ingest") and "PNG" in row["reason"]


def test_an_interrupted_command_says_how_to_go_on(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline import run

    real = run.extract_article

    def stop(article: object, options: object) -> Record:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "extract_article", stop)
    result = extract(source, tmp_path / "out")
    assert result.exit_code == 130 and "--resume" in result.stderr
    monkeypatch.setattr(run, "extract_article", real)
    assert extract(source, tmp_path / "out", "--resume").exit_code == 0
    assert len(records(tmp_path / "out")) == 2

"""The examination of an installation."""

import importlib.metadata
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from pipeline import doctor as room
from pipeline.doctor import doctor, self_test, versions, weights
from pipeline.entities import crf


def test_a_sound_installation_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor() == 0
    told = capsys.readouterr().out
    assert "All that is needed works." in told
    for name in ("python", "english/model.crf", "arabic/model.crf", "default en", "default ar", "a sentence in ar"):
        assert name in told
    assert "sha256 " in told


def test_the_command_returns_what_the_examination_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "doctor", lambda: 1)
    assert CliRunner().invoke(cli.app, ["doctor"]).exit_code == 1


def test_a_missing_library_is_told_with_the_command_that_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.metadata.version

    def version(name: str) -> str:
        if name in ("trafilatura", "pyarrow"):
            raise importlib.metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    found = {each.name: each for each in versions()}
    assert found["trafilatura"].state == "missing" and found["trafilatura"].needed
    assert found["pyarrow"].remedy == "pip install 'mithaq[export]'" and not found["pyarrow"].needed


def test_missing_and_changed_weights_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {each.name: each.told for each in weights()}
    real = crf.weights_folder("ar")
    shutil.copytree(real, tmp_path / "arabic")
    (tmp_path / "arabic" / "meta.json").write_text("{}")
    monkeypatch.setattr(crf, "weights_folder", lambda lang: tmp_path / crf.FOLDERS[lang])
    found = {each.name: each for each in weights()}
    assert found["english weights"].state == "missing" and found["english weights"].remedy
    assert found["arabic/meta.json"].told != before["arabic/meta.json"]
    assert found["arabic/model.crf"].told == before["arabic/model.crf"]


def test_an_extraction_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from pipeline import library

    def broken(text: str) -> None:
        raise RuntimeError("no such model")

    monkeypatch.setattr(library, "extract", broken)
    assert [each.state for each in self_test()] == ["broken", "broken"]
    assert doctor() == 1
    assert "no such model" in capsys.readouterr().out


def test_a_broken_configuration_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mithaq.toml").write_text("[extrakt]\n")
    (found,) = room.configuration()
    assert found.state == "broken" and "did you mean extract" in found.told

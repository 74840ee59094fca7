"""The parts of the cluster run without a cluster: files of any file system to rows, rows to outcomes, outcomes to shards."""

import datetime
import gzip
import json
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import poison
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import typer
import yaml
from test_cli import mithaq

import cli
from pipeline.batch import pool
from pipeline.batch.extraction import Outcome, Settings
from pipeline.batch.folder import extract_folder
from pipeline.batch.plan import Plan
from pipeline.cluster import fetching, run, shards, storage
from pipeline.cluster.errors import ClusterError, UsageError
from pipeline.cluster.storage import File, find_files, place_of
from pipeline.cluster.worker import Worker, to_table
from pipeline.errors import OutputError
from pipeline.ingest.content import Limits

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [f"Oman and Kenya signed agreement number {n}.\n\nوقعت مصر والصين الاتفاقية رقم {n}." for n in range(12)]
LIMITS = Limits(max_bytes=3_000)


def write_input(folder: Path) -> Path:
    """A folder with every format, and with something to refuse in each."""
    (folder / "sub" / ".hidden").mkdir(parents=True)
    lines = [*(json.dumps({"text": text}) for text in TEXTS[:4]), "", "{broken", json.dumps({"text": "long " * 1_000})]
    (folder / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "sub" / "more.jsonl.gz").write_bytes(gzip.compress("\n".join(lines[:3]).encode()))
    (folder / "list.json").write_text(json.dumps([{"text": TEXTS[4]}, {"text": " "}, {"text": TEXTS[5]}]))
    (folder / "sub" / "plain.txt").write_text(TEXTS[6], encoding="utf-8")
    (folder / "sub" / "page.html").write_text(f"<html><body><article><p>{TEXTS[7]}</p></article></body></html>")
    (folder / "cut.txt.gz").write_bytes(gzip.compress(TEXTS[8].encode())[:-9])
    (folder / "empty.txt").write_text("")
    (folder / "empty.jsonl").write_text("")
    (folder / "large.txt").write_text("word " * 1_000)
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"word " * 100_000))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "sub" / ".hidden" / "not.txt").write_text(TEXTS[9])
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_input(tmp_path / "in")


@pytest.fixture
def bucket(source: Path) -> Iterator[str]:
    """The same files where only fsspec finds them."""
    memory = fsspec.filesystem("memory")
    memory.put(f"{source}/", "/bucket/news/", recursive=True)
    yield "memory://bucket/news"
    memory.rm("/bucket", recursive=True)


def local_run(source: Path, output: Path, settings: Settings) -> tuple[set[str], set[str]]:
    extract_folder([source], output, settings, Plan(workers=0))
    return lines_of(output, "records"), lines_of(output, "rejected")


def lines_of(output: Path, name: str) -> set[str]:
    found = [line for file in output.glob(f"{name}*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(found) == len(set(found))
    return set(found)


def in_one_process(given: str, output: str, settings: Settings, timeout: float = 60.0) -> shards.Summary:
    """What run.extract_cluster does, one batch after another."""
    source, target = place_of(given), place_of(output)
    files, skipped = find_files(source, target)
    storage.prepare(target)
    worker, summary = Worker(settings, timeout), shards.Summary()
    summary.counts["skipped"] = skipped
    try:
        for table in fetching.batches(source.filesystem, files, settings.limits):
            summary.add(shards.write_shards(worker(table), target, "jsonl"))
    finally:
        worker._pool.close()
    run._check_complete(summary, len(files))
    return summary


def no_pause(seconds: float) -> None:
    """Instead of time.sleep."""


def test_the_shards_hold_what_a_run_on_one_machine_gives(source: Path, tmp_path: Path) -> None:
    settings = Settings(limits=LIMITS, published=datetime.date(2025, 3, 1))
    records, rejects = local_run(source, tmp_path / "local", settings)
    assert len(records) == 11 and len(rejects) == 8
    summary = in_one_process(source.as_uri(), str(tmp_path / "out"), settings)
    assert lines_of(tmp_path / "out", "records") == records
    assert lines_of(tmp_path / "out", "rejected") == rejects
    local = json.loads((tmp_path / "local" / "run.json").read_text())
    assert summary.counts == local["counts"] and summary.engines == local["engines"]


def test_a_file_system_that_only_fsspec_knows(bucket: str, source: Path, tmp_path: Path) -> None:
    settings = Settings(limits=LIMITS)
    records, rejects = local_run(source, tmp_path / "local", settings)
    in_one_process(bucket, "memory://bucket/out", settings)
    fsspec.filesystem("memory").get("/bucket/out/", f"{tmp_path}/out/", recursive=True)
    assert lines_of(tmp_path / "out", "records") == records
    assert lines_of(tmp_path / "out", "rejected") == rejects
    with pytest.raises(UsageError, match="holds results"):
        storage.prepare(place_of("memory://bucket/out"))


def test_a_poisonous_article_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", poison.work)
    monkeypatch.setenv("STUMBLED", str(tmp_path / "stumbled"))
    rows = [TEXTS[0], "Article that KILLS.", TEXTS[1], "Article that HANGS.", "Article that STUMBLES.", TEXTS[2]]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": row}) + "\n" for row in rows))
    in_one_process(str(tmp_path / "in.jsonl"), str(tmp_path / "out"), Settings(), timeout=3.0)
    read = {json.loads(line)["source"]["index"] for line in lines_of(tmp_path / "out", "records")}
    rejects = {(row["index"], row["reason"]) for row in map(json.loads, lines_of(tmp_path / "out", "rejected"))}
    assert read == {0, 2, 4, 5} and (tmp_path / "stumbled").exists()
    assert rejects == {(1, "the process that read it died (signal SIGKILL)"), (3, "took longer than 3 seconds")}


def parquet(path: Path, **columns: Any) -> File:
    pq.write_table(pa.table(columns), path, row_group_size=2)
    return File(str(path), path.name)


def test_rows_of_parquet_are_articles(tmp_path: Path) -> None:
    days = [datetime.date(2025, 3, n) for n in range(1, 6)]
    kept = parquet(
        tmp_path / "in.parquet", text=[*TEXTS[:3], None, "x" * 4_000], date=days, other=[b"\xff", *[b"a"] * 4]
    )
    rows = list(fetching.rows(pa.fs.LocalFileSystem(), kept, LIMITS))
    assert [(row.kind, row.start) for row in rows] == [
        ("refused", 0), ("line", 1), ("line", 2), ("line", 3), ("refused", 4), ("end", 5),
    ]  # fmt: skip
    assert json.loads(rows[1].data) == {"text": TEXTS[1], "date": "2025-03-02", "other": "a"}
    in_one_process(str(tmp_path / "in.parquet"), str(tmp_path / "out"), Settings(limits=LIMITS))
    records = sorted((json.loads(line) for line in lines_of(tmp_path / "out", "records")), key=lambda r: r["id"])
    assert {record["published"]["date"] for record in records} == {"2025-03-02", "2025-03-03"}
    assert {record["source"]["format"] for record in records} == {"parquet"}
    assert len(lines_of(tmp_path / "out", "rejected")) == 3


def test_damaged_and_empty_parquet_is_refused(tmp_path: Path) -> None:
    whole = parquet(tmp_path / "in.parquet", text=TEXTS)
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "in.parquet").read_bytes()[:-20])
    empty = parquet(tmp_path / "empty.parquet", text=pa.array([], pa.string()))
    for file, reason in ((File(str(tmp_path / "cut.parquet"), "cut.parquet"), b"damaged"), (empty, b"empty: no rows")):
        refused, end = fetching.rows(pa.fs.LocalFileSystem(), file, LIMITS)
        assert (refused.kind, refused.start, end.start) == ("refused", -1, 1) and refused.data.startswith(reason)
    assert len(list(fetching.rows(pa.fs.LocalFileSystem(), whole, LIMITS))) == len(TEXTS) + 1


class Failing:
    """A file system whose streams break off, `times` times."""

    def __init__(self, times: int, error: Exception) -> None:
        self.left, self.error, self.real = times, error, pa.fs.LocalFileSystem()

    def open_input_stream(self, path: str, compression: None) -> Any:
        return Breaking(self) if self.left else self.real.open_input_stream(path, compression=compression)


class Breaking:
    def __init__(self, owner: Failing) -> None:
        owner.left -= 1
        raise owner.error


@pytest.mark.parametrize("error", [OSError("reset by peer"), RuntimeError("throttled")])
def test_a_file_that_fails_for_a_while_is_read_whole(tmp_path: Path, error: Exception) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS))
    file, waited = File(str(tmp_path / "in.jsonl"), "in.jsonl"), list[float]()
    good = list(fetching.rows(pa.fs.LocalFileSystem(), file, LIMITS))
    assert list(fetching.rows(Failing(3, error), file, LIMITS, waited.append)) == good
    assert waited == [1.0, 2.0, 4.0]
    refused, end = fetching.rows(Failing(4, error), file, LIMITS, no_pause)
    assert refused.data == f"cannot be read: {error}".encode() and end.start == 1


def test_a_stream_that_breaks_off_goes_on_with_the_next_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS))
    file, real, breaks = File(str(tmp_path / "in.jsonl"), "in.jsonl"), fetching.lines_of_stream, [True]

    def breaking(*arguments: Any) -> Iterator[Any]:
        for index, line in real(*arguments):
            if index == 5 and breaks and breaks.pop():
                raise OSError("reset by peer")
            yield index, line

    good = list(fetching.rows(pa.fs.LocalFileSystem(), file, LIMITS))
    monkeypatch.setattr(fetching, "lines_of_stream", breaking)
    assert list(fetching.rows(pa.fs.LocalFileSystem(), file, LIMITS, no_pause)) == good
    assert not breaks


def test_shards_of_parquet(source: Path, tmp_path: Path) -> None:
    place, worker = place_of(str(source)), Worker(Settings(limits=LIMITS), 60.0)
    files, _ = find_files(place, place_of(str(tmp_path / "out")))
    outcomes = pa.concat_tables([worker(table) for table in fetching.batches(place.filesystem, files, LIMITS)])
    worker._pool.close()
    (tmp_path / "out").mkdir()
    out = place_of(str(tmp_path / "out"))
    first, again = (shards.write_shards(outcomes, out, "parquet") for _ in range(2))
    assert first.files == again.files and {path.name for path in (tmp_path / "out").iterdir()} == set(first.files)
    records, rejects = (
        pq.read_table(tmp_path / "out" / name) for name in sorted(first.files, key=lambda n: "rej" in n)
    )
    local, refused = local_run(source, tmp_path / "local", Settings(limits=LIMITS))
    assert set(records["record"].to_pylist()) == local and records["id"][0].as_py() in records["record"][0].as_py()
    told = [json.dumps(row, ensure_ascii=False) for row in rejects.to_pylist()]
    assert set(told) == refused


class Full:
    """A file system that refuses what is written to it, `times` times."""

    type_name = "full"

    def __init__(self, times: int) -> None:
        self.left = times

    def open_output_stream(self, path: str, compression: None) -> Any:
        self.left -= 1
        if self.left >= 0:
            raise OSError("slow down")
        return pa.BufferOutputStream()


def test_a_shard_that_cannot_be_written_for_a_while_is_written() -> None:
    rows = to_table([Outcome("in.txt", 0, '{"pipeline": {"engines": {}}}', False, {"records": 1, "tasks": 1})])
    written = shards.write_shards(rows, storage.Place(Full(3), "out", "out"), "jsonl", no_pause)
    assert written.counts == {"records": 1, "tasks": 1} and list(written.files.values()) == [1]
    with pytest.raises(OSError, match="slow down"):
        shards.write_shards(rows, storage.Place(Full(4), "out", "out"), "jsonl", no_pause)


def test_only_what_fits_is_read_and_never_the_output(source: Path, bucket: str) -> None:
    for given in (str(source), bucket):
        out = f"{given}/sub"
        files, skipped = find_files(place_of(given), place_of(out), ["*.jsonl", "*.txt"])
        assert [file.name for file in files] == ["empty.jsonl", "empty.txt", "large.txt", "lines.jsonl"]
        assert skipped >= 3
        (one,), _ = find_files(place_of(f"{given}/sub/plain.txt"), place_of(out))
        assert one.name == "plain.txt"


def test_inputs_and_outputs_that_cannot_be_one(tmp_path: Path) -> None:
    out = place_of(str(tmp_path / "out"))
    with pytest.raises(UsageError, match="does not exist"):
        find_files(place_of(str(tmp_path / "nothing")), out)
    with pytest.raises(UsageError, match="nowhere://x"):
        place_of("nowhere://x/y")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="no folder"):
        storage.prepare(place_of(str(tmp_path / "file")))
    with pytest.raises(OutputError, match="cannot be written"):
        storage.prepare(place_of(str(tmp_path / "file" / "below")))


@pytest.mark.parametrize(
    ("uri", "kind", "path"),
    [
        ("s3://key:secret@bucket/a?region=us-east-1", "s3", "bucket/a"),
        ("gs://anonymous@bucket/a", "gcs", "bucket/a"),
        ("abfss://box@account.dfs.core.windows.net/a", "abfs", "box/a"),
        ("file:///a/b", "local", "/a/b"),
        ("memory://a/b", "py::fsspec+memory", "/a/b"),
    ],
)
def test_a_uri_has_the_file_system_of_its_scheme(uri: str, kind: str, path: str) -> None:
    place = place_of(uri)
    assert (place.filesystem.type_name, place.path.rstrip("/")) == (kind, path)
    assert "secret" not in place.shown


def test_the_manifest_for_kubernetes_runs_a_command_that_exists() -> None:
    job = yaml.safe_load((ROOT / "docs" / "kuberay.yaml").read_text(encoding="utf-8"))["spec"]
    words = shlex.split(job["entrypoint"])
    command = typer.main.get_command(cli.app).commands["cluster"]  # type: ignore[attr-defined]
    asked = command.make_context("cluster", words[2:]).params
    assert words[:2] == ["mithaq", "cluster"] and asked["given"].startswith("s3://")
    (workers,) = job["rayClusterSpec"]["workerGroupSpecs"]
    assert asked["actors"] == workers["replicas"] * int(workers["rayStartParams"]["num-cpus"])
    assert job["rayClusterSpec"]["headGroupSpec"]["rayStartParams"]["num-cpus"] == "0"
    pinned = f"ray=={job['rayClusterSpec']['rayVersion']}\n"
    assert pinned in (ROOT / "constraints.txt").read_text()
    for group in (workers, job["rayClusterSpec"]["headGroupSpec"]):
        (container,) = group["template"]["spec"]["containers"]
        assert container["image"].endswith(job["rayClusterSpec"]["rayVersion"])


def test_secrets_of_a_uri_are_not_shown() -> None:
    assert storage.without_secrets("s3://key:s3cr%2Fet@bucket/a?region=x&token=y") == "s3://bucket/a"
    with pytest.raises(UsageError) as caught:
        place_of("nowhere://key:secret@bucket/a")
    assert "secret" not in str(caught.value)


def test_what_does_not_add_up_is_told() -> None:
    good = {"expected": 3, "tasks": 3, "files": 1, "records": 2, "rejected": 1}
    whole = {"records-a.jsonl": 2, "rejected-b.jsonl": 1}
    run._check_complete(shards.Summary(whole, shards.Counter(good)), 1)
    for wrong in ({"tasks": 2}, {"files": 0}, {"records": 3}):
        with pytest.raises(ClusterError, match="articles were lost"):
            run._check_complete(shards.Summary(whole, shards.Counter(good | wrong)), 1)


def test_without_ray_the_command_says_what_to_install(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    result = mithaq("cluster", source, "--output", source / "out")
    assert result.exit_code == 1
    assert "mithaq cluster needs ray: pip install 'mithaq[ray]'" in result.stderr
    assert not (source / "out").exists()

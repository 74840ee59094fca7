"""The command on Ray clusters of this machine: the same records as `mithaq extract`, whatever is killed meanwhile.

`make cluster` installs Ray and runs these. Every cluster has two workers.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

pytestmark = [pytest.mark.cluster, pytest.mark.filterwarnings("default")]

ROOT = Path(__file__).resolve().parents[2]
LONG = 300.0  # seconds in which even a slow machine is done
ENVIRONMENT = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": str(ROOT)}
STORE = 100 << 20


def texts(count: int) -> list[str]:
    """Articles of both languages in turn, no two the same."""
    gold = sorted((ROOT / "tests" / "gold" / "articles").glob("*.json"))
    bodies = [json.loads(path.read_text(encoding="utf-8"))["text"][:1_500] for path in (*gold[:8], *gold[-8:])]
    return [f"{bodies[number % len(bodies)]}\n\n({number})" for number in range(count)]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """JSONL in two files, JSON and text, with something to refuse in each."""
    folder = tmp_path_factory.mktemp("in")
    bodies = texts(260)
    rows = [
        json.dumps({"text": text}, ensure_ascii=False) if n % 20 else "{broken" for n, text in enumerate(bodies[:240])
    ]
    (folder / "a.jsonl").write_text("\n".join(rows[:200]), encoding="utf-8")
    (folder / "b.jsonl").write_text("\n".join(rows[200:]), encoding="utf-8")
    (folder / "list.json").write_text(
        json.dumps([{"text": text} for text in [*bodies[240:250], " "]]), encoding="utf-8"
    )
    for number, text in enumerate(bodies[250:]):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Records and rejects of a run without Ray."""
    output = tmp_path_factory.mktemp("local")
    command = [sys.executable, str(ROOT / "cli.py"), "extract", str(source), "--output", str(output), "--workers", "2"]
    assert subprocess.run(command, env=ENVIRONMENT, capture_output=True, timeout=LONG, check=False).returncode == 1
    found = lines_of(output, "records"), lines_of(output, "rejected")
    assert (len(found[0]), len(found[1])) == (248, 14)
    return found


def lines_of(output: Path, name: str) -> set[str]:
    lines = [line for file in output.glob(f"{name}*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(set(lines))
    return set(lines)


def start(given: object, output: Path, *options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ROOT / "cli.py"), "cluster", str(given), "--output", str(output), "--actors", "2"]
    return subprocess.Popen(
        [*command, *map(str, options)], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(process: "subprocess.Popen[str]") -> str:
    """What the command printed, once it has ended as a run with rejects does."""
    try:
        printed, errors = process.communicate(timeout=LONG)
    except subprocess.TimeoutExpired:
        process.terminate()
        pytest.fail(f"not done after {LONG:g} seconds:\n{process.communicate()}")
    assert process.returncode == 1, f"{printed}\n{errors}"
    return printed + errors


def wait_for(condition: Callable[[], Any], process: "subprocess.Popen[str]") -> Any:
    """What the condition gives once that is something, while the command still runs."""
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        found = condition()
        assert process.poll() is None, f"the run ended too early: {process.communicate()}"
        if found:
            return found
        time.sleep(0.05)
    process.terminate()
    pytest.fail(f"waited in vain: {process.communicate()}")


def actors() -> dict[int, str]:
    """Processes of actors that read articles, by their ids, with the id of what started them."""
    found = {}
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and (folder / "cmdline").read_bytes().startswith(
                b"ray::MapWorker(MapBatches(Worker"
            ):
                status = (folder / "status").read_text()
                found[int(folder.name)] = next(
                    line.split()[1] for line in status.splitlines() if line.startswith("PPid")
                )
        except OSError:
            continue
    return found


def children(process: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        found += [int(child) for child in (task / "children").read_text().split()]
    return found


def descends(process: int, ancestor: int) -> bool:
    while process > 1:
        if process == ancestor:
            return True
        try:
            lines = Path(f"/proc/{process}/status").read_text().splitlines()
        except OSError:
            return False
        process = next(int(line.split()[1]) for line in lines if line.startswith("PPid"))
    return False


def test_the_same_records_as_without_ray(source: Path, expected: tuple[set[str], set[str]], tmp_path: Path) -> None:
    told = ended(start(source.as_uri(), tmp_path / "out", "--shard", 50))
    assert lines_of(tmp_path / "out", "records") == expected[0]
    assert lines_of(tmp_path / "out", "rejected") == expected[1]
    facts = json.loads((tmp_path / "out" / "run.json").read_text())
    files = {path.name: len(path.read_text().splitlines()) for path in (tmp_path / "out").glob("re*.jsonl")}
    assert facts["files"] == files and len(files) > 3
    assert facts["counts"]["records"] == 248 and facts["counts"]["rejected"] == 14
    assert facts["ray"] and facts["engines"] and facts["actors"] == 2
    assert "248 records, 14 rejected" in told and "Traceback" not in told


def test_killed_actors_and_processes_change_nothing(
    source: Path, expected: tuple[set[str], set[str]], tmp_path: Path
) -> None:
    process = start(source, tmp_path / "out", "--shard", 10)

    def busy() -> list[int]:
        return [pid for pid in actors() if descends(pid, process.pid)]

    wait_for(lambda: list((tmp_path / "out").glob("records-*.jsonl")), process)
    before = set(busy())
    victim, other = (*before, *before)[:2]
    os.kill(victim, signal.SIGKILL)
    for child in children(other) if other != victim else []:
        os.kill(child, signal.SIGKILL)
    wait_for(lambda: set(busy()) - before, process)  # another actor has taken its place
    ended(process)
    assert lines_of(tmp_path / "out", "records") == expected[0]
    assert lines_of(tmp_path / "out", "rejected") == expected[1]


@pytest.fixture
def two_nodes() -> Iterator[Any]:
    """A cluster of two nodes with one core each, beside a head that reads nothing."""
    from ray.cluster_utils import Cluster

    node = {"object_store_memory": STORE, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=node | {"num_cpus": 0})
    cluster.spare = [cluster.add_node(**node, num_cpus=1) for _ in range(2)]  # type: ignore[attr-defined]
    cluster.another = lambda: cluster.add_node(**node, num_cpus=1)  # type: ignore[attr-defined]
    yield cluster
    cluster.shutdown()


def test_a_node_that_is_lost_and_replaced_changes_nothing(
    source: Path, expected: tuple[set[str], set[str]], tmp_path: Path, two_nodes: Any
) -> None:
    process = start(source, tmp_path / "out", "--shard", 10, "--address", two_nodes.address)
    wait_for(lambda: list((tmp_path / "out").glob("records-*.jsonl")), process)
    two_nodes.remove_node(two_nodes.spare[0], allow_graceful=False)
    two_nodes.another()
    assert process.poll() is None
    ended(process)
    assert lines_of(tmp_path / "out", "records") == expected[0]
    assert lines_of(tmp_path / "out", "rejected") == expected[1]


def test_inside_a_program_that_uses_ray_parquet_to_parquet(tmp_path: Path) -> None:
    import ray

    from pipeline.batch.extraction import Settings
    from pipeline.cluster.run import Job, extract_cluster

    pq.write_table(pa.table({"text": [*texts(30), None]}), tmp_path / "in.parquet")
    ray.init(
        address="local", num_cpus=2, object_store_memory=STORE, include_dashboard=False, log_to_driver=False,
        _node_ip_address="127.0.0.1",
    )  # fmt: skip
    try:
        summary = extract_cluster(
            str(tmp_path / "in.parquet"), str(tmp_path / "out"), Settings(with_text=False), Job("parquet", actors=2)
        )
        assert ray.is_initialized()
    finally:
        ray.shutdown()
    tables = {name.partition("-")[0]: pq.read_table(tmp_path / "out" / name) for name in summary.files}
    assert summary.counts["records"] == tables["records"].num_rows == 30
    assert summary.counts["rejected"] == tables["rejected"].num_rows == 1
    assert sorted(tables["records"]["index"].to_pylist()) == list(range(30))
    assert {json.loads(line)["text"] for line in tables["records"]["record"].to_pylist()} == {None}


def test_a_cluster_that_is_not_there_is_told(source: Path, tmp_path: Path) -> None:
    process = start(source, tmp_path / "out", "--address", "127.0.0.1:1")
    printed = ended(process)
    assert "Error: no Ray cluster at 127.0.0.1:1" in printed and "Traceback" not in printed

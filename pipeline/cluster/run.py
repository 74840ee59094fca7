"""The run on a cluster: a dataset from files to rows to outcomes to shards, and run.json once all of it is there."""

import json
import logging
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from pipeline.batch.extraction import Settings
from pipeline.batch.folder import facts
from pipeline.batch.progress import LOG
from pipeline.cluster import fetching
from pipeline.cluster.errors import ClusterError
from pipeline.cluster.shards import ShardFormat, Summary
from pipeline.cluster.storage import File, Place, find_files, place_of, prepare, write
from pipeline.cluster.worker import Worker
from pipeline.errors import OutputError

if TYPE_CHECKING:
    import pyarrow as pa

# Shares of a core. Together those of one node stay below its cores, so that fetching and writing always find room beside
# the actors: were all cores the actors', they would wait for rows that nobody may fetch.
_ACTOR, _HELPER = 0.9, 0.02
_SMALLEST, _LARGEST = 32 << 10, 1 << 20  # bytes of a block, which is what an actor is given at a time
_BLOCKS = 16  # for each actor, at least, where the input is large enough: all of them end at about the same time
_MOST_LISTS = 2_000  # parts that the list of files is cut into
_PATIENCE = 10.0  # seconds for a cluster to answer
_QUEUED = 2  # blocks that wait at an actor, the one it reads included


@dataclass(frozen=True, slots=True)
class Job:
    """How a run goes about its work: `actors` None is one for each core of the cluster, `address` None a Ray of its own on
    this machine; `shard` is the number of articles in a file of the output; `patterns` as for `mithaq extract`."""

    format: ShardFormat = "jsonl"
    actors: int | None = None
    address: str | None = None
    timeout: float | None = 60.0
    shard: int = 5_000
    patterns: tuple[str, ...] = ()


def extract_cluster(given: str, output: str, settings: Settings, job: Job) -> Summary:
    """Read all articles of a file or folder into shards in `output`, with run.json written last.

    Raises UsageError for an input or output that cannot be one, OutputError where results cannot be written, ClusterError
    where a library is missing, the cluster fails, or not every article became a record or a reject.
    """
    _check_installed()
    source, target = place_of(given), place_of(output)
    files, skipped = find_files(source, target, job.patterns)
    prepare(target)
    started = time.monotonic()
    with _connected(job) as actors:
        LOG.info("%d files to read, %d skipped, %d actors", len(files), skipped, actors)
        summary = _run(files, source, target, settings, job, actors)
    if skipped:
        summary.counts["skipped"] = skipped
    _check_complete(summary, len(files))
    seconds = {"total": round(time.monotonic() - started, 3)}
    told = facts(summary.counts, seconds, summary.engines, settings)
    told |= {"ray": _version(), "actors": actors, "files": dict(sorted(summary.files.items()))}
    try:
        write(target, "run.json", (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode())
    except OSError as error:
        raise OutputError(f"{target.shown} cannot be written: {error}") from error
    return summary


def _check_installed() -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # of this process: failures reach it as exceptions
    try:
        import fsspec  # noqa: F401
        import pyarrow  # noqa: F401
        import ray.data  # noqa: F401
    except ImportError as error:
        name = (getattr(error, "name", None) or "ray").partition(".")[0]
        raise ClusterError(f"mithaq cluster needs {name}: pip install 'mithaq[ray]'") from error


def _version() -> str:
    import ray

    return str(ray.__version__)


@contextmanager
def _connected(job: Job) -> Iterator[int]:
    """A connection to the cluster, with the number of actors that are to run there. One that was there before stays."""
    import ray

    address = job.address or os.environ.get("RAY_ADDRESS")
    own = not ray.is_initialized()
    if own:
        quiet = {"logging_level": logging.ERROR, "log_to_driver": False}
        try:
            if address:
                _knock(address)
                ray.init(address=address, **quiet)
            else:
                cores = job.actors or len(os.sched_getaffinity(0))
                ray.init(address="local", num_cpus=cores, include_dashboard=False, **quiet)
        except (ConnectionError, ValueError, RuntimeError, OSError) as error:
            raise ClusterError(f"no Ray cluster at {address or 'this machine'}: {_first_line(error)}") from error
    try:
        yield job.actors or max(1, int(ray.cluster_resources().get("CPU", 1)))
    finally:
        if own:
            ray.shutdown()


def _knock(address: str) -> None:
    """Raises OSError where nothing listens at HOST:PORT: Ray itself would knock for minutes."""
    host, _, port = address.rpartition(":")
    if port.isdigit() and "/" not in address:
        socket.create_connection((host, int(port)), _PATIENCE).close()


def _run(files: list[File], source: Place, target: Place, settings: Settings, job: Job, actors: int) -> Summary:
    if not files:
        return Summary()
    from ray.exceptions import RayError

    from pipeline.cluster.sink import Shards

    sink = Shards(target, job.format, job.shard)
    try:
        dataset = _dataset(files, source, settings, job, actors)
        dataset.write_datasink(sink, ray_remote_args={"num_cpus": _HELPER})
    except (RayError, OSError) as error:
        raise ClusterError(f"the run failed: {_first_line(getattr(error, 'cause', None) or error)}") from error
    return sink.summary


def _dataset(files: list[File], source: Place, settings: Settings, job: Job, actors: int) -> Any:
    """Files → rows → outcomes. Nothing runs before it is written."""
    import ray.data
    from ray.data import ActorPoolStrategy, TaskPoolStrategy

    total = sum(file.size for file in files)
    _configure(total, actors)
    lists = min(len(files), max(actors, total // _LARGEST), _MOST_LISTS)
    rows = [{"path": file.path, "name": file.name, "refusal": file.refusal} for file in files]
    dataset = ray.data.from_items(rows, override_num_blocks=lists)
    whole: dict[str, Any] = {"batch_size": None, "batch_format": "pyarrow"}
    fetch = partial(_fetch, filesystem=source.filesystem, settings=settings)
    fetchers = TaskPoolStrategy(size=min(lists, max(2, actors // 4)))
    dataset = dataset.map_batches(fetch, **whole, num_cpus=_HELPER, compute=fetchers)
    pool = ActorPoolStrategy(size=actors, max_tasks_in_flight_per_actor=_QUEUED)
    arguments = (settings, job.timeout)
    return dataset.map_batches(Worker, fn_constructor_args=arguments, **whole, num_cpus=_ACTOR, compute=pool)


def _configure(total: int, actors: int) -> None:
    import ray.data

    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = sys.stderr.isatty()
    context.print_on_execution_start = False
    context.target_max_block_size = min(_LARGEST, max(_SMALLEST, total // (actors * _BLOCKS)))
    logging.getLogger("ray.data").setLevel(logging.ERROR)


def _fetch(table: "pa.Table", filesystem: Any, settings: Settings) -> "Iterator[pa.Table]":
    files = (File(row["path"], row["name"], refusal=row["refusal"]) for row in table.to_pylist())
    yield from fetching.batches(filesystem, files, settings.limits)


def _check_complete(summary: Summary, files: int) -> None:
    """Raises ClusterError where what was fetched, read and written does not add up."""
    counts = summary.counts
    fetched, read, ended = (counts.pop(name, 0) for name in ("expected", "tasks", "files"))
    written, outcomes = sum(summary.files.values()), counts["records"] + counts["rejected"]
    if (fetched, ended, written) != (read, files, outcomes):
        raise ClusterError(
            f"articles were lost: {ended} of {files} files were fetched, {read} of {fetched} of their parts read, "
            f"{written} of {outcomes} records and rejects written"
        )


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0][:300] or type(error).__name__

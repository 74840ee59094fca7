"""Outcomes to the files of the output: shards of records and of rejects, named by their content, so that one that is
written again after a failure takes its own place."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from pipeline.cluster.storage import PAUSES, Place, write

if TYPE_CHECKING:
    import pyarrow as pa

ShardFormat = Literal["jsonl", "parquet"]


@dataclass(slots=True)
class Summary:
    """What was written: the files with the lines in each, the counts, the engine of each language."""

    files: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    engines: dict[str, str] = field(default_factory=dict)

    def add(self, other: "Summary") -> None:
        """Take in what was written elsewhere."""
        self.files |= other.files
        self.counts.update(other.counts)
        self.engines = self.engines or other.engines


def write_shards(
    table: "pa.Table", output: Place, kind: ShardFormat, pause: Callable[[float], None] = time.sleep
) -> Summary:
    """Write a batch of outcomes (`worker.schema`): one shard of records, one of rejects, where there are any.

    Raises OSError where they cannot be written, though it was tried several times.
    """
    summary = Summary()
    lines: dict[str, list[tuple[str, int, str]]] = {"records": [], "rejected": []}
    for row in table.to_pylist():
        summary.counts.update(json.loads(row["counts"]))
        if row["line"]:
            index = -1 if row["index"] is None else row["index"]
            lines["rejected" if row["rejected"] else "records"].append((row["path"], index, row["line"]))
    for name, shard in lines.items():
        if shard:
            ordered = [line for _, _, line in sorted(shard)]
            file, data = _shard(name, ordered, kind)
            _write(output, file, data, pause)
            summary.files[file] = len(ordered)
    if lines["records"]:
        summary.engines = json.loads(lines["records"][0][2])["pipeline"]["engines"]
    return summary


def _shard(name: str, lines: list[str], kind: ShardFormat) -> tuple[str, Any]:
    """Name and bytes of a shard."""
    data = "".join(f"{line}\n" for line in lines).encode()
    file = f"{name}-{hashlib.sha256(data).hexdigest()[:20]}.{kind}"
    return file, data if kind == "jsonl" else _parquet(name, lines)


def _write(output: Place, file: str, data: Any, pause: Callable[[float], None]) -> None:
    for wait in PAUSES:
        try:
            write(output, file, data)
            return
        except Exception:  # each file system has its own, and not all are OSErrors
            pause(wait)
    write(output, file, data)


def _parquet(name: str, lines: list[str]) -> Any:
    """The lines as Parquet: what one filters by as columns, and of a record the whole as JSON in `record`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    values = [json.loads(line) for line in lines]
    if name == "rejected":
        columns = {key: [value[key] for value in values] for key in ("path", "index", "stage", "reason")}
        types = {"path": pa.string(), "index": pa.int64(), "stage": pa.string(), "reason": pa.string()}
    else:
        columns = {
            "id": [value["id"] for value in values],
            "path": [value["source"]["path"] for value in values],
            "index": [value["source"]["index"] for value in values],
            "language": [value["language"] for value in values],
            "published": [(value["published"] or {}).get("date") for value in values],
            "url": [value["source"]["url"] for value in values],
            "agreements": [len(value["agreements"]) for value in values],
            "record": lines,
        }
        types = dict.fromkeys(columns, pa.string()) | {"index": pa.int64(), "agreements": pa.int64()}
        types["record"] = pa.large_string()
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns, schema=pa.schema(list(types.items()))), sink, compression="zstd")
    return sink.getvalue()

"""Where a dataset of outcomes goes. Apart from the other modules, as it can only be imported where Ray is."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ray.data import Datasink

from pipeline.cluster.shards import ShardFormat, Summary, write_shards
from pipeline.cluster.storage import Place

if TYPE_CHECKING:
    import pyarrow as pa


class Shards(Datasink):  # type: ignore[misc]  # what Ray brings is not looked into by mypy
    """The output folder; each task writes `rows` outcomes or a few more, the last one what is left. `summary` holds what
    was written once all is."""

    def __init__(self, output: Place, kind: ShardFormat, rows: int) -> None:
        self._output, self._kind, self._rows = output, kind, rows
        self.summary = Summary()

    @property
    def min_rows_per_write(self) -> int:
        """Outcomes that a task gets."""
        return self._rows

    def write(self, blocks: "Iterable[pa.Table]", ctx: Any) -> Summary:
        """Write the outcomes of one task."""
        import pyarrow as pa

        return write_shards(pa.concat_tables(list(blocks)), self._output, self._kind)

    def on_write_complete(self, write_result: Any) -> None:
        """Put together what the tasks wrote."""
        for summary in write_result.write_returns:
            self.summary.add(summary)

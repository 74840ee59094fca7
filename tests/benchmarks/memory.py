"""Memory of the parent process and of a worker while more and more articles are read.

    python tests/benchmarks/memory.py [--largest 100000]

Three sizes: the largest, a tenth and a hundredth of it. Articles have about 30 words, so that the largest size takes
minutes and not an hour. Memory is the highest resident size that the kernel saw (VmHWM).
"""

import tempfile
from pathlib import Path

from material import extract, generated, options_of, show, write_lines

WORDS = 30


def main() -> None:
    """Measure and print."""
    options = options_of(__doc__, largest=(100_000, 4_000))
    parents, largest_worker = [], 0.0
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for size in (options.largest // 100, options.largest // 10, options.largest):
            source = write_lines(folder / f"{size}.jsonl", generated(size, WORDS))
            seconds, parent, worker = extract(source, folder / str(size), 2)
            parents.append(parent)
            largest_worker = max(largest_worker, worker)
            rows.append(f"{size:,} | {parent:.0f} MB | {worker:.0f} MB | {seconds:.0f}")
    show("articles | parent | a worker | seconds", *rows)
    show(
        "measure | measured | wanted",
        f"parent, from the second size to the third | {parents[2] / parents[1] - 1:+.1%} | within 10 %",
        f"a worker | {largest_worker:.0f} MB | under 500 MB",
        note=f"Generated articles of about {WORDS} words in one JSONL file, two workers.",
    )


if __name__ == "__main__":
    main()

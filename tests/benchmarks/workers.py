"""Articles a second with one worker process and with two, start-up left out.

    python tests/benchmarks/workers.py [--articles 10000]

The time of a run over few articles is taken off the time of the run over many, so that what both have in common (the
start of the workers, the loading of the models) is in neither. One worker reads a quarter of the articles.
"""

import tempfile
from pathlib import Path

from material import extract, generated, options_of, show, write_lines

WORDS, FEW = 300, 100


def main() -> None:
    """Measure and print."""
    options = options_of(__doc__, articles=(10_000, 500))
    rates, rows = {}, []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        few = write_lines(folder / "few.jsonl", generated(FEW, WORDS))
        for workers, articles in ((2, options.articles), (1, options.articles // 4)):
            many = write_lines(folder / f"{articles}.jsonl", generated(articles, WORDS))
            start, _, _ = extract(few, folder / f"few-{workers}", workers)
            seconds, parent, worker = extract(many, folder / f"many-{workers}", workers)
            rates[workers] = (articles - FEW) / (seconds - start)
            row = (f"{articles:,}", f"{rates[workers]:.1f}", f"{seconds:.0f}", f"{parent:.0f} MB", f"{worker:.0f} MB")
            rows.append(" | ".join((str(workers), *row)))
    show("workers | articles | articles a second | seconds with start-up | parent | a worker", *rows)
    show(
        "measure | measured | wanted",
        f"articles a second on two cores | {rates[2]:.1f} | at least 40",
        f"two workers against one | {rates[2] / rates[1]:.2f} times | at least 1.8 times",
        note=f"Generated articles of about {WORDS} words in one JSONL file.",
    )


if __name__ == "__main__":
    main()

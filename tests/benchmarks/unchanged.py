"""How fast a folder of which nothing changed is passed over in a second run.

python tests/benchmarks/unchanged.py [--articles 10000]
"""

import tempfile
from pathlib import Path

from material import extract, generated, options_of, show

WORDS = 30


def main() -> None:
    """Measure and print."""
    options = options_of(__doc__, articles=(10_000, 1_000))
    with tempfile.TemporaryDirectory() as temporary:
        source, output = Path(temporary) / "news", Path(temporary) / "out"
        source.mkdir()
        for number, made in enumerate(generated(options.articles, WORDS)):
            (source / f"{number}.txt").write_text(made["text"], encoding="utf-8")
        first, _, _ = extract(source, output, 2)
        again = [extract(source, output, 2)[0] for _ in range(3)]
    rate = options.articles / sorted(again)[1]
    show(
        "measure | measured | wanted",
        f"articles a second passed over | {rate:,.0f} | at least 5,000",
        note=f"{options.articles:,} files of about {WORDS} words, which the first run read in {first:.0f} s; every byte of them, and of their "
        "records, is hashed again. The middle one of three runs.",
    )


if __name__ == "__main__":
    main()

"""Times the camel engine against NERecognizer.predict with the same random BERT of the size of BERT-base on one article.

    python tests/benchmarks/camel.py

Prints the seconds of both, best of three, on all cores.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from material import show

from pipeline.entities.bert import load_bert
from pipeline.entities.labels import bio_label

sys.path.insert(0, str(Path(__file__).parents[1]))

from tiny_bert import make_bert, make_catalogue

BASE = {"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}
# 456 words in 24 sentences, as an article of the Arab press has them. Of the words three in four are whole in the vocabulary and the others
# cut into letters: 1.5 pieces a word, about as AraBERT cuts news.
SENTENCE = "وقع وفد من دبي مع بنك في قطر عقد نقل غاز الى كل من مصر و لبنان بعد حوار دام عام كامل .".split()
KNOWN = sorted({word for number, word in enumerate(SENTENCE) if number % 4 and len(word) > 1})
ARTICLE = [[*SENTENCE[: 14 + number % 10], "."] for number in range(24)]


def best_of(runs: int, work: Callable[[], Any]) -> tuple[float, Any]:
    """The least seconds that the work took, and what it gave."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - started)
    return min(times), result


def main() -> None:
    """Run both and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = make_bert(Path(name) / "bert", KNOWN, **BASE)
        os.environ["CAMELTOOLS_DATA"] = str(make_catalogue(Path(name) / "camel"))
        from camel_tools.ner import NERecognizer

        recognizer, engine = NERecognizer(str(folder), use_gpu=False), load_bert(str(folder))
        theirs, labels = best_of(3, lambda: recognizer.predict(ARTICLE))
        ours, tags = best_of(3, lambda: engine.tag_all(ARTICLE))
    same = tags == [[bio_label(label) for label in row] for row in labels]
    words = sum(map(len, ARTICLE))
    show(
        "measure | measured | wanted",
        f"NERecognizer.predict | {theirs:.2f} s | ",
        f"the camel engine | {ours:.2f} s, {theirs / ours:.1f} times as fast | at least 5 times",
        f"the same labels | {'yes' if same else 'no'} | yes",
        note=f"One article of {words} words in {len(ARTICLE)} sentences, best of three.",
    )


if __name__ == "__main__":
    main()

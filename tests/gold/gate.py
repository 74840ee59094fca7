"""The quality gate: whole articles, with floors per family and language that only rise.

python tests/gold/gate.py             prints every measure beside its floor; exit code 1 where one has fallen
python tests/gold/gate.py --raise     writes new floors where a measure now stands higher
python tests/gold/gate.py --held-out  prints the measures on articles that no rule was written for, without floors

There are two sets with floors: `articles`, and `second`, written later by other hands and read after a first measurement.
"""

import argparse
import datetime
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from models import Article, Source
from pipeline.run import Options, extract_article
from pipeline.scoring import Scores, score_article

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
SETS = ("articles", "second")
HELD_OUT = HERE / "heldout"
FLOORS = HERE / "floors.json"
LANGUAGES = ("en", "ar")
MARGIN = 0.005  # floors stand this much below what was measured: one item more or less in a large family


def as_article(gold: dict[str, Any]) -> Article:
    """The gold article as ingest would read it from a news site's JSON."""
    sha256 = hashlib.sha256(gold["text"].encode()).hexdigest()
    published = gold["published"] and datetime.date.fromisoformat(gold["published"])
    return Article(
        source=Source(path=f"{gold['id']}.json", format="json", sha256=sha256), text=gold["text"], published=published
    )


def measure(articles: Path = ARTICLES) -> Scores:
    """Scores of the pipeline, as it stands, on all gold articles of a folder."""
    scores, options = Scores(), Options()
    for path in sorted(articles.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        record = extract_article(as_article(gold), options)
        score_article(gold, json.loads(record.model_dump_json()), scores)
    return scores


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """Set → language → measure → the lowest F1 that passes."""
    found: dict[str, dict[str, dict[str, float]]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def raised(scores: Scores, old: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The floors with those lifted that the scores leave behind; none is lowered."""
    return {
        lang: {
            name: max(old.get(lang, {}).get(name, 0.0), int(1000 * ((scores.f1(lang, name) or 0.0) - MARGIN)) / 1000)
            for name in sorted(scores.tallies[lang])
            if scores.f1(lang, name) is not None
        }
        for lang in LANGUAGES
    }


def main() -> int:
    """Print the table; raise the floors where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="write new floors where a measure stands higher"
    )
    parser.add_argument("--held-out", action="store_true", help="measure on the articles that no rule was written for")
    options = parser.parse_args()
    if options.held_out:
        show(measure(HELD_OUT), {})
        return 0
    old, fallen, new = floors(), 0, {}
    for name in SETS:
        scores = measure(HERE / name)
        print(f"{name}:")
        fallen += show(scores, old.get(name, {}))
        new[name] = raised(scores, old.get(name, {}))
    if options.lift:
        FLOORS.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if fallen else 0


def show(scores: Scores, old: dict[str, dict[str, float]]) -> int:
    """Prints the table of a set; how many measures have fallen below their floors."""
    fallen = 0
    print(f"{'measure':28}" + "".join(f"{lang:>8}{'floor':>8}" for lang in LANGUAGES))
    for name in sorted({name for lang in LANGUAGES for name in scores.tallies[lang]}):
        row = f"{name:28}"
        for lang in LANGUAGES:
            f1, floor = scores.f1(lang, name), old.get(lang, {}).get(name, 0.0)
            fallen += f1 is not None and f1 < floor
            row += f"{'-' if f1 is None else f'{f1:.3f}':>8}{floor:8.3f}"
        print(row)
    return fallen


if __name__ == "__main__":
    sys.exit(main())

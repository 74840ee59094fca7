"""What the benchmarks share: the same articles for all, and timing."""

import json
import sys
from pathlib import Path

from models import Article

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "gold"))

from gate import ARTICLES, as_article  # noqa: E402


def gold_articles() -> list[Article]:
    """The annotated articles of both languages."""
    return [as_article(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(ARTICLES.glob("*.json"))]

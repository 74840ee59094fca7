"""The review page as one HTML file: template, style, script and data, with a policy that lets nothing else run."""

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from models.record import Record
from pipeline.errors import OutputError
from pipeline.output import replace_text
from pipeline.plots.series import overview
from pipeline.review.payload import chunks, index, safe_json
from pipeline.version import VERSION

_HERE = files("pipeline.review")
# The order in which the parts of the script build on one another.
_SCRIPT = (
    "element", "text", "words", "store", "gold", "decisions", "saving", "marks", "article", "items", "fields", "form", "list",
    "charts", "overview", "keys", "main",
)  # fmt: skip


def write_page(records: Iterable[Record], output: Path) -> int:
    """Write the page and return the number of records in it. Raises OutputError where it cannot be written."""
    shown = list(records)
    if not shown:
        raise OutputError("there are no records to review")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        replace_text(output, page(shown))
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror}") from error
    return len(shown)


def page(records: list[Record]) -> str:
    """The page as HTML; the same bytes for the same records."""
    style = _HERE.joinpath("page.css").read_text(encoding="utf-8")
    parts = [_HERE.joinpath("script", f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPT]
    script = "\n(() => {\n'use strict';\n\n" + "\n".join(parts) + "})();\n"
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_HERE.joinpath("page.html").read_text(encoding="utf-8")).render(
        policy=_policy(script, style),
        # Both are files of this package, held to the policy's hashes; autoescape would turn their quotes into entities.
        style=Markup(style),
        script=Markup(script),
        words=Markup(safe_json(json.loads(_HERE.joinpath("words.json").read_text(encoding="utf-8")))),
        index=Markup(safe_json(index(records))),
        overview=Markup(safe_json(overview(records))),
        chunks=[Markup(chunk) for chunk in chunks(records)],
        count=len(records),
        version=VERSION,
    )


def _policy(script: str, style: str) -> str:
    """Content-Security-Policy: this script and this style by their hashes, images out of the page itself, no network."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")

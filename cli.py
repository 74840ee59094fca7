"""The command line: each command reads its arguments and calls one plain function of the same name."""

import datetime
import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="mithaq",
    help="News about cooperation, English and Arabic, read into validated records: figures, dates, places, parties and "
    "agreements, each with the characters of the text that say it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


ExportFormat = Literal["csv", "parquet", "sqlite", "conll", "brat", "label-studio", "spacy", "rdf"]
ShardFormat = Literal["jsonl", "parquet"]


@app.callback()
def read_configuration(context: typer.Context) -> None:
    """Take defaults of options from mithaq.toml and the environment."""
    from pipeline.configuration import ConfigurationError, configured

    if context.invoked_subcommand in ("init", "doctor"):  # these must work where the configuration does not
        return
    try:
        context.default_map = configured()
    except ConfigurationError as error:
        print(f"Error: {error}", file=sys.stderr)
        raise typer.Exit(2) from None


@app.command(
    epilog="Example: mithaq extract data/raw --output data/out     cat article.txt | mithaq extract -",
)
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Files and folders (read with all that is in them), or - for standard input."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Folder for records.jsonl, rejected.jsonl and run.json."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of articles that name none.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="en|ar", help="Read everything as this language.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the records.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Stop after N articles.")] = None,
    english_ner: Annotated[str | None, typer.Option(metavar="ENGINE", help="NER engine for English.")] = None,
    arabic_ner: Annotated[str | None, typer.Option(metavar="ENGINE", help="NER engine for Arabic.")] = None,
    follow_links: Annotated[
        bool, typer.Option("--follow-links", help="Follow symbolic links out of an input folder.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="Processes that read; as many as cores by default, 0 for none beside this one."
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Read everything, also what has not changed since the last run.")
    ] = False,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Give an article up after this time.")
    ] = 60.0,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="Largest file, or line of JSONL, after decompression.")
    ] = 50_000_000,
    pattern: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Of folders, read only files that fit (*.html); may be given several times."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="FAMILY", help="Keep only these families in the records (parties, agreements, …)."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="X", help="Leave out agreements below this confidence.")
    ] = 0.0,
    log_json: Annotated[bool, typer.Option("--log-json", help="Log as lines of JSON.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Log every step, not only what was rejected.")
    ] = False,
) -> None:
    """Read articles into records.

    A second run over the same folder reads only what is new or changed.
    """
    from pipeline import commands
    from pipeline.batch.extraction import Settings
    from pipeline.batch.plan import Plan
    from pipeline.batch.progress import start_log
    from pipeline.ingest.content import Limits

    start_log(verbose, log_json)
    settings = Settings(
        published=_day(published),
        language=_language(language),
        english_ner=english_ner,
        arabic_ner=arabic_ner,
        with_text=not no_text,
        limits=Limits(max_bytes=max_bytes),
        keep=_families(keep),
        min_confidence=min_confidence,
    )
    if inputs == ["-"]:
        raise typer.Exit(commands.extract_stream(settings))
    workers = len(os.sched_getaffinity(0)) if workers is None else workers
    plan = Plan(workers, timeout, limit, resume, force, follow_links, tuple(pattern or ()))
    raise typer.Exit(commands.extract(_paths(inputs), _folder(output), settings, plan))


@app.command(epilog="Example: mithaq cluster s3://news/2025 --output s3://records/2025 --address auto")
def cluster(
    given: Annotated[
        str, typer.Argument(metavar="INPUT", help="File or folder: a path or a URI (s3://, gs://, abfss://, file://).")
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="URI", help="Folder for the shards and run.json; without results yet."),
    ],
    address: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT", help="The Ray cluster; a Ray of its own on this machine by default."),
    ] = None,
    actors: Annotated[
        int | None,
        typer.Option(
            "--actors", "--workers", min=1, metavar="N", help="Actors that read; one for each core by default."
        ),
    ] = None,
    format: Annotated[ShardFormat, typer.Option("--format", help="Format of the shards.")] = "jsonl",
    shard: Annotated[int, typer.Option(min=1, metavar="N", help="Articles in a shard.")] = 5_000,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of articles that name none.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="en|ar", help="Read everything as this language.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the records.")] = False,
    english_ner: Annotated[str | None, typer.Option(metavar="ENGINE", help="NER engine for English.")] = None,
    arabic_ner: Annotated[str | None, typer.Option(metavar="ENGINE", help="NER engine for Arabic.")] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Give an article up after this time.")
    ] = 60.0,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="Largest file, or line of JSONL, after decompression.")
    ] = 50_000_000,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GLOB", help="Of folders, read only files that fit (*.jsonl); may be given several times."
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="FAMILY", help="Keep only these families in the records (parties, agreements, …)."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="X", help="Leave out agreements below this confidence.")
    ] = 0.0,
    log_json: Annotated[bool, typer.Option("--log-json", help="Log as lines of JSON.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log how far the run is.")] = False,
) -> None:
    """Read articles into shards of records on a Ray cluster: the same records as extract.

    JSONL, JSON, text, HTML and Parquet, from any file system that pyarrow or fsspec can reach. Needs mithaq[ray].
    """
    from pipeline import commands
    from pipeline.batch.extraction import Settings
    from pipeline.batch.progress import start_log
    from pipeline.cluster.run import Job
    from pipeline.ingest.content import Limits

    start_log(verbose, log_json)
    settings = Settings(
        published=_day(published),
        language=_language(language),
        english_ner=english_ner,
        arabic_ner=arabic_ner,
        with_text=not no_text,
        limits=Limits(max_bytes=max_bytes),
        keep=_families(keep),
        min_confidence=min_confidence,
    )
    job = Job(format, actors, address, timeout, shard, tuple(pattern or ()))
    raise typer.Exit(commands.cluster(given, output, settings, job))


@app.command(epilog="Example: mithaq schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from models.record import Record

    print(json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


@app.command(epilog="Example: mithaq show data/out --id 0123456789abcdef")
def show(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", exists=True, help="records.jsonl, or the folder of a run.")
    ],
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Id of the record, or how it begins.")] = None,
) -> None:
    """Print one record with its quotes."""
    from pipeline import commands

    raise typer.Exit(commands.show(records, id))


@app.command(epilog="Example: mithaq evaluate tests/gold data/out/records.jsonl")
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", exists=True, help="Folder of gold articles (JSON).")],
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", exists=True, help="records.jsonl, or the folder of a run.")
    ],
) -> None:
    """Score records against gold articles, for each family and language."""
    from pipeline import commands

    raise typer.Exit(commands.evaluate(gold, records))


@app.command(epilog="Example: mithaq diff data/before data/out")
def diff(
    old: Annotated[Path, typer.Argument(metavar="RUN1", exists=True, help="Folder of a run, or its records.jsonl.")],
    new: Annotated[Path, typer.Argument(metavar="RUN2", exists=True, help="Folder of a run to compare it with.")],
) -> None:
    """Tell which records changed between two runs, and in which fields. Exit code 1 where any did."""
    from pipeline import commands

    raise typer.Exit(commands.diff(old, new))


@app.command(epilog="Example: mithaq review data/out -o review.html --open")
def review(
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="records.jsonl, or the folder of a run.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page: one HTML file that needs no network.")
    ] = Path("review.html"),
    show_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write a page to look at records and correct them."""
    from pipeline import commands

    raise typer.Exit(commands.review(records, output, show_it))


@app.command(epilog="Example: mithaq export data/out --to parquet -o tables")
def export(
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="records.jsonl, or the folder of a run.")],
    to: Annotated[ExportFormat, typer.Option("--to", help="Format; docs/exports.md describes each.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="File or folder, as the format has it.")
    ],
) -> None:
    """Write records in the format of another tool."""
    from pipeline import commands

    raise typer.Exit(commands.export(records, to, output))


@app.command(epilog="Example: mithaq plot data/out -o plots")
def plot(
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="records.jsonl, or the folder of a run.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the PNG and SVG files.")],
) -> None:
    """Draw figures over time, the network of parties and a timeline of agreements."""
    from pipeline import commands

    raise typer.Exit(commands.plot(records, output))


@app.command(epilog="Example: mithaq dossier data/out -o dossiers.jsonl --as-of 2025-06-30")
def dossier(
    records: Annotated[
        list[Path], typer.Argument(metavar="RECORDS...", exists=True, help="Files of records, or folders of runs.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="One dossier a line.")] = Path(
        "dossiers.jsonl"
    ),
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Only what was published by this day (YYYY-MM-DD).")
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(min=0, metavar="X", help="Evidence from which two articles tell of one agreement (2.0)."),
    ] = None,
) -> None:
    """Merge what articles tell of the same agreement, across languages, with what they contradict."""
    from pipeline.dossiers import write

    raise typer.Exit(write.dossier(records, output, _day(as_of, "--as-of"), threshold))


@app.command(epilog="Example: mithaq init")
def init(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")] = Path("mithaq.toml"),
    force: Annotated[bool, typer.Option("--force", help="Write it anew where it exists.")] = False,
) -> None:
    """Write a commented mithaq.toml."""
    from pipeline import configuration

    raise typer.Exit(configuration.init(file, force))


@app.command(epilog="Example: mithaq doctor")
def doctor() -> None:
    """Tell what is installed, what is missing and how to get it, and read a sentence in each language.

    Exit code 1 where something that mithaq needs is missing or does not work.
    """
    from pipeline.doctor import doctor as examine

    raise typer.Exit(examine())


def _paths(inputs: list[str]) -> list[Path]:
    if "-" in inputs:
        raise typer.BadParameter("standard input (-) cannot be read together with files", param_hint="INPUT")
    for name in inputs:
        if not os.path.lexists(name):
            raise typer.BadParameter(f"{name!r} does not exist", param_hint="INPUT")
    return [Path(name) for name in inputs]


def _folder(output: Path | None) -> Path:
    if output is None:
        raise typer.BadParameter("a folder for the results is needed", param_hint="--output")
    if any(path.exists() and not path.is_dir() for path in (output, *output.parents)):
        raise typer.BadParameter(f"{str(output)!r} is no folder", param_hint="--output")
    return output


def _day(written: str | None, option: str = "--published") -> datetime.date | None:
    try:
        return None if written is None else datetime.date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no date of the form YYYY-MM-DD", param_hint=option) from None


def _families(written: list[str] | None) -> tuple[str, ...] | None:
    from pipeline.selection import FAMILIES

    for name in written or ():
        if name not in FAMILIES:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(FAMILIES)}", param_hint="--keep")
    return tuple(sorted(set(written))) if written else None


def _language(written: str | None) -> str | None:
    if written not in (None, "en", "ar"):
        raise typer.BadParameter(f"{written!r} is neither en nor ar", param_hint="--language")
    return written


def main() -> None:
    """Run the command line. Exit codes: 0 all well, 1 some inputs rejected, 2 usage."""
    app()


if __name__ == "__main__":
    main()

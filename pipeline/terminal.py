"""Records, runs and scores on a terminal. Text keeps its logical order: the terminal lays Arabic out, not mithaq."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models.agreement import Agreement
from models.figure import Figure
from models.record import Record
from models.span import Span
from pipeline.ingest.content import printable
from pipeline.output import read_records

if TYPE_CHECKING:
    from pipeline.batch.folder import Summary
    from pipeline.scoring import Scores

_MAX_TABLES = 20  # articles of a run that get a table each
_SHOWN = 12  # items of one family in a table


def print_run(summary: "Summary") -> None:
    """Print what a run found: a table per article, or totals where they are many, and where the output lies."""
    console = _console()
    counts = summary.counts
    if 0 < counts["records"] <= _MAX_TABLES:
        for record in read_records(summary.output):
            console.print(_article_table(record))
    elif counts["records"]:
        console.print(_totals_table(summary))
    parts = [f"{counts['records']} records"]
    parts += [f"{counts[name]} {name}" for name in ("rejected", "skipped", "reused") if counts[name]]
    seconds = summary.seconds.get("total", 0)
    console.print(
        Text(f"{', '.join(parts)} in {seconds:.1f} s. Output: {printable(str(summary.output))}"), soft_wrap=True
    )


def print_record(record: Record) -> None:
    """Print one record with the quote of everything in it."""
    console = _console()
    title = record.title.text if record.title else record.source.path
    console.print(Text(f"{record.id}  {_one_line(title)}", style="bold"), soft_wrap=True)
    console.print(Text(_header(record)), soft_wrap=True)
    dates = {date.id: date.value for date in record.dates}
    names = {party.id: party.name for party in record.parties} | {place.id: place.name for place in record.places}
    for name, rows in (
        ("figures", [_figure_row(figure, dates) for figure in record.figures]),
        ("dates", [(date.id, date.value, date.calendar, _place(date)) for date in record.dates]),
        ("places", [(place.id, place.name, place.country or "", _quotes(place.mentions)) for place in record.places]),
        (
            "parties",
            [
                (
                    party.id,
                    party.name,
                    _description(party.kind, party.role, names.get(party.affiliation or "")),
                    _quotes(party.mentions),
                )
                for party in record.parties
            ],
        ),
        ("agreements", [row for agreement in record.agreements for row in _agreement_rows(agreement, record, names)]),
        ("warnings", [("", warning.code, warning.message, _quotes(warning.spans)) for warning in record.warnings]),
    ):
        if rows:
            console.print(Text(f"\n{len(getattr(record, name))} {name}", style="bold"))
        for key, value, note, quotes in rows:
            console.print(
                Text(f"{key:<4} " + "  ·  ".join(_one_line(part) for part in (value, note) if part)), soft_wrap=True
            )
            if quotes:
                console.print(Text(f"     {_one_line(quotes)}", style="dim"), soft_wrap=True)


def print_scores(scores: "Scores") -> None:
    """Print F1 of every measure, a column for each language."""
    languages = sorted(scores.tallies)
    table = Table(box=None, pad_edge=False)
    table.add_column("F1")
    for language in languages:
        table.add_column(language, justify="right")
    for measure in dict.fromkeys(name for language in languages for name in scores.tallies[language]):
        values = (
            scores.f1(language, measure) if measure in scores.tallies[language] else None for language in languages
        )
        table.add_row(measure, *("-" if value is None else f"{value:.3f}" for value in values))
    _console().print(table)


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)


def _article_table(record: Record) -> Table:
    """What one article says, a row for each family; each fact once, in the order of the text."""
    where = record.source.path + (f" [{record.source.index}]" if record.source.index else "")
    table = Table(title=Text(printable(where)), title_justify="left", show_header=False, min_width=60)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    languages = ", ".join(f"{language} {share:.0%}" for language, share in record.languages.items())
    table.add_row("language", languages or "unknown")
    for name, items in (
        ("figures", map(_figure, record.figures)),
        ("dates", (date.value for date in record.dates)),
        ("places", (place.name for place in record.places)),
        ("parties", (party.name for party in record.parties)),
        ("agreements", (_bound(agreement, record) for agreement in record.agreements)),
        ("warnings", (f"{warning.code}: {warning.message}" for warning in record.warnings)),
    ):
        if shown := _few(items):
            table.add_row(name, Text(shown))
    return table


def _few(items: Iterable[str]) -> str:
    """The first items, each once, and how many more there are."""
    distinct = list(dict.fromkeys(_one_line(item) for item in items))
    more = [f"and {len(distinct) - _SHOWN} more"] if len(distinct) > _SHOWN else []
    return " · ".join(distinct[:_SHOWN] + more)


def _totals_table(summary: "Summary") -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("found")
    table.add_column("count", justify="right")
    for name, count in sorted(summary.counts.items()):
        table.add_row(name, f"{count:,}")
    return table


def _header(record: Record) -> str:
    languages = (
        ", ".join(f"{language} {share:.0%}" for language, share in record.languages.items()) or "language unknown"
    )
    published = (
        f"published {record.published.date} ({record.published.source})"
        if record.published
        else "publication date unknown"
    )
    source = record.source
    where = [source.path + (f" [{source.index}]" if source.index else ""), source.publisher, source.author, source.url]
    return "  ·  ".join([_one_line(part) for part in where if part] + [languages, published])


def _figure_row(figure: Figure, dates: dict[str, str]) -> tuple[str, str, str, str]:
    about = [
        figure.measure.text if figure.measure else "",
        figure.trend or "",
        figure.basis or "",
        dates.get(figure.period or "", ""),
    ]
    return figure.id, _figure(figure), ", ".join(filter(None, about)), _place(figure)


_SIGNS = {"exact": "", "approx": "≈ ", "more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ "}


_SIZES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def _figure(figure: Figure) -> str:
    high = f" - {_amount(figure.value_high)}" if figure.value_high is not None else ""
    return f"{_SIGNS[figure.modifier]}{_amount(figure.value)}{high} {figure.unit or '?'}"


def _amount(value: Decimal) -> str:
    size, name = next(((size, f" {name}") for size, name in _SIZES if abs(value) >= size), (Decimal(1), ""))
    return f"{(value / size).normalize():,f}{name}"


def _agreement(agreement: Agreement) -> str:
    count = "" if agreement.count == 1 else "several " if agreement.count is None else f"{agreement.count} "
    return f"{count}{agreement.kind} ({agreement.status})"


def _bound(agreement: Agreement, record: Record) -> str:
    """The agreement with those that it binds."""
    names = {party.id: party.name for party in record.parties}
    parties = ", ".join(names[party] for party in agreement.parties)
    return _agreement(agreement) + (f": {parties}" if parties else "")


def _agreement_rows(agreement: Agreement, record: Record, names: dict[str, str]) -> Iterable[tuple[str, str, str, str]]:
    values = {item.id: item.text for item in (*record.dates, *record.figures)}
    yield (
        agreement.id,
        _agreement(agreement),
        agreement.title.text if agreement.title else "",
        _quotes(agreement.evidence[:1]),
    )
    slots = {
        "parties": "; ".join(names[party] for party in agreement.parties),
        "signatories": "; ".join(names[party] for party in agreement.signatories),
        "signed": values.get(agreement.signed or "", ""),
        "place": names.get(agreement.place or "", ""),
        "value": values.get(agreement.value or "", ""),
        "duration": values.get(agreement.duration or "", ""),
        "under": agreement.under or "",
        "subject": agreement.subject.text if agreement.subject else "",
    }
    for slot, value in slots.items():
        if value:
            yield "", slot, value, ""
    for area in agreement.areas:
        yield "", "area", area.topic or "", _place(area)
    for term in agreement.terms:
        yield "", term.kind, names.get(term.actor or "", ""), _place(term)


def _description(kind: str, role: Span | None, affiliation: str | None) -> str:
    return ", ".join(filter(None, (kind, role.text if role else None, affiliation)))


def _place(span: Span) -> str:
    return f"“{span.text}” {span.start}-{span.end}"


def _quotes(spans: Iterable[Span]) -> str:
    return "  ".join(_place(span) for span in spans)


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))

"""The formats by name, each written by its own module, which is imported only when it is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from models.record import Record
from pipeline.errors import OutputError
from pipeline.exports.tables import distinct


class Format(StrEnum):
    """What records can be exported to."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    CONLL = "conll"
    BRAT = "brat"
    LABEL_STUDIO = "label-studio"
    SPACY = "spacy"
    RDF = "rdf"


@dataclass(frozen=True, slots=True)
class _Writer:
    module: str
    folder: bool  # whether it writes a folder or one file


_WRITERS = {
    Format.CSV: _Writer("csv_tables", folder=True),
    Format.PARQUET: _Writer("parquet_tables", folder=True),
    Format.SQLITE: _Writer("sqlite_tables", folder=False),
    Format.CONLL: _Writer("conll", folder=False),
    Format.BRAT: _Writer("brat", folder=True),
    Format.LABEL_STUDIO: _Writer("label_studio", folder=True),
    Format.SPACY: _Writer("spacy_docs", folder=False),
    Format.RDF: _Writer("rdf", folder=False),
}


def export(records: Iterable[Record], to: Format, output: Path) -> int:
    """Write the records to a file or folder and return their number. Raises OutputError where that cannot be done."""
    writer = _WRITERS[to]
    if output.exists() and output.is_dir() != writer.folder:
        raise OutputError(f"{to} is written to a {'folder' if writer.folder else 'file'}, which {output} is not")
    try:
        module = import_module(f"pipeline.exports.{writer.module}")
    except ModuleNotFoundError as error:
        raise OutputError(f"{to} needs {error.name}: pip install 'mithaq[export]'") from error
    count = 0

    def counted() -> Iterable[Record]:
        nonlocal count
        for record in distinct(records):
            count += 1
            yield record

    try:
        module.write(counted(), output)
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror}") from error
    return count

"""The reference pages, made from the models and the command line when the site is built: record, dossier, commands.

A hook of mkdocs (mkdocs.yml): pages that nobody writes cannot be out of date.
"""

import builtins
import types
import typing
from typing import Any

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pydantic import BaseModel

import cli
from models.dossier import Dossier
from models.record import Record

_PLAIN = {
    "str": "text", "int": "integer", "Decimal": "number", "float": "number", "bool": "boolean", "date": "ISO date",
}  # fmt: skip


def pages() -> dict[str, str]:
    """File name → text of each generated page."""
    return {
        "record.md": f"# The record\n\nOne line of `records.jsonl`. `mithaq schema` prints the same as JSON Schema.\n\n{_models(Record)}",
        "dossier.md": f"# The dossier\n\nOne line of what `mithaq dossier` writes.\n\n{_models(Dossier)}",
        "commands.md": f"# Commands\n\n{_commands()}",
    }


def _models(first: type[BaseModel]) -> str:
    seen: dict[type[BaseModel], None] = {first: None}
    queue = [first]
    while queue:
        for field in queue.pop(0).model_fields.values():
            for inner in _inner_models(field.annotation):
                if inner not in seen:
                    seen[inner] = None
                    queue.append(inner)
    return "\n".join(_model(model) for model in seen)


def _inner_models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in typing.get_args(annotation) for model in _inner_models(part)]


def _model(model: type[BaseModel]) -> str:
    about = " ".join((model.__doc__ or "").split())
    rows = [f"## {model.__name__}", "", about, "", "| field | type | may be left out |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        rows.append(f"| `{name}` | {_type(field.annotation)} | {'' if field.is_required() else 'yes'} |")
    return "\n".join(rows) + "\n"


def _type(annotation: Any) -> str:
    parts = typing.get_args(annotation)
    match typing.get_origin(annotation):
        case typing.Annotated:
            shown = _type(parts[0])
        case typing.Literal:
            shown = " · ".join(f"`{part}`" for part in parts)
        case typing.Union | types.UnionType:
            shown = " or ".join("null" if part is type(None) else _type(part) for part in parts)
        case builtins.tuple:
            shown = f"list of {_type(parts[0])}"
        case builtins.dict:
            shown = f"object: {_type(parts[0])} → {_type(parts[1])}"
        case _ if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            shown = f"[{annotation.__name__}](#{annotation.__name__.lower()})"
        case _:
            shown = _PLAIN.get(annotation.__name__, annotation.__name__)
    return shown


def _commands() -> str:
    group = typer.main.get_command(cli.app)
    parts = []
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        about = " ".join((command.help or "").split())
        parts += [f"## mithaq {name}", "", about, "", "| | |", "|---|---|"]
        for option in command.params:
            if option.param_type_name == "argument":
                parts.append(f"| `{option.metavar}` | {_cell(option.help)} |")
            elif option.name != "help":
                parts.append(f"| `{', '.join(option.opts)}` | {_cell(option.help)} |")
        parts.append("")
    return "\n".join(parts)


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to those of the folder."""
    for name, text in pages().items():
        files.append(File.generated(config, name, content=text))
    return files

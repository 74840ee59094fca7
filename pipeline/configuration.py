"""mithaq.toml: defaults for the options of the commands. Flags win over the environment, and that over the file.

A key is the long name of an option with underscores, in the table of its command; in the environment the same key is
MITHAQ_EXTRACT__WORKERS. The file is mithaq.toml in the working folder, or what MITHAQ_CONFIG names.
"""

import difflib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

FILE = "mithaq.toml"
NAMED_BY = "MITHAQ_CONFIG"
_PREFIX, _BETWEEN = "MITHAQ_", "__"

Defaults = dict[str, dict[str, Any]]


class ConfigurationError(Exception):
    """What is wrong with the configuration, a line for each mistake."""


def configured() -> Defaults:
    """Command → option → value of what the environment and the file set; empty where neither does.

    Raises ConfigurationError where the file cannot be read, a key is unknown or a value does not fit.
    """
    file = Path(os.environ.get(NAMED_BY) or FILE)
    named = [name for name in os.environ if name.upper().startswith(_PREFIX) and name.upper() != NAMED_BY]
    if not named and not file.is_file() and not os.environ.get(NAMED_BY):
        return {}  # the usual case must not pay for importing pydantic-settings
    from pydantic import ValidationError

    from pipeline.settings import configuration_of

    _check_readable(file)
    model = configuration_of(file)
    mistakes = list(_unknown_variables(named, model))
    if mistakes:
        raise ConfigurationError("\n".join(mistakes))
    try:
        found = model()  # type: ignore[call-arg]
    except ValidationError as error:
        raise ConfigurationError("\n".join(_mistake(each, file, model) for each in error.errors())) from error
    return {name: table for name, table in found.model_dump(exclude_none=True, mode="json").items() if table}


def _check_readable(file: Path) -> None:
    import tomllib

    if not file.is_file() and not os.environ.get(NAMED_BY):
        return
    try:
        tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file} is no TOML: {error}") from error


def _unknown_variables(names: Iterable[str], model: "type[BaseModel]") -> Iterator[str]:
    """A line for each variable of the environment that no option has; pydantic-settings would pass over it."""
    known = [f"{_PREFIX}{table}{_BETWEEN}{key}".upper() for table, keys in _keys(model).items() for key in keys]
    for name in sorted(names):
        if name.upper() not in known:
            yield f"unknown variable {name}{_suggestion(name.upper(), known)}"


def _keys(model: "type[BaseModel]") -> dict[str, list[str]]:
    tables: dict[str, Any] = {name: field.annotation for name, field in model.model_fields.items()}
    return {name: list(table.model_fields) for name, table in tables.items()}


def _mistake(error: Any, file: Path, model: "type[BaseModel]") -> str:
    where = [str(part) for part in error["loc"]]
    name = ".".join(where)
    if error["type"] != "extra_forbidden":
        return f"{file} or the environment: {name}: {error['msg']}, not {error['input']!r}"
    keys = _keys(model)
    nearby = keys.get(where[0], []) if len(where) > 1 else list(keys)
    return f"{file}: unknown key {name}{_suggestion(where[-1], nearby, '.'.join(where[:-1]))}"


def _suggestion(name: str, known: Iterable[str], table: str = "") -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean {table + '.' if table else ''}{close[0]}?" if close else ""


def template() -> str:
    """A mithaq.toml in which every key stands as a comment with what it does and an example."""
    from pipeline.settings import Configuration

    lines = ["# Defaults for the options of mithaq. Flags win over the environment, and that over this file.",
             "# A key extract.workers is MITHAQ_EXTRACT__WORKERS in the environment and --workers on the command line."]  # fmt: skip
    tables: dict[str, Any] = {name: field.annotation for name, field in Configuration.model_fields.items()}
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        for key, field in table.model_fields.items():
            lines += [f"# {field.description}", f"# {key} = {_toml(field.examples[0])}"]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def init(file: Path, force: bool = False) -> int:
    """Write the commented configuration. 0, or 1 where the file exists (unless `force`) or cannot be written."""
    try:
        with file.open("w" if force else "x", encoding="utf-8") as stream:
            stream.write(template())
    except FileExistsError:
        print(f"Error: {file} exists; --force writes it anew", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Error: {file} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"Wrote {file}. Every key in it is a comment; take the # away to set it.")
    return 0

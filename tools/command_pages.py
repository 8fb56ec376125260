"""One page per command, drawn from the command line program itself."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Mapping
from typing import Protocol, cast

PROGRAM = "reportedly"

EXIT_CODES = """## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | failed |
| 2 | the call was not understood |
| 3 | done in part; each failure is named |
| 130 | stopped by an interrupt; a ledger keeps what was recorded |
"""


class Parameter(Protocol):
    """What is used of an option or argument."""

    name: str
    opts: list[str]
    secondary_opts: list[str]
    default: object
    required: bool
    multiple: bool
    nargs: int
    hidden: bool
    help: str | None
    param_type_name: str


class Command(Protocol):
    """What is used of a command; a group has ``commands`` as well."""

    help: str | None
    hidden: bool
    params: list[Parameter]


def application() -> Command | None:
    """Return the program's outermost command, or None where it has no command line yet."""
    if importlib.util.find_spec("reportedly.cli") is None:
        return None
    app = getattr(importlib.import_module("reportedly.cli"), "app", None)
    return None if app is None else cast("Command", importlib.import_module("typer.main").get_command(app))


def commands(command: Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Yield every visible command that does something, with its words: ``("claim", "add")``."""
    inner: Mapping[str, Command] = getattr(command, "commands", {})
    if not inner:
        yield path, command
    for name, below in sorted(inner.items()):
        if not below.hidden:
            yield from commands(below, (*path, name))


def cell(text: str) -> str:
    """Return ``text`` as one cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def default(parameter: Parameter) -> str:
    """Return the default value as it would be typed, empty where there is none."""
    value = parameter.default
    if parameter.required or value is None or value is False or callable(value) or value in ((), [], ""):
        return ""
    return f"`{'yes' if value is True else value}`"


def row(parameter: Parameter) -> str:
    """Return one line of the table of options or arguments."""
    argument = parameter.param_type_name == "argument"
    names = [parameter.name.upper()] if argument else [*parameter.opts, *parameter.secondary_opts]
    repeated = parameter.multiple or parameter.nargs == -1
    note = " May be repeated." if repeated else ""
    needed = " Required." if parameter.required else ""
    shown = ", ".join(f"`{name}`" for name in names)
    return f"| {shown} | {cell((parameter.help or '') + note + needed)} | {cell(default(parameter))} |"


def table(title: str, parameters: list[Parameter]) -> str:
    """Return a titled table, or nothing where there is nothing to list."""
    if not parameters:
        return ""
    lines = [f"## {title}", "", "| name | what it does | default |", "|---|---|---|", *map(row, parameters)]
    return "\n".join(lines) + "\n"


def usage(words: tuple[str, ...], arguments: list[Parameter]) -> str:
    """Return the line that shows how the command is called."""
    shown = [f"{a.name.upper()}{'...' if a.nargs == -1 else ''}" for a in arguments]
    wrapped = [name if a.required else f"[{name}]" for a, name in zip(arguments, shown, strict=True)]
    return " ".join([PROGRAM, *words, "[OPTIONS]", *wrapped])


def summary(command: Command) -> str:
    """Return the first paragraph of a command's help."""
    return cell((command.help or "").partition("\n\n")[0])


def page(words: tuple[str, ...], command: Command) -> str:
    """Return the page of one command."""
    visible = [p for p in command.params if not p.hidden and p.name != "help"]
    arguments = [p for p in visible if p.param_type_name == "argument"]
    options = [p for p in visible if p.param_type_name != "argument"]
    parts = [
        f"# {' '.join([PROGRAM, *words])}\n",
        f"{(command.help or '').strip()}\n",
        f"```\n{usage(words, arguments)}\n```\n",
        table("Arguments", arguments),
        table("Options", options),
        EXIT_CODES,
    ]
    return "\n".join(part for part in parts if part)


def pages() -> dict[str, str]:
    """Return the text of every command's page and of their index, by path below ``docs/``."""
    outermost = application()
    if outermost is None:
        return {}
    found = list(commands(outermost))
    written = {f"commands/{'-'.join(words)}.md": page(words, command) for words, command in found}
    rows = [f"| [`{' '.join(words)}`]({'-'.join(words)}.md) | {summary(command)} |" for words, command in found]
    head = ["# Commands", "", "Data goes to standard output, progress to standard error.", "", "| command | does |", "|---|---|"]
    written["commands/index.md"] = "\n".join([*head, *rows]) + "\n"
    return written

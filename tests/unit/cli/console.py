"""Calling the program as a person would, within this process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from reportedly.cli import app
from reportedly.example import pack

PACK = ("--pack", pack())
HELD = "The army seized Copper Row on Tuesday, a spokesman said."
LOST = "Fighters of the Valley Defence Council still hold Copper Row, its spokesman said on Wednesday."


def call(*arguments: object, given: bytes | None = None, env: Mapping[str, str] | None = None) -> Result:
    """Return what a call gave: its exit code, standard output and standard error."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given, env=env)


def rows(result: Result) -> list[dict[str, Any]]:
    """Return standard output as JSON lines, of a call that ended well."""
    assert result.exit_code == 0, result.stderr
    return lines(result)


def lines(result: Result) -> list[dict[str, Any]]:
    """Return standard output as JSON lines."""
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def write(folder: Path, **texts: str | bytes) -> Path:
    """Write files ``name.txt`` with the texts given; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder

"""``reportedly watch add``, ``list`` and ``remove``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, watching
from reportedly.cli.out import clean, screen, write_json, written
from reportedly.errors import OptionError, UnknownIdError

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of the watch: letters, digits, spaces, and signs of _.@+-")]
Maybe = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Name of the watch; left out with --file.")]
Lines = Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Keep the watches of a file that `watch list --json` wrote.")]


@watching
def add(name: Maybe = None, *, where: dict[str, str], file: Lines = None, ledger: o.LedgerOption = None) -> None:
    """Keep a filter under a name, in the place of one of that name before; or all watches of a file.

    Watches lie in the ledger's file beside the record, and are no part of it.
    """
    from reportedly.store import looks
    from reportedly.watching import checked, read_watches

    if (name is None) == (file is None):
        what = "a watch needs a name, or a file that has some"
        raise OptionError(what, where="NAME", remedy="give one of the two")
    if name is not None:
        filter_of(where)
        wanted = [checked(written(name), {key: written(value) for key, value in where.items()})]
    else:
        wanted = list(read_watches(file or Path()))
    with o.open_ledger(ledger) as held, held.writing() as (connection, _):
        for key, filters in wanted:
            looks.put_watch(connection, key, filters)
    for key, _filters in wanted:
        sys.stdout.write(f"{clean(key)} is watched\n")


def list_(*, ledger: o.LedgerOption = None, json: o.Json = False) -> None:
    """List the watches with their filters, and when each was last looked at; --json gives what `watch add --file` takes."""
    from reportedly.store import looks

    with o.open_ledger(ledger) as held, held.reading() as connection:
        found = list(looks.watches(connection))
    if json:
        for each in found:
            write_json({"name": each.name, "where": dict(each.where), "made": each.made, "looked": each.looked and each.looked.looked})
        return
    from reportedly.cli.views.watches import watches_view

    screen().print(watches_view(found))


def remove(name: Name, *, ledger: o.LedgerOption = None) -> None:
    """Take out a watch. What it watched stays in the ledger."""
    from reportedly.store import looks

    key = looks.name_of(written(name), "NAME")
    with o.open_ledger(ledger) as held, held.writing() as (connection, _):
        if not looks.remove_watch(connection, key):
            what = f"there is no watch {key!r}"
            raise UnknownIdError(what, where=held.where, remedy="`reportedly watch list` lists them")
    sys.stdout.write(f"{clean(key)} is no longer watched\n")

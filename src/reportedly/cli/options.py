"""Options that several commands share, and what they mean to the parts below."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.group import complain
from reportedly.cli.out import clean, written
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.model.pack import Pack
    from reportedly.pipeline import Settings
    from reportedly.ports import ReadOptions
    from reportedly.read.fetch import Fetcher
    from reportedly.store import Ledger

Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders (read in the order of their names), addresses with --fetch, or - for standard input."),
]
Fetch = Annotated[bool, typer.Option("--fetch", help="Fetch addresses, and those that lists of them name; without it the network is off.")]
LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar="REPORTEDLY_LEDGER",
        metavar="PATH|URL",
        help="Path of the ledger, or postgresql:// URL of its database; else a file in your data folder.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Give JSON, one object a line.")]
JsonHere = Annotated[bool, typer.Option("--json", help="Give one JSON object.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication of documents, as YYYY-MM-DD.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher, for documents that name none.")]
Column = Annotated[list[str] | None, typer.Option(metavar="OURS=THEIRS", help="Which column of a table is ours, as in text=body.")]
DateOrder = Annotated[str, typer.Option(metavar="ymd|mdy|dmy", help="Order of dates in figures that are not ISO.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of the input; detected where none is named.")]
Packs = Annotated[list[str] | None, typer.Option("--pack", metavar="DIR", help="Pack of a theatre; else the one on Aleppo that ships.")]
Codebooks = Annotated[
    list[str] | None,
    typer.Option("--codebook", metavar="PATH", help="File or folder of frames of your own, laid over the codebook that ships."),
]
RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Mark attributions by rules alone: faster, and finds fewer.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes side by side; else as many as the machine has cores.")]


def read_options(
    published: str | None, publisher: str | None, columns: Sequence[str] | None, date_order: str, encoding: str | None
) -> ReadOptions:
    """Return what the caller says about the input.

    Raises:
        OptionError: a date or a pair of columns is not understood.
    """
    from reportedly.ports import ReadOptions

    return ReadOptions(
        _day(published),
        None if publisher is None else written(publisher),
        tuple(pair(column) for column in columns or ()),
        date_order,
        encoding,
    )


def fetcher(*, fetch: bool) -> Fetcher | None:
    """Return what fetches addresses, None where nobody asked for it."""
    from reportedly.read.fetch import Fetcher

    return Fetcher() if fetch else None


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as problem:
        what = f"{value!r} is no date"
        raise OptionError(what, where="--published", remedy="write it as YYYY-MM-DD") from problem


def pair(column: str) -> tuple[str, str]:
    """Return our name of a column and theirs. Raises OptionError where ``column`` is no pair of the form ours=theirs."""
    ours, equals, theirs = column.partition("=")
    if not (ours and equals and theirs):
        what = f"{column!r} is no pair of columns"
        raise OptionError(what, where="--column", remedy="write ours=theirs, as in text=article_content")
    return ours.strip(), theirs.strip()


def settings(
    packs: Sequence[str] | None,
    workers: int | None,
    layers: Sequence[str] | None = None,
    *,
    rules_only: bool = False,
    codebook: Sequence[str] | None = None,
) -> Settings:
    """Return what a run reads with; packs and codebook are loaded, so that a mistake in one is told before anything is read.

    Raises:
        PackError: a folder is no pack, or the head of one has a mistake.
        CodebookError: a file of frames has a mistake.
    """
    from reportedly.codebook import codebook_of
    from reportedly.engine.pool import workers_available
    from reportedly.gazetteer import the_world
    from reportedly.mark.tagger.file import MODEL_FILE
    from reportedly.packs import DEFAULT_PACKS
    from reportedly.pipeline import LAYERS, Settings

    chosen = tuple(packs) if packs else DEFAULT_PACKS
    if pack_of(chosen).gazetteer:
        name_unusable()
        the_world()  # made once, before there are several processes that need it
    codebook_of(tuple(codebook or ()))
    model = None if rules_only else MODEL_FILE
    return Settings(chosen, tuple(layers) if layers else LAYERS, workers or workers_available(), model, tuple(codebook or ()))


def pack_of(packs: Sequence[str] | None) -> Pack:
    """Return the packs that are named, else those that are meant where none is; their mistakes are named on standard error.

    Raises:
        PackError: a folder is no pack, or the head of one has a mistake.
    """
    from reportedly.packs import DEFAULT_PACKS, read_packs

    loaded = read_packs(tuple(packs) if packs else DEFAULT_PACKS)
    for mistake in loaded.mistakes:
        complain(clean(mistake))
    return loaded.pack


def name_unusable() -> None:
    """Name the gazetteers of the user that cannot be used, on standard error."""
    from reportedly.gazetteer.user import unusable

    for problem in unusable():
        complain(clean(problem))


def default_ledger() -> Path:
    """Return where the ledger lies that is meant when none is named."""
    from platformdirs import user_data_path

    return user_data_path("reportedly", appauthor=False) / "ledger.db"


def own_key_path() -> Path:
    """Return where the key lies that a person signs with when none is named."""
    from platformdirs import user_config_path

    return user_config_path("reportedly", appauthor=False) / "key.pem"


def open_ledger(named: str | None, *, create: bool = False) -> Ledger:
    """Return the ledger that is named, or the default one.

    Raises:
        LedgerError: it cannot be opened, or is not there and ``create`` is false.
    """
    from reportedly.store import Ledger

    return Ledger.open(named or default_ledger(), create=create)


def on_terminal() -> bool:
    """Say whether standard output is a terminal."""
    return sys.stdout.isatty()

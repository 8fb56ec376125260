"""What the commands on agreements are asked: which agreements, from which view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportedly.cli import options as o
from reportedly.cli.out import written
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.model.pack import Pack
    from reportedly.truce.agreement import Agreement
    from reportedly.truce.view import View

Files = Annotated[
    list[str] | None, typer.Option("--file", metavar="FILE", help="File of agreements; else those that the packs bring. May be repeated.")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Judge as of the end of this day; today where none is given.")]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DAY", help="Only what was published by this day, else captured by it.")]
Judgements = Annotated[
    str | None, typer.Option(metavar="with|without", help="Claims as persons judged them (as where none is given), or as they were drawn.")
]
RecordedBy = Annotated[str | None, typer.Option("--recorded-by", metavar="DAY", help="Only what was recorded by this day or moment.")]
Lens = Annotated[str, typer.Option("--lens", metavar="all|chains:K", help="How many independent chains something definite needs.")]


class Chosen(NamedTuple):
    """The agreements that are meant, all that there are, and the pack whose actors and places they name."""

    agreements: tuple[Agreement, ...]
    known: tuple[Agreement, ...]
    pack: Pack


def chosen(files: list[str] | None, packs: list[str] | None, names: list[str] | None) -> Chosen:
    """Return the agreements that are meant, all that there are, and the pack that they name actors and places of.

    Raises:
        AgreementError: a file has a mistake.
        OptionError: no agreement has a name that is given.
    """
    from reportedly.packs import DEFAULT_PACKS
    from reportedly.truce.load import agreements_of, load_agreements

    pack = o.pack_of(packs)
    folders = tuple(packs) if packs else DEFAULT_PACKS
    found = tuple(each for file in files for each in load_agreements(Path(file), pack)) if files else agreements_of(folders, pack)
    known = [each.id for each in found]
    for name in names or ():
        if name not in known:
            what = f"there is no agreement {written(name)!r}"
            raise OptionError(what, where="AGREEMENT", remedy=f"known here are: {', '.join(known) or 'none'}; --file names others")
    return Chosen(tuple(each for each in found if not names or each.id in names), found, pack)


def view_of(as_of: str | None, known_by: str | None, recorded_by: str | None, lens: str, judgements: str | None = None) -> View:
    """Return the view that options name. Raises OptionError where one is not understood."""
    from reportedly.query.asked import asked

    given = {"as_of": as_of or "", "known_by": known_by or "", "recorded_by": recorded_by or "", "judgements": judgements or ""}
    return asked({name: written(value) for name, value in given.items()}, lens)

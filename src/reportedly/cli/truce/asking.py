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


def view_of(as_of: str | None, known_by: str | None, recorded_by: str | None, lens: str) -> View:
    """Return the view that options name. Raises OptionError where one is not understood."""
    from reportedly import clock
    from reportedly.query import ClaimFilter
    from reportedly.truce.view import View

    given = {"as_of": as_of or "", "known_by": known_by or "", "recorded_by": recorded_by or ""}
    asked = ClaimFilter.from_params({name: written(value) for name, value in given.items()})
    return View(asked.as_of or clock.now().date().isoformat(), asked.known_by, asked.recorded_by, _chains(lens))


def _chains(lens: str) -> int:
    kind, _, count = lens.partition(":")
    if lens == "all":
        return 1
    if kind != "chains" or not count.isascii() or not count.isdecimal() or not 1 <= int(count[:4]) <= 999:  # noqa: PLR2004 - more than there are
        what = f"{lens!r:.40} is no lens"
        raise OptionError(what, where="--lens", remedy="write all, or chains:2 for two independent chains")
    return int(count[:4])

"""``reportedly watch look``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.changed import Peek, note, show
from reportedly.cli.out import clean, screen, written
from reportedly.cli.viewing import Lens
from reportedly.errors import UnknownIdError

if TYPE_CHECKING:
    from reportedly.store.looks import Watch

Which = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Name of a watch; all of them without.")]
Since = Annotated[str | None, typer.Option("--since", metavar="WHEN", help="Recorded since: as of `changed`; since its last look without.")]


def look(
    name: Which = None,
    *,
    since: Since = None,
    peek: Peek = False,
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    lens: Lens = "all",
    json: o.Json = False,
) -> None:
    """Say what is new for a watch, or for each, since it was last looked at; it is noted that you looked."""
    from reportedly.changes.since import NEVER, since_of
    from reportedly.query import ClaimFilter
    from reportedly.store import looks

    with o.open_ledger(ledger) as held:
        with held.reading() as connection:
            there, found = looks.now(connection), _wanted(list(looks.watches(connection)), name, held.where)
            moments = [looks.since(connection, each.looked) if each.looked else NEVER for each in found]
        for each, moment in zip(found, moments, strict=True):
            asked = since_of(written(since) if since is not None else moment, "", {}, lens)
            show(held, ClaimFilter.from_params(each.where), asked, pack, json=json, title=clean(each.name), watch=each.name)
            if since is None and not peek:
                note(held, looks.WATCH, each.name, there)
    if not found and not json:
        screen().print("nothing is watched: `reportedly watch add NAME` keeps a filter", style="dim")


def _wanted(found: list[Watch], name: str | None, where: str) -> list[Watch]:
    from reportedly.store import looks

    if name is None:
        return found
    key = looks.name_of(written(name), "NAME")
    chosen = [each for each in found if each.name == key]
    if not chosen:
        what = f"there is no watch {key!r}"
        raise UnknownIdError(what, where=where, remedy="`reportedly watch list` lists them")
    return chosen

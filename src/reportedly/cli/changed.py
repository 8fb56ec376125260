"""``reportedly changed``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import changing, filter_of
from reportedly.cli.group import complain
from reportedly.cli.out import screen, write_json, written
from reportedly.cli.viewing import Lens
from reportedly.errors import LedgerUnavailableError, OptionError

if TYPE_CHECKING:
    from reportedly.changes import Changes, Since
    from reportedly.query import ClaimFilter
    from reportedly.store import Ledger

When = Annotated[
    str | None,
    typer.Option("--since", metavar="WHEN", help="Recorded since: a day, a moment, yesterday, or so long ago, as in 36h, 7d, 2w."),
]
KnownSince = Annotated[str | None, typer.Option("--known-since", metavar="DAY", help="Published on this day or later, whenever recorded.")]
LastLook = Annotated[bool, typer.Option("--since-last-look", help="Since the last look under this name; it is noted that you looked.")]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="Whose look it is, where several share a ledger.")]
Peek = Annotated[bool, typer.Option("--peek", help="Leave the bookmark of the last look where it is.")]
CLOCKS = ("as_of", "known_by", "recorded_by", "judgements")


@changing
def changed(
    *,
    where: dict[str, str],
    since: When = None,
    known_since: KnownSince = None,
    since_last_look: LastLook = False,
    name: Name = "me",
    peek: Peek = False,
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    lens: Lens = "all",
    json: o.Json = False,
) -> None:
    """Tell what changed: verdicts, holders, roads, allegations, contradictions, forecasts, positions, figures, claims, documents.

    It is the difference of the same views at two moments, before -> after, with whose word it is and the claims behind it.
    The bookmark of a last look is kept beside the record, and is no part of it.
    """
    from reportedly.changes.since import NEVER, since_of
    from reportedly.store import looks

    if since_last_look + (since is not None) + (known_since is not None) == 0 or (since_last_look and since is not None):
        what = "it is not said since when"
        raise OptionError(what, where="--since", remedy="give one of --since WHEN, --known-since DAY and --since-last-look")
    chosen, who = filter_of(where), looks.name_of(written(name), "--name")
    clocks = {name: written(value) for name, value in where.items() if name in CLOCKS}
    with o.open_ledger(ledger) as held:
        moment = written(since) if since is not None else ""
        with held.reading() as connection:
            there, last = looks.now(connection), looks.last_look(connection, looks.READER, who) if since_last_look else None
            if since_last_look:
                moment = looks.since(connection, last) if last else NEVER
        asked = since_of(moment, written(known_since or ""), clocks, lens)
        show(held, chosen, asked, pack, json=json)
        if since_last_look and not peek:
            note(held, looks.READER, who, there)


def show(
    held: Ledger,
    chosen: ClaimFilter,
    looks: Since,
    packs: list[str] | None,
    *,
    json: bool,
    title: str = "What changed",
    watch: str | None = None,
) -> Changes:
    """Show what changed between two looks, and return it; ``watch`` is the name of the watch that asks."""
    from dataclasses import replace

    from reportedly.changes import changed as ask
    from reportedly.changes.changed import MOST
    from reportedly.cli.truce.asking import chosen as agreed
    from reportedly.cli.views.changed import SHOWN, changes_view
    from reportedly.model.plain import plain

    agreements = agreed(None, packs, None)
    most = MOST if not json and chosen.limit is None else None
    found = ask(held, replace(chosen, limit=None), looks, pack=agreements.pack, agreements=agreements.agreements, most=most)
    if json:
        for row in found.rows:
            write_json({**({"watch": watch} if watch else {}), **plain(row)})
    else:
        screen().print(changes_view(found, chosen.limit or SHOWN, title))
    return found


def note(held: Ledger, kind: str, name: str, there: object) -> None:
    """Note that somebody looked; where the ledger may only be read, say that it was not noted."""
    from reportedly.store import looks

    try:
        with held.writing() as (connection, _):
            looks.put_look(connection, kind, name, there)  # type: ignore[arg-type]
    except LedgerUnavailableError as error:
        complain(f"it could not be noted that you looked: {error}")

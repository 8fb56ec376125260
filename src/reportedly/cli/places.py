"""``reportedly places``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import Row, write_json

if TYPE_CHECKING:
    from reportedly.query.places import Candidate

app = typer.Typer(help="Places: what a name may mean, and gazetteers of your own.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Places: what a name may mean, and gazetteers of your own."""


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A name in any spelling and script.")],
    *,
    within: Annotated[str | None, typer.Option(metavar="ID", help="Id of a place that it lies in.")] = None,
    pack: o.Packs = None,
    json: o.Json = False,
) -> None:
    """List the places that a name may mean, the likeliest first, and why; nothing where no list has one.

    The distance is that of the spelling, from 0 for the very name to 1; km counts from the middle of the place named by --within.
    """
    from reportedly.gazetteer import the_world
    from reportedly.gazetteer.user import users
    from reportedly.packs import DEFAULT_PACKS, load_packs
    from reportedly.query.places import look_up

    held = load_packs(tuple(pack) if pack else DEFAULT_PACKS)
    found = look_up(name, held, users(), the_world() if held.gazetteer else None, within)
    for candidate in found:
        row = _row(candidate)
        if json:
            write_json(row)
        else:
            sys.stdout.write(_line(row) + "\n")


def _row(candidate: Candidate) -> Row:
    place, match = candidate.match.place, candidate.match
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "within": [place.within] if place.within else [],
        "country": place.country,
        "population": place.population or None,
        "distance": match.distance,
        "km": candidate.km,
        "why": match.why,
        "tied": match.tied,
        "origin": candidate.origin,
        "source": place.source,
    }


def _line(row: Row) -> str:
    point = "no point" if row["lat"] is None else f"{row['lat']}, {row['lon']}"
    tied = ", tied" if row["tied"] else ""
    return f"{row['id']}  {row['name']} ({row['kind']}, {point}): by {row['why']}, distance {row['distance']}{tied}; {row['origin']}"

"""``reportedly places``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.group import DONE, IN_PART, complain
from reportedly.cli.out import Row, write_json
from reportedly.errors import GazetteerError, OptionError

if TYPE_CHECKING:
    from reportedly.gazetteer.importing import Imported
    from reportedly.query.places import Candidate

_NAMED = 200

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
    from reportedly.query.places import look_up

    held = o.pack_of(pack)
    o.name_unusable()
    found = look_up(name, held, users(), the_world() if held.gazetteer else None, within)
    for candidate in found:
        row = _row(candidate)
        if json:
            write_json(row)
        else:
            sys.stdout.write(_line(row) + "\n")


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files, also packed as .gz or .zip.")],
    *,
    form: Annotated[str | None, typer.Option("--format", metavar="NAME", help="geonames, wof, geojson, csv, pcodes.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What to call the gazetteer; else as the file.")] = None,
    column: o.Column = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO 3166-1 code, for places that name no country.")] = None,
    source: Annotated[str | None, typer.Option(metavar="TEXT", help="What the source is called, with its licence.")] = None,
    json: o.Json = False,
) -> None:
    """Read files of places into gazetteers of your own, which are used beside the embedded one.

    A line that no place can be made of is named with the reason; the rest is kept. A gazetteer of the same name is replaced.
    """
    from reportedly.gazetteer.formats.row import Source
    from reportedly.gazetteer.importing import import_file
    from reportedly.gazetteer.user import folder

    if name is not None and (len(paths) > 1 or Path(name).name != name):
        what = f"{name!r} cannot be the name of a gazetteer here"
        raise OptionError(what, where="--name", remedy="give a name without slashes, for one file")
    columns = dict(o.pair(each) for each in column or ())
    skipped = 0
    for path in paths:
        done = import_file(Source(path, columns, country, source), folder(), form, name, _Teller())
        skipped += done.skipped.total()
        row = {
            "gazetteer": str(done.path),
            "format": done.form,
            "places": done.held,
            "replaced": done.read - done.held,
            "skipped": dict(done.skipped),
        }
        if json:
            write_json({**row, "skipped": dict(done.skipped)})
        else:
            sys.stdout.write(f"{done.path}: {done.held} places ({done.form}), {done.skipped.total()} lines skipped{_twice(done)}\n")
    raise typer.Exit(IN_PART if skipped else DONE)


def _twice(done: Imported) -> str:
    twice = done.read - done.held
    return f", {twice} with an id that a later line has too left out" if twice else ""


class _Teller:
    """Names the lines that were skipped, up to a number that a person reads; all are counted by reason in the answer."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, skipped: GazetteerError) -> None:
        self._told += 1
        if self._told <= _NAMED:
            complain(f"{skipped} — skipped")
        elif self._told == _NAMED + 1:
            complain(f"more lines are skipped than the {_NAMED} named; the answer counts them by reason")


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

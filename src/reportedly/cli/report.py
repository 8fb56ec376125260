"""``reportedly report``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.group import complain
from reportedly.cli.out import write_json, written
from reportedly.cli.truce.asking import chosen
from reportedly.cli.viewing import Lens
from reportedly.errors import OptionError, OutputError

FORMATS = ("md", "html", "json")
From = Annotated[str, typer.Option("--from", metavar="DAY", help="First day of the window; of a month or year its first day.")]
To = Annotated[str, typer.Option("--to", metavar="DAY", help="Last day of the window; of a month or year its last day.")]
Places = Annotated[
    list[str] | None, typer.Option("--place", metavar="PLACE", help="Id or neutral name; what lies within counts. May be repeated.")
]
Publishers = Annotated[list[str] | None, typer.Option("--publisher", metavar="NAME", help="Name or id of a publisher. May be repeated.")]
Agreements = Annotated[
    list[str] | None, typer.Option("--agreement", metavar="ID", help="Id of an agreement of the packs. May be repeated.")
]
KnownBy = Annotated[
    str | None, typer.Option("--known-by", metavar="DAY", help="What was published by this day; the last of the window without.")
]
RecordedBy = Annotated[str | None, typer.Option("--recorded-by", metavar="DAY", help="What was recorded by this day or moment.")]
Format = Annotated[str | None, typer.Option("--format", metavar="md|html|json", help="Form; by the name of the file, else md.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it here; to standard output without.")]
Most = Annotated[int, typer.Option("--most", min=1, max=1000, help="Sentences or matters of each section; the rest is counted.")]
Unmask = Annotated[bool, typer.Option("--unmask", help="Leave the names of private persons as the texts have them.")]


def report(
    *,
    begin: From,
    until: To,
    place: Places = None,
    agreement: Agreements = None,
    publisher: Publishers = None,
    known_by: KnownBy = None,
    recorded_by: RecordedBy = None,
    lens: Lens = "all",
    most: Most = 12,
    unmask: Unmask = False,
    format_: Format = None,
    output: Output = None,
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
) -> None:
    """Write a situation report: what is claimed in a window, by whom, what changed, what is disputed, and what is missing to settle it.

    Every sentence says who says so, and has notes that give the claim, publisher, day and exact words. None says what is so.
    The same ledger and question give the same report, byte for byte.
    """
    from reportedly.situation import html, markdown, question_of, situation

    form = _form(format_, output)
    agreements = chosen(None, pack, None)
    names = ([written(each) for each in given or ()] for given in (place, publisher, agreement))
    places, publishers, wanted = names
    clocks = {name: written(value) for name, value in (("known_by", known_by), ("recorded_by", recorded_by)) if value}
    known = [each.id for each in agreements.known]
    asked = question_of(
        written(begin),
        written(until),
        places=places,
        publishers=publishers,
        agreements=wanted,
        known=known,
        clocks=clocks,
        lens=lens,
        unmask=unmask,
        most=most,
    )
    if unmask:
        complain("names of private persons are shown: keep what is written here from those who may harm them")
    with o.open_ledger(ledger) as held:
        found = situation(held, asked, pack=agreements.pack, agreements=agreements.agreements)
    if form == "json" and output is None:
        from reportedly.model.plain import plain

        write_json(plain(found))
        return
    _write(output, {"md": markdown, "html": html}.get(form, _json)(found))


def _form(named: str | None, output: Path | None) -> str:
    ending = {".html": "html", ".htm": "html", ".json": "json"}.get(output.suffix.lower() if output else "", "md")
    form = (named or ending).lower()
    if form not in FORMATS:
        what = f"{written(form)!r:.40} is no form of a report"
        raise OptionError(what, where="--format", remedy=f"give one of {', '.join(FORMATS)}")
    return form


def _json(found: object) -> str:
    import json

    from reportedly.model.plain import plain

    return json.dumps(plain(found), ensure_ascii=False, indent=1) + "\n"


def _write(output: Path | None, text: str) -> None:
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.write(data.decode())
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        what = f"the report cannot be written: {error.strerror}"
        raise OutputError(what, where=str(output), remedy="name a file where you may write") from error

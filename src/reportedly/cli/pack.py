"""``reportedly pack``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import exit_code, name_failure
from reportedly.cli.group import DONE, IN_PART, complain
from reportedly.cli.options import Json, JsonHere
from reportedly.cli.out import Row, clean, screen, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportedly.model import Failure, Reading
    from reportedly.packs.mistakes import Mistake
    from reportedly.packs.unknown import Unknown

app = typer.Typer(help="Packs: a theatre's actors, places and outlets as tables.", no_args_is_help=True)
_TABLES = ("actors", "places", "sources")
_Least = Annotated[int, typer.Option(min=1, metavar="N", help="With PATH: leave out what is named less often.")]
_Top = Annotated[int | None, typer.Option(min=1, metavar="N", help="With PATH: give the commonest only.")]
_Corpus = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders of reports; without, list what the packs hold.")
]


@app.callback()
def group() -> None:
    """Packs: a theatre's actors, places and outlets as tables."""


@app.command()
def new(name: Annotated[str, typer.Argument(metavar="NAME", help="The folder to make; its name becomes the pack's id.")]) -> None:
    """Start a pack for another war: a folder of commented tables that load as they are. Nothing is written over."""
    from reportedly.packs.new import start_pack

    for path in start_pack(Path(name)):
        sys.stdout.write(f"{clean(path)}\n")


@app.command()
def check(
    folders: Annotated[list[str], typer.Argument(metavar="DIR...", help="Folders of packs, laid over each other in this order.")],
    *,
    json: JsonHere = False,
) -> None:
    """Check packs and what they extend: every mistake by file and line, what to do, and what is left out meanwhile.

    Ends with 0 where there is none, with 3 where the rest could be read, with 1 where nothing could.
    """
    from reportedly.packs import read_packs

    pack, mistakes = read_packs(tuple(folders))
    counts = {name: len(getattr(pack, name)) for name in _TABLES}
    if json:
        write_json({"pack": pack.id, "digest": pack.digest, **counts, "mistakes": [_mistake(found) for found in mistakes]})
    else:
        verdict = f"{len(mistakes)} mistakes" if len(mistakes) > 1 else "1 mistake" if mistakes else "no mistake found"
        sys.stdout.write(f"{clean(pack.id)}: {', '.join(f'{count} {name}' for name, count in counts.items())}; {verdict}\n")
        for found in mistakes:
            complain(clean(found))
    raise typer.Exit(IN_PART if mistakes else DONE)


@app.command()
def show(
    paths: _Corpus = None, *, pack: o.Packs = None, least: _Least = 1, top: _Top = None, workers: o.Workers = None, json: Json = False
) -> None:
    """List what packs hold or, with PATH, what reports name and the packs do not know yet: by count, with examples and where.

    So a pack grows from evidence: start with `pack new`, read what is named most, add it, and look again.
    """
    chosen = o.settings(pack, workers, ("places", "actors"), rules_only=True)
    from reportedly.packs import load_packs

    if not paths:
        held = load_packs(chosen.packs)
        if json:
            for name in _TABLES:
                for entry in getattr(held, name).values():
                    write_json(_entry(name, entry))
        else:
            from reportedly.cli.views.pack import pack_view

            screen().print(pack_view(held))
        return
    from reportedly.packs.unknown import unknown_names
    from reportedly.pipeline import annotate
    from reportedly.read import read_paths

    failures: list[Failure] = []
    documents: list[str] = []
    readings = _readable(annotate(read_paths(paths, o.read_options(None, None, None, "ymd", None)), chosen), failures, documents)
    found = [entry for entry in unknown_names(readings) if entry.count >= least][:top]
    if json:
        for entry in found:
            write_json(_unknown(entry))
    else:
        from reportedly.cli.views.pack import unknown_view

        screen().print(unknown_view(found, len(documents)))
    raise typer.Exit(exit_code(len(documents), failures))


def _readable(found: Iterable[Reading | Failure], failures: list[Failure], documents: list[str]) -> Iterator[Reading]:
    """Yield what could be read, and note and name what could not."""
    from reportedly.model import Failure

    for item in found:
        if isinstance(item, Failure):
            name_failure(item)
            failures.append(item)
        else:
            documents.append(item.document.path)
            yield item


def _mistake(found: Mistake) -> Row:
    where, _, line = found.where.rpartition(":")
    at = (where, int(line)) if line.isdecimal() else (found.where, None)
    return {"code": found.code, "file": at[0], "line": at[1], "what": found.what, "remedy": found.remedy, "done": found.done}


def _entry(table: str, entry: object) -> Row:
    from dataclasses import asdict, is_dataclass

    held = asdict(entry) if is_dataclass(entry) and not isinstance(entry, type) else {}
    return {"what": table.removesuffix("s"), **{key: _plain(value) for key, value in held.items()}}


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _unknown(entry: Unknown) -> Row:
    return {
        "what": entry.what,
        "name": entry.name,
        "id": entry.key,
        "kind": entry.kind,
        "count": entry.count,
        "documents": len(entry.documents),
        "spellings": dict(entry.spellings.most_common()),
        "examples": [{"path": e.path, "start": e.start, "end": e.end, "words": e.words} for e in entry.examples],
    }

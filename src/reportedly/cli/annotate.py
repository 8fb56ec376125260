"""``reportedly annotate``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import exit_code, name_failure
from reportedly.cli.out import Row, screen, write_json
from reportedly.errors import OptionError
from reportedly.model import Failure, Reading


def annotate(
    paths: o.Paths,
    *,
    json: Annotated[bool | None, typer.Option("--json/--no-json", help="Give JSON lines; so it does where no terminal reads them.")] = None,
    published: o.Published = None,
    publisher: o.Publisher = None,
    column: o.Column = None,
    date_order: o.DateOrder = "ymd",
    encoding: o.Encoding = None,
    fetch: o.Fetch = False,
    layers: Annotated[str | None, typer.Option(metavar="A,B", help="Of attributions, times, places, actors, claims.")] = None,
    pack: o.Packs = None,
    workers: o.Workers = 1,
    rules_only: o.RulesOnly = False,
    codebook: o.Codebooks = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of every claim which rule drew it, and what was not read, and why.")
    ] = False,
    withheld: Annotated[bool, typer.Option("--withheld", help="Give the claims under the threshold of their type, too.")] = False,
) -> None:
    """Read documents and say what is claimed in them; nothing is recorded.

    One line of JSON per document, in the order of the input. A document that cannot be read is a line with `doc.error`. With
    `--explain` every claim has a field `explain`: rule, trigger, conditions met, slot and words of every role, parts of the score;
    and `doc.unread` lists every stretch of the text that no claims are drawn from, with the reason. What stands in the file and not
    in the text is `doc.left_out`.
    """
    chosen = o.read_options(published, publisher, column, date_order, encoding)
    wanted = chosen_layers(layers)
    from reportedly.pipeline import annotate as read
    from reportedly.read import read_paths

    # claims are drawn from all other layers
    settings = o.settings(pack, workers, None if "claims" in wanted else wanted, rules_only=rules_only, codebook=codebook)
    found = read(read_paths(paths, chosen, o.fetcher(fetch=fetch)), settings)
    people = json is False or (json is None and o.on_terminal())
    asked = Asked(wanted, explain, withheld)
    done, failed = _show(found, asked) if people else _write(found, asked)
    raise typer.Exit(exit_code(done, failed))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be given of a reading: which layers, why each claim was drawn, and the claims that are withheld."""

    layers: tuple[str, ...]
    explain: bool
    withheld: bool


def chosen_layers(named: str | None) -> tuple[str, ...]:
    """Return the layers that are named, all where none is.

    Raises:
        OptionError: one is not known.
    """
    from reportedly.pipeline import LAYERS

    if named is None:
        return LAYERS
    wanted = tuple(name.strip() for name in named.split(",") if name.strip())
    for name in wanted:
        if name not in LAYERS:
            what = f"{name!r} is no layer"
            raise OptionError(what, where="--layers", remedy=f"give one or more of {', '.join(LAYERS)}, separated by commas")
    return wanted


def _write(found: Iterable[Reading | Failure], asked: Asked) -> tuple[int, int]:
    done = failed = 0
    for item in found:
        write_json(_row(item, asked))
        if isinstance(item, Failure):
            name_failure(item)
            failed += 1
        else:
            done += 1
    return done, failed


def _row(item: Reading | Failure, asked: Asked) -> Row:
    from reportedly.export.contract import claims_to_contract, failure_to_contract, reading_to_contract
    from reportedly.pipeline import LAYERS, foreign
    from reportedly.read.unread import unread

    if isinstance(item, Failure):
        return failure_to_contract(item)
    language = foreign(item.document)
    row = reading_to_contract(item, f"not read: {language}" if language else None, explain=asked.explain)
    if asked.explain:
        row["doc"]["unread"] = [asdict(part) for part in unread(item.document)]
    if asked.withheld:
        row["claims_withheld"] = claims_to_contract(item.withheld, item.document.text, explain=asked.explain)
    return row | {name: [] for name in LAYERS if name not in asked.layers}


def _show(found: Iterable[Reading | Failure], asked: Asked) -> tuple[int, int]:
    from reportedly.cli.views.reading import reading_view

    console, done, failed = screen(), 0, 0
    for item in found:
        if isinstance(item, Failure):
            name_failure(item)
            failed += 1
        else:
            console.print(reading_view(item, explain=asked.explain, withheld=asked.withheld))
            done += 1
    return done, failed

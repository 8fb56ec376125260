"""``reportedly export``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, filtered, named_if_unmet
from reportedly.cli.group import complain
from reportedly.cli.out import clean, written
from reportedly.errors import OptionError, OutputError

if TYPE_CHECKING:
    from reportedly.export.tally import Tally
    from reportedly.query import ClaimFilter
    from reportedly.query.exports import Wanted
    from reportedly.store import Ledger

Target = Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where it goes; - is standard output.")]
Unmask = Annotated[bool, typer.Option("--unmask", help="Leave the names of private persons as the texts have them.")]
Textless = Annotated[bool, typer.Option("--without-texts", help="Leave out the publishers' words: offsets and hashes lead to them.")]
Decimals = Annotated[int | None, typer.Option(min=0, max=6, metavar="N", help="Round coordinates to N decimal places (1: some 10 km).")]
Manifest = Annotated[
    str | None, typer.Option(metavar="FILE", help="Where the manifest goes; else beside the output, as its name with .manifest.json.")
]


@filtered
def export(
    kind: Annotated[
        str, typer.Argument(metavar="FORMAT", help="csv, parquet, jsonl, geojson, jsonld, annotations, ftm, acled, plover, bundle.")
    ],
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    output: Target = "-",
    manifest: Manifest = None,
    unmask: Unmask = False,
    without_texts: Textless = False,
    decimals: Decimals = None,
    by: Annotated[str, typer.Option("--by", envvar="REPORTEDLY_REPORTER", metavar="NAME", help="With bundle: who signs.")] = "",
    key: Annotated[str | None, typer.Option(metavar="PATH", help="With bundle: key to sign with (Ed25519, PEM).")] = None,
) -> None:
    """Write the claims that pass all filters named in a format of the field, with a manifest of what was asked and left out.

    The same record gives the same bytes. A bundle holds the documents too, what proves that each claim is of the record, and a signature;
    `verify-bundle` checks it without a ledger. Persons whom no pack knows and who do not speak are told by numbers unless --unmask is
    given.
    """
    from reportedly.export.formats import FORMATS
    from reportedly.query.exports import Wanted

    if kind not in {*FORMATS, _BUNDLE}:
        what = f"there is no format {kind!r:.40}"
        raise OptionError(what, where="FORMAT", remedy=f"the formats are {', '.join((*FORMATS, _BUNDLE))}")
    chosen, wanted = filter_of(where), Wanted(unmask, not without_texts, decimals)
    if (kind == _BUNDLE or FORMATS[kind].binary) and output == "-" and o.on_terminal():
        what = f"{kind} is no text, and standard output is a terminal"
        raise OptionError(what, where="--output", remedy="name a file, or send it through a pipe")
    if unmask:
        complain("names of private persons are in this export: keep it from those who may harm them")
    with o.open_ledger(ledger) as held:
        if kind == _BUNDLE:
            tally = _bundle(held, chosen, wanted, output, (written(by), key))
        else:
            tally = _export(held, chosen, wanted, output, kind)
    _tell(tally, manifest or (None if output == "-" or kind == _BUNDLE else f"{output}.manifest.json"))


_BUNDLE = "bundle"


def _export(held: Ledger, chosen: ClaimFilter, wanted: Wanted, output: str, kind: str) -> Tally:
    from reportedly.export.formats import FORMATS
    from reportedly.export.tally import Tally
    from reportedly.query.exports import exported

    with exported(held, chosen, wanted) as found, written_to(output) as out:
        tally = Tally({"format": kind, **found.asked})
        _send(FORMATS[kind].write(named_if_unmet(held, chosen, found.rows), tally), out)
    return tally


def _bundle(held: Ledger, chosen: ClaimFilter, wanted: Wanted, output: str, signer: tuple[str, str | None]) -> Tally:
    import shutil
    import tempfile

    from reportedly.query.bundle import bundle
    from reportedly.signed import own_key

    by, key = signer
    signing = own_key(Path(key) if key else o.own_key_path())
    with written_to(output) as out, tempfile.TemporaryFile() as packed:
        tally = bundle(held, chosen, wanted, (by or "not named", signing), packed)
        packed.seek(0)
        shutil.copyfileobj(packed, out)
        out.flush()
    return tally


def _send(pieces: Iterable[bytes], out: IO[bytes]) -> None:
    for piece in pieces:
        out.write(piece)
    out.flush()


@contextmanager
def written_to(target: str) -> Iterator[IO[bytes]]:
    """Give a file to write to; it takes its name once all is written, so that no half of an export is taken for a whole.

    Raises:
        OutputError: it cannot be written.
    """
    if target == "-":
        yield sys.stdout.buffer
        return
    path = Path(target)
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with half.open("wb") as out:
            yield out
        half.replace(path)
    except OSError as problem:
        what = f"it cannot be written: {problem.strerror or problem}"
        raise OutputError(what, where=target, remedy="name a file where you may write, and where there is room") from problem
    finally:
        half.unlink(missing_ok=True)


def _tell(tally: Tally, manifest: str | None) -> None:
    if manifest is not None:
        with written_to(manifest) as out:
            _send(tally.manifest(), out)
    told = tally.told()
    complain(f"{tally.written:,} of {tally.claims:,} claims written, of the record with the head {told['head'][:16]}")
    for name, count in told["notes"].items():
        complain(f"{count:,} {name}")
    for left in told["left_out"]:
        parts = ", ".join(f"{clean(what)} {count:,}" for what, count in sorted(left["of"].items(), key=lambda item: -item[1])[:8])
        where = f"ids in {clean(manifest)}" if manifest else "--manifest FILE gives their ids"
        complain(f"{left['count']:,} claims left out: {left['why']} ({parts}); {where}")

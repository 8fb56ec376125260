"""``reportedly claim``."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import name_failure
from reportedly.cli.group import DONE, FAILED, complain
from reportedly.cli.out import screen, write_json, written
from reportedly.errors import AccessError, OptionError

if TYPE_CHECKING:
    from reportedly.reporting import Recorded
    from reportedly.signed import Coded

app = typer.Typer(help="A person's own reports: a monitor's log, a phone call.", no_args_is_help=True)
_Option = typer.Option


@app.callback()
def group() -> None:
    """A person's own reports: a monitor's log, a phone call."""


@app.command()
def add(
    *,
    reporter: Annotated[str, _Option("--reporter", envvar="REPORTEDLY_REPORTER", metavar="NAME", help="Who reports, and signs.")],
    text: Annotated[str | None, _Option(metavar="WORDS", help="The words of the report.")] = None,
    file: Annotated[str | None, _Option(metavar="PATH", help="File that holds them, or - for standard input.")] = None,
    speaker: Annotated[str | None, _Option(metavar="NAME", help="Who told it, where not the reporter saw it.")] = None,
    date: Annotated[str | None, _Option(metavar="DATE", help="Day that the words are of, as YYYY-MM-DD.")] = None,
    place: Annotated[str | None, _Option(metavar="NAME", help="Where it is about, where the words do not say so.")] = None,
    frame: Annotated[str | None, _Option(metavar="ID", help="Code the claim by hand: its frame.")] = None,
    kind: Annotated[str | None, _Option("--type", metavar="NAME", help="With --frame: the claim type, to be sure of it.")] = None,
    arg: Annotated[
        list[str] | None, _Option("--arg", metavar="ROLE=WORDS", help="With --frame: words of the report that fill a role.")
    ] = None,
    words: Annotated[str | None, _Option(metavar="WORDS", help="With --frame: the words that make the claim; else all of them.")] = None,
    stance: Annotated[str | None, _Option(metavar="NAME", help="With --frame: the stance; asserts where none is given.")] = None,
    key: Annotated[str | None, _Option(metavar="PATH", help="Key to sign with (Ed25519, PEM); made where there is none.")] = None,
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    codebook: o.Codebooks = None,
    json: o.JsonHere = False,
) -> None:
    """Record a person's own report as a document of its own, signed, with its claims.

    Claims are drawn from the words, or it is coded by hand with --frame, --arg and --stance. The same report is recorded once. `verify`
    checks the signature, which covers words, names, day, place and coding.
    """
    from reportedly.reporting import checked, record
    from reportedly.signed import Report, own_key, sign

    coded = _coded(kind, frame, arg, words, stance)
    settings = o.settings(pack, 1, codebook=codebook)
    said = Report(_words(text, file), written(reporter).strip(), _name(speaker), _name(date), _name(place), coded)
    report = checked(said, settings)
    data = sign(report, own_key(Path(key) if key else o.own_key_path()))
    with o.open_ledger(ledger, create=True) as held:
        found, where = record(data, held, settings), held.where
    for failure in found.failures:
        name_failure(failure)
    if json:
        _write(found, where)
    else:
        from reportedly.cli.views.recorded import recorded_view

        screen().print(recorded_view(found, where))
    if not found.claims and not found.failures:
        complain("no claim was drawn from these words; `codebook try` tells why, and --frame codes it by hand")
    raise typer.Exit(FAILED if found.failures else DONE)


def _coded(kind: str | None, frame: str | None, args: list[str] | None, words: str | None, stance: str | None) -> Coded | None:
    from reportedly.signed import Coded

    if frame is None:
        for name, value in (("--type", kind), ("--arg", args), ("--words", words), ("--stance", stance)):
            if value:
                what = "a claim that is coded by hand needs its frame"
                raise OptionError(what, where=name, remedy="add --frame; `reportedly codebook show` lists them")
        return None
    pairs = tuple(_pair(arg) for arg in args or ())
    return Coded(kind or "", frame, stance or "asserts", pairs, None if words is None else written(words))


def _name(given: str | None) -> str | None:
    return None if given is None else written(given).strip() or None


def _pair(arg: str) -> tuple[str, str]:
    role, equals, words = arg.partition("=")
    if not (role.strip() and equals and words.strip()):
        what = f"{arg!r} is no role with its words"
        raise OptionError(what, where="--arg", remedy="write role=words, as in place=the mill")
    return role.strip(), written(words).strip()


def _words(text: str | None, file: str | None) -> str:
    if text is not None and file is not None:
        what = "--text and --file exclude each other"
        raise OptionError(what, remedy="give one of them")
    if text is not None:
        return written(text)
    if file is not None and file != "-":
        try:
            return Path(file).read_text(encoding="utf-8")
        except (OSError, ValueError) as problem:
            what = f"it cannot be read: {getattr(problem, 'strerror', None) or problem}"
            raise AccessError(what, where=file, remedy="check its name, its rights and that it is UTF-8") from problem
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def _write(found: Recorded, where: str) -> None:
    from reportedly.export.contract import claims_to_contract

    signed = found.signed
    claims = claims_to_contract(found.claims, signed.report.text, explain=True)
    doc = {"id": found.document, "path": found.path, "published": signed.report.date}
    by = {"by": signed.report.reporter, "key": signed.key, "holds": signed.holds}
    failures = [asdict(failure) | {"data": None} for failure in found.failures]
    told = {"ledger": where, "outcome": found.outcome, "doc": doc, "signed": by}
    write_json({**told, "claims": claims, "withheld": found.withheld, "failures": failures})

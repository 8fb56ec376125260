"""``reportedly codebook``."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import exit_code, name_failure
from reportedly.cli.group import DONE, FAILED, complain
from reportedly.cli.options import Json, JsonHere
from reportedly.cli.out import Row, clean, screen, write_json, written
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.model.frame import ClaimType, Frame
    from reportedly.pipeline import Settings

app = typer.Typer(help="The codebook: types of claim and the frames that they are drawn with.", no_args_is_help=True)
_Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="With --ledger: read the first N documents only.")]


@app.callback()
def group() -> None:
    """The codebook: types of claim and the frames that they are drawn with."""


@app.command()
def show(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A claim type or a frame; all types without.")] = None,
    *,
    codebook: o.Codebooks = None,
    json: Json = False,
) -> None:
    """List claim types, their frames, the roles of each and which of them are required; of one frame all that it is made of."""
    from reportedly.codebook import codebook_of

    book = codebook_of(tuple(codebook or ()))
    types = [kind for kind in book.types if name is None or name == kind.id or any(name == frame.id for frame in kind.frames)]
    if not types:
        what = f"no claim type or frame is called {written(name or '')!r}"
        raise OptionError(what, where="NAME", remedy="`reportedly codebook show` lists them")
    if json:
        for kind in types:
            write_json({**_type(kind, name), "codebook": book.version})
        return
    from reportedly.cli.views.codebook import codebook_view, frame_view

    frame = next((frame for kind in types for frame in kind.frames if frame.id == name), None)
    screen().print(codebook_view(book, types) if frame is None else frame_view(frame, book))


@app.command()
def schema() -> None:
    """Give the JSON Schema of a claim."""
    from reportedly.codebook import load_codebook
    from reportedly.codebook.document import claim_schema

    write_json(claim_schema(load_codebook()), indent=2)


@app.command()
def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders of frames of your own.")] = None,
    *,
    pack: o.Packs = None,
    workers: o.Workers = 1,
    json: JsonHere = False,
) -> None:
    """Check frames of your own, or without PATH the codebook that ships: entries, examples, and what they do to each other.

    Every mistake is named with its file, line, entry and an example. A frame that cannot be read, is never drawn, contradicts another or
    matches nearly everything is refused. Ends with 1 where there is a mistake.
    """
    from reportedly.authoring import check as examine

    checked, flaws = examine(tuple(paths or ()), o.settings(pack, workers, rules_only=True))
    own = [frame.id for frame, _ in checked.own] if paths else [frame.id for frame in checked.book.frames()]
    if json:
        write_json({"frames": own, "digest": checked.book.digest, "mistakes": [_flaw(asdict(found)) for found in flaws]})
    else:
        verdict = f"{len(flaws)} mistakes" if len(flaws) > 1 else "1 mistake" if flaws else "no mistake found"
        sys.stdout.write(f"{len(own)} frames: {verdict}\n")
        for found in flaws:
            complain(clean(found))
    raise typer.Exit(FAILED if flaws else DONE)


@app.command(name="try")
def trial(
    sentence: Annotated[str | None, typer.Argument(metavar="[SENTENCE]", help="A sentence to draw claims from.")] = None,
    *,
    ledger: o.LedgerOption = None,
    frame: Annotated[str | None, typer.Option(metavar="ID", help="With --ledger: the frame to look for.")] = None,
    limit: _Limit = None,
    codebook: o.Codebooks = None,
    pack: o.Packs = None,
    workers: o.Workers = None,
    json: JsonHere = False,
) -> None:
    """Try the codebook: on a sentence, or a frame on the documents of a ledger before it is kept. Nothing is recorded.

    Of a sentence: the claims, why each is drawn, and of every other rule that has a word of it, what it lacks. Of a ledger: how many claims
    the frame makes in how many documents, which recorded claims they would take the place of, and examples.
    """
    settings = o.settings(pack, workers, codebook=codebook, rules_only=sentence is not None)
    if frame is None and sentence is not None:
        _sentence(written(sentence), settings, json=json)
    elif frame is not None and sentence is None:
        _ledger(ledger, frame, settings, limit, json=json)
    else:
        what = "give a sentence, or --frame with a ledger"
        raise OptionError(what, remedy='as in `reportedly codebook try "The army took the mill."`')


def _sentence(text: str, settings: Settings, *, json: bool) -> None:
    from reportedly.authoring import sentence
    from reportedly.export.contract import claims_to_contract

    reading, tried = sentence(text, settings)
    if json:
        claims = claims_to_contract((*(reading.claims or ()), *reading.withheld), text, explain=True)
        write_json({"text": text, "claims": claims, "tried": [asdict(one) | {"words": text[one.start : one.end]} for one in tried]})
        return
    from reportedly.cli.views.trial import sentence_view

    screen().print(sentence_view(reading, tried))


def _ledger(ledger: str | None, frame: str, settings: Settings, limit: int | None, *, json: bool) -> None:
    from reportedly.authoring import in_ledger

    with o.open_ledger(ledger) as held:
        found = in_ledger(held, frame, settings, limit)
    for failure in found.failures:
        name_failure(failure)
    if json:
        failures = [{"path": f.path, "code": f.code, "message": f.message} for f in found.failures]
        write_json({"frame": frame, **asdict(found), "failures": failures})
    else:
        from reportedly.cli.views.trial import ledger_view

        screen().print(ledger_view(found, frame))
    raise typer.Exit(exit_code(found.documents, found.failures))


def _flaw(found: Row) -> Row:
    where, _, line = str(found["where"]).rpartition(":")
    at = (where, int(line)) if line.isdecimal() else (found["where"], None)
    return {"code": found["code"], "file": at[0], "line": at[1], **{name: found[name] for name in ("entry", "what", "example", "remedy")}}


def _type(kind: ClaimType, name: str | None) -> dict[str, object]:
    frames = [_frame(frame) for frame in kind.frames if name in {None, kind.id, frame.id}]
    return {"type": kind.id, "definition": kind.definition, "threshold": kind.threshold, "frames": frames}


def _frame(frame: Frame) -> Row:
    return {
        "id": frame.id,
        "gloss": frame.gloss,
        "roles": [{"name": role.name, "required": role.required, "of": role.of} for role in frame.roles],
        "unit": frame.unit,
        "stance": frame.stance,
        "examples": [example.text for example in frame.examples],
    }

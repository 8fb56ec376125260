"""The command line: one file per command. Standard output is data, standard error is progress and complaints."""

from __future__ import annotations

import gc
import sys

import typer

from reportedly.cli import (
    add,
    allegations,
    annotate,
    changed,
    citations,
    claim,
    claims,
    codebook,
    contacts,
    contradictions,
    control,
    demo,
    export,
    figures,
    forecasts,
    framing,
    key,
    migrate_ledger,
    mirror,
    pack,
    places,
    positions,
    report,
    reprints,
    reread,
    review,
    routes,
    serve,
    show,
    status,
    truce,
    verify,
    verify_bundle,
    version,
    watch,
)
from reportedly.cli.group import FAILED, Guarded, complain

app = typer.Typer(
    name="reportedly",
    cls=Guarded,
    help="A ledger of claims: who says what in reports of a war, on whose word, and who contradicts it. It never says what is true.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for _command in (
    demo.demo,
    annotate.annotate,
    add.add,
    status.status,
    claims.claims,
    changed.changed,
    report.report,
    show.show,
    serve.serve,
):
    app.command()(_command)
for _command in (
    contradictions.contradictions,
    reprints.reprints,
    citations.citations,
    export.export,
    mirror.mirror,
    reread.reread,
    verify.verify,
    verify_bundle.verify_bundle,
    migrate_ledger.migrate_ledger,
    key.key,
    version.version,
):
    app.command()(_command)
for _command in (
    control.control,
    positions.positions,
    contacts.contacts,
    figures.figures,
    routes.routes,
    forecasts.forecasts,
    framing.framing,
    allegations.allegations,
):
    app.command()(_command)
app.add_typer(claim.app, name="claim")
app.add_typer(codebook.app, name="codebook")
app.add_typer(pack.app, name="pack")
app.add_typer(places.app, name="places")
app.add_typer(review.app, name="review")
app.add_typer(truce.app, name="truce")
app.add_typer(watch.app, name="watch")


_GARBAGE = (20_000, 20, 50)
"""How much is made before cycles are looked for. What packs and models hold stays: looking through it as often as Python does
on its own took a tenth of the time of reading."""


def tell_version(asked: bool) -> None:
    """Tell the version of the program and end, where it is asked for."""
    if asked:
        version.version(json=False)
        raise typer.Exit


@app.callback()
def outermost(
    *,
    debug: bool = typer.Option(False, "--debug", envvar="REPORTEDLY_DEBUG", help="Show the traceback of an error, and what the parts log."),
    _version: bool = typer.Option(False, "--version", callback=tell_version, is_eager=True, help="Tell the version of the program."),
) -> None:
    """Set up what all commands share."""
    import logging

    logging.basicConfig(level=logging.DEBUG if debug else logging.ERROR, format="%(message)s", stream=sys.stderr)


def main() -> None:
    """Run the program; ends with its exit code."""
    if sys.stdout is None:
        complain("R601: standard output is closed — send the answer to a file, or to /dev/null")
        sys.exit(FAILED)
    gc.set_threshold(*_GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()

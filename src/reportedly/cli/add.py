"""``reportedly add``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import exit_code, name_failure
from reportedly.cli.out import Row, progress_screen, screen, write_json
from reportedly.model import Document, Failure

if TYPE_CHECKING:
    from reportedly.adding import Summary


def add(
    paths: o.Paths,
    *,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
    published: o.Published = None,
    publisher: o.Publisher = None,
    column: o.Column = None,
    date_order: o.DateOrder = "ymd",
    encoding: o.Encoding = None,
    fetch: o.Fetch = False,
    pack: o.Packs = None,
    workers: o.Workers = None,
    rules_only: o.RulesOnly = False,
    codebook: o.Codebooks = None,
) -> None:
    """Read documents, draw their claims, compare them and record it all in the ledger.

    Adding the same bytes twice changes nothing. A document that fails is named, with the reason, and the others go in.
    """
    chosen = o.read_options(published, publisher, column, date_order, encoding)
    from reportedly.adding import add as record
    from reportedly.read import read_paths

    settings = o.settings(pack, workers, rules_only=rules_only, codebook=codebook)
    with o.open_ledger(ledger, create=True) as held, told(paths) as progress:
        where = held.where
        summary = record(without(where, read_paths(paths, chosen, o.fetcher(fetch=fetch))), held, settings, progress)
    for failure in summary.failures:
        name_failure(failure)
    if json:
        write_json(summary_row(summary, where))
    else:
        from reportedly.cli.views.summary import summary_view

        screen().print(summary_view(summary, where))
    raise typer.Exit(exit_code(summary.documents, summary.failures))


def without(ledger: str, items: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
    """Yield ``items`` but for the files of the ledger itself, which may lie in a folder that is added."""
    own = {os.path.realpath(f"{ledger}{end}") for end in ("", "-wal", "-shm", "-journal")}
    for item in items:
        if not (isinstance(item, Failure) and os.path.realpath(item.path.replace("\0", "")) in own):
            yield item


def summary_row(summary: Summary, where: str) -> Row:
    """Return a summary as plain JSON."""
    return {
        "ledger": where,
        "documents": {
            "added": summary.added,
            "appearances": summary.appearances,
            "known": summary.known,
            "failed": len(summary.failures),
            "not_read": len(summary.not_read),
        },
        "claims": summary.claims,
        "withheld": summary.withheld,
        "attributions": summary.attributions,
        "reprints": summary.reprints,
        "contradictions": summary.contradictions,
        "seconds": round(summary.seconds, 2),
        "documents_per_second": round(summary.rate, 2),
        "failures": [{"path": f.path, "ref": f.ref, "code": f.code, "message": f.message} for f in summary.failures],
        "not_read": [{"path": path, "lang": lang} for path, lang in summary.not_read],
        "odd": [{"kind": odd.kind, "doc": odd.document, "count": odd.count} for odd in summary.odd],
    }


@contextmanager
def told(paths: Sequence[str]) -> Iterator[Callable[[str, int], None]]:
    """Give a function that shows progress on standard error, where that is a terminal: documents, rate, and time left by bytes."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    console = progress_screen()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[count]} documents"),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("reading", total=bytes_of(paths), count=0, rate=0.0)
        count = 0

        def tell(outcome: str, size: int) -> None:
            nonlocal count
            if outcome == "comparing":
                bar.update(task, description="comparing", total=None)
                return
            count += 1
            elapsed = bar.tasks[0].elapsed or 0.0
            bar.update(task, advance=size, count=count, rate=count / elapsed if elapsed else 0.0)

        yield tell


def bytes_of(paths: Sequence[str]) -> int | None:
    """Return how many bytes lie at ``paths``; None where that is unknown, as of standard input."""
    from reportedly.read import walk

    if "-" in paths:
        return None
    files = (file for path in paths for file in walk(path) if isinstance(file, str))
    try:
        return sum(Path(file).stat().st_size for file in files) or None
    except (OSError, ValueError):
        return None

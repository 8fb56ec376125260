"""``reportedly truce check``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import screen, write_json
from reportedly.cli.truce import asking as a

Names = Annotated[list[str] | None, typer.Argument(metavar="[AGREEMENT]...", help="Ids of agreements; all without.")]


def check(
    names: Names = None,
    *,
    file: a.Files = None,
    pack: o.Packs = None,
    ledger: o.LedgerOption = None,
    as_of: a.AsOf = None,
    known_by: a.KnownBy = None,
    recorded_by: a.RecordedBy = None,
    judgements: a.Judgements = None,
    lens: a.Lens = "all",
    json: o.Json = False,
) -> None:
    """Check agreements against the claims of the ledger: per term, obligor and reading, with a word only where it is in force.

    Words are kept, breached, disputed and unknown, with the claims for and against and what is missing. Nothing says what is true.
    """
    from reportedly.query import truce_evidence
    from reportedly.truce.verdict import check as judge

    agreements, known, actors = a.chosen(file, pack, names)
    view = a.view_of(as_of, known_by, recorded_by, lens, judgements)
    with o.open_ledger(ledger) as held:
        found = list(judge(agreements, truce_evidence(held, agreements, actors, view.recorded_by, known=known, judged=view.judged), view))
    if json:
        from reportedly.truce.rows import verdict_row

        for verdict in found:
            write_json(verdict_row(verdict))
        return
    from reportedly.cli.views.truce import matrix

    screen().print(matrix(agreements, found, view, actors))

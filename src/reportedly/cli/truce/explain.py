"""``reportedly truce explain``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import screen, write_json, written
from reportedly.cli.truce import asking as a
from reportedly.errors import OptionError


def explain(
    agreement: Annotated[str, typer.Argument(metavar="AGREEMENT", help="Id of an agreement.")],
    term: Annotated[str | None, typer.Argument(metavar="[TERM]", help="Id of a term; all without.")] = None,
    *,
    obligor: Annotated[str | None, typer.Option(metavar="ID", help="Only for this actor.")] = None,
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
    """Explain verdicts: every claim for and against in the order of its day, whether its bearing was confirmed, and what is missing.

    With each stands its history: the days on which the words on it changed.
    """
    from reportedly.query import truce_evidence
    from reportedly.truce.history import history, of_verdict
    from reportedly.truce.verdict import check

    agreements, known, actors = a.chosen(file, pack, [agreement])
    _must_be(term, [each.id for each in agreements[0].terms], "term", "TERM")
    _must_be(obligor, list(agreements[0].parties), "party", "--obligor")
    view = a.view_of(as_of, known_by, recorded_by, lens, judgements)
    with o.open_ledger(ledger) as held:
        evidence = truce_evidence(held, agreements, actors, view.recorded_by, known=known, judged=view.judged)
        shown = [v for v in check(agreements, evidence, view) if term in {None, v.term} and obligor in {None, v.obligor}]
        days = history(agreements[0], evidence, view)
        if json:
            from reportedly.truce.rows import history_row, verdict_row

            for verdict in shown:
                write_json(verdict_row(verdict) | history_row(of_verdict(days, verdict)))
            return
        from reportedly.cli.views.truce_why import why

        screen().print(why(held, agreements[0], [(v, of_verdict(days, v)) for v in shown], actors))


def _must_be(given: str | None, known: list[str], what: str, where: str) -> None:
    if given is not None and given not in known:
        message = f"{written(given)!r} is no {what} of this agreement"
        raise OptionError(message, where=where, remedy=f"write one of: {', '.join(known)}")

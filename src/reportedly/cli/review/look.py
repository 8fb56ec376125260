"""``reportedly review queue``, ``list`` and ``agreement``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, filtered
from reportedly.cli.out import screen, write_json, written
from reportedly.errors import OptionError

SHOWN = 20
"""Claims of the queue that are shown to a person who did not say how many."""


@filtered
def waiting(
    *,
    where: dict[str, str],
    order: Annotated[str, typer.Option("--order", metavar="both|uncertainty|impact", help="What comes first.")] = "both",
    by: Annotated[
        str | None, typer.Option("--by", envvar="REPORTEDLY_REPORTER", metavar="NAME", help="Leave out what this person judged.")
    ] = None,
    ledger: o.LedgerOption = None,
    json: o.Json = False,
) -> None:
    """List the claims that wait to be judged: those of which the program is least sure, and on which most hangs, first.

    Uncertainty is 1 - score, with additions for what is missing; impact grows with contradictions, bearings on agreements, places in views
    and others that say the same. docs/review.md has the formula.
    """
    from reportedly.query.paging import claims_by_id
    from reportedly.review.queue import ORDERS, queue

    chosen = filter_of(where)
    if order not in ORDERS:
        what = f"{order!r} is no order"
        raise OptionError(what, where="--order", remedy=f"give one of {', '.join(ORDERS)}")
    with o.open_ledger(ledger) as held:
        found = queue(held, chosen, order, written(by or "").strip())
        begin = chosen.offset
        page = found[begin:] if json and chosen.limit is None else found[begin : begin + (SHOWN if chosen.limit is None else chosen.limit)]
        claims = claims_by_id(held, [one.id for one in page], chosen)
    if json:
        for one in page:
            write_json({**asdict(one), "impact": one.impact, "rank": round(one.rank(order), 3), "gloss": claims[one.id]["gloss"]})
        return
    from reportedly.cli.views.review import queue_view

    screen().print(queue_view(page, claims, order, len(found)))


def judged(*, ledger: o.LedgerOption = None, json: o.Json = False) -> None:
    """List every judgement in the order it was recorded, undone ones among them, with what it said and where its claim stands."""
    from reportedly.query.judgements import every

    with o.open_ledger(ledger) as held:
        found = every(held)
    if json:
        for row in found:
            write_json(row)
        return
    from reportedly.cli.views.review import judgements_view

    screen().print(judgements_view(found))


def agreement(*, ledger: o.LedgerOption = None, json: o.Json = False) -> None:
    """Tell how far reviewers agree, field by field: Cohen's kappa of two, Krippendorff's alpha of all, each with a 95 % interval."""
    from reportedly.review.agreement import agreements
    from reportedly.review.raters import ratings

    with o.open_ledger(ledger) as held:
        found = agreements(ratings(held))
    if json:
        for one in found:
            write_json(asdict(one))
        return
    from reportedly.cli.views.review import agreement_view

    screen().print(agreement_view(found))

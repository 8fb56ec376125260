"""The queue of claims that wait to be judged, the last judgements, and how far reviewers agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import islice

from reportedly.errors import OptionError
from reportedly.query.filters import ClaimFilter
from reportedly.query.judgements import every
from reportedly.query.paging import claims_by_id
from reportedly.review.agreement import agreements
from reportedly.review.lined import Weighed, lined, weighed
from reportedly.review.queue import ORDERS, Waiting, queue
from reportedly.review.raters import ratings
from reportedly.web.ask import Ask
from reportedly.web.form import Form
from reportedly.web.judged import TAKEN, judged, seen, told
from reportedly.web.page import FILTERS, Answer, Done, Page, cells
from reportedly.web.pages.shared import cut

_SIZE, _LAST = 20, 5
_NOW = "What waits, and what hangs on it, is told as the ledger is now, so this page has no permalink; the clocks choose its claims."
_COLUMNS = ("id", "rank", "uncertainty", "impact", "why", "contradictions", "bearings", "views", "repeats", "type", "gloss", "quote")


def build(ask: Ask) -> Answer:
    """Return the claims that wait, a page at a time."""
    order, by = ask.given.get("order", "both"), ask.given.get("by", ask.visit.by)
    if order not in ORDERS:
        what = f"{order!r:.40} is no order"
        raise OptionError(what, where="order", remedy=f"give one of {', '.join(ORDERS)}")
    where = replace(ask.where, limit=None, offset=0)
    found = ask.kept(("queue", where, order, by), lambda: _queue(ask, where, order, by))
    page, following = cut(ask, found, _SIZE)
    claims = claims_by_id(ask.ledger, [one.id for one in page], ask.where)
    rows = [{**_plain(one, order), "claim": claims[one.id], "type": claims[one.id]["type"]} for one in page if one.id in claims]
    for row in rows:
        row |= {"gloss": row["claim"]["gloss"], "quote": row["claim"]["quote"]}
    if ask.form != "html":
        bare = ({name: value for name, value in row.items() if name != "claim"} for row in rows)
        return Answer(bare, told={"total": len(found), "order": order}, next=following)
    judgements = ask.kept("judgements", lambda: every(ask.ledger))
    agreed = ask.kept("agreement", lambda: agreements(ratings(ask.ledger)))
    last = list(islice((row for row in reversed(judgements) if row["act"] != "undo"), _LAST))
    shown = {"total": len(found), "order": order, "orders": ORDERS, "by": by, "last": last, "agreed": agreed, "judged": len(judgements)}
    return Answer(rows, {**shown, "seen": seen(ask, [one.id for one in page])}, next=following)


def _queue(ask: Ask, where: ClaimFilter, order: str, by: str) -> Sequence[Waiting]:
    """Return what waits: from the columns; as of earlier, of which they know nothing, claim by claim."""
    ask.site.hold()
    with ask.ledger.reading() as connection:
        columns = ask.site.columns(ask.ledger, connection)
    found = None
    if columns is not None:
        held = columns

        def weigh() -> Weighed:
            with ask.ledger.reading() as connection:
                return weighed(connection, held)

        found = lined(ask.ledger, columns, ask.site.remembered(ask.ledger, ("weighed", columns.batch), weigh), where, order, by)
    return queue(ask.ledger, where, order, by) if found is None else found


def post(ask: Ask, form: Form) -> Done:
    """Record what was judged of one of them, and show the queue again: what follows stands first."""
    found = judged(ask, form, form.fields.get("claim", ""))
    return Done(f"{ask.link()}#queue", told(found))


def _plain(one: Waiting, order: str) -> dict[str, object]:
    held = asdict(one)
    del held["number"]
    return held | {"impact": one.impact, "rank": round(one.rank(order), 3)}


PAGE = Page(
    "review",
    "/review",
    "Review",
    "Which claims to look at first: those of which the program is least sure, and on which most hangs.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    (*FILTERS, "order", "by"),
    loose=_NOW,
    asks={
        "order": ("What stands first.", ORDERS),
        "by": "Who looks: what they judged is left out; what anybody judged, where empty.",
    },
    post=post,
    fields=TAKEN,
)

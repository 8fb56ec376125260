"""Which parties claims of control name most."""

from __future__ import annotations

from sqlalchemy import func, select

from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema


def holders(ledger: Ledger, recorded_by: str | None, most: int) -> list[str]:
    """Return the ids of those whom most claims of control call a holder, whatever the day, in order; those of no id are left out.

    Args:
        ledger: the open ledger.
        recorded_by: by when the claims were recorded.
        most: ids to give.
    """
    claim, named = schema.claim.c, schema.claim_actor.c
    query = (
        select(named.actor)
        .join(schema.claim, claim.seq == named.claim)
        .where(
            claim.type == "control", named.role.like("controller%"), named.actor.is_not(None), *lens(ClaimFilter(recorded_by=recorded_by))
        )
        .group_by(named.actor)
        .order_by(func.count().desc(), named.actor)
        .limit(most)
    )
    with ledger.reading() as connection:
        return list(connection.scalars(query))

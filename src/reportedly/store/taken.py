"""Which claim stands in the place of another: one of a later reading, or one that a person made of it.

What persons made of claims are claims, too. Each supersedes the program's own claim, lies in its reading, and has in ``method`` the number
of the judgement that made it: ``judged:12``; one without words says that the claim is gone, and ``judged-back:12`` that the program's own
stands again. Of several the last one counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, FromClause, exists, func, or_

from reportedly.store import schema
from reportedly.store.moments import until

JUDGED, BACK = "judged:", "judged-back:"
"""How ``method`` begins in claims that a person made, and where the program's own stands again."""

_ANY = "judged"
_LATER, _AGAIN, _OTHER = (schema.claim.alias(name) for name in ("later", "again", "other"))


def by_program(claim: FromClause) -> ColumnElement[bool]:
    """Return the condition that a claim was drawn, not made of another by a person."""
    return func.substr(claim.c.method, 1, len(_ANY)) != _ANY


def unjudged(claim: FromClause, recorded_by: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that a claim was drawn, and that none that was drawn later has taken its place."""
    later = _LATER
    yield by_program(claim)
    yield ~exists().where(later.c.supersedes == claim.c.seq, by_program(later), *_seen(later, recorded_by))


def as_judged(claim: FromClause, recorded_by: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that no claim, drawn or made by a person, has taken the place of another for good."""
    later, again, other = _LATER, _AGAIN, _OTHER
    restored = func.substr(again.c.method, 1, len(BACK)) == BACK
    back = exists().where(again.c.supersedes == claim.c.seq, again.c.seq > later.c.seq, restored, *_seen(again, recorded_by))
    stays = func.substr(later.c.method, 1, len(BACK)) != BACK
    yield ~exists().where(later.c.supersedes == claim.c.seq, stays, ~back.correlate_except(again), *_seen(later, recorded_by))
    after = exists().where(other.c.supersedes == claim.c.supersedes, other.c.batch > claim.c.batch, *_seen(other, recorded_by))
    yield or_(claim.c.supersedes.is_(None), by_program(claim), ~after)


def _seen(claim: FromClause, recorded_by: str | None) -> Iterator[ColumnElement[bool]]:
    if recorded_by is not None:
        yield until(claim.c.recorded, recorded_by)

"""Two readings, the second of which turns what the first tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import Claim, Figure, Reading
from reportedly.track.seen import Seen
from tests.ledgers import elsewhere, small
from tests.unit.track.sight import told

FIRST = (
    told(1, "holds-control", "2018-10-10", controller="COR-GOV", place="@quay"),
    told(2, "holds-control", "2018-10-10", controller="VDC", place="@hill"),
    told(3, "cuts-route", "2018-10-10", type="route", route="@road", actor="VDC"),
    told(4, "killed", "2018-10-10", type="casualty", figures=(Figure(5, "=", "people killed", 5, 5),)),
    told(5, "accepts", "2018-10-10", "cor-gov", type="position", party="COR-GOV", matter="the plan"),
)
SECOND = (
    told(11, "takes-control", "2018-10-12", "a clerk", controller="VDC", place="@quay"),
    told(12, "opens-route", "2018-10-12", "a clerk", type="route", route="@road"),
    told(13, "killed", "2018-10-12", "a clerk", type="casualty", figures=(Figure(9, ">=", "people killed", 9, None),)),
    told(14, "rejects", "2018-10-12", "a clerk", type="position", party="COR-GOV", matter="the plan"),
)


def reading(number: int, seen: Sequence[Seen], published: str) -> Reading:
    """Return a reading whose claims are those told above, at the places of its own."""
    found = small(number)
    first = (found.claims or ())[0]
    claims = tuple(_at(first, one.claim) for one in seen)
    return elsewhere(
        replace(found, claims=claims), published=replace(found.document.metadata.published, value=dt.date.fromisoformat(published))
    )


def _at(place: Claim, claim: Claim) -> Claim:
    return replace(claim, start=place.start, end=place.end, attribution=place.attribution, run=place.run, method=place.method)

"""Invented evidence for the invented agreement."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from reportedly.truce.evidence import Bearing, Coverage, Evidence
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View
from tests.unit.truce.agreements import agreement

_numbers = count(1)


def bear(
    name: str,
    sign: int,
    day: str | None = None,
    claim: str | None = None,
    **more: Any,  # noqa: ANN401 - any field
) -> Bearing:
    """Return a bearing on something of the truce at the weir, told on its own day through a chain of its own."""
    own = claim or f"c{next(_numbers)}"
    given: dict[str, Any] = {
        "begin": day,
        "until": day,
        "said": day,
        "known": day,
        "recorded": day,
        "chain": (own,),
        "confirmed": True,
    }
    return Bearing(own, "weir-truce", name, sign, **(given | more))


def watch(
    begin: str,
    until: str,
    claim: str = "w1",
    **more: Any,  # noqa: ANN401 - any field
) -> Coverage:
    given: dict[str, Any] = {
        "observer": "MONITOR",
        "monitor": True,
        "said": until,
        "known": until,
        "chain": (claim,),
        "confirmed": True,
    }
    return Coverage(claim, "weir-truce", begin=begin, until=until, **(given | more))


ACCEPTED = (
    bear("accepted@NORTH", 1, "2018-10-12", "a1", act="accepts", speaker="NORTH"),
    bear("accepted@SOUTH", 1, "2018-10-12", "a2", act="accepts", speaker="SOUTH"),
)


DRY = bear("flooded", -1, "2018-10-12", "d1")


def verdicts(
    bearings: Iterable[Bearing],
    coverage: Iterable[Coverage] = (),
    as_of: str = "2018-10-31",
    **view: Any,  # noqa: ANN401 - any field
) -> list[Verdict]:
    return list(check([agreement()], Evidence(bearings, coverage), View(as_of, **view)))


Given = Bearing | Coverage


def verdict(term: str, who: str | None, *given: Given, reading: str = "narrow", **more: Any) -> Verdict:  # noqa: ANN401 - any field
    """Return one verdict of the truce at the weir; both sides have accepted it, and the road is dry unless something says otherwise."""
    told = [row for row in given if isinstance(row, Bearing)]
    bearings = [*ACCEPTED, *told, *([] if any(row.atom == "flooded" for row in told) else [DRY])]
    found = verdicts(bearings, [row for row in given if isinstance(row, Coverage)], **more)
    (chosen,) = (each for each in found if (each.term, each.obligor) == (term, who) and each.reading in {None, reading})
    return chosen

"""Groups of the tables of sightings, chosen with one statement, which a mirror understands; and their claims, in the table's order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from reportedly.query.groups import Depth, Group, Run, Wanted, cut, tracks

_CHOOSE = """
SELECT grp, claims, newest, count(*) OVER () FROM (
  SELECT g.grp, g.claims, CASE WHEN g.newest < ? THEN g.newest ELSE ? END AS newest
  FROM sighting_group g WHERE g.track = ? AND g.seen_to <= ? AND g.known_to <= ?{of}
  UNION ALL
  SELECT s.grp, count(*) AS claims, max(CASE WHEN s.rank < ? THEN s.rank ELSE ? END) AS newest
  FROM sighting_group g JOIN sighting s ON s.track = g.track AND s.grp = g.grp
  WHERE g.track = ? AND (g.seen_to > ? OR g.known_to > ?) AND g.seen_from <= ? AND g.known_from <= ? AND s.since <= ? AND s.known <= ?{of}
  GROUP BY s.grp
) AS found ORDER BY {order}, grp LIMIT ? OFFSET ?
"""
"""Of groups that the clocks cut nothing off what is kept of them is true; of the rest the claims are counted."""
_ASKED = "claim IN (SELECT CAST(value AS BIGINT) FROM json_each(?))"
_OF = f" AND g.grp IN (SELECT grp FROM sighting WHERE track IN ({{marks}}) AND {_ASKED})"  # noqa: S608 - marks are placeholders
_NEWEST = """
SELECT rank, claim FROM sighting WHERE track = ? AND grp = ? AND rank {side} ? AND since <= ? AND known <= ?
ORDER BY {order}claim DESC LIMIT ?
"""
_SIDES = ((">=", ""), ("<", "rank DESC, "))
"""Those of the day that is looked from, or of later, and those before it."""
_BESIDE = f"""
SELECT grp, rank, claim FROM sighting
WHERE {_ASKED} AND track IN ({{marks}}) AND grp IN (SELECT value FROM json_each(?)) AND since <= ? AND known <= ?
"""  # noqa: S608 - marks are placeholders


class Kept:
    """Groups as the ledger keeps them.

    Args:
        choose: asks for the groups: the record, or a mirror of it.
        take: asks the record for claims, a few at a time, by the order of its table.
    """

    def __init__(self, choose: Run, take: Run) -> None:
        self._choose, self._take = choose, take

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[Group]:
        """Return some of the groups, in order."""
        of, values = "", tuple[object, ...]()
        if wanted.claims is not None:
            of, values = _OF.format(marks=_marks(wanted)), (*tracks(wanted), _listed(wanted))
        track, day, known = wanted.track, wanted.as_of, wanted.known
        order = "claims DESC, newest DESC" if wanted.most else "newest DESC, claims DESC"
        whole, part = (day, day, track, day, known), (day, day, track, day, known, day, known, day, known)
        found = self._choose(_CHOOSE.format(of=of, order=order), (*whole, *values, *part, *values, limit, offset))
        return [Group(number, claims, count) for number, claims, _, count in found]

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: Depth | None) -> dict[int, list[int]]:
        """Return the claims of groups."""
        most = -1 if depth is None else depth.row
        asked = self._asked(wanted, groups)
        return cut({grp: (self._newest(wanted, grp, most), asked.get(grp, [])) for grp in groups}, depth)

    def _newest(self, wanted: Wanted, grp: int, most: int) -> list[int]:
        found: list[tuple[int, int]] = []
        for track in tracks(wanted):
            left = most
            for side, order in _SIDES:
                values = (track, grp, wanted.as_of, wanted.as_of, wanted.known, left)
                rows = self._take(_NEWEST.format(side=side, order=order), values)
                found += ((min(rank, wanted.as_of), claim) for rank, claim in rows)
                left = most if most < 0 else most - len(rows)
        found.sort(reverse=True)
        return [claim for _, claim in found[: None if most < 0 else most]]

    def _asked(self, wanted: Wanted, groups: Sequence[int]) -> dict[int, list[int]]:
        if wanted.claims is None:
            return {}
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        values = (_listed(wanted), *tracks(wanted), json.dumps(list(groups)), wanted.as_of, wanted.known)
        for grp, rank, claim in self._take(_BESIDE.format(marks=_marks(wanted)), values):
            found[grp].append((min(rank, wanted.as_of), claim))
        return {grp: [claim for _, claim in sorted(rows, reverse=True)] for grp, rows in found.items()}


def _marks(wanted: Wanted) -> str:
    return ", ".join("?" * len(tracks(wanted)))


def _listed(wanted: Wanted) -> str:
    return json.dumps(sorted(wanted.claims or ()))

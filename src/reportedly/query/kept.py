"""Groups of the tables of sightings, chosen with one statement, which a mirror understands; and their claims, in the table's order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from reportedly.query.groups import Depth, Group, Run, Wanted, cut, tracks
from reportedly.store.sightings import ERA

_CHOOSE = f"""
{{asked}}SELECT grp, sum(claims) AS number, max(newest) AS last, count(*) OVER () FROM (
  SELECT g.grp, g.claims, CASE WHEN g.newest < ? THEN g.newest ELSE ? END AS newest
  FROM sighting_group g WHERE g.track = ? AND g.seen_to <= ? AND g.known_to <= ?{{of}}
  UNION ALL
  SELECT s.grp, 1 AS claims, CASE WHEN s.rank < ? THEN s.rank ELSE ? END AS newest
  FROM sighting_group g CROSS JOIN sighting s
  WHERE s.track = g.track AND s.grp = g.grp AND s.rank BETWEEN g.era AND g.era + {ERA - 1} AND s.since <= ? AND s.known <= ?
  AND g.track = ? AND (g.seen_to > ? OR g.known_to > ?) AND g.seen_from <= ? AND g.known_from <= ?{{of}}
) AS found GROUP BY grp ORDER BY {{order}}, grp LIMIT ? OFFSET ?
"""  # noqa: S608 - what is put in is our own
"""Of eras that the clocks cut nothing off what is kept of them is true; of the rest the claims are counted, group by group."""
_ASKED = "(SELECT CAST(value AS BIGINT) AS claim FROM json_each(?))"
_WITH = f"""
WITH asked AS MATERIALIZED (
  SELECT DISTINCT s.grp FROM {_ASKED} a CROSS JOIN sighting s WHERE s.claim = a.claim AND s.track IN ({{marks}})
)
"""  # noqa: S608 - marks are placeholders
_OF = " AND g.grp IN (SELECT grp FROM asked)"
_NEWEST = """
SELECT rank, claim FROM sighting WHERE track = ? AND grp = ? AND rank {side} ? AND since <= ? AND known <= ?
ORDER BY {order}claim DESC LIMIT ?
"""
_LATER = """
SELECT rank, claim FROM sighting WHERE track = ? AND grp = ? AND rank > ? AND since > ? AND known <= ? ORDER BY rank, claim LIMIT ?
"""
_SIDES = ((">=", ""), ("<", "rank DESC, "))
"""Those of the day that is looked from, or of later, and those before it."""
_BESIDE = f"""
SELECT grp, rank, claim FROM sighting
WHERE claim IN {_ASKED} AND track IN ({{marks}}) AND grp IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) AND since <= ? AND known <= ?
"""  # noqa: S608 - marks are placeholders


class Kept:
    """Groups as the ledger keeps them.

    Args:
        choose: asks for the groups: the record, or a mirror of it.
        take: asks the record for claims, a few at a time, by the order of its table.
    """

    def __init__(self, choose: Run, take: Run) -> None:
        self._choose, self._take = choose, take
        self._told: tuple[frozenset[int] | None, str] = None, "[]"

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[Group]:
        """Return some of the groups, in order."""
        asked, of, values = "", "", tuple[object, ...]()
        if wanted.claims is not None:
            asked, of, values = _WITH.format(marks=_marks(wanted)), _OF, (self._listed(wanted), *tracks(wanted))
        track, day, known = wanted.track, wanted.as_of, wanted.known
        order = "number DESC, last DESC" if wanted.most else "last DESC, number DESC"
        whole, part = (day, day, track, day, known), (day, day, day, known, track, day, known, day, known)
        found = self._choose(_CHOOSE.format(asked=asked, of=of, order=order), (*values, *whole, *part, limit, offset))
        return [Group(number, int(claims), count) for number, claims, _, count in found]

    def claims(self, wanted: Wanted, groups: Sequence[int], depth: Depth | None) -> dict[int, list[int]]:
        """Return the claims of groups."""
        most = -1 if depth is None else depth.row
        asked = self._asked(wanted, groups)
        return cut({grp: (self._newest(wanted, grp, most), asked.get(grp, []), self._later(wanted, grp, most)) for grp in groups}, depth)

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

    def _later(self, wanted: Wanted, grp: int, most: int) -> list[int]:
        day, numbers = wanted.as_of, tracks(wanted) if wanted.later else ()
        rows = [row for track in numbers for row in self._take(_LATER, (track, grp, day, day, wanted.known, most))]
        return [claim for _, claim in sorted(map(tuple, rows))]

    def _asked(self, wanted: Wanted, groups: Sequence[int]) -> dict[int, list[int]]:
        if wanted.claims is None:
            return {}
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        values = (self._listed(wanted), *tracks(wanted), json.dumps(list(groups)), wanted.as_of, wanted.known)
        for grp, rank, claim in self._take(_BESIDE.format(marks=_marks(wanted)), values):
            found[grp].append((min(rank, wanted.as_of), claim))
        return {grp: [claim for _, claim in sorted(rows, reverse=True)] for grp, rows in found.items()}

    def _listed(self, wanted: Wanted) -> str:
        """Return the claims asked for as JSON: tens of thousands at times, asked for again with each page."""
        if self._told[0] is not wanted.claims:
            self._told = wanted.claims, json.dumps(sorted(wanted.claims or ()))
        return self._told[1]


def _marks(wanted: Wanted) -> str:
    return ", ".join("?" * len(tracks(wanted)))

"""Claims that tell an event, as rows with the columns of ACLED. They are claims, each a row of its own, and no events.

Columns that would need a judgement (``inter1``, ``interaction``, ``source_scale``) or a register of districts stay empty.
``time_precision`` is 1 for a day, 2 in a week, 3 in a month; ``geo_precision`` 1 for a place, 2 for an area, 3 for a governorate or
country. ``fatalities`` is filled only where the claim gives one number of killed; its bounds stand beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from reportedly.export import events as e
from reportedly.export.lines import csv_line
from reportedly.export.rows import CLAIM, claim_cells, place_of
from reportedly.export.tally import Json, Tally

COLUMNS = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 "
    "inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source "
    "source_scale notes fatalities tags timestamp".split()
)
MORE = ("actor1_kind", "actor2_kind", "fatalities_low", "fatalities_high")
_NO_DAY = "it tells no time within a month"
_NO_PLACE = "it tells no place within a country"
_WEEK, _MONTH = 7, 31
Kind = tuple[str, str, list[Json], list[Json]]
_WIDE = frozenset({"country", "governorate", "region"})


def acled(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield a table in CSV; claims that tell no event of these types are left out, and counted."""
    yield csv_line((*COLUMNS, *MORE, *CLAIM))
    for row in rows:
        kind = _kind(row)
        if isinstance(kind, str):
            tally.leave(row, kind, row["frame"])
        elif not e.said(row):
            tally.leave(row, e.NOT_SAID, row["stance"])
        elif (precision := _precision(row)) is None:
            tally.leave(row, _NO_DAY, row["frame"])
        elif not row["places"] or {place["kind"] for place in row["located"]} == {"country"}:
            tally.leave(row, _NO_PLACE, row["frame"])
        else:
            tally.write(row)
            tally.notes["rows without coordinates"] += not row["located"]
            cells = _cells(row, kind, precision)
            yield csv_line([*(cells.get(name, "") for name in (*COLUMNS, *MORE)), *claim_cells(row)])


def _kind(row: Json) -> Kind | str:
    """Return event type, sub-event type and the two sides; or why there are none."""
    named = e.events().frames.get(row["frame"], {}).get("acled")
    if named is None:
        return e.NO_EVENT
    kind, sub, *roles = named
    one, other = e.two_sides(row, *roles)
    if kind in {e.MEANS, e.WORDS}:
        means = e.means_of(row)
        if means is not None and means.type and means.sub:
            return means.type, means.sub, one, other
        if kind == e.MEANS and e.are_civilians(other):
            return "Violence against civilians", "Attack", one, other
        fought = kind == e.MEANS and e.are_armed([*one, *other])
        return ("Battles", "Armed clash", one, other) if fought else e.NOT_TOLD
    return kind, (e.takes_over(one) or "Armed clash") if sub == e.TAKER else sub, one, other


def _precision(row: Json) -> int | None:
    begin, until = row["valid"]["begin"], row["valid"]["until"]
    if not begin or not until:
        return None
    days = (dt.date.fromisoformat(until[:10]) - dt.date.fromisoformat(begin[:10])).days + 1
    return 1 if days == 1 else 2 if days <= _WEEK else 3 if days <= _MONTH else None


def _cells(row: Json, kind: Kind, precision: int) -> Json:
    event, sub, one, other = kind
    begin, at = row["valid"]["begin"], place_of(row)
    what = {"event_type": event, "sub_event_type": sub, "disorder_type": e.events().disorder[event]}
    when = {"event_date": begin[:10], "year": begin[:4], "time_precision": precision}
    who = {"actor1": e.joined(one), "actor2": e.joined(other), "actor1_kind": e.joined(one, "kind"), "actor2_kind": e.joined(other, "kind")}
    where = {"location": at["name"], "latitude": at["lat"], "longitude": at["lon"], "geo_precision": _geo(at)}
    told = {"event_id_cnty": row["id"], "source": row["doc"]["publisher"] or row["doc"]["path"], "notes": f"Claim: {row['gloss']}"}
    told["civilian_targeting"] = "Civilian targeting" if e.are_civilians(other) else ""
    return what | when | who | where | told | _killed(row)


def _geo(at: Json) -> int | str:
    if at["lat"] == "":
        return ""
    return 3 if at["kind"] in _WIDE else 1 if at["precision"] == "point" else 2


def _killed(row: Json) -> Json:
    found = next((figure for figure in row["figures"] if figure["unit"].endswith("killed") and not figure["derived"]), None)
    if found is None:
        return {}
    told = {"fatalities_low": found["low"], "fatalities_high": found["high"], "fatalities": found["value"] if found["op"] == "=" else None}
    return {name: "" if value is None else f"{value:g}" if value != int(value) else int(value) for name, value in told.items()}

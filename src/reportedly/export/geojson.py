"""Claims as GeoJSON (RFC 7946): a feature for each claim, at the places it is about.

A claim about no place that has coordinates is a feature without geometry, which the standard calls unlocated (section 3.2): programs
that draw maps pass over it, and it is not lost. Coordinates are longitude, latitude in WGS 84; a place that is an area stands as one
point within it, and ``precision`` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.export.lines import json_line
from reportedly.export.tally import Json, Tally

_SAME = "type frame stance gloss quote hedge own asserted places method score recorded masked contradicted_by".split()


def geojson(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield a feature collection; its member ``reportedly`` is the manifest."""
    yield b'{"type": "FeatureCollection", "features": ['
    before = b"\n"
    for row in rows:
        tally.write(row)
        tally.notes["features with a place" if row["located"] else "features without a place that has coordinates"] += 1
        yield before + json_line(feature(row)).rstrip()
        before = b",\n"
    yield b'\n], "reportedly": ' + json_line(tally.told()).rstrip() + b"}\n"


def feature(row: Json) -> Json:
    """Return a claim as a feature."""
    doc, at = row["doc"], row["located"]
    chains = dict(zip(("chains_at_least", "chains_at_most"), row["chains"], strict=True))
    when = {"begin": row["valid"]["begin"], "until": row["valid"]["until"]}
    who = {"speaker": row["speaker"]["name"], "speaker_actor": row["speaker"]["actor"], "anonymous": row["speaker"]["anonymous"]}
    page = {"doc": doc["id"], "start": row["start"], "end": row["end"]} | {
        name: doc[name] for name in ("publisher", "published", "url", "path")
    }
    told = {name: row[name] for name in _SAME} | who | {"chain": row["chain"]} | when | chains | page
    told |= {"at": at, "precision": coarsest(at), "provisional": row["provisional"], "statement": "a claim, not an event"}
    return {"type": "Feature", "id": row["id"], "geometry": geometry(at), "properties": told}


def geometry(at: Sequence[Json]) -> Json | None:
    """Return the places of a claim as a geometry, None where it has none with coordinates."""
    points = [[place["lon"], place["lat"]] for place in at]
    if not points:
        return None
    return {"type": "Point", "coordinates": points[0]} if len(points) == 1 else {"type": "MultiPoint", "coordinates": points}


def coarsest(at: Sequence[Json]) -> str:
    """Return how exact the vaguest of places is: ``point``, ``area`` or ``containing-area``; ``unknown`` where there is none."""
    known = [place["precision"] for place in at]
    return next((one for one in ("unknown", "containing-area", "area") if one in known), "point") if known else "unknown"

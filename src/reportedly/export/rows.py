"""What rows of event datasets say of the claim that they are."""

from __future__ import annotations

from reportedly.export.tally import Json

CLAIM = tuple(
    "record claim_id claim_type frame stance hedge said_by said_by_actor anonymous own chain chains_at_least chains_at_most "
    "contradicted_by contradicted_by_claims gloss quote doc start end publisher published url masked".split()
)
"""Columns that stand after those of the dataset."""
WHAT = "claim, not event"


def claim_cells(row: Json) -> list[object]:
    """Return the cells of a claim in the order of CLAIM."""
    doc, speaker, against = row["doc"], row["speaker"], row["contradicted_by"]
    said = [row["type"], row["frame"], row["stance"], row["hedge"], speaker["name"], speaker["actor"], speaker["anonymous"], row["own"]]
    behind = [" > ".join(row["chain"]), *row["chains"], len(against), "; ".join(against)]
    page = [row["gloss"], row["quote"], doc["id"], row["start"], row["end"], doc["publisher"], doc["published"], doc["url"], row["masked"]]
    return [_cell(cell) for cell in (WHAT, row["id"], *said, *behind, *page)]


def place_of(row: Json) -> Json:
    """Return the narrowest place of a claim that has coordinates; else its first name, with empty coordinates."""
    found = sorted(row["located"], key=lambda place: place["precision"] != "point")
    if found:
        return dict(found[0])
    return {"name": next(iter(row["places"]), ""), "lat": "", "lon": "", "precision": "unknown", "kind": None}


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value

"""A claim as one line of a table."""

from __future__ import annotations

from typing import Any

COLUMNS = tuple(
    "id type frame stance gloss quote speaker speaker_actor anonymous own chain hedge begin until asserted places place_ids args "
    "value low high op unit denominator universe as_of more_figures agreement chains_at_least chains_at_most "
    "path ref doc publisher published appearances start end method score recorded".split()
)
_FIGURE = ("value", "low", "high", "op", "unit", "denominator", "universe", "as_of")


def flat(row: dict[str, Any]) -> list[object]:
    """Return the cells of a claim in the order of COLUMNS; what is unknown is empty."""
    doc, speaker, figures = row["doc"], row["speaker"], row["figures"]
    first = figures[0] if figures else {}
    cells = dict(row) | {name: first.get(name) for name in _FIGURE}
    cells |= {name: doc[name] for name in ("path", "ref", "publisher", "published")}
    cells |= {
        "speaker": speaker["name"],
        "speaker_actor": speaker["actor"],
        "anonymous": speaker["anonymous"],
        "chain": " > ".join(row["chain"]),
        "begin": row["valid"]["begin"],
        "until": row["valid"]["until"],
        "places": "; ".join(row["places"]),
        "place_ids": "; ".join(filter(None, row["place_ids"])),
        "args": "; ".join(f"{role}: {found['name']}" for role, found in row["args"].items()),
        "more_figures": max(0, len(figures) - 1),
        "chains_at_least": row["chains"][0],
        "chains_at_most": row["chains"][1],
        "doc": doc["id"],
        "appearances": "; ".join(doc["appearances"]),
    }
    return [_cell(cells[name]) for name in COLUMNS]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value

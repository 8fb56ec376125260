"""What reading knows of an appearance beside its metadata, as a row, and back."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

from reportedly.ids import canonical
from reportedly.model import Dated, Document, LeftOut, Obtained
from reportedly.model.plain import plain, restore
from reportedly.store.hashing import text_hash

KNOWN = ("section", "told", "obtained", "left_out")
"""The columns that :func:`with_provenance` asks for."""


def provenance_row(document: Document, appearance: str) -> dict[str, object]:
    """Return the columns of what reading knows of a document that appeared; ``appearance`` is the id of its row."""
    said = document.metadata
    left = canonical([plain(each) for each in document.left_out])
    told = {"modified": _values(said.modified), "dates": [_values(each) for each in said.dates], "origins": plain(said.origins)}
    obtained = plain(document.obtained) if document.obtained else None
    of = {"appearance": appearance, "document": document.id}
    return of | {"section": said.section, "told": told, "obtained": obtained, "left_out": left, "left_out_sha256": text_hash(left)}


def with_provenance(document: Document, row: Any) -> Document:  # noqa: ANN401 - a row whose columns are asked by name
    """Return a document with what its row tells; as it is where there is no row, as of what was recorded before there were any."""
    if row.told is None:
        return document
    told = json.loads(row.told)
    metadata = replace(
        document.metadata,
        section=row.section,
        modified=_dated(told["modified"]),
        dates=tuple(map(_dated, told["dates"])),
        origins=restore(tuple[tuple[str, str], ...], told["origins"]),
    )
    obtained = restore(Obtained, json.loads(row.obtained)) if row.obtained else None
    left = restore(tuple[LeftOut, ...], json.loads(row.left_out)) if row.left_out else ()
    return replace(document, metadata=metadata, obtained=obtained, left_out=left)


def _values(date: Dated) -> list[object]:
    return [date.value.isoformat() if date.value else None, date.origin, date.weak]


def _dated(values: list[Any]) -> Dated:
    value, origin, weak = values
    return Dated(dt.date.fromisoformat(value) if value else None, origin, weak)

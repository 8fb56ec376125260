"""What the record keeps of how a document was come by and read: in short, and in lines that tell it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from reportedly.export.contract import Json
from reportedly.store import schema

_HOW = {"archive": "an archive", "warc": "a web archive", "feed": "a feed", "mail": "a letter", "fetch": "its address"}


def provenance(connection: Connection, document: str) -> Json | None:
    """Return ``section``, ``modified`` (a day), ``origins``, ``obtained`` and, by its word, how much was ``left_out``.

    It is that of the appearance which was recorded first; None where that was before this was kept.
    """
    known, place = schema.provenance.c, schema.appearance.c
    first = select(place.id).where(place.document == document).order_by(place.seq).limit(1).scalar_subquery()
    row = connection.execute(select(known.section, known.told, known.obtained, known.left_out).where(known.appearance == first)).first()
    if row is None:
        return None
    told = json.loads(row.told)
    left = Counter(each["why"] for each in json.loads(row.left_out or "[]"))
    obtained = json.loads(row.obtained) if row.obtained else None
    known_of = {"section": row.section, "modified": told["modified"][0], "origins": dict(told["origins"]), "obtained": obtained}
    return known_of | {"left_out": dict(sorted(left.items()))}


def lines(known: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what :func:`provenance` returns as names with words; nothing for what is not known."""
    if known["obtained"]:
        yield "obtained", _obtained(known["obtained"])
    if known["section"]:
        yield "section", known["section"]
    if known["modified"]:
        yield "changed on", known["modified"]
    if known["origins"]:
        yield "told by", ", ".join(f"{name}: {origin}" for name, origin in known["origins"].items())
    if known["left_out"]:
        yield "not in the text", ", ".join(f"{count} {why}" for why, count in known["left_out"].items())


def _obtained(found: Mapping[str, Any]) -> str:
    parts = [f"from {_HOW.get(found['how'], found['how'])}"]
    parts += [f"captured {found['when']}"] if found["when"] else []
    parts += [f"asked for {found['url']}"] if found["url"] else []
    parts += [f"by way of {', '.join(found['via'])}"] if found["via"] else []
    parts += [f"as {found['record']}"] if found["record"] else []
    return ", ".join(parts)

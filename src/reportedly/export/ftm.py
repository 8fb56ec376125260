"""Claims as FollowTheMoney entities, one a line: an Article for each document, a Note for each claim, and those actors that a pack knows.

A claim is a Note on its article and on those it names, not an Event: that something happened is what it says, not what is known. Persons
whom no pack knows make no entity of their own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from reportedly.export.lines import json_line
from reportedly.export.phrases import name
from reportedly.export.tally import Json, Tally
from reportedly.model.actor import is_provisional

_SCHEMA = {
    "person": "Person",
    "outlet": "Organization",
    "agency": "Organization",
    "company": "Company",
    "government": "PublicBody",
    "state": "PublicBody",
    "armed-force": "PublicBody",
    "body": "PublicBody",
}
_OTHER = "Organization"
_NOBODY = frozenset({"population", "coalition", "alliance"})
"""Kinds that FollowTheMoney has no party for."""


def ftm(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield entities as JSON lines; each stands before the first that names it, and once."""
    told: set[str] = set()
    for row in rows:
        tally.write(row)
        found = [article(row["doc"]), *actors(row)]
        for one in found:
            if one["id"] not in told:
                told.add(one["id"])
                tally.notes[f"entities {one['schema']}"] += 1
                yield json_line(one)
        tally.notes["entities Note"] += 1
        yield json_line(note(row, [one["id"] for one in found]))


def article(doc: Json) -> Json:
    """Return a document as an Article."""
    said = {"fileName": name(doc["path"]), "title": doc["title"], "publishedAt": doc["published"], "publisher": doc["publisher"]}
    return _entity(_key(doc["id"]), "Article", said | {"sourceUrl": doc["url"], "language": _LANGUAGES.get(doc["lang"] or "")})


def actors(row: Json) -> list[Json]:
    """Return the actors that a claim names, or that say it, of those that have an id in a pack."""
    named = [row["speaker"], *row["args"].values()]
    found = {one["actor"]: one["name"] for one in named if one["actor"] and not is_provisional(one["actor"])}
    kinds = row["actor_kinds"]
    return [
        _entity(_key(f"actor:{actor}"), _SCHEMA.get(kinds[actor], _OTHER), {"name": called})
        for actor, called in found.items()
        if actor in kinds and kinds[actor] not in _NOBODY
    ]


def note(row: Json, on: list[str]) -> Json:
    """Return a claim as a Note on entities."""
    chain = " > ".join(row["chain"])
    lines = [f"claim {row['id']}", f"stance: {row['stance']}", f"said by: {chain}", f"offsets: {row['start']}-{row['end']}"]
    lines += [f"hedge: {row['hedge']}"] if row["hedge"] else []
    lines += [f"said to hold: {row['valid']['edtf']}"] if row["valid"]["edtf"] else []
    lines += [f"independent chains: {row['chains'][0]} to {row['chains'][1]}"]
    lines += [f"contradicted by: {other}" for other in row["contradicted_by"]]
    said = {"name": f"Claim ({row['stance']}): {row['gloss']}", "summary": row["gloss"], "description": row["quote"], "notes": lines}
    said |= {
        "keywords": ["claim", row["type"], row["frame"], row["stance"]],
        "address": row["places"],
        "publisher": row["doc"]["publisher"],
    }
    return _entity(row["id"], "Note", said | {"entity": on, "proof": on[:1], "sourceUrl": row["doc"]["url"]})


def _key(of: str) -> str:
    return f"rep-{hashlib.sha1(of.encode(), usedforsecurity=False).hexdigest()}"


def _entity(key: str, schema: str, said: Mapping[str, str | list[str] | None]) -> Json:
    properties = {name: value if isinstance(value, list) else [value] for name, value in said.items() if value}
    return {"id": key, "schema": schema, "properties": properties}


_LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus", "tr": "tur", "fa": "fas", "he": "heb"}
"""Two letters -> three, as FollowTheMoney writes languages."""

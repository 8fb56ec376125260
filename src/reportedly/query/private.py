"""Persons whom texts name and who are private: no pack knows them, and they do not speak there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from reportedly.model.actor import is_class_id, is_provisional
from reportedly.store import schema
from reportedly.track.masking import with_parts

_PERSON = "person"


def private_names(connection: Connection, documents: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return, for each document, the names of private persons as its text has them, and words of them -> who each is.

    All that any reading of a document took for a person counts: a name too many is taken out rather than one too few.

    Args:
        connection: inside a read transaction.
        documents: ids of documents, no more than a query takes.
    """
    mention, reading = schema.actor_mention.c, schema.reading.c
    named = select(reading.document).join_from(schema.reading, schema.actor_mention).where(mention.kind == _PERSON)
    documents = list(connection.scalars(named.where(reading.document.in_(documents)).distinct()))  # most name nobody who is private
    spoken = _speakers(connection, documents)
    private: dict[str, dict[str, str]] = defaultdict(dict)
    others: dict[str, set[str]] = defaultdict(set)
    query = select(reading.document, mention.actor, mention.name, mention.label, mention.kind)
    for row in connection.execute(query.join_from(schema.reading, schema.actor_mention).where(reading.document.in_(documents))):
        unknown = row.actor is None or (is_provisional(row.actor) and not is_class_id(row.actor))
        if row.kind == _PERSON and unknown and not {row.actor, row.name.casefold(), row.label.casefold()} & spoken[row.document]:
            private[row.document][row.label] = row.actor or row.name.casefold()
        else:
            others[row.document].add(row.label)
    return {document: with_parts(names, others[document] | spoken[document]) for document, names in private.items()}


def _speakers(connection: Connection, documents: Collection[str]) -> dict[str, set[str]]:
    """Return the ids and folded names of those who speak in each document."""
    claim = schema.claim.c
    found: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(claim.document, claim.actor, claim.speaker).where(claim.document.in_(documents)).distinct()):
        found[row.document] |= {row.speaker.casefold(), *([row.actor] if row.actor else [])}
    return found

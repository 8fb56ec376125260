"""What was changed between two documents that share words, in the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sqlalchemy import select

from reportedly.export.contract import Json
from reportedly.store import Ledger, schema

_AROUND = 30
_KEPT = 64


def with_words(ledger: Ledger, pairs: Iterable[Json]) -> Iterator[Json]:
    """Yield pairs as :func:`reportedly.query.reprints` has them, each with ``told``: null where words were redacted.

    It holds ``longest`` (the longest passage) and ``changed``: of each edit the kind, ``was`` and ``now``, ``before`` and ``after`` (the
    words around it in the one of the two that has it, the first where both have), and ``edge`` (before or after all that is shared).
    """
    table = schema.document.c
    with ledger.reading() as connection:
        text = lru_cache(_KEPT)(lambda key: connection.scalar(select(table.text).where(table.id == key)))
        for pair in pairs:
            a, b = (text(doc["id"]) for doc in pair["docs"])
            yield pair | {"told": None if a is None or b is None else _told(pair, a, b)}


def _told(pair: Json, a: str, b: str) -> Json:
    spans = sorted(pair["passages"], key=lambda span: span[0] - span[1])
    return {"longest": a[spans[0][0] : spans[0][1]] if spans else "", "changed": changed(pair["edits"], a, b, _inner(pair["passages"]))}


def changed(edits: Iterable[Json] | None, a: str, b: str, inner: tuple[int, int]) -> list[Json]:
    """Return edits in words: the kind, ``was`` and ``now``, ``before`` and ``after`` as above, and ``edge``: it lies outside ``inner``.

    Args:
        edits: as the contract has them.
        a: the one text.
        b: the other.
        inner: where the first passage of the first text begins, and the last one ends: date lines and credits lie outside.
    """
    return [_changed(edit, a, b) | {"edge": not inner[0] <= edit["a"][0] <= inner[1]} for edit in edits or ()]


def _inner(passages: Iterable[Sequence[int]]) -> tuple[int, int]:
    spans = list(passages)
    return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else (0, 0)


def _changed(edit: Json, a: str, b: str) -> Json:
    text, (start, end) = (a, edit["a"]) if edit["a"][0] < edit["a"][1] else (b, edit["b"])
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0]
    return {"kind": edit["kind"], "was": a[slice(*edit["a"])], "now": b[slice(*edit["b"])], "before": before, "after": after}

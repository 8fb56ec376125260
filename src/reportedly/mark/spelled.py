"""Names of a pack's scope in spellings that the pack does not list."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mark.placed import placed
from reportedly.mark.scoped import chain, scope_of
from reportedly.model import PlaceMention
from reportedly.model.pack import Pack

_PARTS = frozenset({"neighbourhood", "quarter", "street", "square", "road"})
_SETTLEMENTS = frozenset({"city", "town", "village", "governorate", "country"})
_SCORE = 0.8


def by_spelling(pack: Pack, places: Sequence[PlaceMention], *, parts: bool = False) -> list[PlaceMention]:
    """Return the mentions, with those settled whose name is another spelling of a place in the pack's scope.

    Only in a document that names a place of that scope, and only where one place alone is meant: elsewhere too many names
    share a skeleton, and nobody is the right answer. What a place word makes a town or village is none of a city's districts.

    Args:
        pack: the pack.
        places: the mentions of a document.
        parts: whether only those are settled that a place word makes a part of a town.
    """
    scope = pack.scope
    if scope is None or not any(p.place is not None and scope in chain(pack, p.place) for p in places):
        return list(places)
    return [_settled(pack, scope, p) if p.place is None and _may_be(p.kind, parts=parts) else p for p in places]


def _may_be(kind: str | None, *, parts: bool) -> bool:
    return kind in _PARTS if parts else kind not in _SETTLEMENTS


def _settled(pack: Pack, scope: str, mention: PlaceMention) -> PlaceMention:
    match = scope_of(pack, scope).one(mention.name)
    if match is None or match.place.id == scope:
        return mention
    return placed(mention, match.place, _SCORE)

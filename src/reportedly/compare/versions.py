"""Captures of one URL: what became of a text, and of one statement in it, from one version to the next."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.compare.edits import edits
from reportedly.compare.passages import passages, shared_runs
from reportedly.compare.side import Edit
from reportedly.compare.words import Words, split

_LEFT, _SHORTER = 0.1, 3  # a text is taken down where under a tenth of its words are left, in a page of under a third of its length
_KEPT = 0.5  # a statement of whose words more than half stand close together in the later text was changed, else it is gone


def change(earlier: str, later: str, actors: Mapping[str, frozenset[str]]) -> tuple[str, list[Edit]]:
    """Return what became of a text, and the edits: ``repeated``, ``corrected``, ``rewritten`` or ``taken-down``.

    Args:
        earlier: the one version.
        later: the next.
        actors: as :func:`reportedly.compare.edits.edits` has them.
    """
    left, right = split(earlier), split(later)
    if left.keys == right.keys:
        return "repeated", []
    runs = shared_runs(left, right)
    shared = sum(run.length for run in runs)
    if shared <= _LEFT * len(left.keys):
        return ("taken-down" if len(right.keys) * _SHORTER < len(left.keys) else "rewritten"), []
    return "corrected", edits(earlier, later, passages(left, right, runs), actors, whole=True)


def fate(statement: str, later: str) -> str:
    """Return what became of a statement in a later version: ``kept`` word for word, ``changed``, or ``gone``."""
    wanted, words = split(statement), split(later)
    if not wanted.keys or _stands(wanted, words):
        return "kept"
    size, distinct = len(wanted.keys), set(wanted.keys)
    inside, best = [key in distinct for key in words.keys], 0
    total = sum(inside[:size])
    for at in range(len(inside)):
        best = max(best, total)
        total += (inside[at + size] if at + size < len(inside) else 0) - inside[at]
    return "changed" if best > _KEPT * size else "gone"


def _stands(wanted: Words, words: Words) -> bool:
    size = len(wanted.keys)
    return any(words.keys[at] == wanted.keys[0] and words.keys[at : at + size] == wanted.keys for at in range(len(words.keys) - size + 1))

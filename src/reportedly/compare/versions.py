"""Captures of one URL: what became of a text, and of one statement in it, from one version to the next."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.compare.edits import edits
from reportedly.compare.passages import passages, shared_runs
from reportedly.compare.side import Edit, Span
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


def fate(statement: str, later: str) -> tuple[str, Span | None]:
    """Return what became of a statement in a later version, and what stands there in its place.

    Returns:
        ``kept`` word for word, ``changed``, or ``gone``, for which nothing stands there; the span is of code points of ``later``.
    """
    wanted, words = split(statement), split(later)
    size, distinct = len(wanted.keys), set(wanted.keys)
    if not wanted.keys:
        return "kept", None
    at = _stands(wanted, words)
    if at is not None:
        return "kept", (words.starts[at], words.ends[at + size - 1])
    inside, best, begin = [key in distinct for key in words.keys], 0, 0
    total = sum(inside[:size])
    for at in range(len(inside)):
        if total > best:
            best, begin = total, at
        total += (inside[at + size] if at + size < len(inside) else 0) - inside[at]
    if best <= _KEPT * size:
        return "gone", None
    end = min(begin + size, len(words.ends))
    while not inside[begin] and wanted.keys[0] in words.keys[begin:end]:
        begin += 1
    while not inside[end - 1] and wanted.keys[-1] in words.keys[begin:end]:
        end -= 1
    return "changed", (words.starts[begin], words.ends[end - 1])


def _stands(wanted: Words, words: Words) -> int | None:
    size = len(wanted.keys)
    starts = (at for at in range(len(words.keys) - size + 1) if words.keys[at] == wanted.keys[0])
    return next((at for at in starts if words.keys[at : at + size] == wanted.keys), None)

"""From the encoder's scores to attributions: runs of tags, each content tied to its cue and each cue to its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reportedly.mark.tagger.pieces import Pieces, Window
from reportedly.model.span import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SOURCE, CUE, CONTENT = 1, 3, 5
"""The tags that begin a run of each role; the next tag goes on with it, 0 is none of the three."""
TAGS = 7
_FAR = -1e4
TIED, FIRM = 0.5, 0.7
"""The least chance of its tie, and the least mean chance of its pieces, of a further stretch of a content; measured in development."""


class Scores(NamedTuple):
    """What the encoder gives for one window of n pieces, its start piece being number 0 of n + 1.

    ``tags`` is n x 7; ``cue`` and ``source`` are (n + 1) x (n + 1): how well the second piece is the cue of the first,
    and how well the second is the source of the first.
    """

    tags: Floats
    cue: Floats
    source: Floats


class Run(NamedTuple):
    """Pieces [start, end) of one role, and the mean chance of that role in them."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """An attribution as the encoder has it.

    Attributes:
        score: a chance between 0 and 1: of its cue, its content and the tie between them.
        source_score: the chance of its source, among all sources near and none.
    """

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    score: float
    source_score: float


class Table:
    """The scores of all windows of one text, asked by piece of the text."""

    def __init__(self, windows: Sequence[Window], scores: Sequence[Scores]) -> None:
        self.windows = windows
        self.scores = scores
        self.cores = np.array([w.core for w in windows])
        self.reach = max(w.end - w.start for w in windows)
        self.tags = softmax(np.concatenate([s.tags[w.core - w.start : w.core_end - w.start] for w, s in zip(windows, scores, strict=True)]))

    def near(self, held: Sequence[Run], run: Run) -> Sequence[Run]:
        """Return those of ``held``, which are in order, that a window may show together with ``run``."""
        first = bisect_left(held, run.start - self.reach, key=lambda one: one.start)
        return held[first : bisect_right(held, run.end + self.reach, key=lambda one: one.start)]

    def window(self, piece: int, also: int) -> int | None:
        """Return the number of a window that shows both pieces, best one in whose middle either stands; None where no window does."""
        for core in (piece, also):
            n = int(np.searchsorted(self.cores, core, side="right")) - 1
            if all(self.windows[n].start <= p < self.windows[n].end for p in (piece, also)):
                return n
        return None

    def cues(self, run: Run, cue: int) -> float:
        """Return how well ``cue`` is the cue of the pieces of ``run``, the mean over those that a window shows together with it."""
        n = self.window(cue, run.start)
        n = self.window(cue, run.end - 1) if n is None else n
        if n is None:
            return _FAR
        w = self.windows[n]
        rows = self.scores[n].cue[max(run.start, w.start) - w.start + 1 : min(run.end, w.end) - w.start + 1, cue - w.start + 1]
        return float(rows.mean())

    def source(self, cue: int, source: int | None) -> float:
        """Return how well ``source`` is the source of ``cue``; None asks whether it has none."""
        n = self.window(cue, cue if source is None else source)
        if n is None:
            return _FAR
        first = self.windows[n].start
        return float(self.scores[n].source[cue - first + 1, 0 if source is None else source - first + 1])


def softmax(scores: Floats) -> Floats:
    """Return chances over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    out: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return out


def best_path(chances: Floats) -> NDArray[np.int64]:
    """Return the likeliest tags, n of them, in which no run goes on that has not begun (Viterbi 1967)."""
    n, tags = chances.shape
    if not n:
        return np.zeros(0, dtype=np.int64)
    logs = np.log(np.maximum(chances, 1e-9))
    allowed = np.zeros((tags, tags), dtype=np.float32)
    for goes_on in (SOURCE + 1, CUE + 1, CONTENT + 1):
        allowed[:, goes_on] = _FAR
        allowed[[goes_on, goes_on - 1], goes_on] = 0
    best = logs[0].copy()
    best[[SOURCE + 1, CUE + 1, CONTENT + 1]] = _FAR
    back = np.zeros((n, tags), dtype=np.int64)
    for i in range(1, n):
        ways = best[:, None] + allowed
        back[i] = ways.argmax(axis=0)
        best = ways.max(axis=0) + logs[i]
    path = np.zeros(n, dtype=np.int64)
    path[-1] = best.argmax()
    for i in range(n - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def runs(path: NDArray[np.int64], chances: Floats, role: int) -> list[Run]:
    """Return the runs of ``role`` in ``path``, in order."""
    sure = chances[:, role] + chances[:, role + 1]
    out: list[Run] = []
    for start in np.flatnonzero(path == role).tolist():
        end = start + 1
        while end < len(path) and path[end] == role + 1:
            end += 1
        out.append(Run(start, end, float(sure[start:end].mean())))
    return out


def attributions(pieces: Pieces, table: Table) -> list[Tagged]:
    """Return the attributions of a text, in order of their cues: contents with the likeliest cue, cues with the likeliest source."""
    path = best_path(table.tags)
    contents, cues, sources = (runs(path, table.tags, role) for role in (CONTENT, CUE, SOURCE))
    held: dict[Run, list[tuple[Run, float]]] = {}
    for run in contents:
        cue, sure = tie(table, run, table.near(cues, run))
        if cue is not None:
            held.setdefault(cue, []).append((run, sure))
    return [_tagged(pieces, table, cue, kept(held[cue]), table.near(sources, cue)) for cue in sorted(held)]


def kept(held: Sequence[tuple[Run, float]]) -> list[tuple[Run, float]]:
    """Return the stretches of one content, each with the chance of its tie: the surest, and what others are sure enough."""
    surest = max(held, key=lambda one: one[0].score * one[1])
    return [one for one in held if one is surest or (one[1] >= TIED and one[0].score >= FIRM)]


def tie(table: Table, run: Run, cues: Sequence[Run]) -> tuple[Run | None, float]:
    """Return which of ``cues`` a content belongs to, and the chance of it among them; None where there is none."""
    marks = np.array([table.cues(run, cue.start) for cue in cues], dtype=np.float32)
    if not len(marks) or marks.max() <= _FAR:
        return None, 0.0
    chances = softmax(marks)
    return cues[int(chances.argmax())], float(chances.max())


def _tagged(pieces: Pieces, table: Table, cue: Run, held: list[tuple[Run, float]], sources: Sequence[Run]) -> Tagged:
    content = tuple(_span(pieces, run) for run, _ in held)
    chances = softmax(np.array([table.source(cue.start, at) for at in (None, *(s.start for s in sources))], dtype=np.float32))
    best = int(chances.argmax())
    source = _span(pieces, sources[best - 1]) if best else None
    score = cue.score * max(run.score for run, _ in held) * max(sure for _, sure in held)
    return Tagged(content, _span(pieces, cue), source, score, float(chances[best]))


def _span(pieces: Pieces, run: Run) -> Span:
    return Span(int(pieces.starts[run.start]), int(pieces.ends[run.end - 1]))

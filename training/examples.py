"""Articles with attributions as arrays: pieces, a tag for each piece, and links from contents to cues and from cues to sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from reportedly.mark.tagger.pieces import Pieces, cut

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
UNKNOWN = -100
NONE = -1


class Article(NamedTuple):
    """One article: its pieces, a tag per piece, and per piece the piece it is linked to (``NONE``: to none; ``UNKNOWN``: not said)."""

    pieces: Pieces
    tags: NDArray[np.int64]
    cue_of: NDArray[np.int64]
    source_of: NDArray[np.int64]


def read_articles(path: Path, tokenizer: Tokenizer) -> list[Article]:
    """Return the articles of a JSONL file with ``text`` and ``attributions`` per line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [article(json.loads(line), tokenizer) for line in lines if line.strip()]


def article(record: dict[str, Any], tokenizer: Tokenizer) -> Article:
    """Return one record as arrays."""
    pieces = cut(record["text"], tokenizer)
    count = len(pieces.ids)
    tags = np.zeros(count, dtype=np.int64)
    cue_of, source_of = np.full(count, UNKNOWN), np.full(count, UNKNOWN)
    for one in record["attributions"]:
        spans = {role: [_covered(pieces, *span) for span in one.get(role) or []] for role in ROLES}
        spans = {role: [span for span in found if span[0] < span[1]] for role, found in spans.items()}
        for role, found in spans.items():
            first = 1 + 2 * ROLES.index(role)
            for start, end in found:
                tags[start:end] = first + 1
                tags[start] = first
        if not spans["cue"]:
            continue
        cue = spans["cue"][0][0]
        for start, end in spans["content"]:
            cue_of[start:end] = cue
        source_of[cue] = spans["source"][0][0] if spans["source"] else NONE
    return Article(pieces, tags, cue_of, source_of)


def _covered(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """Return the pieces that share a code point with [start, end)."""
    return int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end, side="left"))

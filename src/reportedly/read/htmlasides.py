"""Words within an article that are not of its running text: what stands under a picture, and sentences of it shown again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportedly.read.htmlknown import PROSE_WORDS, Known

Told = tuple[Known, str | None]

_CAPTION_WORDS = 40
_PARAGRAPHS = 3
"""Paragraphs that an article must have beside, for a block of few words with a picture to be no more than its caption."""
_PULLED = range(6, 50)
_LONGER = 1.3


def asides(told: Sequence[Told], pictures: Collection[int]) -> list[Told]:
    """Return the blocks with captions and pull quotes told among those that passed for running text.

    Args:
        told: the blocks with the kind of each; None where it is running text.
        pictures: the elements that hold a picture, by their numbers in the paths of blocks.
    """
    running = [n for n, (known, kind) in enumerate(told) if kind is None and known.held]
    if sum(len(told[n][0].words) >= PROSE_WORDS for n in running) <= _PARAGRAPHS:
        return list(told)
    made = list(told)
    for n in _captions(told, running, pictures):
        made[n] = (told[n][0], "caption")
    for n in _pulled(told, [n for n in running if made[n][1] is None]):
        made[n] = (told[n][0], "pull_quote")
    return made


def _captions(told: Sequence[Told], running: Sequence[int], pictures: Collection[int]) -> Iterator[int]:
    """Yield the short blocks that stand alone with a picture in an element."""
    for n in running:
        block = told[n][0].block
        near = [*(told[m][0].block.path for m in (n - 1, n + 1) if 0 <= m < len(told))]
        if len(told[n][0].words) <= _CAPTION_WORDS and any(at in pictures and not any(at in path for path in near) for at in block.path):
            yield n


def _pulled(told: Sequence[Told], running: Sequence[int]) -> Iterator[int]:
    """Yield the short blocks whose words stand in a longer one, too."""
    joined = {n: f" {' '.join(told[n][0].words)} " for n in running}
    for n in running:
        own = joined[n]
        if len(told[n][0].words) in _PULLED and any(own in other for other in joined.values() if len(other) > _LONGER * len(own)):
            yield n

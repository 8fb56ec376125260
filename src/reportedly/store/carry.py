"""Which claims of an earlier reading those of a later reading of the same document take the place of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.model import Claim

_PAGE = 500  # characters; claims are looked for on the pages that a claim touches
_SHARED = 0.5


class Before(NamedTuple):
    """What must be known of a recorded claim to find what takes its place; ``who`` is the speaker's id, else name."""

    seq: int
    id: str
    type: str
    frame: str
    stance: str
    who: str
    proposition: str
    start: int
    end: int


class Replaced(NamedTuple):
    """What became of the claims of a document that was read again.

    Attributes:
        same: claims drawn again under the same id. changed: under another one, in the place of an earlier claim.
        new: claims in nobody's place. gone: earlier claims that nothing takes the place of; they stay in the record.
    """

    same: int
    changed: int
    new: int
    gone: int


def replaced(before: Sequence[Before], after: Sequence[Claim], taken: Mapping[str, Before]) -> Replaced:
    """Return what became of the claims ``before``, given which of them those ``after`` take the place of."""
    same = sum(old.id == new for new, old in taken.items())
    return Replaced(same, len(taken) - same, len(after) - len(taken), len(before) - len(taken))


def successors(before: Sequence[Before], after: Sequence[Claim]) -> dict[str, Before]:
    """Return for the id of each later claim that has one the earlier claim whose place it takes; nobody's place is taken twice.

    That is the claim with the same id; else one that says the same; else, of those whose words overlap, one of the same frame, then one
    that shares half of its words. Of several the one whose words overlap most counts, then the one nearest.
    """
    out: dict[str, Before] = {}
    left, waiting = dict.fromkeys(before), list(after)
    for key_before, key_after in _SAME:
        waiting = _match(left, waiting, out, key_before, key_after)
    return out


def _match(
    left: dict[Before, None],
    waiting: Iterable[Claim],
    out: dict[str, Before],
    old: Callable[[Before], Hashable],
    new: Callable[[Claim], Hashable],
) -> list[Claim]:
    """Pair claims whose keys are equal, and return those without a pair; a key of None asks for half of the words."""
    pages: dict[tuple[Hashable, int], list[Before]] = defaultdict(list)
    for found in left:
        for page in range(found.start // _PAGE, found.end // _PAGE + 1):
            pages[old(found), page].append(found)
    without = []
    for claim in waiting:
        near = {f for page in range(claim.start // _PAGE, claim.end // _PAGE + 1) for f in pages[new(claim), page] if f in left}
        fit = [f for f in near if _shared(f, claim) > (_SHARED if new(claim) is None else 0.0) or f.id == claim.id]
        best = max(fit, key=lambda f: (_shared(f, claim), -abs(f.start - claim.start), -f.seq), default=None)
        if best is None:
            without.append(claim)
        else:
            out[claim.id] = best
            del left[best]
    return without


def _shared(found: Before, claim: Claim) -> float:
    """Return the share of the shorter one's words that lie in the other."""
    both = min(found.end, claim.end) - max(found.start, claim.start)
    return max(0.0, both / max(1, min(found.end - found.start, claim.end - claim.start)))


def who(actor: str | None, name: str) -> str:
    """Return what tells one speaker from another: the id, else the name."""
    return actor or name


_SAME: tuple[tuple[Callable[[Before], Hashable], Callable[[Claim], Hashable]], ...] = (
    (lambda f: f.id, lambda c: c.id),
    (lambda f: (f.proposition, f.stance, f.who), lambda c: (c.proposition, c.stance, who(c.speaker.actor, c.speaker.name))),
    (lambda f: (f.type, f.frame), lambda c: (c.type, c.frame)),
    (lambda _: None, lambda _: None),
)
"""What must be equal, from the strictest to the loosest."""

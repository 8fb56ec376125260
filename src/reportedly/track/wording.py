"""Which words of a text are for whom: what a label says of who is meant, and by which words an act is told."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import Claim
from reportedly.track.framing import ACTS

_ARTICLES = frozenset("the a an these those this that its his her their our my your".split())
_AGAIN = frozenset(
    "he she it they we i you him her them us me his hers its their theirs our my who whom whose both each one other others all some "
    "these those this that himself herself itself themselves the two former latter side sides group groups".split()
)
"""Words that take up somebody without saying anything of who that is."""


def word_of(label: str) -> str:
    """Return a label in lower case without articles and genitive, empty where it says nothing of who is meant."""
    words = label.casefold().replace("’", "'").removesuffix("'s").removesuffix("'").split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return "" if all(word in _AGAIN for word in words) else " ".join(words)


def evoking(claim: Claim) -> list[tuple[int, int]]:
    """Return the offsets of the words by which an act is told: the word that evoked it, and what its rule asked for beside it."""
    told = claim.explanation
    if told is None or told.kind in {"clause", "hand"}:
        return []
    filled = [(each.start, each.end) for each in told.filled]
    met = [(each.start, each.end) for each in told.met if not any(start < each.end and each.start < end for start, end in filled)]
    return [(told.start, told.end), *met]


def concerned(claim: Claim) -> Iterator[tuple[str | None, str]]:
    """Yield whom the words for the act of a claim are about: id and name."""
    roles = ACTS[claim.frame]
    found = [argument for role, argument in claim.args if role.partition("_")[0] in roles]
    yield from ((each.actor, each.name) for each in found if each.actor)

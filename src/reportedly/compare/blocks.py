"""What claims are filed under so that only those of one matter meet, and who is heard in a crowd.

A claim is filed under a few *keys* (what, where or who, when). A key that ends in :data:`GUEST` files it as a guest: guests meet those who
are at home there, and not each other. Kinds that pair two sorts of claims have two *sides*, which meet each other only. Key, side and
guest make a *block*; who is in one meets those who are in the blocks that it faces.

Of a block of more claims than ``limits().crowd_claims`` only some are heard: of those that say the same in the same words the one of the
smallest id, and of such sayings so many, in the order of their hashes. That depends on the claims alone, not on the order of adding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import blake2b
from itertools import product

from reportedly.limits import limits
from reportedly.model import HeldClaim
from reportedly.ports import Heard

GUEST = "~"
"""End of a key under which a claim is a guest."""

Keys = Callable[[HeldClaim], Iterable[str]]
Side = Callable[[HeldClaim], bool]
_LOW = 32  # bits of a standing that tell the claims of one saying apart; those above them are of the saying
_ONES, _OTHERS = 1, 2
_PART = 7
_FACES = ((0, 1), (0,), (4, 5), (4,), (2, 3), (2,))
"""Part of a key -> the parts that it meets. Parts are twice the side, and one more for guests."""


def filed(held: HeldClaim, keys: Iterable[str], side: Side | None = None) -> frozenset[tuple[str, int]]:
    """Return the blocks of a claim by name: key and part; one that is at home under a key is no guest there."""
    own = 0 if side is None else 2 * (_ONES if side(held) else _OTHERS)
    parts: dict[str, int] = {}
    for key in keys:
        home = key.removesuffix(GUEST)
        parts[home] = min(parts.get(home, 1), int(key.endswith(GUEST)))
    return frozenset((key, own + guest) for key, guest in parts.items())


def faces(part: int) -> tuple[int, ...]:
    """Return the parts of a key that those of one part of it meet."""
    return _FACES[part]


def block(kind: str, key: str, part: int) -> int:
    """Return a block as a number, the same on every machine; its last three bits are the part."""
    return (_number(kind, key) & ~_PART) | part


@lru_cache(maxsize=1 << 16)
def facing(number: int) -> tuple[int, ...]:
    """Return the blocks that those of one block meet."""
    part = number & _PART
    key = number - part
    return tuple(key | face for face in _FACES[part])


def standing(held: HeldClaim) -> int:
    """Return the number by which claims of a block are ordered: its upper half is of what is said, its lower of who says it."""
    claim = held.claim
    values = [(figure.value, figure.low, figure.high, figure.op, figure.unit) for figure in claim.figures]
    said = _number(held.words.casefold(), claim.proposition, claim.stance, *map(str, values)) >> _LOW
    return (said << _LOW) | (_number(claim.id) & ((1 << _LOW) - 1))


def saying(number: int) -> int:
    """Return the part of a standing that claims which say the same in the same words have in common."""
    return number >> _LOW


def heard(members: Iterable[tuple[int, int]], most: int) -> Heard:
    """Return who is heard of the (standing, number) of all claims of a block."""
    ordered = sorted(members)
    if len(ordered) <= most:
        return Heard(crowded=False, claims=tuple(ordered))
    first: dict[int, tuple[int, int]] = {}
    for member in ordered:
        first.setdefault(saying(member[0]), member)
        if len(first) == most:
            break
    return Heard(crowded=True, claims=tuple(first.values()))


def pairs(
    claims: Iterable[HeldClaim], keys: Keys, new: AbstractSet[str] | None = None, side: Side | None = None
) -> Iterator[tuple[HeldClaim, HeldClaim]]:
    """Yield each pair of claims that meet once, the smaller id first.

    Args:
        claims: all claims held, in any order.
        keys: what a claim is filed under.
        new: ids of claims of which a pair must hold one; None for all pairs.
        side: where given, a pair must hold one claim of which it is true and one of which it is false.
    """
    held = {claim.claim.id: claim for claim in claims}
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name, claim in held.items():
        for at in filed(claim, keys(claim), side):
            blocks[at].append(name)
    seen: set[tuple[str, str]] = set()
    speaking = {at: _speaking(held, names) for at, names in sorted(blocks.items())}
    for (key, part), names in speaking.items():
        others = [name for face in faces(part) for name in speaking.get((key, face), ())]
        for one, other in product(names, others):
            pair = (one, other) if one < other else (other, one)
            if one != other and pair not in seen and (new is None or one in new or other in new):
                seen.add(pair)
                yield held[pair[0]], held[pair[1]]


def _speaking(held: Mapping[str, HeldClaim], names: Sequence[str]) -> list[str]:
    most = limits().crowd_claims
    if len(names) <= most:
        return sorted(names)
    found = heard(((standing(held[name]), at) for at, name in enumerate(names)), most)
    return sorted(names[at] for _, at in found.claims)


@lru_cache(maxsize=1 << 16)
def _number(*words: str) -> int:
    data = "\0".join(words).encode(errors="surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)

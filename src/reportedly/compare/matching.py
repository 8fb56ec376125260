"""Contradictions kept up to date as claims come: what a document adds is compared with the claims that it meets, and with no others.

What is found depends on the claims alone and not on their order. A pair is compared where both claims are heard in blocks that face each
other (see :mod:`reportedly.compare.blocks`). A new claim may take another's place in a crowd; then that one is compared anew, too, and
what no longer holds is withdrawn. A crowd hears so many that adding costs no more in a large ledger than in a small one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportedly.compare.blocks import block, facing, filed, heard, standing
from reportedly.compare.context import Context
from reportedly.compare.contradictions import KINDS, Kind
from reportedly.compare.world import World
from reportedly.limits import limits
from reportedly.model import Contradiction, HeldClaim
from reportedly.ports import ClaimShelf, Filed, Heard, Matched

Numbered = Mapping[int, HeldClaim]
Rooms = Mapping[int, Heard]
_NOBODY = Heard(crowded=False, claims=())


@dataclass(frozen=True, slots=True)
class Matcher:
    """Files claims and finds what contradicts what.

    Attributes:
        world: what is known of places and actors; the same for one shelf at all times.
    """

    world: World

    def file(self, shelf: ClaimShelf, claims: Numbered) -> None:
        """File claims without comparing them, for a ledger that was compared before it had an index."""
        shelf.file(_rows(self._placed(claims)))

    def update(self, shelf: ClaimShelf, new: Numbered, gone: Numbered) -> Matched:
        """File new claims, take out those that later readings have replaced, and return what that changes.

        Args:
            shelf: knows the claims already; is changed.
            new: number -> claim that was not filed before.
            gone: number -> claim that was.
        """
        taken, put = list(_rows(self._placed(gone))), self._placed(new)
        filed_now = list(_rows(put))
        before = shelf.heard({row.block for row in (*taken, *filed_now)})
        shelf.drop(taken)
        shelf.file(filed_now)
        after = _after(shelf, before, taken, filed_now)
        affected = {number for at, now in after.items() for _, number in {*before.get(at, _NOBODY).claims} ^ {*now.claims}}
        others = shelf.claims(affected - new.keys() - gone.keys())
        return self._compared(shelf, {**new, **others}, put | self._placed(others), after, new)

    def _compared(self, shelf: ClaimShelf, held: dict[int, HeldClaim], placed: dict[int, _Placed], known: Rooms, new: Numbered) -> Matched:
        """Return what is to be said of the claims ``placed``, against what is recorded of them."""
        own = {at for of_claim in placed.values() for _, at in of_claim.blocks}
        rooms = {**known, **shelf.heard({*own, *(face for at in own for face in facing(at))} - known.keys())}
        wanted = {
            other for number, of_claim in placed.items() for at in _faced(number, of_claim, rooms) for _, other in rooms[at[1]].claims
        }
        held.update(shelf.claims(wanted - held.keys()))
        context = Context(self.world, _of_document(shelf, new))
        for document in {one.document for one in new.values()}:
            context.counts(document)
        now = {entry.id: entry for entry in _judged(placed, rooms, held, context)}
        was = {entry.id: entry for entry in shelf.pairs({held[number].claim.id for number in placed})}
        found = [entry for key, entry in sorted(now.items()) if was.get(key) != entry]
        return Matched(found, [entry for key, entry in sorted(was.items()) if key not in now], _unheard(new, placed, rooms))

    def _placed(self, claims: Numbered) -> dict[int, _Placed]:
        return {number: _Placed(standing(held), tuple(self._blocks(held))) for number, held in claims.items()}

    def _blocks(self, held: HeldClaim) -> Iterator[tuple[Kind, int]]:
        for kind in KINDS:
            for key, part in filed(held, kind.keys(held, self.world), kind.side):
                yield kind, block(kind.name, key, part)


@dataclass(frozen=True, slots=True)
class _Placed:
    standing: int
    blocks: Sequence[tuple[Kind, int]]


def _rows(claims: Mapping[int, _Placed]) -> Iterator[Filed]:
    for number, of_claim in claims.items():
        yield from (Filed(at, of_claim.standing, number) for _, at in of_claim.blocks)


def _after(shelf: ClaimShelf, before: Rooms, taken: Collection[Filed], put: Collection[Filed]) -> dict[int, Heard]:
    """Return who is heard now; of crowds, and of those that were, the shelf is asked again."""
    most, came = limits().crowd_claims, defaultdict[int, list[tuple[int, int]]](list)
    asked = {row.block for row in taken}
    for row in put:
        came[row.block].append((row.standing, row.claim))
    after: dict[int, Heard] = {}
    for at, claims in came.items():
        was = before.get(at, _NOBODY)
        if was.crowded or at in asked or len(was.claims) + len(claims) > most:
            asked.add(at)
        else:
            after[at] = heard((*was.claims, *claims), most)
    return after | dict.fromkeys(asked, _NOBODY) | dict(shelf.heard(asked))


def _of_document(shelf: ClaimShelf, new: Numbered) -> Callable[[str], Sequence[HeldClaim]]:
    """Return a look-up of the claims of a document; those of the new ones are at hand."""
    known: dict[str, Sequence[HeldClaim]] = {
        document: list(claims) for document, claims in groupby(new.values(), key=lambda held: held.document)
    }

    def look_up(document: str) -> Sequence[HeldClaim]:
        if document not in known:
            known[document] = shelf.of_document(document)
        return known[document]

    return look_up


def _judged(placed: Mapping[int, _Placed], rooms: Rooms, held: Numbered, context: Context) -> Iterator[Contradiction]:
    """Yield what is to be said of the claims and those that they meet, kind by kind: of two kinds that find one entry the last counts.

    Redacted claims are not looked at.
    """
    for number, of_claim in placed.items():
        met = dict.fromkeys((kind, other) for kind, at in _faced(number, of_claim, rooms) for _, other in rooms[at].claims)
        for kind, other in met:
            if other == number or other not in held or (other in placed and other < number):
                continue  # two that are both compared anew are looked at once
            first, second = sorted((held[number], held[other]), key=lambda one: one.claim.id)
            entry = kind.judge(first, second, context)
            if entry is not None:
                yield entry


def _faced(number: int, of_claim: _Placed, rooms: Rooms) -> Iterator[tuple[Kind, int]]:
    """Yield the blocks in which a claim meets others, each with its kind."""
    for kind, at in of_claim.blocks:
        if _speaks(number, of_claim, rooms[at]):
            yield from ((kind, face) for face in facing(at) if face in rooms)


def _speaks(number: int, of_claim: _Placed, there: Heard) -> bool:
    return not there.crowded or (of_claim.standing, number) in there.claims


def _unheard(new: Numbered, placed: Mapping[int, _Placed], rooms: Rooms) -> Counter[str]:
    """Count for each document the new claims that are not heard in some crowd."""
    crowds = {at for at, there in rooms.items() if there.crowded}
    if not crowds:
        return Counter()
    return Counter(
        held.document
        for number, held in new.items()
        if any(at in crowds and not _speaks(number, placed[number], rooms[at]) for _, at in placed[number].blocks)
    )

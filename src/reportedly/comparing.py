"""How the claims that came since the last time stand to those that the ledger held."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly import compare as rules
from reportedly.compare.matching import Matcher
from reportedly.compare.world import World
from reportedly.ids import canonical, digest
from reportedly.limits import limits
from reportedly.packs import load_packs
from reportedly.store import Ledger
from reportedly.store.matters import match_claims, match_new


def compare(ledger: Ledger, packs: tuple[Any, ...]) -> Counter[str]:
    """Record which claims contradict which, of those not compared yet; what others a claim meets is looked up, and nothing else is read.

    Args:
        ledger: the open ledger.
        packs: those by which places and actors are related. After a change of packs or of this program's rules, all claims are filed
            anew, once.

    Returns:
        Document -> how many of its claims are not heard among so many others of their matter.
    """
    world = World.of(load_packs(packs))
    gc.freeze()  # what the process holds already is not looked through again and again: a fifth of the time
    try:
        return match_new(ledger, Matcher(world), _edition(world))
    finally:
        gc.unfreeze()


def compare_judged(ledger: Ledger, packs: tuple[Any, ...], claims: Sequence[int]) -> None:
    """Record which claims contradict those, by number, that a person made of others."""
    match_claims(ledger, Matcher(World.of(load_packs(packs))), claims)


def _edition(world: World) -> str:
    """Return what stands for the rules by which claims are filed: those of the program, of the packs, and the size of a crowd."""
    related = [sorted(table.items()) for table in (world.within, world.part_of, world.kinds, world.points)]
    return digest(canonical([_program(), limits().crowd_claims, related, sorted(world.vague), sorted(world.quartered)]).encode())


@cache
def _program() -> str:
    sources = sorted(path.name for path in files(rules).iterdir() if path.name.endswith((".py", ".yaml")))
    return digest(b"".join(files(rules).joinpath(name).read_bytes() for name in sources))

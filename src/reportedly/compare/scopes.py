"""How far a thing goes: a paraphrase that says more than the words it stands for, and "only these" against "these and others"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.context import Context
from reportedly.compare.rules import rules
from reportedly.compare.scene import classes
from reportedly.compare.wording import MARKS, gloss, link, quoted, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.claim import SAYING

_TERMS = frozenset({"proposal", "compliance", "movement", "siege", "route", "humanitarian"})
_SPOTS = frozenset({"road", "street", "square", "crossing", "camp", "base", "building", "village", "neighbourhood", "quarter"})
_PLANNED = frozenset({"plans", "demands"})
_STEM, _TELLING = 5, 4  # letters that two words have in common, and that a telling word has
_ENOUGH = 2  # telling words that a paraphrase and what it stands for have in common, besides the place


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim of terms is filed under: its text; and one of what somebody does and to whom, those who do it in that text."""
    if _is_terms(held):
        yield f"terms|{held.document}"
    if _patients(held) and held.claim.stance in SAYING:
        for doer in sorted({world.top(actor) for actor in rules().actors(held.claim, rules().doer)}):
            yield f"{held.claim.type}|{held.claim.frame}|{doer}|{held.document}"


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where one claim reaches further than the other, whose words it stands for or which it leaves no room for."""
    for wide, narrow in ((a, b), (b, a)):
        if _is_terms(wide) and _is_terms(narrow) and _stretches(wide, narrow, context.world):
            return link("scope", a, b, f"{whose(wide)}: {gloss(wide)}; in the words quoted of {whose(narrow)}: {gloss(narrow)}.")
        if _excludes(narrow, wide, context):
            return link("scope", a, b, f"{whose(narrow)}: {gloss(narrow)}, and no others. {whose(wide)}: {gloss(wide)}.")
    return None


def _is_terms(held: HeldClaim) -> bool:
    return held.claim.type in _TERMS and held.claim.stance in _PLANNED


def _stretches(wide: HeldClaim, narrow: HeldClaim, world: World) -> bool:
    """Say whether a paraphrase goes further than a quotation of the same terms: a wider place, or all of what is limited there."""
    if not quoted(narrow) or quoted(wide) or wide.document != narrow.document or wide.claim.speaker == narrow.claim.speaker:
        return False
    one, other = world.places(wide), world.places(narrow)
    said, words = wide.words.casefold(), narrow.words.casefold()
    whole = rules().whole.search(said) is not None
    if not whole or not one or not other or not _same_terms(wide, narrow):
        return False
    if one != other:
        return world.inside(other, one) or (one < other and all(world.kinds.get(place) in _SPOTS for place in other - one))
    return rules().whole.search(words) is None or bool(narrow.claim.figures) > bool(wide.claim.figures)


def _same_terms(one: HeldClaim, other: HeldClaim) -> bool:
    """Say whether two claims share words that tell what is to be done, but for those of the place and of how far it goes."""
    named = {word[:_STEM] for held in (one, other) for name in held.claim.places for word in name.casefold().split()}
    left, right = (_stems(held) - named for held in (one, other))
    done, asked = (classes(held.words.casefold(), rules().doing) for held in (one, other))
    return len(left & right) >= _ENOUGH or bool(done & asked)


def _stems(held: HeldClaim) -> set[str]:
    found = (word.strip(".,;:'’" + MARKS) for word in held.words.casefold().split())
    return {word[:_STEM] for word in found if len(word) >= _TELLING and not rules().whole.search(word)}


def _patients(held: HeldClaim) -> frozenset[str]:
    return rules().actors(held.claim, frozenset({"target", "excluded", "party"}))


def _excludes(narrow: HeldClaim, wide: HeldClaim, context: Context) -> bool:
    """Say whether one claim is of these alone, and the other of one more of the same doer in the same text."""
    if (narrow.claim.type, narrow.claim.frame) != (wide.claim.type, wide.claim.frame) or narrow.document != wide.document:
        return False
    if narrow.claim.stance not in SAYING or wide.claim.stance not in SAYING or not rules().alone.search(narrow.words.casefold()):
        return False
    only, others = _patients(narrow), _patients(wide)
    return bool(only) and any(not context.world.share_actor({other}, only) for other in others)

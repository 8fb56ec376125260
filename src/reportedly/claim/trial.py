"""A trial: every trigger of the codebook that a text has words for, and why it made a claim or made none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.match import Match, best, candidates, holds, match_of
from reportedly.claim.overlap import settle
from reportedly.model.frame import Frame, Trigger

DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Tried:
    """A trigger that was tried on a word.

    Attributes:
        start, end: offsets of the word.
        frame: the trigger's frame. at: file and line of the trigger.
        outcome: ``drawn``, or why it made no claim.
    """

    start: int
    end: int
    frame: str
    at: str
    outcome: str


def trials(context: Context) -> Iterator[Tried]:
    """Yield what was tried on the words of a document, in text order."""
    tried = [(token, list(candidates(context, token))) for token in context.doc if context.readable[token.idx]]
    made: dict[int, list[Match]] = {}
    for token, found in tried:
        matches = [m for frame, trigger in found if (m := match_of(context, frame, trigger, token)) is not None]
        if matches:
            made[token.i] = matches
    chosen = {i: best(matches) for i, matches in made.items()}
    standing = {m.token.i for m in settle(context, chosen.values())}
    for token, found in tried:
        for frame, trigger in found:
            outcome = _outcome(context, frame, trigger, token, chosen.get(token.i), stands=token.i in standing)
            yield Tried(token.idx, token.idx + len(token), frame.id, trigger.at, outcome)


def _outcome(context: Context, frame: Frame, trigger: Trigger, token: Token, chosen: Match | None, *, stands: bool) -> str:
    own = match_of(context, frame, trigger, token)
    if own is None:
        return _lacking(context, frame, trigger, token)
    if chosen is None or chosen.trigger is not trigger:
        return f"another frame has the word: {chosen.frame.id if chosen else 'none'}, which goes before by priority, conditions or roles"
    return DRAWN if stands else "the word only serves another claim of its clause"


def _lacking(context: Context, frame: Frame, trigger: Trigger, token: Token) -> str:
    """Return what a trigger asks for and does not find."""
    for condition in trigger.when:
        if not holds(context, condition, token):
            asked = sorted(condition.lemmas)[:6]
            words = ["an actor"] * condition.actors + ["a place"] * condition.places + asked
            rather = "nothing of" if condition.absent else "one of"
            wanted = f" {rather}: {', '.join(words)}" if words else " nothing" if condition.absent else " some word"
            return f"the slot {condition.slot} should hold{wanted}{' …' if len(condition.lemmas) > len(asked) else ''}"
    filled = dict(trigger.fill)
    missing = [role.name for role in frame.roles if role.required and not _fillable(context, frame, trigger, token, role.name)]
    if missing:
        slots = ", ".join(slot for role in missing for slot in filled.get(role, ()))
        return f"nothing fills the required {', '.join(missing)}: looked for in {slots or 'no slot of this trigger'}"
    return "a bare noun that only points at what is told elsewhere"


def _fillable(context: Context, frame: Frame, trigger: Trigger, token: Token, role: str) -> bool:
    """Say whether a role would be filled if it were the only one required."""
    one = replace(frame, roles=tuple(replace(r, required=r.name == role) for r in frame.roles))
    plain = replace(trigger, kind="verb") if trigger.kind == "noun" else trigger
    return match_of(context, one, plain, token) is not None

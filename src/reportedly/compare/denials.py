"""A denial and the claim that it denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.compare.answers import answers_in_text, answers_of_old, nobodys_answer, slack_window
from reportedly.compare.context import Context
from reportedly.compare.matters import STATES
from reportedly.compare.rules import rules
from reportedly.compare.windows import event_window
from reportedly.compare.wording import link, whose
from reportedly.compare.world import World
from reportedly.model import Contradiction, HeldClaim
from reportedly.model.actor import identity
from reportedly.model.claim import SAYING

_SPEECH = frozenset({"denial", "prediction", "statement"})
_GROUND = frozenset({"control", "movement"})
_VAGUE = "-told"  # frames of which nobody says who did what end so
_JUDGES = "judges"
_ANY = ""  # stands for what is denied where the denial does not say
_NEAR = 40  # characters before a claim's words in which the verb may stand that halts what they tell
_NEGATED = frozenset({"denial", "negation"})


@dataclass(frozen=True, slots=True)
class Denied:
    """What a claim denies.

    Attributes:
        type, frame: of what is denied, both empty where it does not say.
        parties: those who are said not to have done it.
        charged: somebody answers a charge; else it is only said that something is not so.
    """

    type: str
    frame: str
    parties: frozenset[str]
    charged: bool


def keys(held: HeldClaim, world: World) -> Iterator[str]:
    """Yield what a claim is filed under as a denial or as something that may be denied: its document, party and days."""
    denied = denied_by(held)
    if denied is None and not deniable(held) and held.claim.type != "statement":
        return
    yield held.document
    window = slack_window(held) if denied else event_window(held)
    if window is not None:
        yield from (f"{denied.frame if denied else held.claim.frame}|{place}" for place in world.places(held) if not world.is_wide([place]))
    frame = denied.frame if denied else held.claim.frame
    if frame and window is not None and (denied is not None or held.claim.type in _GROUND or not accused(held)):
        yield from (f"{frame}|{cell}" for cell in window.cells())
    for party in sorted({world.top(actor) for actor in (denied.parties if denied else accused(held))}):
        for cell in window.cells() if window else ():
            yield f"{party}|{cell}"


def denies(held: HeldClaim) -> bool:
    """Say whether a claim denies something; only pairs of a denial and another claim are looked at."""
    return denied_by(held) is not None


def judge(a: HeldClaim, b: HeldClaim, context: Context) -> Contradiction | None:
    """Return a contradiction where one of the two denies what the other says, else None."""
    for denial, assertion in ((a, b), (b, a)):
        denied = denied_by(denial)
        if denied is not None and _meets(denial, denied, assertion, context):
            kind = "control" if assertion.claim.type in _GROUND and not denied.charged else "denial"
            said = assertion.claim.gloss.strip().rstrip(".")
            return link(kind, a, b, f"{whose(assertion)}: {said}. Denied by {whose(denial)}.")
    return None


def denied_by(held: HeldClaim) -> Denied | None:
    """Return what a claim denies, None where it denies nothing. Words of negation must stand in it: "unable to" denies nothing."""
    claim = held.claim
    if claim.type == "denial" and claim.stance in SAYING | {"denies"}:
        parties = rules().actors(claim, frozenset({"denier"})) | ({claim.speaker.actor} if claim.speaker.actor else set())
        about = (claim.about.type, claim.about.frame) if claim.about else (_ANY, _ANY)
        return Denied(*about, frozenset(filter(identity, parties)), charged=True)
    if is_halt(held):
        halting = accused(held) or ({claim.speaker.actor} if claim.speaker.actor else set())
        return Denied("attack", _ANY, frozenset(filter(identity, halting)), charged=True)
    signs = {marker.kind for marker in claim.markers}
    if claim.stance != "denies" or claim.type in _SPEECH or claim.frame.endswith(_VAGUE) or (held.words and not signs & _NEGATED):
        return None
    return Denied(claim.type, claim.frame, accused(held), charged="denial" in signs or not held.words)


def is_halt(held: HeldClaim) -> bool:
    """Say whether a claim, or the party that speaks, says that strikes are halted, whatever it was drawn as."""
    claim = held.claim
    if claim.stance not in SAYING | {"predicts"} or claim.type not in {"attack", "statement"}:
        return False
    return rules().halted.search(f"{held.before[-_NEAR:]}{held.words}".casefold()) is not None


def deniable(held: HeldClaim) -> bool:
    """Say whether a claim says that something is so which somebody may be charged with."""
    claim = held.claim
    if claim.stance not in SAYING or claim.type in _SPEECH or claim.frame.endswith(_VAGUE) or is_halt(held):
        return False
    return claim.type != "allegation" or not rules().unsaid.search(f"{held.words}{held.after[:_NEAR]}".casefold())


def accused(held: HeldClaim) -> frozenset[str]:
    """Return those who are said to have done it; "to assume its responsibilities" charges nobody."""
    if held.claim.frame == _JUDGES and held.words and not rules().charge.search(held.words.casefold()):
        return frozenset()
    return rules().actors(held.claim, rules().accused)


def _same_victims(denial: HeldClaim, assertion: HeldClaim, world: World) -> bool:
    """Say whether two claims may be of the same victims: "no civilians were killed" is nothing against dead fighters."""
    victims = frozenset({"victims"})
    one, other = rules().actors(denial.claim, victims), rules().actors(assertion.claim, victims)
    return not one or not other or world.share_actor(one, other)


def _meets(denial: HeldClaim, denied: Denied, assertion: HeldClaim, context: Context) -> bool:
    """Say whether an assertion is what is denied, by the words before the denial or by party, time, place and topic."""
    if denied.charged and denial.document == assertion.document and answers_in_text(denial, denied.parties, assertion, context):
        return assertion.claim.type == "statement" or (deniable(assertion) and assertion.claim.type not in STATES)
    if not deniable(assertion) or context.scene(assertion).habit or denied.type not in {_ANY, assertion.claim.type, "allegation"}:
        return False
    same = denied.frame == assertion.claim.frame
    if not same and (not denied.charged or denied.type in _GROUND):
        return False
    if not _same_victims(denial, assertion, context.world):
        return False
    if same and not denied.parties:
        return nobodys_answer(denial, assertion, context)
    nobodys = not accused(assertion) and rules().none.search(denial.words.casefold()) is not None  # "any raid on the city that day"
    fallen = denied.type in _GROUND and denial.claim.type == "denial"
    if same and denied.charged and (fallen or nobodys):
        return answers_of_old(denial, assertion, context, same=True)  # who denies that a place fell did not take it
    return context.world.share_actor(denied.parties, accused(assertion)) and answers_of_old(denial, assertion, context, same=same)

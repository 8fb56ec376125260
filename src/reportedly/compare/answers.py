"""Whether a denial answers a claim: by where the two stand in one text, or by day, place and topic in two."""

from __future__ import annotations

from reportedly.compare.context import Context
from reportedly.compare.incidents import NEAR, apart
from reportedly.compare.rules import rules
from reportedly.compare.scene import EVERYDAY, sentences
from reportedly.compare.windows import Window, event_window, said_on
from reportedly.compare.world import World
from reportedly.model import HeldClaim
from reportedly.text import words

BEFORE = 4
"""Days before a denial within which what it denies happened."""

CLOSE = 250
"""Characters before a denial within which the claim stands that it points back to."""

_LASTING = 7  # days from which on a claim is of a time, and not of an act that somebody may be charged with
_ACTS = frozenset({"allegation", "attack", "casualty"})  # types whose doer is charged with them
_WIDEST = frozenset({"country", "region"})
_SHORT = 40  # characters after a denial in which the words may end that tell what it is of
_SOON = 2  # days within which a denial is of what was said of a whole country


def slack_window(denial: HeldClaim) -> Window | None:
    """Return the days of what a denial may deny: those it names, and some before it was said."""
    window, said = event_window(denial), said_on(denial)
    if said is None:
        return window
    begin = said.begin - BEFORE
    if window and window.days <= _LASTING and window.until < said.begin - 1:
        return window  # it names the day of what it denies
    return (
        Window(min(begin, window.begin), max(said.until, window.until)) if window and window.days <= _LASTING else Window(begin, said.until)
    )


def answers_in_text(denial: HeldClaim, parties: frozenset[str], assertion: HeldClaim, context: Context) -> bool:
    """Say whether a claim is what a denial of the same text points back to, or what it says is not so."""
    claim, gap = assertion.claim, denial.claim.start - assertion.claim.end
    inside = -len(assertion.words) <= gap <= 0 or 0 <= claim.start - denial.claim.end <= len(" that the ")
    if not (inside or 0 <= gap <= CLOSE) or _own_side(assertion, parties, context.world):
        return False
    table = rules()
    named = table.actors(claim, table.accused)
    if parties and (named or claim.type in _ACTS):
        return context.world.share_actor(parties, named) and _topics_meet(denial, assertion, context)
    pointing = next((arg.name for role, arg in denial.claim.args if role == "matter"), "")
    after = gap <= len(sentences(denial)[0]) + _LASTING
    return bool(table.pointing.search(pointing.casefold())) and not claim.own and after and gap >= -CLOSE // 8


def answers_of_old(denial: HeldClaim, assertion: HeldClaim, context: Context, *, same: bool) -> bool:
    """Say whether a denial answers a claim that shares a party with it: in days, topic and place (``same``: and of the same frame)."""
    days, act = slack_window(denial), event_window(assertion)
    if rules().old.search(f"{denial.words} {denial.after[:_SHORT]}".casefold()):
        return False
    if days is None or act is None or act.days > _LASTING or not days.shared(act):
        return False
    parties = {actor for actor in (denial.claim.speaker.actor,) if actor}
    if _own_side(assertion, frozenset(parties), context.world) or not _topics_meet(denial, assertion, context):
        return False
    if elsewhere(denial, assertion, context.world):
        return False
    narrow = (context.topics(denial) & context.scene(assertion).topics) - EVERYDAY
    return placed(denial, assertion, context.world, same=same) or (bool(narrow) and not rules().that.search(denial.words.casefold()))


def nobodys_answer(denial: HeldClaim, assertion: HeldClaim, context: Context) -> bool:
    """Say whether "there was no raid on the mill" meets a raid: the same few days, in a place that sees one incident a day."""
    told, act, world = event_window(denial), event_window(assertion), context.world
    if told is None or act is None or denial.claim.valid.begin is None or told.days > BEFORE:
        return False
    fallen = denial.claim.type == "control" and act.until <= told.until and told.begin - act.until <= BEFORE
    if not told.shared(act) and not fallen:  # what has not fallen today was not taken yesterday
        return False
    shared = world.places(denial) & world.places(assertion)
    hit, struck = ({arg.name for role, arg in held.claim.args if role in rules().patient} for held in (denial, assertion))
    return bool(shared) and not world.is_wide(shared) and (not hit or bool(hit & struck))


def _own_side(assertion: HeldClaim, parties: frozenset[str], world: World) -> bool:
    """Say whether it is the party itself that says so: no charge, nothing to deny."""
    speaker = assertion.claim.speaker.actor
    return speaker is not None and not assertion.claim.own and world.share_actor(parties, {speaker})


def _topics_meet(denial: HeldClaim, assertion: HeldClaim, context: Context) -> bool:
    denied, said = context.topics(denial), context.scene(assertion).topics
    narrow = denied - EVERYDAY
    return bool(narrow & said) if narrow else not denied or not said or bool(denied & said)


def placed(denial: HeldClaim, assertion: HeldClaim, world: World, *, same: bool) -> bool:
    """Say whether a denial, or another claim, is of an assertion's place: it names it, or its text does around it."""
    claim, places, others = assertion.claim, world.places(denial), world.places(assertion)
    if elsewhere(denial, assertion, world):
        return False
    specific = [name for name, place in zip(claim.places, claim.place_ids, strict=False) if world.kinds.get(place) not in _WIDEST]
    around = f" {' '.join(words(denial.before + denial.words + denial.after))} "
    if any(f" {' '.join(words(name))} " in around for name in specific):
        return True
    if same and not places:
        return True
    if not denial.claim.places_told or not places or not others:
        return False
    wide = any(world.kinds.get(place) in _WIDEST for place in places | others)
    said, act = said_on(denial), event_window(assertion)
    soon = claim.places_told and said is not None and act is not None and said.begin - act.until <= _SOON
    return world.near(places, others) and (soon or not wide or (same and not claim.places_told))


def elsewhere(denial: HeldClaim, assertion: HeldClaim, world: World) -> bool:
    """Say whether two claims name places none of which lies in or near one of the other."""
    if not denial.claim.places_told:
        return False
    named = [{place for place in world.places(held) if world.kinds.get(place) != "country"} for held in (denial, assertion)]
    if not all(named) or world.near(*named):
        return False
    return min(apart(one, other, world) for one in named[0] for other in named[1]) > NEAR

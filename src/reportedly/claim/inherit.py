"""Actors that a clause leaves to the words around it: "the attack" is the one just told, and its victims are its victims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.numbering import numbered, plain
from reportedly.claim.parties import PEACEFUL, actors_of
from reportedly.claim.regloss import frame_of, reglossed
from reportedly.claim.sequel import goes_on, points
from reportedly.claim.syntax import preposition, subject, with_conjuncts
from reportedly.model import ActorMention, Argument, Claim
from reportedly.model.actor import CLASS, identity, is_class_id
from reportedly.parse import root_of, sentence_of, sentences, text_of, tokens_between

_DOER = {"attack": "attacker", "casualty": "perpetrator"}
_SENTENCES_BACK = 2
_BACK = 12
_TOLD = frozenset({"pobj", "conj", "nsubj", "dobj"})
_FURTHER = ("other ", "another ", "further ", "similar ", "more ", "additional ", "subsequent ", "a second ", "a third ")
_UNDOING = frozenset("repel repulse foil thwart resist withstand deter rebuff counter defeat".split())
_APART = frozenset({"while", "whereas", "whilst", "meanwhile"})
_OF_STATE = frozenset({"state", "government", "armed-force"})
_BOTH = re.compile(r"\s*(?:on|from|among) (?:both|all|either) (?:the )?(?:two )?(?:warring )?(?:sides?|parties)", re.IGNORECASE)
_BY_HAND = frozenset("execute execution behead hang stab lynch torture".split())
_BODIES = frozenset("force forces army military troops militia navy airforce".split())
_HELD = frozenset({"captured", "missing"})
"""Frames of those who were taken: "he was arrested, and killed by X" does not say who arrested him."""
_REST = frozenset({"others", "other", "more", "dozens", "scores", "hundreds"})


def inherit_actors(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` with the doers of attacks and casualties filled in where the text leaves no choice.

    A doer that is only "the attack" or "the shelling" is the doer of the last attack told, up to two sentences back. A
    casualty or attack without a doer takes that of the attack, else of the casualty, in its own sentence. "Three others"
    are others of the victims told before them in the sentence. Nothing is filled in where none of these holds, and nobody is
    made the doer of his own harm: "they took the fort; 40 of their fighters were killed".
    """
    starts = [s.start_char for s in sentences(context.doc)]
    told: dict[int, list[Claim]] = {}
    for claim in claims:
        told.setdefault(_sentence(starts, claim.start), []).append(claim)
    out: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.start):
        doers = _doers(claim)
        if claim.type not in _DOER or any(d.actor for d in doers) or not _has_doer(context, claim) or _is_mutual(context, claim):
            out.append(claim)
            continue
        here = _sentence(starts, claim.start)
        near = _beside(context, told[here], claim)
        if near is not None and (claim.type == "casualty" or not doers):
            source: Claim | None = near
        else:
            again = _points_back(doers) or _tells_again(context, claim)
            source = _last_told(context, claim, out, starts) if again else _continued(context, claim, out, starts)
        harmed = _harmed(context, claim)
        found = [d for d in (_named(source) if source is not None else _from_attack(context, claim)) if not _own(context, d, harmed)]
        made = reglossed(context, _with_doers(context, claim, found)) if found else claim
        told[here] = [made if c is claim else c for c in told[here]]
        out.append(made)
    return _others(context, out, starts)


def _continued(context: Context, claim: Claim, told: Sequence[Claim], starts: Sequence[int]) -> Claim | None:
    """Return the claim of the sentence before that ``claim`` goes on with, None where it tells something of its own."""
    here = _sentence(starts, claim.start)
    before = [c for c in told if _sentence(starts, c.start) == here - 1 and _named(c)]
    return before[-1] if before and goes_on(context, claim, _doers(claim), before) else None


def _harmed(context: Context, claim: Claim) -> set[str | None]:
    """Return whom a claim harms: actors, and the states whose government or forces it hits."""
    hit = {a.actor for name, a in claim.args if plain(name) in {"victims", "target"}}
    return hit | {_state(context, actor) for actor in hit}


def _own(context: Context, doer: Argument, harmed: set[str | None]) -> bool:
    """Say whether somebody would have harmed himself or his own state."""
    return doer.actor in harmed or (_state(context, doer.actor) or doer.actor) in harmed


def _state(context: Context, actor: str | None) -> str | None:
    """Return the country of a state, its government or its forces, None of others."""
    known = context.pack.actors.get(actor or "")
    return known.country if known is not None and known.kind in _OF_STATE else None


def _is_mutual(context: Context, claim: Claim) -> bool:
    """Say whether both sides of a fight are told to have suffered: "fighting that left ten dead on both sides"."""
    return bool(_BOTH.match(text_of(context.doc), claim.end)) or bool(_BOTH.search(text_of(context.doc), claim.start, claim.end))


def _has_doer(context: Context, claim: Claim) -> bool:
    """Say whether the frame of a claim tells who does it: fighting has sides and nobody who alone attacks."""
    frame = frame_of(context, claim)
    return frame is not None and any(role.name == _DOER[claim.type] for role in frame.roles)


def _beside(context: Context, told: Sequence[Claim], claim: Claim) -> Claim | None:
    """Return the first attack, else the first casualty, among the other claims of a sentence whose doer is named."""
    named = [c for c in told if c is not claim and _named(c) and not _opened_by_since(context, c) and not _set_against(context, c, claim)]
    named = [c for c in named if not _is_undone(context, c) and not any(_is_aimed_at(claim, d) for d in _named(c))]
    named = [c for c in named if (c.frame in _HELD) == (claim.frame in _HELD)]
    return next((c for kind in ("attack", "casualty") for c in named if c.type == kind), None)


def _set_against(context: Context, one: Claim, other: Claim) -> bool:
    """Say whether "while" or "whereas" parts two claims: "the rebel barrage killed ten, while shells hit the valley"."""
    first, last = sorted((one, other), key=lambda c: c.start)
    return bool(_APART & set(text_of(context.doc)[first.end : last.start].lower().split()))


def _is_aimed_at(claim: Claim, doer: Argument) -> bool:
    """Say whether a doer stands among the words about whom an attack was aimed at: "hit areas held by X, an alliance of rebel forces"."""
    aimed = [a for name, a in claim.args if plain(name) == "target" and a.start >= 0]
    return claim.type == "attack" and any(a.start <= doer.start < claim.end for a in aimed)


def _is_undone(context: Context, claim: Claim) -> bool:
    """Say whether a claim tells of an attack that was beaten off: those killed in it are sooner the attackers."""
    words = tokens_between(context.doc, claim.start, claim.end)
    return claim.type == "attack" and any(t.lemma_.lower() in _UNDOING for t in words or ())


def _opened_by_since(context: Context, claim: Claim) -> bool:
    """Say whether a claim only tells from when on: "40 were killed since the assault began" does not say by whom."""
    before = text_of(context.doc)[max(0, claim.start - _BACK) : claim.start].split()
    words = text_of(context.doc)[claim.start : claim.end].split()
    return [w.lower() for w in (*before[-1:], *words[:1])].count("since") > 0


def _last_told(context: Context, claim: Claim, told: Sequence[Claim], starts: Sequence[int]) -> Claim | None:
    """Return the last of the claims ``told`` so far, in text order, whose doer is named, up to two sentences back.

    What somebody denies is no attack told, and "the blast" is none of those who were put to death by hand. Whom one side
    names is not put into the mouth of another: a source that says of "the attack" how many it killed did not say whose it was.
    """
    for before in reversed(told):
        if _sentence(starts, before.start) < _sentence(starts, claim.start) - _SENTENCES_BACK:
            return None
        if _named(before) and before.stance != "denies" and not _is_by_hand(context, before):
            return before if before.own or claim.own or before.speaker.name == claim.speaker.name else None
    return None


def _is_by_hand(context: Context, claim: Claim) -> bool:
    words = tokens_between(context.doc, claim.start, claim.end, whole=False)
    return claim.type == "casualty" and any(t.lemma_.lower() in _BY_HAND for t in words or ())


def _others(context: Context, claims: Sequence[Claim], starts: Sequence[int]) -> list[Claim]:
    """Return ``claims`` in order, victims told only as "others" or by a number made those of the casualty before them."""
    out: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        made = claim
        if last is not None and _sentence(starts, last.start) == _sentence(starts, claim.start):
            made = _as_rest_of(context, last, claim)
        out.append(made)
        last = made if claim.type == "casualty" else last
    return out


def _as_rest_of(context: Context, before: Claim, claim: Claim) -> Claim:
    first, victims = _victims(before), _victims(claim)
    if len(first) != 1 or len(victims) != 1 or identity(victims[0].actor) or not _is_rest(victims[0].name):
        return claim
    if not first[0].actor or not _is_sort(context, first[0]):
        return claim
    name = first[0].actor.removeprefix(CLASS) if is_class_id(first[0].actor) else first[0].name
    rest = replace(victims[0], name=name, actor=first[0].actor)
    args = tuple((name, rest if a is victims[0] else a) for name, a in claim.args)
    return reglossed(context, replace(claim, args=args, method=f"{claim.method}+inherited"))


def _is_sort(context: Context, victim: Argument) -> bool:
    """Say whether others beside such victims are of their sort: other soldiers beside soldiers, but nobody's other selves or women."""
    if is_class_id(victim.actor):
        return not victim.name.lower().startswith(("a ", "an ", "one "))
    actor = context.pack.actors.get(victim.actor or "")
    return actor is not None and actor.kind != "person" and (actor.kind != "population" or actor.part_of is None)


def _victims(claim: Claim) -> list[Argument]:
    return [a for name, a in claim.args if plain(name) == "victims"]


def _is_rest(name: str) -> bool:
    last = name.lower().split()[-1]
    return last in _REST or last.isdecimal()


def _doers(claim: Claim) -> list[Argument]:
    role = _DOER.get(claim.type, "")
    return [a for name, a in claim.args if plain(name) == role]


def _named(claim: Claim) -> list[Argument]:
    return [a for a in _doers(claim) if a.actor]


def _points_back(doers: Sequence[Argument]) -> bool:
    """Say whether the doer is a definite noun of attack, which can only be one told before, or one more of the kind told before."""
    return any(d.name.lower().startswith(("the ", "this ", "these ", "those ", *_FURTHER)) for d in doers)


def _tells_again(context: Context, claim: Claim) -> bool:
    """Say whether the words of a claim point back to an attack: "damaged during the airstrikes", "one of the shells landed"."""
    words = tokens_between(context.doc, claim.start, claim.end)
    return any(context.class_has("attack_noun", t) and points(t) for t in words or ())


def _from_attack(context: Context, claim: Claim) -> list[Argument]:
    """Return whom the one attack noun of a casualty's sentence names as its doers: "15 hurt in rebel shelling"; none where they differ."""
    if claim.type != "casualty":
        return []
    words = tokens_between(context.doc, claim.start, claim.end)
    sentence = sentence_of(words[0]) if words is not None else ()
    told = [t for t in sentence if context.class_has("attack_noun", t) and t.dep_ in _TOLD and not _dates(t)]
    doers = [{m.actor: m for m in _actors_of_attack(context, t) if identity(m.actor)} for t in told]
    named = [found for found in doers if found]
    if len({tuple(sorted(map(str, found))) for found in named}) != 1:
        return []
    named = [{k: m for k, m in found.items() if m.kind not in PEACEFUL} for found in named]
    return [Argument(m.name, m.start, m.end, actor=m.actor) for m in named[0].values()]


def _dates(attack: Token) -> bool:
    """Say whether an attack only dates what is told: "40 were killed since the rebel assault began"."""
    return any(t.lower_ == "since" for t in (attack.head, *attack.head.children))


def _actors_of_attack(context: Context, attack: Token) -> list[ActorMention]:
    """Return whose attack it is; of one that was beaten off who beat it off: those killed in it are sooner the attackers."""
    if attack.dep_ == "dobj" and attack.head.lemma_.lower() in _UNDOING:
        return [m for noun in subject(attack.head) for m in actors_of(context, noun)]
    return _actors_behind(context, attack)


def _actors_behind(context: Context, attack: Token) -> list[ActorMention]:
    """Return the actors that a noun of attack names, or that the participle it hangs on names with "by"."""
    by = preposition(attack.head, frozenset({"by"})) if attack.dep_ == "dobj" else []
    return [m for noun in (attack, *(t for head in by for t in with_conjuncts(head))) for m in actors_of(context, noun)]


def _sentence(starts: Sequence[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _is_force(context: Context, doer: Argument) -> bool:
    """Say whether a doer is forces that have no name here: with the name found, "the air force" is no second attacker."""
    words = tokens_between(context.doc, doer.start, doer.end)
    return words is not None and root_of(words).lower_ in _BODIES


def _with_doers(context: Context, claim: Claim, doers: Sequence[Argument]) -> Claim:
    role = _DOER[claim.type]
    acting = {d.actor for d in doers}
    told = [(plain(name), a) for name, a in claim.args]
    # "the army hit them, destroying their vehicles": nobody hits himself, "their" was read wrong
    kept = [(name, a) for name, a in told if name != role and not (name == "target" and a.actor in acting)]
    # a weapon stays, it is told as the means
    args = numbered([*kept, *((role, d) for d in doers), *((name, a) for name, a in told if name == role and not _is_force(context, a))])
    return replace(claim, args=args, method=f"{claim.method}+inherited")

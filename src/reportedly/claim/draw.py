"""Drawing claims: every frame that a document's words evoke, with its speaker, stance, time, place and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc, Token

from reportedly.claim.again import told_once
from reportedly.claim.ahead import is_done
from reportedly.claim.bargains import with_bargains
from reportedly.claim.breakdown import with_breakdowns
from reportedly.claim.bulletins import with_settings
from reportedly.claim.checking import with_checks
from reportedly.claim.context import Context
from reportedly.claim.count import figures
from reportedly.claim.denials import until, with_about
from reportedly.claim.explain import explained, settled
from reportedly.claim.forecasts import with_forecasts
from reportedly.claim.gloss import gloss
from reportedly.claim.inherit import inherit_actors
from reportedly.claim.markers import with_markers
from reportedly.claim.match import Match, matches
from reportedly.claim.means import with_means
from reportedly.claim.overlap import settle
from reportedly.claim.plans import with_plans
from reportedly.claim.proposition import proposition
from reportedly.claim.roles import arguments
from reportedly.claim.scene import places_of
from reportedly.claim.sequel import is_toll
from reportedly.claim.spans import Clauses, is_fragment
from reportedly.claim.stance import act_stance, clause_verb, hedge_of, is_foretold, stance_of
from reportedly.claim.statements import statements
from reportedly.claim.syntax import VERBAL, negators
from reportedly.claim.terms.draw import with_terms
from reportedly.claim.unknown import opening_of, unknown_by
from reportedly.claim.valid import NEWS, asserted_on, lasts, news_window, valid_time
from reportedly.claim.voice import Voice, voice_of
from reportedly.ids import span_id
from reportedly.model import About, Argument, Claim, Figure, Reading
from reportedly.model.actor import is_provisional
from reportedly.model.frame import Codebook
from reportedly.model.pack import Pack
from reportedly.parse import text_of, tokens_between

VERSION = "rules-1"
_WIDE = frozenset({"position", "denial", "proposal", "support"})
_TOTALS = frozenset({"casualty", "figure"})
_NEAR = 4
_SAID = frozenset({"position", "denial"})
_INTENDED = frozenset({"travels", "talks", "investigates"})
_FORECAST = frozenset({"control", "attack", "movement", "route", "siege", "casualty", "compliance", "humanitarian", "support"})


def draw_claims(doc: Doc, reading: Reading, codebook: Codebook, pack: Pack) -> tuple[Claim, ...]:
    """Return the claims of a document in text order.

    Args:
        doc: the parse of the document's text.
        reading: the document with its attributions, times, places and actors.
        codebook: the frames.
        pack: the theatre, for the publisher's own actor.
    """
    context = Context.of(doc, reading, codebook, pack)
    found = list(settle(context, matches(context)))
    clauses = Clauses.of(doc, {m.token.i for m in found}, (m.token.i for m in found if _adrift(context, m)))
    drawn = inherit_actors(context, [claim for match in found for claim in _claims(context, match, clauses)])
    drawn = _held_by_somebody(codebook, drawn)
    drawn = with_means(context, drawn)
    drawn = with_breakdowns(context, drawn)
    drawn = with_about([*drawn, *statements(context, drawn)])
    drawn = with_checks(context, with_settings(context, drawn))
    drawn = with_terms(context, with_plans(context, with_bargains(context, drawn)))
    drawn = with_forecasts(context, with_markers(context, drawn))
    unique = {claim.id: settled(claim) for claim in told_once(context, drawn)}
    return tuple(sorted(unique.values(), key=lambda c: (c.start, c.end, c.id)))


def _held_by_somebody(codebook: Codebook, claims: list[Claim]) -> list[Claim]:
    """Return claims without positions of nobody, where the words name a thing that holds none: "the failure condemned the crew"."""
    asking = {
        frame.id for frame in codebook.frames() if frame.type == "position" and any(r.name == "party" and r.required for r in frame.roles)
    }
    return [claim for claim in claims if claim.frame not in asking or any(role == "party" for role, _ in claim.args)]


def _claims(context: Context, match: Match, clauses: Clauses) -> Iterator[Claim]:
    """Yield the claims of one match: one, or one for each number where the frame counts several things at once."""
    start, end = _opened(context, match, *_clipped(context, match, *clauses.span(match.token, match.trigger.kind)))
    end = until(match, end)
    if is_fragment(context.doc, start, end, match.token):
        return
    counted = figures(context, match, start, end)
    own = [f for f in counted if f.unit.endswith(match.frame.unit or "\0")]
    if len(own) <= 1:
        yield _claim(context, match, start, end, counted)
        return
    for figure, after in zip_longest(own, own[1:]):
        begin = figure.start if figure is not own[0] and figure.start is not None and start < figure.start < end else start
        yield _claim(context, match, begin, _before(context, match, after, end), (figure, *(f for f in counted if f not in own)))


def _before(context: Context, match: Match, after: Figure | None, end: int) -> int:
    """Return where the words of one number end: before the next that its verb counts ("killed two men and six women")."""
    found = None if after is None or after.start is None else tokens_between(context.doc, after.start, after.start + 1)
    joint = found[0].nbor(-1) if found is not None and found.start > match.token.i + 2 else None
    if joint is None or joint.dep_ != "cc" or joint.idx >= end:
        return end
    return joint.nbor(-1).idx + len(joint.nbor(-1))


def _adrift(context: Context, match: Match) -> bool:
    """Say whether a participle hangs on a noun that did not do it: "shells hit a bus on the mill road, killing five"."""
    token = match.token
    if token.dep_ != "acl" or token.tag_ != "VBG":
        return False
    noun = token.head
    if any(context.class_has(name, noun) for name in ("attack_noun", "weapon", "force_noun", "group_noun")):
        return token.i - noun.i > _NEAR
    return noun.i not in context.actor_at or token.i - noun.i > _NEAR


def _clipped(context: Context, match: Match, start: int, end: int) -> tuple[int, int]:
    """Return the claim's words inside the one span of the attribution that holds its trigger, where there is such a span."""
    found = context.attribution_at(match.token.idx)
    if found is None or match.frame.speaker_role:
        return start, end
    for span in found.content:
        if span.start <= match.token.idx < span.end:
            if text_of(context.doc).startswith("to ", span.start):
                # "is believed to have died": an infinitive has its subject outside of what is reported
                return start, end
            return max(start, span.start), min(end, span.end)
    return start, end


def _opened(context: Context, match: Match, start: int, end: int) -> tuple[int, int]:
    """Return the words of a claim with those before it that say that it is not known, or a matter of time: "it was unclear who did it"."""
    verb = clause_verb(match.token)
    if is_foretold(verb) and verb.dep_ in {"advcl", "ccomp"}:
        return min(start, verb.head.left_edge.idx), end
    by = unknown_by(verb)
    said = None if by is None else context.attribution_by_cue(by.idx)
    if by is None or by.i == verb.i or (said is not None and said.speaker_name):
        return start, end
    return min(start, opening_of(by).idx), end


def _claim(context: Context, match: Match, start: int, end: int, counted: tuple[Figure, ...]) -> Claim:
    frame, token = match.frame, match.token
    filled = arguments(context, match)
    args = tuple((role, argument) for role, argument, _ in filled)
    spoken = dict(args).get(frame.speaker_role or "") if is_done(token) else None
    voice = voice_of(context, token.idx, _embedded(context, token), spoken)
    args = tuple((role, _spoken_for(a, voice) if a is spoken else a) for role, a in args)
    stance = _stance(context, match)
    valid = valid_time(context, token, start, end, stance, said=frame.speaker_role is not None or frame.type in _SAID)
    news = news_window(context, token, valid)
    at = places_of(
        context, token, start, end, args, wide=frame.type in _WIDE or (frame.type in _TOTALS and (lasts(valid) or is_toll(counted)))
    )
    counted = tuple(replace(f, as_of=f.as_of or valid.until) for f in counted)
    type_, frame_id, about = frame.type, frame.id, None
    if stance == "predicts" and frame.type in _FORECAST:
        type_, frame_id, about = "prediction", "forecasts", About(frame.type, frame.id, (at.ids or at.names or (None,))[0])
    return Claim(
        id=span_id(
            "c",
            context.reading.document.id,
            start,
            end,
            frame_id,
            [(r, a.start, a.end) for r, a in args],
            len(counted) and counted[0].start,
        ),
        start=start,
        end=end,
        type=type_,
        frame=frame_id,
        gloss=gloss(frame, args, at.names, counted, stance),
        args=args,
        stance=stance,
        speaker=voice.speaker,
        chain=voice.chain,
        own=voice.own,
        proposition=proposition(frame_id, args, at.ids or at.names, news or valid),
        valid=news or valid,
        asserted=asserted_on(context, token.idx),
        hedge=hedge_of(context, token, start, end),
        places=at.spelled,
        place_ids=at.ids,
        places_told=at.told,
        figures=counted,
        about=about,
        attribution=voice.attribution,
        method=f"frame:{frame.id}/{VERSION}{NEWS if news else ''}",
        score=match.trigger.score,
        explanation=explained(context, match, filled),
    )


def _spoken_for(argument: Argument, voice: Voice) -> Argument:
    """Return who does an act of speech as the speaker that the words were found to be of, who is known where the words have a pronoun."""
    speaker = voice.speaker
    known = speaker.actor is not None and not voice.own and not (is_provisional(speaker.actor) and argument.actor)
    unknown = argument.actor is None or is_provisional(argument.actor)
    return replace(argument, actor=speaker.actor, name=speaker.name) if known and unknown else argument


def _stance(context: Context, match: Match) -> str:
    """Return the stance of a match: of its trigger or frame where these have one, else of its clause.

    "Did not deny" denies nothing, "neither blamed anybody" does.
    """
    told = match.trigger.stance or match.frame.stance
    if told is None:
        found = stance_of(context, match.token, context.attribution_at(match.token.idx))
        if found == "predicts" and match.frame.id in _INTENDED:  # "the mission will travel" is its plan, "will not" that it has none
            return "denies" if negators(match.token) else "plans"
        return found
    if (
        told == "asserts"
        and (match.token.pos_ in VERBAL or match.token.dep_ == "acomp")
        and not any(c.slot.endswith("neg") for c in match.trigger.when)
    ):
        negated = "denies" if match.frame.speaker_role and negators(match.token) else None
        return act_stance(match.token) or negated or told
    if told == "denies" and match.trigger.kind == "verb" and any(t.dep_ == "neg" for t in match.token.children):
        return "declines-comment"
    return told


def _embedded(context: Context, token: Token) -> str | None:
    segment = context.segment_at(token.idx)
    return segment.speaker if segment is not None else None

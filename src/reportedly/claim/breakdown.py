"""Breakdowns: a count told place by place or party by party ("Fairground, 4; Northbank, 2"; "20 by the army and 3 by rebels")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.figures import Number, read_number
from reportedly.claim.gloss import gloss
from reportedly.claim.parties import is_trait
from reportedly.claim.scene import Where, where
from reportedly.ids import span_id
from reportedly.model import ActorMention, Argument, Claim, Figure, PlaceMention
from reportedly.model.frame import Frame
from reportedly.parse import sentence_bounds, tokens_between

_FRAMES = {"breaches": "party", "attacks": "attacker"}
_FEWEST = 2
_BETWEEN = frozenset({",", "(", ":", "-", "–", "—"})
_REACH = 5


class _Item(NamedTuple):
    start: int
    end: int
    number: Number
    actor: ActorMention | None
    place: PlaceMention | None


def with_breakdowns(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` and one more for each item of a list that breaks one of them down by place or by party."""
    frames = {frame.id: frame for frame in context.codebook.frames()}
    out = list(claims)
    seen: set[tuple[int, int]] = set()
    for claim in claims:
        role = _FRAMES.get(claim.frame)
        words = tokens_between(context.doc, claim.start, claim.end, whole=False) if role else None
        if role is None or words is None:
            continue
        begin, until = sentence_bounds(words[0])
        if context.doc[until - 1].text == ":" and until < len(context.doc):
            until = sentence_bounds(context.doc[until])[1]
        items = [i for i in _items(context, list(context.doc[begin:until])) if (i.start, i.end) not in seen]
        if len(items) >= _FEWEST:
            seen |= {(i.start, i.end) for i in items}
            out += [_claim(context, claim, item, role, frames[claim.frame]) for item in items]
    return out


def _items(context: Context, words: Sequence[Token]) -> Iterator[_Item]:
    for at, token in enumerate(words):
        number = read_number(token) if token.pos_ == "NUM" or token.like_num else None
        if number is None:
            continue
        before = words[at - 2 : at] if at > 1 else ()
        place = context.place_at.get(before[0].i) if before and before[1].text in _BETWEEN else None
        if place is not None:
            yield _Item(place.start, number.end, number, None, place)
        elif at + 2 < len(words) and words[at + 1].lower_ == "by":
            actor = next(
                (m for t in words[at + 2 : at + 2 + _REACH] if (m := context.actor_at.get(t.i)) is not None and not _backs(t)), None
            )
            if actor is not None:
                yield _Item(number.start, actor.end, number, actor, None)


def _backs(token: Token) -> bool:
    """Say whether a name only tells whose the next ones are: "by Orre-backed militias"."""
    return token.i + 2 < len(token.doc) and is_trait(token.doc[token.i + 2])


def _claim(context: Context, whole: Claim, item: _Item, role: str, frame: Frame) -> Claim:
    kept = tuple((name, a) for name, a in whole.args if name.partition("_")[0] != role)
    who = item.actor
    args = (*kept, (role, Argument(who.name, who.start, who.end, actor=who.actor))) if who else whole.args
    at = where(context, (item.place,)) if item.place else Where(whole.places, whole.places, whole.place_ids)
    unit = frame.unit or "times"
    number = item.number
    figure = Figure(number.value, number.op, unit, number.low, number.high, as_of=whole.valid.until, start=number.start, end=number.end)
    return replace(
        whole,
        id=span_id("c", context.reading.document.id, item.start, item.end, frame.id, "item"),
        start=item.start,
        end=item.end,
        args=args,
        places=at.spelled,
        place_ids=at.ids,
        places_told=item.place is not None or whole.places_told,
        figures=(figure,),
        gloss=f"{gloss(frame, args, at.names, (figure,), whole.stance)}: {number.value:g}" if number.value is not None else whole.gloss,
        proposition=span_id("p", frame.id, whole.proposition, args and args[-1][1].actor, sorted(at.ids or at.names)),
        method=f"{whole.method}+breakdown",
    )

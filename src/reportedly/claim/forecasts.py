"""Forecasts: by when, on what condition and by what claim a prediction could be scored, or why it cannot be as it is worded."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.markers import head_of
from reportedly.claim.proposition import proposition
from reportedly.claim.terms.conditions import clauses
from reportedly.claim.terms.lexicon import load_lexicon
from reportedly.claim.wordlists import MOODS, number, pattern, table
from reportedly.model import Claim, Forecast, Part, TimeExpression, ValidTime
from reportedly.parse import sentence_of, text_of

_AHEAD = frozenset({"DATE", "TIME", "DURATION"})
_OPEN = re.compile(r"^P(T?)X(\w)$")
_SCORING = frozenset({"if", "unless", "when", "after", "until"})


def with_forecasts(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims``, predictions and counterfactuals with how they can be scored.

    Of "they expect the town to fall" only what is expected is kept, where that makes a prediction of its own.
    """
    told = [claim for claim in claims if claim.type == "prediction" and claim.about is not None]
    kept = [claim for claim in claims if not any(_holds(claim, other) for other in told)]
    return [_dated(replace(claim, forecast=found)) if (found := _forecast(context, claim)) is not None else claim for claim in kept]


def _dated(claim: Claim) -> Claim:
    """Return a prediction whose end is open with the deadline for its end: "in the next few hours" is not for ever."""
    end = claim.forecast.deadline if claim.forecast is not None and _within(claim) else None
    if end is None or claim.valid.until is not None or claim.valid.begin is None:
        return claim
    valid = ValidTime(claim.valid.begin, end[:10])
    return replace(claim, valid=valid, proposition=proposition(claim.frame, claim.args, claim.place_ids or claim.places, valid))


def _within(claim: Claim) -> bool:
    """Say whether the deadline is told in the words of the claim itself."""
    at = claim.forecast.deadline_at if claim.forecast is not None else None
    return at is not None and claim.start <= at[0] and at[1] <= claim.end


def _holds(claim: Claim, other: Claim) -> bool:
    """Say whether ``claim`` only says that what ``other`` foretells is expected."""
    if claim.type != "prediction" or claim.about is not None or claim.speaker != other.speaker:
        return False
    return any(a.start <= other.start and other.end <= a.end for role, a in claim.args if role == "matter")


def _forecast(context: Context, claim: Claim) -> Forecast | None:
    if any(marker.kind == "counterfactual" for marker in claim.markers):
        return Forecast("never", "it speaks of what did not come about")
    head = head_of(context, claim)
    if claim.type != "prediction" or head is None:
        return None
    deadline, at = _deadline(context, claim, head)
    condition = next((p for p in clauses(context, head, load_lexicon()) if p.kind in _SCORING and not _overlaps(p, claim)), None)
    test = _test(claim)
    verdict, why = _verdict(context, claim, test, deadline, condition)
    named = text_of(context.doc)[condition.start : condition.end] if condition is not None else None
    return Forecast(verdict, why, deadline, at, named, (condition.start, condition.end) if condition is not None else None, test)


def _overlaps(part: Part, claim: Claim) -> bool:
    return part.start <= claim.start and claim.end <= part.end


def _verdict(context: Context, claim: Claim, test: str | None, deadline: str | None, condition: Part | None) -> tuple[str, str | None]:
    if test is None:
        return "unscorable", "no claim of the codebook would tell that it has come true"
    if condition is not None:
        return "on-condition", f"only where this holds: {text_of(context.doc)[condition.start : condition.end]}"
    if deadline is None:
        open_end = pattern("open-ended", MOODS).search(_sentence(context, claim))
        return "unscorable", f"no deadline is told ({open_end.group()})" if open_end else "no deadline is told"
    return "scorable", None


def _sentence(context: Context, claim: Claim) -> str:
    head = head_of(context, claim)
    return sentence_of(head).text if head is not None else ""


def _test(claim: Claim) -> str | None:
    """Return what would have to be claimed for it to have come true: type, frame and place; None where it foretells no such thing."""
    about = claim.about
    return None if about is None else " ".join(filter(None, (about.type, about.frame, about.place)))


def _deadline(context: Context, claim: Claim, head: Token) -> tuple[str | None, tuple[int, int] | None]:
    """Return the last day or moment that the words leave, with their offsets."""
    times = context.times_in(claim.start, claim.end) or context.times_in(sentence_of(head).start_char, sentence_of(head).end_char)
    for time in times:
        end = _end_of(time, claim.asserted) if time.type in _AHEAD and not str(time.value).endswith("_REF") else None
        if end is not None and (claim.asserted is None or end[:10] >= claim.asserted):
            return end, (time.start, time.end)
    return None, None


def _end_of(time: TimeExpression, asserted: str | None) -> str | None:
    """Return when a time ends: a vague one ("the next few hours") some days after the words, as the lists have it."""
    vague = _OPEN.match(time.value or "")
    if vague is None:
        moment = time.value if time.type == "TIME" and time.until and re.fullmatch(r"[\d-]+T\d\d:\d\d", time.value or "") else time.until
        return moment or _counted(time, asserted)
    if asserted is None:
        return None
    month = vague[2] == "M" and not vague[1]
    days = number("vague-months", MOODS) if month else table("vague-deadlines", MOODS).get(vague[2])
    return None if days is None else (dt.date.fromisoformat(asserted) + dt.timedelta(days=days)).isoformat()


def _counted(time: TimeExpression, asserted: str | None) -> str | None:
    """Return the end of a plain duration from the day of the words: "within two days"."""
    found = re.fullmatch(r"P(T?)(\d+)([HDWM])", time.value or "")
    if found is None or asserted is None or (found[3] == "M" and not found[1]):
        return None
    days = {"D": int(found[2]), "W": 7 * int(found[2])}.get(found[3], -(-int(found[2]) // 24) if found[3] == "H" else 1)
    return (dt.date.fromisoformat(asserted) + dt.timedelta(days=days)).isoformat()

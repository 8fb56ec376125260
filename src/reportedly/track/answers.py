"""What is said in answer to allegations: denials, inquiries, and that they could not be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.track.abuse import abuse_rules
from reportedly.track.seen import Seen

NEAR = 1200
"""Characters of one text within which an inquiry is into what is alleged there."""
_KINDS = {"investigates": "inquiry", "unconfirmed": "not confirmed"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its kind is ``denial``, ``inquiry`` or ``not confirmed``; ``words`` are exact, None where they were redacted.

    ``by`` is who denies, looks into it or cannot confirm it, ``actor`` their id, None where there is none.
    """

    kind: str
    claim: str
    said: str
    actor: str | None
    by: str
    chain: tuple[str, ...]
    stance: str
    words: str | None


def answers(
    group: Sequence[tuple[Seen, str]], denials: Iterable[Seen], around: Mapping[str, Sequence[Seen]], words: Mapping[str, str | None]
) -> tuple[Answer, ...]:
    """Return the answers to allegations of one incident, in the order in which they were said.

    Args:
        group: the allegations, each with the class of what is alleged.
        denials: claims that deny one of them.
        around: document -> claims of inquiries into something, and that something could not be confirmed.
        words: id of a claim -> its exact words.
    """
    found = {one.claim.id: _answer("denial", one, words) for one in denials}
    for each, act in group:
        for one in _near(each, act, around.get(each.held.document, ())):
            found.setdefault(one.claim.id, _answer(_KINDS[one.claim.frame], one, words))
    return tuple(sorted(found.values(), key=lambda answer: (answer.said, answer.claim)))


def _near(each: Seen, own: str, around: Iterable[Seen]) -> Iterator[Seen]:
    """Yield claims of one text that stand near an allegation, after it or of an act of its own class."""
    for one in around:
        act = abuse_rules().act(" ".join(arg.name for arg in one.args("matter")))
        after = 0 <= one.claim.start - each.claim.start <= NEAR
        if one.claim.stance != "denies" and ((after and act in {"", own}) or (act and act == own)):
            yield one


def _answer(kind: str, one: Seen, words: Mapping[str, str | None]) -> Answer:
    claim = one.claim
    who = next(one.args("inquirer", "checker", "denier"), None)
    actor, by = (who.actor, who.name) if who else (claim.speaker.actor, one.voice)
    return Answer(kind, claim.id, one.said, actor, by, claim.chain, claim.stance, words.get(claim.id))

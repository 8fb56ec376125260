"""What the acts of a judgement hold, checked against the claim and the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from reportedly.errors import OptionError, UnknownIdError
from reportedly.query.one import begins_so
from reportedly.review.fold import WHOLE
from reportedly.review.grades import Scheme, graded
from reportedly.review.held import Held
from reportedly.review.values import Case, correction, span_of, words_at
from reportedly.store import schema, sql

_REASON = 4_000
_SPANS = (("span", "words"), ("span_two", "words_two"))

GIVEN = ("into", "span_two", "words_two", "scheme", "grade", "undo")
"""What acts take beside the fields of a correction."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an act is checked against: the claim as it stands, what the record holds of it, the ledger, and the schemes of grades."""

    case: Case
    held: Held
    connection: Connection
    schemes: Mapping[str, Scheme]


def said_of(act: str, given: Mapping[str, str], asked: Asked) -> dict[str, Any]:
    """Return what a judgement holds beside who gives it and why.

    Raises:
        OptionError: a value is not understood, or the act cannot be done with this claim.
        UnknownIdError: the claim that it is to be one with is not there.
    """
    part = {} if asked.held.part == WHOLE else {"part": asked.held.part}
    if act in {"merge", "split"} and part:
        what = "a part of a claim that was split cannot be split or merged again"
        raise OptionError(what, where=act, remedy="undo the split first")
    if act == "correct":
        return {"set": correction(given, asked.case), **part}
    if act == "merge":
        return {"into": _into(given.get("into", "").strip(), asked.held, asked.connection)}
    if act == "split":
        return {"spans": _spans(given, asked.case)}
    return graded(given, asked.schemes) if act == "grade" else part


def reason_of(given: str | None, act: str) -> str | None:
    """Return a reason as it is kept. Raises OptionError where it is too long, or a comment has none."""
    reason = (given or "").replace("\r\n", "\n").strip()
    if len(reason) > _REASON:
        what = f"a reason of {len(reason):,} characters is too long"
        raise OptionError(what, where="reason", remedy=f"give one of {_REASON:,} or fewer")
    if act == "comment" and not reason:
        what = "a comment has no words"
        raise OptionError(what, where="reason", remedy="say what there is to say")
    return reason or None


def _into(named: str, held: Held, connection: Connection) -> str:
    key = begins_so(connection, named, "")
    table = schema.claim
    other = connection.execute(select(table).where(table.c.id == key, sql.current()).limit(1)).first()
    if other is None:
        what = f"the claim {key} does not stand"
        raise UnknownIdError(what, where="into", remedy="name one that stands")
    if other.id == held.own.claim.id or other.supersedes == held.own.row.seq:
        what = "a claim cannot be one with itself"
        raise OptionError(what, where="into", remedy="name the other claim")
    return str(key)


def _spans(given: Mapping[str, str], case: Case) -> list[list[int]]:
    found = []
    for span, words in _SPANS:
        if given.get(span, "").strip():
            found.append(span_of(given[span].strip(), case))
        elif given.get(words, "").strip():
            found.append(words_at(given[words].strip(), case))
        else:
            what = "a claim is split into two, and only one is told" if found else "a claim is split into two, and none is told"
            raise OptionError(what, where=words, remedy="give the words, or the span, of both")
    (first, last) = sorted(found)
    if first[1] > last[0]:
        what = "the two parts overlap"
        raise OptionError(what, where="words", remedy="give words that follow each other")
    return [list(first), list(last)]

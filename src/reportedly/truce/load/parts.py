"""The small parts of an agreement: citations, moments, durations, formulas."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from reportedly.marked import Marked
from reportedly.truce.agreement import Cite, Moment
from reportedly.truce.formula import EXISTS, Accepted, All, AnyOf, Atom, Done, Formula, Held, Not
from reportedly.truce.load.names import UNSTATED, Names, known
from reportedly.truce.times import Duration, duration_of, span_of

_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_AFTER_CLOCK = re.compile(r"(\w+)(?:\+(P\w+))?")
_FORMULA = ("all", "any", "not", "done", "held", "accepted", "atom")


def many(doc: Marked, key: str) -> list[Marked]:
    """Return the values under a key, one or a list of them; none where it is absent or unstated."""
    found = doc.get(key)
    if found is None or found.value == UNSTATED:
        return []
    return list(found.items()) if isinstance(found.value, list) else [found]


def cites(doc: Marked) -> tuple[Cite, ...]:
    """Return what is cited under ``cite``."""
    return tuple(_cite(item) for item in many(doc, "cite"))


def _cite(doc: Marked) -> Cite:
    doc.only("document", "start", "end", "source", "url")
    if doc.get("source") is not None:
        return Cite(source=doc.text("source"), url=doc.maybe("url"))
    document = doc.text("document")
    if not _HASH.fullmatch(document):
        what = f"{document!r:.60} is no id of a document"
        raise doc.need("document").complain(what, "write sha256: and 64 hex figures, or `source:` with the name of a public text")
    start, end = (int(doc.need(key).expect(int)) for key in ("start", "end"))
    if not 0 <= start < end:
        what = f"the span from {start} to {end} holds nothing"
        raise doc.need("end").complain(what, "give code points of the document's text, start before end")
    return Cite(document, start, end)


def duration(doc: Marked, key: str) -> Duration | None:
    """Return the duration under a key; None where it is absent or unstated."""
    found = doc.get(key)
    return None if found is None or found.value == UNSTATED else _duration(found)


def _duration(said: Marked) -> Duration:
    found = duration_of(str(said.expect(str)))
    if found is None:
        what = f"{said.value!r:.40} is no duration"
        raise said.complain(what, "write ISO 8601, as P7D for seven days or PT48H for 48 hours, or `unstated`")
    return found


def moment(doc: Marked, key: str, names: Names, zone: ZoneInfo) -> Moment | None:
    """Return the day, minute or time of a clock under a key; None where it is absent or unstated."""
    found = doc.get(key)
    if found is None or found.value == UNSTATED:
        return None
    text = str(found.expect(str))
    span = span_of(text, zone)
    if span is not None:
        return Moment(text, span)
    by_clock = _AFTER_CLOCK.fullmatch(text)
    if by_clock is None or (by_clock[2] and duration_of(by_clock[2]) is None):
        what = f"{text!r:.40} is no day, minute or time of a clock"
        raise found.complain(what, "write 2031-01-31, 2031-01-31T18:00, D or D+P2D where D is one of `clocks`, or `unstated`")
    if by_clock[1] not in names.clocks:
        what = f"{by_clock[1]!r} is no clock"
        raise found.complain(what, f"declare it under `clocks`; known here are: {', '.join(sorted(names.clocks)) or 'none'}")
    return Moment(text, None, by_clock[1], duration_of(by_clock[2]) if by_clock[2] else None)


def formula(said: Marked | None, names: Names) -> Formula | None:
    """Return the formula that stands at a place, None where none does; a plain text is the name of an atom, a term or a stage."""
    if said is None or said.value == UNSTATED:
        return None
    if isinstance(said.value, str):
        return _named(said, names)
    said.expect(dict)
    said.only(*_FORMULA, "for")
    keys = [key for key in _FORMULA if said.get(key) is not None]
    if len(keys) != 1 or (said.get("for") is not None and keys != ["held"]):
        what = "a condition has one of " + ", ".join(_FORMULA)
        raise said.complain(what, "write one of them; `for` goes with `held`")
    return _formula(keys[0], said, names)


def _formula(key: str, said: Marked, names: Names) -> Formula:
    inner = said.need(key)
    match key:
        case "all" | "any":
            parts = tuple(part for item in inner.items() if (part := formula(item, names)) is not None)
            if not parts:
                what = f"`{key}` holds no condition"
                raise inner.complain(what, "list at least one")
            return All(parts) if key == "all" else AnyOf(parts)
        case "not":
            return Not(formula(inner, names) or Atom(EXISTS))
        case "done":
            return _conjunction([Done(known(item, (*names.terms, *names.stages), "term or stage")) for item in many(said, "done")], inner)
        case "held":
            return Held(known(inner, names.terms, "term"), _duration(said.need("for")))
        case "accepted":
            return _conjunction([Accepted(names.party(item)) for item in many(said, "accepted")], inner)
        case _:
            return Atom(known(inner, (*names.atoms, EXISTS), "atom", "declare it under `atoms`, with what it means"))


def _named(said: Marked, names: Names) -> Formula:
    if said.value in names.atoms or said.value == EXISTS:
        return Atom(str(said.value))
    return Done(known(said, (*names.terms, *names.stages, *names.atoms), "term, stage or atom"))


def _conjunction(parts: list[Formula], said: Marked) -> Formula:
    if not parts:
        what = "this condition names nothing"
        raise said.complain(what, "name at least one, or leave the condition out")
    return parts[0] if len(parts) == 1 else All(tuple(parts))

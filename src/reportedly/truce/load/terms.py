"""Stages and terms."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from reportedly.marked import Marked
from reportedly.truce.agreement import MOODS, Moment, Stage, Term, Variant, Window
from reportedly.truce.formula import Done, Formula, conjoined
from reportedly.truce.load.names import UNSTATED, Names, known
from reportedly.truce.load.parts import cites, duration, formula, many, moment

_WINDOW = ("from", "at", "by", "until", "for", "within")
_MORE = ("id", "who", "where", "after", "when", "unless", "in_force_if", "except", "guarantor", "readings", "cite", "note")
_ACT = "declare it under `acts`, with what it means; acts.yaml lists those that ship"


def stage_from(doc: Marked, names: Names, zone: ZoneInfo) -> Stage:
    """Return a stage with its terms. Raises AgreementError where something in it is not what an agreement holds."""
    doc.only("id", "after", "when", "readings", "terms")
    name = doc.text("id")
    terms = tuple(_term(item, name, names, zone) for item in doc.need("terms").items())
    return Stage(name, terms, _trigger(doc, names), _variants(doc, names, "when"))


def _term(doc: Marked, stage: str, names: Names, zone: ZoneInfo) -> Term:
    doc.only(*MOODS, *_WINDOW, *_MORE)
    moods = [mood for mood in MOODS if doc.get(mood) is not None]
    if len(moods) != 1:
        what = "a term has one of " + ", ".join(MOODS)
        raise doc.complain(what, "write what is to be done or not, as in `must: aid_enters`")
    where, guarantor = doc.get("where"), doc.get("guarantor")
    return Term(
        id=doc.text("id"),
        stage=stage,
        mood=moods[0],
        act=known(doc.need(moods[0]), names.acts, "act", _ACT),
        who=tuple(dict.fromkeys(names.party(item) for item in many(doc, "who"))),
        where=None if where is None or where.value == UNSTATED else known(where, names.zones, "zone", "declare it under `zones`"),
        window=window_from(doc, names, zone),
        when=_trigger(doc, names),
        unless=formula(doc.get("unless"), names),
        binding=formula(doc.get("in_force_if"), names),
        exempt=tuple(names.actor(item) for item in many(doc, "except")),
        guarantor=None if guarantor is None else names.actor(guarantor),
        variants=_variants(doc, names, "counts", "when", "unless"),
        cite=cites(doc),
        note=doc.maybe("note"),
        line=doc.line,
    )


def _trigger(doc: Marked, names: Names) -> Formula | None:
    after = [Done(known(item, (*names.terms, *names.stages), "term or stage")) for item in many(doc, "after")]
    return conjoined(*after, formula(doc.get("when"), names))


def _variants(doc: Marked, names: Names, *keys: str) -> tuple[tuple[str, Variant], ...]:
    found, out = doc.get("readings"), []
    for name, said in found.expect(dict).items() if found else ():
        if name not in names.readings:
            what = f"{name!r} is no reading"
            raise said.complain(what, f"declare it under `readings`; known here are: {', '.join(sorted(names.readings)) or 'none'}")
        if said.value is None:
            continue
        said.only(*keys)
        counts = tuple(known(item, names.acts, "act") for item in many(said, "counts"))
        out.append((name, Variant(counts, formula(said.get("when"), names), formula(said.get("unless"), names))))
    return tuple(out)


def window_from(doc: Marked, names: Names, zone: ZoneInfo) -> Window:
    """Return when a term or agreement holds.

    Raises:
        AgreementError: it ends before it starts, or something in it is no moment or duration.
    """
    at = moment(doc, "at", names, zone)
    opens, closes, deadline = (at or moment(doc, key, names, zone) for key in ("from", "until", "by"))
    for key, end in (("until", closes), ("by", deadline)):
        if end is not at and _backward(opens, end):
            what = f"this window ends ({end.text if end else ''}) before it starts ({opens.text if opens else ''})"
            raise doc.need(key).complain(what, "exchange the two, or correct one")
    return Window(opens, closes, deadline, duration(doc, "for"), duration(doc, "within"))


def _backward(opens: Moment | None, end: Moment | None) -> bool:
    """Say whether an end is sure to lie before its beginning: both are days, or times of the same clock."""
    if opens is None or end is None:
        return False
    if opens.at and end.at:
        begin, until = opens.at.begin, end.at.until
        return begin is not None and until is not None and until <= begin
    if opens.clock is None or opens.clock != end.clock or opens.plus is None:
        return False
    return end.plus is None or (end.plus.months, end.plus.rest) < (opens.plus.months, opens.plus.rest)

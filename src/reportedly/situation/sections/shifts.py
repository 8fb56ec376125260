"""What changed between the eve of the window and its end, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.changes import Change
from reportedly.situation.model import Line
from reportedly.situation.notes import Notes
from reportedly.situation.phrases import name, opened, say
from reportedly.situation.sections.held import names
from reportedly.text import clean

KINDS = ("truce", "control", "route", "position", "forecast")
"""Kinds of change that are told; others have sections of their own."""


def shifts(notes: Notes, rows: Sequence[Change]) -> Iterator[Line]:
    """Yield a sentence for each change of those kinds, with the claims that are new behind it."""
    for row in rows:
        by = names(notes.facts, row.by)
        before, after = (name(clean(told)) if told else None for told in (row.before, row.after))
        told = {"what": name(clean(row.what)), "by": by}
        if before == after:
            parts = say("change-voices", **told, after=after)
        elif after is None:
            parts = say("change-gone", **told, before=before)
        else:
            parts = say("change", **told, before=before, after=after) if before else say("change-new", **told, after=after)
        yield notes.line(opened(parts), row.claims, {each: row.query[each] for each in ("type",) if each in row.query})

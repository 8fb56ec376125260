"""Agreements: what claims come to on each term, for whom, with what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model.pack import Pack
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.notes import Notes
from reportedly.situation.phrases import name, opened, phrases, plain, say
from reportedly.truce.acts import acts
from reportedly.truce.agreement import Agreement
from reportedly.truce.verdict import Verdict

_TOLD = frozenset({"yes", "ended", "disputed"})
_MISSING = 2


def bearing(facts: Facts, found: Sequence[tuple[Agreement, Sequence[Verdict]]]) -> list[tuple[Agreement, Verdict]]:
    """Return the verdicts on which claims of the window bear; of an agreement that was asked for all where none does."""
    out: list[tuple[Agreement, Verdict]] = []
    for agreement, verdicts in found:
        own = [each for each in verdicts if (each.found.for_ | each.found.against) & facts.claims.keys()]
        shown = own if own or agreement.id not in facts.question.agreements else verdicts
        out += [(agreement, each) for each in shown]
    return out


def agreements(facts: Facts, notes: Notes, found: Sequence[tuple[Agreement, Verdict]], pack: Pack) -> Iterator[list[Line]]:
    """Yield a sentence for each verdict, with the claims for it and against it."""
    for agreement, verdict in found:
        yield _verdict(facts, notes, agreement, verdict, pack)


def _verdict(facts: Facts, notes: Notes, agreement: Agreement, row: Verdict, pack: Pack) -> list[Line]:
    told = (acts() | agreement.acts)[row.act]
    party = name(pack.actors[row.obligor].name if row.obligor in pack.actors else row.obligor or phrases().lines["nobody-named"])
    missing = [plain(each.rpartition(": ")[2]) for each in sorted(row.found.missing)[:_MISSING]]
    parts = say(
        "term",
        agreement=name(agreement.name),
        term=name(row.term),
        mood=phrases().moods[row.mood],
        act=told,
        party=party,
        reading=row.reading,
        word=_word(row),
        missing=missing,
    )
    lines = [Line(opened(parts), listed=facts.listed(), level=0)]
    for side, ids in (("term-for", row.found.for_), ("term-against", row.found.against)):
        lines += [notes.line(opened(say(side)), _ordered(facts, ids), level=1)] if ids else []
    return lines


def _word(row: Verdict) -> str:
    if row.in_force not in _TOLD:
        return phrases().lines["not-bound"].replace("{force}", row.in_force)
    return f"{row.found.value.value}{', excused' if row.excused else ''} ({row.state})"


def _ordered(facts: Facts, ids: frozenset[str]) -> list[str]:
    facts.call(ids)
    known = [row for each in sorted(ids) if (row := facts.get(each)) is not None]
    return [row["id"] for row in sorted(known, key=lambda row: (row["valid"]["begin"] or row["doc"]["published"] or "", row["start"]))]

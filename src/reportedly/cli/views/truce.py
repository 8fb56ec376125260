"""Verdicts on agreements as a table: terms, those who owe them, and what claims come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.model.pack import Pack
from reportedly.truce.acts import acts
from reportedly.truce.agreement import Agreement, Term
from reportedly.truce.value import Value
from reportedly.truce.verdict import Verdict
from reportedly.truce.view import View

STYLES = {Value.KEPT: "green", Value.BREACHED: "red", Value.DISPUTED: "yellow", Value.UNKNOWN: "dim"}
MOODS = {"must": "must", "must_not": "must not", "may": "may", "declares": "is declared"}
_LEGEND = (
    "for, against: claims on the term itself\n"
    "· no word, as it is not in force for them   (word) what it would be, were it in force\n"
    "* rests on bearings that nobody has confirmed   ± depends on the reading\n"
    "dormant: what it hangs on is not shown, or its time has not begun\n"
    "`truce explain` shows the claims, and what is missing"
)


def matrix(agreements: Sequence[Agreement], verdicts: Sequence[Verdict], view: View, pack: Pack) -> RenderableType:
    """Return the verdicts on agreements, each with a line on what it is and from where it is looked at."""
    if not agreements:
        return Text("no agreement: --file names a file, and packs bring theirs in the folder `agreements`", style="dim")
    parts: list[RenderableType] = []
    for agreement in agreements:
        own = [verdict for verdict in verdicts if verdict.agreement == agreement.id]
        parts += [*head(agreement, view), _table(agreement, own, pack), Text("")]
    return Group(*parts, Text(_LEGEND, style="dim"))


def head(agreement: Agreement, view: View) -> list[Text]:
    """Return what an agreement is, and from where it is looked at."""
    seen = [f"as of {view.as_of}"]
    seen += [f"{word} by {day}" for word, day in (("known", view.known_by), ("recorded", view.recorded_by)) if day]
    seen += [] if view.judged else ["without judgements"]
    seen.append("every claim" if view.chains == 1 else f"{view.chains} independent chains")
    kind = f"{agreement.kind}, version {agreement.version}, {agreement.form}{'' if agreement.complete else ', not complete'}"
    return [Text.assemble((clean(agreement.id), "bold"), "  ", clean(agreement.name)), Text(f"{kind} · {' · '.join(seen)}", style="dim")]


def _table(agreement: Agreement, verdicts: list[Verdict], pack: Pack) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", show_edge=False, pad_edge=False)
    table.add_column("term", style="cyan", no_wrap=True)
    for title in ("asks", "of", "in force", "says", "for", "against"):
        table.add_column(title, justify="right" if title in {"for", "against"} else "left", overflow="fold")
    for term in agreement.terms:
        before: tuple[str | None, ...] = ()
        for verdict in alike([each for each in verdicts if each.term == term.id]):
            now = (verdict.obligor,)
            asks = Text("") if before else asked(term, agreement)
            who = "" if before == now else named(verdict.obligor, pack)
            counts = (str(len(ids) or "") for ids in (verdict.own.for_, verdict.own.against))
            table.add_row("" if before else term.id, asks, who, _force(verdict), word_of(verdict), *counts)
            before = now
    return table


def alike(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return verdicts on a term with those as one that differ in nothing but the reading."""
    out: list[Verdict] = []
    for who in dict.fromkeys(each.obligor for each in verdicts):
        own = [each for each in verdicts if each.obligor == who]
        same = all(replace(each, reading=None) == replace(own[0], reading=None) for each in own)
        out += [replace(own[0], reading=None)] if same else own
    return out


def named(actor: str | None, pack: Pack) -> str:
    """Return the neutral name of an actor, or that the text names nobody."""
    known = pack.actors.get(actor or "")
    return "nobody named" if actor is None else clean(known.name if known else actor)


def asked(term: Term, agreement: Agreement) -> Text:
    """Return what a term asks, in words."""
    return Text.assemble((MOODS[term.mood], "bold"), ": ", clean((acts() | agreement.acts)[term.act]))


def _force(verdict: Verdict) -> Text:
    return Text(verdict.in_force + "*" * bool(verdict.force.unconfirmed), style="" if verdict.in_force == "yes" else "dim")


def word_of(verdict: Verdict) -> Text:
    """Return a verdict as a word, with its state and reading; a point where there is no word."""
    reading = f"\n  as {clean(verdict.reading)}" if verdict.reading else ""
    if verdict.in_force not in {"yes", "ended", "disputed"}:
        return Text(f"·{reading}", style="dim")
    value, excused = verdict.found.value, ", excused" * verdict.excused
    marks = "*" * bool(verdict.found.unconfirmed) + "±" * (not verdict.firm)
    word = value.value if verdict.value else f"({value.value})"
    return Text.assemble((f"{word}{marks}", STYLES[value]), (f" {verdict.state}{excused}{reading}", "dim"))

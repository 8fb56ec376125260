"""Why a verdict is what it is: its claims in the order of their days, for and against, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, chain, quoted
from reportedly.cli.views.truce import STYLES, asked, named
from reportedly.model.pack import Pack
from reportedly.query import one
from reportedly.store import Ledger
from reportedly.truce.agreement import Agreement
from reportedly.truce.found import Found
from reportedly.truce.history import Word
from reportedly.truce.verdict import Verdict

History = list[tuple[str, Word]]
_SHOWN = 12
_QUOTE = 160


def why(ledger: Ledger, agreement: Agreement, verdicts: Sequence[tuple[Verdict, History]], pack: Pack) -> RenderableType:
    """Return verdicts with everything that they rest on, each with its history."""
    known: dict[str, Row] = {}
    terms = {term.id: term for term in agreement.terms}
    parts: list[RenderableType] = [Text.assemble((clean(agreement.id), "bold"), "  ", clean(agreement.name)), Text("")]
    for verdict, days in verdicts:
        title = Text.assemble(
            (verdict.term, "cyan"), "  ", (named(verdict.obligor, pack), "bold"), "  ", asked(terms[verdict.term], agreement)
        )
        if verdict.reading:
            title.append(f"  reading: {clean(verdict.reading)}", style="dim")
        parts += [title, Padding(Group(*_grounds(ledger, verdict, known), _line(days)), (0, 0, 1, 2))]
    return Group(*parts, Text("* nobody has confirmed that this claim bears on it: `truce confirm` and `truce strike`", style="dim"))


def _line(days: History) -> Text:
    """Return the days on which the words changed, on one line."""
    parts = []
    for day, (force, state, value) in days:
        words = f"{value}, {state}" if value and force != "disputed" else f"({value}), {state}" if value else force
        parts.append(f"{day} {words}")
    return Text.assemble(("history  ", "dim"), " → ".join(parts))


def _grounds(ledger: Ledger, verdict: Verdict, known: dict[str, Row]) -> list[RenderableType]:
    value = verdict.found.value
    told = value.value if verdict.value else f"if in force: {value.value}" if verdict.if_in_force else "no verdict"
    more = [f"state: {verdict.state}", f"in force: {verdict.in_force}"]
    more += ["excused"] * verdict.excused + ["depends on the reading"] * (not verdict.firm)
    if verdict.bare.value is not value:
        more.append(f"before its exception: {verdict.bare.value.value}")
    if verdict.guarantor:
        more.append(f"guarantor: {clean(verdict.guarantor)}")
    style = STYLES[value] if verdict.value or verdict.if_in_force else "dim"
    lines: list[RenderableType] = [Text.assemble((told, style), (f"  {' · '.join(more)}", "dim"))]
    lines += _claims(ledger, "", verdict.own, known)
    lines += _claims(ledger, "hangs on: ", _only(verdict.trigger, verdict.own), known)
    lines += _claims(ledger, "excuse: ", _only(verdict.found, verdict.own, verdict.trigger), known)
    lines += _claims(ledger, "in force: ", verdict.force, known)
    return lines


def _only(found: Found, *others: Found) -> Found:
    """Return a value with what it rests on that none of the others rests on."""
    told = [each.for_ | each.against for each in others]
    lacks = found.missing.difference(*(each.missing for each in others))
    return replace(found, for_=found.for_.difference(*told), against=found.against.difference(*told), missing=lacks)


def _claims(ledger: Ledger, about: str, found: Found, known: dict[str, Row]) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2))
    for style in ("dim", "", "", ""):
        table.add_column(style=style, overflow="fold")
    rows = [(_held(ledger, claim, known), sign) for sign, ids in (("for", found.for_), ("against", found.against)) for claim in sorted(ids)]
    rows.sort(key=lambda pair: (_day(pair[0]), pair[0]["id"]))
    for claim, sign in rows[:_SHOWN]:
        mark = "*" if claim["id"] in found.unconfirmed else ""
        words = Text.assemble(quoted(claim["quote"], _QUOTE), (f"\n{chain(claim)} · {claim['id']}", "dim"))
        table.add_row(_day(claim), f"{about}{sign}{mark}", words)
    out: list[RenderableType] = [table] if rows else []
    if len(rows) > _SHOWN:
        out.append(Text(f"and {len(rows) - _SHOWN:,} more: --json gives all", style="dim"))
    return out + [Text.assemble((f"{about}missing  ", "dim"), clean(lack)) for lack in sorted(found.missing)]


def _held(ledger: Ledger, claim: str, known: dict[str, Row]) -> Row:
    if claim not in known:
        known[claim] = one(ledger, claim)
    return known[claim]


def _day(claim: Row) -> str:
    return str(claim["valid"]["begin"] or claim["valid"]["until"] or claim["asserted"] or claim["doc"]["published"] or "no day")

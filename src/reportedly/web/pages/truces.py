"""Truces: per agreement, what claims come to of each term for each who owes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.query import truce_evidence
from reportedly.truce.acts import acts
from reportedly.truce.agreement import Agreement
from reportedly.truce.load import agreements_of
from reportedly.truce.rows import verdict_row
from reportedly.truce.verdict import Verdict, check
from reportedly.web.ask import Ask
from reportedly.web.page import Answer, Page, cells
from reportedly.web.pages.shared import cut

_COLUMNS = (
    "agreement",
    "term",
    "obligor",
    "reading",
    "mood",
    "act",
    "in_force",
    "state",
    "value",
    "if_in_force",
    "for",
    "against",
    "missing",
)
_MOODS = {"must": "must", "must_not": "must not", "may": "may", "declares": "is declared"}


def build(ask: Ask) -> Answer:
    """Return the verdicts, a row for each term, obligor and reading; ``agreement`` chooses one text."""
    every = agreements_of(ask.site.packs, ask.site.pack)
    wanted = ask.given.get("agreement")
    chosen = tuple(each for each in every if wanted in {None, each.id})
    asked = ask.view

    def make() -> list[Verdict]:
        evidence = truce_evidence(ask.ledger, chosen, ask.site.pack, asked.recorded_by, known=every, judged=asked.judged)
        return list(check(chosen, evidence, asked))

    found = ask.kept(("truces", tuple(each.id for each in chosen), asked), make)
    told = {"as_of": asked.as_of, "known_by": asked.known_by, "recorded_by": asked.recorded_by, "chains": asked.chains, "total": len(found)}
    if ask.form != "html":
        rows, following = cut(ask, found)
        return Answer([verdict_row(each) for each in rows], told=told, next=following)
    texts = [_text(each, [row for row in found if row.agreement == each.id], ask.site.pack.actors) for each in chosen]
    return Answer([], {"view": asked, "texts": texts, "every": every})


def _text(agreement: Agreement, verdicts: Sequence[Verdict], actors: Mapping[str, Any]) -> dict[str, Any]:
    """Return an agreement for the template: its stages, in each its terms, in each a line for each verdict."""
    words = acts() | agreement.acts
    stages = [
        {
            "name": stage.id,
            "terms": [
                {
                    "id": term.id,
                    "asks": f"{_MOODS[term.mood]}: {words[term.act]}",
                    "lines": [_line(row, actors) for row in verdicts if row.term == term.id],
                }
                for term in stage.terms
            ],
        }
        for stage in agreement.stages
    ]
    return {"agreement": agreement, "stages": stages}


def _line(row: Verdict, actors: Mapping[str, Any]) -> dict[str, Any]:
    told = row.in_force in {"yes", "ended", "disputed"}
    known = actors.get(row.obligor or "")
    return {
        "who": known.name if known else row.obligor or "nobody named",
        "reading": row.reading,
        "in_force": row.in_force,
        "state": row.state,
        "word": row.found.value.value if told else None,
        "if": row.value is None,
        "unconfirmed": bool(row.found.unconfirmed),
        "firm": row.firm,
        "excused": row.excused,
        "for": sorted(row.found.for_),
        "against": sorted(row.found.against),
        "missing": sorted(row.found.missing),
    }


PAGE = Page(
    "truces",
    "/truces",
    "Truces",
    "Per agreement and term, what claims come to: kept, breached, disputed or unknown, and what is missing. No word where nobody is bound.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("agreement", "as_of", "known_by", "recorded_by", "lens", "limit", "after"),
    asks={"agreement": "Id of an agreement of the packs; all where none is given."},
)

"""Why a claim was drawn."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid

_STANCES = {"trigger": "fixed by the rule", "frame": "fixed by the frame", "clause": "read from the clause", "given": "as it was coded"}


def why(told: Row) -> RenderableType:
    """Return an explanation as a small table: the rule, the word that evoked it, the words of every role, and the score."""
    table = grid("!dim", "")
    for name, value in reasons(told):
        table.add_row(clean(name), Text(clean(value)))
    return table


def reasons(told: Row) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of an explanation, each with its name."""
    at = f" ({told['at']})" if told["at"] else ""
    trigger = told["trigger"]
    yield "rule", f"{told['rule']}{at}"
    yield "evoked by", f"{_words(trigger)}, a {trigger['kind']}"
    for met in told["conditions"]:
        yield "asked for", f"{_words(met)}, in the slot {met['slot']}"
    for role in told["roles"]:
        yield role["role"], _filled(role)
    yield "stance", _STANCES[told["stance"]]
    if told["steps"]:
        yield "then", ", ".join(told["steps"])
    yield "score", " times ".join(f"{part['part']} {part['value']:.2f}" for part in told["score"])


def _filled(role: Row) -> str:
    if role["slot"] is None:
        return f"{_words(role)}, from the words around"
    head = role["head"]
    by = "" if head is None or (role["start"] <= head["start"] and head["end"] <= role["end"]) else f", by way of {_words(head)}"
    return f"{_words(role)}, in the slot {role['slot']}{by}"


def _words(found: Row) -> str:
    return f"“{clean(found['words'])}” [{found['start']}, {found['end']})"

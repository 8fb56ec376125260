"""The pieces that views are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.text import excerpt

Row = Mapping[str, Any]

QUOTE = 240
"""Characters of a quotation that are shown."""

_BAR, _NAME = 30, 50


def grid(*styles: str, padding: tuple[int, int] = (0, 2)) -> Table:
    """Return a table without lines or header; each column has a style, ``>`` before it sets it right, ``!`` keeps it on one line."""
    table = Table.grid(padding=padding, expand=False)
    for style in styles:
        right, whole = style.startswith(">"), "!" in style
        justify = "right" if right else "left"
        table.add_column(style=style.lstrip(">!"), justify=justify, no_wrap=whole, overflow="fold")  # type: ignore[arg-type]
    return table


def quoted(words: str | None, limit: int = QUOTE) -> Text:
    """Return the exact words between quotation marks, on one line, cut where they are long."""
    if words is None:
        return Text("(the words were redacted)", style="dim")
    return Text(f"“{excerpt(clean(words), limit)}”", style="italic")


def chain(claim: Row) -> str:
    """Return the chain of a claim from the page inward."""
    hops = [clean(hop) for hop in claim["chain"]] or [clean(claim["speaker"]["name"])]
    unnamed = " (unnamed)" if claim["speaker"]["anonymous"] else ""
    return " → ".join(hops) + unnamed


def about(claim: Row) -> str:
    """Return what a claim says of place, time and figure, and how firmly, on one line."""
    parts = []
    if claim["hedge"]:
        parts.append(f"hedged: {clean(claim['hedge'])}")
    if claim["places"]:
        parts.append("at " + ", ".join(map(clean, claim["places"])))
    if claim["valid"]["edtf"]:
        parts.append(days(claim["valid"]["begin"], claim["valid"]["until"]))
    parts += [figure(found) + (" (computed)" if found["derived"] else "") for found in claim["figures"]]
    return " · ".join(parts)


def days(begin: str | None, until: str | None) -> str:
    """Return an interval in words."""
    if begin == until:
        return f"on {begin}"
    return " ".join(part for part in (f"from {begin}" if begin else "", f"until {until}" if until else "") if part)


def figure(found: Row) -> str:
    """Return a figure with operator, unit and denominator, as it was given."""
    sign = "" if found["op"] == "=" else f"{found['op']} "
    low, high, value = found["low"], found["high"], found["value"]
    amount = f"{sign}{number(value)}" if value is not None else f"{number(low)} to {number(high)}"
    of = f" of {clean(found['denominator'])}" if found["denominator"] else ""
    return f"{amount} {clean(found['unit'])}{of}"


def number(value: float | None) -> str:
    """Return a number without a fraction that it does not have; unknown is a question mark."""
    return "?" if value is None else f"{value:,.10g}"


def stance(claim: Row) -> Text:
    """Return the stance, which is the same colour whoever's it is."""
    return Text(clean(claim["stance"]), style="cyan")


def name(path: str) -> str:
    """Return the last part of a path, for where there is no room for all of it."""
    return clean(path.rpartition("/")[2] or path)


def bars(counts: Iterable[tuple[str, int]]) -> Table:
    """Return counts by name with a bar each, the longest full."""
    rows = list(counts)
    most = max((count for _, count in rows), default=1)
    table = grid("!", ">!", "dim")
    for title, count in rows:
        table.add_row(excerpt(clean(title), _NAME), f"{count:,}", "▇" * max(1, round(_BAR * count / most)))
    return table


def named(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"

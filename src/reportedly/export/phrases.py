"""What rows of the contract say, in a few neutral words: for the terminal and for pages alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.text import clean

Row = Mapping[str, Any]
_VOICES = 3


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


def bounds(op: str, value: float | None, low: float | None, high: float | None) -> str:
    """Return a number with its operator, or its bounds where it has none, as it was given."""
    if value is not None:
        return f"{'' if op == '=' else f'{op} '}{number(value)}"
    return f">= {number(low)}" if high is None else f"{number(low)} to {number(high)}"


def number(value: float | None) -> str:
    """Return a number without a fraction that it does not have; unknown is a question mark."""
    return "?" if value is None else f"{value:,.10g}"


def name(path: str) -> str:
    """Return the last part of a path, for where there is no room for all of it."""
    return clean(path.rpartition("/")[2] or path)


def named(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def became(before: str | None, after: str | None, by: Sequence[str] = ()) -> str:
    """Return what something was and what it is; where that is the same, on whose word it is now told, too."""
    if before == after:
        return f"still {after}; now also by {', '.join(by[:_VOICES])}{' and others' if len(by) > _VOICES else ''}"
    return " → ".join(part for part in (before, after or "no longer told") if part)

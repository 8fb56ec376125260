"""One page per drawn claim, for the person who judges it: the words in their text, and all that was said of them."""

from __future__ import annotations

from typing import cast

from tools.runs import Row

BEFORE, AFTER = 500, 250
"""Code points shown around a claim: its own sentence, and those before it that a pronoun may go back to."""

_TOLD = ("speaker", "chain", "stance", "hedge", "own", "valid", "asserted", "places", "figures", "about", "method", "score")


def part(row: Row, name: str) -> Row:
    """Return the object that a field holds, an empty one where it holds none."""
    held = row.get(name)
    return held if isinstance(held, dict) else {}


def claims_of(document: Row) -> list[Row]:
    """Return the claims of a document, none where it could not be read."""
    return cast("list[Row]", document.get("claims") or [])


def span(row: Row) -> tuple[int, int]:
    """Return where something begins and ends, in code points; both 0 where it stands nowhere."""
    return cast("int", row.get("start") or 0), cast("int", row.get("end") or 0)


def around(text: str, start: int, end: int) -> str:
    """Return the words of a claim in doubled square brackets, in what stands around them."""
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", " ")


def argument(role: str, held: Row, text: str) -> str:
    """Return one argument as a line: its role, who or what it was taken to be, the words."""
    start, end = span(held)
    return f"    {role}: {held.get('name')} <{held.get('actor') or held.get('place')}> = '{text[start:end]}'"


def beside(document: Row, claim: Row) -> list[str]:
    """Return the other claims that share words with a claim, so that one told twice is seen."""
    start, end = span(claim)
    near = (c for c in claims_of(document) if c["id"] != claim["id"] and span(c)[0] < end and start < span(c)[1])
    return [f"    beside: {c['type']}/{c['frame']} {c['stance']}: {c['gloss']}" for c in near]


def page(number: int, document: Row, claim: Row) -> str:
    """Return the page of a claim, with its number in the draw."""
    doc, text, arguments = part(document, "doc"), str(document["text"]), part(claim, "args")
    published = part(doc, "published").get("value")
    lines = [
        f"=== {number} · {part(doc, 'publisher').get('id')} · {published} · {doc.get('path')} · {claim['id']}",
        f"title: {doc.get('title')}",
        f"text: {around(text, *span(claim))}",
        f"claim: {claim['type']}/{claim['frame']}: {claim['gloss']}",
        *(argument(role, part(arguments, role), text) for role in arguments),
        *(f"    {name}: {claim.get(name)}" for name in _TOLD),
        *beside(document, claim),
        "cause:",
        "",
    ]
    return "\n".join(lines)

"""The text of an article that a page holds for programs alone: its own are to fill a shell with it, and none of them is run."""

from __future__ import annotations

from dataclasses import replace

from reportedly.errors import ReadError
from reportedly.read.htmlseen import visible
from reportedly.read.htmltext import Block, Visible, parse

_LEAST = 250
"""Characters from which on such a text is one."""
_TIMES = 5
"""How many times longer it must be than the prose that the page shows."""
_TAGS = ("body", "article", "p")


def with_told(seen: Visible, body: str) -> tuple[Visible, str | None]:
    """Return what is seen of a page with the text for programs behind it, and that text; None for it where the page shows its own."""
    if len(body) < max(_LEAST, _TIMES * seen.prose()):
        return seen, None
    told = _plain(body)
    if len(told) < _LEAST:
        return seen, None
    text, blocks = seen.text, list(seen.blocks)
    for line in filter(None, (line.strip() for line in told.split("\n"))):
        text += f"\n\n{line}" if text else line
        blocks.append(Block(len(text) - len(line), len(text), _TAGS, "", path=(0, 0, 0)))
    return replace(seen, text=text, blocks=blocks), told


def _plain(body: str) -> str:
    """Return a text without its tags, where it has any."""
    if "<" not in body:
        return body
    try:
        return visible(parse(body)).text
    except ReadError:
        return body

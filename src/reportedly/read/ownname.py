"""Titles that files give themselves: programs write all kinds of things there."""

from __future__ import annotations

from reportedly.text import fold, words

_HEAD = 2_000  # characters of a text in which its title stands


def title_in(text: str, title: str | None) -> str | None:
    """Return the title that a file gives itself where its text begins with those words, too; None where it does not."""
    wanted = words(title or "")
    head = " ".join(words(text[:_HEAD]))
    return fold(title or "") if wanted and f" {' '.join(wanted)} " in f" {head} " else None

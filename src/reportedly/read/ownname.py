"""Titles that files give themselves: programs write all kinds of things there."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Metadata
from reportedly.text import fold, words

_HEAD = 2_000  # characters of a text in which its title stands


def with_own_title(given: Metadata, text: str, title: str | None) -> Metadata:
    """Return ``given`` with the title that a file gives itself where it lacks one, if the text begins with it, too."""
    own = None if given.title else title_in(text, title)
    return given if own is None else replace(given, title=own, origins=(*given.origins, ("title", "file")))


def title_in(text: str, title: str | None) -> str | None:
    """Return the title that a file gives itself where its text begins with those words, too; None where it does not."""
    wanted = words(title or "")
    head = " ".join(words(text[:_HEAD]))
    return fold(title or "") if wanted and f" {' '.join(wanted)} " in f" {head} " else None

"""What a row says, in words: what is read aloud of a mark, and shown to who points at it."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.export.contract import Json
from reportedly.export.phrases import named
from reportedly.text import clean, excerpt

_NAMES, _LONG = 3, 60


def told(row: Json) -> str:
    """Return the sentences that tell a row of control, of a road or of a siege: who says what of whom, and since when."""
    name = clean(row["name"])
    if row["what"] == "control":
        return f"{name}: {row['state']}. " + " ".join(map(_holder, row["holders"]) if row["holders"] else ["Nobody is named last."])
    return f"{name}: {row['what']}, {row['state']}. " + " ".join(map(_word, row["words"]))


def _holder(holder: Json) -> str:
    how = {"part": " (a part)", "both": " (all or a part)"}.get(holder["extent"], "")
    against = f"; {named(len(holder['against']), 'claim')} against" if holder["against"] else ""
    return f"{_called(holder['name'])}{how} holds it, on the word of {names(holder['by'])}; last {holder['last']}{against}."


def _word(word: Json) -> str:
    by = f", naming {names(word['actors'])}" if word["actors"] else ""
    against = f"; {named(len(word['against']), 'claim')} against" if word["against"] else ""
    return f"{word['says'].capitalize()}{by}, on the word of {names(word['by'])}; last {word['last']}{against}."


def names(found: Iterable[str]) -> str:
    """Return names as a text of bounded length."""
    every = [_called(name) for name in found]
    more = f" and {len(every) - _NAMES} more" if len(every) > _NAMES else ""
    return ", ".join(every[:_NAMES]) + more if every else "nobody named"


def _called(name: str) -> str:
    return excerpt(clean(name), _LONG)

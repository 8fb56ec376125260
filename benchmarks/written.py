"""The text of an invented document: sentences, the names that stand in them, and whose words they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Told = tuple[str, dict[str, Any]]
"""A table, and the values of a row of it."""


class Text:
    """A text as it grows, with the names that stand in it and whose words its sentences are."""

    def __init__(self, number: int) -> None:
        self._number, self.told = number, ""
        self._named: list[tuple[int, int, str | None, str, str]] = []
        self._said: list[dict[str, Any]] = []

    def add(
        self, frame: str, args: list[list[Any]], place: int, who: tuple[str, str | None] | None, words: tuple[str, str]
    ) -> tuple[int, int, tuple[int, int]]:
        """Add a sentence, and return its offsets and those of its verb; fillers are told where they stand."""
        start, ordinal = len(self.told), len(self._said)
        doers: list[dict[str, Any]] = [filler for _, filler in args if filler["actor"]]
        word, label = words
        self._name(doers[0], label) if doers else self._say("It was said that they")
        at = self._say(f" {word}")
        for filler in doers[1:]:
            self._say(" with")
            self._name(filler, " " + label)
        end = self._say(f" the positions near Place {place} in the course of these days, {frame.replace('-', ' ')}")[1]
        if who is not None:
            spot = self._say(f", {who[0]}")
            self._named.append((spot[0] + 2, spot[1], who[1], who[0], who[0]))
            cue = self._say(" said")
            quoted = "direct" if not (self._number + ordinal) % 10 else "indirect"
            offsets = {"content": [start, end], "cue": [cue[0] + 1, cue[1]], "source": [spot[0] + 2, spot[1]]}
            told = {"id": f"a:{ordinal}", "kind": quoted, "speech": True, "parent": None, "speaker": who[1], "speaker_name": who[0]}
            self._said.append(told | {"anonymous": False, "score": 0.9} | {name: json.dumps([span]) for name, span in offsets.items()})
        else:
            self._said.append({})
        self._say(".\n")
        return start, end, (at[0] + 1, at[1])

    def _say(self, words: str) -> tuple[int, int]:
        start = len(self.told)
        self.told += words
        return start, len(self.told)

    def _name(self, filler: dict[str, Any], label: str) -> None:
        words = label.format(n=filler["actor"].rpartition("-")[2])
        start, end = self._say(words)
        start += len(words) - len(words.lstrip())
        filler["start"], filler["end"] = start, end
        self._named.append((start, end, filler["actor"], filler["name"], words.strip()))

    def mentions(self) -> Iterator[Told]:
        """Yield the rows of names and of whose words there are."""
        for ordinal, (start, end, actor, name, label) in enumerate(self._named):
            yield "actor_mention", {"reading": self._number, "ordinal": ordinal, "start": start, "end": end, "actor": actor, "name": name,
                                    "label": label, "kind": None}  # fmt: skip
        for ordinal, said in enumerate(said for said in self._said if said):
            yield "attribution", {"reading": self._number, "ordinal": ordinal, **said}

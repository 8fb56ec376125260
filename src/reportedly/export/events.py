"""Which claims tell an event in the terms of event datasets, and as what: the table of ``events.yaml``, read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from reportedly.export.tally import Json
from reportedly.model.claim import SAYING

MEANS, WORDS, TAKER = "by means", "by words", "by taker"
NO_EVENT = "what it says is no event of this dataset"
NOT_TOLD = "it does not tell by what means, or against whom"
NOT_SAID = "its speaker does not say that it happened"
_SPEAKER = "@speaker"
_ARMED = frozenset({"state", "government", "armed-force", "armed-group", "coalition", "alliance"})
_STATE = frozenset({"state", "government", "armed-force"})


@dataclass(frozen=True, slots=True)
class Means:
    """Words that tell by what means something was done, and what that is called; an empty name leaves it open."""

    words: re.Pattern[str]
    type: str | None
    sub: str | None
    mode: str


@dataclass(frozen=True, slots=True)
class Table:
    """The table: frame -> how each dataset has it, and what its words mean."""

    frames: dict[str, dict[str, list[Any]]]
    means: tuple[Means, ...]
    civilians: re.Pattern[str]
    disorder: dict[str, str]
    verbal: frozenset[str]
    quads: dict[str, str]


@cache
def events() -> Table:
    """Return the table as it ships."""
    read = yaml.safe_load(files("reportedly.export").joinpath("events.yaml").read_text(encoding="utf-8"))
    means = tuple(Means(_words(words), *names) for words, *names in read["means"])
    quads = {event: quad for quad, found in read["quads"].items() for event in found}
    return Table(read["frames"], means, _words(read["civilians"]), read["disorder"], frozenset(read["verbal"]), quads)


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def means_of(row: Json) -> Means | None:
    """Return by what means a claim tells something to be done; None where its words tell none."""
    return next((found for found in events().means if found.words.search(row["gloss"])), None)


def said(row: Json, *more: str) -> bool:
    """Say whether the speaker of a claim says that it happened."""
    return row["stance"] in SAYING or row["stance"] in more


def parties(row: Json, role: str | None) -> list[Json]:
    """Return who fills a role, or, where several do, all of them: name, actor's id and kind."""
    if role is None:
        return []
    named = {} if role == _SPEAKER else row["args"]
    found = [told for name, told in named.items() if re.sub(r"_\d+$", "", name) == role] or [row["speaker"]] * (role == _SPEAKER)
    return [{"name": one["name"], "actor": one["actor"], "kind": row["actor_kinds"].get(one["actor"])} for one in found]


def two_sides(row: Json, first: str | None, second: str | None) -> tuple[list[Json], list[Json]]:
    """Return who stands on each side; of one role that several fill the first stands on one, the others on the other."""
    if first == second:
        found = parties(row, first)
        return found[:1], found[1:]
    return parties(row, first), parties(row, second)


def are_civilians(sides: list[Json]) -> bool:
    """Say whether those on a side are civilians, by their kind or by the words for them."""
    return any(one["kind"] == "population" or events().civilians.search(one["name"]) for one in sides)


def are_armed(sides: list[Json]) -> bool:
    """Say whether one of those on a side bears arms, by its kind."""
    return any(one["kind"] in _ARMED for one in sides)


def takes_over(sides: list[Json]) -> str | None:
    """Return what ACLED calls it where those on a side take a place; None where it is not known what they are."""
    kinds = {one["kind"] for one in sides} - {None}
    if not kinds:
        return None
    return "Government regains territory" if kinds <= _STATE else "Non-state actor overtakes territory"


def joined(sides: list[Json], key: str = "name") -> str:
    """Return the names of a side, or another field of theirs."""
    return "; ".join(one[key] for one in sides if one[key])

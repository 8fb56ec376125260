"""One run of the program over the invented example, and every figure that its gold gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from reportedly import example
from reportedly.adding import add
from reportedly.model import Attribution, Claim, Reading
from reportedly.model.pack import Place
from reportedly.packs import load_packs
from reportedly.pipeline import Settings, annotate
from reportedly.store import Ledger
from tests.quality import gold, scoring
from tests.quality.names import Same, same_speaker

T = TypeVar("T")
Measured = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Example:
    """The example as its ledger gives it back: readings by the name of their document in the gold."""

    ledger: Ledger

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Every document with its layers."""
        view = self.ledger.view()
        return {name(document.path): view.reading(document.id) for document in list(view.documents())}

    @cached_property
    def linked(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that are said to contradict each other."""
        return frozenset(frozenset((found.a, found.b)) for found in self.ledger.view().contradictions() if not found.look_alike)

    @cached_property
    def labels(self) -> dict[frozenset[str], str]:
        """What pairs of documents are said to share."""
        names = {reading.document.id: known for known, reading in self.readings.items()}
        return {frozenset((names[found.a], names[found.b])): found.label for found in self.ledger.view().reprints()}


def name(path: str) -> str:
    """Return the name that the gold knows a document by: that of its file, and the number of its row."""
    return path.rpartition("/")[2]


@contextmanager
def filled(folder: Path) -> Iterator[Example]:
    """Add the example to a new ledger in ``folder``.

    Raises:
        ValueError: a document could not be read, so that nothing can be measured.
    """
    with Ledger.open(str(folder / "example.db")) as ledger:
        summary = add(example.documents(), ledger, Settings(packs=(example.pack(),)))
        if summary.failures:
            raise ValueError("; ".join(f"{failure.path}: {failure.message}" for failure in summary.failures))
        yield Example(ledger)


def measure(run: Example) -> Measured:
    """Return every figure: ``development`` and ``held-out`` for what the gold parts, ``all`` for what it does not.

    ``rules alone`` is what the attributions of both parts are without the model.
    """
    folder, same = example.folder() / "gold", same_speaker(load_packs((example.pack(),)))
    texts = {known: reading.document.text for known, reading in run.readings.items()}
    claims, attributions = gold.claims(folder, texts), gold.attributions(folder)
    halves = {
        half: _scores(run, _part(claims, held_out=held_out), _part(attributions, held_out=held_out), same)
        for half, held_out in (("development", False), ("held-out", True))
    }
    alone = _named("attributions", scoring.attributions(attributions, _told(rules_alone()), same))
    return halves | {"rules alone": dict(alone), "all": _links(run, gold.reprints(folder), gold.pairs(folder, texts))}


def rules_alone() -> dict[str, Reading]:
    """Return the example read without the model of attributions."""
    settings = Settings((example.pack(),), ("actors", "attributions"), model=None)
    found = annotate(example.documents(), settings)
    return {name(reading.document.path): reading for reading in found if isinstance(reading, Reading)}


def _told(readings: Mapping[str, Reading]) -> dict[str, tuple[Attribution, ...]]:
    return {doc: reading.attributions or () for doc, reading in readings.items()}


def _part(coded: Mapping[str, T], *, held_out: bool) -> dict[str, T]:
    return {doc: found for doc, found in coded.items() if gold.held_out(doc) is held_out}


def _scores(
    run: Example, claims: Mapping[str, list[gold.GoldClaim]], attributions: Mapping[str, list[gold.GoldAttribution]], same: Same
) -> dict[str, float]:
    known = load_packs((example.pack(),)).places
    drawn = {doc: [neutral(claim, known) for claim in reading.claims or ()] for doc, reading in run.readings.items()}
    return dict(_named("claims", scoring.claims(claims, drawn, same))) | dict(
        _named("attributions", scoring.attributions(attributions, _told(run.readings), same))
    )


def neutral(claim: Claim, known: Mapping[str, Place]) -> Claim:
    """Return ``claim`` with its places by the names of the pack, as the gold has them, where it holds them by id."""
    return replace(claim, places=tuple(known[one].name for one in claim.place_ids if one in known)) if claim.place_ids else claim


def _links(run: Example, reprints: list[gold.GoldReprint], pairs: list[gold.GoldPair]) -> dict[str, float]:
    drawn = {doc: reading.claims or () for doc, reading in run.readings.items()}
    found = dict(_named("contradictions", scoring.contradictions(pairs, drawn, run.linked)))
    for label in ("reprint", "shares-passage"):
        found |= dict(_named(label, scoring.reprints(reprints, run.labels, label)))
    return found


def _named(measure: str, figures: Mapping[str, float]) -> Iterable[tuple[str, float]]:
    return ((f"{measure}.{figure}", value) for figure, value in figures.items())

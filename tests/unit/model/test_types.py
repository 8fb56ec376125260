"""What holds for every entity: it is frozen, slotted, equal by value, and travels between processes."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from reportedly import model
from reportedly.model import (
    Attribution,
    Claim,
    Contradiction,
    Document,
    Failure,
    Figure,
    HeldClaim,
    Reading,
    Reprint,
    Segment,
    Span,
    Speaker,
)

ENTITIES = [kind for name in model.__all__ if dataclasses.is_dataclass(kind := getattr(model, name))]

DOCUMENT = Document("sha256:00", "a.txt", "Closed.", b"Closed.", segments=(Segment("body", 0, 7),))
ATTRIBUTION = Attribution("attribution:1", "direct", content=(Span(0, 7),))
CLAIM = Claim(
    id="claim:1",
    start=0,
    end=7,
    type="route",
    frame="closed",
    gloss="The bridge is closed",
    args=(),
    stance="asserts",
    speaker=Speaker("the mayor"),
    chain=("a.txt", "the mayor"),
    own=False,
    proposition="p:1",
    figures=(Figure(2.0, "=", "bridges"),),
)
EXAMPLES = [
    Reading(DOCUMENT, attributions=(ATTRIBUTION,), claims=(CLAIM,)),
    Failure("b.txt", "R201", "nothing in it"),
    Contradiction("x:1", "route", "claim:1", "claim:2", "one says open"),
    HeldClaim(CLAIM, DOCUMENT.id, DOCUMENT.path, None, None),
    Reprint("sha256:00", "sha256:01", "reprint", 1.0),
]


@pytest.mark.parametrize("kind", ENTITIES)
def test_entities_are_frozen_and_slotted(kind: type) -> None:
    parameters = getattr(kind, "__dataclass_params__")  # noqa: B009 - no type stub names it
    assert parameters.frozen
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize("example", EXAMPLES)
def test_entities_travel_between_processes_and_stay_equal(example: object) -> None:
    received = pickle.loads(pickle.dumps(example))  # noqa: S301 - our own bytes
    assert received == example
    assert received is not example


def test_public_names_are_listed_in_order() -> None:
    assert model.__all__ == sorted(model.__all__, key=lambda name: (not name.isupper(), name))

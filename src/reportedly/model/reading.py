"""A document with its layers, carried from mark to record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportedly.model.attribution import Attribution
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.grounded import ActorMention, PlaceMention, TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was found in it. A layer is set once, by the pipeline; None means not looked for.

    Attributes:
        withheld: claims whose score is under the threshold of their type; they are counted, and are in no ledger.
    """

    document: Document
    attributions: tuple[Attribution, ...] | None = None
    times: tuple[TimeExpression, ...] | None = None
    places: tuple[PlaceMention, ...] | None = None
    actors: tuple[ActorMention, ...] | None = None
    claims: tuple[Claim, ...] | None = None
    withheld: tuple[Claim, ...] = field(default=(), compare=False)

    def with_layer(self, name: str, value: tuple[object, ...]) -> Reading:
        """Return this reading with one more layer.

        Raises:
            ValueError: the layer was set before; a layer is never changed by a later step.
        """
        if getattr(self, name) is not None:
            message = f"layer {name!r} was set before"
            raise ValueError(message)
        return replace(self, **{name: value})  # type: ignore[arg-type]  # the name decides the type


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: where, the error's stable code, and its words. The batch goes on."""

    path: str
    code: str
    message: str
    ref: str | None = None
    data: bytes | None = None

"""A run: with what the claims of one session of work were drawn."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly import __version__
from reportedly.ids import span_id
from reportedly.store import schema


@dataclass(frozen=True, slots=True)
class Run:
    """Program, model and data that claims were drawn with.

    Attributes:
        program: version of the program.
        model: name and version of the language model, None where none was used.
        codebook, packs: hashes of the codebook and of the packs in force.
    """

    program: str = __version__
    model: str | None = None
    codebook: str | None = None
    packs: str | None = None

    @property
    def id(self) -> str:
        """The run's id: the same program, model and data give the same id on every machine."""
        return span_id("run", self.program, self.model, self.codebook, self.packs)


def run_of(connection: Connection, reading: int, layers: str) -> str | None:
    """Return the run that a reading was made by; of one that an earlier edition recorded, that of its claims; None where it has none."""
    told: str | None = json.loads(layers).get("run")
    return told or connection.scalar(select(schema.claim.c.run).where(schema.claim.c.reading == reading).limit(1))

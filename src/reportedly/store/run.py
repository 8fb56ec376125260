"""A run: with what the claims of one session of work were drawn."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly import __version__
from reportedly.ids import span_id


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

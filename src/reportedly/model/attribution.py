"""An attribution: whose words or thoughts a stretch of text gives."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, each a set of spans, after the scheme of PolNeAR (Newell, Margolin and Ruths 2018).

    Attributes:
        kind: direct, indirect or mixed.
        speech: true for speech and writing, false for belief and intent.
        parent: id of the attribution whose content encloses this one.
        speaker: actor id, where the source resolves to a known actor.
        speaker_name: neutral name where known, else the source's head words; None where there is no source.
        anonymous: the source has no name ("a battlefield source").
    """

    id: str
    kind: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speech: bool = True
    parent: str | None = None
    speaker: str | None = None
    speaker_name: str | None = None
    anonymous: bool = False
    score: float = 0.0

"""The layer of actors: those named, with ids for all, and those taken up without their name."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from reportedly.mark.anaphora import taken_up
from reportedly.mark.identify import identified
from reportedly.mark.register import register
from reportedly.model import ActorMention
from reportedly.model.pack import Pack


def mark_actors(doc: Doc, named: Sequence[ActorMention], pack: Pack) -> tuple[ActorMention, ...]:
    """Return the mentions of actors in text order.

    Args:
        doc: the parse of the document.
        named: the actors named in it, by :func:`reportedly.mark.names.mark_names`, in text order.
        pack: the theatre.
    """
    known = identified(named, pack)
    again = taken_up(doc, known, register(pack).home)
    return tuple(sorted((*known, *again), key=lambda m: (m.start, m.end)))

"""Voice: who makes a claim, in whose words it reached the page, and through which hands."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.claim.context import Context
from reportedly.model import Argument, Attribution, Document, Speaker

UNNAMED = "unnamed source"
AUTHOR = "author of the page"
_HOPS = 8


class Voice(NamedTuple):
    """The speaker of a claim, the chain from the page to them, whether it is the page's own voice, and the attribution's id."""

    speaker: Speaker
    chain: tuple[str, ...]
    own: bool
    attribution: str | None


def page_chain(document: Document) -> tuple[str, ...]:
    """Return the names that stand behind the page itself: publisher, original source, author; each once."""
    meta = document.metadata
    source = meta.original_source.name if meta.original_source else None
    # "Odrin Post" and "Odrin Post English" are one hand, not two
    if source and meta.publisher and (source.startswith(meta.publisher) or meta.publisher.startswith(source)):
        source = None
    names = (meta.publisher, source, *meta.byline)
    return tuple(dict.fromkeys(name for name in names if name)) or (AUTHOR,)


def voice_of(context: Context, at: int, embedded: str | None, speaker: Argument | None) -> Voice:
    """Return the voice of the claim whose trigger stands at character ``at``.

    Args:
        context: the document.
        at: offset of the trigger.
        embedded: speaker of the embedded document or statement that the words stand in, None outside of one.
        speaker: the actor of an act of speech ("X called on Y to …"), who then is the speaker.
    """
    document = context.reading.document
    chain = page_chain(document) + ((embedded,) if embedded else ())
    found = context.attribution_at(at)
    hops = _hops(context, found)
    chain = tuple(dict.fromkeys((*chain, *(_name(a) for a in hops))))
    spoken = context.attribution_by_cue(at) if speaker is not None else None
    if spoken is not None and spoken.speaker_name:
        names = tuple(dict.fromkeys((*chain, spoken.speaker_name)))
        return Voice(Speaker(spoken.speaker_name, spoken.speaker, spoken.anonymous), names, own=False, attribution=spoken.id)
    if speaker is not None:
        if not chain or chain[-1] != speaker.name:
            chain = (*chain, speaker.name)
        return Voice(
            Speaker(speaker.name, speaker.actor, anonymous=speaker.actor is None and speaker.name.islower()),
            chain,
            own=False,
            attribution=found.id if found else None,
        )
    if found is not None:
        return Voice(
            Speaker(_name(found), found.speaker, found.anonymous or not found.speaker_name), chain, own=False, attribution=found.id
        )
    if embedded:
        return Voice(Speaker(embedded), chain, own=False, attribution=None)
    return Voice(own_speaker(context), chain, own=True, attribution=None)


def own_speaker(context: Context) -> Speaker:
    """Return who speaks in the page's own voice: its author, else its publisher, else "author of the page"."""
    meta = context.reading.document.metadata
    source = context.pack.sources.get(meta.publisher_id or "")
    name = meta.byline[-1] if meta.byline else meta.publisher or AUTHOR
    return Speaker(name, source.actor if source and not meta.byline else None)


def _name(attribution: Attribution) -> str:
    return attribution.speaker_name or UNNAMED


def _hops(context: Context, found: Attribution | None) -> list[Attribution]:
    """Return the attributions around a claim, outermost first."""
    by_id = {a.id: a for a in context.reading.attributions or ()}
    out: list[Attribution] = []
    while found is not None and len(out) < _HOPS:
        out.insert(0, found)
        found = by_id.get(found.parent) if found.parent else None
    return out

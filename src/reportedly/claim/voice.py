"""Voice: who makes a claim, in whose words it reached the page, and through which hands."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.claim.context import Context
from reportedly.claim.hands import AUTHOR, EDITOR, author_of, hops, is_editor, is_spoken, lengthened, name_of, page_chain
from reportedly.claim.relays import cue_of
from reportedly.model import Argument, Attribution, Speaker
from reportedly.packs.identity import names_of
from reportedly.parse import text_of

_PROVIDING = frozenset({"call", "provide", "demand", "require", "propose", "envisage", "stipulate"})
_PLANS = frozenset("proposal plan deal draft resolution letter text document statement initiative".split())
_HEARSAY = frozenset("report reports news information rumour rumours rumor rumors account accounts".split())
_NOTICE = 90
_BANNED = ("banned in", "outlawed in", "prohibited in", "forbidden in")
_COUNTING = frozenset("put place report count tally record register document list log estimate number".split())


class Voice(NamedTuple):
    """The speaker of a claim, the chain from the page to them, whether it is the page's own voice, and the attribution's id."""

    speaker: Speaker
    chain: tuple[str, ...]
    own: bool
    attribution: str | None


def voice_of(context: Context, at: int, embedded: str | None, speaker: Argument | None) -> Voice:
    """Return the voice of the claim whose trigger stands at character ``at``.

    Args:
        context: the document.
        at: offset of the trigger.
        embedded: speaker of the embedded document or statement that the words stand in, None outside of one.
        speaker: the actor of an act of speech ("X called on Y to …"), who then is the speaker.
    """
    found = None if _is_notice(context, at) else _counting(context, at) or context.attribution_at(at)
    if found is not None and speaker is None and is_editor(context, found):
        return _editor(context, found)
    around = [*([embedded] if embedded else []), *hops(context, found)]
    if speaker is not None:
        return _acting(context, at, found, around, speaker)
    chain = lengthened(page_chain(context.reading.document), around)
    said = _innermost(context, found)
    if said is not None and found is not None:
        return Voice(Speaker(name_of(said), said.speaker, said.anonymous or not said.speaker_name), chain, own=False, attribution=found.id)
    if embedded:
        return Voice(Speaker(embedded), chain, own=False, attribution=found.id if found else None)
    if found is None and _in_note(context, at):
        return _editor(context, None)
    return Voice(own_speaker(context), chain, own=True, attribution=found.id if found else None)


def _is_notice(context: Context, at: int) -> bool:
    """Say whether a word stands in a notice that the page sets into what others say: "the group (banned in Russia)"."""
    text = text_of(context.doc)
    start = text.rfind("(", max(0, at - _NOTICE), at)
    end = text.find(")", at, at + _NOTICE) if start >= 0 else -1
    return end >= 0 and ")" not in text[start:at] and any(word in text[start:end].lower() for word in _BANNED)


def _counting(context: Context, at: int) -> Attribution | None:
    """Return the attribution whose cue is the trigger: "the monitor put the toll at 12", "the plan calls for P", which is its maker's."""
    found = context.attribution_by_cue(at)
    cue = cue_of(context, found) if found is not None else None
    if found is None or cue is None:
        return None
    text = context.reading.document.text
    last = " ".join(text[s.start : s.end] for s in found.source).lower().split()[-1:]
    planned = cue.lemma_.lower() in _PROVIDING and found.speaker is not None and bool(_PLANS.intersection(last))
    return found if (found.speech and cue.lemma_.lower() in _COUNTING) or planned else None


def _acting(context: Context, at: int, found: Attribution | None, around: list[str], speaker: Argument) -> Voice:
    """Return the voice of a claim that tells of an act of speech: that of who speaks in it."""
    spoken = context.attribution_by_cue(at)
    if spoken is not None and spoken.speaker_name:
        who = Speaker(spoken.speaker_name, spoken.speaker, spoken.anonymous)
    else:
        who = Speaker(speaker.name, speaker.actor, anonymous=speaker.actor is None and speaker.name.islower())
    chain = lengthened(page_chain(context.reading.document), [*around, who.name])
    held = spoken if spoken is not None and spoken.speaker_name else found
    return Voice(who, chain, own=False, attribution=held.id if held else None)


def _innermost(context: Context, found: Attribution | None) -> Attribution | None:
    """Return the innermost attribution around a claim in which somebody other than the page speaks.

    Reports of nobody in particular ("he had heard reports that P") count only where nobody tells of them.
    """
    by_id = context.attributions
    nameless: Attribution | None = None
    for _ in range(len(by_id)):
        if found is None:
            break
        spoken = is_spoken(context, found)
        if spoken and not _is_hearsay(found):
            return found
        nameless = nameless or (found if spoken else None)
        found = by_id.get(found.parent) if found.parent else None
    return nameless


def _is_hearsay(found: Attribution) -> bool:
    """Say whether a speaker is nobody, or what is reported by nobody in particular: "reports", "news"."""
    last = (found.speaker_name or "").lower().split()[-1:]
    return found.speaker is None and (not last or last[0] in _HEARSAY)


def _editor(context: Context, found: Attribution | None) -> Voice:
    """Return the voice of an editor's note: that of the publisher, before any author."""
    meta = context.reading.document.metadata
    source = context.pack.sources.get(meta.publisher_id or "")
    name = meta.publisher or EDITOR
    return Voice(Speaker(name, source.actor if source else None), (name,), own=True, attribution=found.id if found else None)


def _in_note(context: Context, at: int) -> bool:
    segment = context.segment_at(at)
    return segment is not None and segment.kind == "editor_note"


def own_speaker(context: Context) -> Speaker:
    """Return who speaks in the page's own voice: its author, else its publisher, else "author of the page".

    An author has an id where the pack knows a person of that name.
    """
    meta = context.reading.document.metadata
    source = context.pack.sources.get(meta.publisher_id or "")
    author = author_of(context.reading.document)
    if author is not None:
        known = names_of(context.pack).find(author)
        return Speaker(author, known.id if known is not None and known.kind == "person" else None)
    return Speaker(meta.publisher or AUTHOR, source.actor if source else None)

"""Through whose hands a claim reached the page: publisher, author, the outlet that was told, and whoever quotes whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.claim.context import Context
from reportedly.claim.relays import cue_of, relays
from reportedly.model import Attribution, Document
from reportedly.parse import tokens_between
from reportedly.text import fold

UNNAMED = "unnamed source"
AUTHOR = "author of the page"
EDITOR = "editor of the page"
_HOPS = 8
_IMPRESSIONS = frozenset({"seem", "appear", "look", "sound"})
_EVIDENCE = frozenset("fact event development experience result course circumstance lull advance appearance absence presence".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_WRITTEN_DOWN = frozenset({"document", "record", "register", "count", "verify", "tally"})
_PASSED_ON = frozenset({"hear", "see", "receive", "show"})
_ABOVE = frozenset("discuss note mention explain say describe show argue write state see point outline".split())


def author_of(document: Document) -> str | None:
    """Return the author's name, of several authors one line with all of them, None where no byline names one."""
    names = document.metadata.byline
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else None


def page_chain(document: Document) -> tuple[str, ...]:
    """Return the names that stand behind the page itself: publisher, original source, author; each once."""
    meta = document.metadata
    source = meta.original_source.name if meta.original_source else None
    # "Odrin Post" and "Odrin Post English" are one hand, not two
    if source and meta.publisher and (source.startswith(meta.publisher) or meta.publisher.startswith(source)):
        source = None
    names = (meta.publisher, source, author_of(document))
    return tuple(dict.fromkeys(name for name in names if name)) or (AUTHOR,)


def lengthened(chain: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Return ``chain`` with the hands that follow it, from the outermost inward, nobody twice.

    Who stands behind the page stays where they are; of anybody else who comes twice the innermost place counts.
    """
    known = {_key(name) for name in chain}
    inner: list[str] = []
    for name in reversed(list(names)):
        if _key(name) not in known:
            known.add(_key(name))
            inner.append(name)
    return (*chain, *reversed(inner))


def hops(context: Context, found: Attribution | None) -> list[str]:
    """Return the names from the outermost attribution around a claim to the innermost, each after the outlet it was told to."""
    by_id = context.attributions
    out: list[str] = []
    steps = 0
    while found is not None and steps < _HOPS:
        out = [*relays(context).get(found.id, ()), *([name_of(found)] if is_spoken(context, found) else []), *out]
        found = by_id.get(found.parent) if found.parent else None
        steps += 1
    return out


def is_spoken(context: Context, attribution: Attribution) -> bool:
    """Say whether somebody other than the page speaks.

    Not where it is the page to which something seems so, or a fact from which the page infers it; nor where it says "I", "we" or
    "editor's note", tells what is thought by nobody in particular, or what was "noted above"; nor where it tells what somebody meant
    to do or made of something ("decided to end", "focuses on"): that is told of them, not by them.
    """
    if attribution.speaker_name:
        held = (attribution.speech or _is_held(context, attribution)) and not _is_page(context, attribution)
        return held and not is_editor(context, attribution) and not _is_inferred(context, attribution)
    return attribution.speech and not attribution.source and not _points_back(context, attribution)


def _is_page(context: Context, attribution: Attribution) -> bool:
    """Say whether the page tells of what its own house has written down: "the Centre documented six raids", on the Centre's page."""
    cue = cue_of(context, attribution)
    house = context.reading.document.metadata.publisher
    return cue is not None and cue.lemma_.lower() in _WRITTEN_DOWN and house is not None and _key(name_of(attribution)) == _key(house)


def _is_held(context: Context, attribution: Attribution) -> bool:
    """Say whether a thought has a clause for its content, that its thinker holds: "believes that P"; not what was only heard."""
    cue = cue_of(context, attribution)
    if cue is not None and cue.lemma_.lower() in _PASSED_ON:
        return False
    words = tokens_between(context.doc, *attribution.content[0])
    if words is None or cue is None:
        return True
    return any(t.dep_ in _SUBJECTS and words.start <= t.head.i < words.end for t in words)


def _is_inferred(context: Context, attribution: Attribution) -> bool:
    """Say whether the page tells its own impression or inference: "it seems that", "the fact that they came shows that"."""
    cue = cue_of(context, attribution)
    if attribution.speech or cue is None:
        return False
    last = (attribution.speaker_name or "").lower().split()[-1:]
    return cue.lemma_.lower() in _IMPRESSIONS or (attribution.speaker is None and bool(_EVIDENCE.intersection(last)))


def _points_back(context: Context, attribution: Attribution) -> bool:
    """Say whether the page points to what it has said itself: "as noted above"."""
    cue = cue_of(context, attribution)
    return cue is not None and cue.lemma_.lower() in _ABOVE and cue.tag_ == "VBN" and any(c.lower_ == "as" for c in cue.children)


def is_editor(context: Context, attribution: Attribution) -> bool:
    """Say whether a source is the page's editor ("EDITOR'S NOTE")."""
    words = " ".join(_words(context, attribution)).lower()
    return words.startswith(("editor", "the editor", "translator")) and ("note" in words or words.isalpha())


def name_of(attribution: Attribution) -> str:
    """Return the name of who speaks, "unnamed source" where nobody is named."""
    return attribution.speaker_name or UNNAMED


def _words(context: Context, attribution: Attribution) -> list[str]:
    return [t.text for span in attribution.source for t in tokens_between(context.doc, span.start, span.end) or ()]


def _key(name: str) -> str:
    return fold(name).casefold().removeprefix("the ")

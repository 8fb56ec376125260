"""Ids for those whom the pack does not know: provisional ones, made of the name, so that every document gives the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.mark.register import register
from reportedly.mark.shortened import Shortened
from reportedly.model import ActorMention, Attribution
from reportedly.model.pack import Pack
from reportedly.packs.identity import names_of, provisional

_LISTED = re.compile(r", | and ")
_HOME = {"army": "armed-force", "military": "armed-force", "government": "government", "regime": "government", "authorities": "government"}
_ARTICLES = frozenset({"the", "a", "an"})


def identified(mentions: Sequence[ActorMention], pack: Pack) -> tuple[ActorMention, ...]:
    """Return ``mentions`` with an id where they have none: of the actor of ``pack`` that the name is a spelling of, else a provisional one.

    The last word of a body's name, alone, stands for the only body of the document that is named so. The last name of a person, alone,
    stands for the person of that name whom the document names in full, the nearest before it, else the first after it.
    """
    full: dict[str, list[tuple[int, str]]] = {}
    for mention in mentions:
        words = mention.name.split()
        if mention.actor is None and mention.kind == "person" and len(words) > 1:
            full.setdefault(words[-1].casefold(), []).append((mention.start, mention.name))
    short = Shortened(mentions)
    return tuple(
        m if m.actor is not None else _whole(m, short, pack) or _identified(m, full.get(m.name.casefold(), ()), pack) for m in mentions
    )


def _whole(mention: ActorMention, short: Shortened, pack: Pack) -> ActorMention | None:
    """Return a mention by the last word of a body's name as that body: "Council backs truce"; "Army" alone is that of the country."""
    if mention.kind == "person" or " " in mention.label:
        return None
    found = short.whole(mention.label)
    if found is None and not short.is_last(mention.label):
        kind = _HOME.get(mention.label.casefold())
        found = register(pack).home.as_mention(kind) if kind is not None else None
    return None if found is None else replace(mention, actor=found.actor, name=found.name, kind=found.kind, by="description")


def _identified(mention: ActorMention, longer: Sequence[tuple[int, str]], pack: Pack) -> ActorMention:
    name = mention.name
    if mention.kind == "person" and longer:
        name = next((held for at, held in reversed(longer) if at <= mention.start), longer[0][1])
    known = names_of(pack).find(name)
    if known is not None and (known.kind == "person") is (mention.kind == "person"):
        return replace(mention, actor=known.id, name=known.name, kind=known.kind)
    return replace(mention, actor=provisional(name), name=name)


def identified_speakers(
    found: Iterable[Attribution], named: Iterable[ActorMention], pack: Pack, *, home: bool = False
) -> tuple[Attribution, ...]:
    """Return ``found`` with an id for speakers who have a name and no id, as for :func:`identified`.

    Several who speak together have none: they are listed by name, and each is somebody else.

    Args:
        found: the attributions.
        named: the actors of the document.
        pack: the theatre.
        home: the document is about the theatre's own country, so that "the army" is that country's.
    """
    names = {mention.name for mention in named}
    return tuple(
        _named(a, a.speaker_name, names, pack) if _is_named(a) and a.speaker_name else _at_home(a, pack) if home else a for a in found
    )


def _named(found: Attribution, name: str, names: set[str], pack: Pack) -> Attribution:
    """Return an attribution with its speaker's id, and with the name that the pack gives whom it knows: "WHO" is written out."""
    known = names_of(pack).find(name)
    if known is not None:
        return replace(found, speaker=known.id, speaker_name=known.name)
    return replace(found, speaker=_id_of(name, names, pack))


def _at_home(found: Attribution, pack: Pack) -> Attribution:
    """Return "the army" and "the government" that no other is named for as those of the theatre's own country."""
    kind = _HOME.get((found.speaker_name or "").casefold().removeprefix("the "))
    mention = register(pack).home.as_mention(kind) if kind is not None and found.speaker is None else None
    return found if mention is None else replace(found, speaker=mention.actor, speaker_name=mention.name)


def _id_of(name: str, names: set[str], pack: Pack) -> str | None:
    held = names_of(pack)
    parts = _LISTED.split(name)
    together = len(parts) > 1 and any(part in names or held.find(part) is not None for part in parts)
    return None if together else provisional(name)


def _is_named(found: Attribution) -> bool:
    """Say whether a speaker without an id has a name: not "the proposal", nor "The proposal"."""
    words = [word for word in (found.speaker_name or "").split() if word.lower() not in _ARTICLES]
    return found.speaker is None and not found.anonymous and bool(words) and words[0][:1].isupper()

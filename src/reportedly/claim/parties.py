"""Parties: whom a noun phrase names, so that one party written with several words stays one party."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Span, Token

from reportedly.claim.context import Context
from reportedly.claim.syntax import preposition
from reportedly.model import ActorMention
from reportedly.model.pack import Actor, ByDigest
from reportedly.parse import tokens_between

_INWARD = {"compound", "amod", "nmod", "poss", "appos", "conj", "acl", "agent", "npadvmod"}
_BEFORE = frozenset({"compound", "nmod", "amod", "poss"})
_CARRIES = frozenset({"of", "by", "from"})
_BY = frozenset({"by"})
_LED = frozenset({"npadvmod", "agent"})
_LISTING = frozenset({"including"})
_ALIKE = frozenset({"like", "as"})
_RELATED = frozenset(
    "ally backer supporter sponsor proxy rival enemy foe opponent adversary critic friend partner patron neighbour".split()
)
"""Nouns for somebody by his relation to another: "Orre's allies" and "the allies of Orre" are not Orre."""
_DEPTH = 4
PEACEFUL = frozenset({"population", "outlet", "agency", "ngo", "monitor", "think-tank"})
"""Kinds of actor that report, help or suffer, and attack nobody."""
_OWN = frozenset("i we us me our my".split())
_SIDING = frozenset({"pro", "anti", "non", "ex"})
_HYPHENS = frozenset({"-", "–"})
_FROM = frozenset({"of", "from"})
_BOUND = {
    **dict.fromkeys("affiliated linked loyal belonging connected tied associated".split(), frozenset({"to", "with"})),
    "fighting": frozenset({"for"}),
}
_ALLIED = frozenset("affiliated linked connected tied associated".split())
"""Words that make a group part of another group, but of no state: "groups affiliated to the government of Vell" are not its army."""
_SO_CALLED = frozenset("the so - called self styled proclaimed so-called self-styled self-proclaimed \" “ ' ‘".split())
_LONGEST_BRIDGE = 8
_CLOSE = 25
"""Letters from the start of a name to that of a noun right after it."""
_FIGHTING = frozenset({"armed-group", "coalition"})
_FORCES = _FIGHTING | {"armed-force"}
_OWNING = frozenset({"government", "armed-force"})
_PATRONS = frozenset({"population", "government", "state"})
"""Kinds of actor whose name before a word for irregular fighters tells where they are from: "Damascus militants" are no army."""
_SHARES = frozenset("mostly mainly many most some several half among them including".split())
_STAFFED = frozenset({"ngo", "agency", "body", "outlet", "monitor", "company"})
_RULING = frozenset({"government", "state"})
_REPORTING = frozenset({"outlet", "monitor", "think-tank", "agency"})
"""Kinds of actor that have no forces: "according to the Orre News Agency militants shelled it" lacks a comma."""


def actors_of(context: Context, token: Token, depth: int = 0) -> Iterator[ActorMention]:
    """Yield the actors that a noun names: itself, or those that modify it or follow it with of, by or from.

    A name stands for its whole phrase: "Orre's ally Vell" is Vell. A general noun gives way to the name that goes with it:
    "Vell terrorists", "militants of the so-called Vell", "groups affiliated with Vell", "the militant group Vell" are all Vell.
    """
    here = context.actor_at.get(token.i)
    if here is not None:
        yield from _party(context, token, here)
    else:
        yield from context.again_at.get(token.i, ()) or speaking(context, token)
    if depth > _DEPTH:
        return
    joined = [c for c in token.children if c.dep_ == "conj"] if depth else []
    for child in joined:
        yield from actors_of(context, child, depth + 1)
    if here is None:
        yield from _around(context, token, depth)


def _party(context: Context, token: Token, here: ActorMention) -> Iterator[ActorMention]:
    """Yield whom a noun names that is a mention of its own, with those that are coordinated with it before it."""
    general = is_general(context, here)
    before = [(c, m) for c in token.children if c.i < token.i and c.dep_ in _BEFORE and not is_trait(c) for m in _at(context, c)]
    before = [(c, m) for c, m in before if m != here and m.actor != here.actor]
    named = [m for c, m in before if not is_general(context, m) and not _coordinated(c, here)]
    if general and here.kind in _FORCES:
        own = {"population"} if here.kind not in _FIGHTING else _PATRONS
        told = [m for m in named if m.kind not in own | _REPORTING] or list(_named_after(context, token, here))
        yield from told or context.again_at.get(token.i, []) or [here]
    elif general and here.kind == "population":
        # "rescue workers from the Vell Aid Corps"
        yield from [m for m in _named_after(context, token, here) if m.kind in _STAFFED] or [here]
    else:
        yield here
        if here.kind != "person":
            yield from named  # "Orre Vell and Norr": the commas are gone
    yield from (m for c, m in before if _coordinated(c, here))


def _at(context: Context, token: Token) -> list[ActorMention]:
    here = context.actor_at.get(token.i)
    return [here] if here is not None else context.again_at.get(token.i, [])


def _coordinated(token: Token, here: ActorMention) -> bool:
    """Say whether "and" stands between a word before a mention and the mention: "Orre and Vell forces" are two."""
    between = tokens_between(token.doc, token.idx + len(token), here.start, whole=False) if token.idx + len(token) < here.start else None
    return any(t.dep_ == "cc" for t in between or ())


def _around(context: Context, token: Token, depth: int) -> Iterator[ActorMention]:
    """Yield the actors named by the words that modify a noun which names none itself."""
    bound = list(_bound_to(context, token.doc[token.i + 1 :])) if context.class_has("force_noun", token) else []
    if bound:
        yield from bound
        return
    # "a raid carried out by Vell": of a participle only the doer, since in "a force fighting Vell" it is somebody else
    hangs = token.pos_ == "VERB" and token.dep_ == "acl"
    related = token.lemma_.lower() in _RELATED
    near = _LED if hangs else _INWARD - {"conj", "poss"} if related else _INWARD - {"conj"}
    inward = (c for c in token.children if c.dep_ in near and not is_trait(c) and not _is_share(c))
    found = [m for child in inward for m in actors_of(context, child, depth + 1)]
    if context.class_has("force_noun", token):
        found = [m for m in found if m.kind not in _REPORTING]
    if related and not any(c.dep_ == "poss" for c in token.children):
        found = [m for m in found if m.start > token.idx or m.kind not in _RULING]  # "the government allies", but "their Turkish allies"
    named = {m.start for m in found if not is_general(context, m)}
    # "Vell militant positions": the name says which militants
    yield from (m for m in found if not (is_general(context, m) and any(0 < m.start - at <= _CLOSE for at in named)))
    # "factions including Vell" names them, "the centre, including 40 militants" only who else is there
    listing = _LISTING if context.class_has("group_noun", token) or context.class_has("force_noun", token) else frozenset()
    if any(c.lower_ == "like" or (c.lower_ == "as" and c.nbor(-1).lower_ == "such") for c in token.rights):
        listing |= _ALIKE  # "countries like Orre", "states such as Orre"
    for child in preposition(token, _BY if hangs else listing if related else _CARRIES | listing):
        yield from actors_of(context, child, depth + 1)


def _is_share(token: Token) -> bool:
    """Say whether an apposition tells who some or most of the others are: "18 people, mostly pupils"."""
    return token.dep_ == "appos" and any(c.lower_ in _SHARES for c in token.children)


def _named_after(context: Context, token: Token, here: ActorMention) -> Iterator[ActorMention]:
    """Yield who a general noun for fighters is said to be beside it ("the militant group Vell") or after it."""
    for child in token.children:
        if child.dep_ == "appos":
            yield from (m for m in _at(context, child) if m != here and not is_general(context, m) and m.kind != "population")
    span = tokens_between(token.doc, here.start, here.end)
    if span is not None:
        yield from _bound_to(context, token.doc[span.end :], of=True)


def _bound_to(context: Context, words: Span, *, of: bool = False) -> Iterator[ActorMention]:
    """Yield whom the words right after a noun say that it belongs to: "affiliated with", "loyal to", with ``of`` also "of" and "from".

    The words are read as they stand, since the parse often takes such a phrase after a subject for something else.
    """
    at = _bridge(context, list(words[:_LONGEST_BRIDGE]), of=of)
    while at is not None:
        mention = context.actor_at[at]
        yield _forces_behind(context, mention) or mention
        at = _next_joined(context, words.doc[at], mention)


def _bridge(context: Context, words: list[Token], *, of: bool) -> int | None:
    """Return the index of the name that ``words`` lead to, None where they lead to none."""
    said = [t.lower_ for t in words]
    if of and said[:1] and said[0] in _FROM:
        after = words[1:]
    elif said[1:] and said[1] in _BOUND.get(said[0], ()):
        after = words[2:]
    else:
        return None
    for word in after:
        mention = context.actor_at.get(word.i)
        if mention is not None and (not is_general(context, mention) or (not of and mention.kind in _OWNING)):
            sponsor = mention.kind in _RULING and said[0] in _ALLIED
            return word.i if mention.kind != "population" and not sponsor else None
        leads = word.lower_ in _SO_CALLED or word.pos_ == "ADJ" or context.class_has("group_noun", word)  # "the extremist group Vell"
        if mention is None and not leads:
            return None
    return None


def _next_joined(context: Context, token: Token, mention: ActorMention) -> int | None:
    """Return the index of a second armed group named after "and": "militants of Vell and Orre"."""
    span = tokens_between(token.doc, mention.start, mention.end)
    if span is None or span.end + 1 >= len(token.doc) or token.doc[span.end].lower_ != "and":
        return None
    other = context.actor_at.get(span.end + 1)
    return span.end + 1 if other is not None and other.kind in _FIGHTING and not is_general(context, other) else None


def _forces_behind(context: Context, mention: ActorMention) -> ActorMention | None:
    """Return the forces of the government that somebody heads, whom "forces loyal to" him are; else None."""
    actors = context.pack.actors
    person = actors.get(mention.actor or "")
    for role in person.roles if person is not None and person.kind == "person" else ():
        body = actors.get(role.of or "")
        state = actors.get(body.country or "") if body is not None and body.kind in _RULING else None
        forces = actors.get((body.forces if body is not None else None) or (state.forces if state is not None else None) or "")
        if forces is not None:
            return ActorMention(mention.start, mention.end, forces.id, forces.name, mention.label, forces.kind, mention.by)
    return None


@lru_cache(maxsize=8)
def _small(held: ByDigest) -> dict[str, frozenset[str]]:
    def small(actor: Actor) -> frozenset[str]:
        return frozenset(alias.text for alias in actor.aliases if alias.text.islower())

    return {actor.id: small(actor) for actor in held.pack.actors.values()}


def is_general(context: Context, mention: ActorMention) -> bool:
    """Say whether a mention is a common noun ("the rebels", "Terrorists" at the head of a sentence) and no name."""
    if mention.label.islower():
        return True
    return mention.label.lower() in _small(ByDigest.of(context.pack)).get(mention.actor or "", frozenset())


def speaking(context: Context, token: Token) -> list[ActorMention]:
    """Return whom "we" and "I" mean: who is quoted there, where that is somebody with an id."""
    said = context.attribution_at(token.idx) if token.lower_ in _OWN else None
    if said is None or said.speaker is None or said.speaker_name is None:
        return []
    return [ActorMention(token.idx, token.idx + len(token), said.speaker, said.speaker_name, token.text, by="pronoun")]


def is_trait(token: Token) -> bool:
    """Say whether a participle after a hyphen makes whom it follows a trait of the noun: "rebel-held", but not "rebel-led".

    So does "pro-" or "anti-" before a name: "pro-Vell rebels" are not Vell.
    """
    if token.i > 1 and token.nbor(-1).text in _HYPHENS and token.nbor(-2).lower_ in _SIDING:
        return True
    return token.tag_ == "VBN" and token.i > 1 and token.nbor(-1).text in _HYPHENS and token.lower_ != "led"

"""Attributions that a verb introduces, by how its content hangs on it in the parse (labels of spaCy's English models)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.asides import aside_cues, inserted
from reportedly.mark.construct import NOMINAL, RELATIVES, VERBAL, Verb, construct, construct_with
from reportedly.mark.cues import Cues
from reportedly.mark.found import Found, Range, extent, joined, without
from reportedly.mark.sources import agent_of


def verb_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions that ``token``, a verb, introduces in the constructions that ``cues`` knows for it."""
    verb = Verb(token)
    if verb.by.keys() & {"nsubjpass", "auxpass", "agent"}:
        yield from _passive(verb, cues)
        thing = verb.by.get("nsubjpass")
        if "ccomp" not in verb.by or (thing is not None and thing.lower_ == "it"):
            return
    found = list(inserted(verb, cues)) or list(_governed(verb, cues))
    yield from found or aside_cues(verb, cues)


def _governed(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield what hangs on the verb: a clause, an infinitive, an object with or without its complement, prepositional objects."""
    clause, infinitive, thing = verb.by.get("ccomp"), verb.by.get("xcomp"), verb.by.get("dobj")
    wished = verb.by.get("advcl") or infinitive
    if clause is not None:
        yield from construct(verb, cues, "clause", _clause_content(verb, clause))
    elif infinitive is not None and infinitive.pos_ in VERBAL and _has_to(infinitive) and not _for_whom(infinitive):
        yield from _infinitive(verb, cues, infinitive, thing)
    elif (small := verb.by.get("oprd") or _nominal(infinitive)) is not None:
        yield from construct(verb, cues, "small", _both(thing, small))
    elif wished is not None and thing is None and _has_to(wished) and _for_whom(wished):
        yield from construct(verb, cues, "about.for", (extent(wished),))
    elif thing is not None and thing.i > verb.token.i:
        yield from _object(verb, cues, thing)
    else:
        yield from _about(verb, cues)


def _infinitive(verb: Verb, cues: Cues, infinitive: Token, thing: Token | None) -> Iterator[Found]:
    """Yield "urged X to P" and "called on X to P", whose content holds X, and "vowed to P"."""
    if thing is not None and thing.i < infinitive.i:
        yield from construct(verb, cues, "order", _both(thing, infinitive))
        return
    asked = next((p for p in verb.preps if p.i < infinitive.i and p.lower_ in {"on", "upon"}), None)
    if asked is None:
        yield from construct(verb, cues, "infinitive", (extent(infinitive),))
    else:
        yield from construct(verb, cues, "order", ((asked.i + 1, extent(asked)[1]), extent(infinitive)), extra=asked)


def _object(verb: Verb, cues: Cues, thing: Token) -> Iterator[Found]:
    """Yield "accused X of P" where the table knows the verb with the preposition, else "condemned P"."""
    for prep in verb.preps:
        charged = list(construct(verb, cues, f"charge.{prep.lower_}", _both(thing, prep))) if prep.i > thing.i else []
        if charged:
            yield from charged
            return
    yield from construct(verb, cues, "object", (extent(thing),))


def _about(verb: Verb, cues: Cues) -> Iterator[Found]:
    for prep in verb.preps:
        inner = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
        if inner is not None:
            yield from construct(verb, cues, f"about.{prep.lower_}", (extent(inner),), extra=prep)


def _passive(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield passives: "was condemned by X", "it was agreed that …", "is expected to …"."""
    agent, thing = agent_of(verb.token), verb.by.get("nsubjpass")
    clause, to = verb.by.get("ccomp"), verb.by.get("xcomp")
    if clause is not None and thing is not None and thing.lower_ == "it":
        yield from construct_with(verb, cues, "passive.clause", (extent(clause),), agent)
    elif to is not None and thing is not None and agent is None:
        yield from construct_with(verb, cues, "passive.infinitive", _both(thing, to), None)
    elif agent is not None:
        yield from construct_with(verb, cues, "passive", _undergone(verb.token, thing), agent)


def _undergone(token: Token, thing: Token | None) -> tuple[Range, ...]:
    """Return what a passive with an agent is about: its subject, the noun it follows, or the clause before "as affirmed by X"."""
    relative = thing is None or thing.lower_ in RELATIVES
    if thing is None and any(c.lower_ == "as" and c.i < token.i for c in token.children):
        begin, end = extent(token.head)
        return without([(min(begin, token.sent.start), end)], extent(token))
    if relative and token.dep_ in {"acl", "relcl"}:
        return without([extent(token.head)], extent(token))
    return (extent(thing),) if thing is not None else ()


def _both(one: Token | None, other: Token) -> tuple[Range, ...]:
    return joined([*range(*extent(other)), *(range(*extent(one)) if one is not None else ())])


def _nominal(token: Token | None) -> Token | None:
    return token if token is not None and token.pos_ in NOMINAL else None


def _clause_content(verb: Verb, clause: Token) -> tuple[Range, ...]:
    """Return the clause; where it stands before its verb, from the sentence's start, for the parse likes to lose its first words."""
    begin, end = extent(clause)
    first = verb.by.get("nsubj")
    if first is not None and end <= first.i and (extra := verb.token.left_edge.i) < begin:
        begin = extra
    more = next((c for c in verb.preps if c.lower_ == "including" and c.i > verb.token.i and end <= verb.token.i), None)
    return ((begin, end), extent(more)) if more is not None else ((begin, end),)


def _for_whom(infinitive: Token) -> bool:
    """Say whether an infinitive has its subject after "for": "called for the army to leave"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in infinitive.children)


def _has_to(infinitive: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in infinitive.children)

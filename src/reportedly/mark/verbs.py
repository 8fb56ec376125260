"""Attributions that a verb introduces, by how its content hangs on it in the parse (labels of spaCy's English models)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.asides import aside_cues, inserted
from reportedly.mark.construct import NOMINAL, RELATIVES, VERBAL, Verb, construct, construct_with
from reportedly.mark.cues import Cues
from reportedly.mark.descriptions import TEXTS
from reportedly.mark.found import Found, Range, extent, joined, without
from reportedly.mark.light import idea_of, light_cues, passive_pattern
from reportedly.mark.nouns import based_on
from reportedly.mark.sources import SUBJECTS, agent_of, charge_of, subject_of
from reportedly.mark.speaking import can_speak
from reportedly.parse import sentence_bounds

_INVERTED = frozenset({"say", "add", "report", "state", "confirm", "note", "write", "explain"})
"""Verbs before whose source the content may stand: "P, said X"."""
_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn", "notify", "brief"})
_NAMING = frozenset({"name", "call", "dub", "label"})
"""Verbs whose participle behind a noun is only its name: "a witness named Omar"."""
_GIVING = frozenset({"offer", "promise", "grant", "show", "tell", "ask"})
_OTHER_SENSES = frozenset(
    """
    claim.life claim.casualty claim.victim claim.dead claim.person claim.people claim.soldier claim.civilian claim.fighter post.letter
    deliver.aid address.need expose.flank challenge.force answer.fire answer.call
    command.view command.area offer.cover offer.resistance order.food release.prisoner release.hostage resist.attack
    """.split()
)
"""Verbs that say nothing with these objects."""


def verb_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions that ``token``, a verb, introduces in the constructions that ``cues`` knows for it."""
    if token.lower_ == "based":
        yield from based_on(token, cues)
        return
    verb = Verb(token)
    if token.lower_ == "known" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "as":
        return  # "also known as" is a name
    if verb.lemma in _NAMING and token.tag_ == "VBN" and token.dep_ == "acl" and "agent" not in verb.by:
        return
    if verb.by.keys() & {"nsubjpass", "auxpass", "agent"}:
        yield from list(_passive(verb, cues)) or light_cues(verb, cues)
        if not _governs(verb):
            return
    found = list(light_cues(verb, cues)) or list(inserted(verb, cues)) or list(_governed(verb, cues))
    yield from found or aside_cues(verb, cues)


def _governs(verb: Verb) -> bool:
    """Say whether a passive governs a clause besides ("was told that …"): not "it was agreed that …", nor a clause about its agent."""
    thing, clause = verb.by.get("nsubjpass"), verb.by.get("ccomp")
    if clause is None or (thing is not None and thing.lower_ == "it"):
        return False
    return "agent" not in verb.by or clause.left_edge.lower_ not in RELATIVES - {"that"}


def _governed(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield what hangs on the verb: a clause, an infinitive, an object with or without its complement, prepositional objects."""
    clause, infinitive, thing = verb.by.get("ccomp"), verb.by.get("xcomp"), verb.by.get("dobj")
    wished = verb.by.get("advcl") or infinitive
    clause = clause if clause is not None or infinitive is not None else _in_writing(verb)
    if clause is not None and _behind_another(verb, clause, infinitive or thing):
        clause = None
    if clause is not None:
        behind = thing if clause.i < verb.token.i and "nsubj" not in verb.by and thing is not None and thing.i > verb.token.i else None
        head = behind if behind is not None and verb.lemma in _INVERTED else subject_of(verb.token)
        passive = verb.by.keys() & {"nsubjpass", "auxpass"}
        who = agent_of(verb.token) if passive else head
        yield from construct_with(verb, cues, "clause", _clause_content(verb, clause), who)
    elif (told := _told(verb, thing)) is not None:
        yield from construct(verb, cues, "clause", (extent(told),))
    elif infinitive is not None and infinitive.pos_ in VERBAL and _has_to(infinitive) and not _for_whom(infinitive):
        yield from _infinitive(verb, cues, infinitive, thing)
    elif infinitive is not None and infinitive.tag_ == "VBG" and _tells(verb, cues):
        yield from construct(verb, cues, "clause", (extent(infinitive),))  # "denied targeting the market"
    elif (small := verb.by.get("oprd") or _nominal(infinitive)) is not None:
        yield from construct(verb, cues, "small", _both(thing, small))
    elif wished is not None and thing is None and _has_to(wished) and _for_whom(wished):
        yield from construct(verb, cues, "about.for", (extent(wished),))
    elif thing is not None and thing.i > verb.token.i:
        yield from _object(verb, cues, thing)
    else:
        yield from _about(verb, cues)


def _tells(verb: Verb, cues: Cues) -> bool:
    """Say whether a verb is one of speech where a clause follows it."""
    cue = verb.cue(cues, "clause")
    return cue is not None and cue.speech


def _told(verb: Verb, person: Token | None) -> Token | None:
    """Return the clause of "told a reporter the bridge was shut", which the parse takes for one about the reporter."""
    if person is None or verb.lemma not in _TELLING:
        return None
    for child in person.children:
        if child.dep_ == "relcl" and child.left_edge.lower_ not in RELATIVES and any(c.dep_ in SUBJECTS for c in child.children):
            return child
    return None


def _in_writing(verb: Verb) -> Token | None:
    """Return the clause of "stated in a letter to the board that P", which the parse hangs on the letter."""
    for prep in verb.preps:
        for noun in prep.children:
            if noun.dep_ != "pobj" or noun.lemma_.lower() not in TEXTS | {"interview"}:
                continue
            for word in noun.subtree:
                if word.lower_ == "that" and word.i > noun.i and word.dep_ in {"mark", "nsubj", "det", "pobj", "dobj"}:
                    return _that_clause(word)
    return None


def _that_clause(word: Token) -> Token | None:
    """Return the head of the clause that "that" opens, None where "that" is a pronoun."""
    head = word.head
    if word.dep_ == "mark" and head.i > word.i and any(c.dep_ in SUBJECTS for c in head.children):
        return head
    return None


def _behind_another(verb: Verb, clause: Token, other: Token | None) -> bool:
    """Say whether a clause that the parse hangs on a verb follows what the verb governs: "offered to help provided they …"."""
    if other is None or not verb.token.i < other.i < clause.left_edge.i or any(c.lower_ == "that" for c in clause.children):
        return False
    return other.dep_ == "xcomp" or not can_speak(other)


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
    if f"{verb.lemma}.{thing.lemma_.lower()}" not in _OTHER_SENSES:
        yield from construct(verb, cues, "object", (extent(thing),))


def _about(verb: Verb, cues: Cues) -> Iterator[Found]:
    for prep in verb.preps:
        inner = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
        if inner is not None:
            yield from construct(verb, cues, f"about.{prep.lower_}", _referred(verb.token, inner), extra=prep)


def _referred(token: Token, inner: Token) -> tuple[Range, ...]:
    """Return the words of ``inner``; where it is a relative pronoun, those that it stands for: "the truce that X called for"."""
    if inner.lower_ in RELATIVES and token.dep_ == "relcl":
        return without([extent(token.head)], extent(token))
    return (extent(inner),)


def _offered(verb: Verb) -> Token | None:
    """Return what is given in "Y was offered Z by X" and "Y was offered by X Z"."""
    thing = verb.by.get("dobj")
    if thing is None and "agent" in verb.by and verb.lemma in _GIVING:
        thing = next(iter([c for c in verb.by["agent"].children if c.dep_ == "pobj"][1:]), None)
    return thing if thing is not None and thing.i > verb.token.i else None


def _passive(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield passives: "was condemned by X", "it was agreed that …", "is expected to …"."""
    agent, thing = agent_of(verb.token), verb.by.get("nsubjpass")
    if thing is None and verb.token.dep_ == "conj":
        thing = next((c for c in verb.token.head.children if c.dep_ == "nsubjpass"), None)
    clause, to = verb.by.get("ccomp"), verb.by.get("xcomp")
    if clause is not None and thing is not None and thing.lower_ == "it":
        yield from construct_with(verb, cues, "passive.clause", (extent(clause),), agent)
    elif to is not None and thing is not None and agent is None:
        yield from construct_with(verb, cues, "passive.infinitive", _both(thing, to), None)
    elif agent is not None and (pattern := passive_pattern(verb, cues)) is not None:
        offered = _offered(verb)
        content = (extent(offered),) if offered is not None else idea_of(verb.token, agent)
        link = charge_of(agent, verb.token)
        content = (*(content or _undergone(verb.token, thing)), *((extent(link),) if link is not None else ()))
        yield from construct_with(verb, cues, pattern, content, agent, name="passive")


def _undergone(token: Token, thing: Token | None) -> tuple[Range, ...]:
    """Return what a passive with an agent is about: its subject, the noun it follows, or the clause before "as affirmed by X"."""
    relative = thing is None or thing.lower_ in RELATIVES
    if thing is None and any(c.lower_ == "as" and c.i < token.i for c in token.children):
        begin, end = extent(token.head)
        return without([(min(begin, sentence_bounds(token)[0]), end)], extent(token))
    if relative and token.dep_ in {"acl", "relcl"}:
        return ((_named(token.head).left_edge.i, token.left_edge.i),)
    return (extent(thing),) if thing is not None else ()


def _named(noun: Token) -> Token:
    """Return what ``noun`` stands in apposition to, itself where it is no apposition."""
    return noun.head if noun.dep_ == "appos" and noun.head.i < noun.i else noun


def _both(one: Token | None, other: Token) -> tuple[Range, ...]:
    return joined([*range(*extent(other)), *(range(*extent(one)) if one is not None else ())])


def _nominal(token: Token | None) -> Token | None:
    return token if token is not None and token.pos_ in NOMINAL else None


def _clause_content(verb: Verb, clause: Token) -> tuple[Range, ...]:
    """Return the clause; where it stands before its verb, from the sentence's start, for the parse likes to lose its first words."""
    begin, end = _dated(clause), clause.right_edge.i + 1
    first = verb.by.get("nsubj")
    if first is not None and end <= first.i and (extra := verb.token.left_edge.i) < begin:
        begin = extra
    more = next((c for c in verb.preps if c.lower_ == "including" and c.i > verb.token.i and end <= verb.token.i), None)
    return ((begin, end), extent(more)) if more is not None else ((begin, end),)


def _dated(clause: Token) -> int:
    """Return where a clause begins; behind "two days ago", which tells when it was said: "confirmed two days ago they would go"."""
    begin, doc = clause.left_edge.i, clause.doc
    first = next((c.left_edge.i for c in clause.children if c.dep_ in SUBJECTS), begin)
    return first if first > begin + 1 and doc[first - 1].lower_ == "ago" else begin


def _for_whom(infinitive: Token) -> bool:
    """Say whether an infinitive has its subject after "for": "called for the army to leave"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in infinitive.children)


def _has_to(infinitive: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in infinitive.children)

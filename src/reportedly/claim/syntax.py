"""Slots: where in the parse the filler of a role stands. The language of slots is told in :mod:`reportedly.codebook.slots`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from reportedly.claim.counted import OBJECTS, SUBJECTS, aimed_at, counted_apart, counted_before, taken_for_speaker
from reportedly.parse import sentence_bounds

VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_PASSIVES = frozenset({"nsubjpass", "csubjpass"})
_AIMS = frozenset(
    "attempt bid effort position decision plan move push operation offensive campaign battle fight ability chance right order intention "
    "promise pledge threat refusal failure drive mission agreement offer readiness willingness capacity".split()
)
"""Nouns whose infinitive tells what somebody else does: not the attempt takes the hill, but who attempts it."""
_OUTCOMES = frozenset("kill injure wound leave destroy damage inflict cause claim maim martyr displace force burn level demolish".split())
"""Verbs whose participle after a clause tells what came of it ("hit the camp in the valley, killing six"), and not which valley."""
_SHOWING = frozenset("show see film find catch accuse depict record hear watch spot describe".split())
_RELATIVES = frozenset({"which", "that", "who", "whom", "where"})
_WHEN = frozenset("time day night hour moment week month year way reason place case extent".split())
_LIGHT = frozenset("make have take do get launch hold give carry conduct start begin use offer want need".split())
_DEPTH = 6
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_IF = frozenset({"if", "unless", "provided", "providing", "once"})
_JOINED = 2
_SPATIAL = frozenset("in on at near into onto inside outside around over across towards toward".split())
NOT = frozenset({"not", "n't", "n’t", "nt"})
"""Spellings of "not", also without its apostrophe."""
_NEGATIVE = NOT | frozenset({"no", "never", "neither", "nor", "none", "nobody", "nothing", "without"})
_BY = frozenset({"by"})
_SIDES = frozenset({"front", "vicinity", "midst", "proximity"})
_QUALITIES, _BESIDE = VERBAL | {"ADJ"}, frozenset({"conj", "advcl", "relcl"})
_HAND = frozenset({"hand", "hands"})
_USING = frozenset("use employ utilise utilize deploy".split())
_BOUND = frozenset("affiliated linked loyal belonging connected tied associated allied close".split())
_ASKING = frozenset({"call", "appeal"})
_BACKED = frozenset("backed supported aided assisted led joined accompanied".split())
_NEGATED = frozenset({"neg", "det", "preconj", "cc", "advmod"})


def fillers(trigger: Token, path: str) -> list[Token]:
    """Return the head words that the slot ``path`` reaches from ``trigger``, coordinated ones included, in text order."""
    reached = [trigger]
    for step in path.split("/"):
        name, _, words = step.partition(":")
        move = _STEPS[name]
        found = [t for token in reached for t in move(token, frozenset(words.split("|")))]
        reached = list(dict.fromkeys(t for token in found for t in with_conjuncts(token)))
    return sorted(reached, key=lambda t: t.i)


def with_conjuncts(token: Token) -> Iterator[Token]:
    """Yield ``token`` and what is coordinated with it as a noun."""
    yield token
    for child in token.children:
        if child.pos_ in _NOMINAL and token.pos_ in _NOMINAL and (child.dep_ == "conj" or goes_on(child)) and not _backs(token, child):
            yield from with_conjuncts(child)


def _backs(token: Token, joined: Token) -> bool:
    """Say whether what is joined to a noun is joined to its backers: "troops backed by jets and militiamen took the town"."""
    before = joined.left_edge.i - 1
    if before <= token.i or token.doc[before].dep_ != "cc":
        return False
    backer = token.doc[before - 1]
    while backer.head.i > token.i and backer.dep_ != "pobj" and backer.head != backer:
        backer = backer.head
    agent = backer.head
    return agent.lower_ == "by" and agent.head.head == token and agent.head.lower_ in _BACKED


def goes_on(token: Token) -> bool:
    """Say whether an apposition is the second of a list: "Orre, the mill road, Vela and Mora"; a name in it, not a description."""
    listed = [t for t in token.children if t.dep_ == "conj"]
    return token.dep_ == "appos" and len(listed) == 1 and any(t.dep_ == "conj" for t in listed[0].children) and token.left_edge.tag_ != "DT"


def is_passive(verb: Token) -> bool:
    """Say whether a verb form is passive: by its own marks, as a bare participle, or by coordination with a passive."""
    deps = {child.dep_ for child in verb.children}
    if aimed_at(verb) is not None:
        return False
    if deps & (_PASSIVES | {"auxpass", "agent"}):
        return True
    if (
        _shares_passive(verb, deps)
        or counted_apart(verb) is not None
        or (verb.dep_ == "amod" and verb.tag_ == "VBD")
        or _noun_told(verb) is not None
    ):
        return True
    if verb.tag_ != "VBN" or deps & SUBJECTS or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ in {"acl", "amod"}:
        return not deps & OBJECTS and not _opened_by_as(verb)
    return verb.dep_ == "conj" and verb.head.pos_ in VERBAL and is_passive(verb.head) and not deps & OBJECTS


def _shares_passive(verb: Token, deps: set[str]) -> bool:
    """Say whether a verb of outcome shares the auxiliary of a passive: "six were killed and two million displaced"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in _OUTCOMES or deps & (OBJECTS | {"aux"}):
        return False
    return bool(counted_before(verb)) and verb.head.pos_ in VERBAL and is_passive(verb.head)


def _noun_told(verb: Token) -> Token | None:
    """Return the noun before a participle that the parse takes for the noun: "gunmen posted in the mill hit the quarter"."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in SUBJECTS | _PASSIVES | {"pobj"} or not verb.i:
        return None
    before = verb.nbor(-1)
    before = before.head if before.dep_ == "case" else before  # "groups posted" for "group's post"
    told = before.head == verb and before.dep_ in {"poss", "compound", "nmod"} and before.pos_ == "NOUN"
    return before if told and any(t.dep_ == "prep" for t in verb.rights) else None


def noun_before(verb: Token) -> Token | None:
    """Return the noun before a participle of outcome that the parse took for its subject, though it closes the clause before.

    "Shells fell on the mill quarter killing six": the quarter killed nobody. A noun that somebody was seen or said to be is none.
    """
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in _OUTCOMES or any(t.dep_ in {"aux", "mark"} for t in verb.children):
        return None
    head = verb.head
    inside = verb.dep_ == "pcomp" and head.lower_ in _SPATIAL
    after = verb.dep_ in {"xcomp", "ccomp"} and head.i < verb.i and head.pos_ == "VERB" and head.lemma_.lower() not in _SHOWING
    if not inside and not after:
        return None
    return next((t for t in verb.lefts if t.dep_ == "nsubj" and t.left_edge.i == head.i + 1), None)


def _opened_by_as(verb: Token) -> bool:
    """Say whether the parse took a clause for a noun: "two were hurt as the group targeted the town", with "targeted" for a participle."""
    return verb.dep_ == "acl" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "as" and verb.head.i == verb.i - 1


def subject(verb: Token, _words: frozenset[str] = frozenset(), depth: int = 0) -> list[Token]:
    """Return who does what ``verb`` says: its subject, the agent of a passive, or the subject it shares with its governor."""
    if verb.pos_ not in VERBAL:
        return _nominal_subject(verb)
    if is_passive(verb):
        return [t for child in verb.children if child.dep_ == "agent" for t in _governed_by(child, _BY) if t.dep_ == "pobj"]
    taken = noun_before(verb)
    own = [child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl" and child != taken]
    if len(own) > 1 and own[-1].pos_ == "PROPN" and own[-1].left_edge.i == own[-2].i + 1:
        own = own[-1:]  # "government ally Orre welcomed it": the parse takes what Orre is for a second subject
    if own:
        return [_antecedent(t, verb) for t in own]
    return _stranded_subject(verb) or _shared_subject(verb, depth)


def _stranded_subject(verb: Token) -> list[Token]:
    """Return the noun right before a finite verb without a subject, which the parse took for the end of the phrase that opens the clause.

    "After the fall of Odrin and Vela, the army has encircled the city": the army was taken for a third town.
    """
    if verb.dep_ not in {"ROOT", "advcl", "ccomp"} or any(t.dep_ in SUBJECTS | _PASSIVES for t in verb.children):
        return []
    helping = [t for t in verb.lefts if t.dep_ in {"aux", "neg"}]
    if verb.tag_ not in _FINITE and not any(t.tag_ in _FINITE for t in helping):
        return []
    first = min((t.i for t in helping), default=verb.i)
    last = verb.doc[first - 1] if first > sentence_bounds(verb)[0] else verb
    while last.dep_ in {"punct", "appos"} and last.head.i < first:
        last = last.head
    return [last] if last.pos_ in {"NOUN", "PROPN"} and last.dep_ in {"pobj", "conj"} and last.right_edge.i < first else []


def _nominal_subject(noun: Token) -> list[Token]:
    by = preposition(noun, frozenset({"by"}))
    if by:
        return by
    return [t for t in noun.children if t.dep_ == "poss"]


def _antecedent(token: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in _RELATIVES and verb.dep_ in {"relcl", "acl"}:
        return verb.head
    if token.tag_ in {"VBN", "VBD"}:
        return _noun_told(token) or token
    if token.lower_ in _RELATIVES and verb.dep_ == "conj" and verb.head.dep_ in {"relcl", "acl"}:
        return verb.head.head
    if token.tag_ in {"WDT", "WP"} and token.lower_ in {"that", "which"} and verb.dep_ == "ccomp":
        # "a paper … that nobody has signed": the parse takes the relative clause for one that is told
        before = next((token.doc[i] for i in range(token.i - 1, max(token.i - 3, -1), -1) if not token.doc[i].is_punct), token)
        return before if before.pos_ in {"NOUN", "PROPN"} else token
    return token


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if depth > _DEPTH or head == verb:
        return []
    if verb.dep_ in {"acl", "relcl"}:
        return _modified(verb, depth)
    if verb.dep_ == "pcomp":
        return subject(head.head, depth=depth + 1) if head.head != head else []
    if verb.dep_ == "xcomp" and head.dep_ == "acomp" and head.head.pos_ in VERBAL:
        return subject(head.head, depth=depth + 1)  # "they are about to leave"
    if verb.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "dep"} or head.pos_ not in VERBAL:
        return []
    if verb.dep_ == "xcomp" and noun_before(verb) is None:
        controlled = [t for t in head.children if t.dep_ in OBJECTS]
        if controlled and not is_passive(head):
            return controlled
    if is_passive(head):
        done = patient(head, depth=depth + 1)
        return (subject(head, depth=depth + 1) or done) if verb.dep_ == "advcl" else done
    return subject(head, depth=depth + 1)


def _modified(verb: Token, depth: int) -> list[Token]:
    """Return who does what a clause that hangs on a noun says: the noun, or whoever "is in a position to" do it."""
    noun = verb.head
    if verb.dep_ == "acl" and (who := _who_uses(verb) if verb.lemma_.lower() in _USING else _who_is_bound(verb)) is not None:
        return who
    infinitive = verb.dep_ == "acl" or verb.left_edge.lower_ == "to"
    if infinitive and verb.tag_ == "VB" and noun.lemma_.lower() in _AIMS:
        return _nominal_subject(noun) or _subject_around(noun, depth)
    # "allies against Orre providing them with arms"
    against = noun.dep_ == "pobj" and noun.pos_ == "PROPN" and noun.head.lower_ == "against"
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and (_tells_outcome(verb) or against):
        return _who_brought_about(verb, depth)
    return _said_to_be(noun) if noun.pos_ in _NOMINAL else []


def _said_to_be(noun: Token) -> list[Token]:
    """Return who is said to be what a noun says: "the brigade is the force fighting there" tells of the brigade."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return [t for t in noun.head.children if t.dep_ == "nsubj" and t.pos_ in {"NOUN", "PROPN"}] or [noun]
    return [noun]


def _who_uses(verb: Token) -> list[Token] | None:
    """Return who does what is done "using" something: not the attack nor those whom it hits; None where no deed is told before it."""
    deed = verb.head
    while deed.dep_ == "pobj" and deed.head.dep_ == "prep" and deed.head.head.pos_ == "NOUN":
        deed = deed.head.head
    if deed == verb.head and not any(c.dep_ == "prep" for c in deed.children):
        return None
    return [t for t in _nominal_subject(deed) if t.i < verb.i] or None if deed == verb.head else _nominal_subject(deed)


def _who_is_bound(verb: Token) -> list[Token] | None:
    """Return who did something where the parse takes their patron for it: "groups affiliated to the valley shelled the mill"."""
    bound = verb.head.head.head if verb.head.dep_ == "pobj" else verb
    if bound.lower_ not in _BOUND or verb.tag_ not in {"VBN", "VBD"} or not any(c.dep_ in OBJECTS for c in verb.children):
        return None
    return [bound.head] if bound.dep_ == "acl" else [c for c in bound.children if c.dep_ in SUBJECTS | _PASSIVES] or None


def _tells_outcome(verb: Token) -> bool:
    """Say whether a participle tells what came of an event; "leaving" does where it says who was left how."""
    lemma = verb.lemma_.lower()
    return lemma in _OUTCOMES and (lemma != "leave" or any(c.dep_ in {"ccomp", "oprd", "acomp"} for c in verb.children))


def _who_brought_about(verb: Token, depth: int) -> list[Token]:
    """Return the subject of the clause that a participle of outcome closes, though the parse hangs it on the last noun before it."""
    noun = verb.head
    while noun.dep_ not in SUBJECTS | _PASSIVES and noun.head.i != noun.i:
        above = noun.head
        if above.pos_ == "ADP" and above.head.i != above.i:
            above = above.head
        if above.pos_ in VERBAL:
            told = [] if above.lemma_.lower() in _SHOWING else subject(above, depth=depth + 1)
            return told or [verb.head]
        noun = above
    return [noun]


def _subject_around(noun: Token, depth: int) -> list[Token]:
    """Return the subject of the verb that a noun hangs on: "they pushed ahead in an attempt to take the hill"."""
    governor = noun.head
    while governor.pos_ == "ADP" and governor.head.i != governor.i:
        governor = governor.head
    return subject(governor, depth=depth + 1) if governor.pos_ in VERBAL else []


def patient(verb: Token, _words: frozenset[str] = frozenset(), depth: int = 0) -> list[Token]:
    """Return what ``verb`` is done to: its object, the subject of a passive, or the noun that a participle hangs on."""
    if verb.pos_ not in VERBAL:
        return preposition(verb, frozenset({"of"}))
    if is_passive(verb):
        own = [t for t in verb.children if t.dep_ in _PASSIVES]
        # "six were killed and 20 wounded by a bomb": the parse takes the number for who wounds
        own = own or counted_before(verb) or [t for t in (counted_apart(verb),) if t is not None]
        if own:
            return [_antecedent(t, verb) for t in own]
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return [verb.head]
        if (noun := _noun_told(verb)) is not None:
            return [noun]
        if verb.dep_ == "conj" and depth < _DEPTH and verb.head.pos_ in VERBAL:
            return patient(verb.head, depth=depth + 1)
        if verb.dep_ == "xcomp" and depth < _DEPTH and verb.head.pos_ in VERBAL:
            # "the gates are to be shut", "it was meant to be linked"
            return patient(verb.head, depth=depth + 1) if is_passive(verb.head) else subject(verb.head, depth=depth + 1)
        return []
    own = [t for t in verb.children if t.dep_ in OBJECTS] or [t for t in (aimed_at(verb),) if t is not None] or _shared_object(verb)
    own = own or [t for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and (t := noun_before(c)) is not None] or taken_for_speaker(verb)
    if not own and verb.tag_ == "VBG" and any(t.dep_ == "prep" and t.i == verb.i + 1 for t in verb.children):
        own = preposition(verb, frozenset({"of"}))  # "the killing of two and injuring of others"
    return [_antecedent(t, verb) for t in own] or _object_before(verb)


def _object_before(verb: Token) -> list[Token]:
    """Return the noun whose relative clause lacks an object: "the road (that) the army cut", "… is busy cutting"."""
    clause, steps = verb, 0
    while clause.dep_ in {"xcomp", "acomp"} and steps < _JOINED:
        clause, steps = clause.head, steps + 1
    if not steps and verb.lemma_ in _LIGHT:
        return []  # "the gains they made" tells of the gains, not of their making
    if clause.dep_ != "relcl" or clause.head.ent_type_ in {"DATE", "TIME"} or clause.head.lemma_ in _WHEN:
        return []
    opener = clause.left_edge
    told = [t for t in clause.children if t.dep_ in SUBJECTS and t.lower_ not in _RELATIVES]
    asks = opener.tag_ in {"WRB", "WP$", "IN"} or any(t.dep_ in OBJECTS for t in clause.children)
    return [clause.head] if told and not asks and clause.head.i < clause.i else []


def _shared_object(verb: Token) -> list[Token]:
    """Return the object that stands after the second of two joined verbs ("killed and injured five")."""
    after = (c for c in verb.children if c.dep_ == "conj" and c.pos_ in VERBAL and c.tag_ == verb.tag_ and c.i - verb.i <= _JOINED)
    return [t for c in after if not is_passive(c) for t in c.children if t.dep_ in OBJECTS]


def preposition(token: Token, words: frozenset[str]) -> list[Token]:
    """Return the objects of the prepositions among ``words`` that hang on ``token``."""
    out = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in words:
            out += _governed_by(child, words)
        elif child.lower_ == "at" and "by" in words:
            # "at the hands of the brigade" is by the brigade
            hands = (t for t in child.children if t.dep_ == "pobj" and t.lower_ in _HAND)
            out += [t for hand in hands for t in preposition(hand, frozenset({"of"}))]
        elif child.dep_ == "prep" and "of" not in words:
            # "in front of", "on board": the preposition that counts is the inner one
            out += [
                t for inner in child.children if inner.dep_ == "prep" and inner.lower_ in words for t in inner.children if t.dep_ == "pobj"
            ]
    return out


def _governed_by(adposition: Token, words: frozenset[str]) -> list[Token]:
    """Return the objects of a preposition and of those joined to it ("by the mill and by the weir"); of "out of" those of "of"."""
    out = [_whom(t) for t in adposition.children if t.dep_ in {"pobj", "pcomp"}]
    inner = [t for t in adposition.children if t.dep_ == "prep" and t.lower_ == "of"] if not out else []
    out += [t for of in inner for t in of.children if t.dep_ in {"pobj", "pcomp"}]
    joined = [t for t in adposition.children if t.dep_ == "conj" and t.pos_ == "ADP" and t.lower_ in words]
    # "by the mayor and by the guard if they had come": the parse hangs the second on what follows
    after = [] if joined else [adposition.doc[t.i + 1] for t in adposition.children if t.dep_ == "cc" and t.i + 1 < len(adposition.doc)]
    joined += [t for t in after if t.dep_ == "prep" and t.lower_ in words and t.head != adposition]
    return out + [t for other in joined for t in _governed_by(other, words)]


def _whom(token: Token) -> Token:
    """Return the object of a preposition, also where the parse joins it to a participle ("clashed with rebels killing six")."""
    if token.lemma_.lower() in _SIDES:  # "in front of the mill"
        return next((t for of in token.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"), token)
    if token.dep_ != "pcomp" or token.tag_ != "VBG" or token.lemma_.lower() not in _OUTCOMES:
        return token
    return next((t for t in token.lefts if t.dep_ == "nsubj"), token)


def _attribute(token: Token, _words: frozenset[str]) -> list[Token]:
    return [t for t in token.children if t.dep_ in {"attr", "acomp", "oprd"}]


def _complement(token: Token, _words: frozenset[str]) -> list[Token]:
    asked = {"xcomp", "ccomp", "acl", "advcl"} if token.lemma_.lower() in _ASKING else {"xcomp", "ccomp", "acl"}
    # "called on the army to leave": the parse often takes what is asked for as why it is asked
    return [t for t in token.children if t.dep_ in asked and t.pos_ in VERBAL and (t.dep_ != "advcl" or t.left_edge.lower_ == "to")]


def _dative(token: Token, _words: frozenset[str]) -> list[Token]:
    plain = [t for t in token.children if t.dep_ == "dative" and t.pos_ in _NOMINAL]
    return plain or [t for c in token.children if c.dep_ == "dative" for t in c.children if t.dep_ == "pobj"]


def _possessor(token: Token, words: frozenset[str]) -> list[Token]:
    own = [t for t in token.children if t.dep_ == "poss"]
    if own or token.dep_ != "conj" or token.head.pos_ != token.pos_ or any(t.dep_ == "det" for t in token.children):
        return own
    first = token.head
    while first.dep_ == "conj" and first.head.pos_ == token.pos_ and not any(t.dep_ == "poss" for t in first.children):
        first = first.head
    if first.tag_ != token.tag_ and first.dep_ in OBJECTS and first.head.dep_ == "relcl":
        first = first.head.head  # "the crew's shots that have hit barns and theft of grain": the parse takes the nearest noun
    return _possessor(first, words)  # "the army's raids and use of gas"


def modifiers(token: Token, words: frozenset[str] = frozenset()) -> list[Token]:
    """Return the words before a noun that modify it, and what is coordinated with them; where ``words`` are given, these alone."""
    out: list[Token] = []
    for child in token.children:
        if child.dep_ in {"compound", "amod", "nmod", "npadvmod", "poss"} and child.i < token.i:
            out += [
                child,
                *(t for t in child.subtree if t.dep_ in {"conj", "compound", "npadvmod", "amod"} and t != child and t.is_alpha),
            ]
    return [t for t in out if t.lower_ in words] if words - {""} else out


def _head_noun(token: Token, _words: frozenset[str]) -> list[Token]:
    """Return the noun an adjective or participle speaks of: the one it modifies, its clause's subject or object."""
    if token.dep_ in {"amod", "acl", "relcl", "nmod", "appos"} or (token.dep_ == "compound" and token.head.pos_ in _NOMINAL):
        return [token.head]
    own = [t for t in token.children if t.dep_ in SUBJECTS | _PASSIVES]
    # "government ally Orre": the parse hangs the name on the noun before it
    own = own or [t for t in token.children if t.dep_ == "appos" and t.pos_ == "PROPN" and token.pos_ == "NOUN"]
    if own:
        return own
    if token.dep_ in {"dobj", "oprd", "pobj", "conj"} and token.pos_ == "ADJ" and any(t.dep_ == "nummod" for t in token.lefts):
        return [token]  # "leaving 14 dead"
    if token.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advcl"} and token.head.pos_ in VERBAL:
        return patient(token.head) or subject(token.head)
    if token.dep_ == "conj":
        return _head_noun(token.head, _words) if token.head.pos_ == token.pos_ else []
    return []


def _governor(token: Token, _words: frozenset[str]) -> list[Token]:
    """Return the verb that a noun hangs on, through at most one preposition; the verb that reports a clause does not count."""
    head = token.head
    if token.pos_ in VERBAL and token.dep_ == "ccomp" and head.lemma_ != "leave":
        return []
    if token.pos_ in _QUALITIES and token.dep_ in _BESIDE and head.lemma_ != "leave":
        return []  # "announced it, and dozens more wounded": nobody announced them wounded
    while head.dep_ == "conj" and head.pos_ in _NOMINAL:
        head = head.head
    if head.pos_ == "ADP":
        head = head.head
    return [head] if head.pos_ in VERBAL and head != token else []


def _particle(token: Token, _words: frozenset[str]) -> list[Token]:
    return [t for t in token.children if t.dep_ in {"prt", "advmod"}]


def negators(token: Token, _words: frozenset[str] = frozenset()) -> list[Token]:
    """Return the words that negate the clause of ``token``: beside the verb, or before or in place of its subject or object."""
    out = [t for t in token.children if t.dep_ in _NEGATED and t.lower_ in _NEGATIVE and not _comments(t)]
    for noun in (t for t in token.children if t.dep_ in SUBJECTS | _PASSIVES | OBJECTS):
        out += [t for t in (noun, noun.left_edge) if t.lower_ in _NEGATIVE]
    return list(dict.fromkeys(out))


def _comments(negative: Token) -> bool:
    """Say whether "not" belongs to what is thought of the clause: "not unexpectedly, the mayor resigned"."""
    after = negative.doc[negative.i + 1 : negative.i + 2].text.lower()
    return negative.lower_ == "not" and after.endswith("ingly") and negative.i < negative.head.i


def _auxiliaries(token: Token, _words: frozenset[str]) -> list[Token]:
    return [t for t in token.children if t.dep_ in {"aux", "auxpass"}]


def _condition(token: Token, _words: frozenset[str]) -> list[Token]:
    """Return the verbs of the clauses on which the clause of ``token`` depends."""
    return [t for t in token.children if t.dep_ in {"advcl", "ccomp"} and t.pos_ in VERBAL and _opens_with_if(t)]


def _opens_with_if(verb: Token) -> bool:
    """Say whether a clause is opened by "if" or a word like it, or by one that the parse hangs before it on the same verb."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    return verb.left_edge.lower_ in _IF or before.lower_ in _IF


def _joined(token: Token, _words: frozenset[str]) -> list[Token]:
    return [token.head] if token.dep_ == "conj" and token.head.pos_ in VERBAL else []


_STEPS: dict[str, Callable[[Token, frozenset[str]], Iterable[Token]]] = {
    "subj": subject,
    "obj": patient,
    "dative": _dative,
    "dobj": lambda token, _words: [t for t in token.children if t.dep_ in OBJECTS],
    "comp": _complement,
    "attr": _attribute,
    "prep": preposition,
    "poss": _possessor,
    "mod": modifiers,
    "head": _head_noun,
    "gov": _governor,
    "prt": _particle,
    "neg": negators,
    "aux": _auxiliaries,
    "cond": _condition,
    "joined": _joined,
    "self": lambda token, _words: [token],
}

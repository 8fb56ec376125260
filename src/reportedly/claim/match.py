"""Matching: which words of a document evoke which frame of the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.syntax import VERBAL, fillers
from reportedly.model.actor import is_provisional
from reportedly.model.frame import Codebook, Condition, Frame, Trigger

_PARTITIVE = frozenset(
    "one some many most several percent % percentage share number ten dozen score hundred thousand million handful "
    "all majority both each none rest part few half lot total group amount quantity variety series bulk portion".split()
)
_NAMING = frozenset({"compound", "nmod", "amod", "poss", "appos", "conj"})
_REACH = 8
_PRESS = frozenset({"outlet", "agency"})
_NEVER = {
    "victims": ("attack_noun", "weapon", "media_noun"),
    "party": ("attack_noun", "breach_noun"),
    "controller": ("attack_noun",),
    "mover": ("attack_noun",),
    "perpetrator": ("media_noun",),
    "attacker": ("media_noun",),
}
_DOING = frozenset({"perpetrator", "attacker"})
_SUFFERING = frozenset({"victims", "target"})
_WHERE = frozenset({"in", "after", "on"})
"""Prepositions after which stands the event in which somebody was killed, or a place: an unknown name there is sooner a place."""
_KINDS = {"VERB": ("verb", "adj"), "AUX": ("verb",), "NOUN": ("noun", "adj"), "PROPN": ("noun",), "ADJ": ("adj", "verb")}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame evoked by a word, with the words that fill its roles; ``via`` has the slot of each of them by its index."""

    frame: Frame
    trigger: Trigger
    token: Token
    roles: dict[str, tuple[Token, ...]]
    via: dict[int, str] = field(default_factory=dict)


@lru_cache(maxsize=4)
def _index(holder: _ByDigest) -> dict[tuple[str, str], list[tuple[Frame, Trigger]]]:
    out: dict[tuple[str, str], list[tuple[Frame, Trigger]]] = {}
    for frame in holder.codebook.frames():
        for trigger in frame.triggers:
            for lemma in trigger.lemmas:
                out.setdefault((trigger.kind, lemma), []).append((frame, trigger))
    return out


class _ByDigest:
    """A codebook that is told from others by its digest alone."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    def __hash__(self) -> int:
        return hash(self.codebook.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByDigest) and other.codebook.digest == self.codebook.digest


def matches(context: Context) -> Iterator[Match]:
    """Yield at most one match per word: the frame of highest priority, then the one whose trigger asks most and fills most."""
    for token in context.doc:
        if not context.readable[token.idx]:
            continue
        found = [m for frame, trigger in candidates(context, token) if (m := match_of(context, frame, trigger, token)) is not None]
        if found:
            yield best(found)


def best(found: Iterable[Match]) -> Match:
    """Return the match that makes a claim of several that one word evokes."""
    return max(found, key=lambda m: (m.frame.priority, len(m.trigger.when), len(m.roles), m.trigger.score))


def candidates(context: Context, token: Token) -> Iterator[tuple[Frame, Trigger]]:
    """Yield the triggers that have ``token`` among their words, each with its frame."""
    table = _index(_ByDigest(context.codebook))
    lemma = token.lemma_.lower()
    for kind in _KINDS.get(token.pos_, ()):
        for spelling in spellings(token) if kind != "verb" else (lemma,):
            yield from table.get((kind, spelling), ())
    if token.i > 0 and token.nbor(-1).text in {"-", "–"}:
        yield from table.get(("hyphen", token.lower_), ())


def match_of(context: Context, frame: Frame, trigger: Trigger, token: Token) -> Match | None:
    """Return the match that ``trigger`` makes of ``token``, None where a condition or a required role is not met."""
    if not all(holds(context, condition, token) for condition in trigger.when):
        return None
    roles: dict[str, tuple[Token, ...]] = {}
    via: dict[int, str] = {}
    for role, slots in trigger.fill:
        for slot in slots:
            paths = slot.split("+")
            reached = ((t, path) for path in paths for t in fillers(token, path) if t.i not in via and not _of_one_name(context, token, t))
            found = [(t, path) for t, path in reached if _fits(context, frame, role, path, t)]
            if found:
                roles[role] = tuple(t for t, _ in found)
                via |= {t.i: path for t, path in reversed(found)}
                break
    if any(role.required and role.name not in roles for role in frame.roles):
        return None
    if trigger.kind == "noun" and not any(t != token and t.pos_ != "PRON" for found in roles.values() for t in found):
        # a bare noun ("the attack") only points at an event told elsewhere
        return None
    return Match(frame, trigger, token, roles, via)


def holds(context: Context, condition: Condition, token: Token) -> bool:
    """Say whether a condition holds of the trigger ``token``."""
    return bool(met_by(context, condition, token)) is not condition.absent


def met_by(context: Context, condition: Condition, token: Token) -> list[Token]:
    """Return the words in the slot of a condition that are what it asks for, seen from the trigger ``token``."""
    found = [t for filler in fillers(token, condition.slot) for t in whole_of(filler)]
    if condition.actors or condition.lemmas or condition.places:
        found = [t for t in found if _meets(context, condition, t)]
    return found


def _meets(context: Context, condition: Condition, token: Token) -> bool:
    mention = context.actor_at.get(token.i) if condition.actors else None
    if mention is not None and mention.kind not in _PRESS:
        return True
    return (condition.places and is_placelike(context, token)) or bool(spellings(token) & condition.lemmas)


def spellings(token: Token) -> set[str]:
    """Return the ways a word may stand in the codebook: its lemma, its form, and the compound it closes ("cease-fire").

    A number that stands alone ("3,406 have left") counts people.
    """
    out = {token.lemma_.lower(), token.lower_}
    if token.pos_ == "NUM" and token.dep_ != "nummod":
        out.add("person")
    if token.i > 1 and token.nbor(-1).text == "-":
        out.add(f"{token.nbor(-2).lower_}-{token.lemma_.lower()}")
    return out


def is_part(token: Token) -> bool:
    """Say whether a word is a number or a part of what follows it with "of"."""
    return token.lemma_.lower() in _PARTITIVE or token.like_num


def whole_of(token: Token) -> list[Token]:
    """Return a word and, where it is a part or number of something ("one of the shells"), what it is a part of."""
    if is_part(token):
        return [token, *(t for child in token.children if child.lower_ == "of" for t in child.children if t.dep_ == "pobj")]
    return [token]


def _of_one_name(context: Context, trigger: Token, token: Token) -> bool:
    """Say whether a modifier belongs to one name with the trigger: "Orre-backed" in "Orre-backed rebels", where these are one party."""
    mention = context.actor_at.get(trigger.i) if token.head == trigger and token.dep_ == "npadvmod" else None
    return mention is not None and context.actor_at.get(token.i) == mention


def _fits(context: Context, frame: Frame, role: str, slot: str, token: Token) -> bool:
    """Say whether ``token`` may fill ``role``.

    A place role takes places and settlement nouns. An actor role takes anything that acts, but after a preposition only
    actors and means of attack, since "in March" and "in Odrin" name none. Words of time fill no role.
    """
    if token.ent_type_ in {"DATE", "TIME"} and token.i not in context.actor_at:
        return False
    if role == frame.counts and slot == "obj" and _counts_subject(token):
        return False
    kind = next(r.of for r in frame.roles if r.name == role)
    if any(context.class_has(name, token) for name in _NEVER.get(role, ())) or (role in _DOING and _is_where(context, token)):
        return False
    speaks = token.dep_ == "conj" and context.is_source(token.idx)  # "killing ten, residents and a doctor said": the parse makes one list
    if kind == "place":
        return token.pos_ not in VERBAL and (any(is_placelike(context, t) for t in whole_of(token)) or is_listed(context, token))
    if kind == "actor" and token.i in context.place_at:
        return token.i in context.actor_at
    if kind == "actor" and slot.endswith("mod"):
        return _is_actor(context, token) and not (frame.id == "clashes" and token.i in context.place_at)
    if kind == "actor" and "prep:" in slot and slot != "prep:by":
        return _is_actor(context, token) or any(context.class_has(c, token) for c in ("force_noun", "attack_noun", "weapon"))
    return not (role in _SUFFERING and speaks)


def _is_where(context: Context, token: Token) -> bool:
    """Say whether an unknown name stands after a preposition of place ("six were killed in Odrin")."""
    mention = context.actor_at.get(token.i) if token.dep_ == "pobj" and token.head.lower_ in _WHERE else None
    return mention is not None and is_provisional(mention.actor)


def _is_actor(context: Context, token: Token) -> bool:
    return token.i in context.actor_at or token.i in context.again_at


def _counts_subject(token: Token) -> bool:
    """Say whether a bare number after the verb belongs to the next words of a headline ("10 farmers killed 40 injured")."""
    return token.like_num and any(
        child.dep_ in {"nsubj", "nsubjpass"} and any(t.dep_ == "nummod" for t in child.children) for child in token.head.children
    )


def is_placelike(context: Context, token: Token) -> bool:
    """Say whether a word names or stands for a place or a road."""
    return place_of(context, token) is not None or context.class_has("settlement", token) or context.class_has("route_noun", token)


def is_listed(context: Context, token: Token) -> bool:
    """Say whether a name that no gazetteer has stands in a list that a place begins: the rest of two hundred villages are villages too."""
    if token.pos_ != "PROPN" or token.i in context.actor_at:
        return False
    while token.dep_ == "conj":
        token = token.head
        if token.i in context.place_at:
            return True
    return False


def place_of(context: Context, token: Token) -> Token | None:
    """Return the word of a place mention that ``token`` is, is modified by, or has in apposition or after "of"; else None."""
    if token.i in context.place_at:
        return token
    # "a suburb of the city": what follows "of" is the place itself, what stands before only says where it lies
    for child in sorted(token.children, key=lambda t: t.lower_ != "of"):
        near = [child] if child.dep_ in _NAMING else [t for t in child.children if t.dep_ == "pobj"] if child.lower_ in {"of", "in"} else []
        for word in near:
            found = place_of(context, word) if _lies_near(word, token) else None
            if found is not None:
                return found
    return None


def _lies_near(word: Token, token: Token) -> bool:
    """Say whether a noun stands close to ``word``, measured to where the phrase of ``word`` begins: "the yard of the so-called X works"."""
    return min(abs(word.i - token.i), abs(word.left_edge.i - token.i)) <= _REACH

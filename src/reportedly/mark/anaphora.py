"""Actors named again without their name: by a pronoun, a definite description, or as both, the former and the latter of two.

What is taken up is looked for in the last sentences only, and where another noun stands nearer that the words may as well take up,
nothing is. The words of speakers are resolved by :mod:`reportedly.mark.speakers`, which knows who spoke.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from reportedly.codebook import load_codebook
from reportedly.mark.descriptions import is_definite, kinds_of, stem
from reportedly.mark.metonyms import opens_trait
from reportedly.mark.pairs import PERSONS, both_of, is_pair
from reportedly.mark.people import People
from reportedly.mark.referents import Memory
from reportedly.mark.register import Home
from reportedly.mark.shortened import Shortened
from reportedly.model import ActorMention
from reportedly.parse import root_of, sentence_number, text_of, tokens_between

_SORTS = {
    **dict.fromkeys("he she him her his hers".split(), "person"),
    **dict.fromkeys("they them their theirs".split(), "many"),
    **dict.fromkeys("it its".split(), "body"),
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MANY = frozenset("armed-force armed-group coalition population government".split())
_PEOPLE = frozenset({"person", "population"})
_PRESS = frozenset({"outlet", "agency"})
_AROUND = frozenset("countryside outskirt outskirts suburb suburbs environs surroundings vicinity hinterland".split())
_OWN = frozenset({"home", "life", "belonging"})
_EMPTY = frozenset("be seem appear remain become happen".split())
_REACH = {"person": 3, "many": 2, "body": 1}
"""Sentences back within which a pronoun finds whom it takes up."""
_HOME = {
    "government": frozenset({"government", "regime", "authority", "state"}),
    "armed-force": frozenset({"army", "military", "troop", "warplane", "soldier"}),
}
_HOME_REACH = 3
_GROUP_REACH = 3
_JUDGED = frozenset("militant terrorist extremist jihadist takfiri".split())
"""Stems of nouns for fighters that say nothing of whose they are, as "rebel" does."""
_HARMING = frozenset("kill injure wound capture destroy bomb shell attack target strike hit arrest detain execute".split())
_SHARING = frozenset({"advcl", "conj", "xcomp"})
_BLAMING = frozenset("condemn blame criticise criticize praise thank denounce punish fault chide rebuke commend lambast".split())
_MORE = frozenset("other another more some several many such various all".split())
_LONGER = frozenset({"prep", "relcl", "acl", "poss", "appos"})
_NAMING = frozenset({"compound", "amod", "nmod", "poss"})


class Noun(NamedTuple):
    """A noun or pronoun that may be taken up: the word, and the actors that it stands for, none where it stands for something else."""

    token: Token
    actors: tuple[ActorMention, ...]


def taken_up(doc: Doc, mentions: Sequence[ActorMention], home: Home) -> tuple[ActorMention, ...]:
    """Return the mentions of ``doc`` that take up one of ``mentions``, in text order; ``by`` says how. Two for the words of a pair.

    Args:
        doc: the parse.
        mentions: actors named, in text order.
        home: the government and forces of the theatre, whom "the government" and "the army" mean where no other is near.
    """
    return tuple(_Reader(doc, mentions, home).read()) if len(doc) else ()


class _Reader:
    """One document, with what may be taken up in it in text order."""

    def __init__(self, doc: Doc, mentions: Sequence[ActorMention], home: Home) -> None:
        self._doc, self._home, self._short = doc, home, Shortened(mentions)
        self._named: dict[int, ActorMention] = {}
        self._heads: dict[int, ActorMention] = {}
        for mention in mentions:
            span = tokens_between(doc, mention.start, mention.end)
            if span is not None:
                if not opens_trait(root_of(span)):  # "a Turkish-backed group": what follows takes up the group
                    self._heads.setdefault(_head_of(span).i, mention)
                self._named |= dict.fromkeys(range(span.start, span.end), mention)
        self._nouns: list[Noun] = []
        self._memory = Memory(People(doc, mentions), [], doc[0])

    def read(self) -> Iterator[ActorMention]:
        """Yield what is taken up."""
        for token in self._doc:
            if token.i in self._heads:
                self._nouns.append(Noun(token, (self._heads[token.i],)))
            if token.i in self._named:
                yield from self._group(token)
                continue
            found = self._found(token)
            if found or (token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN"}):
                self._nouns.append(Noun(token, found))
            yield from found

    def _found(self, token: Token) -> tuple[ActorMention, ...]:
        if is_pair(token):
            return self._pair(token)
        if token.lower_ in _SORTS:
            return self._pronoun(token, _SORTS[token.lower_])
        if (
            (token.pos_ == "NOUN" or token.text.islower())
            and kinds_of(stem(token.lower_))
            and (is_definite(token) or self._is_of_home(token) or _is_bare_force(token))
        ):
            return self._description(token)
        whole = self._short.whole(token.text) if token.pos_ == "PROPN" and token.dep_ != "compound" and _is_plain(token) else None
        return () if whole is None else (_again(whole, token, token, "description"),)

    def _pronoun(self, token: Token, sort: str) -> tuple[ActorMention, ...]:
        if (sort == "body" and _is_empty(token)) or _is_of_place(token):
            return ()
        if blamed := self._blamed(token):
            return tuple(_again(actor, token, token, "pronoun") for actor in blamed)
        found = self._before(token, sort)
        nouns = [] if found is None else self._joined(found) if sort == "many" else [found]
        return tuple(_again(actor, token, token, "pronoun") for noun in nouns for actor in noun.actors)

    def _blamed(self, token: Token) -> list[ActorMention]:
        """Return whom "for their raid" means in "he blamed the guard and the crew for their raid": those who are condemned."""
        link = token.head.head
        if token.dep_ != "poss" or token.head.dep_ != "pobj" or link.lower_ != "for" or link.head.pos_ not in {"VERB", "NOUN", "PROPN"}:
            return []
        verb = link.head
        while verb.pos_ in {"NOUN", "PROPN", "ADP"} and verb.head.i != verb.i:
            verb = verb.head
        if verb.lemma_.lower() not in _BLAMING:
            return []
        told = [n for n in self._within(token, 0) if n.token.i > verb.i and n.token.pos_ != "PRON"]
        found = {a.actor: a for n in reversed(told) for a in n.actors}
        return list(found.values()) if len(found) == 1 or token.lower_ == "their" else []

    def _before(self, token: Token, sort: str) -> Noun | None:
        """Return the last subject before a pronoun that it agrees with, else the only actor it agrees with; in its sentence first."""
        held = list(self._within(token, _REACH[sort]))
        beside = {a.actor for n in held if _one_clause(n.token, token) or _harms(n.token, token) for a in n.actors}
        fit = [n for n in held if _agrees(n, sort) and not _one_clause(n.token, token) and not _is_said_to_be(n.token, token)]
        near = [n for n in fit if beside.isdisjoint(a.actor for a in n.actors)]
        here = [n for n in near if sentence_number(n.token) == sentence_number(token)]
        return next((noun for part in (here, near) if (noun := _foremost(part)) is not None), None)

    def _within(self, token: Token, back: int) -> Iterator[Noun]:
        """Yield the nouns before a word in its sentence and so many before it, the nearest first."""
        first = sentence_number(token) - back
        for noun in reversed(self._nouns):
            if sentence_number(noun.token) < first:
                return
            yield noun

    def _joined(self, noun: Noun) -> list[Noun]:
        """Return a noun and those that are coordinated with it, in text order."""
        joined = {t.i for t in (noun.token, *noun.token.conjuncts)}
        near = takewhile(lambda n: n.token.i >= min(joined), reversed(self._nouns))
        return [n for n in near if n.token.i in joined][::-1]

    def _pair(self, token: Token) -> tuple[ActorMention, ...]:
        persons = token.lemma_.lower() in PERSONS
        held = [n for n in self._within(token, _REACH["person"] if persons else 1) if n.token != token]
        near = [
            actor for noun in held for actor in reversed(noun.actors) if (actor.kind == "person" if persons else actor.kind != "population")
        ]
        return tuple(_again(actor, token, token, "pair") for actor in both_of(token, near))

    def _description(self, token: Token) -> tuple[ActorMention, ...]:
        home = next((kind for kind, nouns in _HOME.items() if stem(token.lower_) in nouns), None)
        found: ActorMention | None = None
        if home is None:
            who = self._memory.take_up(token, token.i)
            if who is not None and who.speaker.actor is not None and who.speaker.name is not None:
                found = ActorMention(0, 0, who.speaker.actor, who.speaker.name, "", who.kind)
        elif _is_plain(token):
            found = self._last_of(token, home, any_noun=_is_bare_force(token)) or self._home.as_mention(home)
        first = next((c for c in token.children if c.dep_ == "det"), token)
        return () if found is None else (_again(found, first, token, "description"),)

    def _group(self, token: Token) -> tuple[ActorMention, ...]:
        """Return the armed group named last that "the militant group" or "the militants" takes up; the words do not say which it is."""
        mention = self._heads.get(token.i)
        if mention is None or not mention.label.islower() or mention.kind not in _MANY or any(c.dep_ in _LONGER for c in token.children):
            return ()
        if is_pair(token):
            return self._pair(token)
        if not (self._is_one_group(token) or self._is_judged(token)):
            return ()
        found = [n for n in self._within(token, _GROUP_REACH) if n.actors and n.actors[0].kind == "armed-group"]
        named = [n for n in found if not n.actors[0].label.islower() and not _one_clause(n.token, token)]
        if not named or (token.tag_ != "NN" and len({n.actors[0].actor for n in named}) > 1):
            return ()
        return (_again(named[0].actors[0], token, token, "description"),)

    def _is_one_group(self, token: Token) -> bool:
        return token.tag_ == "NN" and is_definite(token) and "armed-group" in kinds_of(stem(token.lower_))

    def _is_judged(self, token: Token) -> bool:
        """Say whether a noun says what is thought of fighters and not whose they are: "the terrorists", "the terrorist attack"."""
        if stem(token.lower_) not in _JUDGED or any(c.lower_ in _MORE for c in token.children):
            return False
        noun = token.head if token.dep_ in _NAMING else token
        # "the jets hit Orre's camp, killing six militants"
        return is_definite(noun) or (token.dep_ == "dobj" and token.head.tag_ == "VBG" and token.head.lemma_.lower() in _HARMING)

    def _is_of_home(self, token: Token) -> bool:
        """Say whether a bare word for the government or army before a noun says whose it is: "in government air strikes"."""
        if token.dep_ == "npadvmod" and token.head.tag_ == "VBN" and token.nbor(1).text in {"-", "–"}:
            return any(stem(token.lower_) in nouns for nouns in _HOME.values())
        if token.dep_ not in {"compound", "amod", "nmod"} or not any(stem(token.lower_) in nouns for nouns in _HOME.values()):
            return False
        # "deadly government shelling" is theirs too, "the new coalition government's" and "Vell government shelling" are not
        before = [c for c in token.head.lefts if c.i < token.i and c.dep_ in _NAMING and not (c.pos_ == "ADJ" and c.text.islower())]
        return not before and stem(token.head.lemma_.lower()) in _owned()

    def _last_of(self, token: Token, kind: str, *, any_noun: bool = False) -> ActorMention | None:
        """Return the last actor of a kind that was named by the same noun, or by ``any_noun``, a few sentences before."""
        head = stem(token.lower_)
        for noun in self._within(token, _HOME_REACH):
            if noun.actors and noun.actors[0].kind == kind and (any_noun or stem(noun.token.lower_) == head):
                return noun.actors[0]
        return None


@cache
def _owned() -> frozenset[str]:
    """Return the stems of nouns for what is done, held or led by somebody: attacks, sieges, jets."""
    classes = load_codebook().classes
    return frozenset(map(stem, classes["attack_noun"] | classes["hold_noun"] | classes["force_noun"]))


def _head_of(name: Span) -> Token:
    """Return the head word of a name; where the parse has broken it up, the part that is a subject: "Orre al | -Vell said"."""
    outside = (t for t in name if not name.start <= t.head.i < name.end)
    return next((t for t in outside if t.dep_ in _SUBJECTS), root_of(name))


def _again(mention: ActorMention, first: Token, last: Token, by: str) -> ActorMention:
    start, end = first.idx, last.idx + len(last)
    return ActorMention(start, end, mention.actor, mention.name, text_of(last.doc)[start:end], mention.kind, by)


def _agrees(noun: Noun, sort: str) -> bool:
    """Say whether a noun may be taken up by a pronoun for a person, for many, or for a body."""
    many = noun.token.tag_ in {"NNS", "NNPS"} or len(noun.actors) > 1 or bool(noun.token.conjuncts)
    kind = noun.actors[0].kind if noun.actors else None
    if sort == "person":
        return kind == "person"
    if sort == "many":
        return many or kind in _MANY
    return kind not in _PEOPLE | _PRESS and (kind is not None or not many) and noun.token.tag_ != "NNS"


def _one_clause(noun: Token, pronoun: Token) -> bool:
    """Say whether both hang on one verb: "it" in "the army said it" is not the army's own object."""
    return pronoun.dep_ != "poss" and _governor(noun) == _governor(pronoun)


def _harms(noun: Token, pronoun: Token) -> bool:
    """Say whether a noun does harm to whom a pronoun has: nobody kills "its fighters" of his own."""
    if pronoun.dep_ != "poss" or noun.dep_ not in _SUBJECTS:
        return False
    verb = pronoun.doc[_governor(pronoun.head)]
    if verb.lemma_.lower() not in _HARMING or pronoun.i < verb.i:
        return False
    while verb != noun.head and verb.dep_ in _SHARING and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
    return verb == noun.head


def _foremost(nouns: Sequence[Noun]) -> Noun | None:
    """Return the nearest subject of ``nouns``, else the only actor among them."""
    actors = {n.actors[0].actor: n for n in nouns if n.actors}
    only = next(iter(actors.values())) if len(actors) == 1 else None
    return next((n for n in nouns if n.token.dep_ in _SUBJECTS), only)


def _is_said_to_be(noun: Token, pronoun: Token) -> bool:
    """Say whether a noun is said to be what the pronoun has: "the mill is its store", and it is not the mill's own."""
    return pronoun.dep_ == "poss" and pronoun.head.dep_ == "attr" and noun.dep_ in _SUBJECTS and noun.head == pronoun.head.head


def _governor(token: Token) -> int:
    """Return the index of the verb that a noun hangs on, through prepositions and what it is coordinated with."""
    head = token.head
    while head.pos_ == "ADP" or (head.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}):
        if head.head.i == head.i:
            break
        head = head.head
    return head.i


def _is_empty(token: Token) -> bool:
    """Say whether "it" means nothing: "it is clear that", "it seems"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    return token.dep_ in _SUBJECTS and verb.lemma_ in _EMPTY and any(c.dep_ in {"acomp", "attr", "ccomp", "oprd"} for c in verb.children)


def _is_of_place(token: Token) -> bool:
    """Say whether a pronoun means a place, or people of no party: "Orre and its countryside", "forced half of them to flee their homes"."""
    return token.dep_ == "poss" and token.head.lemma_.lower() in (_OWN if token.lower_ == "their" else _AROUND)


def _is_bare_force(token: Token) -> bool:
    """Say whether "troops" stand as subject without a word that tells whose: they are those of the army told of, else of the country."""
    return token.lower_ == "troops" and token.dep_ in _SUBJECTS and not any(c.i < token.i for c in token.children)


def _is_plain(token: Token) -> bool:
    """Say whether nothing tells which government is meant: not "the government of Odrin", nor "the new coalition government"."""
    return not any(c.dep_ in {"prep", "relcl", "acl", "poss", "amod", "compound", "nmod"} and c.i != token.i for c in token.children)

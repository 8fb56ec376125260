"""Whether the name of a state, capital or seat stands for those who govern there ("Moscow denied it") or for the place ("in Moscow").

Told by how the name hangs in its sentence: as the subject of what only somebody does, as the one who is accused, asked or thanked, as
the owner of a role or a statement, beside the preposition that a noun or verb of dealing with somebody takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.codebook import load_codebook

MODIFIERS = frozenset("amod compound nmod poss conj".split())
_HYPHENS = frozenset({"-", "–"})
_ADDRESSED = frozenset(
    "accuse admonish advise aid applaud appease arm ask assure back beg berate beseech blame caution chide commend condemn congratulate "
    "consult convince criticise criticize demand denounce deter discredit dissuade embolden encourage enrage expose finance fund implore "
    "inform instruct invite irritate isolate lambast lobby notify oblige oppose order persuade petition praise press pressure prod "
    "promise punish question quote rebuke remind reproach request sanction scold slam summon support tell thank threaten trust urge "
    "warn".split()
)
"""Verbs whose object is somebody."""

_UNDERGONE = frozenset("accuse blame condemn criticise criticize ask urge invite inform represent suspect tell warn thank press".split())
_BLAMED = frozenset("hold consider deem see view regard".split())
_JUDGED = frozenset("responsible accountable guilty complicit liable".split())
_STATIVE = frozenset("lie border stretch burn suffer bleed starve witness".split())
_DEALING = frozenset(
    "accord alliance animosity brinkmanship clash compact competition compromise confrontation consensus consultation contact "
    "cooperation coordination crisis dialogue difference discussion disagreement dispute enmity exchange feud friction meeting "
    "negotiation pact partnership rapprochement relation relationship rift rivalry row settlement standoff summit talk tension tie "
    "treaty trust understanding".split()
)
_OF_ROLE = frozenset(
    "accusation agreement allegation ally ambition announcement approval assertion assurance backer backing behaviour behavior "
    "blessing call claim commitment complicity consent cooperation credibility decision declaration demand denial disappointment "
    "foe friend goal guarantee hand influence initiative insistence intention interest interference intervention invitation "
    "involvement motive objection offer opinion opponent opposition order partner participation permission pledge policy position "
    "promise proposal protest reaction refusal rejection reluctance reply representative request resolve response responsibility "
    "rival role rhetoric silence stance statement strategy support supporter threat veto view warning willingness wish".split()
)
"""What only somebody has, gives or says."""

_GIVEN = frozenset(
    "accusation acknowledgement acknowledgment aid comment confirmation denial approval assistance assurance backing clearance consent "
    "encouragement funding guarantee help invitation objection order permission pledge pressure promise protection reaction reply "
    "response signal statement support threat warning".split()
)
_PARTNERS = frozenset("ally backer foe friend partner patron power rival sponsor supporter master protector opponent guarantor".split())
_DOERS = frozenset({"by", "against", "without", "alongside"})
_BESIDE = {
    "to": frozenset(
        "according appeal complain belong talk report listen loyal answer apologise apologize respond propose submit accord "
        "ally complaint letter message proposal reply response threat thanks ultimatum warning loyalty".split()
    ),
    "on": frozenset("call rely count depend prevail blame embargo pressure reliance sanction dependence influence".split()),
    "upon": frozenset("call rely count depend prevail".split()),
    "for": frozenset("spokesman spokeswoman spokesperson representative speak negotiator lawyer".split()),
    "from": _GIVEN,
    "in": frozenset("confidence faith trust hope".split()),
}
"""Lemmas of the verbs, nouns and adjectives beside which a preposition leads to somebody."""

_BOUNDS = frozenset("border frontier boundary crossing road highway railway line".split())
_BODIES = frozenset(
    "academy administration agency alliance army assembly association authority battalion bank brigade bureau center centre chamber "
    "coalition command commission committee congress coordination corp corps council court department directorate division federation "
    "force front gathering guard institute league legion movement network observatory office organization organisation parliament party "
    "police regiment syndicate union".split()
)
_HOUSED = frozenset({"university", "college", "ministry", "municipality"})
_LONGEST_BODY = 4
_CLAUSES = frozenset({"relcl", "ccomp"})
_EXAMPLES = frozenset({"including", "like", "as"})


def acts(root: Token) -> bool:
    """Say whether the name whose root is ``root`` stands for somebody: subject, agent, possessor, one who is addressed or dealt with."""
    root = _first_of_list(root)
    if root.dep_ == "nsubj":
        return not _only_lies(root.head)
    if root.dep_ == "nsubjpass":
        return root.head.lemma_.lower() in _UNDERGONE
    if root.dep_ in {"dobj", "dative"}:
        return _addressed(root.head)
    if root.dep_ == "pobj":
        return _dealt_with(root.head)
    if root.dep_ == "appos":
        return root.head.lemma_.lower() in _PARTNERS
    if opens_trait(root) or (root.dep_ == "attr" and _is_named(root.head)):
        return True
    return root.dep_ in MODIFIERS and _is_of_somebody(root.head, owned=root.dep_ == "poss")


def _first_of_list(root: Token) -> Token:
    """Return the word by which a name hangs in its sentence: the first of a list, the head of a longer name."""
    while root.dep_ == "conj" or (root.dep_ == "compound" and root.head.pos_ == "PROPN"):
        root = root.head
    return root


def _only_lies(verb: Token) -> bool:
    """Say whether what a subject does is what places do: "borders", "is burning"."""
    return verb.lemma_.lower() in _STATIVE


def _addressed(verb: Token) -> bool:
    """Say whether the object of a verb is somebody: "accused Moscow", "held Moscow responsible"."""
    lemma = verb.lemma_.lower()
    if lemma in _BLAMED:
        return any(word.lower_ in _JUDGED for child in verb.children for word in (child, *child.children))
    return lemma in _ADDRESSED


def _is_named(copula: Token) -> bool:
    """Say whether the complement of a copula is somebody: "it was Moscow that denied it", "the sponsors were Ankara and Moscow"."""
    subjects = [c.lemma_.lower() for c in copula.lefts if c.dep_ in {"nsubj", "expl"}]
    return bool(_PARTNERS.intersection(subjects)) or (subjects == ["it"] and any(c.dep_ in _CLAUSES for c in _below(copula)))


def _below(copula: Token) -> Iterator[Token]:
    for child in copula.rights:
        yield child
        yield from child.rights


def _dealt_with(preposition: Token) -> bool:
    """Say whether what follows a preposition is somebody: the doer, the other side of talks, the one who is relied on."""
    word, head = preposition.lower_, preposition.head
    if head.dep_ == "advmod" and head.pos_ == "ADV" and head.head.pos_ == "NOUN":
        head = head.head  # "no confirmation, however, from Moscow"
    if word in _EXAMPLES and head.i < preposition.i:
        return head.pos_ in {"NOUN", "PROPN"} and acts(head)
    if word == "of":
        return _is_of_somebody(head, owned=True)
    lemma, tables = head.lemma_.lower(), load_codebook().classes
    if word == "between":
        return lemma in _DEALING | tables["talk_noun"] | tables["truce"]
    if word == "with":
        return lemma not in _BOUNDS
    if word == "from" and head.pos_ in {"VERB", "AUX"}:
        return any(c.dep_ in {"dobj", "nsubj", "attr"} and c.i < preposition.i and c.lemma_.lower() in _GIVEN for c in head.children)
    return word in _DOERS or lemma in _BESIDE.get(word, ())


def _is_of_somebody(noun: Token, *, owned: bool) -> bool:
    """Say whether a noun is of forces or government, or, where it is ``owned``, what only somebody has: a role, a statement."""
    classes = load_codebook().classes
    acting = classes["force_noun"] | classes["government_noun"] | classes["attack_noun"]
    lemma = noun.lemma_.lower()
    return lemma in acting or (owned and lemma in _OF_ROLE)


def opens_trait(root: Token) -> bool:
    """Say whether a name is the first half of a compound that tells what it does: "US-backed", but not "Damascus-based"."""
    after = root.doc[root.i + 1 : root.i + 3]
    return len(after) > 1 and after[0].text in _HYPHENS and after[1].tag_ == "VBN" and after[1].lower_ != "based"


def names_body(root: Token) -> Token | None:
    """Return the last word of the body that is called by the name of a place ("the Odrin Media Center"), None where there is none.

    What has a house of its own, as a university, is a body only where it acts.
    """
    head = root.head
    if root.dep_ not in {"compound", "nmod"} or head.i <= root.i or not head.text[:1].isupper() or head.i - root.i > _LONGEST_BODY:
        return None
    if any(not t.text[:1].isupper() and t.text not in _HYPHENS for t in root.doc[root.i : head.i]):
        return None
    word = head.lower_.removesuffix("s")
    return head if word in _BODIES or (word in _HOUSED and acts(head)) else None

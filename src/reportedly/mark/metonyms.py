"""Whether the name of a state, capital or seat stands for those who govern there ("Moscow denied it") or for the place ("in Moscow").

Told by how the name hangs in its sentence: as the subject of what only somebody does, as the one who is accused, asked or thanked, as
the owner of a role or a statement, beside the preposition that a noun or verb of dealing with somebody takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.codebook import load_codebook
from reportedly.mark import dealings as words

MODIFIERS = frozenset("amod compound nmod poss conj".split())


def acts(root: Token) -> bool:
    """Say whether the name whose root is ``root`` stands for somebody: subject, agent, possessor, one who is addressed or dealt with."""
    root = _first_of_list(root)
    if root.dep_ == "nsubj":
        return not _only_lies(root.head)
    if root.dep_ == "nsubjpass":
        return root.head.lemma_.lower() in words.UNDERGONE
    if root.dep_ in {"dobj", "dative"}:
        return _addressed(root.head)
    if root.dep_ == "pobj":
        return _dealt_with(root.head)
    if root.dep_ == "appos":
        return root.head.lemma_.lower() in words.PARTNERS
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
    return verb.lemma_.lower() in words.STATIVE


def _addressed(verb: Token) -> bool:
    """Say whether the object of a verb is somebody: "accused Moscow", "held Moscow responsible"."""
    lemma = verb.lemma_.lower()
    if lemma in words.BLAMED:
        return any(word.lower_ in words.JUDGED for child in verb.children for word in (child, *child.children))
    return lemma in words.ADDRESSED


def _is_named(copula: Token) -> bool:
    """Say whether the complement of a copula is somebody: "it was Moscow that denied it", "the sponsors were Ankara and Moscow"."""
    subjects = [c.lemma_.lower() for c in copula.lefts if c.dep_ in {"nsubj", "expl"}]
    return bool(words.PARTNERS.intersection(subjects)) or (subjects == ["it"] and any(c.dep_ in words.CLAUSES for c in _below(copula)))


def _below(copula: Token) -> Iterator[Token]:
    for child in copula.rights:
        yield child
        yield from child.rights


def _dealt_with(preposition: Token) -> bool:
    """Say whether what follows a preposition is somebody: the doer, the other side of talks, the one who is relied on."""
    word, head = preposition.lower_, preposition.head
    if head.dep_ == "advmod" and head.pos_ == "ADV" and head.head.pos_ == "NOUN":
        head = head.head  # "no confirmation, however, from Moscow"
    if word in words.EXAMPLES and head.i < preposition.i:
        return head.pos_ in {"NOUN", "PROPN"} and acts(head)
    if word == "of":
        return _is_of_somebody(head, owned=True)
    lemma, tables = head.lemma_.lower(), load_codebook().classes
    if word == "between":
        return lemma in words.DEALING | tables["talk_noun"] | tables["truce"]
    if word == "with":
        return lemma not in words.BOUNDS
    if word == "from" and head.pos_ in {"VERB", "AUX"}:
        return any(c.dep_ in {"dobj", "nsubj", "attr"} and c.i < preposition.i and c.lemma_.lower() in words.GIVEN for c in head.children)
    return word in words.DOERS or lemma in words.BESIDE.get(word, ())


def _is_of_somebody(noun: Token, *, owned: bool) -> bool:
    """Say whether a noun is of forces or government, or, where it is ``owned``, what only somebody has: a role, a statement."""
    classes = load_codebook().classes
    acting = classes["force_noun"] | classes["government_noun"] | classes["attack_noun"]
    lemma = noun.lemma_.lower()
    return lemma in acting or (owned and lemma in words.OF_ROLE)


def opens_trait(root: Token) -> bool:
    """Say whether a name is the first half of a compound that tells what it does: "US-backed", but not "Damascus-based"."""
    after = root.doc[root.i + 1 : root.i + 3]
    return len(after) > 1 and after[0].text in words.HYPHENS and after[1].tag_ == "VBN" and after[1].lower_ != "based"


def names_body(root: Token) -> Token | None:
    """Return the last word of the body that is called by the name of a place ("the Odrin Media Center"), None where there is none.

    What has a house of its own, as a university, is a body only where it acts.
    """
    head = root.head
    if root.dep_ not in {"compound", "nmod"} or head.i <= root.i or not head.text[:1].isupper() or head.i - root.i > words.LONGEST_BODY:
        return None
    if any(not t.text[:1].isupper() and t.text not in words.HYPHENS for t in root.doc[root.i : head.i]):
        return None
    word = head.lower_.removesuffix("s")
    return head if word in words.BODIES or (word in words.HOUSED and acts(head)) else None

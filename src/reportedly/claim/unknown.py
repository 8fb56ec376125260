"""What is told not to be known: "it was unclear who did it", "he could not say whether P", "it was not possible to verify P"."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.claim.syntax import NOT

_UNSURE = frozenset({"unclear", "unknown", "uncertain", "unsure", "unconfirmed", "undetermined"})
_CLEAR = frozenset({"clear", "known", "certain", "sure"})
_FEASIBLE = frozenset({"possible", "able"})
_HARD = frozenset({"difficult", "hard", "impossible", "unable", "impractical"})
_KNOWING = frozenset(
    """
    know say tell specify determine confirm indicate identify establish clarify disclose reveal verify explain elaborate give rule
    ascertain corroborate understand see name
    """.split()
)
_FINDING = frozenset({"confirm", "verify", "determine", "establish", "ascertain", "corroborate", "know", "say", "tell", "specify"})
_NOT = NOT | frozenset({"never", "no", "neither", "nor", "nobody", "none", "cannot", "hardly", "yet"})
_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
_OPEN = frozenset({"if", "whether"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_STEPS = 3


def unknown_by(verb: Token) -> Token | None:
    """Return the verb that says that the clause of ``verb`` is what nobody can tell: itself, or its governor; None where none does."""
    if _is_unsure(verb):
        return verb
    head = verb
    for _ in range(_STEPS):
        if _is_open(head):
            governor = _predicate(head.head)
            return governor if head.head.i != head.i and (_is_unsure(governor) or _cannot_tell(head.head)) else None
        if head.dep_ not in _CLAUSES | {"conj"} or head.head.i == head.i:
            return None
        head = head.head
    return None


def opening_of(verb: Token) -> Token:
    """Return the first word of what :func:`unknown_by` found: "it" of "it was unclear"."""
    subjects = [c.left_edge for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i]
    return min(subjects, key=lambda t: t.i, default=verb)


def _is_open(clause: Token) -> bool:
    """Say whether a clause leaves something open: one that begins with "if", "whether", "who" or "how many"."""
    if any(t.dep_ == "mark" and t.lower_ in _OPEN for t in clause.children):
        return True
    opener = clause.left_edge
    first = opener if opener.pos_ != "ADP" or opener.i + 1 >= len(opener.doc) else opener.nbor(1)
    return first.tag_ in _ASKING and clause.dep_ in {"ccomp", "pcomp", "advcl", "csubj"}


def _predicate(token: Token) -> Token:
    """Return the verb of a predicate adjective: "was" for "clear"."""
    return token.head if token.dep_ in {"acomp", "oprd", "attr"} else token


def _is_unsure(verb: Token) -> bool:
    """Say whether a clause says that something is not clear or known, or cannot be found out."""
    for quality in (c for c in verb.children if c.dep_ in {"acomp", "oprd", "attr"}):
        word, denied = quality.lower_, _is_negated(verb) or _is_negated(quality)
        if word in _UNSURE or (word in _CLEAR and denied):
            return word in _CLEAR or not denied
        found = any(c.lemma_ in _FINDING for c in (*quality.children, *verb.children) if c.dep_ in _CLAUSES)
        if found and (word in _HARD or (word in _FEASIBLE and denied)):
            return True
    return False


def _cannot_tell(verb: Token) -> bool:
    """Say whether a verb says of somebody that they do not know or tell: "did not say", "was unable to specify", "declined to say"."""
    if verb.lemma_ not in _KNOWING:
        return False
    if _is_negated(verb):
        return True
    by = verb.head
    return verb.dep_ == "xcomp" and (by.lemma_ in {"decline", "refuse", "fail"} or by.lower_ == "unable" or _is_negated(by))


def _is_negated(token: Token) -> bool:
    return any(c.lower_ in _NOT for c in token.children if c.dep_ in {"neg", "advmod", "det", "nsubj", "preconj", "aux"})

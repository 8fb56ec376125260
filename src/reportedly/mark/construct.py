"""Putting an attribution together from a verb, its pattern and the tokens of its content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.cues import Cue, Cues
from reportedly.mark.found import Found, Range, joined, without
from reportedly.mark.sources import agent_of, source_range, subject_of
from reportedly.parse import unsaid

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "what"})
CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_OTHERWISE = frozenset(
    {"call off", "call up", "put off", "call in", "name after", "report in", "post up", "put up", "offer up", "order in"}
)
"""Verbs with a particle that say nothing, though the verb alone does."""
_MODALS = frozenset("can could may might must should".split())
_OPEN = _MODALS | {"to"}
_WIDENED = frozenset({"clause", "infinitive", "object", "about", "charge", "order"})
_BEING = frozenset({"be", "'s", "’s", "’"})
_NEAR = 4


class Verb:
    """A verb with its dependents sorted by label, first come first kept."""

    __slots__ = ("by", "lemma", "phrase", "preps", "token")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.lemma = token.lemma_.lower()
        self.phrase = ""
        self.by: dict[str, Token] = {}
        self.preps: list[Token] = []
        for child in token.children:
            self.by.setdefault(child.dep_, child)
            if child.dep_ in {"prep", "dative"}:
                self.preps.append(child)
            elif child.dep_ == "prt":
                self.phrase = f"{self.lemma} {child.lower_}"

    def cue(self, cues: Cues, pattern: str) -> Cue | None:
        """Return what ``cues`` knows of the verb in ``pattern``: of the verb with its particle, else of the verb alone."""
        if self.phrase in _OTHERWISE:
            return None
        return (cues.get(self.phrase, pattern) if self.phrase else None) or cues.get(self.lemma, pattern)


def construct(
    verb: Verb, cues: Cues, pattern: str, content: tuple[Range, ...], *, extra: Token | None = None, name: str = ""
) -> Iterator[Found]:
    """Yield the attribution of ``content`` to the subject of ``verb``, where ``cues`` knows the verb in ``pattern``.

    Args:
        verb: the cue.
        cues: the table of cues.
        pattern: the construction to look up.
        content: token ranges; the words of cue and source are cut out of them.
        extra: a preposition that belongs to the cue.
        name: name of the construction to hand on, where it is not ``pattern``.
    """
    passive = "nsubjpass" in verb.by or "auxpass" in verb.by
    head = agent_of(verb.token) if passive else subject_of(verb.token)
    yield from construct_with(verb, cues, pattern, content, head, extra=extra, name=name)


def construct_with(
    verb: Verb, cues: Cues, pattern: str, content: tuple[Range, ...], head: Token | None, *, extra: Token | None = None, name: str = ""
) -> Iterator[Found]:
    """Do what :func:`construct` does with ``head`` as the head word of the source, None where nobody is named."""
    cue = verb.cue(cues, pattern)
    if cue is None or not content or _nobody(verb, head):
        return
    words = cue_words(verb.token, extra)
    who = source_range(head, verb.token)
    wide = _widened(verb.token, content) if pattern.partition(".")[0] in _WIDENED else content
    what = without(wide, *words, *([who] if who else []))
    if what:
        speech = cue.speech and not (_irreal(verb) or unsaid(verb.token) or (who is None and _supposed(verb)))
        yield Found(verb.token.i, name or pattern, words, what, who, speech, cue.score)


def supposed(token: Token, head: Token | None) -> bool:
    """Say whether a verb of speech tells of none that took place: nobody speaks, or it might, should or would have to be said.

    ``head`` is the head word of its source, None where nobody is named.
    """
    verb = Verb(token)
    return _nobody(verb, head) or _irreal(verb) or unsaid(token) or (head is None and (token.tag_ == "VB" or _supposed(verb)))


def _nobody(verb: Verb, head: Token | None) -> bool:
    """Say whether nobody speaks: "it is worth noting that", "it goes without saying that", or an imperative."""
    if verb.token.head.lower_ == "worth":
        return True
    if head is None:
        return verb.token.tag_ == "VB" and verb.token.dep_ in {"ROOT", "ccomp"} and "auxpass" not in verb.by
    if head.lower_ != "it" or head.head.i == verb.token.i:
        return False
    return head.head.lemma_ in _BEING or (verb.token.dep_ == "pcomp" and verb.token.head.lower_ == "without")


def _irreal(verb: Verb) -> bool:
    """Say whether the speech is one that might or should take place: behind a modal, an infinitive under a noun, "had it said"."""
    extra = _OPEN if verb.token.dep_ in {"acl", "relcl"} else _MODALS
    before = verb.by.get("nsubj") or verb.by.get("nsubjpass")
    return any(
        c.dep_ == "aux" and (c.lower_ in extra or (c.lower_ == "had" and before is not None and c.i < before.i))
        for c in verb.token.children
    )


def _supposed(verb: Verb) -> bool:
    """Say whether speech that nobody is named for is only supposed: "if it is asked to go", "in return for agreeing to go"."""
    return verb.token.dep_ == "pcomp" or any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.token.children)


def _widened(token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return content after its verb with what else hangs on the verb behind it, up to the next mark or conjunction.

    The parse often hangs the end of a long clause ("… so that aid could come in") on the verb instead of on the clause.
    """
    begin, end = content[-1]
    last = token.right_edge.i + 1
    if content[0][0] < token.i:
        return content
    doc = token.doc
    while end < last and not (doc[end].is_punct or doc[end].is_space or (doc[end].dep_ in {"cc", "conj"} and doc[end].head.i < begin)):
        end += 1
    return (*content[:-1], (begin, _with_conjunct(token, end)))


def _with_conjunct(token: Token, end: int) -> int:
    """Return the end of a content that stops before "and" at ``end``, with what follows where it is no act of the speaker's.

    So are a bare infinitive ("urged them to stop and leave") and, behind a speaker who is named, a first person ("said P but I saw Q").
    """
    doc = token.doc
    if end >= len(doc) or doc[end].dep_ != "cc" or doc[end].head.i != token.i:
        return end
    following = next((c for c in token.children if c.dep_ == "conj" and c.i > end), None)
    if following is None or following.left_edge.i < end:
        return end
    subject = next((c for c in following.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        bare = following.tag_ == "VB" and not any(c.dep_ == "aux" for c in following.children)
        return following.right_edge.i + 1 if bare else end
    own = subject_of(token)
    first = subject.lower_ in {"i", "we"} and own is not None and own.lower_ not in {"i", "we"}
    return following.right_edge.i + 1 if first else end


def cue_words(token: Token, extra: Token | None = None) -> tuple[Range, ...]:
    """Return the range of a verb with its auxiliaries, negation, particle and, where given, its preposition."""
    parts = [token.i, *(c.i for c in token.children if c.dep_ in CUE_PARTS and abs(c.i - token.i) <= _NEAR)]
    if extra is not None:
        parts.append(extra.i)
    return joined(parts)

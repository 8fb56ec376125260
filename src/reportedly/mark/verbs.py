"""Attributions that a verb introduces, by how its content hangs on it in the parse (Universal-like labels of spaCy's English models)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.cues import Cues
from reportedly.mark.found import Found, Range, extent, joined, without
from reportedly.mark.sources import agent_of, source_range, subject_of

_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "relcl", "acl"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "what"})
_SHORTEST = 3
_BESIDE = frozenset("prep npadvmod advmod punct nsubj dative dobj advcl agent acl relcl prt aux neg".split())
_WIDENED = frozenset({"clause", "object", "about", "charge", "order"})


class Verb:
    """A verb with its dependents sorted by label, first come first kept."""

    __slots__ = ("by", "lemma", "preps", "token")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.lemma = token.lemma_.lower()
        self.by: dict[str, Token] = {}
        self.preps: list[Token] = []
        for child in token.children:
            self.by.setdefault(child.dep_, child)
            if child.dep_ in {"prep", "dative"}:
                self.preps.append(child)


def verb_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions that ``token``, a verb, introduces in the constructions that ``cues`` knows for it."""
    verb = Verb(token)
    if "nsubjpass" in verb.by or "auxpass" in verb.by or "agent" in verb.by:
        yield from _passive(verb, cues)
        thing = verb.by.get("nsubjpass")
        if "ccomp" not in verb.by or (thing is not None and thing.lower_ == "it"):
            return
    found = list(_governed(verb, cues))
    yield from found
    if not found:
        found = list(_closing(verb, cues)) or list(_aside(verb, cues))
        yield from found or _relative(verb, cues)


def _governed(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield what hangs on the verb: a clause, an infinitive, an object with or without its complement, prepositional objects."""
    by, token = verb.by, verb.token
    clause, infinitive, thing = by.get("ccomp"), by.get("xcomp"), by.get("dobj")
    if clause is not None and _is_content(clause, verb):
        yield from _make(verb, cues, "clause", _clause_content(verb, clause))
        return
    if infinitive is not None and infinitive.pos_ in {"VERB", "AUX"} and _has_to(infinitive) and not _for_whom(infinitive):
        if thing is not None and thing.i < infinitive.i:
            yield from _make(verb, cues, "order", joined([*range(*extent(thing)), *range(*extent(infinitive))]))
        else:
            asked = next((p for p in verb.preps if p.i < infinitive.i and p.lower_ in {"on", "upon"}), None)
            pieces = [extent(infinitive)] if asked is None else [(asked.i + 1, extent(asked)[1]), extent(infinitive)]
            yield from _make(verb, cues, "infinitive" if asked is None else "order", without(pieces))
        return
    small = by.get("oprd") or (infinitive if infinitive is not None and infinitive.pos_ in _NOMINAL else None)
    if small is not None:
        pieces = [*range(*extent(small)), *(range(*extent(thing)) if thing is not None else ())]
        yield from _make(verb, cues, "small", joined(pieces))
        return
    wished = by.get("advcl") or infinitive
    if wished is not None and thing is None and _has_to(wished) and _for_whom(wished):
        yield from _make(verb, cues, "about.for", (extent(wished),))
        return
    yield from _objects(verb, cues, thing, token)


def _objects(verb: Verb, cues: Cues, thing: Token | None, token: Token) -> Iterator[Found]:
    if thing is not None and thing.i > token.i:
        for prep in verb.preps:
            charged = list(_make(verb, cues, f"charge.{prep.lower_}", joined([*range(*extent(thing)), *range(*extent(prep))])))
            if charged and prep.i > thing.i:
                yield from charged
                return
        yield from _make(verb, cues, "object", (extent(thing),))
        return
    for prep in verb.preps:
        inner = [c for c in prep.children if c.dep_ in {"pobj", "pcomp"}]
        if inner:
            yield from _make(verb, cues, f"about.{prep.lower_}", (extent(inner[0]),), extra=prep)


def _passive(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield passives: "was condemned by X", "it was agreed that …", "is expected to …"."""
    by, token = verb.by, verb.token
    agent = agent_of(token)
    thing = by.get("nsubjpass")
    if (clause := by.get("ccomp")) is not None and thing is not None and thing.lower_ == "it":
        yield from _make(verb, cues, "passive.clause", (extent(clause),), source=agent)
    elif (to := by.get("xcomp")) is not None and thing is not None and agent is None:
        yield from _make(verb, cues, "passive.infinitive", joined([*range(*extent(thing)), *range(*extent(to))]), source=None)
    elif agent is not None:
        what = (extent(thing),) if thing is not None else ()
        if thing is None and any(c.lower_ == "as" and c.i < token.i for c in token.children):
            host = token.head
            what = without([(min(extent(host)[0], token.sent.start), extent(host)[1])], extent(token))
        elif thing is None and token.dep_ in {"acl", "relcl"}:
            what = without([extent(token.head)], extent(token))
        elif thing is not None and thing.lower_ in _RELATIVES and token.dep_ == "relcl":
            what = without([extent(token.head)], extent(token))
        if what:
            yield from _make(verb, cues, "passive", what, source=agent)


def _closing(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "P X said (on Monday)" at a sentence's end, where lost marks make the parse take X and its verb for part of P."""
    token, subject = verb.token, verb.by.get("nsubj")
    if subject is None or subject.lower_ in _RELATIVES or token.dep_ not in {"relcl", "ccomp", "advcl", "conj", "parataxis", "dep", "ROOT"}:
        return
    cue = cues.get(verb.lemma, "clause")
    if cue is None or not cue.speech or not all(c.dep_ in _BESIDE or c.i < token.i for c in token.children):
        return
    if any(c.dep_ == "mark" for c in token.children) or ("dobj" in verb.by and verb.lemma != "tell"):
        return
    sentence = token.sent
    begin, end = min(extent(subject)[0], token.i), max(token.right_edge.i, subject.right_edge.i) + 1
    if subject.i > token.i and begin == token.i:
        begin = min([c.i for c in token.children if c.dep_ in _CUE_PARTS and c.i < token.i], default=begin)
    split = next((c.left_edge.i for c in token.children if c.lower_ == "including" and c.i > token.i), end)
    rest = [t for t in token.doc[end : sentence.end] if t.is_alpha]
    before = token.doc[sentence.start : begin]
    if rest or len(before) < _SHORTEST or not any(t.pos_ in {"VERB", "AUX"} for t in before):
        return
    content = ((sentence.start, begin), *([(split, end)] if split < end else []))
    yield from _make(verb, cues, "clause", content, name="closing")


def _aside(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "…, X said, …" and "as X said": the content is the clause that the verb is set into."""
    token = verb.token
    if token.dep_ not in _PARENTHETIC or not {"nsubj"} & verb.by.keys():
        return
    subject = verb.by["nsubj"]
    if subject.lower_ in _RELATIVES and token.dep_ in {"relcl", "ccomp"}:
        return
    mark = next((c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i and c.lower_ == "as"), None)
    if token.dep_ in {"advcl", "acl"} and mark is None:
        return
    host = token.head
    while host.dep_ in {"conj", "ccomp", "relcl"} and host.head.i != host.i and token.dep_ == "relcl":
        host = host.head
    yield from _make(verb, cues, "paren" if mark is None else "as", without([extent(host)], extent(token)))


def _relative(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "the plan that X rejected": the content is the noun that the clause is about."""
    token = verb.token
    subject = verb.by.get("nsubj")
    if token.dep_ == "relcl" and subject is not None and subject.lower_ not in _RELATIVES and token.head.pos_ in _NOMINAL:
        yield from _make(verb, cues, "relative", without([extent(token.head)], extent(token)))


def _make(verb: Verb, cues: Cues, pattern: str, content: tuple[Range, ...], source: Token | None | bool = True, extra: Token | None = None, name: str = "") -> Iterator[Found]:  # noqa: E501
    cue = cues.get(verb.lemma, pattern)
    if cue is None:
        return
    head = subject_of(verb.token) if isinstance(source, bool) else source
    words = cue_words(verb.token, extra)
    if head is not None and head.lower_ == "it" and verb.token.head.pos_ == "ADJ":
        return  # "it is worth noting that": nobody's words but the page's
    who = source_range(head, verb.token)
    holes = [*words, *([who] if who else [])]
    what = without(_widened(verb.token, content) if pattern.partition(".")[0] in _WIDENED else content, *holes)
    if what:
        yield Found(verb.token.i, name or pattern, words, what, who, cue.speech, cue.score)


def _widened(token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return content after its verb with what else hangs on the verb behind it, up to the next mark or conjunction.

    The parse often hangs the end of a long clause ("… so that aid could come in") on the verb instead of on the clause.
    """
    begin, end = content[-1]
    last = token.right_edge.i + 1
    if not content or content[0][0] < token.i:
        return content
    doc = token.doc
    while end < last and not doc[end].is_punct and not doc[end].is_space and not doc[end].is_quote and doc[end].dep_ not in {"cc", "conj"}:
        end += 1
    return (*content[:-1], (begin, end))


def cue_words(token: Token, extra: Token | None = None) -> tuple[Range, ...]:
    """Return the range of a verb with its auxiliaries, negation, particle and, where given, its preposition."""
    parts = [token.i] + [c.i for c in token.children if c.dep_ in _CUE_PARTS and abs(c.i - token.i) <= 4]  # noqa: PLR2004
    if extra is not None:
        parts.append(extra.i)
    return joined(parts)


def _is_content(clause: Token, verb: Verb) -> bool:
    """Say whether a complement clause is what the verb tells, not the clause that the verb is set into."""
    return clause.i != verb.token.i and (clause.pos_ in {"VERB", "AUX"} or clause.pos_ in _NOMINAL or True)


def _clause_content(verb: Verb, clause: Token) -> tuple[Range, ...]:
    """Return the clause; where it stands before its verb, from the sentence's start, for the parse likes to lose its first words."""
    begin, end = extent(clause)
    first = verb.by.get("nsubj")
    if first is not None and end <= first.i and (extra := verb.token.left_edge.i) < begin:
        begin = extra
    return ((begin, end),)


def _for_whom(infinitive: Token) -> bool:
    """Say whether an infinitive has its subject after "for": "called for the army to leave"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in infinitive.children)


def _has_to(infinitive: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in infinitive.children)

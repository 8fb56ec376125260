"""Statements: what somebody is said to hold that no frame of the codebook takes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.claim.about import about
from reportedly.claim.bargains import stands_under
from reportedly.claim.clauses import clause_heads, is_finite
from reportedly.claim.context import Context
from reportedly.claim.count import free_figures
from reportedly.claim.explain import by_clause
from reportedly.claim.plans import is_term
from reportedly.claim.scene import places_of
from reportedly.claim.spans import Clauses
from reportedly.claim.stance import hedge_of, stance_of
from reportedly.claim.syntax import VERBAL
from reportedly.claim.topics import GRAVE, topic_of
from reportedly.claim.valid import NEWS, asserted_on, lasts, news_window, valid_time
from reportedly.claim.voice import Voice, voice_of
from reportedly.claim.wording import neutral
from reportedly.ids import span_id
from reportedly.model import Claim
from reportedly.parse import root_of, sentence_bounds, sentences, text_of, tokens_between
from reportedly.text import excerpt, trim

METHOD = "attributed-content/rules-1"
_SCORE = 0.5
_SHORTEST = 4
_CLOSING = frozenset('.!?)"”’»')
_OPEN_ENDS = frozenset({"ADP", "DET", "SCONJ", "CCONJ", "PART", "AUX"})
_SHARE = 0.4
_POLITICAL = frozenset({"state", "government", "coalition", "alliance", "body", "party", "person", "armed-group", "armed-force"})
_PREDICATE = frozenset({"dobj", "attr", "acomp", "prep", "oprd", "xcomp"})


class _Part(NamedTuple):
    start: int
    end: int
    tokens: Tokens


def statements(context: Context, drawn: Sequence[Claim]) -> list[Claim]:
    """Return a claim of type ``statement`` for what ``drawn`` leaves out.

    That is each sentence of attributed speech in which nothing was drawn, and each clause, attributed or not, that says
    something of an actor and holds no other claim.
    """
    taken = bytearray(len(text_of(context.doc)))
    for claim in drawn:
        _take(taken, claim.start, claim.end)
    made: list[Claim] = []
    for part in (*_parts(context), *_clauses(context)):
        if not _covered(part, taken):
            made.append(_statement(context, part))
            _take(taken, part.start, part.end)
    return made


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _covered(part: _Part, taken: bytearray) -> bool:
    """Say whether other claims hold the verb of a part or more than a fair share of its characters."""
    if taken[root_of(part.tokens).idx]:
        return True
    return taken.count(1, part.start, part.end) > _SHARE * (part.end - part.start)


def _clauses(context: Context) -> Iterator[_Part]:
    """Yield finite clauses that name an actor, tell of harm, violence or need, or may tell the term of a plan."""
    clauses = Clauses.of(context.doc, set())
    for sentence in sentences(context.doc):
        for head in clause_heads(sentence):
            said = context.attribution_by_cue(head.idx)
            if not context.readable[head.idx] or (said is not None and said.speech):
                continue
            start, end = clauses.span(head)
            part = tokens_between(context.doc, start, end, whole=False)
            if part is None or not _is_long(part) or part[-1].pos_ in _OPEN_ENDS:
                continue
            if (
                is_term(head)
                or context.actors_among(part.start, part.end)
                or stands_under(context, head)
                or topic_of(context, head, own=True) in GRAVE
            ):
                yield _Part(start, end, part)


def _parts(context: Context) -> Iterator[_Part]:
    """Yield the contents of speech attributions, sentence by sentence, leaving out those that hold another attribution."""
    held = context.reading.attributions or ()
    parents = {a.parent for a in held if a.speech}
    for attribution in held:
        if not attribution.speech or attribution.id in parents:
            continue
        for span in attribution.content:
            tokens = tokens_between(context.doc, span.start, span.end, whole=False)
            if tokens is None or not context.readable[span.start]:
                continue
            for sentence in _sentences_of(tokens):
                start, end = max(sentence.start_char, span.start), min(sentence.end_char, span.end)
                part = tokens_between(context.doc, start, end, whole=False)
                if part is not None:
                    yield from _split(context, part, start, end)


def _split(context: Context, part: Tokens, start: int, end: int) -> Iterator[_Part]:
    """Yield the clauses of a part that are joined by "and" or "but" and have a subject each; the whole part where it has but one."""
    root = root_of(part)
    joined = _joined(part, root)
    cuts = [t.left_edge for t in part if t.dep_ == "conj" and t.i in joined and t.pos_ in VERBAL and is_finite(t)]
    edges = [start, *(cut.idx for cut in cuts if cut.idx > start), end]
    for begin, until in pairwise(edges):
        found = tokens_between(context.doc, begin, until, whole=False)
        while found is not None and len(found) > 1 and found[-1].dep_ in {"cc", "punct", "mark"} and found[-1].text not in _CLOSING:
            found = found[:-1]
        if found is not None and _is_long(found) and any(t.pos_ in VERBAL for t in found) and not _breaks_off(found):
            yield _Part(*trim(text_of(context.doc), found[0].idx, found[-1].idx + len(found[-1])), found)


def _breaks_off(part: Tokens) -> bool:
    """Say whether a part ends with its own verb, whose object was drawn apart: "the province saw" of "saw 25 fighters killed"."""
    last = root_of(part)
    return last.i == part.end - 1 and last.pos_ in VERBAL and any(c.i > last.i and c.dep_ in _PREDICATE for c in last.children)


def _joined(part: Tokens, root: Token) -> set[int]:
    """Return the indices of the root of a part and of what is joined to it, each after what it is joined to."""
    out = {root.i}
    for token in part:
        if token.dep_ == "conj" and token.head.i in out:
            out.add(token.i)
    return out


def _sentences_of(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the sentences that ``tokens`` stand in."""
    at = tokens.start
    while at < tokens.end:
        begin, at = sentence_bounds(tokens.doc[at])
        yield tokens.doc[begin:at]


def _is_long(part: Tokens) -> bool:
    """Say whether ``part`` has enough words to say something."""
    return sum(1 for _ in islice((t for t in part if t.is_alpha), _SHORTEST)) == _SHORTEST


def _stance(context: Context, root: Token) -> str:
    return stance_of(context, root, context.attribution_at(root.idx))


def _judges(context: Context, voice: Voice, part: _Part) -> bool:
    """Say whether a political actor passes judgement on another: a clause about another actor with a judging word in its predicate."""
    speaker = context.pack.actors.get(voice.speaker.actor or "")
    if voice.own or speaker is None or speaker.kind not in _POLITICAL:
        return False
    for verb in (t for t in part.tokens if t.pos_ in VERBAL):
        about = [t for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} for t in c.subtree]
        others = [m for t in about if (m := context.actor_at.get(t.i)) is not None and m.actor != speaker.id]
        said = [verb, *(t for c in verb.children if c.dep_ in _PREDICATE for t in c.subtree)]
        if others and any(context.class_has("judgement", t) for t in said):
            return True
    return False


def _kind(context: Context, voice: Voice, part: _Part, root: Token) -> tuple[str, str]:
    """Return the type and frame of a part: a judgement, what its core words are about, or else a statement."""
    if _judges(context, voice, part):
        return "position", "judges"
    topic = None if is_term(root) or stands_under(context, root) else topic_of(context, root, own=voice.own)
    return (topic.type, topic.frame) if topic is not None else ("statement", "says")


def _statement(context: Context, part: _Part) -> Claim:
    root = root_of(part.tokens)
    voice = voice_of(context, root.idx, None, None)
    stance = _stance(context, root)
    args = about(context, part.tokens, part.start, part.end, voice.speaker.actor)
    valid = valid_time(context, root, part.start, part.end, stance)
    news = news_window(context, root, valid)
    kind, frame = _kind(context, voice, part, root)
    at = places_of(context, root, part.start, part.end, wide=kind == "casualty" and lasts(valid))
    if frame == "judges":
        args = tuple((role.replace("about", "judged"), argument) for role, argument in args if argument.actor != voice.speaker.actor)
    return Claim(
        id=span_id("c", context.reading.document.id, part.start, part.end, frame),
        start=part.start,
        end=part.end,
        type=kind,
        frame=frame,
        gloss=f"{voice.speaker.name}: {excerpt(text_of(context.doc)[part.start : part.end])}",
        args=args,
        stance=stance,
        speaker=voice.speaker,
        chain=voice.chain,
        own=voice.own,
        proposition=span_id("p", "says", neutral(context, part.start, part.end).lower().split()),
        valid=news or valid,
        asserted=asserted_on(context, root.idx),
        hedge=hedge_of(context, root, part.start, part.end),
        places=at.spelled,
        place_ids=at.ids,
        places_told=at.told,
        figures=free_figures(context, part.start, part.end),
        attribution=voice.attribution,
        method=METHOD + NEWS if news else METHOD,
        score=_SCORE,
        explanation=by_clause(frame, METHOD, root, args, _SCORE),
    )

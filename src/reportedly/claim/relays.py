"""Outlets between the page and who speaks: who was told, gave an interview to, or was quoted by another outlet."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.model import Attribution
from reportedly.parse import sentence_bounds, sentence_number, tokens_between

_FAR = 7
_AFTER = 4
_BEFORE = 6
_TOLD = frozenset("tell inform brief text".split())
_SAID = frozenset("say speak talk confirm explain reveal admit describe declare state complain add write insist claim deny".split())
_SPEAKING = frozenset("speak talk write".split())
_CARRYING = frozenset("carry quote cite publish report post broadcast air release print run give make relay obtain see".split())
_BETWEEN = frozenset(
    """interview statement remark comment article report agency newspaper channel television tv network website news briefing message
    correspondent reporter journalist phone telephone conversation broadcaster daily magazine paper service radio press op-ed column
    editorial piece""".split()
)
_PREPOSITIONS = frozenset("to with by in on from via through of for".split())
_QUOTING = frozenset({"quote", "cite"})
_NAMING = frozenset({"compound", "poss", "nmod", "amod", "appos", "flat"})


def relays(context: Context) -> dict[str, tuple[str, ...]]:
    """Return for the id of every attribution that has some the outlets that its words came through, outermost first.

    "A resident told Varda News", "in an interview with the Gulf Dispatch", "was quoted by Varda as saying", "Varda quoted her as
    saying"; and what the same speaker goes on to say, or, without a name, has said just before.
    """
    if context.relays is None:
        held = sorted(context.reading.attributions or (), key=lambda a: _place(context, a))
        own = {a.id: found for a in held if (found := _told(context, a))}
        context.relays = own | _carried_on(context, held, own)
    return context.relays


def cue_of(context: Context, attribution: Attribution) -> Token | None:
    """Return the verb of an attribution's cue, None where it has none."""
    for span in attribution.cue:
        tokens = tokens_between(context.doc, span.start, span.end)
        verb = next((t for t in tokens or () if t.pos_ == "VERB"), None) or next((t for t in tokens or () if t.pos_ == "AUX"), None)
        if verb is not None:
            return verb
    return None


def _place(context: Context, attribution: Attribution) -> int:
    first = (attribution.cue or attribution.content)[0].start
    tokens = tokens_between(context.doc, first, first + 1)
    return tokens[0].i if tokens is not None else first


def _carried_on(context: Context, held: Sequence[Attribution], own: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the outlets of attributions that name none but carry on, or lead up to, what their speaker told one."""
    out: dict[str, tuple[str, ...]] = {}
    last: dict[tuple[str | None, str | None], tuple[int, tuple[str, ...]]] = {}
    for found in held:
        who, at = _who(found), _sentence(context, found)
        before = last.get(who)
        if found.id in own:
            last[who] = (at, own[found.id])
        elif found.speaker_name and before is not None and at - before[0] <= _AFTER:
            out[found.id] = before[1]
            last[who] = (at, before[1])
    following: dict[tuple[str | None, str | None], tuple[int, tuple[str, ...]]] = {}
    for found in reversed(held):
        who, at = _who(found), _sentence(context, found)
        after = following.get(who)
        if found.id in own:
            following[who] = (at, own[found.id])
        elif found.anonymous and found.id not in out and after is not None and after[0] - at <= _BEFORE:
            out[found.id] = after[1]
    return out


def _who(attribution: Attribution) -> tuple[str | None, str | None]:
    """Return what tells one speaker from another: the name, "one of them" counting as all of them, and the words around."""
    name = attribution.speaker_name
    return (name.removeprefix("one of the ") if name else None, attribution.parent)


def _sentence(context: Context, attribution: Attribution) -> int:
    at = _place(context, attribution)
    return sentence_number(context.doc[at]) if at < len(context.doc) else 0


def _told(context: Context, attribution: Attribution) -> tuple[str, ...]:
    """Return the outlets that the sentence of the cue names outside of content and source, where they were told or carried it."""
    cue = cue_of(context, attribution)
    if cue is None:
        return ()
    source = [t for span in attribution.source for t in tokens_between(context.doc, span.start, span.end) or ()]
    begin, end = sentence_bounds(cue)
    out: list[str] = []
    for word, mention in context.actors_among(begin, end):
        token = context.doc[word]
        if mention.kind != "outlet" or _says(attribution, token) or mention.name == attribution.speaker_name:
            continue
        if _leads_to(token, cue, source) or _quotes(token, cue):
            out.append(mention.name)
    return tuple(dict.fromkeys(out))


def _says(attribution: Attribution, token: Token) -> bool:
    return any(span.start <= token.idx < span.end for span in attribution.content)


def _leads_to(token: Token, cue: Token, source: Sequence[Token]) -> bool:
    """Say whether the way from an outlet's name up the parse to cue or source goes only through words of telling and carrying."""
    verbs, holders = {cue.i, *(c.i for c in cue.conjuncts)}, {t.i for t in source}
    step = token
    for _ in range(_FAR):
        above = step.head
        if above.i == step.i:
            return False
        if above.i in verbs or (above.lemma_.lower() in _QUOTING and above.is_ancestor(cue)):
            return _tells(step, above)
        if above.i in holders and step.pos_ == "VERB":
            return step.lemma_.lower() in _SPEAKING | _CARRYING and step.dep_ in {"acl", "relcl"}
        if not _passes(step, above):
            return False
        step = above
    return False


def _passes(step: Token, above: Token) -> bool:
    lemma = above.lemma_.lower()
    carried = lemma in _CARRYING | _SPEAKING and above.dep_ in {"acl", "relcl", "advcl"}
    return above.lower_ in _PREPOSITIONS or lemma in _BETWEEN or carried or (step.dep_ in _NAMING and above.pos_ == "PROPN")


def _tells(step: Token, verb: Token) -> bool:
    """Say whether the child ``step`` of a verb of speech names who was told or carried the words."""
    lemma = verb.lemma_.lower()
    if step.dep_ == "agent" or step.lower_ == "by":
        return lemma in _QUOTING | _CARRYING
    if step.dep_ == "prep" or step.pos_ == "ADP":
        through = any(c.dep_ == "pobj" and c.lemma_.lower() in _BETWEEN for c in step.children)
        return through or (step.lower_ in {"to", "on", "via", "through"} and lemma in _SAID | _TOLD)
    if step.dep_ == "advcl":
        return step.lemma_.lower() in _SPEAKING
    return step.dep_ in {"dobj", "dative", "iobj"} and lemma in _TOLD


def _quotes(token: Token, cue: Token) -> bool:
    """Say whether the outlet quotes the source: "Varda quoted a resident as saying"."""
    verb = token.head
    near = verb.i == cue.i or cue.is_ancestor(verb) or verb.is_ancestor(cue)
    return token.dep_ == "nsubj" and verb.lemma_.lower() in _QUOTING and near

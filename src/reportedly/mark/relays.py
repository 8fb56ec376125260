"""Reports that name whom they have it from ("P, X reported citing Y", "Y was quoted by X as saying P"): X says P, and inside of it Y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.construct import cue_words
from reportedly.mark.drafts import Draft, cut_out, length, shared
from reportedly.mark.found import Page, characters, edged, extent
from reportedly.mark.sources import source_range, subject_of
from reportedly.mark.speaking import can_speak
from reportedly.mark.tails import tail_of
from reportedly.model.span import Span
from reportedly.parse import sentence_bounds, sentence_number
from reportedly.text import trim

CITED = "cited"
"""The construction of the inner one of the two, whose content is that of the outer."""
_CITING = frozenset({"citing", "quoting"})
_QUOTED = frozenset({"quote", "cite"})
_CARRIERS = frozenset("news report information statement data figure testimony account document comment word message".split())
_REPORTING = frozenset("say report state announce add write confirm claim note".split())
_ENDS = frozenset({",", ";", ":", '"', "“", "”", "that", "who", "which", "as"})
_LONGEST = 14
_SHORTEST = 3
_SCORE = 0.8


def with_relays(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts`` with what is reported on another's word given to both: the outer speaker's first, the other's inside of it."""
    out = _quoted(drafts)
    for token in page.doc:
        if token.tag_ == "VBN" and token.lemma_.lower() in _QUOTED:
            out = _quoted_behind(page, out, token)
    for token in page.doc:
        if token.lower_ in _CITING and token.pos_ == "VERB":
            out = _cited(page, out, token)
    return out


def _quoted_behind(page: Page, drafts: list[Draft], quoted: Token) -> list[Draft]:
    """Return ``drafts`` with "P Y was quoted as saying by X" read as Y's words in X's, where P stands before its speakers."""
    particle = next((c for c in quoted.children if c.lower_ == "as" and c.i > quoted.i), None)
    saying = next((c for c in particle.children if c.dep_ == "pcomp"), None) if particle is not None else None
    by = next((t for t in quoted.subtree if t.i > quoted.i and t.lower_ == "by"), None)
    who = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if saying is None or who is None or any(c.dep_ in {"ccomp", "dobj"} and c.i > saying.i for c in saying.children):
        return drafts
    words, first = tail_of(quoted, {}), sentence_bounds(quoted)[0]
    content = characters(page, [(first, words[0].i)]) if words else ()
    if not content or words[0].i - first < _SHORTEST:
        return drafts
    inner, outer = characters(page, [(words[0].i, words[-1].i + 1)]), characters(page, [extent(who)])
    cue = characters(page, cue_words(quoted))
    kept = [made for made in drafts if made.head.i not in {quoted.i, saying.i}]
    return [
        *kept,
        Draft(quoted, "closing", content, cue, outer, who, speech=True, score=_SCORE),
        Draft(saying, CITED, content, characters(page, [(saying.i, saying.i + 1)]), inner, words[-1], speech=True, score=_SCORE),
    ]


def regrown(drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts`` with what somebody cited says as long as the report that cites them, once that has grown to whole quotations."""
    out = list(drafts)
    for n, made in enumerate(out):
        if made.pattern != CITED:
            continue
        number = sentence_number(made.head)
        outer = [m for m in out if m.pattern != CITED and sentence_number(m.head) == number and shared(m.content, made.content)]
        longest = max(outer, key=lambda m: length(m.content), default=made)
        if length(longest.content) > length(made.content) and shared(longest.content, made.content) == length(made.content):
            out[n] = replace(made, content=longest.content)
    return out


def _cited(page: Page, drafts: list[Draft], citing: Token) -> list[Draft]:
    """Return ``drafts`` with the report that ``citing`` belongs to, if any, and whom it cites."""
    found = _whom(citing)
    if found is None:
        return drafts
    holder, begin, end = found
    main = _main(drafts, citing) or _stated(page, citing, end)
    if main is None:
        return drafts
    end = _up_to(page, main, citing, end)
    words = characters(page, [(citing.i, end)])
    outer = _freed(page.text, main, Span(citing.idx, words[-1].end))
    source = cut_out(characters(page, [(begin, end)]), outer.source)
    if not source or not outer.content or not outer.source:
        return drafts
    source = tuple(Span(*trim(page.text, *s)) for s in source)
    cue = characters(page, [(citing.i, begin)])
    inner = Draft(citing, CITED, outer.content, cue, source, holder, speech=True, score=outer.score)
    kept = [outer if made is main else made for made in drafts if made.head.i != citing.i or made is main]
    return [*kept, *([] if any(made is outer for made in kept) else [outer]), inner]


def _up_to(page: Page, main: Draft, citing: Token, end: int) -> int:
    """Return where the phrase that ``citing`` governs ends: before the outer source, which the parse may take for its end."""
    start = main.source[0].start
    return next((i for i in range(citing.i + 2, end) if page.doc[i].idx >= start > citing.idx), end)


def _whom(citing: Token) -> tuple[Token, int, int] | None:
    """Return whom a participle cites: the head word, and where the phrase begins and ends; None where it is nobody who can speak."""
    thing = next((c for c in citing.children if c.dep_ == "dobj" and c.i > citing.i), None)
    if thing is None:
        return None
    begin, end = extent(thing)
    end = min(end, citing.i + _LONGEST)
    if thing.lemma_.lower() in _CARRIERS:
        of = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ in {"from", "by"}), None)
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if inner is not None:
            thing, begin = inner, inner.left_edge.i
    begin = max(begin, citing.i + 1)
    for i in range(begin + 1, end):
        word = citing.doc[i]
        if word.lower_ in _ENDS or word.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            end = i
            break
    return (thing, begin, end) if can_speak(thing) and begin < end else None


def _main(drafts: Sequence[Draft], citing: Token) -> Draft | None:
    """Return the report of the sentence of ``citing`` that stands nearest to it."""
    number = sentence_number(citing)
    near = [
        made
        for made in drafts
        if made.speech and made.source and made.head.i != citing.i and made.pattern != CITED and sentence_number(made.head) == number
    ]
    near = [made for made in near if made.head.lemma_.lower() in _REPORTING and made.pattern not in {"object", "relative"}]
    return min(near, key=lambda made: (made.head.i != citing.head.i, abs(made.head.i - citing.i)), default=None)


def _stated(page: Page, citing: Token, end: int) -> Draft | None:
    """Return the report of "X reported quoting Y that P", whose clause the parse hangs on Y."""
    verb = citing.head
    who = source_range(subject_of(verb), verb) if verb.pos_ == "VERB" and verb.lemma_.lower() in _REPORTING else None
    if who is None or end >= len(page.doc) or page.doc[end].lower_ != "that":
        return None
    content = characters(page, [(end, citing.right_edge.i + 1)])
    source = characters(page, [who])
    if not content or not source or not any(t.pos_ in {"VERB", "AUX"} for t in page.doc[end : citing.right_edge.i + 1]):
        return None
    return Draft(verb, "clause", content, characters(page, cue_words(verb)), source, subject_of(verb), speech=True, score=0.7)


def _freed(text: str, made: Draft, hole: Span) -> Draft:
    """Return ``made`` without the words of ``hole`` in its content and source."""
    content = tuple(s for span in cut_out(made.content, (hole,)) if (s := edged(text, span)).start < s.end)
    source = tuple(s for span in cut_out(made.source, (hole,)) if (s := edged(text, span)).start < s.end)
    return replace(made, content=content, source=source)


def _quoted(drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts`` with "Y was quoted by X as saying P" and "X quoted Y as saying P" read as Y's words in X's."""
    out = list(drafts)
    said = {made.head.head.head.i: n for n, made in enumerate(out) if made.head.dep_ == "pcomp" and made.head.head.lower_ == "as"}
    for n, made in enumerate(drafts):
        at = said.get(made.head.i)
        if made.head.lemma_.lower() not in _QUOTED or at is None or not made.source:
            continue
        if made.pattern == "passive":
            content = cut_out(out[at].content, (*made.source, *made.cue))
            if content:
                out[n] = replace(made, content=content, speech=True)
                out[at] = replace(out[at], pattern=CITED, content=content, source=cut_out(out[at].source, made.source) or out[at].source)
        elif out[at].source:
            out[n] = replace(made, content=cut_out(out[at].content, made.source) or made.content, speech=True)
            out[at] = replace(out[at], pattern=CITED, speech=True)
    return out

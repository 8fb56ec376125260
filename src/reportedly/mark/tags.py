"""Reports whose source stands behind them, without a comma: "P the Odrin Post reported on Friday", "P Varda said citing a medic".

The parse takes such a source for a part of what is told before it, or the verb for one of what is told. Here it is read from the
order of the words: a source, a verb of speech, and nothing behind that the verb could tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from reportedly.mark.construct import cue_words
from reportedly.mark.drafts import Draft, cut_out, holder_of
from reportedly.mark.found import Page, characters
from reportedly.mark.quotes import QuoteIndex
from reportedly.mark.speaking import can_speak, names_speaker
from reportedly.mark.tails import tail_of
from reportedly.model import ActorMention
from reportedly.model.span import Span
from reportedly.parse import root_of, sentence_of, sentences, tokens_between

_SAYING = frozenset({"say", "report", "add", "tell", "announce", "confirm", "declare", "state", "note", "reveal", "stress", "explain"})
_DENYING = frozenset({"deny", "confirm", "rule", "dispute"})
_FORMS = frozenset({"says", "said", "reports", "reported", "tells", "told", "adds", "added", "announced", "confirmed"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_ON = frozenset(
    {"adding", "citing", "quoting", "noting", "stressing", "updating", "blaming", "saying", "referring", "without", "describing"}
    | {"according"}
)
_CITING = frozenset({"citing", "quoting"})
_PLAIN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "VERB", "NUM"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_SHORTEST = 3
_LONGEST = 12
_GAP = 3
_SCORE = 0.8


def with_tags(page: Page, drafts: Sequence[Draft], actors: Sequence[ActorMention], quotes: QuoteIndex) -> list[Draft]:
    """Return ``drafts`` with the source of each report cut free of what runs into it, and with reports that close with their source.

    Args:
        page: the document.
        drafts: attributions found so far.
        actors: mentions of actors, whose kinds tell outlets from places.
        quotes: quotations, inside of which nothing is changed.
    """
    known = _known(page, actors)
    out = [made if quotes.at(made.head.idx) is not None else _freed(page, _turned(page, made), known) for made in drafts]
    at = {made.head.i: n for n, made in enumerate(out) if made.pattern != "title"}
    for sentence in sentences(page.doc):
        verb = _closing(sentence)
        if verb is None or quotes.at(verb.idx) is not None:
            continue
        number, words = at.get(verb.i), tail_of(verb, known)
        if not words or not (_tells(sentence, words[0]) or (number is not None and not out[number].source)):
            continue
        if number is None:
            made = _made(page, sentence, verb, words)
            tag = [span for new in made for span in (*new.source, *new.cue)]
            out = [_without_tag(old, tag, sentence) for old in out] + made
            continue
        out[number] = _mended(page, sentence, out[number], words, known) or out[number]
        out[number] = _reaching(page, _told_before(page, sentence, out[number], words), words)
        if out[number].source and out[number].source[0].start == words[0].idx:
            tag = [*out[number].source, *out[number].cue]
            out = [old if n == number else _without_tag(old, tag, sentence) for n, old in enumerate(out)]
        if not any(sentence.start <= made.head.i < verb.i and made.speech for made in out):
            out[number] = _joined(sentence, out[number])
    return out


def _without_tag(made: Draft, tag: Sequence[Span], sentence: TokenSpan) -> Draft:
    """Return a report of the same sentence without the source and verb that close it: "X said P the agency reported"."""
    if not sentence.start <= made.head.i < sentence.end or not tag or made.end > tag[-1].end:
        return made
    content = cut_out(made.content, tag)
    return replace(made, content=content) if content and content != made.content else made


def _turned(page: Page, made: Draft) -> Draft:
    """Return "P said X" read as X's words, where the parse takes P for who spoke: "five were in danger said the head of the clinic"."""
    if made.head.lemma_ not in {"say", "add"} or not made.source or not made.source[-1].end <= made.head.idx < made.start:
        return made
    before, behind = tokens_between(page.doc, *made.source[0]), tokens_between(page.doc, *made.content[0])
    if before is None or behind is None or not any(t.tag_ in _TENSED and t.pos_ in {"VERB", "AUX"} for t in before):
        return made
    holder = root_of(behind)
    if any(t.tag_ in _RELATIVES for t in before) or holder.pos_ not in {"NOUN", "PROPN"} or not can_speak(holder):
        return made
    return replace(made, source=made.content, content=made.source, holder=holder, speech=True)


def _freed(page: Page, made: Draft, known: dict[int, ActorMention]) -> Draft:
    """Return ``made``, a report whose content follows it, with the source right before its verb: "In a call with X local sources said"."""
    head = made.head
    denied = head.lemma_.lower() in _DENYING and any(c.dep_ == "neg" for c in head.children)
    said = head.lemma_.lower() in _SAYING and head.tag_ in _FINITE
    if not made.source or made.start < head.idx or not (said or denied):
        return made
    words = tail_of(head, known) if made.source[0].start < head.idx else []
    if words and _introduced(made, words, known):
        return replace(made, holder=words[-1])
    source = characters(page, [(words[0].i, words[-1].i + 1)]) if words and _better(made, words) else ()
    if not source or source == made.source or source[0].start < made.source[0].start:
        return made
    return replace(made, source=source, holder=_holder(made, words), speech=True)


def _known(page: Page, actors: Sequence[ActorMention]) -> dict[int, ActorMention]:
    """Return the mention of an actor by the index of each of its words."""
    out: dict[int, ActorMention] = {}
    for mention in actors:
        for token in tokens_between(page.doc, mention.start, mention.end) or ():
            out[token.i] = mention
    return out


def _closing(sentence: TokenSpan) -> Token | None:
    """Return the last verb of speech of a sentence where nothing follows that it could tell, None where there is none."""
    for token in reversed(list(sentence)):
        if token.lemma_.lower() not in _SAYING or (token.tag_ not in _FINITE and token.lower_ not in _FORMS):
            continue
        return token if _is_last(token, sentence) else None
    return None


def _is_last(verb: Token, sentence: TokenSpan) -> bool:
    rest = [t for t in verb.doc[verb.i + 1 : sentence.end] if not t.is_space]
    n = next((n for n, t in enumerate(rest) if t.lower_ in _ON or (n == 0 and t.tag_ == "VBG")), len(rest))
    rest = [t for t in rest[:n] if not t.is_punct]
    if len(rest) > _LONGEST or any(t.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} for t in rest):
        return False
    if not rest or verb.lemma_.lower() == "tell":
        return True
    first = rest[0]
    return first.pos_ in {"ADP", "ADV"} or first.ent_type_ in {"DATE", "TIME"}


def _tells(sentence: TokenSpan, first: Token) -> bool:
    """Say whether what stands before a source is told by a verb of its own, not only by relative clauses."""
    before = sentence.doc[sentence.start : first.i]
    verbs = sum(1 for t in before if t.pos_ in {"VERB", "AUX"} and t.tag_ in _FINITE and t.dep_ not in {"aux", "auxpass", "amod", "acl"})
    return len(before) >= _SHORTEST and verbs > sum(1 for t in before if t.tag_ in _RELATIVES)


def _made(page: Page, sentence: TokenSpan, verb: Token, words: Sequence[Token]) -> list[Draft]:
    """Return the report that the parse does not know, none where its verb is that of another."""
    content = characters(page, [(sentence.start, words[0].i)])
    source = characters(page, [(words[0].i, words[-1].i + 1)])
    if not content or not source:
        return []
    cue = characters(page, cue_words(verb))
    holder = holder_of(page.doc[words[0].i : words[-1].i + 1])
    return [Draft(verb, "closing", content, cue, source, holder, speech=True, score=_SCORE)]


def _mended(page: Page, sentence: TokenSpan, made: Draft, words: Sequence[Token], known: dict[int, ActorMention]) -> Draft | None:
    """Return ``made`` with the source that stands before its verb, None where it has it."""
    if made.source and made.source[0].start > made.head.idx:
        return None
    if _introduced(made, words, known):
        return replace(made, holder=words[-1])
    source = characters(page, [(words[0].i, words[-1].i + 1)])
    if not source or source == made.source or not _better(made, words):
        return None
    start = min(made.start, made.source[0].start) if made.source else made.start
    inside = next((t.i for t in sentence if t.idx >= start), sentence.start)
    content = characters(page, [(inside if inside < words[0].i else sentence.start, words[0].i)])
    rest = tuple(s for s in made.content if s.start > made.head.idx)
    content = cut_out((*content, *rest), source) or made.content
    return replace(made, source=source, holder=_holder(made, words), content=content, speech=True)


def _told_before(page: Page, sentence: TokenSpan, made: Draft, words: Sequence[Token]) -> Draft:
    """Return "P he added heading into a meeting" with P for what is told, where the parse takes what its speaker does for it."""
    behind = tokens_between(page.doc, *made.content[0]) if made.start > made.head.idx else None
    if behind is None or behind[0].tag_ != "VBG" or behind[0].lower_ in _ON or behind[0].i != made.head.i + 1:
        return made
    content = characters(page, [(sentence.start, words[0].i)])
    return replace(made, content=content) if content else made


def _reaching(page: Page, made: Draft, words: Sequence[Token]) -> Draft:
    """Return ``made`` with its content up to its source: "many were injured he added", of which the parse leaves out "injured"."""
    at = words[0].idx
    before = [n for n, span in enumerate(made.content) if span.end <= at]
    if not before or not made.source or made.source[0].start != at:
        return made
    last = before[-1]
    gap = [t for t in page.doc[max(0, words[0].i - _GAP) : words[0].i] if t.idx >= made.content[last].end]
    if not gap or gap[0].is_punct or any(t.idx < span.end and t.idx >= span.start for span in made.cue for t in gap):
        return made
    if page.text[made.content[last].end : gap[0].idx].strip():
        return made
    longer = Span(made.content[last].start, gap[-1].idx + len(gap[-1]))
    return replace(made, content=(*made.content[:last], longer, *made.content[last + 1 :]))


def _joined(sentence: TokenSpan, made: Draft) -> Draft:
    """Return ``made`` with all that its sentence tells: of "P and Q he added" the parse gives it Q."""
    first = next((t for t in sentence if t.idx >= made.start), None)
    if first is None or first.i <= sentence.start or made.start > made.head.idx or first.nbor(-1).pos_ != "CCONJ":
        return made
    before = [t for t in sentence.doc[sentence.start : first.i] if not t.is_space]
    if not any(t.tag_ in _FINITE and t.pos_ in {"VERB", "AUX"} for t in before):
        return made
    return replace(made, content=(Span(before[0].idx, made.content[0].end), *made.content[1:]))


def _holder(made: Draft, words: Sequence[Token]) -> Token:
    """Return the head word of a source: that of ``made`` where it is one of the words."""
    if made.holder is not None and any(t.i == made.holder.i for t in words):
        return made.holder
    return holder_of(words[0].doc[words[0].i : words[-1].i + 1])


def _better(made: Draft, words: Sequence[Token]) -> bool:
    """Say whether the words right before a verb name its source better than what the parse gives."""
    if not made.source or made.holder is None or made.source[0].end <= sentence_of(made.head).start_char:
        return True
    first, (start, end) = words[0], made.source[0]
    before = first.nbor(-1) if first.i else first
    if before.tag_ == "VBG" and before.lower_ in _CITING:
        return False
    if first.idx <= start and end <= words[-1].idx + len(words[-1]):
        return True
    if not start < first.idx or before.pos_ in {"ADP", "CCONJ"} or before.is_punct:
        return False
    cut = [t for t in first.doc[: first.i] if t.idx + len(t) > start]
    if _is_name(cut) and (first.pos_ == "DET" or words[-1].tag_ == "NN"):
        return False  # "Ann Orre a medic"
    return not can_speak(made.holder) or not _holds_together(made.holder, cut, words)


def _is_name(cut: Sequence[Token]) -> bool:
    return bool(cut) and (cut[-1].ent_type_ == "PERSON" or all(t.pos_ in {"PROPN", "DET"} or t.text in {"-", "."} for t in cut))


def _holds_together(holder: Token, cut: Sequence[Token], words: Sequence[Token]) -> bool:
    """Say whether a source is one phrase: "X who runs the Y", "X and Y", "workers aiding Y", "the envoy to Z Ann Orre"."""
    if any(t.tag_ in _RELATIVES or (t.pos_ == "VERB" and t.lower_ != "including" and t.dep_ != "amod") for t in cut):
        return True
    if any(t.i in {w.i for w in words} for t in holder.conjuncts):
        return True
    if any(t.pos_ == "CCONJ" for t in cut) and words[0].pos_ == words[-1].pos_ == "PROPN":
        return True
    if cut[0].pos_ == "DET" and words[0].pos_ != "DET" and words[-1].pos_ == "NOUN" and all(t.pos_ in _PLAIN or t.text == "-" for t in cut):
        return words[-1].tag_ == "NN"
    return False


def _introduced(made: Draft, words: Sequence[Token], known: dict[int, ActorMention]) -> bool:
    """Say whether a source is a role and then a name: "the envoy to Odrin Ann Orre"."""
    last = words[-1]
    person = known[last.i].kind == "person" if last.i in known else last.ent_type_ in {"PERSON", ""}
    if not made.source or last.pos_ != "PROPN" or not person or words[0].pos_ != "PROPN":
        return False
    start, end = made.source[0]
    cut = [t for t in last.doc[: words[0].i] if t.idx + len(t) > start]
    roles = [t for t in cut if t.tag_ in {"NN", "NNP"} and names_speaker(t.lemma_.lower())]
    verbs = any(t.pos_ in {"VERB", "AUX", "CCONJ"} for t in cut)
    return bool(roles) and not verbs and end >= last.idx + len(last)

"""Attributions without a verb of their own: "the claim that …", "is worried about …", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reportedly.mark.cues import Cues
from reportedly.mark.descriptions import TEXTS
from reportedly.mark.found import Found, Range, extent, joined, without
from reportedly.mark.sources import SUBJECTS, agent_of, owner_of, source_range, subject_of
from reportedly.mark.speaking import can_speak, names_speaker
from reportedly.parse import sentence_bounds

_RELATIVES = frozenset({"who", "which", "that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_GIVEN = frozenset({"toll", "detail", "account", "description", "explanation"})
"""Nouns that say something only where somebody gives it: "gave a toll of ten dead"."""
_GROUNDS = frozenset("report information source account testimony figure data statement interview document estimate".split())
"""What a statement can be based on."""
_OUTLETS = frozenset("news state agency agencies television tv channel network newspaper daily website radio station wire media".split())
"""Words that go on with the name of who speaks: "the Herald news agency"."""
_NAME = 3
_VERBAL = frozenset({"VERB", "AUX"})


def noun_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions that ``token``, a noun, introduces: with a clause, an infinitive or a preposition after it."""
    if (held := _equated(token, cues)) is not None:
        yield held
    elif not _means(token, cues):
        yield from _governing(token, cues)


def _governing(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attribution that a noun introduces with what depends on it."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ in {"acl", "ccomp", "relcl", "advcl"} and child.pos_ in _VERBAL:
            marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "aux"}}
            pattern = "noun.clause" if "that" in marks and child.dep_ != "relcl" else "noun.infinitive" if "to" in marks else ""
            content = (extent(child),)
        elif child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is None or inner.ent_type_ in {"DATE", "TIME"}:
                continue
            pattern, content = f"noun.{child.lower_}", (extent(inner),)
        else:
            continue
        cue = cues.get(lemma, pattern) if pattern else None
        if cue is None:
            continue
        who = source_range(owner_of(token) or _maker(token), token)
        if who is not None and any(a < who[1] and who[0] < b for a, b in content):
            continue
        if who is None and lemma in _GIVEN:
            continue
        yield Found(token.i, pattern, ((token.i, token.i + 1),), content, who, cue.speech, cue.score)
        return


def _equated(noun: Token, cues: Cues) -> Found | None:
    """Return "the version given by X is that P", None where a noun is not said to be a clause."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or (cue := cues.get(noun.lemma_.lower(), "noun.clause")) is None:
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children)), None)
    if clause is None or clause.i < verb.i:
        return None
    more = next((c for c in verb.children if c.dep_ == "conj" and c.i > clause.i), None)
    pointing = more is not None and any(t.lower_ in {"this", "it"} and t.dep_ in {"nsubj", "attr"} for t in more.children)
    content = (clause.left_edge.i, more.right_edge.i + 1 if more is not None and pointing else clause.right_edge.i + 1)
    told = next((agent for c in noun.children if c.dep_ in {"acl", "relcl"} and (agent := agent_of(c))), None)
    who = source_range(owner_of(noun) or told, noun)
    return Found(noun.i, "noun.clause", ((noun.i, noun.i + 1),), (content,), who, cue.speech, cue.score)


def _means(noun: Token, cues: Cues) -> bool:
    """Say whether a noun is what a verb of speech says something in: "stated in a letter that P" is the verb's."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or noun.head.head.pos_ not in _VERBAL:
        return False
    cue = cues.get(noun.head.head.lemma_.lower(), "clause")
    return cue is not None and cue.speech and not any(c.dep_ in {"ccomp", "dobj", "xcomp"} for c in noun.head.head.children)


def _maker(noun: Token) -> Token | None:
    """Return the agent of a participle behind a noun: "the accusation made by X that P"."""
    return next((agent for c in noun.children if c.dep_ == "acl" and c.i > noun.i and (agent := agent_of(c)) is not None), None)


def adjective_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions of a predicate adjective: "is confident that …", "is critical of …"."""
    if token.dep_ not in {"acomp", "conj", "amod", "oprd", "advcl", "acl"}:
        return
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "ccomp":
            pattern, content = "adjective.clause", (extent(child),)
        elif child.dep_ == "xcomp":
            pattern, content = "adjective.infinitive", (extent(child),)
        elif child.dep_ == "prep" and (inner := next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)) is not None:
            pattern, content = f"adjective.{child.lower_}", (extent(inner),)
        else:
            continue
        cue = cues.get(lemma, pattern)
        if cue is None:
            continue
        holder = subject_of(token.head) if token.dep_ == "acomp" and token.head.pos_ in _VERBAL else None
        who = source_range(holder, token)
        yield Found(token.i, pattern, ((token.i, token.i + 1),), content, who, cue.speech, cue.score)
        return


def based_on(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield "Based on reports P" at the start of a sentence."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.i != sentence_bounds(token)[0] or following.lower_ != "on":
        return
    if any(c.dep_ == "pobj" and c.lemma_.lower() in _GROUNDS for c in following.children):
        yield from according_to(token, cues, "on")


def according_to(token: Token, cues: Cues, word: str = "to") -> Iterator[Found]:
    """Yield "according to X", whose content is the clause that it stands in, without it; ``word`` is the preposition."""
    cue = cues.get("accord", "according")
    after = next((c for c in token.children if c.lower_ == word), None)
    if cue is None:
        return
    if after is None:
        after = token.nbor(1) if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == word else None
    if after is None:
        return
    who = next((c for c in (*after.children, *token.children) if c.dep_ == "pobj"), None)
    if who is None:
        return
    begin, source, end = _aside_of(token, who)
    if (relative := _relative(token, begin, end)) is not None:
        yield Found(token.i, "according", joined([token.i, after.i]), (relative,), source, cue.speech, cue.score)
        return
    first, last = sentence_bounds(token)
    closing = not any(t.is_alpha for t in token.doc[end:last])
    reach = (first, end) if closing else _reach(_host(token), (begin, end))
    content = without([reach], (begin, end))
    behind = (source[1] if source is not None else end, last)
    if not _is_told(token.doc, content) and _is_told(token.doc, (behind,)):
        content = (behind,)  # "LONDON (Wire) According to X P"
    if content:
        yield Found(token.i, "according", joined([token.i, after.i]), content, source, cue.speech, cue.score)


def _aside_of(token: Token, who: Token) -> tuple[int, Range | None, int]:
    """Return where "according to X" begins, who X is, and where it ends: before what the parse has run into it."""
    begin, end = min(token.left_edge.i, token.i), max(extent(who)[1], token.right_edge.i + 1)
    source, opens = source_range(who, token), begin == sentence_bounds(token)[0]
    if source is not None and opens and source[1] < end and token.doc[source[1]].text != ",":
        end = source[1]
    if source is not None and opens and (apart := _run_into(who, source)) is not None:
        source, end = (source[0], apart), apart
    if source is not None and (named := _named_behind(who, source)) is not None:
        source, end = (source[0], named), max(end, named)
    return begin, _circumstance_cut(who, source), end


def _is_told(doc: Doc, ranges: tuple[Range, ...]) -> bool:
    """Say whether a verb stands in ``ranges``."""
    return any(t.pos_ in _VERBAL for begin, end in ranges for t in doc[begin:end])


def _run_into(who: Token, source: Range) -> int | None:
    """Return where a source ends that was run into the subject behind it: "the Observatory heavy shelling has …"; None where it was not."""
    doc = who.doc
    titled = doc[source[0]].lower_ in {"the", "its", "a"} and doc[source[0] + 1].lemma_.lower() in TEXTS and source[0] + 1 < who.i
    if titled and who.tag_ in {"NNS", "NNPS", "NNP"}:
        return source[0] + 2
    if who.pos_ != "NOUN" or (names_speaker(who.lemma_.lower()) and not _acts(who, source)):
        return None
    for i in range(source[0], who.i):
        word, following = doc[i], doc[i + 1]
        named = _is_speaker(word) and word.ent_type_ not in {"GPE", "NORP", "LOC", "DATE"}
        named = named and following.lower_ not in _OUTLETS
        if named and following.pos_ in {"ADJ", "NOUN", "NUM", "DET"} and (word.pos_ != "PROPN" or following.text.islower()):
            return i + 1
    return None


def _is_speaker(word: Token) -> bool:
    if word.pos_ in {"NOUN", "PROPN"}:
        return can_speak(word)
    return word.dep_ == "compound" and word.text.istitle() and names_speaker(word.lower_)  # "the Observatory", taken for an adjective


def _acts(who: Token, source: Range) -> bool:
    """Say whether a verb follows a source that has no other subject: "according to the Observatory fighters | shelled the town"."""
    behind = who.doc[source[1]] if source[1] == who.i + 1 and source[1] < sentence_bounds(who)[1] else None
    return behind is not None and behind.tag_ in _FINITE and not any(c.dep_ in SUBJECTS and c.i > who.i for c in behind.children)


def _named_behind(who: Token, source: Range) -> int | None:
    """Return where the name ends that follows a general noun without a comma: "the group Orre five were killed"; else None."""
    doc, end = who.doc, source[1]
    if end != who.i + 1 or who.pos_ != "NOUN" or who.tag_ != "NN" or not can_speak(who):
        return None
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and end - who.i <= _NAME:
        end += 1
    told = end < len(doc) and (doc[end].pos_ in {"NUM", "DET"} or doc[end].lower_ in {"more", "at", "some", "about", "over", "nearly"})
    return end if end > source[1] and told else None


def _circumstance_cut(who: Token, source: Range | None) -> Range | None:
    """Return a source without a circumstance that the parse hangs on it: "monitors with talks failing to end the war"."""
    if source is None:
        return None
    for i in range(who.i + 1, source[1]):
        word = who.doc[i]
        if word.lower_ == "with" and word.dep_ == "prep" and word.head.i == who.i:
            last = source[1]
            going_on = last < len(who.doc) and who.doc[last].tag_ == "VBG"
            if going_on or any(t.tag_ == "VBG" and t.dep_ in {"acl", "pcomp"} for t in who.doc[i:last]):
                return source[0], i
    return source


def _relative(token: Token, begin: int, end: int) -> Range | None:
    """Return the content of "X, who according to Y P": the rest of the relative clause, up to a comma before another verb."""
    doc = token.doc
    before = begin - 1 if begin > 0 and doc[begin - 1].text != "," else begin - 2
    if doc[begin].lower_ not in _RELATIVES and (before < 0 or doc[before].lower_ not in _RELATIVES):
        return None
    first, last = sentence_bounds(token)
    while end < last and doc[end].text == ",":
        end += 1
    opened = before - 1 > first and doc[before - 1].text == ","
    stop = next((i for i in range(end + 1, last - 1) if opened and doc[i].text == "," and doc[i + 1].tag_ in _FINITE), last)
    return (end, stop) if end < stop else None


def _host(token: Token) -> Token:
    """Return the head of the clause that "according to" belongs to: the nearest verb above it that heads a clause of its own."""
    host = token.head
    while host.head.i != host.i and not (host.pos_ in _VERBAL and host.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}):
        host = host.head
    return host


def _reach(host: Token, aside: Range) -> Range:
    begin, end = extent(host)
    return min(begin, aside[0]), max(end, aside[1])

"""Sources that a text without commas has run into the words before them: "Speaking to R Ann Orre a medic said", "In Odrin residents said".

The parse then takes the source for the object of a preposition, or the place, day and person before it for a part of it.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.construct import cue_words
from reportedly.mark.descriptions import TEXTS
from reportedly.mark.drafts import Draft, cut_out, holder_of
from reportedly.mark.found import Page, characters
from reportedly.mark.sources import subject_of
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import sentence_bounds, tokens_between
from reportedly.text import trim

_VERBS = frozenset(
    """
    say tell add report state confirm note announce declare explain warn claim stress insist deny reveal underscore underline emphasize
    emphasise argue maintain allege assert condemn urge recall acknowledge admit
    """.split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PART"})
_OWNING = frozenset({"its", "his", "her", "their", "our"})
_ARTICLES = _OWNING | {"the", "a", "an", "another", "one"}
_INNER = frozenset({"of", "for", "in", "at", "from"})
_OUTER = frozenset({"in", "on", "at", "near", "to", "with", "from", "of", "after", "before", "since", "outside", "around", "by", "for"})
_WHEN_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_TIMES = frozenset("midnight noon midday dawn dusk sunset sunrise morning afternoon evening night today yesterday".split())
_SAYINGS = TEXTS | frozenset("alert briefing interview conference broadcast announcement address comment remark call email update".split())
"""What somebody says something in: "in a news alert state radio said"."""
_AGENCIES = frozenset({"Reuters", "Interfax", "Tass", "Anadolu", "Xinhua", "Sputnik"})
"""Whom people speak to, where the name of the speaker may follow without a comma."""
_LONGEST = 16
_NAME = 2


def resourced(page: Page, made: Draft) -> Draft:
    """Return ``made`` with the source that stands right before its verb, where the parse has lost it or run it into other words."""
    head = made.head
    if head.pos_ != "VERB" or head.tag_ not in _FINITE or head.lemma_.lower() not in _VERBS:
        return made
    readings = (_inverted, _coordinated, _governed, _named, _named_first, _fronted, _unplaced, _unheard)
    found = next((found for reading in readings if (found := reading(page, made)) is not None), None)
    return made if found is None else found


def _with_source(page: Page, made: Draft, words: list[Token]) -> Draft | None:
    source = characters(page, [(words[0].i, words[-1].i + 1)])
    content = cut_out(made.content, source)
    if not source or not content:
        return None
    holder = holder_of(page.doc[words[0].i : words[-1].i + 1])
    return replace(made, source=source, holder=holder, content=content, speech=True)


def _fronted(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with the phrase before its verb for a source: "Speaking to R Ann Orre said P", "In an alert state radio said P"."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    if made.start < made.head.idx or (tokens is not None and tokens[0].tag_ not in {"VBG", "IN"}):
        return None
    if tokens is None and subject_of(made.head) is not None:
        return None
    words = phrase_before(made.head)
    return _with_source(page, made, words) if words else None


def phrase_before(verb: Token) -> list[Token]:
    """Return the words right before a verb that name who can speak, not the object of a preposition; empty where there are none."""
    return _cut(_before(verb, cue_words(verb)[0][0]))


def _before(verb: Token, end: int) -> list[Token]:
    """Return the words of noun phrases right before token number ``end`` in the sentence of ``verb``."""
    first = sentence_bounds(verb)[0]
    words: list[Token] = []
    for i in range(end - 1, max(first, end - _LONGEST) - 1, -1):
        word = verb.doc[i]
        plain = word.pos_ in _WORDS or word.lower_ in _OWNING or word.dep_ == "amod" or (word.text == "-" and bool(words))
        if not plain and (word.lower_ not in _INNER or not _role(word) or _cut(words)):
            break
        words = [word, *words]
    return words


def _coordinated(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with all whom "and" joins before its verb; the parse gives the last: "of the city elders and medics said"."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    if tokens is None or tokens.end > made.head.i:
        return None
    first, start = sentence_bounds(made.head)[0], tokens.start
    while start > first and tokens.start - start < _NAME and page.doc[start - 1].pos_ in {"ADJ", "NOUN", "PROPN"}:
        start -= 1
    if start <= first or page.doc[start - 1].lower_ != "and":
        return None
    words = apart_from_object(_before(made.head, start - 1))
    if not words or words[-1].pos_ not in {"NOUN", "PROPN"} or not can_speak(words[-1]):
        return None
    return _with_source(page, made, [*words, *page.doc[start - 1 : tokens.end]])


def _role(preposition: Token) -> bool:
    """Say whether a preposition follows somebody who can speak: "correspondent in", "a doctor from"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before.pos_ == "NOUN" and can_speak(before)


def _cut(words: list[Token]) -> list[Token]:
    """Return the part of ``words`` that is a source of its own, empty where all of them hang on a preposition or nobody can speak."""
    governed = bool(words) and words[0].i > 0 and words[0].nbor(-1).lower_ in _OUTER and words[0].nbor(-1).pos_ == "ADP"
    if governed:
        words = _behind_object(words)
    words = _person_first(words) or words
    if not words or words[-1].ent_type_ in _WHEN_WHERE - {"GPE"} or words[-1].pos_ not in {"NOUN", "PROPN"} or not can_speak(words[-1]):
        return []
    return words


def apart_from_object(words: list[Token]) -> list[Token]:
    """Return the part of ``words`` that is not the object of the preposition before them; empty where no preposition stands there."""
    governed = bool(words) and words[0].i > 0 and words[0].nbor(-1).pos_ == "ADP"
    return _behind_object(words) if governed else []


def _behind_object(words: list[Token]) -> list[Token]:
    """Return what follows the object of the preposition before ``words``: a day, place, body or statement, or what an article ends."""
    for n, word in enumerate(words[:-1]):
        following = words[n + 1]
        if word.lemma_.lower() in _SAYINGS and not word.text[:1].isupper():
            return words[n + 1 :]
        if word.text in _AGENCIES or (word.is_upper and word.is_alpha and len(word) > 1 and not following.is_upper):
            return words[n + 1 :]
        if words[-1] == following and following.is_upper and following.is_alpha and len(following) > 1 and word.text.istitle():
            return [following]
        if word.pos_ == "NOUN" and not word.ent_type_ and following.pos_ == "ADJ":
            return words[n + 1 :]
        ended = bool(word.ent_type_) and (following.ent_type_ != word.ent_type_ or following.ent_iob_ == "B")
        parted = following.lower_ in _ARTICLES or following.ent_type_ in {"PERSON", "ORG"} or word.ent_type_ in _WHEN_WHERE
        if ended and parted and following.text not in {"'s", "’s", "s", "-"} and word.pos_ not in {"DET", "ADJ"}:
            return words[n + 1 :]
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n].lower_ in _ARTICLES), None)
    return [] if at is None else words[at:]


def _person_first(words: list[Token]) -> list[Token]:
    """Return the name at the start of ``words`` where an article and a role follow it: "Ann Orre a medic in Odrin"."""
    for n in range(_NAME, len(words)):
        name = words[:n]
        if words[n].lower_ in _ARTICLES and all(t.pos_ == "PROPN" or t.text == "-" for t in name):
            return name if any(t.ent_type_ == "PERSON" for t in name) else []
    return []


def _inverted(page: Page, made: Draft) -> Draft | None:
    """Return "P said X Q" read as P and Q said by X, where the parse takes X for a part of what is said: "said the letter adding that"."""
    head, first = made.head, sentence_bounds(made.head)[0]
    if made.source or head.lemma_.lower() not in {"say", "add"} or head.i + 1 >= len(page.doc) or made.start != head.nbor(1).idx:
        return None
    words: list[Token] = []
    while (word := page.doc[head.i + len(words) + 1]).pos_ in {"PROPN", "NOUN", "DET", "ADJ"} or (word.text == "-" and words):
        if words and word.text in {"The", "A", "An", "This", "We", "It"}:
            break
        words.append(word)
        if word.i + 1 >= len(page.doc):
            return None
    after = word.text[:1].isupper() and word.pos_ in {"PRON", "DET"}
    if not words or not can_speak(words[-1]) or words[-1].pos_ == "DET" or not (after or word.tag_ == "VBG" or word.is_punct):
        return None
    if not any(t.pos_ in {"VERB", "AUX"} for t in page.doc[first : head.i]):
        return None
    rest = [(word.i, tokens.end)] if after and (tokens := tokens_between(page.doc, *made.content[-1])) is not None else []
    content = characters(page, [(first, cue_words(head)[0][0]), *rest])
    return _with_source(page, replace(made, content=content), words) if content else None


def _governed(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with what follows the object its source begins with: "In a letter to the head of the Council the League said"."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    if tokens is None or tokens.end > made.head.i or tokens.start == 0 or tokens[0].nbor(-1).pos_ != "ADP":
        return None
    begin = next((t.i for t in reversed(tokens[1:]) if t.lower_ in _ARTICLES and t.nbor(-1).pos_ in {"NOUN", "PROPN"}), None)
    words = [] if begin is None else list(page.doc[begin : tokens.end])
    if not words or not can_speak(words[-1]):
        return None
    return _with_source(page, replace(made, content=cut_out(made.content, made.source)), words)


def _named(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with the name that its source begins with, where a role follows it without a comma: "Ann Orre head of the clinic"."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    words = [] if tokens is None or tokens.end > made.head.i else list(tokens)
    n = next((n for n, word in enumerate(words) if word.ent_type_ != "PERSON"), len(words))
    if not _NAME <= n < len(words) - 1 or words[n].text[:1].isupper() or words[n].pos_ != "NOUN" or not can_speak(words[n]):
        return None
    return _with_source(page, replace(made, content=cut_out(made.content, made.source)), words[:n])


def _named_first(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with the name before its source for a source that only tells the role: "Ann Orre The Herald's man said"."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    if tokens is None or not made.source[0].start < made.head.idx:
        return None
    first = tokens[0]
    if first.lower_ in _OWNING or (made.start < made.head.idx and first.lower_ != "a"):
        return None
    if first.lower_ not in _ARTICLES and not (first.text[:1].isupper() and first.ent_type_ != "PERSON" and can_speak(first)):
        return None
    name: list[Token] = []
    i = first.i - 1
    while i >= sentence_bounds(made.head)[0] and (page.doc[i].pos_ == "PROPN" or page.doc[i].text == "-"):
        if page.doc[i].ent_type_ in _WHEN_WHERE:
            break
        name.insert(0, page.doc[i])
        i -= 1
    if name and name[0].i and name[0].nbor(-1).lower_ in _OUTER:
        name = _behind_object(name) or name
    if len(name) < _NAME or name[-1].ent_type_ != "PERSON" or name[0].text == "-":
        return None
    if first.text == "the" and name[0].i != sentence_bounds(made.head)[0]:
        return None
    return _with_source(page, made, name)


def _unplaced(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` without the day, hour or place before its source, to which a preposition belongs: "after midnight residents said"."""
    tokens = tokens_between(page.doc, *made.source[0]) if made.source else None
    if tokens is None or tokens.end > made.head.i or len(tokens) < _NAME or tokens[0].i == 0:
        return None
    first = tokens[0]
    if first.nbor(-1).pos_ != "ADP" or not (first.ent_type_ in _WHEN_WHERE or first.lower_ in _TIMES):
        return None
    n = 1
    while n < len(tokens) and first.ent_type_ in _WHEN_WHERE and tokens[n].ent_iob_ == "I" and tokens[n].ent_type_ == first.ent_type_:
        n += 1
    rest = list(tokens[n:])
    if (
        not rest
        or rest[0].lower_ in {"'s", "’s", "s", "-"}
        or rest[0].norm_ == "'s"
        or not any(can_speak(t) and t.pos_ in _WORDS for t in rest)
    ):
        return None
    return _with_source(page, replace(made, content=_widened(page.text, made, rest[0].idx)), rest)


def _unheard(page: Page, made: Draft) -> Draft | None:
    """Return ``made`` with the source right before its verb, where the one it has can say nothing: "near the port VARN reports"."""
    holder = made.holder
    if holder is None or holder.pos_ != "NOUN" or can_speak(holder) or made.start > made.head.idx or holder.i > made.head.i:
        return None
    words = phrase_before(made.head)
    if not words or words[0].idx <= made.source[0].start or words[-1].pos_ != "PROPN":
        return None
    return _with_source(page, replace(made, content=_widened(page.text, made, words[0].idx)), words)


def _widened(text: str, made: Draft, end: int) -> tuple[Span, ...]:
    """Return the content of ``made`` with the words up to ``end``, where it reaches up to its source."""
    if made.start > end or text[made.end : made.source[0].start].strip():
        return made.content
    return (*made.content[:-1], Span(made.content[-1].start, trim(text, made.content[-1].start, end)[1]))

"""Speakers: sources tied to named actors and to each other inside one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from reportedly.mark import documents
from reportedly.mark.collective import conjuncts, joint, pair_of
from reportedly.mark.descriptions import (
    DOCUMENTS,
    INDEFINITE,
    LAWS,
    RECORDINGS,
    RELATIVE,
    SPOKESPERSONS,
    is_definite,
    is_monitor,
    is_person_noun,
    phrase,
    stem,
)
from reportedly.mark.drafts import Draft, length
from reportedly.mark.found import Page
from reportedly.mark.naming import by_words, named, of_token, shortened
from reportedly.mark.people import People
from reportedly.mark.plurals import body_before, several_above
from reportedly.mark.referents import NOBODY, Memory, Speaker, described, main_subjects, of_mention
from reportedly.mark.speaking import can_speak
from reportedly.model import ActorMention
from reportedly.model.span import Span
from reportedly.parse import sentence_number, sentence_of, tokens_between

__all__ = ["NOBODY", "Speaker", "Speakers", "shortened"]

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset("they them their themselves theirs".split())
_NEUTRAL = frozenset("it its itself".split())
_OWN = frozenset("i we me us my our ours myself ourselves".split())
_SINGLE = frozenset({"body", "single"})
_MARKS = frozenset('"“”«»„‘')
_DEPTH = 4
_SCANNED = 100
_JUST = 3
"""Sentences within which a person who has only a name is "the man"."""
_LONGER = frozenset({"prep", "relcl", "acl", "poss", "compound"})


class Speakers:
    """Speakers of the drafts of one document, resolved in text order, each in the light of those before it.

    Args:
        page: the document.
        actors: mentions of actors, tied to a register where it knows them.
        drafts: the attributions whose sources are wanted.
        own: name of who speaks in the page's own voice, for a first person that nobody is quoted with.
    """

    def __init__(self, page: Page, actors: Sequence[ActorMention], drafts: Sequence[Draft], own: str | None = None) -> None:
        self._page = page
        self._own = own
        self._people = People(page.doc, actors)
        self._drafts = sorted(drafts, key=lambda d: d.head.i)
        spoken = _mask(page.text, self._drafts)
        subjects = [t for t in main_subjects(iter(page.doc)) if not spoken[t.idx]]
        self._persons = [t for t in self._people.subjects if not spoken[t.idx]]
        self._memory = Memory(self._people, subjects, page.doc[0] if len(page.doc) else None)
        self._documents: list[Token] | None = None
        self._found: dict[int, Speaker] = {}
        self._sex: dict[str, str] = {}
        first_person = [d for d in self._drafts if d.holder is not None and _own(d.holder) and d.speaker is None]
        held = {id(d) for d in first_person}
        for made in self._drafts:
            if id(made) not in held:
                self._found[id(made)] = self._resolve(made)
        for made in sorted(first_person, key=lambda d: -length(d.content)):
            self._found[id(made)] = self._first_person(made)

    def of(self, made: Draft) -> Speaker:
        """Return the speaker of one of the drafts."""
        return self._found[id(made)]

    def _resolve(self, made: Draft) -> Speaker:
        holder = made.holder
        if made.speaker is not None:
            return Speaker(None, made.speaker, anonymous=False)
        if holder is None:
            return NOBODY
        span = [t for piece in made.source for t in tokens_between(self._page.doc, *piece) or ()]
        words = " ".join(self._words(piece) for piece in made.source)
        speaker = self._speaker(holder, words, span, made.head.i)
        if speaker.name is not None and (made.speech or can_speak(holder)):
            if holder.lower_ in _PERSONAL:
                self._sex[speaker.name] = _PERSONAL[holder.lower_]
            mention = self._people.mention(holder)
            kind = mention.kind if mention is not None else None
            sort = self._sort(holder, speaker, made.head.i)
            self._memory.add(described(made.head.i, (speaker, sort, kind), holder, words))
        return speaker

    def _words(self, piece: Span) -> str:
        """Return the words of a stretch, with the apostrophes that the text has lost."""
        words, end = "", piece.start
        for token in tokens_between(self._page.doc, *piece, whole=False) or ():
            apart = token.text == "s" and token.norm_ == "'s"
            if apart or (token.idx + len(token) < piece.end and self._people.lost_possessive(token)):
                at = token.idx if apart else token.idx + len(token) - 1
                words += self._page.text[end:at] + "'"
                end = at
        return words + self._page.text[end : piece.end]

    def _sort(self, holder: Token, speaker: Speaker, at: int) -> str:
        """Return person, many or body: which pronoun may take a speaker up again."""
        if holder.lower_ in _PERSONAL or self._people.is_person(speaker.name) or self._people.person(holder) is not None:
            return "person"
        known = self._memory.spoke(at, lambda r: r.speaker == speaker)
        if known is not None:
            return known.sort
        if speaker.members or holder.tag_ in {"NNS", "NNPS"} or holder.lower_ in _PLURAL | INDEFINITE - {"one", "another"}:
            return "many"
        mention = self._people.mention(holder)
        if (mention is None or speaker.anonymous or mention.kind == "person") and is_person_noun(holder):
            return "person"
        return "body" if holder.ent_type_ in {"ORG", "GPE", "NORP"} or holder.pos_ == "PROPN" or mention is not None else "single"

    def _speaker(self, holder: Token, words: str, span: Sequence[Token], at: int, depth: int = 0) -> Speaker:
        low = holder.lower_
        if low in RELATIVE and not holder.is_upper and depth < _DEPTH:
            return self._antecedent(holder, at, depth)
        if low in _PERSONAL:
            return self._person_before(at, _PERSONAL[low]) or Speaker(None, words, anonymous=True)
        if low in _PLURAL:
            return self._many_here(holder, at, depth) or self._many_before(at) or Speaker(None, words, anonymous=True)
        if low in _NEUTRAL:
            return self._body_before(holder, at) or Speaker(None, words, anonymous=True)
        if _own(holder):
            return self._around(at)
        if low == "one" and (many := self._out_of(holder, at)) is not None:
            return many
        return self._collective(holder, words, span, at, depth) or self._single(holder, words, span, at, depth)

    def _single(self, holder: Token, words: str, span: Sequence[Token], at: int, depth: int) -> Speaker:
        written = holder.text.islower() or (holder.pos_ == "NOUN" and bool(span) and span[0].i == holder.i)
        if written and holder.lemma_.lower() in DOCUMENTS and (maker := self._maker(holder, at, depth)) is not None:
            return maker
        if holder.lower_ in {"monitor", "monitors"} and len(span) == 1 and (mention := self._people.monitor()) is not None:
            return Speaker(mention.actor, mention.name, anonymous=False)
        who = named(self._people, holder, span)
        if who is not None and not (who.anonymous and is_definite(holder)):
            return self._fuller(holder, who, at) or self._owned(holder, who, at)
        based = holder.tag_ == "NN" and any(t.lower_ == "based" for c in holder.children for t in (c, *c.children))
        if (is_monitor(holder) or (based and holder.lemma_ == "group")) and (mention := self._people.monitor()) is not None:
            return Speaker(mention.actor, mention.name, anonymous=False)
        again = pair_of(self._memory.named(), holder, at) or self._again(holder, at) or self._just_heard(holder, at)
        return again or self._owned(holder, who or by_words(holder, words), at)

    def _again(self, holder: Token, at: int, *, spoke: bool = False) -> Speaker | None:
        referent = self._memory.take_up(holder, at, spoke=spoke)
        return None if referent is None else referent.speaker

    def _just_heard(self, holder: Token, at: int) -> Speaker | None:
        """Return whom "the weeping man" takes up: the person who spoke last, just before, of whom nothing but a name is told."""
        if holder.tag_ != "NN" or not is_definite(holder) or not is_person_noun(holder):
            return None
        if holder.lemma_.lower() in SPOKESPERSONS or any(c.dep_ in _LONGER and c.i != at for c in holder.children):
            return None
        last = self._memory.spoke(at, lambda _: True, near=True)
        if last is None or last.sort != "person" or last.speaker.anonymous or last.speaker.name is None:
            return None
        distance = sentence_number(holder) - sentence_number(holder.doc[last.at])
        plain = last.heads <= {stem(w) for w in last.speaker.name.split()}
        return last.speaker if plain and distance <= _JUST else None

    def _fuller(self, holder: Token, who: Speaker, at: int) -> Speaker | None:
        """Return the earlier speaker whose last name a single unknown name is, or whom "the observatory" takes up in this document."""
        mention = self._people.mention(holder)
        if mention is not None and mention.label.lower().removeprefix("the ") == holder.lower_ and is_definite(holder):
            return self._again(holder, at, spoke=True)
        name = who.name or ""
        if who.actor is not None or " " in name or holder.pos_ != "PROPN":
            return None
        found = self._memory.spoke(at, lambda r: r.sort != "many" and (r.speaker.name or "").endswith(f" {name}"))
        return None if found is None else found.speaker

    def _at(self, token: Token, at: int, depth: int, after: int = -1) -> Speaker:
        """Return whom a word with all that depends on it before it means, as far as it stands behind the token ``after``."""
        span = [t for t in token.doc[max(token.left_edge.i, after + 1) : token.i + 1] if t.i == token.i or t.dep_ not in {"cc", "punct"}]
        words = phrase(token) if token.left_edge.i > after else " ".join(t.text for t in span)
        return self._speaker(token, words, span, at, depth + 1)

    def _antecedent(self, holder: Token, at: int, depth: int) -> Speaker:
        verb = holder.head
        while verb.dep_ in {"conj", "xcomp", "ccomp", "aux"} and verb.head.i != verb.i:
            verb = verb.head
        noun = _speaking(verb.head)
        if verb.dep_ != "relcl" or noun.lower_ in RELATIVE:
            before = [t for t in holder.doc[max(0, holder.i - 4) : holder.i] if t.pos_ in {"PROPN", "NOUN"}]
            before = [t for t in before if can_speak(t)] or before
            return self._at(before[-1], at, depth) if before else Speaker(None, None, anonymous=True)
        span = [t for t in noun.doc[noun.left_edge.i : holder.i] if not t.is_punct]
        if noun.i not in {t.i for t in span} or len(span) == noun.i - noun.left_edge.i + 1:
            return self._at(noun, at, depth)
        return self._speaker(noun, " ".join(t.text for t in span), span, at, depth + 1)

    def _collective(self, holder: Token, words: str, span: Sequence[Token], at: int, depth: int) -> Speaker | None:
        """Return the speaker where several are listed; it names each that has a name."""
        heads = conjuncts(self._people, holder, span)
        if not heads or depth >= _DEPTH:
            return None
        if not all(can_speak(t) or self._people.mention(t) is not None for t in heads):
            return None
        starts = [-1, *(t.i for t in heads)]
        return joint([self._at(t, at, depth, after=after) for t, after in zip(heads, starts, strict=False)], shortened(words))

    def _maker(self, noun: Token, at: int, depth: int) -> Speaker | None:
        """Return who made a document: the one named with it, or with the document that a definite one takes up again."""
        if noun.lemma_.lower() in LAWS or depth >= _DEPTH:
            return None
        tokens = [noun]
        carried = is_definite(noun) and noun.tag_ != "NNS" and noun.lemma_.lower() in documents.CARRIERS and documents.owner(noun) is None
        if carried and (outlet := self._memory.spoke(at, lambda r: r.kind in {"outlet", "monitor"})) is not None:
            return outlet.speaker
        if is_definite(noun) or _bare(noun):
            if self._documents is None:
                self._documents = documents.nouns(self._page.doc)
            tokens += documents.earlier(self._documents, noun)
        for token in tokens:
            if token.i != noun.i and (told := self._teller(token, at)) is not None:
                return told
            made = token.i != noun.i or noun.lemma_.lower() in RECORDINGS or noun.dep_ == "dobj"
            author = documents.author(token) if made else documents.owner(token)
            if author is not None and author.i not in {noun.i, token.i} and can_speak(author):
                found = self._at(author, token.i if token.i != noun.i else at, depth)
                if found.name is not None and found.name.lower() not in _NEUTRAL | _PLURAL | DOCUMENTS:
                    return found
        return None

    def _teller(self, document: Token, at: int) -> Speaker | None:
        """Return who was found to say something "in its bulletin", for the bulletin."""
        verb = document.head.head if document.dep_ == "pobj" and document.head.lower_ == "in" else None
        said = (d for d in self._drafts if verb is not None and d.head.i == verb.i and verb.i < at and d.speech and id(d) in self._found)
        return next((who for d in said if (who := self._found[id(d)]).name is not None and not who.anonymous), None)

    def _owned(self, holder: Token, who: Speaker, at: int) -> Speaker:
        """Return a source that is somebody's with their name: "its office", "the organisation's spokesman"."""
        owner = next((c for c in holder.children if c.dep_ == "poss" and c.pos_ == "NOUN" and is_definite(c)), None)
        body = self._again(owner, at) if owner is not None and who.actor is None else None
        if owner is None or body is None or body.name is None or " " not in (who.name or ""):
            return self._own_of(holder, who, at)
        role = " ".join(t.text for t in holder.doc[owner.i + 1 : holder.i + 1] if t.lower_ not in {"'s", "’s", "s", "'"})
        return who._replace(name=f"{body.name} {role}", actor=body.actor)

    def _own_of(self, holder: Token, who: Speaker, at: int) -> Speaker:
        """Return a source that is somebody's with their name: "its office" is the office of the body that spoke or acted last."""
        owner = next((c for c in holder.children if c.dep_ == "poss" and c.lower_ in {"its", "their"}), None)
        if owner is None or who.name is None or not who.name.lower().startswith(owner.lower_ + " "):
            return who
        body = self._body_before(owner, at) if owner.lower_ == "its" else self._many_before(at)
        if body is None or body.name is None:
            return who
        return who._replace(name=f"{body.name} {who.name.partition(' ')[2]}")

    def _out_of(self, holder: Token, at: int) -> Speaker | None:
        """Return "one of them" as one of those who spoke."""
        of = next((c for c in holder.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        many = self._many_before(at) if whole is not None and whole.lower_ in _PLURAL else None
        return None if many is None else Speaker(many.actor, f"one of the {many.name}", anonymous=True)

    def _person_before(self, at: int, sex: str) -> Speaker | None:
        """Return the person that he or she means: the last who spoke, or the subject of a sentence since then."""
        spoke = self._memory.spoke(at, lambda r: r.sort == "person" and self._fits(r.speaker, sex))
        last = bisect_left(self._persons, at, key=lambda t: t.i)
        near = reversed(self._persons[max(0, last - _SCANNED) : last])
        subject = next((t for t in near if self._fits(of_token(self._people, t), sex)), None)
        if subject is not None and (spoke is None or subject.i > spoke.at):
            return of_token(self._people, subject)
        return spoke.speaker if spoke else None

    def _fits(self, speaker: Speaker, sex: str) -> bool:
        name = speaker.name or ""
        told = self._people.sex.get(name.split()[-1].lower()) if name and not speaker.anonymous else _sex_of_role(name)
        return (told or self._sex.get(name, sex)) == sex

    def _many_before(self, at: int) -> Speaker | None:
        """Return whom "they" means: the last of several or bodies that spoke, or several of whom a sentence since then tells."""
        spoke = self._memory.spoke(at, lambda r: r.sort in {"many", "body"}, near=True)
        subject = self._memory.subject(at, spoke.at if spoke else -1, self._are_many)
        if subject is not None:
            return self._at(subject, at, 0)
        return spoke.speaker if spoke else None

    def _many_here(self, holder: Token, at: int, depth: int) -> Speaker | None:
        """Return whom "they" means in its own sentence, None where that names nobody for it."""
        several = several_above(self._people, holder) if depth < _DEPTH else []
        if several:
            head = next((t for t in several if t.dep_ == "nsubj"), several[-1])
            return self._speaker(head, " ".join(t.text for t in several), several, at, depth + 1)
        body = body_before(self._people, holder)
        return None if body is None else self._at(body, at, depth)

    def _are_many(self, token: Token) -> bool:
        return token.tag_ in {"NNS", "NNPS"} and (self._people.mention(token) is not None or is_person_noun(token))

    def _body_before(self, holder: Token, at: int) -> Speaker | None:
        """Return whom "it" means: the last body that spoke, a body that a sentence since then tells of, or the subject above."""
        spoke = self._memory.spoke(at, lambda r: r.sort in _SINGLE, near=True)
        subject = self._memory.subject(at, spoke.at if spoke else -1, self._is_body)
        if subject is not None:
            return self._at(subject, at, 0)
        return spoke.speaker if spoke else self._subject_above(holder)

    def _is_body(self, token: Token) -> bool:
        mention = self._people.mention(token)
        return mention is not None and token.tag_ not in {"NNS", "NNPS"} and self._is_sort(mention, token) == "body" and can_speak(token)

    def _is_sort(self, mention: ActorMention, token: Token) -> str:
        return of_mention(self._people, mention, token).sort

    def _subject_above(self, holder: Token) -> Speaker | None:
        """Return the named actor that is the subject of the sentence above "it"."""
        verb = holder.head
        while verb.head.i != verb.i:
            verb = verb.head
            for child in verb.children:
                if child.dep_ == "nsubj" and child.i < holder.i and self._people.mention(child) is not None and can_speak(child):
                    return of_token(self._people, child)
        return None

    def _first_person(self, made: Draft) -> Speaker:
        """Return whom "I" or "we" means: the speaker of the words around, or the page itself outside of quotations."""
        at = made.source[0].start if made.source else made.head.idx
        here = bisect_left(self._drafts, made.head.i, key=lambda d: d.head.i)
        near = self._drafts[max(0, here - _SCANNED) : here + _SCANNED]
        around = [d for d in near if d is not made and any(s <= at < e for s, e in d.content) and id(d) in self._found]
        if around:
            return self._found[id(min(around, key=lambda d: length(d.content)))]
        if any(t.text in _MARKS for t in sentence_of(made.head)):
            return self._around(made.head.i)
        return Speaker(None, self._own, anonymous=False)

    def _around(self, at: int) -> Speaker:
        last = self._memory.spoke(at, lambda _: True)
        return last.speaker if last else Speaker(None, self._own, anonymous=False)


def _bare(noun: Token) -> bool:
    """Say whether a document lacks its article: "according to report"."""
    return noun.tag_ == "NN" and noun.i > 0 and noun.left_edge.i == noun.i and noun.nbor(-1).lower_ in {"to", "in", "the"}


def _own(word: Token) -> bool:
    """Say whether a word means who speaks: "we", "us"; not the country "US"."""
    return word.lower_ in _OWN and word.text != "US"


def _speaking(noun: Token) -> Token:
    """Return the noun that a relative clause is said of: "men" of "men in jumpsuits who say", as jumpsuits say nothing."""
    if can_speak(noun) or noun.dep_ != "pobj" or noun.head.dep_ != "prep":
        return noun
    above = noun.head.head
    if above.pos_ == "VERB":  # "it shows men in jumpsuits who say": the parse ties the phrase to the verb
        above = next((c for c in above.children if c.dep_ == "dobj" and c.i == noun.head.left_edge.i - 1), noun)
    return above if above.pos_ in {"NOUN", "PROPN"} and can_speak(above) else noun


def _sex_of_role(name: str) -> str | None:
    """Return what the noun of a role says: f of a spokeswoman, m of a spokesman."""
    words = name.lower().split()
    if any(word.endswith("woman") for word in words):
        return "f"
    return "m" if any(word.endswith("man") and word != "human" for word in words) else None


def _mask(text: str, drafts: Iterable[Draft]) -> bytearray:
    """Return for each character whether it stands in somebody's words."""
    held = bytearray(len(text))
    for made in drafts:
        for start, end in made.content:
            if made.speech:
                held[start:end] = b"\1" * (end - start)
    return held

"""Titles that name their source last and have lost the mark before it: "Ten killed in raid on Odrin monitor AFP Monday 4 May 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.drafts import Draft, holder_of
from reportedly.mark.found import Page
from reportedly.mark.unpunctuated import apart_from_object
from reportedly.model.span import Span
from reportedly.parse import tokens_between
from reportedly.text import trim

_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = rf"(?:{_DAY},? )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}}"
_HEAD = re.compile(
    rf"\A\s*(?:{_DATE}(?: \d\d:\d\d)?\.? )?"
    rf"(?P<title>[A-Z\d][^\n.!?]{{20,160}}?)(?: (?:(?:[A-Z]{{2,5}}|Reuters|Agencies) )?{_DATE}|\.(?= )|\n)"
)
_MARKED = re.compile(r"(?<=\w) [-–—] (?P<who>(?:[A-Z][\w’']* ){0,4}[A-Z][a-zV]+)\b")
_NATION = re.compile(r"(?:[A-Z]\w+(?:ian|ish|ese|aeli|raqi|meni|anese|jani|bian)|UN|US|UK|EU|State|Local|Official|Security|Military)\Z")
"""The first word of a body of a state: "Russian", "State"."""
_NAMELESS = frozenset(
    "monitor medic activist official source ministry police spokesman spokeswoman witness resident rescuer minister governor un".split()
)
_ALONE = frozenset("monitor medic activist official source ministry police witness resident rescuer".split())
"""Those of them that can stand alone behind a name."""
_BODIES = _NAMELESS | frozenset("center centre observatory agency television tv network report reports media mayor army".split())
_DEAD = frozenset({"dead", "killed", "wounded", "injured", "missing", "hurt"})
_SMALL = frozenset("in of to by from at on for and as with the a an near after over since into its".split())
_RELATED = frozenset({"Related", "Tags", "More", "Read", "Watch"})
_LONGEST, _SHORTEST = 18, 4
_SCORE = 0.6


def headline_speech(page: Page) -> Iterator[Draft]:
    """Yield the title of a text with the source that ends it, and headlines inside of the text whose source a dash sets off."""
    match = _HEAD.match(page.text)
    if match is not None and (tokens := tokens_between(page.doc, *match.span("title"))) is not None:
        yield from _ended(page, list(tokens))
    for found in _MARKED.finditer(page.text):
        yield from _set_off(page, Span(*found.span("who")))


def _ended(page: Page, title: list[Token]) -> Iterator[Draft]:
    """Yield the title where it ends with a source that is no part of the phrase before it."""
    for cut in range(len(title), max(len(title) - 3, _SHORTEST), -1):
        last = title[cut - 1]
        if _base(last) not in _BODIES or (_base(last) in {"army", "report", "media"} and last.text.islower()):
            continue
        begin = cut - 1
        while begin > 0 and (title[begin - 1].pos_ in {"PROPN", "ADJ", "NOUN", "PART"} or title[begin - 1].text == "-"):
            begin -= 1
        alone = _base(last) in _ALONE and title[cut - 2].text[:1].isupper() and begin > 0
        if alone and last.text.islower():
            who = [last]
        else:
            who = _behind_place(title[begin:cut]) or apart_from_object(title[begin:cut]) or ([last] if alone else [])
        said = [t for t in title if who and t.i < who[0].i]
        if who and len(said) >= _SHORTEST and _tells(said):
            yield _draft(page, said, who)
            return


def _behind_place(words: list[Token]) -> list[Token]:
    """Return the body that follows a place: "Lugansk Russian Information Center" behind "in"."""
    if len(words) < _SHORTEST - 1 or words[0].i == 0 or words[0].nbor(-1).pos_ != "ADP" or _NATION.match(words[0].text):
        return []
    at = next((n for n in range(1, len(words) - 1) if _NATION.match(words[n].text)), None)
    return [] if at is None else words[at:]


def _set_off(page: Page, name: Span) -> Iterator[Draft]:
    """Yield a headline in capitals that stands before a dash and a source."""
    words = tokens_between(page.doc, *name)
    who: list[Token] = []
    for word in words or ():
        who.append(word)
        if _base(word) in _BODIES:
            break
    if not who or _base(who[-1]) not in _BODIES or "\n" in page.text[name.start : who[-1].idx]:
        return
    said: list[Token] = []
    i = who[0].i - 2
    while i >= 0 and len(said) <= _LONGEST and (page.doc[i].text[:1].isupper() or page.doc[i].text[:1].isdigit() or _small(page.doc[i])):
        if page.doc[i].text in _RELATED:
            break
        said.insert(0, page.doc[i])
        if page.doc[i].is_sent_start:
            break
        i -= 1
    if _SHORTEST <= len(said) <= _LONGEST and _tells(said) and said[0].text[:1].isalnum():
        yield _draft(page, said, who)


def _small(token: Token) -> bool:
    return token.lower_ in _SMALL or token.text in {"-", "s", "'s", "’s"}


def _base(token: Token) -> str:
    low = token.lower_
    return low.removesuffix("es") if low == "witnesses" else low if low in _BODIES else low.removesuffix("s")


def _tells(words: list[Token]) -> bool:
    """Say whether the words of a title tell something: with a verb or the dead among them."""
    return any(t.pos_ == "VERB" or t.lower_ in _DEAD or (t.lower_.endswith("ed") and len(t) > _SHORTEST) for t in words)


def _draft(page: Page, said: list[Token], who: list[Token]) -> Draft:
    holder = holder_of(page.doc[who[0].i : who[-1].i + 1])
    content = Span(*trim(page.text, said[0].idx, said[-1].idx + len(said[-1])))
    source = Span(who[0].idx, who[-1].idx + len(who[-1]))
    return Draft(holder, "title", (content,), (), (source,), holder, speech=True, score=_SCORE)

"""What stands glued into running text that lost its line breaks: lists of tags, captions, links to other articles, credits of tweets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from reportedly.borders import glued_starts
from reportedly.read.lines import Piece
from reportedly.read.pictures import IMAGE_NAME, PICTURE, picture_end
from reportedly.read.titles import SLUG, after_title, city_slug, ended
from reportedly.read.tweets import tweets

_TAGS = re.compile(r"(?<=[\w.!?\"”)])\s+(?P<tags>Tags:?\s+)(?=[A-Z])")
_WORD = re.compile(r"\S+")
_LIST = 45  # words, more than any list of tags has
_OPENER = re.compile(
    r"(?:The|An?|In|On|At|After|Before|More|Less|Several|Dozens|Scores|Hundreds|Thousands|Some|One|Two|Three|Four|Five|Six|Seven|Eight|"
    r"Nine|Ten|Eleven|Twelve|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty|When|While|It|This|"
    r"These|There|Nearly|Almost|About|Over|Around|Many|Most|By|From|Since|Following|Despite|According|Meanwhile|Earlier|Heavy|Fresh|"
    r"Fierce|Intense|Suspected|Deadly|Overnight|Another|Former|President|Prime|Fighting|Clashes)"
)
_JOINS = frozenset({"of", "for", "and", "the", "al", "de", "in", "on"})
"""Small words inside names of tags, where a capital follows."""
_TOLD = re.compile(
    r"(?:a|an|the|to|that|than|as|at|by|from|with|into|were|was|has|have|had|is|are|say|says|said|hit|struck|killed|told|took|left|will|"
    r"(?!airstrike|air|rebel)[a-z]{3,}ed|-|–)"
)
"""Words that no list of tags has."""
_CREDIT = re.compile(
    r"[(\[](?:(?:[A-Z][\w.&-]* ){0,3}(?:[Pp]hotos?|[Aa]rchives?)(?:[/ ][A-Z][\w.]*)?|(?:[A-Z][\w.&/-]* ?){0,3}[Ff]ile(?: [Pp]hoto)?|"
    r"[A-Z][\w.]*(?: [A-Z][\w.]*)? and [Aa]gencies|Reuters|AP|AFP|EPA|DPA|Anadolu|Getty(?: Images)?|Twitter|Facebook|YouTube)[)\]]"
)
_AGENCY = re.compile(r"[(\[](?:Reuters|AP|AFP|EPA|DPA|Anadolu)[)\]]")
_AFTER_CREDIT = re.compile(r"\s*(?:$|[\n(]|[\"“]?[A-Z\d])")
_STOP = re.compile(r"(?<=[.!?\"”)\]])\s+(?=[\"“(]?[A-Z\d])|\n\s*")
_DATED = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\.?\s*")
_FEWEST = 5  # words of a caption
_FURTHEST = 500
_HEAD = 700  # characters in which a city in capitals is looked for
_LINE_LINK = 120
_LINKED = re.compile(
    r"(?<=[.!?\"”)\]])\s+(?P<credit>(?:(?:REUTERS|AFP \d{4}|AP Photo|(?:AFP|EPA) Photo|Sputnik|Flickr|Photo|READ MORE|READ ALSO|Read more)"
    r"(?=[\s:])|REUTERS/).{0,2}\s*)(?=[A-Z])"
)
_SHORT_LINK = re.compile(
    r"(?:\(updated [\d .:]+\)\s*)?Get short URL(?: Topic .{3,60}?\(\d+\))?(?:\s\d{1,6})*(?=\s+[A-Z\"“(])|(?<=\s)SEND https?\S+(?=\s)"
)
_RELATED = re.compile(r"(?:\.\.\.\s*)?(?:\b\d{1,5}\s+){0,2}\b(?:Topic|Related|Tags)\s+(?=[A-Z\w])")
_TAIL = 900
_FOOT = re.compile(r"(?:\bSource [A-Z][\w ]{2,40} )?\bRelated (?:News|Articles|Stories|Posts|Topics|Coverage)\s")
_FOOT_WORDS = re.compile(r"\b(?:subscribe|follow us|privacy policy|cookie policy|newsletter)\b", re.IGNORECASE)
_FOOT_TAIL = 2_500
_BUTTONS = re.compile(r"\b(?:Print|Share|Email) Tweet Views \d+(?P<related> Related)?\b")
_LINKS = 400  # characters of links behind buttons


def running(text: str, start: int, end: int, *, first: bool = False) -> Iterator[Piece]:
    """Yield the pieces inside the line ``text[start:end]`` that are no running text; ``first`` says that the text begins with it."""
    begin = _skip(text, start, end)
    if name := IMAGE_NAME.match(text, begin, end):
        yield Piece("caption", *name.span(), "image")
    elif first and (stop := picture_end(text, begin, end)):
        credit = _CREDIT.match(text, _skip(text, stop, end), end)
        yield Piece("caption", begin, credit.end() if credit else stop)
    for match in _TAGS.finditer(text, start, end):
        stop = after_tags(text, match.end(), end)
        if stop is not None:
            yield Piece("navigation", match.start("tags"), stop)
    yield from _captions(text, start, end)
    for match in _SHORT_LINK.finditer(text, start, end):
        near = first and match.start() - begin <= _LINE_LINK and not _STOP.search(text, begin, match.start())
        yield Piece("navigation", begin if near else match.start(), match.end())
    for match in SLUG.finditer(text, start, end):
        yield Piece("dateline", match.start(), match.end(), "slug")
    for match in city_slug().finditer(text, start, min(end, start + _HEAD)):
        yield Piece("dateline", match.start(), match.end(), "slug")
    yield from tweets(text, start, end)
    for match in _LINKED.finditer(text, start, end):
        stop = after_title(text, match.end(), end)
        if stop is not None:
            yield Piece("navigation", match.start("credit"), stop)
    yield from _buttons(text, start, end)
    yield from _foot(text, start, end) or _related(text, start, end)


def after_tags(text: str, start: int, end: int) -> int | None:
    """Return where a list of tags at ``start`` ends: before the capital that the first word of a sentence follows; None where none does."""
    words = list(islice(_WORD.finditer(text, start, end), _LIST))
    capital: int | None = None
    for at, word in enumerate(words):
        here, after = word.group(), words[at + 1].group() if at + 1 < len(words) else ""
        if at and _OPENER.fullmatch(here) and not (here in {"The", "In", "On"} and after == "War"):
            return ended(text, word.start())
        if here.endswith((".", "!", "?")):
            return word.end() if at and after[:1].isupper() else None
        if here in _JOINS and after[:1].isupper():
            continue
        if _TOLD.fullmatch(here) or here in _JOINS:
            return ended(text, words[capital].start()) if capital else None
        if here[0].isupper():
            joined = at > 1 and words[at - 1].group() == "and" and capital is not None
            capital = capital if joined else at
    return None


def _captions(text: str, start: int, end: int) -> Iterator[Piece]:
    reach = start
    for match in _CREDIT.finditer(text, start, end):
        if not _AFTER_CREDIT.match(text, match.end(), end):
            continue
        begin = _caption_start(text, max(reach, match.start() - _FURTHEST), match.start())
        if match.end() == end and begin > start and _AGENCY.fullmatch(match.group()):
            yield Piece("byline", match.start(), match.end())  # the text is the agency's; a picture has a line to itself
            return
        words = len(text[begin : match.start()].split())
        if not words or words >= _FEWEST:
            yield Piece("caption", begin if words else match.start(), match.end())
        reach = match.end()


def _caption_start(text: str, start: int, end: int) -> int:
    """Return where the sentence before a credit begins; a date by itself, and what a picture shows before that sentence, go with it."""
    stops = [start, *(stop.end() for stop in _STOP.finditer(text, start, end) if stop.end() < end)]
    while len(stops) > 1 and _DATED.fullmatch(text, stops[-1], end):
        stops.pop()
    if len(stops) > 1 and PICTURE.fullmatch(text, stops[-2], ended(text, stops[-1])):
        stops.pop()
    return _skip(text, stops[-1], end)


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _related(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the links and tags that a text ends with, where no sentence comes after them."""
    for match in _RELATED.finditer(text, max(start, end - _TAIL), end):
        if text[ended(text, match.start()) - 1 : match.start()][:1] in {*'.!?"”'} or match.group().startswith("..."):
            rest = text[match.end() : end]
            if not re.search(r"[.!?][\"”]?\s+[A-Z]", rest) and len(rest.split()) > 1:
                yield Piece("navigation", match.start(), end)
                return


def _foot(text: str, start: int, end: int) -> list[Piece]:
    """Return the foot of the page from its related news on, where what readers are asked to do stands there too."""
    match = _FOOT.search(text, max(start, end - _FOOT_TAIL), end)
    if match is None or match.start() <= start or not _FOOT_WORDS.search(text, match.end(), end):
        return []
    return [Piece("navigation", match.start(), end)]


def _buttons(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield buttons and the links behind them, up to the word that opens a sentence."""
    for match in _BUTTONS.finditer(text, start, end):
        opener = next(iter(glued_starts(text[match.end() : min(end, match.end() + _LINKS)])), None) if match["related"] else None
        yield Piece("navigation", match.start(), ended(text, match.end() + (opener or 0)))

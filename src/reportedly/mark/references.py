"""References: where a title or an extract is from: ``("Title", Publisher)``, ``["Title"](address), Publisher``, ``Publisher, "Title"``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.extracts import Extract
from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page
from reportedly.model.span import Span
from reportedly.parse import root_of, sentence_bounds, tokens_between
from reportedly.text import trim

_NAME = r"[A-Z][\w&.’'-]*(?: (?:[A-Z][\w&.’'-]*|of|for|the|on|and|in|de|al)){0,7}(?: \([A-Z]{2,6}\))?"
_QUOTED = r"\[?[\"“‘«]\[?(?P<title>[^\"“”»\n\[\]]{12,160}?)[\"”’»]"
_ADDRESS = r"(?:\]?\([^()\s]{0,200}\))?"
_BRACKETED = re.compile(rf"\({_QUOTED}?{_ADDRESS}[\"“”’»]?\]?{_ADDRESS},\s(?P<name>{_NAME})\s?(?:,[^()\n]{{1,40}})?\)")
_BEFORE = re.compile(rf"(?<![\w.,] )\b(?:(?:In|On|From|For|And|But|See) (?:the )?)?(?P<name>{_NAME}), {_QUOTED}")
_WRITING = "report|article|statement|story|post|account|piece"
_SEE = re.compile(rf"\((?P<see>see|cf\.?)(?: also)? (?P<name>(?:the )?[A-Z][^()\n]{{2,60}}?(?:{_WRITING}))(?: \w{{1,9}})?\)")
_LINKED = re.compile(rf"^(?:Source:? |via |from )?\[?(?P<name>{_NAME})\]?{_ADDRESS}$", re.IGNORECASE)
_NO_NAME = frozenset({"thanks", "emphasis", "translated", "translation", "see", "hat", "photo", "image", "more", "italics", "bold"})
_SMALL = 4
_TITLED = 0.75
_SCORE = 0.6


def seen(page: Page) -> Iterator[Draft]:
    """Yield "P (see the X report above)": the sentence up to the bracket goes to the report."""
    for match in _SEE.finditer(page.text):
        tokens, name = tokens_between(page.doc, *match.span()), Span(*match.span("name"))
        holder = tokens_between(page.doc, *name)
        if tokens is None or holder is None:
            continue
        start = page.doc[sentence_bounds(tokens[0])[0]].idx
        content = Span(*trim(page.text, start, match.start()))
        if content.start < content.end:
            yield Draft(
                tokens[1], "according", (content,), (Span(*match.span("see")),), (name,), root_of(holder), speech=True, score=_SCORE
            )


def titles(page: Page) -> Iterator[Draft]:
    """Yield the titles that a reference quotes, each attributed to who published it."""
    if "(" in page.text:
        for match in _BRACKETED.finditer(page.text):
            yield from _title(page, match)
    for match in _BEFORE.finditer(page.text):
        if _title_case(match["title"]) and match["title"][-1] not in ",.;":
            yield from _title(page, match)


def _title(page: Page, match: re.Match[str]) -> Iterator[Draft]:
    name, title = Span(*match.span("name")), Span(*match.span("title"))
    tokens = tokens_between(page.doc, *name)
    if tokens is not None and match["name"].split()[0].lower() not in _NO_NAME:
        holder = root_of(tokens)
        yield Draft(holder, "title", (title,), (), (name,), holder, speech=True, score=_SCORE)


def _title_case(title: str) -> bool:
    """Say whether the longer words of a title begin with capitals."""
    words = [w for w in title.split() if len(w) >= _SMALL]
    return len(words) > 2 and sum(w[0].isupper() or w[0].isdigit() for w in words) >= _TITLED * len(words)  # noqa: PLR2004


def publisher(text: str, extract: Extract | None) -> Span | None:
    """Return the name behind an extract of whom it is from, None where its reference names nobody."""
    if extract is None or extract.reference is None:
        return None
    start, end = extract.reference
    match = _LINKED.match(text[start:end]) or _BRACKETED.search(text, start - 1, end + 1)
    if match is None or match["name"].split()[0].lower() in _NO_NAME or not match["name"][0].isupper():
        return None
    begin, until = match.span("name")
    return Span(begin + start, until + start) if match.re is _LINKED else Span(begin, until)

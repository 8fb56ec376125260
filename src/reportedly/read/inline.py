"""The head of running text that lost its line breaks, as rows of tables have: date, headline, byline and agency slug."""

from __future__ import annotations

import re
from functools import cache

from reportedly.read.dateparse import date_at, find_dates
from reportedly.read.lines import Piece
from reportedly.read.rules import agency, rules_at
from reportedly.read.titles import opening_title
from reportedly.text import trim

_LEAD = re.compile(
    r"\W{0,3}(?:(?:date of publication|published|publi[ée] le|posted|updated|last updated?|publicado)(?: (?:on|at|am))?:?\s{1,3})?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\w+")
_STOP = re.compile(r"[ \t]*[.:;|–—-]?(?=\s|$)|[ \t]*[\"”’]?")
_BY = re.compile(r"\W{0,2}(?:posted )?by ((?:[A-ZÀ-Þ][\w.'’-]*[ ,]*){1,5})$", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—-]\s+")
_OPENS = re.compile(r"\s+(?:An?|The|At|In|On|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Several|Some|More) [a-z]")
_CLOCK = re.compile(r"(?<=UTC|GMT)[+-]\d{1,2}|,?\s\d{1,2}:?\d\d(?:\s?(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|\s?[ap]\.?m\b\.?)")
_SECTION = re.compile(r"[A-Z][a-z]{2,12}\s(?=[A-Z]{2,5} ?[-–—] )")
_MATCHED = 0.7
_LEAST = 4
_AHEAD = 14
_WINDOW = 400
_LATER = 500
_TITLE_WORDS = (3, 25)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)


def inline_head(text: str, start: int, end: int, title: str | None) -> list[Piece]:
    """Return the pieces that stand before the first sentence of ``text[start:end]``, in order.

    Args:
        text: the whole text.
        start: offset at which its first running line begins.
        end: offset at which that line ends.
        title: of the document, where it is known; its words are looked for whatever their case and punctuation.
    """
    pieces, at = _date(text, start, end)
    for rule in rules_at("lead"):
        match = rule.pattern.match(text, _next(text, at), end)
        if match and match.end() > match.start():
            pieces.append(Piece(rule.kind, match.start(), match.end()))
            at = match.end()
    headline = _headline(text, at, end, title) if title else None
    if headline is not None:
        pieces += _between(text, at, headline.start)
        pieces.append(headline)
        at = headline.end
    slugs = _slug(text, at, end) or _agency_date(text, at, end)
    if title is None:
        found = _untold(text, at, slugs[0].start if slugs else None, end)
        pieces += found
        if found and not slugs:
            slugs = (
                _date(text, _next(text, found[0].end), end)[0] or _slug(text, found[0].end, end) or _agency_date(text, found[0].end, end)
            )
    pieces += slugs
    at = max((piece.end for piece in pieces), default=start)
    pieces += _slug(text, at, end)
    return pieces


def _next(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _date(text: str, start: int, end: int) -> tuple[list[Piece], int]:
    """Return the date that the text begins with, where no sentence goes on from it."""
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    found = date_at(text, at, end=min(end, at + 80))
    if found is None:
        return [], start
    stop = clock.end() if (clock := _CLOCK.match(text, found.end, end)) else found.end
    while stop < end and text[stop] in ")]|,;:.-–—":
        stop += 1
    after = _next(text, stop)
    signed = lead is not None and lead.end() > start and text.startswith("by ", after)
    if after < end and not signed and (text[after].islower() or (stop > found.end and text[found.end] == ",")):
        return [], start
    return [Piece("dateline", start, stop, "date")], stop


def _headline(text: str, start: int, end: int, title: str) -> Piece | None:
    """Return the span in which the words of ``title`` stand near ``start``, where a new sentence follows them."""
    parts = _SITE.split(title)
    wholes = [title, *(title[: title.rindex(part)] for part in reversed(parts[1:]))]
    return next((piece for whole in wholes if (piece := _titled(text, start, end, whole))), None)


def _titled(text: str, start: int, end: int, title: str) -> Piece | None:
    wanted = [word.lower() for word in _TOKEN.findall(title)]
    there = list(_TOKEN.finditer(text, start, min(end, start + _WINDOW + len(title) * 2)))
    for offset in range(min(_AHEAD, len(there))):
        for skip in range(min(2, len(wanted))):
            count = _common(wanted[skip:], [token.group().lower() for token in there[offset : offset + len(wanted) - skip]])
            whole = count == len(wanted) - skip
            if (whole and count >= 2) or (count >= _LEAST and count >= _MATCHED * len(wanted)):  # noqa: PLR2004 - one word is no headline
                return _closed(text, there[offset].start(), there[offset + count - 1].end(), end)
    return None


def _common(wanted: list[str], there: list[str]) -> int:
    count = 0
    for ours, theirs in zip(wanted, there, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def _closed(text: str, start: int, stop: int, end: int) -> Piece | None:
    while start > 0 and text[start - 1] in "\"'“‘«":
        start -= 1
    mark = _STOP.match(text, stop, end)
    stop = mark.end() if mark else stop
    after = _next(text, stop)
    if after >= end or text[after].islower() or text[after] in ",;":
        return None
    return Piece("headline", *trim(text, start, stop))


def _untold(text: str, start: int, slug: int | None, end: int) -> list[Piece]:
    """Return the title that nobody names: what stands before an agency and its date, or the first sentence where it reads as a title."""
    if slug is None:
        found = opening_title(text, start, end)
        return [] if found is None else [found]
    begin, stop = trim(text, start, slug)
    return [Piece("headline", begin, stop)] if _TITLE_WORDS[0] <= len(text[begin:stop].split()) <= _TITLE_WORDS[1] else []


def _between(text: str, start: int, end: int) -> list[Piece]:
    """Return what stands between the date and the headline where it is a byline."""
    begin, stop = trim(text, start, end)
    return [Piece("byline", begin, stop, "author")] if _BY.fullmatch(text[begin:stop]) else []


@cache
def _agency_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:(?:{agency()}|[A-Z]{{2,5}})(?: (?:and|&) (?:agencies|{agency()}))?,?\s)$")


def _agency_date(text: str, start: int, end: int) -> list[Piece]:
    """Return a date with its weekday, the agency's name before it, that stands between the headline and the first sentence."""
    for found in find_dates(text, "dmy", start, min(end, start + _LATER)):
        after = _next(text, found.end)
        agent = _agency_pattern().search(text, max(start, found.start - 60), found.start)
        near = not text[start : found.start].strip(" .\n\t|-–—")
        opens = after < end and (text[after].isupper() or text[after].isdigit() or text[after] in "\"“‘'(")
        if opens and (agent or near) and (agent or _WEEKDAY.match(text, found.start)):
            before = [Piece("byline", *trim(text, agent.start(), agent.end()), "outlet")] if agent else []
            return [*before, Piece("dateline", found.start, found.end, "date")]
    name = re.compile(rf"\s*(?:{agency()})(?=\s+[A-Z0-9\"“])").match(text, start, end)
    if name and start and (re.search(r"[A-Z]{2}", name.group()) or _OPENS.match(text, name.end(), end)):
        return [Piece("byline", *trim(text, start, name.end()), "outlet")]
    return []


@cache
def _slug_pattern() -> re.Pattern[str]:
    city = r"[A-ZÀ-Þ][\w.'’-]*(?:[ /-](?:(?:of|de|al|el|and)[ -])?[A-ZÀ-Þ][\w.'’-]*){0,3}"
    caps = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
    date = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)"
    agent = rf"(?:{agency()}|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){{0,3}})"
    dash = r"\s?(?:—|–|--|-)\s"
    return re.compile(
        rf"(?:{caps}(?:, ?[A-Z][\w .]{{1,25}})?(?:, ?{date})?(?: ?\({agent}\))?{dash}"
        rf"|{city}(?:, ?[A-Z][\w .]{{1,25}})?(?:, ?{date})(?: ?\({agent}\))?{dash}"
        rf"|{city}(?:, ?[A-Z][\w .]{{1,25}})?(?:, ?{date})? ?\({agent}\)(?:{dash}|: |\s(?=[A-Z]))"
        rf"|{city}, (?:{agency()}|[A-Z]{{3,5}}){dash}"
        rf"|\((?:{agency()})\){dash})"
    )


def _slug(text: str, start: int, end: int) -> list[Piece]:
    """Return the slug of an agency at ``start``: ``CITY, June 3 (Agency) —`` and its shorter forms."""
    at = _next(text, start)
    section = _SECTION.match(text, at, min(end, at + 60))
    match = _slug_pattern().match(text, section.end() if section else at, min(end, at + 140))
    if match is None or text[_next(text, match.end()) : end][:1].islower():
        return []
    if section:
        return [Piece("navigation", *trim(text, at, section.end())), Piece("dateline", *trim(text, section.end(), match.end()), "slug")]
    return [Piece("dateline", *trim(text, at, match.end()), "slug")]

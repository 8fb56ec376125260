"""What a text says of itself: title, byline, date, publisher and where it first stood, each with its origin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.model import Dated, Metadata, OriginalSource
from reportedly.ports import ReadOptions
from reportedly.read.dateparse import find_dates
from reportedly.read.lines import Piece, bare
from reportedly.read.rules import agency, may_name_source, section_rules, source_rules
from reportedly.read.segments import Layout
from reportedly.text import fold

_BY = re.compile(r"\W*(?:(?:posted |text |written )?by|par|von|por|di|auteur|author|autor)\s*:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|et|und|y|&)\s+")
_NAMED = re.compile(r"[A-ZÀ-Þ]")
_URL = re.compile(r"\]\((https?://[^\s)]{1,500})\)")
_BAR = re.compile(r"\s+[|–—-]\s+")
_SOURCE_KINDS = frozenset({"byline", "licence", "editor_note", "navigation", "dateline"})
_LONGEST = 600
_SECTION_LINE = 80


@dataclass(frozen=True, slots=True)
class Byline:
    """The parts of a head's bylines: authors, and the outlet they name with its offsets."""

    authors: tuple[str, ...] = ()
    outlet: OriginalSource | None = None


def complete(given: Metadata, text: str, layout: Layout, options: ReadOptions) -> Metadata:
    """Return ``given`` with what it lacks taken from the options, then from the text.

    The date of the options comes first, for the caller knows how the document was come by; then the one given, unless it is
    weak; then the first one that a dateline or byline of the text names.
    """
    byline = read_byline(text, _first_head(layout.pieces))
    named = original_source(text, layout.pieces)
    publisher = given.publisher or options.publisher or _publisher(text, layout.pieces, byline, named)
    source = given.original_source or named or byline.outlet
    if source is not None and publisher is not None and _same(source.name, publisher):
        source = None
    told = replace(
        given,
        title=given.title or _title(text, layout.pieces),
        byline=given.byline or byline.authors,
        published=_published(given, text, layout.pieces, options),
        publisher=publisher,
        original_source=source,
        section=given.section or section_of(text, layout.pieces),
        dates=tuple(_every_day(given, text, layout.pieces, options)),
    )
    return replace(told, origins=tuple(_origins(given, told, layout.pieces, options)))


def _every_day(given: Metadata, text: str, pieces: Sequence[Piece], options: ReadOptions) -> list[Dated]:
    """Return every day of publication that is stated, once for each place: by the caller, by tags, by lines of the text in order."""
    found = [Dated(options.published, "argument")] if options.published is not None else []
    found += given.dates or ([given.published] if given.published.value and not given.published.weak else [])
    for piece in pieces:
        if piece.kind == "dateline" or (piece.kind == "byline" and piece.role in {"author", "outlet"}):
            found += [Dated(date.value, piece.kind) for date in find_dates(text, "dmy", piece.start, piece.end)]
    return list(dict.fromkeys(found))


def _origins(given: Metadata, told: Metadata, pieces: Sequence[Piece], options: ReadOptions) -> list[tuple[str, str]]:
    """Return where each value is from: what gave it, a tag or table row, the caller, or the kind of piece that holds it."""
    known = dict(given.origins)
    mast = any(piece.role == "masthead" for piece in pieces)
    publisher = "argument" if options.publisher else "masthead" if mast else "byline"
    places = {"title": "headline", "byline": "byline", "publisher": publisher, "section": "navigation"}
    for name, place in places.items():
        if name not in known and getattr(told, name):
            known[name] = "given" if getattr(given, name) else place
    return list(known.items())


def _first_head(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of the first article's head: those before the second byline that follows a headline."""
    head: list[Piece] = []
    for piece in pieces:
        if piece.kind == "headline" and any(p.role == "author" for p in head):
            break
        head.append(piece)
    return head


def read_byline(text: str, pieces: Sequence[Piece]) -> Byline:
    """Return authors and outlet of the bylines among ``pieces``."""
    authors: list[str] = []
    outlet: OriginalSource | None = None
    for piece in pieces:
        if piece.kind != "byline" or piece.role not in {"author", "outlet"}:
            continue
        names = _parts(text, piece)
        if piece.role == "author" and names:
            authors += [name for name in _AND.split(names[0][0]) if name not in authors]
            names = names[1:]
        outlet = outlet or next(
            (OriginalSource(name, None, start, start + size) for name, start, size in names if _NAMED.match(name)), None
        )
    return Byline(tuple(authors), outlet)


def _parts(text: str, piece: Piece) -> list[tuple[str, int, int]]:
    """Return the parts of a byline between commas, its date left out, as (words, offset, length in the text)."""
    words = text[piece.start : piece.end]
    lead = _BY.match(words)
    at = lead.end() if lead else 0
    dates = find_dates(words)
    stop = dates[0].start if dates else len(words)
    found = []
    for part in re.compile(r"[^,|\n]+").finditer(words, at, stop):
        name = bare(part.group()).strip(" .;:-–—")
        if name:
            inside = part.group().find(name)
            start, size = (inside, len(name)) if inside >= 0 else (0, len(part.group()))
            found.append((name, piece.start + part.start() + start, size))
    return found


def original_source(text: str, pieces: Sequence[Piece]) -> OriginalSource | None:
    """Return where the text says in so many words that it first stood, the surest wording first."""
    asked = [p for p in pieces if p.kind in _SOURCE_KINDS and may_name_source(text[p.start : min(p.end, p.start + _LONGEST)].lower())]
    for rule in source_rules():
        for piece in asked:
            match = rule.pattern.search(text, piece.start, min(piece.end, piece.start + _LONGEST))
            if match:
                return _source(text, match.start("name"), match.end("name"))
    return next((found for piece in pieces if (found := _credit(text, piece))), None)


@cache
def _credited() -> re.Pattern[str]:
    """Return a pattern for the agency that a slug names in brackets, or that a credit at the end of a text consists of."""
    names = "|".join(name for name in agency().split("|") if name != "Agencies")
    return re.compile(rf"\((?P<slug>{names}|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){{0,3}})\)|^\W*(?P<end>{names})\W*$")


def _credit(text: str, piece: Piece) -> OriginalSource | None:
    """Return the agency that a page credits with its text: ``CITY, May 2 (Agency) —`` before it, ``(Agency)`` or ``-- Agency`` after it."""
    slug = piece.kind == "dateline" and piece.role == "slug"
    if not slug and (piece.kind != "byline" or piece.role in {"author", "outlet"}):
        return None
    match = _credited().search(text[piece.start : piece.end])
    if match is None or (match["slug"] and not slug and not _credited().fullmatch(match["slug"])):
        return None
    name = "slug" if match["slug"] else "end"
    return _source(text, piece.start + match.start(name), piece.start + match.end(name))


def section_of(text: str, pieces: Sequence[Piece]) -> str | None:
    """Return the section that a line of the page's frame names: "In Opinion", "Filed under: War"."""
    for piece in pieces:
        if piece.kind == "navigation" and piece.end - piece.start <= _SECTION_LINE:
            for rule in section_rules():
                if match := rule.pattern.match(bare(text[piece.start : piece.end])):
                    return match["name"].strip(" .,;:")
    return None


def _source(text: str, start: int, end: int) -> OriginalSource:
    words = text[start:end]
    opened = len(words) - len(words.lstrip("["))
    name = fold(words[opened:]).rstrip(" .,;:")
    url = _URL.match(text, end)
    start += opened
    stop = start + len(words[opened:].rstrip(" .,;:"))
    return OriginalSource(f"The {name[4:]}" if name.startswith("the ") else name, url[1] if url else None, start, stop)


def _publisher(text: str, pieces: Sequence[Piece], byline: Byline, named: OriginalSource | None) -> str | None:
    """Return the name at the masthead; else, where the text names another source, the outlet of the byline."""
    mast = next((piece for piece in pieces if piece.role == "masthead"), None)
    if mast is not None:
        return _BAR.split(bare(text[mast.start : mast.end]))[0]
    outlet = byline.outlet
    return outlet.name if outlet and named and not _same(outlet.name, named.name) and _alone(pieces, outlet) else None


def _alone(pieces: Sequence[Piece], outlet: OriginalSource) -> bool:
    return any(piece.role == "outlet" and piece.start <= outlet.start < piece.end for piece in pieces)


def _same(one: str, other: str) -> bool:
    return fold(one).casefold().removeprefix("the ") == fold(other).casefold().removeprefix("the ")


def _title(text: str, pieces: Sequence[Piece]) -> str | None:
    first = next((piece for piece in pieces if piece.kind == "headline"), None)
    return bare(text[first.start : first.end]) or None if first else None


def _published(given: Metadata, text: str, pieces: Sequence[Piece], options: ReadOptions) -> Dated:
    stated = given.published
    if options.published is not None:
        return Dated(options.published, "argument")
    if stated.value is not None and not stated.weak:
        return stated
    return _stated(text, pieces) or stated


def _stated(text: str, pieces: Sequence[Piece]) -> Dated | None:
    """Return the first date of a dateline or byline in the first head."""
    for piece in _first_head(pieces):
        if piece.kind in {"dateline", "byline"}:
            dates: Sequence[tuple[int, int, dt.date]] = find_dates(text, "dmy", piece.start, piece.end)
            if dates:
                return Dated(dates[0][2], piece.kind)
    return None

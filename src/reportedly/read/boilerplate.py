"""Frame around an article that plain phrases show: menus, notes, disclaimers, licences, and what stands after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read.lines import Line, Piece, whole
from reportedly.read.rules import Rule, any_of, may_frame, rules_at, source_rules

_SHORT = 160
_PARAGRAPH_WORDS = 120
_SCAN = 3_000
_END_SCAN = 500
_MOST_ENDS = 6
_TAIL_WORDS = 40
_SOURCE_WORDS = 25
_THIS = re.compile(
    r"\W*(?:(?:this|cet?|ce|dieser|este|the)\s+)?(?:article|texte|text|post|piece|artikel|art[íi]culo|story)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-Þ©])")


def frame_line(line: Line) -> Piece | None:
    """Return ``line`` as a piece where the whole of it is frame, else None."""
    if line.words > _PARAGRAPH_WORDS:
        return None
    if len(line.bare) <= _SHORT and any_of("line").fullmatch(line.bare):
        rule = next(rule for rule in rules_at("line") if rule.pattern.fullmatch(line.bare))
        return whole(line, rule.kind, rule.kind, rule.lang)
    return frame_notice(line) or (whole(line, "byline", "source") if _names_source(line) else None)


def frame_notice(line: Line) -> Piece | None:
    """Return ``line`` as a piece where it begins as a note, disclaimer or licence does, or holds the words of one; else None."""
    if line.words > _PARAGRAPH_WORDS:
        return None
    if any_of("start").match(line.bare):
        rule = next(rule for rule in rules_at("start") if rule.pattern.match(line.bare))
        return whole(line, rule.kind, None, rule.lang)
    lower = line.bare.lower()
    if not may_frame(lower):
        return None
    for rule in rules_at("sentence"):
        if rule.may_match(lower) and rule.pattern.search(line.bare):
            return whole(line, rule.kind, None, rule.lang)
    return None


def may_notify(text: str) -> bool:
    """Say whether it is worth asking ``frame_notice`` about a line: most hold no letters that its rules need."""
    return any_of("start").match(text) is not None or may_frame(text.lower())


def _names_source(line: Line) -> bool:
    """Say whether a short line does nothing but name where the article first stood."""
    if line.words > _SOURCE_WORDS or not may_frame(line.bare.lower()):
        return False
    found = next((match for rule in source_rules() if (match := rule.pattern.search(line.bare))), None)
    return found is not None and (found.start() <= 2 or _THIS.match(line.bare) is not None)  # noqa: PLR2004 - a mark before it


def frame_sentences(text: str, line: Line) -> list[Piece]:
    """Return the sentences at either end of a long line that are frame."""
    if line.words <= _PARAGRAPH_WORDS:
        return []
    bounds = [(line.start, line.end)]
    if line.end - line.start > 2 * _SCAN:
        bounds = [(line.start, line.start + _SCAN), (line.end - _SCAN, line.end)]
    found: list[Piece] = []
    for begin, end in bounds:
        lower = text[begin:end].lower()
        found += [piece for rule in rules_at("sentence") if rule.may_match(lower) for piece in _sentences(text, rule, begin, end)]
    return found


def _sentences(text: str, rule: Rule, begin: int, end: int) -> list[Piece]:
    found = []
    for match in rule.pattern.finditer(text, begin, end):
        starts = [m.end() for m in _SENTENCE.finditer(text, begin, match.start() + 1)]
        stop = _SENTENCE.search(text, match.end(), end)
        found.append(Piece(rule.kind, starts[-1] if starts else begin, stop.start() if stop else end, None, rule.lang))
    return found


def frame_end(text: str, lines: Sequence[Line]) -> list[Piece]:
    """Return what stands after the last sentence of running text: sign-offs, share buttons, credits; whole lines of it too."""
    found: list[Piece] = []
    for line in reversed(lines[1:]):
        pieces = _ends(text, line.start, line.end)
        found += pieces
        if not pieces or pieces[-1].start > line.start:
            return found
    return found + _ends(text, lines[0].start, lines[0].end, keep=True)


def _ends(text: str, begin: int, end: int, *, keep: bool = False) -> list[Piece]:
    """Return the pieces at the end of ``text[begin:end]``, the last first; with ``keep`` they never take all of it."""
    found: list[Piece] = []
    while end > begin and len(found) < _MOST_ENDS:
        piece = next((piece for rule in (*rules_at("foot"), *rules_at("end")) if (piece := _end(text, rule, begin, end))), None)
        if piece is None or (keep and piece.start <= begin):
            break
        found.append(piece)
        end = begin + len(text[begin : piece.start].rstrip())
    return found


def _end(text: str, rule: Rule, begin: int, end: int) -> Piece | None:
    match = rule.pattern.search(text, max(begin, end - _END_SCAN), end)
    if match is None:
        return None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Piece(rule.kind, start, end, None, rule.lang) if start < end else None


def frame_tail(lines: Sequence[Line], known: Sequence[Piece], *, page: bool = False) -> list[Piece]:
    """Return the lines that stand among or after menus and comments at the foot of the page, where no article goes on.

    The foot begins at the first line known as navigation or comment from which on the lines not yet known hold few words.
    After a heading of comments they are comments where they are sentences, else navigation. On a ``page`` whose structure has told
    what frames it, a sentence is never of the foot.
    """
    taken = {piece.start: piece.kind for piece in known}
    foot, words = len(lines), 0
    for at in range(len(lines) - 1, -1, -1):
        kind = taken.get(lines[at].start)
        if kind in {"navigation", "comment"}:
            foot = at
        elif kind is None:
            words += lines[at].words
            if words > _TAIL_WORDS or (page and lines[at].prose):
                break
    found, in_comments = [], False
    for line in lines[foot:]:
        kind = taken.get(line.start)
        in_comments = in_comments or kind == "comment"
        if kind is None:
            found.append(whole(line, "comment" if in_comments and line.prose else "navigation"))
    return found

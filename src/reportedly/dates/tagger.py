"""Marks the time expressions of a text and says which days they are.

A rule tagger after the idea of HeidelTime (Strötgen and Gertz 2010): patterns and vocabulary are data, each expression is
normalised by what it names and by the date it is counted from. The values follow TimeML's TIMEX3 (Pustejovsky et al. 2003).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.dates import anchors, tense
from reportedly.dates.anchors import Stretch
from reportedly.dates.grammar import Grammar, grammar
from reportedly.dates.interval import granularity, shape_of
from reportedly.dates.lexer import Tokens
from reportedly.dates.matching import Match, candidates
from reportedly.dates.norms import NORMS
from reportedly.dates.scene import Anchor, Scene, Timed
from reportedly.model import Segment, TimeExpression

_APPOSITION = 3
_RECENT = 60
_SENTENCE = 40
_APPOSED = frozenset({",", "on", "(", "ending"})


def tag(
    text: str, published: dt.date | None = None, segments: Sequence[Segment] = (), *, inferred: bool = False
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, none overlapping another.

    Args:
        text: any text, in English; dates in full also in French, Spanish, German and Arabic.
        published: the day that the words were published; where None it is inferred from the text, and what is counted from
            it says so (origin ``inferred``).
        segments: the parts of the text; those with a date of their own are counted from that.
        inferred: ``published`` was itself inferred from the text (:func:`stated_date`).

    Returns:
        Expressions with TIMEX3 type and value, first and last day (ISO, inclusive), and what they were counted from.
    """
    rules = grammar()
    tokens = rules.lexer.read(text)
    matches = candidates(rules, tokens)
    if not matches:
        return ()
    stated = anchors.stated_days(matches, tokens)
    if published is None or inferred:
        day = published or anchors.written_on(rules, tokens, matches, stated)
        base = Anchor(day, "inferred", "inferred")
    else:
        base = Anchor(published, rival=anchors.head_rival(rules, tokens, stated, published))
    parts = anchors.stretches(base, segments, anchors.implied_days(matches, stated), len(text))
    return tuple(_Reader(rules, tokens, parts).read(matches))


def stated_date(text: str) -> dt.date | None:
    """Return the day of writing that a text itself states or gives away, or None. See :func:`anchors.written_on`."""
    rules = grammar()
    tokens = rules.lexer.read(text)
    matches = candidates(rules, tokens)
    return anchors.written_on(rules, tokens, matches, anchors.stated_days(matches, tokens))


@dataclass(slots=True)
class _Reader:
    """Reads matches in order and remembers the day that the text speaks of."""

    rules: Grammar
    tokens: Tokens
    parts: Sequence[Stretch]
    part: int = 0
    told: Anchor | None = None
    told_at: int = -1
    era: Anchor | None = None
    era_at: int = -1

    def read(self, matches: Sequence[Match]) -> Iterator[TimeExpression]:
        taken = 0
        for match in matches:
            if match.first < taken:
                continue
            found = self._expression(match, matches)
            if found is not None:
                taken = match.last
                yield found

    def _expression(self, match: Match, matches: Sequence[Match]) -> TimeExpression | None:
        start, end = self.tokens.starts[match.first], self.tokens.ends[match.last - 1]
        self._enter(start)
        scene = self._scene(match, matches)
        norm = NORMS[match.pattern.norm]
        timed = norm(match.fields, scene)
        if timed is None:
            return None
        rival = timed.rival
        other = scene.rivalled()
        if rival is None and other is not None and timed.anchor is not None:
            seen = norm(match.fields, other)
            rival = seen.value if seen is not None and seen.value != timed.value else None
        self._remember(match, timed)
        return _expression(start, end, timed, rival)

    def _enter(self, start: int) -> None:
        while self.part + 1 < len(self.parts) and self.parts[self.part].end <= start:
            self.part += 1
            self.told = self.era = None

    def _scene(self, match: Match, matches: Sequence[Match]) -> Scene:
        cue = tense.cue(self.rules, self.tokens, match.first, match.last)
        anchor = self.parts[self.part].anchor
        return Scene(
            anchor=anchor,
            narrative=self.told or anchor,
            era=self.era if self._is_recent(self.era_at, match.first) else None,
            near=self.told if self.told_at >= cue.start else None,
            recent=self.told if self._is_recent(self.told_at, match.first) else None,
            beside=self._beside(match, matches, anchor, cue.start),
            future=cue.future,
            relative=cue.relative,
            until=cue.until,
            before=self.tokens.word(match.first - 1),
            after=self.tokens.word(match.last),
            present=cue.perfect,
        )

    def _is_recent(self, told_at: int, first: int) -> bool:
        return told_at >= 0 and first - told_at <= _RECENT and self.rules.classes["BREAK"] not in self.tokens.kinds[told_at:first]

    def _beside(self, match: Match, matches: Sequence[Match], anchor: Anchor, start: int) -> Anchor | None:
        """Return the day that a window's sentence counts it from: one named right behind it, or that of "he said on Monday"."""
        if match.pattern.norm not in ("window", "duration"):
            return None
        scene = Scene(anchor, anchor, future=False)
        for at in range(bisect_left(matches, start, key=_first), len(matches)):
            other = matches[at]
            if other.first >= match.last + _SENTENCE:
                return None
            named = other.pattern.norm == "day" and match.last < other.first <= match.last + _APPOSITION
            if (named and self._is_apposed(match.last, other.first)) or self._is_saying(other, start):
                timed = NORMS[other.pattern.norm](other.fields, scene)
                if timed and timed.days.begin:
                    return Anchor(timed.days.begin, "narrative", anchor.origin)
        return None

    def _is_saying(self, other: Match, start: int) -> bool:
        """Say whether a day in the sentence is that of saying, which stands right before it."""
        if other.pattern.norm not in ("weekday", "day", "deictic") or other.first < start:
            return False
        verb = other.first - (2 if self.tokens.word(other.first - 1) == "on" else 1)
        ends = tense.sentence_start(self.rules, self.tokens, other.first) == start
        return ends and verb >= start and self.tokens.kinds[verb] in self.rules.classes["SAYW"]

    def _is_apposed(self, first: int, last: int) -> bool:
        return all(self.tokens.word(at) in _APPOSED for at in range(first, last))

    def _remember(self, match: Match, timed: Timed) -> None:
        if timed.kind not in ("DATE", "TIME") or timed.days.begin is None:
            return
        shape, origin = shape_of(timed.value or ""), timed.anchor.origin if timed.anchor else "text"
        spoken = Anchor(timed.days.begin, "narrative", origin)
        if shape == "day":
            self.told, self.told_at, self.era = spoken, match.first, None
        elif shape in ("month", "year"):
            self.era, self.era_at = Anchor(timed.days.begin, shape, origin), match.first


def _first(match: Match) -> int:
    return match.first


def _expression(start: int, end: int, timed: Timed, rival: str | None) -> TimeExpression:
    begin, until = timed.days
    return TimeExpression(
        start=start,
        end=end,
        type=timed.kind,
        value=timed.value,
        begin=begin.isoformat() if begin else None,
        until=until.isoformat() if until else None,
        granularity=granularity(timed.value, timed.kind),
        anchor=timed.anchor.name if timed.anchor else None,
        rival=rival,
        origin=timed.anchor.origin if timed.anchor and timed.anchor.date else "text",
    )

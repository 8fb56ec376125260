"""The phrases of segments.yaml, compiled once: by which words pages frame an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.errors import CodebookError
from reportedly.marked import Marked
from reportedly.model.document import SEGMENT_KINDS

FILE = Path(__file__).with_name("segments.yaml")
PLACES = ("line", "start", "sentence", "lead", "end", "foot", "announces", "speaks")
_LEADS = {"end": r"(?<=[.!?\"”’»)\]])\s{0,20}|(?<=\s\s)|(?<![^\n])", "foot": r"(?<!\w)"}
_NAME = r"(?:The |Le |La |El |Der |Die )?\[?[A-ZÀ-Þ][\w.'’&-]*(?: (?:(?:of|for|and|des?|du|la|les|le|&) )?[A-ZÀ-Þ][\w.'’&-]*){0,5}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with the kind of segment that it shows, where it is looked for, and examples that run as tests."""

    kind: str
    where: str
    pattern: re.Pattern[str]
    lang: str | None
    line: int
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    needs: tuple[str, ...] = ()

    def may_match(self, lower: str) -> bool:
        """Say whether the pattern is worth trying on a text, given in lower case: a search for letters is far cheaper."""
        return not self.needs or any(need in lower for need in self.needs)


@dataclass(frozen=True, slots=True)
class SourceRule:
    """One pattern whose group ``name`` is where an article first stood, or the section that it stands in."""

    pattern: re.Pattern[str]
    line: int
    examples: tuple[tuple[str, str], ...]
    counter: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the file.

    Raises:
        CodebookError: the file has a mistake; the line is named.
    """
    return tuple(_rule(item) for item in marked.load(FILE, CodebookError).need("rules").items())


@cache
def rules_at(where: str) -> tuple[Rule, ...]:
    """Return the rules that are looked for at one of PLACES."""
    return tuple(rule for rule in rules() if rule.where == where)


@cache
def any_of(*places: str) -> re.Pattern[str]:
    """Return one pattern that matches wherever a rule of ``places`` does: most lines match none, and are told so at once."""
    return re.compile("|".join(_scoped(rule.pattern) for place in places for rule in rules_at(place)))


@cache
def _needs() -> tuple[str, ...]:
    sentence = {need for rule in rules_at("sentence") for need in rule.needs}
    return tuple(sorted(sentence | set(marked.load(FILE, CodebookError).strings("source_needs"))))


def may_frame(lower: str) -> bool:
    """Say whether a rule for sentences or sources is worth trying on a text, given in lower case."""
    for need in _needs():  # noqa: SIM110 - asked of every line; any() takes twice as long
        if need in lower:
            return True
    return False


@cache
def _source_needs() -> tuple[str, ...]:
    return marked.load(FILE, CodebookError).strings("source_needs")


def may_name_source(lower: str) -> bool:
    """Say whether a rule for sources is worth trying on a text, given in lower case."""
    return any(need in lower for need in _source_needs())


def _scoped(pattern: re.Pattern[str]) -> str:
    return f"(?i:{pattern.pattern})" if pattern.flags & re.IGNORECASE else f"(?:{pattern.pattern})"


@cache
def source_rules() -> tuple[SourceRule, ...]:
    """Return the rules for words that name an original source, the surest first."""
    return tuple(_source(item) for item in marked.load(FILE, CodebookError).need("sources").items())


@cache
def section_rules() -> tuple[SourceRule, ...]:
    """Return the rules for words that name the section which an article stands in."""
    return tuple(_source(item) for item in marked.load(FILE, CodebookError).need("sections").items())


@cache
def agency() -> str:
    """Return a pattern for the name of a news agency in a dateline."""
    names = marked.load(FILE, CodebookError).strings("agencies")
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def seats() -> str:
    """Return a pattern for the cities, in capitals, that agencies write from."""
    return "|".join(re.escape(name.upper()) for name in sorted(marked.load(FILE, CodebookError).strings("seats"), key=len, reverse=True))


def _rule(item: Marked) -> Rule:
    item.only("kind", "where", "pattern", "lang", "case", "needs", "examples", "not")
    kind, where = item.text("kind"), item.text("where")
    if kind not in SEGMENT_KINDS or where not in PLACES:
        what = f"unknown kind {kind!r} or place {where!r}"
        raise item.complain(what, f"places are: {', '.join(PLACES)}")
    text = item.text("pattern")
    if where in _LEADS:
        text = rf"(?:{_LEADS[where]})(?:{text})$"
    flags = re.NOFLAG if item.get("case") else re.IGNORECASE
    examples, counter, needs = item.strings("examples"), item.strings("not"), item.strings("needs")
    return Rule(kind, where, _compile(text, flags, item), item.maybe("lang"), item.line, examples, counter, needs)


def _source(item: Marked) -> SourceRule:
    item.only("pattern", "examples", "not")
    text = re.sub(r"NAME", lambda _: f"(?-i:{_NAME})", item.text("pattern"))
    examples = tuple((key, str(value.value)) for key, value in item.need("examples").expect(dict).items())
    return SourceRule(_compile(text, re.IGNORECASE | re.MULTILINE, item), item.line, examples, item.strings("not"))


def _compile(text: str, flags: re.RegexFlag, item: Marked) -> re.Pattern[str]:
    try:
        return re.compile(text, flags)
    except re.error as problem:
        what = f"the pattern does not compile: {problem}"
        raise item.complain(what) from problem

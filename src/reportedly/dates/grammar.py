"""Loads the vocabulary and the patterns from their YAML files, and compiles them once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from reportedly.dates.lexer import ENDED, OTHER, Lexer
from reportedly.dates.needs import needed
from reportedly.errors import DataError
from reportedly.marked import Loader

_FIRST_WORD, _FIRST_SHAPE = 0xE000, 0xF600
_ITEM = re.compile(r"(?:(?P<group>[a-z]+\d?):)?(?:(?P<open>\()|(?P<name>[A-Z][A-Z0-9]*)|'(?P<word>[^']+)')")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One rule: what it matches over token kinds, and which function of :mod:`reportedly.dates.norms` gives it a value.

    ``needs`` holds sets of kinds; where a text has none of one of them, the rule matches nothing in it.
    """

    id: str
    norm: str
    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    given: Mapping[str, Any]
    examples: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The compiled vocabulary and patterns. Two are the same only where they are one object.

    Attributes:
        classes: class name -> the kinds in it.
        values: class name -> word -> what the word stands for.
        groups: group of a pattern -> the classes that its word's value is looked up in.
    """

    lexer: Lexer
    classes: Mapping[str, str]
    values: Mapping[str, Mapping[str, Any]]
    groups: Mapping[str, tuple[str, ...]]
    patterns: tuple[Pattern, ...]

    def value(self, group: str, word: str) -> Any:  # noqa: ANN401 - a word stands for a number or a code
        """Return what ``word`` stands for in ``group``, or None."""
        for name in self.groups.get(group, ()):
            if word in self.values[name]:
                return self.values[name][word]
        return None


@cache
def grammar() -> Grammar:
    """Return the grammar of the program's own files.

    Raises:
        DataError: a file has a mistake; the message names the pattern.
    """
    folder = resources.files("reportedly.dates")
    lexicon = _plain(folder.joinpath("lexicon.yaml"))
    rules: dict[str, Any] = {"macros": {}, "unions": {}, "groups": {}, "patterns": []}
    for file in sorted(folder.joinpath("patterns").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml"):
            _merge(rules, _plain(file))
    return build(lexicon, rules)


def _plain(file: Traversable) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(file.read_text(encoding="utf-8"), Loader)  # noqa: S506 - it is a safe one


def _merge(rules: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, list):
            rules[key].extend(value)
        else:
            rules[key].update(value)


def build(lexicon: Mapping[str, Any], rules: Mapping[str, Any]) -> Grammar:
    """Return a grammar of a vocabulary and of rules (the shapes of ``lexicon.yaml`` and ``patterns/*.yaml``, read).

    Raises:
        DataError: a class, word, macro or norm is not known, or a pattern repeats something without bound.
    """
    values = {name: dict.fromkeys(map(str, words)) if isinstance(words, list) else dict(words) for name, words in lexicon["words"].items()}
    kinds = {word: chr(_FIRST_WORD + n) for n, word in enumerate(dict.fromkeys(word for words in values.values() for word in words))}
    shapes = {name: chr(_FIRST_SHAPE + n) for n, name in enumerate(["LINK", *lexicon["shapes"]])}
    classes = {name: "".join(kinds[word] for word in words) for name, words in values.items()} | shapes
    classes["OTHER"] = OTHER + ENDED
    for name, parts in rules["unions"].items():
        classes[name] = "".join(classes[part] for part in parts)
    lexer = Lexer(
        pattern=_lexer_pattern(lexicon["shapes"], kinds),
        shapes=shapes,
        words=kinds,
        cased=frozenset(lexicon["cased"]),
        lower=frozenset(lexicon["lower"]),
        stops=frozenset(shapes[name] for name in ("DOT", "STOP", "BREAK", "QUOTE")),
    )
    compiler = _Compiler(classes, kinds, rules["macros"])
    patterns = tuple(compiler.pattern(rule) for rule in rules["patterns"])
    return Grammar(lexer, classes, values, {name: tuple(parts) for name, parts in rules["groups"].items()}, patterns)


def _lexer_pattern(shapes: Mapping[str, str], words: Mapping[str, str]) -> re.Pattern[str]:
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted((word for word in words if re.search(r"[\W\d]", word)), key=len, reverse=True):
        by_letter.setdefault(phrase[0], []).append(r"[^\S\n]?\s[^\S\n]?".join(map(re.escape, phrase[1:].split(" "))))
    joined = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    named = "|".join(f"(?P<{name}>{shape})" for name, shape in shapes.items())
    letters = rf"(?=[^\W\d_])(?:\b(?:{joined})\b|[^\W\d_]+)"
    return re.compile(rf"(?P<LINK>https?://\S+|www\.\S+)|{letters}|{named}|\S")


def _compiled(source: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(source)
    except re.error as error:
        message = f"not a pattern: {error.msg}"
        raise DataError(message, where=where, remedy="look for a bracket that is not closed or a group named twice") from error


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Turns the patterns' notation into regular expressions over kinds.

    ``NAME`` is any token of a class, ``'word'`` that word, ``group:NAME`` captures, ``group:( ... )`` captures a sequence,
    ``( ... | ... )`` and ``?`` are as in regular expressions, ``$MACRO`` stands for its text. Nothing repeats without bound.
    """

    classes: Mapping[str, str]
    words: Mapping[str, str]
    macros: Mapping[str, str]

    def pattern(self, rule: Mapping[str, Any]) -> Pattern:
        where = str(rule.get("id"))
        if not set(rule) <= {"id", "norm", "match", "given", "before", "not_before", "after", "not_after", "ahead", "examples"}:
            message = f"unknown keys in {sorted(rule)}"
            raise DataError(message, where=where, remedy="see the notation in dates/grammar.py")
        source = "".join(
            (
                self._around("(?<=", rule.get("before")),
                self._around("(?<!", rule.get("not_before")),
                self.source(rule["match"], where),
                f"(?={self.source(rule['ahead'], where)})" if "ahead" in rule else "",
                self._around("(?=", rule.get("after")),
                self._around("(?!", rule.get("not_after")),
            )
        )
        examples = tuple(tuple(example) for example in rule.get("examples", ()))
        return Pattern(where, rule["norm"], _compiled(source, where), needed(source), dict(rule.get("given", {})), examples)

    def _around(self, opening: str, items: str | None) -> str:
        return f"{opening}[{''.join(self._kinds(item) for item in items.split())}])" if items else ""

    def _kinds(self, item: str) -> str:
        try:
            return self.words[item.strip("'").replace("_", " ")] if item.startswith("'") else self.classes[item]
        except KeyError:
            message = f"no class or word {item}"
            raise DataError(message, where="dates/patterns", remedy="add it to dates/lexicon.yaml") from None

    def source(self, match: str, where: str) -> str:
        """Return the regular expression of a pattern's notation."""
        if set(match) & set("*+{\\"):
            message = f"a pattern may not repeat without bound: {match}"
            raise DataError(message, where=where, remedy="write the item as often as it may occur, with ? behind it")
        expanded = self._expand(match, where)
        return "".join(_ITEM.sub(self._item, expanded).split())

    def _expand(self, match: str, where: str) -> str:
        for _ in range(8):
            if "$" not in match:
                return match
            match = re.sub(r"\$([A-Z]+)", lambda found: f"({self.macros.get(found[1], 'NOMACRO')})", match)
        message = f"macros of {match} do not end"
        raise DataError(message, where=where, remedy="a macro may not name itself")

    def _item(self, found: re.Match[str]) -> str:
        if found["open"]:
            return f"(?P<{found['group']}>" if found["group"] else "(?:"
        kinds = self._kinds(f"'{found['word']}'" if found["word"] else found["name"])
        return f"(?P<{found['group']}>[{kinds}])" if found["group"] else f"[{kinds}]"

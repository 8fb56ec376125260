"""The examples of segments.yaml, and what the patterns cost on text made to slow them down."""

from __future__ import annotations

import time

import pytest

from reportedly.errors import CodebookError
from reportedly.marked import load
from reportedly.read import rules as rules_module
from reportedly.read.lines import bare
from reportedly.read.rules import Rule, SourceRule, rules, section_rules, source_rules
from reportedly.read.segments import lay_out

HOSTILE = (
    "a ",
    "A. ",
    "By A, ",
    "(",
    "views expressed ",
    "| ",
    "«",
    "1 ",
    "Reporting by A; editing by ",
    "Tags: ",
    "A B/",
    "[x](",
    "© ",
    " ",
)

CEILINGS = {"line": 160, "start": 3_000, "sentence": 6_000, "lead": 3_000, "end": 500, "foot": 500, "announces": 160, "speaks": 160}
"""The most characters that a pattern of each place is ever tried on."""


def hit(rule: Rule, text: str) -> bool:
    if rule.where == "line":
        return rule.pattern.fullmatch(bare(text)) is not None
    if rule.where in {"start", "lead"}:
        return rule.pattern.match(bare(text)) is not None
    needed = rule.may_match(text.lower())
    return needed and rule.pattern.search(text) is not None


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.kind}-{rule.where}-{rule.line}")
def test_a_rule_finds_its_examples_and_leaves_the_others(rule: Rule) -> None:
    assert rule.examples
    assert rule.counter
    assert [text for text in rule.examples if not hit(rule, text)] == []
    assert [text for text in rule.counter if hit(rule, text)] == []


@pytest.mark.parametrize("rule", [*source_rules(), *section_rules()], ids=lambda rule: str(rule.line))
def test_a_source_rule_finds_the_name(rule: SourceRule) -> None:
    for text, name in rule.examples:
        match = rule.pattern.search(text)
        assert match is not None
        assert match["name"] == name
    assert [text for text in rule.counter if rule.pattern.search(text)] == []


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_pattern_is_slow(unit: str) -> None:
    slow = []
    for rule in rules():
        start = time.process_time()
        hit(rule, (unit * CEILINGS[rule.where])[: CEILINGS[rule.where]])
        if time.process_time() - start > 0.1:
            slow.append(rule.line)
    for source in source_rules():
        start = time.process_time()
        source.pattern.search((unit * 600)[:600])
        if time.process_time() - start > 0.1:
            slow.append(source.line)
    assert slow == []


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_is_slow(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    start = time.process_time()
    segments = lay_out(text, "A title of a text").segments(text)
    assert time.process_time() - start < 5
    assert segments[-1].end == len(text)


def test_a_mistake_in_the_file_names_its_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("rules") / "segments.yaml"
    path.write_text("rules:\n  - kind: menu\n    where: line\n    pattern: a\n", encoding="utf-8")
    item = next(load(path, CodebookError).need("rules").items())
    with pytest.raises(CodebookError, match=r"segments\.yaml:2.*unknown kind 'menu'"):
        rules_module._rule(item)  # noqa: SLF001 - the file is fixed, its checks are not
    path.write_text("rules:\n  - kind: body\n    where: line\n    pattern: '('\n", encoding="utf-8")
    item = next(load(path, CodebookError).need("rules").items())
    with pytest.raises(CodebookError, match="does not compile"):
        rules_module._rule(item)  # noqa: SLF001

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates.grammar import grammar
from reportedly.dates.matching import candidates
from reportedly.dates.needs import needed
from reportedly.dates.tagger import tag
from tests.hostile.scene import check_linear

REPEATED = [
    "Monday ", "7 ", "7/", "/", "-", "- ", "December ", "December 7, ", "of ", "next ", "last ", "2016 ", "20166 ", "12:", "6pm ", "١٢ ",
    "\u0667", "10 février ", "in the past 24 hours, ", "the night of 6-7 December ", "until last summer ", "said on Monday ", "(", "\n\n",
    "Mon. ",
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("[ab]?[cd]", ["cd"]),
        ("(?<![x])[a](?P<x>[b][c]?)", ["a", "b"]),
        ("(?:[a]|[b][cd])[e]", ["ab", "e"]),
        ("(?:[a]|[b]?)[e]", ["e"]),
        ("[a]|[b]", ["ab"]),
        ("(?<=[ab])(?:(?P<y>[c])[d])?[e](?=[f])(?![g])", ["ab", "e", "f"]),
        ("(?:(?:[a]|(?P<n1>[b]))[c]?)?", []),
    ],
)
def test_what_a_pattern_needs(source: str, needs: list[str]) -> None:
    assert sorted(map(sorted, needed(source))) == sorted(map(sorted, needs))


SETS = st.sets(st.sampled_from("abcd"), min_size=1).map(lambda s: f"[{''.join(sorted(s))}]")
PATTERNS = st.recursive(
    SETS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        inner.map(lambda one: f"(?:{one})?"),
        SETS.map(lambda one: f"(?!{one})"),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("abcd", max_size=8))
def test_a_text_without_what_is_needed_does_not_match(source: str, text: str) -> None:
    if re.search(source, text):
        assert not any(need.isdisjoint(text) for need in needed(source))


def test_every_pattern_needs_something() -> None:
    assert [p.id for p in grammar().patterns if not p.needs] == []


def test_leaving_out_what_cannot_match_loses_nothing() -> None:
    rules = grammar()
    for pattern in rules.patterns:
        for text, *_ in pattern.examples:
            tokens = rules.lexer.read(str(text))
            found = {(m.pattern.id, m.first) for m in candidates(rules, tokens)}
            assert found == {
                (p.id, m.start("x" if "x" in p.regex.groupindex else 0)) for p in rules.patterns for m in p.regex.finditer(tokens.kinds)
            }


@pytest.mark.no_cover
@pytest.mark.parametrize("word", REPEATED)
def test_twice_the_text_takes_twice_the_time(word: str) -> None:
    tag(word)
    check_linear(tag, lambda n: word * (n // len(word)), 10_000)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.htmlmenus import LINKS, without
from reportedly.read.htmlseen import visible
from reportedly.read.htmltext import parse
from reportedly.read.lines import split_lines

PROSE = "The mill road was shut until the evening, said a woman who had come over the weir on foot with her two children."


def links(count: int, beside: str = "") -> str:
    return "".join(f"<li><a href='/{n}'>Section {n}</a>{beside}</li>" for n in range(count))


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<ul>{links(LINKS)}</ul>", ["ul"]),
        (f"<ul>{links(LINKS - 1)}</ul>", []),
        (f"<div><ul>{links(LINKS)}</ul></div>", ["div"]),
        (f"<div><ul>{links(LINKS)}</ul><p>{PROSE}</p></div>", ["ul"]),
        (f"<div><h1>A title</h1><ul>{links(LINKS)}</ul></div>", ["ul"]),
        (f"<div><p>4 May 2031</p><ul>{links(LINKS)}</ul></div>", ["ul"]),
        (f"<div><p>By Jo Senn</p><ul>{links(LINKS)}</ul></div>", ["ul"]),
        (f"<div><p class='byline'><a href='/jo'>Jo Senn</a></p><ul>{links(LINKS)}</ul></div>", ["ul"]),
        (f"<ul>{links(LINKS, ' 4 May 2031')}</ul>", []),
        (f"<ul>{links(LINKS, ' 2031')}</ul>", ["ul"]),
        (f"<p>{PROSE}{links(LINKS).replace('li', 'b')}</p>", []),
        (f"<div>{'<a href=/x><img></a>' * LINKS}</div>", []),
        (f"<article>{links(LINKS)}</article>", []),
    ],
)
def test_menus_are_told(page: str, found: list[str]) -> None:
    seen = visible(parse(f"<body><section><p>{PROSE}</p></section>{page}</body>"))
    assert [menu.tag for menu in seen.menus] == found
    assert sum(block.menu for block in seen.blocks) == len(found)
    assert all(a.end < b.start for a, b in zip(seen.blocks, seen.blocks[1:], strict=False))


def test_what_stands_behind_a_menu_stays() -> None:
    tree = parse(f"<body><p>{PROSE}</p><ul>{links(LINKS)}</ul>Words behind.</body>")
    without(visible(tree).menus)
    assert tree.text_content() == f"{PROSE}Words behind."


@given(st.text("ab \n", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_lines_within_pieces_are_jumped_over(text: str, cuts: list[int]) -> None:
    """The lines that are found are those of the whole text whose first letter no piece holds."""
    ends = sorted({min(cut, len(text)) for cut in cuts})
    pieces = [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False) if text[a:b].strip() and not text[b - 1 : b].isspace()]

    def reach(at: int) -> int:
        return next((end for start, end in pieces if start <= at < end), at)

    assert split_lines(text, reach) == [line for line in split_lines(text) if reach(line.start) == line.start]

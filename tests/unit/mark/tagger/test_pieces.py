from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.mark.tagger.file import read_model_file
from reportedly.mark.tagger.pieces import BREAK, cut, tokenizer_of, windows


@cache
def tokenizer() -> Tokenizer:
    return tokenizer_of(read_model_file().tokenizer)


def test_pieces_tell_the_characters_they_cover() -> None:
    text = "The mayor  said: “Naïve.”"
    pieces = cut(text, tokenizer())
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)] == ["The", "mayor", "said", ":", "“", "Naïve", ".", "”"]


def test_lines_that_end_are_one_break_of_no_width() -> None:
    text = "One.\n\n\nTwo.\nThree."
    pieces = cut(text, tokenizer())
    breaks = [n for n, piece in enumerate(pieces.ids) if piece == BREAK]
    assert len(breaks) == 2
    assert all(pieces.starts[n] == pieces.ends[n] for n in breaks)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_pieces_are_in_order_and_inside_the_text(text: str) -> None:
    pieces = cut(text, tokenizer())
    assert len(pieces.ids) == len(pieces.starts) == len(pieces.ends)
    assert all(0 <= a <= b <= len(text) for a, b in zip(pieces.starts, pieces.ends, strict=True))
    assert all(a <= b for a, b in pairwise(pieces.starts))


@given(st.integers(0, 5000), st.integers(8, 300), st.data())
def test_cores_cover_every_piece_once_and_lie_in_their_windows(count: int, width: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, width // 2))
    found = list(windows(count, width, overlap))
    assert [piece for window in found for piece in range(window.core, window.core_end)] == list(range(count))
    assert all(w.start <= w.core and w.core_end <= w.end and w.end - w.start <= width for w in found)


@given(st.integers(300, 5000), st.integers(60, 254))
def test_neighbours_share_what_they_are_asked_to(count: int, width: int) -> None:
    found = list(windows(count, width, 20))
    assert all(a.end - b.start >= 19 for a, b in pairwise(found))

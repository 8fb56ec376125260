from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.tagger.decode import CONTENT, CUE, SOURCE, TAGS, Run, Scores, Table, attributions, best_path, kept, runs, softmax
from reportedly.mark.tagger.pieces import Pieces, Window
from reportedly.model.span import Span

_LIKELY = 6.0


def scores(tags: list[int], cues: dict[int, int], sources: dict[int, int]) -> Scores:
    """Return scores that say ``tags``, and tie each piece of ``cues`` and ``sources`` to another."""
    size = len(tags)
    table = np.zeros((size, TAGS), dtype=np.float32)
    table[np.arange(size), tags] = _LIKELY
    ties = []
    for links in (cues, sources):
        tie = np.zeros((size + 1, size + 1), dtype=np.float32)
        for left, right in links.items():
            tie[left + 1, right + 1] = _LIKELY
        ties.append(tie)
    return Scores(table, *ties)


def pieces(count: int) -> Pieces:
    """Return pieces of two characters each, a space between them."""
    starts = np.arange(count) * 3
    return Pieces(np.arange(count), starts, starts + 2)


def whole(count: int) -> Window:
    return Window(0, count, 0, count)


def test_each_content_goes_to_its_own_cue_and_each_cue_to_its_source() -> None:
    tags = [SOURCE, CUE, CONTENT, CONTENT + 1, 0, SOURCE, CUE, CONTENT]
    made = scores(tags, {2: 1, 3: 1, 7: 6}, {1: 0, 6: 5})
    first, second = attributions(pieces(8), Table([whole(8)], [made]))
    assert (first.source, first.cue, first.content) == (Span(0, 2), Span(3, 5), (Span(6, 11),))
    assert (second.source, second.cue, second.content) == (Span(15, 17), Span(18, 20), (Span(21, 23),))
    assert first.score > 0.9


def test_parts_of_one_content_on_both_sides_of_a_cue_are_one_attribution() -> None:
    tags = [CONTENT, CONTENT + 1, SOURCE, CUE, CONTENT, CONTENT + 1]
    (found,) = attributions(pieces(6), Table([whole(6)], [scores(tags, dict.fromkeys((0, 1, 4, 5), 3), {3: 2})]))
    assert found.content == (Span(0, 5), Span(12, 17))


def test_a_cue_that_is_tied_to_the_start_piece_has_no_source() -> None:
    made = scores([SOURCE, CUE, CONTENT], {2: 1}, {})
    made.source[2, 0] = _LIKELY
    (found,) = attributions(pieces(3), Table([whole(3)], [made]))
    assert found.source is None


def test_a_content_without_any_cue_is_none() -> None:
    assert attributions(pieces(2), Table([whole(2)], [scores([CONTENT, CONTENT + 1], {}, {})])) == []


def test_ties_beyond_a_window_are_not_made() -> None:
    windows = [Window(0, 2, 0, 2), Window(2, 4, 2, 4)]
    parts = [scores([CUE, 0], {}, {}), scores([0, CONTENT], {}, {})]
    assert attributions(pieces(4), Table(windows, parts)) == []


@given(st.lists(st.lists(st.floats(-8, 8, width=32), min_size=TAGS, max_size=TAGS), max_size=40))
def test_no_run_goes_on_that_has_not_begun(rows: list[list[float]]) -> None:
    chances = softmax(np.array(rows, dtype=np.float32).reshape(-1, TAGS))
    path = best_path(chances).tolist()
    for before, tag in zip([0, *path], path, strict=False):
        assert tag not in {SOURCE + 1, CUE + 1, CONTENT + 1} or before in {tag, tag - 1}
    for role in (SOURCE, CUE, CONTENT):
        assert sum(run.end - run.start for run in runs(best_path(chances), chances, role)) == sum(tag in {role, role + 1} for tag in path)


def test_of_a_stretch_far_off_that_is_hardly_tied_nothing_is_kept() -> None:
    tags = [CONTENT, 0, SOURCE, CUE, CONTENT, CONTENT + 1, 0, SOURCE, CUE, CONTENT]
    made = scores(tags, {4: 3, 5: 3, 9: 8}, {3: 2, 8: 7})
    made.cue[1, [4, 9]] = 0.1, 0.0  # the first piece: hardly better tied to the one cue than to the other
    made.tags[0, 0] = _LIKELY - 0.3
    first, _ = attributions(pieces(10), Table([whole(10)], [made]))
    assert first.content == (Span(12, 17),)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6))
def test_the_surest_stretch_of_a_content_is_always_kept(chances: list[tuple[float, float]]) -> None:
    held = [(Run(n, n + 1, score), tied) for n, (score, tied) in enumerate(chances)]
    found = kept(held)
    assert set(found) <= set(held)
    assert max(run.score * tied for run, tied in found) == max(run.score * tied for run, tied in held)

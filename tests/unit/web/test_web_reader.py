from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.chart import chart
from reportedly.web.ink import Ink, draw
from tests.strategies import texts


class Marked(HTMLParser):
    """The text of a drawing, and the words inside each mark; fails where elements are not closed in the order they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.words, self._open = "", dict[str, str](), list[tuple[str, str | None]]()
        self.feed(str(html))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, dict(attrs).get("data-c") if tag == "mark" else None))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, key in self._open:
            if key is not None:
                self.words[key] = self.words.get(key, "") + data


@st.composite
def drawings(draw_: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw_(texts | st.text(alphabet="<>&\"'ab \u202e🕊", min_size=1, max_size=40))
    place = st.integers(0, len(text))
    spans = [(min(pair), max(pair)) for pair in draw_(st.lists(st.tuples(place, place), max_size=8))]
    return text, spans


@given(drawings())
def test_the_drawing_holds_the_text_and_each_mark_its_words(case: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = case
    inks = [Ink(a, b, "mark", 2, {"data-c": str(n)}, {"href": f"#{n}", "data-c": str(n)}) for n, (a, b) in enumerate(spans)]
    found = Marked(draw(text, 0, len(text), [*inks, Ink(0, len(text), "span", 0)]))
    assert found.text.replace("\x00", "") == text.replace("\x00", "")  # which no page can hold
    assert {key: words.replace("\x00", "") for key, words in found.words.items()} == {
        str(n): text[a:b].replace("\x00", "") for n, (a, b) in enumerate(spans) if b > a
    }


def test_each_id_stands_once_and_each_claim_is_one_stop_of_the_keyboard() -> None:
    inks = [Ink(a, b, "mark", 2, {"id": f"m{a}"}, {"href": f"#{a}"}) for a, b in ((0, 6), (3, 9), (4, 5))]
    html = str(draw("abcdefghij", 0, 10, inks))
    assert [html.count(f'id="m{a}"') for a in (0, 3, 4)] == [1, 1, 1]
    assert [html.count(f'href="#{a}">') for a in (0, 3, 4)] == [1, 1, 1]


def point(day: str, value: float, op: str = "=") -> dict[str, Any]:
    return {"day": day, "op": op, "value": value, "low": None, "high": None, "claim": "c:1", "by": "Somebody"}


def test_a_chart_has_every_number_and_none_of_its_own() -> None:
    days = ["2018-10-01", "2018-10-02", "2018-10-09", "2018-10-09"]
    drawn = chart({"points": [point(day, n * 10.0) for n, day in enumerate(days)]})
    assert drawn is not None
    assert len(drawn.dots) == 4
    assert not drawn.powers
    assert [dot.x for dot in drawn.dots] == sorted(dot.x for dot in drawn.dots)
    assert drawn.dots[0].y > drawn.dots[-1].y
    wide = chart({"points": [*(point("2018-10-01", 5.0) for _ in range(3)), point("2018-10-02", 1e6)]})
    assert wide is not None
    assert wide.powers
    assert chart({"points": [point(days[0], 1.0)] * 5}) is None

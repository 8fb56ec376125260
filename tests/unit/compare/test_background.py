from __future__ import annotations

from reportedly.compare.background import Background
from reportedly.model import Passage, Reprint


def pair(a: str, b: str, *passages: tuple[int, int, int, int], label: str = "shares-passage") -> Reprint:
    return Reprint(a, b, label, 0.3, tuple(Passage(*part) for part in passages))


def test_what_pages_repeat_over_months_is_background_and_what_they_share_besides_is_not() -> None:
    days = {"jan": "2031-01-02", "feb": "2031-02-20", "mar": "2031-03-05", "day": "2031-03-06", "unknown": None}
    always = [pair("jan", "feb", (500, 600, 0, 100)), pair("feb", "mar", (0, 100, 700, 800)), pair("jan", "mar", (500, 600, 700, 800))]
    news = pair("day", "mar", (0, 90, 100, 190), (300, 400, 700, 800))
    short = pair("day", "unknown", (0, 30, 0, 30))
    known = Background()
    for found in (*always, news, short):
        known.take(found, days[found.a], days[found.b])
    asked = [known.only(found, days[found.a], days[found.b]) for found in (*always, news, short)]
    assert asked == [True, True, True, False, False]
    assert not known.only(pair("jan", "feb", (500, 600, 0, 100), label="reprint"), days["jan"], days["feb"])


def test_a_story_of_one_week_is_none_however_many_have_it() -> None:
    known, pages = Background(), [f"d{number}" for number in range(6)]
    story = [pair(one, two, (0, 200, 0, 200)) for one in pages for two in pages if one < two]
    for found in story:
        known.take(found, "2031-03-01", "2031-03-07")
    assert not any(known.only(found, "2031-03-01", "2031-03-07") for found in story)

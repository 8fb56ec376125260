from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from reportedly.web.aligned import aligned, paragraphs, rows
from reportedly.web.reader import PART, Shown, parts, read
from tests.unit.web.conftest import rows as rows_of
from tests.unit.web.test_web_reader import Marked


def said(key: str, start: int, end: int, parent: str | None = None) -> dict[str, Any]:
    kind = {"id": key, "kind": "direct", "speaker_name": f"Speaker {key}", "parent": parent}
    return kind | {"content": [[start, end]], "source": [], "cue": []}


def claim(key: str, start: int, end: int) -> dict[str, Any]:
    told = {"stance": "asserts", "type": "control", "gloss": f"gloss {key}", "chain": ["Page", f"Speaker {key}"]}
    return told | {"id": key, "start": start, "end": end, "speaker": {"name": f"Speaker {key}"}}


def found(text: str, *attributions: dict[str, Any], segments: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    return {"text": text, "attributions": list(attributions), "doc": {"segments": list(segments)}}


def segment(kind: str, start: int, end: int) -> dict[str, Any]:
    return {"kind": kind, "start": start, "end": end, "dated": None, "speaker": None}


def test_who_says_inside_of_whom_is_told_once_each_and_how_deep() -> None:
    whole = found("He said she said it fell.", said("a", 0, 25), said("b", 8, 25, "a"), said("c", 17, 25, "b"), said("x", 0, 3, "x"))
    html = "".join(each.html for each in read(whole, [claim("k", 10, 20)], (0, 25)))
    assert re.findall(r'data-who="([^"]*)" class="said direct deep(\d)"', html) == [
        ("Speaker a", "0"),
        ("Speaker x", "0"),
        ("Speaker b", "1"),
        ("Speaker c", "2"),
    ]
    assert "data-who" not in "".join(each.html for each in read(whole, [], (0, 25), Shown(said=False)))


def test_the_words_of_several_claims_tell_of_all_of_them() -> None:
    whole = read(
        found("The bridge fell and the mill burned."),
        [claim("a", 0, 36), claim("b", 0, 36), claim("c", 4, 10)],
        (0, 36),
        Shown(None, {"b"}),
    )
    html = str(whole[0].html)
    assert 'aria-describedby="c-c c-b c-a"' in html
    assert "gloss c\nPage → Speaker c\nasserts · control · gloss b" in html
    assert 'class="against"' in html.partition('id="m-b"')[2].partition(">")[0]
    assert Marked(html).text == "The bridge fell and the mill burned."


def test_what_is_no_part_of_the_article_is_folded_unless_a_claim_is_drawn_from_it() -> None:
    text = "Home News\nIt fell.\nFirst! It fell."
    whole = found(text, segments=[segment("navigation", 0, 10), segment("body", 10, 19), segment("comment", 19, 34)])
    drawn = read(whole, [claim("a", 26, 34)], (0, 34))
    assert [(each.kind, each.folded, each.first) for each in drawn] == [
        ("navigation", True, "Home News"),
        ("body", False, "It fell."),
        ("comment", False, "First! It fell."),
    ]


@pytest.mark.parametrize("line", ["Word and word. ", "🕊🕊 falls\n", "مدينة سقطت\n", "x" * 997])
def test_a_long_text_is_shown_in_parts_that_lose_nothing(line: str) -> None:
    text = (line * (200_000 // len(line) + 1))[:200_000]
    whole = found(text, said("a", 0, 200_000), segments=[segment("body", 0, 90_000), segment("body", 90_000, 200_000)])
    spans = parts(whole)
    assert [end for _, end in spans[:-1]] == [begin for begin, _ in spans[1:]]
    assert (spans[0][0], spans[-1][1]) == (0, 200_000)
    assert all(PART <= end - begin <= PART + 20_000 for begin, end in spans[:-1])
    claims = [claim(str(at), at, at + 30) for at in range(0, 199_000, 250)]
    pieces = [each for part in spans for each in read(whole, claims, part)]
    assert "".join(Marked(str(each.html)).text + each.gap for each in pieces) == text


@given(st.data())
def test_every_paragraph_of_both_texts_stands_once_and_in_order(data: st.DataObject) -> None:
    sides = [[(n * 10, n * 10 + size) for n, size in enumerate(data.draw(st.lists(st.integers(1, 8), max_size=8)))] for _ in "ab"]
    place = st.integers(0, 90)
    passages = [(a, a + n, b, b + m) for a, n, b, m in data.draw(st.lists(st.tuples(place, place, place, place), max_size=6))]
    made = list(rows(sides[0], sides[1], passages))
    assert [span for left, _, _ in made for span in left] == sides[0]
    assert [span for _, right, _ in made for span in right] == sides[1]
    assert all(len(left) == len(right) == 1 for left, right, paired in made if paired)


def test_copies_stand_beside_each_other_with_what_was_changed_cut_and_added() -> None:
    one, other = "Our wire\n\nThe mill burned on Monday.\n\nNobody came.", "The mill burned on Friday night.\n\nAnother end."
    a, b = one.index("The mill"), one.index("Monday")
    edits = [("date", [b, b + 6], [19, 25]), ("added", [b, b], [25, 31]), ("cut", [0, 8], [0, 0])]
    told = [{"kind": kind, "a": left, "b": right} for kind, left, right in edits]
    made = aligned(one, other, {"passages": [[a, a + 26, 0, 31]], "edits": told})
    assert [(len(row.left), len(row.right), row.paired) for row in made] == [(1, 0, False), (1, 1, True), (1, 1, False)]
    html = "".join(str(part) for row in made for part in (*row.left, *row.right))
    assert '<del class="edit cut" id="e2-a">Our wire</del>' in html
    assert '<ins class="edit added" id="e1-b"> night</ins>' in html
    assert re.findall(r'<mark class="edit date" id="e0-[ab]"><a href="#e0-([ab])"', html) == ["b", "a"]
    assert paragraphs("a\nb\nc") == [(0, 1), (2, 3), (4, 5)]


def test_marks_are_filtered_by_type_and_attributions_put_away(client: TestClient) -> None:
    claims = rows_of(client, "/claims.json?type=control")
    address = f"/document/{claims[0]['doc']['id']}"
    every = client.get(address).text
    some = client.get(f"{address}?type=control&said=no").text
    assert 0 < some.count("<mark id=") <= every.count("<mark id=")
    assert set(re.findall(r'<span class="type">(\w+)</span>', some)) == {"control"}
    assert "data-who" in every
    assert "data-who" not in some
    assert client.get(f"{address}?part=2").status_code == client.get(f"{address}?part=x").status_code == 400
    assert client.get(f"{address}?type=position").text.count("<mark id=") == 0

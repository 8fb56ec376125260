from __future__ import annotations

from typing import Any

from rich.console import Console

from reportedly.cli.views.disputes import CLAIMS, disputes_view, matters_in_dispute
from reportedly.cli.views.sides import sides, spread


def pair(kind: str, a: str, b: str, *, seems: bool = False) -> dict[str, Any]:
    return {"kind": kind, "a": a, "b": b, "why": f"{a} against {b}", "not": seems}


def claim(found: str) -> dict[str, Any]:
    figure = {"op": ">=", "value": float(len(found)), "low": None, "high": None, "unit": "people killed", "denominator": None}
    return {
        "id": found,
        "frame": "kills",
        "type": "denial" if found.startswith("no") else "casualty",
        "stance": "asserts",
        "places": ["the quay"],
        "valid": {"begin": "2031-05-02", "until": "2031-05-02"},
        "figures": [figure],
        "args": {},
        "hedge": None,
        "start": 0,
        "quote": f"words of {found}",
        "speaker": {"name": "Harbour Watch"},
        "doc": {"publisher": "Mill Mail", "path": "x.txt", "published": None},
    }


def told(pairs: list[dict[str, Any]], more: int = 0) -> str:
    console = Console(width=100, record=True, force_terminal=False)
    console.print(disputes_view(matters_in_dispute(pairs), claim, more=more))
    return console.export_text()


def test_pairs_that_share_a_claim_are_one_matter_and_those_with_most_claims_come_first() -> None:
    pairs = [pair("denial", "yes", "no"), pair("figure", "a", "bb"), pair("figure", "bb", "ccc"), pair("figure", "x", "y", seems=True)]
    assert [len(group) for group in matters_in_dispute(pairs)] == [2, 1, 1]


def test_each_claim_is_told_once_with_its_number_or_side() -> None:
    text = told([pair("figure", "a", "bb"), pair("figure", "bb", "ccc"), pair("denial", "no", "yes")], more=3)
    assert text.count("words of bb") == 1
    assert "different numbers  the quay  on 2031-05-02" in text
    assert ">= 2 people killed" in text
    assert text.index("words of yes") < text.index("words of no")
    assert "Harbour Watch, in Mill Mail · date unknown" in text
    assert "3 more" in text


def test_a_crowd_is_cut_and_a_look_alike_says_why() -> None:
    crowd = [pair("figure", "a" * at, "a" * (at + 1)) for at in range(1, CLAIMS + 3)]
    assert "and 3 more answers" in told(crowd)
    assert "x against y" in told([pair("figure", "x", "y", seems=True)])
    assert "does not mean that the reports agree" in told([])


def test_both_sides_are_shown_alike_however_many_speak_for_one() -> None:
    text = told([pair("denial", "no", f"yes{number}") for number in range(40)])
    assert text.count("words of yes") == CLAIMS // 2
    assert "and 37 more claims in Mill Mail" in " ".join(text.split())
    assert "words of no" in text
    crowd = [claim(f"yes{number}") | {"speaker": {"name": f"Name {number // 8}"}} for number in range(40)]
    assert len({found["speaker"]["name"] for found in spread(crowd, 3)[0]}) == 3


def test_sides_without_a_label_of_their_own_are_who_stands_against_whom() -> None:
    pairs = [pair("scope", "a", "b"), pair("scope", "c", "b"), pair("scope", "c", "d")]
    found = sides(pairs, [claim(key) for key in "abcd"])
    assert [(side, [one["id"] for one in group]) for side, group in found] == [("one side", ["a", "c"]), ("other side", ["b", "d"])]
    split = sides([pair("position", "a", "b")], [claim("a"), claim("b") | {"frame": "walks-away"}])
    assert [side for side, _ in split] == ["kills", "walks away"]

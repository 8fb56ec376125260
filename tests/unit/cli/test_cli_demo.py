from __future__ import annotations

from reportedly.cli.views.pick import forecast, outcomes, shares, varied
from tests.drawing import Demo
from tests.unit.cli.console import call, rows


def test_the_demo_fills_a_ledger_once(demo: Demo) -> None:
    place, (told,) = demo.place, rows(demo.told)
    assert told["documents"] == {"added": 27, "appearances": 0, "known": 0, "failed": 0, "not_read": 0}
    (again,) = rows(call("demo", "--ledger", place, "--json"))
    assert again["documents"] == {"added": 0, "appearances": 0, "known": 27, "failed": 0, "not_read": 0}
    assert again["contents"] == told["contents"]
    assert call("verify", "--ledger", place).exit_code == 0


def test_the_demo_shows_what_is_in_it(demo: Demo) -> None:
    result = call("demo", "--ledger", demo.place)
    assert result.exit_code == 0
    for title in ("documents", "claims by type", "claims by speaker", "a forecast", "documents that share words", "try next"):
        assert f"\n{title}" in result.stdout
    assert "It never says what is true" in " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines()[:-3])) <= 100


def claim(key: str, **values: object) -> dict[str, object]:
    plain: dict[str, object] = {"type": "control", "stance": "asserts", "about": None, "place_ids": ["MILL"], "figures": []}
    doc = {"id": f"d{key}", "publisher": "Longline", "published": "2018-10-04"}
    return plain | {"id": key, "doc": doc} | values


def test_the_forecast_that_was_spoken_of_again_is_picked() -> None:
    later = {"id": "d", "publisher": "Courier", "published": "2018-10-09"}
    told = claim("f", type="prediction", stance="predicts", about={"type": "control"})
    other = claim("g", type="prediction", stance="predicts", about={"type": "attack"})
    met, elsewhere = claim("m", doc=later), claim("e", doc=later, place_ids=["FORD"])
    assert forecast([other, told, met, elsewhere]) == told
    assert outcomes(told, [other, told, met, elsewhere]) == [met]
    assert forecast([other, told, elsewhere]) is None


def test_shares_of_one_document_are_picked() -> None:
    told = ((10.0, "the mills", False), (50.0, None, False), (90.0, "the mills", True))
    ten, half, rest = ({"unit": "percent", "value": value, "denominator": of, "derived": computed} for value, of, computed in told)
    doc = {"id": "d", "publisher": "Longline", "published": None}
    two = [claim("a", figures=[ten], doc=doc), claim("b", figures=[half, ten, rest], doc=doc)]
    assert shares([claim("c", figures=[ten]), *two]) == [(two[0], ten), (two[1], half)]
    assert shares([claim("c", figures=[ten])]) == []


def test_pairs_of_every_kind_come_first() -> None:
    doc = {"id": "d", "publisher": "Courier", "published": None}
    claims = {"a": claim("a"), "b": claim("b", doc=doc), "c": claim("c")}
    rivals = (("figure", "b"), ("figure", "c"), ("figure", "b"), ("denial", "b"))
    pairs = [{"kind": kind, "a": "a", "b": b, "not": False} for kind, b in rivals]
    assert varied(pairs, claims, 3) == [pairs[0], pairs[3]]  # the figures share a claim, and are one matter

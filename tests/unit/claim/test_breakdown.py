from __future__ import annotations

from tests.drawing import claims, words


def test_a_count_told_party_by_party_is_a_claim_for_each() -> None:
    text = "Breaches of the truce recorded on Monday included 20 by Russian forces and 13 by Turkish forces."
    items = [c for c in claims(text, "breaches") if c.method.endswith("+breakdown")]
    assert [(words(c, text), c.figures[0].value, dict(c.args)["party"].actor) for c in items] == [
        ("20 by Russian forces", 20, "RUS-ARMY"),
        ("13 by Turkish forces", 13, "TUR-ARMY"),
    ]


def test_a_count_told_place_by_place_is_a_claim_for_each() -> None:
    text = "The mission registered six violations of the truce: Aleppo, 4; Idlib, 2."
    items = [c for c in claims(text, "breaches") if c.method.endswith("+breakdown")]
    assert [(c.places, c.figures[0].value) for c in items] == [(("Aleppo",), 4), (("Idlib",), 2)]


def test_who_backs_those_counted_is_not_counted() -> None:
    text = "Breaches of the truce recorded on Monday included 20 by Turkish-backed rebels and 13 by Turkish forces."
    items = [c for c in claims(text, "breaches") if c.method.endswith("+breakdown")]
    assert [dict(c.args)["party"].actor for c in items] == ["OPP-ARMED", "TUR-ARMY"]


def test_one_number_is_no_list() -> None:
    text = "Breaches of the truce recorded on Monday included 20 by Russian forces."
    assert not any(c.method.endswith("+breakdown") for c in claims(text))

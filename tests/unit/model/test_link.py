from __future__ import annotations

from reportedly.model.link import CONTRADICTION_KINDS


def test_kinds_of_contradiction_are_the_sixteen_of_the_contract() -> None:
    assert len(set(CONTRADICTION_KINDS)) == len(CONTRADICTION_KINDS) == 16

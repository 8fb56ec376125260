from __future__ import annotations

import pytest

from reportedly.compare.blocks import GUEST, block, faces, facing, filed, heard, saying, standing
from tests.unit.compare.build import toll


def test_guests_meet_those_at_home_and_sides_each_other() -> None:
    assert filed(toll("a", 1), ["k", f"g{GUEST}", f"b{GUEST}", "b"]) == {("k", 0), ("g", 1), ("b", 0)}
    assert filed(toll("a", 1), ["k"], lambda _: True) == {("k", 2)}
    assert all(part in faces(face) for part in range(6) for face in faces(part))
    for part in range(6):
        number = block("kind", "key", part)
        assert facing(number) == tuple(block("kind", "key", face) for face in faces(part))
    assert block("kind", "key", 0) != block("other", "key", 0)


@pytest.mark.parametrize("most", [1, 2, 5])
def test_who_is_heard_does_not_depend_on_the_order(most: int) -> None:
    members = [(said << 32 | who, 100 * said + who) for said in (-2, 0, 3) for who in range(4)]
    found = heard(members, most)
    assert found == heard(reversed(members), most)
    assert [saying(number) for number, _ in found.claims] == [-2, 0, 3][:most]
    assert all(number & 0xFFFFFFFF == 0 for number, _ in found.claims)
    assert heard(members[:most], most).crowded is False


def test_the_same_said_in_the_same_words_is_one_saying() -> None:
    one, other = (toll(name, 40, proposition="forty", words="Forty were killed") for name in "ab")
    assert saying(standing(one)) == saying(standing(other)) != saying(standing(toll("c", 40, proposition="forty", words="Forty died")))
    assert standing(one) != standing(other)

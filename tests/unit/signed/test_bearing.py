from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.signed import JudgedBearing, own_key, seal, unseal

SAID = JudgedBearing("claim:1", "weir-truce", "S1.a@NORTH", -1, "military_operations", "confirmed", "A. Reviewer", "seen")


def test_a_judgement_reads_back_and_anything_altered_does_not(tmp_path: Path) -> None:
    value = seal(SAID, own_key(tmp_path / "key.pem"))
    assert unseal("claim:1", "A. Reviewer", "seen", value) == SAID
    assert unseal("claim:2", "A. Reviewer", "seen", value) is None
    assert unseal("claim:1", "Somebody Else", "seen", value) is None
    assert unseal("claim:1", "A. Reviewer", None, value) is None
    for name, other in (("sign", 1), ("standing", "struck"), ("atom", "S1.a@SOUTH"), ("key", "00"), ("signature", "zz"), ("more", 1)):
        assert unseal("claim:1", "A. Reviewer", "seen", {**value, name: other}) is None


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, {"key": 1, "signature": None}])
def test_what_is_no_judgement_is_none(value: object) -> None:
    assert unseal("claim:1", "A", None, value) is None


def test_no_standing_but_those_there_are(tmp_path: Path) -> None:
    assert unseal("claim:1", "A. Reviewer", "seen", seal(replace(SAID, standing="perhaps"), own_key(tmp_path / "key.pem"))) is None

from __future__ import annotations

import pytest

from reportedly.model import ValidTime
from reportedly.model.claim import CLAIM_TYPES, OPERATORS, STANCES


@pytest.mark.parametrize(
    ("begin", "until", "edtf"),
    [
        (None, None, None),
        ("2031-05-06", "2031-05-06", "2031-05-06"),
        ("2031-05-06", "2031-05-09", "2031-05-06/2031-05-09"),
        ("2031-05-06", None, "2031-05-06/.."),
        (None, "2031-05-09", "../2031-05-09"),
    ],
)
def test_valid_time_as_edtf(begin: str | None, until: str | None, edtf: str | None) -> None:
    assert ValidTime(begin, until).edtf == edtf


@pytest.mark.parametrize("names", [CLAIM_TYPES, OPERATORS, STANCES])
def test_lists_of_the_contract_name_nothing_twice(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)

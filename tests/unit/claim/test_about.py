"""About whom a clause is that no frame takes in."""

from __future__ import annotations

import pytest

from reportedly.model import Reading
from reportedly.pipeline import Settings, read_batch
from tests.drawing import page

CASES = [
    ('"People are waiting near the mill" said Lavrov.', {"People"}),
    ('"The brigade waits for the rebels near the mill" said Lavrov.', {"armed opposition"}),
    ("Lavrov said he was waiting for the rebels near the mill.", {"Sergey Lavrov", "armed opposition"}),
    ("Lavrov said the paper which he read tells of the rebels near the mill.", {"armed opposition"}),
]


@pytest.fixture(scope="module")
def drawn() -> list[set[str]]:
    """Return per text the names that its statements are about."""
    found = read_batch([page(text) for text, _ in CASES], Settings())
    held = [r.claims or () if isinstance(r, Reading) else () for r in found]
    return [{a.name for c in claims for role, a in c.args if role.startswith("about")} for claims in held]


@pytest.mark.parametrize("at", range(len(CASES)))
def test_a_statement_is_about_those_it_tells_of(drawn: list[set[str]], at: int) -> None:
    assert drawn[at] == CASES[at][1]

"""What all tests share: the tools on the path, and how many generated cases a property is tried on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings
from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

os.environ["REPORTEDLY_PRECISION"] = "f32"  # what is expected here holds on every machine, in child processes too

settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have what properties run through again and again not traced: which lines are covered is told by the examples."""
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English pipeline, loaded once."""
    from reportedly.mark.analysis import language  # noqa: PLC0415 - tests that need no model do not wait for it

    return language()

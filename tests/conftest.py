"""What all tests share: the tools on the path, how many generated cases a property is tried on, and who works on which file."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import is_hypothesis_test, settings
from spacy.language import Language
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from tests.drawing import Demo

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

os.environ["REPORTEDLY_PRECISION"] = "f32"  # what is expected here holds on every machine, in child processes too

settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


TOGETHER = ("tests/quality/", "tests/unit/cli/test_cli_demo.py")
"""What shares the demo, which takes long to fill: one process runs it all."""
SERVED = ("tests/contract/",)
"""What shares a server of PostgreSQL: one process starts one."""
AGAIN = ("tests/contract/", "tests/crash/test_kill", "tests/crash/test_stops", "tests/hostile/", "tests/invariants/", "tests/quality/")
"""Where tests go once more through what the unit tests cover."""
_TRACED = 5  # cases of one table; the others go the same ways


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have what is run through again and again not traced: which lines are covered is told by the examples of the unit tests."""
    cases: Counter[str] = Counter()
    for item in items:
        table = item.nodeid.partition("[")[0]
        cases[table] += 1
        if cases[table] > _TRACED or item.nodeid.startswith(AGAIN) or (isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Have the collector of garbage pass over what stays till the end, and come less often: a tenth of all time was its own."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


class _Files(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Give out files one after the other, the folders with the longest first, so that no process is left with a long one at the end."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((str(n) for n, shared in enumerate((TOGETHER, SERVED)) if file.startswith(shared)), file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling | None:
    """Say how tests are given to processes, where there are several."""
    config.option.loadscopereorder = False
    return _Files(config, log)


@pytest.fixture(scope="session", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The invented example, read and recorded once."""
    from tests.drawing import Demo  # noqa: PLC0415 - the root is on the path by now
    from tests.unit.cli.console import call  # noqa: PLC0415

    place = tmp_path_factory.mktemp("demo") / "demo.db"
    return Demo(place, call("demo", "--ledger", place, "--json"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English pipeline, loaded once."""
    from reportedly.mark.analysis import language  # noqa: PLC0415 - tests that need no model do not wait for it

    return language()

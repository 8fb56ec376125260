from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read import read_paths
from tests.hostile.corpus import write

LEAST = 300
SECONDS = 3
"""So that the one page that a library takes too long for does not take ten."""
MEANT = {"page-list.html": "R214"}


def test_each_file_of_the_corpus_is_read_or_named_and_breaks_nothing(tmp_path: Path, set_limit: Callable[[str, int], None]) -> None:
    set_limit("read_seconds", SECONDS)
    count = write(tmp_path / "corpus")
    found: dict[str, list[Document | Failure]] = defaultdict(list)
    for item in read_paths([str(tmp_path / "corpus"), str(tmp_path / "none")], ReadOptions()):
        name = Path(item.path).relative_to(tmp_path).parts[1:2]
        found[name[0].partition("#")[0] if name else ""].append(item)
    names = {path.name for path in (tmp_path / "corpus").iterdir()}
    assert count == len(names) >= LEAST
    assert names - set(found) == set()  # none is passed over in silence
    broken = {name: item.code for name, items in found.items() for item in items if isinstance(item, Failure) and _broke(item)}
    assert broken == MEANT
    nothing = [item for items in found.values() for item in items if isinstance(item, Document) and not item.text.strip()]
    assert nothing == []


def _broke(failure: Failure) -> bool:
    """Say whether a step of the program broke, its process ended, or took too long."""
    return failure.code in {"R207", "R208", "R214"}

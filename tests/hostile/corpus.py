"""A corpus of files that are meant to break whoever reads them, always the same: 300 and more, of every format, in words of our own.

usage: python -m tests.hostile.corpus FOLDER
"""

from __future__ import annotations

import gzip
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.hostile.packing import archives
from tests.hostile.pages import pages
from tests.hostile.papers import papers
from tests.hostile.rows import tables
from tests.hostile.words import texts

Files = Iterator[tuple[str, bytes]]

_CUTS, _FLIPS = 4, 4


def corpus() -> dict[str, bytes]:
    """Return the name and the bytes of every file."""
    made: dict[str, bytes] = {}
    for family in (texts, pages, tables, papers, archives):
        made |= dict(family())
    good = {name: data for name, data in made.items() if "good" in name}
    return {**made, **dict(_damaged(good)), **dict(_renamed(good))}


def _damaged(good: Mapping[str, bytes]) -> Files:
    """Yield good files cut short, with bytes changed, doubled, led by a stray mark, and with a tail of zeros."""
    dice = random.Random(7)  # noqa: S311 - files, no secrets
    for name, data in good.items():
        for cut in range(1, _CUTS + 1):
            yield f"cut-{cut}-{name}", data[: len(data) * cut // (_CUTS + 1)]
        for flip in range(1, _FLIPS + 1):
            changed = bytearray(data)
            for _ in range(max(1, len(data) // 40)):
                changed[dice.randrange(len(changed))] = dice.randrange(256)
            yield f"flip-{flip}-{name}", bytes(changed)
        yield f"twice-{name}", data + data
        yield f"zeros-{name}", data + bytes(100_000)
        yield f"led-{name}", b"\x00\xff\xfe" + data


def _renamed(good: Mapping[str, bytes]) -> Files:
    """Yield files whose names say another format than their bytes, or none."""
    suffixes = sorted({name.partition(".")[2] for name in good})
    for number, (name, data) in enumerate(sorted(good.items())):
        yield f"as-{name}.{suffixes[(number + 3) % len(suffixes)]}", data
        yield f"bare-{number}-{name.partition('.')[0]}", data
        yield f"packed-{name}.gz", gzip.compress(data, mtime=0)


def write(folder: Path) -> int:
    """Write the corpus into a folder; return how many files it has."""
    folder.mkdir(parents=True, exist_ok=True)
    made = corpus()
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return len(made)


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[1]))} files\n")

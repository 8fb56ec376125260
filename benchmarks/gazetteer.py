"""Loading a gazetteer of many names, and looking names up in it: CPU seconds, memory, CPU microseconds.

usage: python -m benchmarks.gazetteer [NAMES] [--json]      (a million names where no number is given)

The names are invented, two for each place. Both figures of memory are of this one process; the file is mapped, and so shared by others.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.tables import write
from reportedly.model.toponym import Toponym

_SYLLABLES = "ba da fa ga ha ja ka la ma na qa ra sa ta za bi di ki li mi ni ri si ti bu du ku lu mu nu ru su tu".split()
_ASKED = 20_000
_MEGABYTE = 1024


def name(number: int) -> str:
    """Return the invented name of a number; no two numbers share one."""
    letters: list[str] = []
    while number or not letters:
        number, digit = divmod(number, len(_SYLLABLES))
        letters.append(_SYLLABLES[digit])
    return "".join(letters).capitalize()


def places(count: int) -> Iterator[Toponym]:
    """Yield ``count`` invented places with two names each."""
    for n in range(count):
        yield Toponym(f"b:{n}", name(2 * n), "village", n % 180 - 90, n % 360 - 180, "xx", "xx-a", n % 10_000, names=(name(2 * n + 1),))


def microseconds(gazetteer: Gazetteer, names: Sequence[str]) -> float:
    """Return what one look-up takes of the processor on average, after one round to warm up."""
    for asked in names:
        gazetteer.find(asked)
    begin = time.process_time()
    for asked in names:
        gazetteer.find(asked)
    return round((time.process_time() - begin) / len(names) * 1e6, 1)


def peak() -> int:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE


def measure(names: int, folder: Path) -> dict[str, float]:
    """Return the figures for a gazetteer with so many names."""
    path = folder / "bench.gazetteer"
    begin = time.process_time()
    write(path, places(names // 2), {"digest": "bench"})
    loaded, memory = time.process_time() - begin, peak()
    chosen = random.Random(1).sample(range(names - names % 2), min(_ASKED, names))  # noqa: S311 - a sample, no secret
    gazetteer = Gazetteer(path)
    known = [name(n) for n in chosen]
    return {
        "names": names,
        "load_cpu_seconds": round(loaded, 1),
        "load_peak_mb": memory,
        "file_mb": path.stat().st_size >> 20,
        "known_cpu_us": microseconds(gazetteer, known),
        "unknown_cpu_us": microseconds(gazetteer, [f"{each}x" for each in known]),
        "peak_mb": peak(),
    }


def main(words: list[str]) -> int:
    """Print the figures."""
    numbers = [int(word) for word in words if word.isdecimal()]
    with tempfile.TemporaryDirectory(prefix="gazetteer-") as folder:
        figures = measure(numbers[0] if numbers else 1_000_000, Path(folder))
    print(json.dumps(figures) if "--json" in words else "\n".join(f"{key}: {value}" for key, value in figures.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

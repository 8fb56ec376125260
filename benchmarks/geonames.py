"""Importing a dump of the size of the world's: rows a second, memory, size of the file, and look-ups in it afterwards.

usage: python -m benchmarks.geonames [ROWS] [--folder DIR] [--json]      (12 million rows where no number is given)

The dump is invented, from a fixed seed, in the form of GeoNames: some rows bear many names in more than one script, one in ten thousand
is broken, one in a thousand bears the id of another. It takes some 120 bytes a row, its gazetteer some 400, in DIR or where temporary
files lie; both are deleted afterwards.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gazetteer import microseconds, peak
from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.formats.row import Source
from reportedly.gazetteer.importing import import_file

_PARTS = "ba den gal har is jor kel lo mar nes or pol qua ri sal tor ul ven wes yar zim brook field ton ville stadt ova ino".split()
_SCRIPTS = ("بتثجحخدرزسشصطعغفقكلمنهوي", "абвгдежзиклмнопрстуфхцчшя")
_CODES = (("P", "PPL"),) * 9 + (("H", "STM"), ("T", "MT"), ("S", "FRM"), ("A", "ADM3"), ("L", "RGN"), ("R", "RD"), ("P", "PPLX"))
_LANDS = [f"{a}{b}" for a in "ABCDEFGHIJ" for b in "KLMNOPQRST"]
_BROKEN, _TWICE, _NAMED, _MANY = 10_000, 1_000, 3, 50
_ASKED = 20_000


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_PARTS, k=chance.choice((2, 2, 3)))).capitalize()


def _others(chance: random.Random, n: int) -> str:
    """Return the other names of row ``n``: most have none, some a handful, a few dozens."""
    if n % _NAMED:
        return ""
    count = 40 if n % _MANY == 0 else chance.randint(1, 4)
    return ",".join(_word(chance) if i % 2 else "".join(chance.choices(chance.choice(_SCRIPTS), k=6)) for i in range(count))


def rows(count: int, seed: int = 4) -> Iterator[str]:
    """Yield the lines of an invented dump; ``count`` and ``seed`` tell all of it."""
    chance = random.Random(seed)  # noqa: S311 - invented names, no secret
    for n in range(count):
        if n % _BROKEN == _BROKEN - 1:
            yield f"{n}\tbroken line of {n} with too few cells\n"
            continue
        name = _word(chance) if n % 2 else f"{_word(chance)} {_word(chance)}"
        kind, code = chance.choice(_CODES)
        own = n // 2 if n % _TWICE == _TWICE - 1 else n
        point = f"{chance.uniform(-90, 90):.5f}\t{chance.uniform(-180, 180):.5f}"
        people = chance.choice((0, 0, 0, chance.randint(1, 10**6)))
        cells = (own, name, name, _others(chance, n), point, kind, code, chance.choice(_LANDS), "", "01\t\t\t", people, "", "1", "UTC")
        yield "\t".join(map(str, cells)) + "\t2016-12-15\n"


def measure(count: int, folder: Path) -> dict[str, float]:
    """Return the figures of a dump of ``count`` rows; both its files lie in ``folder``."""
    dump = folder / "dump.txt"
    with dump.open("w", encoding="utf-8") as file:
        file.writelines(rows(count))
    before, begin, cpu = peak(), time.perf_counter(), time.process_time()
    done = import_file(Source(dump), folder, None, None, lambda _: None)
    taken, used = time.perf_counter() - begin, time.process_time() - cpu
    memory = peak()
    gazetteer = Gazetteer(done.path)
    step = max(1, count // _ASKED)
    known = [line.split("\t")[1] for n, line in enumerate(rows(count)) if n % step == 0]
    return {
        "rows": count,
        "places": done.held,
        "skipped": done.skipped.total(),
        "seconds": round(taken, 1),
        "cpu_seconds": round(used, 1),
        "rows_per_second": round(count / taken),
        "peak_mb_before": before,
        "peak_mb": memory,
        "dump_mb": dump.stat().st_size >> 20,
        "file_mb": done.path.stat().st_size >> 20,
        "known_cpu_us": microseconds(gazetteer, known),
        "unknown_cpu_us": microseconds(gazetteer, [f"{each}x" for each in known]),
        "peak_mb_after": peak(),
    }


def main(words: list[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="geonames")
    parser.add_argument("rows", type=int, nargs="?", default=12_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="geonames-", dir=chosen.folder) as folder:
        figures = measure(chosen.rows, Path(folder))
    print(json.dumps(figures) if chosen.json else "\n".join(f"{key}: {value}" for key, value in figures.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

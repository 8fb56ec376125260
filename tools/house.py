"""Measure the house: lines of files and of functions. Fails where a measure is over what the house holds to.

usage: python -m tools.house [FOLDER ...]      (src, tools and benchmarks where none is given)
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tools", "benchmarks")

FILE_MEDIAN, FILE_MAX, FUNCTION_P95, FUNCTION_MAX = 90, 500, 30, 60


@dataclass(frozen=True, slots=True)
class Measured:
    """Something with a length: where it stands and how many lines it takes."""

    where: str
    lines: int


@dataclass(frozen=True, slots=True)
class House:
    """Lines of every file and, from ``def`` to its last line with the docstring, of every function."""

    files: tuple[Measured, ...]
    functions: tuple[Measured, ...]

    def figures(self) -> dict[str, int]:
        """Return the four measures by name, in lines."""
        return {
            "median file": round(statistics.median(m.lines for m in self.files)),
            "longest file": max(m.lines for m in self.files),
            "function at the 95th percentile": percentile([m.lines for m in self.functions], 95),
            "longest function": max(m.lines for m in self.functions),
        }

    def faults(self) -> list[str]:
        """Return one line per measure that is exceeded, naming the longest offenders."""
        figures = self.figures()
        ceilings = (
            ("median file", FILE_MEDIAN, self.files),
            ("longest file", FILE_MAX, self.files),
            ("function at the 95th percentile", FUNCTION_P95, self.functions),
            ("longest function", FUNCTION_MAX, self.functions),
        )
        return [f"{name}: {figures[name]} lines, at most {top} held; {worst(of, top)}" for name, top, of in ceilings if figures[name] > top]


def percentile(values: list[int], share: int) -> int:
    """Return the smallest value that ``share`` percent of ``values`` do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def worst(measured: Iterable[Measured], top: int) -> str:
    """Name the five longest of those over ``top``."""
    over = sorted((m for m in measured if m.lines > top), key=lambda m: -m.lines)
    return ", ".join(f"{m.where} ({m.lines})" for m in over[:5])


def functions(path: Path, name: str) -> Iterator[Measured]:
    """Yield every function and method of a module, nested ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Measured(f"{name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)


def measure(folders: Iterable[Path]) -> House:
    """Measure every Python file below ``folders``.

    Raises:
        ValueError: there is none.
    """
    paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
    if not paths:
        message = "no Python file to measure"
        raise ValueError(message)
    names = {path: str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path) for path in paths}
    files = tuple(Measured(names[path], len(path.read_text(encoding="utf-8").splitlines())) for path in paths)
    return House(files, tuple(m for path in paths for m in functions(path, names[path])))


def main(arguments: list[str]) -> int:
    """Print the measures; return 1 where one is exceeded."""
    house = measure([Path(a) for a in arguments] or [ROOT / folder for folder in FOLDERS])
    print(f"{len(house.files)} files, {len(house.functions)} functions")
    for name, value in house.figures().items():
        print(f"{name}: {value} lines")
    faults = house.faults()
    for fault in faults:
        print(f"over: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

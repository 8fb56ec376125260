"""Print what is measured on the invented example beside the floor that holds it. Floors only rise.

usage: python -m tools.floors [--raise] [--lower NAME ...]

--raise        raise every floor to one point under what is measured; none is lowered
--lower NAME   set one floor, such as held-out.claims.found, to one point under what is measured, even if that is less

Exit codes: 0 every floor holds, 1 some do not, 2 usage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import yaml
from rich.console import Console
from rich.table import Table

PATH = Path(__file__).resolve().parents[1] / "tests" / "quality" / "floors.yaml"
MARGIN = 1.0

T = TypeVar("T")

Measured = Mapping[str, Mapping[str, float]]
Floors = dict[str, dict[str, float | None]]
"""Section -> measure -> floor in percent; None where a measure is shown and not held."""


def load(path: Path) -> Floors:
    """Return the floors of a file."""
    return {section: dict(floors) for section, floors in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


def save(floors: Floors, path: Path) -> None:
    """Write floors to a file, under the comment that it begins with."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    path.write_text("".join(lines[:head]) + yaml.safe_dump(floors, sort_keys=False), encoding="utf-8")


def each(measured: Mapping[str, Mapping[str, T]]) -> Iterator[tuple[str, str, T]]:
    """Yield section, measure and what stands there."""
    for section, figures in measured.items():
        for measure, figure in figures.items():
            yield section, measure, figure


def under(figure: float) -> float:
    """Return the floor for what is measured."""
    return max(0.0, round(figure - MARGIN, 1))


def raised(floors: Floors, measured: Measured) -> Floors:
    """Return floors of which none is lower than before; a measure without an entry gets one, one that is not held stays so."""
    new = {section: dict(held) for section, held in floors.items()}
    for section, measure, figure in each(measured):
        held = new.setdefault(section, {})
        floor = held.get(measure, 0.0)
        held[measure] = None if floor is None else max(floor, under(figure))
    return new


def lowered(floors: Floors, measured: Measured, names: Collection[str]) -> Floors:
    """Return floors of which those named, as ``section.measure``, are one point under what is measured.

    Raises:
        KeyError: nothing that is measured has such a name.
    """
    known = {f"{section}.{measure}": (section, measure, figure) for section, measure, figure in each(measured)}
    new = {section: dict(held) for section, held in floors.items()}
    for section, measure, figure in (known[name] for name in names):
        new.setdefault(section, {})[measure] = under(figure)
    return new


def table(floors: Floors, measured: Measured) -> Table:
    """Return every measure with its floor, and what is left between them."""
    drawn = Table(title="Measured on the invented example, in percent")
    drawn.add_column("measure", overflow="fold")
    for title in ("measured", "floor", "left"):
        drawn.add_column(title, justify="right")
    for section, figures in measured.items():
        for measure, figure in figures.items():
            floor = floors.get(section, {}).get(measure)
            left = "" if floor is None else f"{figure - floor:+.1f}"
            drawn.add_row(f"{section}.{measure}", f"{figure:.1f}", "-" if floor is None else f"{floor:.1f}", left)
        drawn.add_section()
    return drawn


def short(floors: Floors, measured: Measured) -> list[str]:
    """Return the names of the measures that lie below their floor."""
    held = ((f"{section}.{measure}", figure, floors.get(section, {}).get(measure)) for section, measure, figure in each(measured))
    return [name for name, figure, floor in held if floor is not None and figure < floor]


def measured_now() -> Measured:
    """Run the program over the example and return every figure."""
    from tests.quality.measured import filled, measure  # noqa: PLC0415 - `--help` does not wait for the model

    with tempfile.TemporaryDirectory(prefix="floors-") as folder, filled(Path(folder)) as run:
        return measure(run)


def main(words: list[str]) -> int:
    """Measure, change the file where that is asked for, print; return the exit code."""
    parser = argparse.ArgumentParser(prog="floors", description="Measured figures and their floors, which only rise.")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise every floor to one point under what is measured")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME", help="set this floor anew, even if it falls")
    chosen = parser.parse_args(words)
    measured, before = measured_now(), load(PATH)
    try:
        floors = lowered(before, measured, chosen.lower)
    except KeyError as unknown:
        parser.error(f"nothing that is measured is called {unknown}")
    for name in chosen.lower:
        print(f"WARNING: the floor of {name} was set anew. Say in the change note why it may fall.", file=sys.stderr)
    if chosen.lift:
        floors = raised(floors, measured)
    if floors != before:
        save(floors, PATH)
    Console().print(table(floors, measured))
    missed = short(floors, measured)
    if missed:
        print(f"below their floor: {', '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

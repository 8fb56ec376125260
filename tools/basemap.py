"""Make the base map that ships from Natural Earth's shapefiles (public domain): `python -m tools.basemap FOLDER`.

FOLDER holds `ne_10m_land`, `ne_10m_lakes`, `ne_10m_admin_0_boundary_lines_land` and `ne_10m_admin_0_countries` as .shp and .dbf, anywhere
below it, from https://www.naturalearthdata.com/downloads/10m-physical-vectors/ and .../10m-cultural-vectors/.
"""

from __future__ import annotations

import gzip
import json
import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "web" / "map" / "earth.json.gz"
SCALE = 1000
"""Steps of a degree: 111 m of latitude."""
NEAR = 0.006
"""Degrees that a line may be moved by when it is made simpler (Douglas and Peucker 1973)."""
SMALL = 0.0004
"""Square degrees below which an island or a lake is left out."""
Points = list[tuple[float, float]]


def shapes(path: Path) -> Iterator[list[Points]]:
    """Yield the parts of every shape of a file of lines or polygons (ESRI 1998)."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        (length,) = struct.unpack_from(">i", data, at + 4)
        (kind,) = struct.unpack_from("<i", data, at + 8)
        if kind:
            count, points = struct.unpack_from("<2i", data, at + 44)
            starts = [*struct.unpack_from(f"<{count}i", data, at + 52), points]
            flat = struct.unpack_from(f"<{2 * points}d", data, at + 52 + 4 * count)
            yield [list(zip(flat[2 * a : 2 * b : 2], flat[2 * a + 1 : 2 * b : 2], strict=True)) for a, b in pairwise(starts)]
        else:
            yield []
        at += 8 + 2 * length


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a dBASE file."""
    data = path.read_bytes()
    rows, head, size = struct.unpack_from("<IHH", data, 4)
    fields = [(data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]) for at in range(32, head - 1, 32)]
    for number in range(rows):
        at, row = head + number * size + 1, {}
        for name, width in fields:
            row[name.upper()] = data[at : at + width].decode("utf-8", "replace").strip(" \0")
            at += width
        yield row


def simpler(points: Points, near: float = NEAR) -> Points:
    """Return a line with the points left out that stand nearer than ``near`` to what is drawn without them."""
    keep, left = {0, len(points) - 1}, [(0, len(points) - 1)]
    while left:
        first, last = left.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        long = dx * dx + dy * dy
        far, at = near * near, 0
        for number in range(first + 1, last):
            x, y = points[number][0] - ax, points[number][1] - ay
            part = 0.0 if long == 0 else max(0.0, min(1.0, (x * dx + y * dy) / long))
            off = (x - part * dx) ** 2 + (y - part * dy) ** 2
            if off > far:
                far, at = off, number
        if at:
            keep.add(at)
            left += [(first, at), (at, last)]
    return [points[number] for number in sorted(keep)]


def steps(points: Points) -> list[int]:
    """Return a line as one list of whole steps: the first point, then from each point to the next; x and y in turn."""
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in points]
    return [each for (ax, ay), (bx, by) in pairwise([(0, 0), *whole]) for each in (bx - ax, by - ay)]


def area(points: Points) -> float:
    """Return the square degrees of a ring."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(points))) / 2


def rings(path: Path) -> list[list[int]]:
    """Return the rings of a file of polygons, holes among them (they are drawn by even and odd)."""
    return [steps(simpler(ring)) for shape in shapes(path) for ring in shape if area(ring) > SMALL]


def names(path: Path) -> list[list[Any]]:
    """Return what areas are called: name, longitude and latitude of its label, and from which zoom on it is written."""
    return [
        [row["NAME_LONG"], round(float(row["LABEL_X"]), 3), round(float(row["LABEL_Y"]), 3), float(row["MIN_LABEL"])] for row in table(path)
    ]


def main(folder: Path) -> None:
    """Write the file, and say how large it is."""
    found = {path.name: path for path in folder.rglob("ne_10m_*")}
    lines = found["ne_10m_admin_0_boundary_lines_land.shp"]
    kinds = [row["FEATURECLA"] for row in table(lines.with_suffix(".dbf"))]
    whole = {
        "scale": SCALE,
        "land": rings(found["ne_10m_land.shp"]),
        "lakes": rings(found["ne_10m_lakes.shp"]),
        "lines": [[kind, steps(simpler(part))] for kind, parts in zip(kinds, shapes(lines), strict=True) for part in parts],
        "names": names(found["ne_10m_admin_0_countries.dbf"]),
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(gzip.compress(json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0))
    print(f"{OUT}: {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

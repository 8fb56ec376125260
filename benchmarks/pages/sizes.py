"""How fast pages of each size are read, the process apart included: the invented shapes with the menus, programs and teasers of large sites around.

usage: python -m benchmarks.pages.sizes [KILOBYTES ...]      (4, 40, 137 and 400 where none is given)

Told are pages a second of processor time (this process and the one that reads, its start left out) and of the clock. Linux only.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pages.__main__ import shapes
from benchmarks.pages.words import Words
from reportedly.ports import Member, ReadOptions
from reportedly.read.apart import read_apart

_SIZES = (4, 40, 137, 400)
_FRAME = 132_000
"""Bytes of one whole frame."""
_TICKS = os.sysconf("SC_CLK_TCK")


def heavy(page: str, size: int) -> str:
    """Return a page with as much frame around it as makes it about ``size`` bytes."""
    share = max(0, size - len(page)) / _FRAME
    if not share:
        return page
    items = (f"<li class='item-{n}'><a href='/section/{n}' title='Section {n}'>Section {n}</a></li>" for n in range(round(400 * share)))
    menu = f"<nav><ul>{''.join(items)}</ul></nav>"
    script = "<script>" + "var a=function(b){return b+1};" * round(1500 * share) + "</script>"
    cards = (
        f"<div class='card'><a href='/x/{n}'><img src='/i/{n}.jpg' alt='p'><h3>Some other story number {n} here</h3></a><span>{n} hours ago</span></div>"
        for n in range(round(150 * share))
    )
    return page.replace("<body>", f"<body>{menu}{script}").replace("</body>", f"<aside>{''.join(cards)}</aside>{menu}</body>")


def rate(pages: Sequence[bytes]) -> tuple[float, float]:
    """Return the pages a second of processor time, and of the clock."""
    options = ReadOptions()
    for page in (*pages[:3], b"<p>Two words.</p>"):  # the last has the extractor load what it loads once
        list(read_apart(Member(page, "page.html", "page.html"), options))
    spent, begin = _spent(), time.monotonic()
    for page in pages:
        list(read_apart(Member(page, "page.html", "page.html"), options))
    return len(pages) / (_spent() - spent), len(pages) / (time.monotonic() - begin)


def _spent() -> float:
    """Return the seconds of processor time that this process and its children have taken."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    stats = [Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split() for child in children]
    return time.process_time() + sum(int(stat[11]) + int(stat[12]) for stat in stats) / _TICKS


def main(sizes: Sequence[int]) -> None:
    """Print the table."""
    made = [make(Words(seed * 100 + n))[0] for seed in range(2) for n, (_, make) in enumerate(shapes())]
    print(f"{'kB':>6} {'bytes':>8} {'pages/CPU s':>12} {'pages/s':>9}")
    for size in sizes:
        pages = [heavy(page, size * 1000).encode() for page in made]
        cpu, wall = rate(pages)
        print(f"{size:6} {sum(map(len, pages)) // len(pages):8} {cpu:12.1f} {wall:9.1f}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or _SIZES)

"""What the pages of a ledger cost: ``python -m benchmarks.web LEDGER [--requests 20] [--seconds 60] [--seed 1] [--only WORD,WORD]``.

The application runs in this process. First it makes what ``serve`` makes when it starts (``--cold`` leaves that out). Then of each page
so many addresses are asked once, in an order that the seed draws: as the page opens with another number of rows, further on by a cursor,
with filters, at clocks, with values that the ledger has, and no name that a page refuses. Nothing is asked twice, so what the server
keeps helps only where requests share it. A page that has had ``--seconds`` of CPU time is not asked again.

Times are CPU milliseconds of the whole process, so what else the machine does hardly counts; ``wall`` is the clock's. What a page leaves
to be counted meanwhile is waited for after it was answered, and not in its time; ``late`` is how often a page said so.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import urlencode

from starlette.testclient import TestClient

from reportedly.limits import limits
from reportedly.packs import DEFAULT_PACKS
from reportedly.web.app import make_app
from reportedly.web.pages import PAGES
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from reportedly.web.warming import warm

_TOKEN = "benchmark"  # noqa: S105 - of a server that no network reaches
_LEFT = frozenset({"upload", "job", "watches", "export"})
"""Pages that tell of no claims."""
_OK = 200
_LATE = ("took too long", "goes on meanwhile")


@dataclass
class Times:
    """What a page cost, request by request, and how often it left something out as it took too long."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    slowest: str = ""
    late: int = 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the pages of a ledger and print what each cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--requests", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="pages whose name has one of these words, separated by commas")
    parser.add_argument("--cold", action="store_true", help="nothing is made before it is asked for")
    parser.add_argument("--pack", action="append")
    given = parser.parse_args(arguments)
    site = Site(given.ledger, tuple(given.pack or DEFAULT_PACKS), _TOKEN, frozenset(LOOPBACK), writes=True)
    site.patience = limits().page_milliseconds / 1000
    words = [word for word in given.only.split(",") if word]
    if not given.cold:
        began = time.process_time()
        made = warm(site, (page for page in PAGES if not words or _named(page.name, words)))
        site.finish()
        print(f"made at the start in {time.process_time() - began:.1f} CPU s: {', '.join(made)}", flush=True)
    with TestClient(make_app(site), base_url="http://127.0.0.1", headers={"authorization": f"Bearer {_TOKEN}"}) as client:
        asked = [each for each in mix(client, given.requests, given.seed) if not words or _named(each[0], words)]
        _print(_measured(site, client, asked, given.seconds))
    site.lost()


def _named(name: str, words: Sequence[str]) -> bool:
    return any(word in name for word in words)


def mix(client: TestClient, count: int, seed: int) -> list[tuple[str, str]]:
    """Return pages with their addresses, in an order drawn by the seed."""
    draw = random.Random(seed)  # noqa: S311 - a benchmark
    claims = [row for after in _starts(client) for row in _rows(client, f"/claims.json?limit=50&after={after}")]
    documents = _rows(client, "/documents.json?limit=200")
    found = [each for number in range(count) for each in _addresses(draw, claims, documents, number)]
    draw.shuffle(found)
    return list(dict.fromkeys(found))


def _starts(client: TestClient) -> list[int]:
    """Return cursors that lie all over the ledger."""
    last, step = 0, 1 << 24
    while step:
        last, step = (last + step if _rows(client, f"/claims.json?limit=1&after={last + step}") else last), step // 2
    return [last * part // 8 for part in range(8)]


def _rows(client: TestClient, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(client.get(address).text)["rows"]
    return rows


def _addresses(draw: random.Random, claims: Sequence[Any], documents: Sequence[Any], number: int) -> Iterator[tuple[str, str]]:
    claim = draw.choice(claims)
    told = _values(claim, number)
    yield "claim", f"/claim/{claim['id']}"
    yield "document", f"/document/{draw.choice((claim['doc'], draw.choice(documents)))['id']}"
    for page in PAGES:
        if "{" in page.path or page.name in _LEFT:
            continue
        path = page.path if page.path != "/" or number % 2 else "/overview"
        kinds = [name for name in told if name in page.takes and name not in page.own]
        names = ["", *draw.sample(kinds, min(2, len(kinds)))] if number % 4 else [""]
        query = {name: told[name] for name in names if name}
        if not query:
            query = {name: value for name, value in (("limit", 20 + number), ("after", 20 * number)) if name in page.takes}
        yield f"{page.name}{'' if set(query) <= {'limit', 'after'} else '?'}", f"{path}?{urlencode(query)}"
    facets = {name: told[name] for name in draw.sample(("type", "stance", "speaker", "place", "since", "actor"), 2) if name in told}
    yield "facets", f"/claims?{urlencode(facets)}"
    yield "claims.json", f"/claims.json?{urlencode({**facets, 'limit': 50 + number})}"
    yield "text", f"/claims?text={draw.choice(claim['gloss'].split())}"


def _values(claim: Any, number: int) -> dict[str, Any]:  # noqa: ANN401 - a row of JSON
    """Return values of filters and clocks that a claim passes."""
    day = claim["doc"]["published"] or claim["recorded"][:10]
    actors = [filler["actor"] for filler in claim["args"].values() if filler["actor"]]
    found = {
        "type": claim["type"],
        "stance": claim["stance"],
        "speaker": claim["speaker"]["actor"] or claim["speaker"]["name"],
        "actor": next(iter(actors), None),
        "place": next(filter(None, claim["place_ids"]), None),
        "publisher": claim["doc"]["publisher"],
        "since": claim["valid"]["begin"],
        "until": claim["valid"]["until"],
        "published_since": day,
        "known_by": day,
        "as_of": claim["valid"]["begin"] or day,
        "limit": 30 + number,
    }
    return {name: value for name, value in found.items() if value}


def _measured(site: Site, client: TestClient, asked: Sequence[tuple[str, str]], seconds: float) -> dict[str, Times]:
    found: dict[str, Times] = defaultdict(Times)
    for name, address in asked:
        times = found[name]
        if sum(times.cpu) > 1000 * seconds:
            continue
        site.finish()
        began, wall = time.process_time(), time.perf_counter()
        answer = client.get(address)
        cpu = 1000 * (time.process_time() - began)
        if answer.status_code != _OK:
            print(f"{answer.status_code} {address}: {answer.text[:200]!r}", flush=True)
        times.slowest = address if cpu > max(times.cpu, default=0) else times.slowest
        times.late += any(words in answer.text for words in _LATE)
        times.cpu.append(cpu)
        times.wall.append(1000 * (time.perf_counter() - wall))
    return found


def _print(found: dict[str, Times]) -> None:
    print(f"{'page':18}{'asked':>6}{'p50':>9}{'p95':>9}{'most':>9}{'wall p95':>10}{'late':>6}  slowest")
    for name, times in sorted(found.items()):
        told = f"{_at(times.cpu, 50):9.0f}{_at(times.cpu, 95):9.0f}{max(times.cpu):9.0f}{_at(times.wall, 95):10.0f}{times.late:6}"
        print(f"{name:18}{len(times.cpu):6}{told}  {times.slowest[:90]}", flush=True)


def _at(times: Sequence[float], part: int) -> float:
    return quantiles(times, n=100, method="inclusive")[part - 1] if len(times) > 1 else times[0]


if __name__ == "__main__":
    main()

"""What the pages of a ledger cost: ``python -m benchmarks.web LEDGER [--requests 20] [--seed 1] [--only WORD]``.

The application runs in this process. Of each page so many addresses are asked once, in an order that the seed draws, with filters and ids
that the ledger has: nothing is asked twice, so what the server keeps helps only where pages share it. ``first`` is the first request of
all to that page. Times are CPU milliseconds of the whole process, so what else the machine does hardly counts; ``wall`` is the clock's.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from starlette.testclient import TestClient

from reportedly.packs import DEFAULT_PACKS
from reportedly.web.app import make_app
from reportedly.web.pages import PAGES
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site

_TOKEN = "benchmark"  # noqa: S105 - of a server that no network reaches
_VIEWS = frozenset(page.name for page in PAGES if "lens" in page.takes)


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the pages of a ledger and print what each cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--requests", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="pages whose name has one of these words, separated by commas")
    parser.add_argument("--pack", action="append")
    given = parser.parse_args(arguments)
    site = Site(given.ledger, tuple(given.pack or DEFAULT_PACKS), _TOKEN, frozenset(LOOPBACK))
    with TestClient(make_app(site), base_url="http://127.0.0.1", headers={"authorization": f"Bearer {_TOKEN}"}) as client:
        wanted = [word for word in given.only.split(",") if word]
        asked = [each for each in mix(client, given.requests, given.seed) if not wanted or any(word in each[0] for word in wanted)]
        _print(_measured(client, asked))
    site.lost()


def mix(client: TestClient, count: int, seed: int) -> list[tuple[str, str]]:
    """Return pages with their addresses, in an order drawn by the seed."""
    draw = random.Random(seed)  # noqa: S311 - a benchmark
    claims = _rows(client, "/claims.json?limit=200")
    documents = _rows(client, "/documents.json?limit=200")
    found = [(name, address) for name, address in _addresses(draw, claims, documents, count)]
    draw.shuffle(found)
    return list(dict.fromkeys(found))


def _rows(client: TestClient, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(client.get(address).text)["rows"]
    return rows


def _addresses(
    draw: random.Random, claims: Sequence[dict[str, Any]], documents: Sequence[dict[str, Any]], count: int
) -> Iterator[tuple[str, str]]:
    filters = list(_filters(claims))
    for number in range(count):
        one, other = draw.choice(filters), draw.choice(filters)
        claim, document = draw.choice(claims), draw.choice(documents)
        after = draw.randrange(1, 10**6)
        yield "overview", "/" if not number else f"/?known_by={claim['doc']['published'] or 2020}"
        yield "claims", f"/claims?after={after}"
        yield "facet", f"/claims?{one}"
        yield "two facets", f"/claims?{one}&{other}" if one.partition("=")[0] != other.partition("=")[0] else f"/claims?{one}"
        yield "claims.json", f"/claims.json?{one}&limit={50 + number}"
        yield "words", f"/claims?text={draw.choice(claim['gloss'].split())}"
        yield "claim", f"/claim/{claim['id']}"
        yield "document", f"/document/{document['id']}"
        yield "documents", f"/documents?limit={50 + number}"
        yield "timeline", f"/timeline?{one}"
        yield "contradictions", f"/contradictions?{one}"
        yield "sources", f"/sources?limit={50 + number}"
        for page in PAGES:
            if page.name in _VIEWS:
                yield page.name, f"{page.path}?limit={40 + number}"


def _filters(claims: Sequence[dict[str, Any]]) -> Iterator[str]:
    for claim in claims:
        yield f"type={claim['type']}"
        yield f"stance={claim['stance']}"
        if claim["speaker"]["actor"]:
            yield f"speaker={claim['speaker']['actor']}"
        yield from (f"place={place}" for place in claim["place_ids"] if place and "&" not in place)
        if claim["doc"]["published"]:
            yield f"published_since={claim['doc']['published']}"
        if claim["valid"]["begin"]:
            yield f"since={claim['valid']['begin'][:7]}&until={claim['valid']['begin'][:7]}"


def _measured(client: TestClient, asked: Sequence[tuple[str, str]]) -> dict[str, list[tuple[float, float, str]]]:
    found: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for name, address in asked:
        began, wall = time.process_time(), time.perf_counter()
        answer = client.get(address)
        spent = 1000 * (time.process_time() - began), 1000 * (time.perf_counter() - wall)
        if answer.status_code != 200:  # noqa: PLR2004 - what a page answers
            print(f"{answer.status_code} {address}: {answer.text[:200]!r}")
        found[name].append((*spent, address))
    return found


def _print(found: dict[str, list[tuple[float, float, str]]]) -> None:
    print(f"{'page':16}{'asked':>6}{'first':>9}{'p50':>9}{'p95':>9}{'wall p95':>10}  slowest")
    for name, times in sorted(found.items()):
        cpu, wall = [each[0] for each in times], [each[1] for each in times]
        print(
            f"{name:16}{len(times):6}{cpu[0]:9.0f}{_at(cpu, 50):9.0f}{_at(cpu, 95):9.0f}{_at(wall, 95):10.0f}  {max(times)[2][:70]}",
            flush=True,
        )


def _at(times: Sequence[float], part: int) -> float:
    return quantiles(times, n=100, method="inclusive")[part - 1] if len(times) > 1 else times[0]


if __name__ == "__main__":
    main()

"""Which first-level division a town lies in, and how many people live in each.

GeoNames and ISO 3166-2 have codes of their own. The towns of one GeoNames code are taken to lie in the division whose point is
the nearest for most of them; where codes are shared (the United States), the code itself decides.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

_SAME_CODES = frozenset({"US", "CH", "BE"})
_VOTERS = 40


class Divisions:
    """The divisions of all countries, by ISO 3166-2 code."""

    def __init__(self, items: Mapping[str, Mapping[str, Any]]) -> None:
        self._codes = frozenset(items)
        self._upper: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
        for code, item in items.items():
            if not item.get("parentCode"):
                self._upper[code.partition("-")[0]].append((code, *item["latLng"]))
        self._settled: dict[tuple[str, str], str | None] = {}
        self._people: Counter[str] = Counter()

    def settle(self, cities: Iterable[Mapping[str, Any]]) -> None:
        """Decide for every code of ``cities`` which division it is, and count their people."""
        groups: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for city in cities:
            groups[city["countrycode"], city["admin1code"]].append(city)
        for (country, code), found in groups.items():
            chosen = self._choose(country, code, found)
            self._settled[country, code] = chosen
            if chosen is not None:
                self._people[chosen] += sum(city["population"] for city in found)

    def of(self, city: Mapping[str, Any]) -> str | None:
        """Return the code of the division that ``city`` lies in, None where it cannot be told."""
        return self._settled.get((city["countrycode"], city["admin1code"]))

    def people(self, code: str) -> int:
        """Return how many people live in the towns of a division, 0 where unknown."""
        return self._people[code]

    def _choose(self, country: str, code: str, cities: list[Mapping[str, Any]]) -> str | None:
        same = f"{country}-{code}"
        if country in _SAME_CODES and same in self._codes:
            return same
        voters = cities[:: max(1, len(cities) // _VOTERS)]
        votes = Counter(self._nearest(country, city["latitude"], city["longitude"]) for city in voters)
        return votes.most_common(1)[0][0] if votes else None

    def _nearest(self, country: str, lat: float, lon: float) -> str | None:
        stretch = math.cos(math.radians(lat))
        best = min(self._upper.get(country, ()), key=lambda d: (d[1] - lat) ** 2 + ((d[2] - lon) * stretch) ** 2, default=None)
        return None if best is None else best[0]

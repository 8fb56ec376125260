from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import AgreementError
from reportedly.model.pack import Actor, Pack, Place
from reportedly.truce.agreement import Moment
from reportedly.truce.formula import Accepted, All, Done, Held
from reportedly.truce.load import load_agreements, parse_agreements
from reportedly.truce.schema import agreement_schema
from reportedly.truce.times import Duration, Interval, duration_of, span_of
from tests.unit.truce.agreements import PATH, WEIR, agreement

UTC = ZoneInfo("UTC")
DAY = dt.timedelta(days=1)


def test_an_agreement_is_read_as_it_stands() -> None:
    made = agreement()
    assert [term.id for term in made.terms] == ["S1.a", "S1.b", "S1.c", "S2.a", "S2.b"]
    assert made.in_force == All((Accepted("NORTH"), Accepted("SOUTH")))
    assert made.stages[1].when == All((Held("S1.a", Duration(0, 7 * DAY)), Done("S1.b")))
    ban, pull_back, *_, convoys, free = made.terms
    assert (ban.who, ban.where, ban.window.lasting) == (("NORTH", "SOUTH"), "box", Duration(0, 10 * DAY))
    assert ban.variant("wide").counts == ("attack_excluded",)
    assert ban.variant("narrow") == ban.variant(None)
    assert pull_back.window.deadline == Moment("D+PT48H", None, "D", Duration(0, 2 * DAY))
    assert (convoys.who, free.window.closes) == ((), None)
    assert made.zones["road"].distance_km == 2
    assert (made.excluded[0].actors, made.guarantors[0].duty) == (("LANTERN",), "S1.c")
    jsonschema.Draft202012Validator(agreement_schema()).validate(json.loads(json.dumps(yaml.safe_load(WEIR), default=str)))


BAD = [
    ("done: S1.b}]", "done: S1.z}]", "'S1.z' is no term or stage", "did you mean 'S1."),
    ("must: convoys_enter", "must: convoy_enters", "is no act", "convoys_enter"),
    ("after_me: 1", None, "unknown key 'after_me'", "known here are"),
    ("who: [NORTH], where: road", "who: [EAST], where: road", "'EAST' is no party", "parties"),
    ("by: D+PT48H", "from: D+P3D, by: D+PT48H", "ends (D+PT48H) before it starts (D+P3D)", "exchange"),
    ("until: unstated", "from: 2018-10-20, until: 2018-10-19", "before it starts", "exchange"),
    ("from: 2018-10-13T18:00\nin_force", "from: 2018-10-13T18:00\nuntil: 2018-10-12\nin_force", "before it starts", "exchange"),
    ("{place: QUARRY-ROAD, buffer", "{buffer", "has no geometry", "write `place:`"),
    ("[[10.4, -39.5], [10.6, -39.5], [10.6, -39.3]]", "[[10.4, -39.5], [10.6, -39.5]]", "three corners", "list"),
    ("[10.6, -39.3]", "[99.6, -39.3]", "no corner", "degrees"),
    ("{at: 2018-10-13T18:00}", "{at: Saturday}", "'Saturday' is no clock", "declare it"),
    ("L: {when: {done: S1.b}}", "L: {when: unstated}", "nothing starts the clock 'L'", "at:"),
    ("L: {when: {done: S1.b}}", "L: {at: L+P1D}", "waits for itself", "another clock"),
    ("within: P2D", "within: two days", "is no duration", "P7D"),
    ("within: P2D", "within: P0D", "is no duration", "P7D"),
    ("accepted: SOUTH}", "accepted: WEST}", "'WEST' is no party", "parties"),
    ("{accepted: [NORTH, SOUTH]}", "{done: S1.b}", "being in force cannot hang on", "acceptances"),
    ("unless: flooded", "unless: {atom: snowed}", "'snowed' is no atom", "atoms"),
    ("unless: flooded", "unless: {any: []}", "holds no condition", "at least one"),
    ("accepted: SOUTH}", "accepted: []}", "names nothing", "at least one"),
    ("unless: flooded", "unless: {any: [flooded], not: flooded}", "one of all, any", "write one"),
    ("readings: {wide:", "readings: {broad:", "'broad' is no reading", "wide"),
    ("unless: flooded", "unless: {done: S2.a}", "wait for each other", "take out"),
    ("unless: flooded", "after: S2", "wait for each other: S1.b -> S2 -> S2.a -> S1.b", "take out"),
    ("{id: S1.c, must", "{id: S1.b, must", "stands here twice", "another id"),
    ("id: S2\n", "id: S1.a\n", "of a stage and of a term", "another id"),
    ("must: report_violations", "must: report_violations, may: renew", "a term has one of", "must"),
    ("kind: agreement", "kind: treaty", "'treaty' is no kind of text", "agreement"),
    ("version: 1", "version: first", "whole number is expected", ""),
    ("cite: {source: the letter}", "cite: {document: sha256:12, start: 1, end: 2}", "no id of a document", "64 hex"),
    ("cite: {source: the letter}", f"cite: {{document: 'sha256:{'a' * 64}', start: 5, end: 5}}", "holds nothing", "code points"),
    ("date: 2017-05-01}", "date: 2017-05-01, cite: {document: sha256:12, start: 1, end: 2}}", "no id of a document", "64 hex"),
    ("date: 2017-05-01", "date: May", "is no day", "2031-01-31"),
    ("proposer: LEAGUE", "proposer: LEAGUE\ntime_zone: Mars/Olympus", "is no time zone", "IANA"),
    ("GUNMEN: SOUTH", "GUNMEN: [EAST]", "'EAST' is no party", "parties"),
    ("proposer: LEAGUE", "proposer: LEAGUE\nreplaces: weir-truce", "the place of itself", "another agreement"),
    ("n: 2,", "n: -2,", "no distance", "above zero"),
    ("unit: km", "unit: parsecs", "no distance", "mile"),
    ("proposer: LEAGUE", "proposer: &x LEAGUE", "anchors and aliases", "write the value out"),
    ("proposer: LEAGUE", "proposer: *x", "no YAML|anchors and aliases", "write|check"),
    ("proposer: LEAGUE", "proposer: !!python/object:os.system LEAGUE", "tags are not read", "plain"),
    ("proposer: LEAGUE", "proposer: " + "[" * 40 + "]" * 40, "deep in each other", "brackets"),
    ("proposer: LEAGUE", "proposer: LEAGUE\nproposer: NORTH", "stands here twice", "keep one"),
    ("proposer: LEAGUE", "proposer: [LEAGUE", "no YAML", "brackets|indentation"),
]


@pytest.mark.parametrize(("old", "new", "what", "remedy"), BAD, ids=[f"{row[2]:.24}-{at}" for at, row in enumerate(BAD)])
def test_a_mistake_is_refused_with_its_line_and_what_was_expected(old: str, new: str | None, what: str, remedy: str) -> None:
    text = f"{old}\n{WEIR}" if new is None else WEIR.replace(old, new, 1)
    assert text != WEIR
    with pytest.raises(AgreementError) as caught:
        agreement(text)
    error = caught.value
    assert any(part in error.what for part in what.split("|")), error
    assert any(part in (error.remedy or "") for part in remedy.split("|")), error
    line = int((error.where or "").rpartition(":")[2])
    changed = [at for at, pair in enumerate(zip(text.split("\n"), WEIR.split("\n"), strict=False), 1) if pair[0] != pair[1]]
    assert min(changed, default=1) - 7 <= line <= text.count("\n") + 1  # the line of what it is in, or of what it leads to


def test_a_file_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    second = WEIR.replace("weir-truce", "weir-truce-2")
    assert [made.id for made in parse_agreements(f"{WEIR}---\n{second}".encode(), PATH)] == ["weir-truce", "weir-truce-2"]
    broken = f"{WEIR}---\n{second.replace('kind: agreement', 'kind: treaty')}"
    with pytest.raises(AgreementError, match="treaty") as caught:
        parse_agreements(broken.encode(), PATH)
    assert caught.value.where == f"weir.yaml:{broken.split(chr(10)).index('kind: treaty') + 1}"
    for data in (b"", b"\xff\xfe\x00", b"a: \x00", b"- 1", b"{" * 5000, b"a: b\n" * 300_000):
        with pytest.raises(AgreementError):
            parse_agreements(data, PATH)
    with pytest.raises(AgreementError, match="cannot be read"):
        load_agreements(tmp_path / "nowhere.yaml")


def test_ids_are_those_of_the_pack() -> None:
    actors = {name: Actor(name, name, "body") for name in ("NORTH", "SOUTH", "LEAGUE", "LANTERN", "GUNMEN")}
    road = Place("QUARRY-ROAD", "Quarry Road", "road", lat=10.6, lon=-39.4)
    pack = Pack("p", "d", actors, {road.id: road}, {})
    assert parse_agreements(WEIR.encode(), PATH, pack)
    known = {name: actor for name, actor in actors.items() if name != "LANTERN"}
    for bad, what in (
        (replace(pack, places={}), "no place"),
        (replace(pack, places={road.id: replace(road, lat=None)}), "no geometry"),
        (replace(pack, actors=known), "no actor"),
    ):
        with pytest.raises(AgreementError, match=what):
            parse_agreements(WEIR.encode(), PATH, bad)


@given(at=st.integers(0, len(WEIR)), cut=st.integers(0, 40), put=st.text(max_size=12))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(at: int, cut: int, put: str) -> None:
    where = PATH.name
    try:
        parse_agreements((WEIR[:at] + put + WEIR[at + cut :]).encode("utf-8", "surrogatepass"), PATH)
    except AgreementError as error:
        where = error.where or ""
    assert where.startswith("weir.yaml")


def test_durations_and_days() -> None:
    assert duration_of("P1Y2M3W4DT5H6M7S") == Duration(14, dt.timedelta(weeks=3, days=4, hours=5, minutes=6, seconds=7))
    for bad in ("P", "PT", "P0D", "7D", "P-1D", "P1.5D", ""):
        assert duration_of(bad) is None
    assert Duration(1, dt.timedelta()).after(dt.datetime(2018, 1, 31, tzinfo=UTC)) == dt.datetime(2018, 2, 28, tzinfo=UTC)
    february = span_of("2018-02", UTC)
    assert february is not None
    assert february == Interval(dt.datetime(2018, 2, 1, tzinfo=UTC), dt.datetime(2018, 3, 1, tzinfo=UTC))
    for bad in ("2018-13", "2018-02-30", "soon", "9999-12-31", "0000"):
        assert span_of(bad, UTC) is None
    day, year = span_of("2018-02-03", UTC), span_of("2018", UTC)
    assert day is not None
    assert year is not None
    assert [day.within(february), february.within(year), year.within(day), day.meets(year)] == [True, True, False, True]
    assert Interval(None, day.begin).meets(day) is False
    assert day.cut(day.begin) == Interval(day.begin, day.begin)

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.export.formats import FORMATS
from reportedly.export.tally import Tally
from reportedly.model import ActorMention, Argument, Figure, PlaceMention, Speaker, ValidTime
from reportedly.query import ClaimFilter, claims
from reportedly.query.exports import Wanted, exported
from reportedly.store import Ledger
from tests.ledgers import elsewhere, fill, small
from tests.strategies import RUN

PERSON = "Report"
"""A word of every invented text that the reading below takes for a private person's name."""


@pytest.fixture(name="held", scope="module")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("exports") / "ledger.db") as held:
        fill(held)
        reading = small(5)
        first, second, third = reading.claims or ()
        sides = (("attacker", _arg(first, "LEAGUE")), ("target", _arg(first, None, "residents")))
        shelled = replace(second, gloss=f"{PERSON} and 3 others killed by a shell", hedge="=cmd()", type="casualty", frame="killed")
        victims = (("victims", _arg(second, "x:r-prt", PERSON)),)
        told = (
            replace(first, type="attack", frame="attacks", args=sides),
            replace(shelled, args=victims, figures=(Figure(3.0, "=", "people killed", 3.0, 3.0),)),
            replace(third, stance="denies", valid=ValidTime(), speaker=Speaker("a clerk \U0001f600", "x:clrk")),
        )
        places = tuple(
            PlaceMention(claim.start, claim.end, claim.places[0], claim.place_ids[0], 36.25, 37.125, "town", (), "point")
            for claim in told[:2]
        )
        people = (
            ActorMention(0, 6, "x:r-prt", PERSON, PERSON, "person"),
            ActorMention(7, 8, "LEAGUE", "the League", "league", "armed-group"),
        )
        found = replace(reading, claims=told, places=places, actors=people)
        held.writer(RUN).add(elsewhere(found, url="https://page.invalid/a?b=\u00e9", title=f"{PERSON} speaks"))
        yield held


def _arg(claim: Any, actor: str | None, name: str = "the League") -> Argument:  # noqa: ANN401 - of the model
    return Argument(name, claim.start, claim.start + 6, actor=actor)


def written(held: Ledger, name: str, where: ClaimFilter | None = None, **wanted: bool | int | None) -> tuple[bytes, dict[str, Any]]:
    """Return the bytes of an export, and its manifest."""
    how = Wanted(**wanted)  # type: ignore[arg-type]  # the name decides the type
    with exported(held, where or ClaimFilter(), how) as found:
        tally = Tally({"format": name, **found.asked})
        data = b"".join(FORMATS[name].write(found.rows, tally))
    return data, json.loads(b"".join(tally.manifest()))


def table(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a table in CSV."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def parquet(data: bytes, folder: Path) -> list[dict[str, Any]]:
    """Return the rows of a Parquet file, as DuckDB reads them."""
    path = folder / "claims.parquet"
    path.write_bytes(data)
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path))
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def ids(name: str, data: bytes, folder: Path) -> list[str]:
    """Return the ids of the claims in an export, read as its users read it."""
    if name == "parquet":
        return [row["id"] for row in parquet(data, folder)]
    if name in {"csv", "acled", "plover"}:
        return [row.get("claim_id") or row["id"] for row in table(data)]
    if name in {"jsonl", "ftm"}:
        rows = [json.loads(line) for line in data.decode().split("\n") if line]
        return [row["id"] for row in rows if row.get("schema", "Note") == "Note"]
    whole = json.loads(data)
    rows = whole.get("features") or whole.get("@graph") or whole.get("first", {}).get("items", [])
    return [node.get("id") or node["@id"] for node in rows if "schema:Claim" in node.get("@type", ["schema:Claim"])]


FILTERS = st.builds(
    ClaimFilter,
    type=st.sampled_from([(), ("control",), ("attack", "casualty")]),
    stance=st.sampled_from([(), ("denies",), ("asserts", "denies")]),
    publisher=st.sampled_from([None, "Longline Wire"]),
    as_of=st.sampled_from([None, "2031-01-06"]),
    known_by=st.sampled_from([None, "2031-01-03"]),
    min_chains=st.sampled_from([None, 1]),
    limit=st.sampled_from([None, 2]),
    offset=st.sampled_from([0, 1]),
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=FILTERS)
def test_every_format_holds_the_claims_that_are_listed_or_says_which_it_cannot(held: Ledger, tmp_path: Path, where: ClaimFilter) -> None:
    listed = [row["id"] for row in claims(held, where)]
    for name in FORMATS:
        if name != "parquet" or where.limit:  # it alone takes long
            data, told = written(held, name, where)
            left = [claim for reason in told["left_out"] for claim in reason["claims"]]
            assert sorted(ids(name, data, tmp_path) + left) == sorted(listed), name
            assert (told["claims"], told["written"]) == (len(listed), len(listed) - len(left))
            assert all(reason["count"] == len(reason["claims"]) == sum(reason["of"].values()) for reason in told["left_out"])


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes_and_says_what_was_asked(held: Ledger, name: str) -> None:
    where = ClaimFilter(type=("control", "attack"), known_by="2031-02")
    (one, told), (other, _) = written(held, name, where), written(held, name, where)
    assert one == other
    assert (told["format"], told["clocks"]["known_by"], told["filters"]) == (name, "2031-02", {"type": ["control", "attack"]})
    assert len(told["head"]) == 64
    assert "claim" in told["notice"]


@pytest.mark.parametrize("name", FORMATS)
def test_private_names_are_taken_out_unless_they_are_asked_for(held: Ledger, tmp_path: Path, name: str) -> None:
    where = ClaimFilter(frame=("killed",))
    hidden, told = written(held, name, where)
    shown, _ = written(held, name, where, unmask=True)
    if name == "parquet":
        hidden, shown = (repr(parquet(data, tmp_path)).encode() for data in (hidden, shown))
    assert b"[person 1] and 3 others killed" in hidden
    assert PERSON.encode() not in hidden
    assert b"x:r-prt" not in hidden
    assert f"{PERSON} and 3 others killed".encode() in shown
    assert told["notes"]["claims with a private name taken out"] == 1
    bare = written(held, name, where, unmask=True, texts=False)[0]
    assert name == "parquet" or b"the league held" not in bare  # the publisher's words


def test_quotes_and_positions_lead_to_the_very_words(held: Ledger) -> None:
    for item in json.loads(written(held, "annotations", unmask=True)[0])["first"]["items"]:
        source, (quote, position) = item["target"]["source"], item["target"]["selector"]
        document = held.view().document(source["id"])
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert document.text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in document.text
    masked = json.loads(written(held, "annotations", ClaimFilter(frame=("killed",)))[0])["first"]["items"]
    assert [[one["type"] for one in item["target"]["selector"]] for item in masked] == [["TextPositionSelector"]]


def test_geojson_keeps_the_rules_of_rfc_7946(held: Ledger) -> None:
    whole = json.loads(written(held, "geojson", decimals=1)[0])
    assert (whole["type"], "crs" in whole) == ("FeatureCollection", False)
    shapes = [feature["geometry"] for feature in whole["features"]]
    for feature in whole["features"]:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert feature["properties"]["provisional"] is (feature["geometry"] is None)
    assert [shape for shape in shapes if shape] == [{"type": "Point", "coordinates": [37.1, 36.2]}] * 2  # longitude first
    assert whole["reportedly"]["notes"]["features without a place that has coordinates"] == shapes.count(None)


def test_event_rows_say_that_they_are_claims_and_merge_nothing(held: Ledger) -> None:
    rows = table(written(held, "acled")[0])
    assert {row["record"] for row in rows} == {"claim, not event"}
    attack, killed = rows
    assert (attack["event_type"], attack["sub_event_type"], attack["civilian_targeting"]) == (
        "Violence against civilians",
        "Attack",
        "Civilian targeting",
    )
    assert (killed["sub_event_type"], killed["fatalities"], killed["actor1"]) == ("Shelling/artillery/missile attack", "3", "")
    assert (attack["actor1"], attack["actor1_kind"], attack["inter1"], attack["time_precision"]) == ("the League", "armed-group", "", "1")
    assert killed["hedge"] == "'=cmd()"
    acts = table(written(held, "plover")[0])
    assert [(act["event_type"], act["event_mode"], act["quad_code"]) for act in acts] == [
        ("ASSAULT", "", "Material conflict"),
        ("ASSAULT", "heavy-weapons", "Material conflict"),
    ]
    told = {row["id"]: row for row in map(json.loads, written(held, "jsonl")[0].splitlines())}
    against = [row for row in told.values() if row["contradicted_by"]]
    assert [[told[other]["contradicted_by"] for other in row["contradicted_by"]] for row in against] == [[[row["id"]]] for row in against]
    assert len(against) == 2


def test_parquet_is_typed_and_holds_its_manifest(held: Ledger, tmp_path: Path) -> None:
    found = {row["id"]: row for row in parquet(written(held, "parquet")[0], tmp_path)}
    for row in claims(held):
        assert found[row["id"]]["chain"] == row["chain"]
        assert [figure["value"] for figure in found[row["id"]]["figures"]] == [figure["value"] for figure in row["figures"]]
        assert str(found[row["id"]]["begin"]) == str(row["valid"]["begin"])
    with duckdb.connect() as connection:
        ((told,),) = connection.execute(
            "SELECT value FROM parquet_kv_metadata(?) WHERE key = 'reportedly'", [str(tmp_path / "claims.parquet")]
        ).fetchall()
    assert json.loads(told)["written"] == len(found)


def test_json_ld_says_who_said_it_where_and_rates_nothing(held: Ledger) -> None:
    data, _ = written(held, "jsonld")
    graph = json.loads(data)["@graph"]
    documents = {node["@id"] for node in graph if "schema:CreativeWork" in node["@type"]}
    for node in (node for node in graph if "schema:Claim" in node["@type"]):
        assert node["schema:appearance"]["@id"] == node["prov:wasQuotedFrom"]["@id"]
        assert node["schema:appearance"]["@id"] in documents
        assert [hop["prov:agent"]["schema:name"] for hop in node["prov:qualifiedAttribution"]] == node["rep:chain"]
    assert b"ating" not in data.replace(b"rating", b"ating", 0).split(b'"rep:manifest"')[0]
    assert b"x:clrk" not in data


def test_entities_of_followthemoney_have_its_names_and_hang_together(held: Ledger) -> None:
    shapes = {
        "Article": {"fileName", "title", "publishedAt", "publisher", "sourceUrl", "language"},
        "Note": {"name", "summary", "description", "notes", "keywords", "address", "publisher", "entity", "proof", "sourceUrl"},
        "Organization": {"name"},
    }
    found = [json.loads(line) for line in written(held, "ftm")[0].decode().splitlines()]
    names = [one["id"] for one in found]
    assert len(names) == len(set(names))
    for at, one in enumerate(found):
        assert one["properties"].keys() <= shapes[one["schema"]]
        assert all(isinstance(value, str) for values in one["properties"].values() for value in values)
        assert set(one["properties"].get("entity", [])) <= set(names[:at])

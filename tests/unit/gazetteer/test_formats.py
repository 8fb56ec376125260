"""Small invented files of every format: what is read, and what is named and skipped."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import GazetteerError, OptionError
from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.formats import geojson
from reportedly.gazetteer.formats.row import Source
from reportedly.gazetteer.formats.stream import values
from reportedly.gazetteer.importing import Imported, form_of, import_file
from reportedly.model.toponym import Toponym


def geonames(id_: str, name: str, *, lat: str = "10.5", code: str = "PPL", people: str = "900", others: str = "") -> str:
    return f"{id_}\t{name}\t{name}\t{others}\t{lat}\t20.5\tP\t{code}\tXX\t\t04\t\t\t\t{people}\t\t1\tEtc/UTC\t2020-01-01"


def read(
    folder: Path, text: str | bytes, file: str = "own.txt", form: str | None = None, **columns: str
) -> tuple[Imported, list[Toponym], list[str]]:
    path = folder / file
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    told: list[str] = []
    done = import_file(Source(path, columns), folder, form, None, lambda error: told.append(str(error)))
    return done, list(Gazetteer(done.path).everything()), told


def test_a_dump_of_geonames(tmp_path: Path) -> None:
    lines = [geonames("1", "Tarn", others="Tarnovo,تارن"), geonames("2", "Ahl", code="ADM1"), geonames("3", "Orre", people="250000")]
    done, places, told = read(tmp_path, "\n".join(lines) + "\n")
    assert (done.form, done.held, told) == ("geonames", 3, [])
    assert [(p.id, p.kind, p.country) for p in places] == [("gn:1", "village", "xx"), ("gn:2", "governorate", "xx"), ("gn:3", "city", "xx")]
    assert [p.id for p in Gazetteer(done.path).find("تارن")] == ["gn:1"]


def test_broken_lines_are_named_and_skipped_and_the_rest_is_kept(tmp_path: Path) -> None:
    lines = [geonames("1", "Tarn"), "1\tcut short", geonames("2", "Ahl", lat="north"), geonames("3", "Far", lat="91"), geonames("4", "")]
    done, places, told = read(tmp_path, "\n".join(lines), form="geonames")
    assert [p.id for p in places] == ["gn:1"]
    assert [line.partition("]")[0] for line in told] == [f"R303 [{tmp_path / 'own.txt'}:{n}" for n in (2, 3, 4, 5)]
    assert "2 cells, not 19" in told[0]
    assert "'north' is no number" in told[1]
    assert done.skipped.total() == 4


FEATURES = [
    {"type": "Feature", "properties": {"Id": 1, "NAME": "Tarn", "NAME_A": "تارن"}, "geometry": {"type": "Point", "coordinates": [20, 10]}},
    {
        "type": "Feature",
        "properties": {"Id": 2, "NAME": "Ahl"},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]},
    },
    {"type": "Feature", "properties": {"Id": 3}, "geometry": None},
    {"type": "Feature", "properties": {"Id": 4, "NAME": "Bad"}, "geometry": {"type": "Point", "coordinates": ["x", "y"]}},
]


def test_features_by_named_columns_with_the_middle_of_their_outline(tmp_path: Path) -> None:
    text = json.dumps({"type": "FeatureCollection", "name": "x", "features": FEATURES}, indent=1)
    _, places, told = read(tmp_path, text, "own.geojson", id="Id", name="NAME", arabic="NAME_A")
    assert [(p.id, p.name, p.lat, p.lon) for p in places] == [("1", "Tarn", 10.0, 20.0), ("2", "Ahl", 1.0, 2.0)]
    assert len(told) == 2
    assert all("own.geojson:" in line for line in told)


def test_records_of_whos_on_first(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "type": "Feature",
        "properties": {
            "wof:id": 7,
            "wof:name": "Tarn",
            "wof:placetype": "locality",
            "wof:parent_id": 5,
            "iso:country": "XX",
            "name:ara_x_preferred": ["تارن"],
            "name:eng_x_variant": ["Tarnovo"],
            "geom:latitude": 10.5,
            "geom:longitude": 20.5,
        },
    }
    done, (place,), _ = read(tmp_path, gzip.compress(json.dumps(record).encode(), mtime=0), "own.geojson.gz")
    assert (place.id, place.kind, place.within, place.country, place.lat) == ("wof:7", "town", "wof:5", "xx", 10.5)
    assert Gazetteer(done.path).find("Tarnovo")
    assert Gazetteer(done.path).find("تارن")


def test_a_table_by_named_columns(tmp_path: Path) -> None:
    text = 'code;title;y;x;other\nA1;Tarn;10.5;20.5;Tarnovo|تارن\nA2;"Ahl; upper";;;\nA3;Odd;1\n\nA4;Half;1;;\n'
    columns = {"id": "code", "name": "title", "lat": "y", "lon": "x", "variants": "other"}
    done, places, told = read(tmp_path, text, "own.csv", **columns)
    assert done.form == "csv"
    assert [(p.id, p.name, p.lat) for p in places] == [("A1", "Tarn", 10.5), ("A2", "Ahl; upper", None)]
    assert ["own.csv:4]" in told[0], "own.csv:6]" in told[1]] == [True, True]


def test_a_table_without_the_column_says_which(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no place"):
        read(tmp_path, "a,b\n1,2\n", "own.csv")


def test_a_table_of_pcodes_names_a_place_at_every_level_once(tmp_path: Path) -> None:
    head = "admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Pcode,lat,lon"
    rows = ["#adm1+name,#adm1+name+ar,#adm1+code,#adm2+name,#adm2+code,,", "Ahl,أهل,XX01,Tarn,XX0101,10,20", "Ahl,أهل,XX01,Orre,XX0102,,"]
    done, places, told = read(tmp_path, "\n".join([head, *rows, ",,,,,,1"]), "own.csv")
    assert done.form == "pcodes"
    assert [(p.id, p.name, p.kind, p.within, p.lat) for p in places] == [
        ("XX01", "Ahl", "governorate", None, None),
        ("XX0101", "Tarn", "district", "XX01", 10.0),
        ("XX0102", "Orre", "district", "XX01", None),
    ]
    assert Gazetteer(done.path).find("أهل")
    assert len(told) == 1


def test_old_headers_of_pcodes(tmp_path: Path) -> None:
    _, places, _ = read(tmp_path, "ADM1_PCODE\tADM1_EN\tADM1_AR\nXX01\tAhl\tأهل\n", "own.tsv")
    assert [(p.id, p.name) for p in places] == [("XX01", "Ahl")]


def test_a_zip_is_read_past_its_notes(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "notes")
        archive.writestr("XX.txt", geonames("1", "Tarn"))
    _, places, _ = read(tmp_path, packed.getvalue(), "XX.zip")
    assert [p.id for p in places] == ["gn:1"]


@pytest.mark.parametrize(("name", "text"), [("none.txt", b""), ("bad.gz", b"no gzip"), ("bad.zip", b"no zip"), ("none.json", b"[]")])
def test_a_file_that_cannot_be_read_is_named_and_leaves_nothing(tmp_path: Path, name: str, text: bytes) -> None:
    with pytest.raises(GazetteerError, match=name):
        read(tmp_path, text, name)
    assert list(tmp_path.glob("*.gazetteer")) == []
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_format_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="geonames"):
        read(tmp_path, "x", form="shapefile")


@pytest.mark.parametrize(
    "broken",
    ['{"id": "b", "name": "Bel', '{"id": "b", "name": [1, 2', '{"id": "b" "name": "Bel"}', '{"id": "b", "name": nul}', "{", '{"id"'],
)
def test_a_line_of_json_lines_that_is_broken_is_skipped_alone(tmp_path: Path, broken: str) -> None:
    lines = ['{"id": "a", "name": "Aden", "lat": 1, "lon": 2}', broken, '{"id": "c", "name":\n"Cray", "lat": 1, "lon": 2}']
    path = tmp_path / "a.geojsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(geojson.read(Source(path)))
    assert [each.name if isinstance(each, Toponym) else each[0] for each in found] == ["Aden", 2, "Cray"]


def test_the_rest_of_broken_json_is_named_by_its_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "name": f"Tarn {n}"}) for n in (1, 2)]
    _, places, told = read(tmp_path, "\n".join([*lines, '{"id": 3, "name": ']), "own.json")
    assert [p.id for p in places] == ["1", "2"]
    assert "own.json:3]" in told[0]


@given(st.lists(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=3), max_size=6))
def test_values_come_one_by_one_from_a_list_a_collection_and_lines(items: list[dict[str, int | str]]) -> None:
    for text in (json.dumps(items), json.dumps(items, indent=2), "\n".join(map(json.dumps, items))):
        if text.startswith(("[", "{")) and '"features"' not in text:
            assert [value for _, value in values(io.StringIO(text))] == items


def test_a_value_longer_than_a_piece_of_the_file_is_read_whole() -> None:
    items = [{"name": "x" * 300_000}, {"name": "y"}]
    assert [value for _, value in values(io.StringIO(json.dumps(items)))] == items


def test_the_looks_of_a_file_tell_its_format(tmp_path: Path) -> None:
    for text, form in ((geonames("1", "Tarn"), "geonames"), ("{}", "geojson"), ("name,lat", "csv"), ('"ADM0_PCODE";x', "pcodes")):
        (tmp_path / "own").write_text(text, encoding="utf-8")
        assert form_of(Source(tmp_path / "own")) == form


GZIPPED = gzip.compress(("id,name\n" + "".join(f"{n},Tarn {n}\n" for n in range(5000))).encode(), mtime=0)


def locked() -> bytes:
    """A zip whose one file is marked as encrypted."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("own.csv", "id,name\n1,Tarn\n")
    data = bytearray(held.getvalue())
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("file", "data", "words"),
    [
        ("cut.csv.gz", GZIPPED[:100], "ended before"),
        ("hurt.csv.gz", GZIPPED[:40] + bytes(20) + GZIPPED[60:], "decompressing"),
        ("locked.zip", locked(), "encrypted"),
        ("no.zip", b"PK\x03\x04 and no more", "not a zip"),
        ("deep.json", b"[" * 100_000, "no place"),
        ("long.json", b'[{"id":' + b"9" * 5000 + b',"name":"Tarn"}]', "no place"),
        ("half.json", b'[{"id":"1","name":"\\ud800Tarn"}]', "no place"),
        ("many.csv", b"id,name,population\n1,Tarn,1e30\n", "no place"),
        ("open.csv", b'id,name\n1,"Tarn\n2,Ahl\n', "no place"),
    ],
)
def test_files_that_are_broken_otherwise_are_named_and_leave_nothing_behind(tmp_path: Path, file: str, data: bytes, words: str) -> None:
    with pytest.raises(GazetteerError, match=words) as caught:
        read(tmp_path, data, file)
    assert caught.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == [file]


def test_properties_that_are_lists_are_no_fault_and_a_cell_without_end_is_named(tmp_path: Path) -> None:
    feature = {"properties": {"id": 1, "name": "Tarn", "parent": [2], "population": None}, "geometry": None}
    assert read(tmp_path, json.dumps(feature), "own.json")[0].held == 1
    done, _, told = read(tmp_path, 'id,name\n1,"' + "x" * 10_000_001 + '"\n2,Ahl\n', "own.csv")
    assert done.held == 1
    assert "cannot be read" in told[0]


def test_a_column_that_places_do_not_have_and_a_folder_that_cannot_be_are_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="'title' is no column"):
        read(tmp_path, "id,name\n1,Tarn\n", "own.csv", title="name")
    with pytest.raises(GazetteerError, match="cannot be written") as caught:
        import_file(Source(tmp_path / "own.csv"), tmp_path / "own.csv" / "below", None, None, lambda _: None)
    assert "REPORTEDLY_GAZETTEERS" in str(caught.value)


def test_the_identity_of_a_gazetteer_counts_what_was_said_about_its_file(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("id,name,title\n1,Tarn,Ahl\n", encoding="utf-8")
    said = [Source(path), Source(path, {"name": "title"}), Source(path, country="xx")]
    digests = {Gazetteer(import_file(s, tmp_path, None, str(n), lambda _: None).path).about("digest") for n, s in enumerate(said)}
    assert len(digests) == 3
    again = import_file(said[0], tmp_path, None, "again", lambda _: None)
    assert Gazetteer(again.path).about("digest") in digests

from __future__ import annotations

import json

from hypothesis import given, settings

from reportedly.export.contract import failure_to_contract, reading_to_contract
from reportedly.model import Failure, Reading
from tests.strategies import invented_reading, readings


@settings(max_examples=50)
@given(readings())
def test_a_reading_is_plain_json_whose_spans_are_its_text(reading: Reading) -> None:
    line = reading_to_contract(reading)
    assert json.loads(json.dumps(line)) == line
    text = line["text"]
    assert [text[claim["start"] : claim["end"]] for claim in line["claims"]] == [
        reading.document.text[claim.start : claim.end] for claim in reading.claims or ()
    ]
    assert all(claim["figure"] == (claim["figures"] or [None])[0] for claim in line["claims"])


def test_every_field_of_the_contract_is_there() -> None:
    line = reading_to_contract(invented_reading(1), error="not read: ar")
    assert set(line) == {"doc", "text", "attributions", "times", "places", "actors", "claims", "withheld"}
    named = """id ref path url error title byline published modified dates publisher original_source lang section origins unstated
    segments left_out obtained"""
    assert set(line["doc"]) == set(named.split())
    assert line["doc"]["error"] == "not read: ar"
    assert line["doc"]["published"] == {"value": "2031-01-02", "origin": "argument", "weak": False}
    assert set(line["doc"]["segments"][0]) == {"kind", "start", "end", "lang", "dated", "speaker"}
    asked = "id start end type frame gloss args stance hedge speaker chain own valid asserted places figure figures about"
    assert set(line["claims"][0]) >= {*asked.split(), "agreement", "method", "score"}
    assert set(line["claims"][0]["speaker"]) == {"actor", "name", "anonymous"}
    assert set(line["claims"][0]["valid"]) == {"begin", "until", "edtf"}
    assert set(line["times"][0]) == set("start end type value begin until granularity anchor rival origin".split())
    assert set(line["attributions"][0]) == set("id kind speech content cue source parent speaker speaker_name anonymous score".split())
    assert set(line["actors"][0]) >= {"start", "end", "actor", "name", "label"}


def test_a_failure_has_the_fields_of_a_document() -> None:
    line = failure_to_contract(Failure("a.bin", "R202", "no text of a known format", "7"))
    assert line["doc"].keys() == reading_to_contract(invented_reading(1))["doc"].keys()
    assert line["doc"]["error"] == "R202: no text of a known format"
    assert (line["doc"]["path"], line["doc"]["ref"], line["text"], line["claims"]) == ("a.bin", "7", "", [])

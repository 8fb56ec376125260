from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reportedly.errors import OptionError, UnknownIdError
from reportedly.export.contract import claim_to_contract
from reportedly.model import Span, ValidTime
from reportedly.query import ClaimFilter, claims, contradictions, one, overview, reprints
from reportedly.store import Ledger, redact
from tests.contract.conftest import STORES, Places
from tests.ledgers import denied, elsewhere, fill, small
from tests.strategies import RUN


def _ids(ledger: Ledger, **params: str) -> list[str]:
    return [row["id"] for row in claims(ledger, ClaimFilter.from_params(params))]


@pytest.fixture(scope="module", params=STORES)
def filled(request: pytest.FixtureRequest, places: Places) -> Iterator[Ledger]:
    """A filled ledger in every store, which is only read."""
    with Ledger.open(places(request.param)) as opened:
        fill(opened)
        yield opened


def test_rows_are_as_the_contract_has_them(filled: Ledger) -> None:
    first = next(claims(filled))
    reading = small(1)
    own = (reading.claims or ())[0]
    assert first.items() >= claim_to_contract(own).items()
    assert first["doc"] == {
        "id": reading.document.id,
        "ref": None,
        "path": "reports/1.txt",
        "publisher": "Longline Wire",
        "published": "2031-01-02",
        "appearances": ["reports/1.txt", "copies/1.txt"],
    }
    assert first["chains"] == [1, 1]
    assert json.loads(json.dumps(first)) == first


def test_a_redacted_document_has_no_claims(filled: Ledger) -> None:
    assert {row["doc"]["path"] for row in claims(filled)} == {"reports/1.txt", "reports/2.txt"}


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, 6),
        ({"type": "control"}, 2),
        ({"type": "control,casualty", "frame": "holds"}, 6),
        ({"frame": "takes"}, 0),
        ({"stance": "denies"}, 1),
        ({"speaker": "BROOK"}, 5),
        ({"speaker": "resident"}, 1),
        ({"speaker": "%"}, 0),
        ({"actor": "LEAGUE"}, 6),
        ({"actor": "brook"}, 5),
        ({"place": "saltgate"}, 2),
        ({"place": "COPPER ROW"}, 2),
        ({"publisher": "longline wire"}, 3),
        ({"publisher": "Eastbank Mirror"}, 3),
        ({"path": "reports"}, 6),
        ({"path": "copies/1.txt"}, 3),
        ({"path": "report"}, 0),
        ({"ref": "r1"}, 3),
        ({"doc": small(2).document.id[:20]}, 3),
        ({"doc": small(2).document.id[7:20]}, 3),
        ({"since": "2031-01-03"}, 3),
        ({"until": "2031-01-02"}, 3),
        ({"since": "2031", "until": "2031-01"}, 6),
        ({"since": "2032"}, 0),
        ({"published-since": "2031-01-03"}, 3),
        ({"published-until": "2031-01-02"}, 3),
        ({"text": '"held" 2'}, 4),
        ({"text": '"holds copper"'}, 2),
        ({"text": "?!"}, 0),
        ({"own": "yes"}, 2),
        ({"own": "false"}, 4),
        ({"min_chains": "1"}, 6),
        ({"min_chains": "9"}, 0),
        ({"as_of": "2031-01-02"}, 3),
        ({"known_by": "2031-01-02"}, 3),
        ({"known_by": "2031"}, 6),
        ({"recorded_by": "2020-01-01"}, 0),
        ({"recorded_by": "2099-01-01T00:00:00+02:00"}, 6),
        ({"limit": "2"}, 2),
        ({"limit": "4", "offset": "4"}, 2),
        ({"limit": "4", "offset": "4", "min_chains": "1"}, 2),
        ({"type": "  "}, 6),
    ],
)
def test_filters(filled: Ledger, params: dict[str, str], expected: int) -> None:
    assert len(_ids(filled, **params)) == expected


def test_open_and_unknown_times(ledger: Ledger) -> None:
    reading = small(1)
    times = (ValidTime(), ValidTime("2031-01-05", None), ValidTime(None, "2031-01-05"))
    held = tuple(replace(claim, valid=valid) for claim, valid in zip(reading.claims or (), times, strict=True))
    ledger.writer(RUN).add(replace(reading, claims=held))
    assert _ids(ledger, as_of="2031-01-05") == [held[1].id, held[2].id]
    assert _ids(ledger, as_of="2040-01-01") == [held[1].id]
    assert _ids(ledger, until="2031-01-04") == [held[2].id]


@pytest.mark.parametrize(
    "params",
    [
        {"sort": "date"},
        {"type": "war"},
        {"stance": "asserts,shouts"},
        {"since": "yesterday"},
        {"since": "2031-02-30"},
        {"since": "20310203"},
        {"known_by": "2031-01-01T00:00:00"},
        {"recorded_by": "2031-01-01T25:00"},
        {"own": "perhaps"},
        {"limit": "-1"},
        {"limit": "many"},
        {"offset": "9" * 30},
    ],
)
def test_a_mistake_is_named(params: dict[str, str]) -> None:
    (name,) = params
    with pytest.raises(OptionError) as caught:
        ClaimFilter.from_params(params)
    assert caught.value.where == name
    assert caught.value.remedy


def test_chains_count_origins_and_not_copies(ledger: Ledger) -> None:
    writer = ledger.writer(RUN)
    for number, speaker in ((2, "Ana Brook"), (4, "Ivo Stern")):
        reading = small(number)
        held = tuple(
            replace(claim, proposition="proposition:same", own=False, speaker=replace(claim.speaker, name=speaker, actor=None))
            for claim in reading.claims or ()
        )
        paper = replace(reading.document.metadata, publisher=f"The paper of {speaker}", publisher_id=None)
        writer.add(replace(reading, claims=held, document=replace(reading.document, metadata=paper)))
    assert {tuple(row["chains"]) for row in claims(ledger)} == {(2, 2)}
    assert {tuple(row["chains"]) for row in claims(ledger, ClaimFilter(known_by="2031-01-03"))} == {(1, 1)}
    assert len(_ids(ledger, min_chains="2")) == 6


def test_one_claim_with_what_is_behind_it(filled: Ledger) -> None:
    reading = small(1)
    claim = (reading.claims or ())[0]
    found = one(filled, claim.id[:14])
    assert found["quote"] == reading.document.text[claim.start : claim.end]
    offset = claim.start - found["context"]["start"]
    assert found["context"]["text"][offset:].startswith(found["quote"])
    assert [pair["kind"] for pair in found["contradictions"]] == ["denial", "figure"]
    assert found["contradictions"][0]["other"]["stance"] == "denies"
    assert [judged["act"] for judged in found["judgements"]] == ["accept", "correct"]
    assert found["judgements"][1]["value"] == {"type": "attack"}
    assert [pair["doc"]["path"] for pair in found["reprints"]] == ["reports/2.txt"]
    assert found["run"]["id"] == RUN.id
    assert found["current"] is True
    assert found["id"] == one(filled, claim.id.partition(":")[2])["id"]


def test_the_attributions_of_a_claim_go_outward_and_a_circle_ends(ledger: Ledger) -> None:
    reading = small(1)
    first, second, third = reading.attributions or ()
    layer = (replace(first, parent=second.id), replace(second, parent=first.id, content=(Span(0, 4),)), third)
    held = tuple(replace(claim, attribution=first.id) for claim in reading.claims or ())
    ledger.writer(RUN).add(replace(reading, attributions=layer, claims=held))
    found = one(ledger, held[0].id)
    assert [outer["id"] for outer in found["attributions"]] == [first.id, second.id]
    assert found["attributions"][1]["content"] == [[0, 4]]


def test_an_id_must_name_one_claim(filled: Ledger) -> None:
    for prefix in ("", "claim:zzz", "%"):
        with pytest.raises(UnknownIdError, match="no claim"):
            one(filled, prefix)
    with pytest.raises(UnknownIdError, match="several claims") as caught:
        one(filled, "claim:")
    assert (small(1).claims or ())[0].id in str(caught.value) or "and more" in str(caught.value)
    with pytest.raises(UnknownIdError, match="redacted"):
        one(filled, (small(3).claims or ())[0].id)


def test_contradictions_by_the_claims_they_touch(filled: Ledger) -> None:
    assert [row["id"] for row in contradictions(filled)] == ["contradiction:1"]
    both = list(contradictions(filled, look_alikes=True))
    assert [row["not"] for row in both] == [False, True]
    assert set(both[0]) == {"id", "kind", "a", "b", "why", "not"}
    assert len(list(contradictions(filled, ClaimFilter(stance=("denies",))))) == 1
    assert list(contradictions(filled, ClaimFilter(place="Nowhere"))) == []
    assert list(contradictions(filled, ClaimFilter(offset=1))) == []


def test_reprints_are_pairs_of_paths(filled: Ledger) -> None:
    rows = list(reprints(filled))
    assert [(row["a"], row["b"]) for row in rows] == [
        ("reports/1.txt", "copies/1.txt"),
        ("reports/1.txt", "reports/2.txt"),
        ("copies/1.txt", "reports/2.txt"),
    ]
    assert rows[0]["containment"] == 1.0
    assert rows[0]["earliest"] is None
    assert rows[1]["passages"] == [[0, 10, 5, 15], [20, 30, 25, 35]]
    assert rows[1]["earliest"] == "reports/1.txt"


def test_overview_counts(filled: Ledger) -> None:
    found = overview(filled)
    assert (found["documents"], found["appearances"], found["claims"], found["failures"]) == (3, 4, 6, 1)
    assert found["stances"] == {"asserts": 5, "denies": 1}
    assert list(found["types"]) == ["casualty", "control"]
    assert found["publishers"] == {"Longline Wire": 2, "Eastbank Mirror": 1, "Harbour Courier": 1}
    assert (found["contradictions"], found["look_alikes"], found["contradiction_kinds"]) == (1, 1, {"denial": 1})
    assert found["published"] == {"first": "2031-01-02", "last": "2031-01-04"}


def test_answers_of_the_past_do_not_see_what_came_later(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = ledger.writer(RUN)
    with monkeypatch.context() as patched:
        patched.setattr("reportedly.clock.stamp", lambda _moment: "2031-06-01T10:00:00Z")
        writer.add(small(1))
        past = list(claims(ledger, ClaimFilter(recorded_by="2031-06-01")))
        patched.setattr("reportedly.clock.stamp", lambda _moment: "2031-06-02T10:00:00Z")
        writer.add(elsewhere(small(1), path="later.txt"))
        writer.add(denied(small(2)))
    assert list(claims(ledger, ClaimFilter(recorded_by="2031-06-01"))) == past
    assert list(claims(ledger, ClaimFilter(recorded_by="2031-06-01T12:00:00Z"))) == past
    assert len(_ids(ledger)) == 6
    redact(ledger, small(2).document.id, reason="asked", by="editor")
    assert list(claims(ledger, ClaimFilter(recorded_by="2031-06-01"))) == past

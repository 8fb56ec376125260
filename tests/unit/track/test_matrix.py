from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import DataError
from reportedly.track.confirming import Rule, load_rules
from reportedly.track.matrix import Text, matrix_of
from reportedly.track.mirrors import Mirror, mirror_track
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20", related=lambda one, other: one[:5] == other[:5])


def act(number: int, frame: str, by: str = "a clerk", day: str = "2031-05-01", **more: Any) -> Seen:  # noqa: ANN401 - fields of a claim
    fields = {"type": "position", "party": "NORTH", "matter": "the truce"} | more
    return told(number, frame, day, by, **{name: value for name, value in fields.items() if value})


def texts(*seen: Seen, rules: tuple[Rule, ...] = (), need: int = 1) -> list[Text]:
    return list(matrix_of(rules).build(seen, Glass("2031-05-20", need, related=GLASS.related)))


@pytest.mark.parametrize(
    ("also", "alike"),
    [
        (act(2, "rejects", matter="a ceasefire"), True),
        (act(2, "accepts", matter="to agree to the ceasefire in the valley"), True),
        (act(2, "accepts", day="2031-05-09"), False),  # another truce, for all that is told
        (act(2, "accepts", matter="the mill plan"), False),
        (act(2, "accepts", matter="the mill plan", agreement="g:1"), True),  # told as one plan by its page
        (act(2, "condemns", matter="violations of the truce"), False),
        (act(2, "confirms", matter="no agreement"), False),
        (act(2, "proposes", type="proposal", matter="a truce", proposer="SOUTH", party=""), True),
    ],
)
def test_acts_are_on_one_text_by_its_words_its_page_and_time(also: Seen, alike: bool) -> None:  # noqa: FBT001 - a column
    rows = texts(act(1, "accepts", agreement="g:1"), also)
    assert any(len(row.ids) == 2 for row in rows) is alike


@pytest.mark.parametrize(("matter", "start", "alike"), [("it", 300, True), ("", 300, True), ("it", 3000, False), ("the mill", 300, False)])
def test_an_act_on_it_is_one_on_the_text_told_before(matter: str, start: int, alike: bool) -> None:  # noqa: FBT001 - a column
    first, later = act(1, "accepts"), act(2, "walks-away", party="SOUTH", matter=matter)
    claim = replace(later.claim, start=start, end=start + 1)
    later = replace(later, held=replace(first.held, claim=claim))
    (row,) = texts(first, later)
    assert (len(row.ids), row.referred) == ((2, (claim.id,)) if alike else (1, ()))
    assert texts(later) == []


def test_a_cell_tells_both_words_and_a_lens_only_weakens() -> None:
    seen = [
        act(1, "accepts", "north"),
        act(2, "rejects", day="2031-05-02"),
        act(3, "backs", party="SOUTH"),
        act(4, "accepts", "a mate"),
    ]
    (row,) = texts(*seen)
    cells = {cell.party: (cell.state, cell.by, cell.own, cell.others, [each.act for each in cell.acts]) for cell in row.cells}
    assert cells == {
        "North": ("differ", "both", "accepts", "rejects", ["accepts", "accepts", "rejects"]),
        "South": ("for", "others' word", None, "backs", ["backs"]),
    }
    assert row.state == "divided"
    assert [{cell.party: cell.state for cell in each.cells} for each in texts(*seen, need=2)] == [{"North": "differ", "South": "unknown"}]


def test_exchanging_the_parties_exchanges_their_cells() -> None:
    def cells(one: str, other: str) -> dict[str, tuple[str, str | None]]:
        (row,) = texts(act(1, "accepts", one.lower(), party=one), act(2, "rejects", one.lower(), party=other))
        return {cell.actor or "": (cell.state, cell.by) for cell in row.cells}

    there, back = cells("NORTH", "SOUTH"), cells("SOUTH", "NORTH")
    assert there == {{"NORTH": "SOUTH", "SOUTH": "NORTH"}[name]: cell for name, cell in back.items()}


@pytest.mark.parametrize(
    ("rule", "seen", "missing"),
    [
        (Rule("r", ("NORTH",)), [act(1, "accepts", "north")], ()),
        (Rule("r", ("NORTH",)), [act(1, "accepts")], ("NORTH",)),
        (Rule("r", ("NORTH",), own=False), [act(1, "accepts")], ()),
        (Rule("r", ("NORTH", "SOUTH")), [act(1, "accepts", "north")], ("SOUTH",)),
        (Rule("r", ("NORTH",)), [act(1, "accepts", "north"), act(2, "rejects", "north", "2031-05-02")], ("NORTH",)),
        (Rule("r", ("NORTH",)), [act(1, "accepts", "north", stance="plans")], ("NORTH",)),
        (Rule("r", ("NORTH",), acts=("signs",)), [act(1, "accepts", "north")], ("NORTH",)),
        (Rule("r", ("NORTH",), texts=("roadmap",)), [act(1, "accepts", "north")], None),
    ],
)
def test_a_rule_of_a_user_says_whose_word_is_missing(rule: Rule, seen: list[Seen], missing: tuple[str, ...] | None) -> None:
    (row,) = texts(*seen, rules=(rule,))
    assert [ruling.missing for ruling in row.rulings] == ([] if missing is None else [missing])


def test_rules_are_data(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text("- name: until the north says so\n  until: [NORTH]\n  texts: [truce]\n  own: false\n", encoding="utf-8")
    assert load_rules(path) == (Rule("until the north says so", ("NORTH",), ("truce",), own=False),)
    path.write_text("- name: nobody\n  until: []\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"rules.yaml:1.*nobody has to confirm"):
        load_rules(path)


def charge(number: int, speaker: str, accused: str, day: str = "2031-05-01", frame: str = "breaches") -> Seen:
    return told(number, frame, day, speaker, type="compliance", party=accused, matter="the truce")


@pytest.mark.parametrize(
    ("seen", "near"),
    [
        ([charge(1, "north", "SOUTH"), charge(2, "south", "NORTH", "2031-05-04")], 3),
        ([charge(1, "north", "SOUTH"), charge(2, "south", "NORTH FLEET", "2031-05-01", "backtracks")], 0),
        ([charge(1, "north", "SOUTH"), charge(2, "south", "NORTH", frame="accuses")], None),
        ([charge(1, "north", "SOUTH"), charge(2, "south", "EAST")], None),
        ([charge(1, "a clerk", "SOUTH"), charge(2, "south", "NORTH")], None),
    ],
)
def test_mirror_pairs_are_charges_of_the_same_both_ways(seen: list[Seen], near: int | None) -> None:
    rows: list[Mirror] = list(mirror_track().build(seen, GLASS))
    assert [row.near for row in rows] == ([] if near is None else [near])
    if rows:
        assert ({rows[0].a, rows[0].b}, rows[0].state) == ({"South", "North" if near else "North Fleet"}, "mirror")
        assert [row.state for row in mirror_track().build(seen, Glass("2031-05-20", 2, related=GLASS.related))] == ["unknown"]

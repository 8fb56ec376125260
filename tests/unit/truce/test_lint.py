from __future__ import annotations

from reportedly.truce.lint import lint
from tests.unit.truce.agreements import WEIR, agreement


def found(text: str = WEIR) -> set[tuple[str, str | None, str]]:
    return {(each.kind, each.term, each.what) for each in lint(agreement(text))}


def test_what_a_text_leaves_open_is_listed_and_nothing_else() -> None:
    assert found() == {
        ("missing", None, "timing: how long it is for"),
        ("unstated", None, "it is silent on: how breaches are settled"),
        ("ambiguous", "S1.a", "it depends on the reading: narrow, wide"),
        ("uncited", "S1.a", "no words of a text are cited for it"),
        ("uncited", "S1.b", "no words of a text are cited for it"),
        ("unstated", "S1.c", "where"),
        ("unstated", "S1.c", "by when: without a deadline nobody can be said to have missed it"),
        ("unverifiable", "S1.c", "no type of claim bears on report_violations: a person has to say which claims do"),
        ("unstated", "S2.a", "who is to do it"),
        ("unstated", "S2.a", "where"),
        ("uncited", "S2.a", "no words of a text are cited for it"),
        ("unstated", "S2.b", "who it is for"),
        ("unstated", "S2.b", "where"),
        ("uncited", "S2.b", "no words of a text are cited for it"),
    }


def test_each_thing_taken_out_is_missed() -> None:
    for old, new, what in (
        ("from: 2018-10-13T18:00\nin_force: {accepted: [NORTH, SOUTH]}\n", "", "what puts it in force"),
        ("must_not: military_operations", "must: lull", "prohibited acts"),
        ("must: report_violations", "must: renew", "settling of disputes and breaches"),
        ("must: withdraw_heavy_weapons", "must: lull", "separation of forces"),
        ("must: convoys_enter", "must: lull", "humanitarian access"),
        ("date: 2017-05-01", "date: unstated", "on whose authority, or since when, LANTERN is left out"),
        ("duty: S1.c", "duty: unstated", "what LEAGUE owes as guarantor"),
        ('buffer: {op: ">=", n: 2, unit: km}, ', "", "how far around QUARRY-ROAD the zone road reaches"),
        ("who: [NORTH, SOUTH], where: box, ", "who: [NORTH, SOUTH], ", "it waits for S1.a to hold, of which the zone is not stated"),
    ):
        text = WEIR.replace(old, new)
        if what.startswith("it waits"):
            text = text.replace("must: convoys_enter, who: unstated", "must: convoys_enter, when: {held: S1.a, for: P7D}, who: unstated")
        assert text != WEIR
        assert what in {told for _, _, told in found(text)} - {told for _, _, told in found()}


def test_findings_name_their_lines() -> None:
    lines = WEIR.split("\n")
    for each in lint(agreement()):
        if each.term is not None:
            assert f"id: {each.term}," in lines[each.line - 1]

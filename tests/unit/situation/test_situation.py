"""A report: every sentence with what it rests on, the same for the same question, and the same for both sides."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly import clock
from reportedly.errors import OptionError
from reportedly.model import Argument, Claim, Contradiction, HeldClaim, Speaker
from reportedly.model.plain import plain
from reportedly.packs import read_packs
from reportedly.situation import Question, Report, html, markdown, question_of, situation
from reportedly.store import Ledger
from reportedly.track.seen import Seen
from tests.strategies import RUN
from tests.unit.changes.turns import FIRST, SECOND, reading

PACK = read_packs((str(Path(__file__).parents[3] / "examples" / "ilmarra" / "pack"),)).pack
ASKED = question_of("2018-10-09", "2018-10-14")
OTHER = {"COR-GOV": ("VDC", "Vdc"), "VDC": ("COR-GOV", "Cor-Gov")}


def turned(seen: Sequence[Seen]) -> list[Seen]:
    """Return claims with the two sides exchanged throughout."""
    return [Seen(replace(one.held, claim=_turned(one.claim)), one.known) for one in seen]


def _turned(claim: Claim) -> Claim:
    args = tuple((role, _other(argument)) for role, argument in claim.args)
    actor = claim.speaker.actor
    speaker = Speaker(OTHER[actor][0].lower(), OTHER[actor][0]) if actor in OTHER else claim.speaker
    return replace(claim, args=args, speaker=speaker, chain=(claim.chain[0], speaker.name))


def _other(argument: Argument) -> Argument:
    actor, name = OTHER.get(argument.actor or "", (argument.actor, argument.name))
    return replace(argument, actor=actor, name=name)


def written(folder: Path, first: Sequence[Seen], second: Sequence[Seen], asked: Question = ASKED) -> Report:
    """Return the report on a ledger of two readings."""
    with pytest.MonkeyPatch.context() as patch, Ledger.open(folder / "l.db") as ledger:
        patch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC))
        ledger.writer(RUN).add(reading(1, first, "2018-10-11"))
        ledger.writer(RUN).add(reading(2, second, "2018-10-13"))
        pair = Contradiction("contradiction:1", "control", first[0].claim.id, second[0].claim.id, "one place, two holders")
        ledger.writer(RUN).link([], [pair])
        return situation(ledger, asked, pack=PACK)


@pytest.fixture(name="found", scope="module")
def _found(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return written(tmp_path_factory.mktemp("situation"), FIRST, SECOND)


def sentences(report: Report) -> Iterator[str]:
    """Yield all that a report says."""
    return (line.text for section in report.sections for line in section.lines)


def test_every_sentence_has_what_it_rests_on(found: Report) -> None:
    numbers = {note.number for note in found.notes}
    for section in found.sections:
        for line in (*section.lines, *([section.rest] if section.rest else [])):
            assert line.notes or line.listed, line.text
            assert set(line.notes) <= numbers
            assert line.text.endswith((".", ":"))
            assert "{" not in line.text
    assert [note.number for note in found.notes] == list(range(1, len(found.notes) + 1))
    assert all(note.words and note.publisher and note.published for note in found.notes)


def test_it_says_who_says_what(found: Report) -> None:
    told = list(sentences(found))
    assert any("A clerk" in each or "“a clerk”" in each for each in told)
    assert any(each.startswith("“Harbour Watch” (in Longline Wire) reported ") for each in told)
    assert any(each.startswith("Who holds it: 2 claims; missing to settle it: ") for each in told)
    assert any("gave at least 9, for 2018-10-12." in each for each in told)
    assert not any(each.startswith(("Vdc took", "Cor-Gov holds")) for each in told)


def test_swapping_the_sides_swaps_the_report_and_nothing_else(found: Report, tmp_path: Path) -> None:
    swapped = written(tmp_path, turned(FIRST), turned(SECOND))

    def exchanged(text: str) -> str:
        for one, other in (("Cor-Gov", "Vdc"), ("cor-gov", "vdc"), ("COR-GOV", "VDC")):
            text = text.replace(one, "\0").replace(other, one).replace("\0", other)
        return text.replace(swapped.head, found.head).casefold()

    assert [exchanged(each) for each in sentences(swapped)] == [each.casefold() for each in sentences(found)]


def test_the_same_question_gives_the_same_bytes(found: Report, tmp_path: Path) -> None:
    again = written(tmp_path, FIRST, SECOND)
    assert (markdown(again), html(again), json.dumps(plain(again))) == (markdown(found), html(found), json.dumps(plain(found)))


def test_an_empty_window_says_so(tmp_path: Path) -> None:
    asked = question_of("2001", "2001")
    empty = written(tmp_path, FIRST, SECOND, asked)
    assert [section.id for section in empty.sections] == ["summary", "method", "left"]
    assert next(sentences(empty)).startswith("No claim of the window passes.")
    assert "No sentence rests on a claim." in html(empty)


def test_markup_in_a_name_is_text(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> [x](javascript:0) `y` *z*"
    first = [
        Seen(HeldClaim(replace(FIRST[0].claim, speaker=Speaker(hostile), chain=(hostile,)), "d", "x", None, hostile), "2018-10-10"),
        *FIRST[1:],
    ]
    found = written(tmp_path, first, SECOND)
    assert "<script>" not in html(found)
    assert "[x](" not in markdown(found)
    assert "<script>" not in markdown(found)


@pytest.mark.parametrize(
    ("begin", "until", "more"),
    [
        ("2018-10-14", "2018-10-09", {}),
        ("soon", "2018", {}),
        ("", "2018", {}),
        ("2018", "2018", {"agreements": ["none"]}),
        ("2018", "2018", {"places": ["x" * 300]}),
    ],
)
def test_questions_that_are_none(begin: str, until: str, more: dict[str, list[str]]) -> None:
    with pytest.raises(OptionError):
        question_of(begin, until, **more)  # type: ignore[arg-type]  # names of lists


def test_a_month_is_all_of_it() -> None:
    asked = question_of("2016-02", "2016-02")
    assert (asked.begin, asked.until, asked.view.as_of, asked.view.known_by) == ("2016-02-01", "2016-02-29", "2016-02-29", "2016-02-29")

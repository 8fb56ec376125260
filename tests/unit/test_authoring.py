from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.adding import add
from reportedly.authoring import _SHARE, _drawn, check, in_ledger, sentence
from reportedly.codebook import load_codebook
from reportedly.codebook.check import check_entries
from reportedly.errors import OptionError
from reportedly.model import Claim
from reportedly.pipeline import Settings
from reportedly.query import overview
from reportedly.store import Ledger, head
from tests.drawing import page
from tests.unit.codebook.test_extend import OWN, TEXT, written

RULES = Settings(model=None)


def told(tmp_path: Path, text: str) -> list[str]:
    """Return the mistakes of a file whose text is given, as they are printed."""
    return [str(flaw) for flaw in check((str(written(tmp_path, text)),), RULES)[1]]


def another(name: str, verb: str, example: str) -> str:
    """Return a frame of another verb, with an example: the lines of a list of frames."""
    words = OWN.replace("id: ferries", f"id: {name}").replace("[ferry]", f"[{verb}]").partition("frames:\n")[2]
    return words.partition("      - {text")[0] + f"      - {{{example}}}\n"


ENTRIES = [
    (OWN.replace("prep:across|over", "preposition:across"), 8, None, "is no slot"),
    (OWN.replace("[ferry]", "[any]"), 8, "ferries", "would be every verb, so it matches everything"),
    (OWN.replace("[ferry]", "[ferried over]"), 8, "ferries", "not one word in lower case"),
    (
        OWN.replace('water: ["prep:across|over"]', "mover: [obj]").replace("mover: [subj], ", ""),
        8,
        "ferries",
        "never fills the required water",
    ),
    (OWN.replace("{mover} ferried", "{boat} ferried"), 3, "ferries", "names {boat}, which is no role"),
    (OWN.partition("    examples:")[0], 3, "ferries", "has no example"),
    (OWN.replace("[ferry]", "[ferry, take, be]"), 8, "ferries", "be, take with no condition"),
    (OWN.replace("id: ferries", "id: killed"), 3, "killed", "is in the codebook that ships already"),
]


@pytest.mark.parametrize(("text", "line", "entry", "words"), ENTRIES)
def test_a_mistake_names_file_line_entry_example_and_remedy(tmp_path: Path, text: str, line: int, entry: str | None, words: str) -> None:
    path = written(tmp_path, text)
    (found,) = [flaw for flaw in check_entries((str(path),)).flaws if words in flaw.what]
    assert (found.where, found.entry) == (f"{path}:{line}", entry)
    assert found.remedy
    if entry is not None and "example" not in words:
        assert found.example == "The brigade ferried across the river."


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    second = OWN.partition("frames:\n")[2].replace("ferries", "rows").replace("{mover: [subj]", "{rower: [subj]")
    third = OWN.partition("frames:\n")[2].replace("ferries", "sails").replace("[subj]", "[subject]")
    lines = [flaw.where.rpartition(":")[2] for flaw in check_entries((str(written(tmp_path, OWN + second + third)),)).flaws]
    assert lines == ["19", "28"]


PUNTED = 'text: "The brigade punted across the river."'
WRONG = (
    (22, "rows", "row", 'text: "The brigade sang beside the river."', "it is not drawn from its example"),
    (32, "sails", "sail", 'text: "The brigade sailed across the river.", stance: denies', "the stance is asserts, not denies"),
    (42, "hikes", "hike", 'text: "The brigade hiked across the river.", args: {water: the lake}', "water is the river, not the lake"),
    (53, "punts", "punt", f"{PUNTED}}}\n      - {{{PUNTED}, drawn: false", "drawn from an example that says it is not"),
)
TWINS = "".join(another(name, "paddle", 'text: "The brigade paddled across the river."') for name in ("crosses", "passes"))


def test_examples_that_are_not_drawn_as_they_say_and_two_frames_of_the_same_words_are_mistakes_and_a_good_one_is_none(
    tmp_path: Path,
) -> None:
    wrong = "".join(another(*parts) for _, *parts, _ in WRONG)
    found = told(tmp_path, OWN + wrong + TWINS)
    for line, name, _, _, words in WRONG:
        (flaw,) = [flaw for flaw in found if f"frame {name}: " in flaw]
        assert words in flaw
        assert f"own.yaml:{line}]" in flaw
    twins = [flaw for flaw in found if "frame crosses: " in flaw or "frame passes: " in flaw]
    assert any("paddle evokes crosses (own.yaml:59) too, under the same conditions" in flaw for flaw in twins)
    assert len(twins) > 1  # of one of the two nothing is drawn
    assert len(found) == len(WRONG) + len(twins)


GREEDY = """type: movement
frames:
  - id: acts
    gloss: "{who} acted"
    priority: 9
    roles: {who: required any}
    triggers:
      - verb: [seize, kill, withdraw, reject, open, meet, attack, bomb, control, wound, advance]
        fill: {who: ["subj+obj"]}
    examples:
      - {text: "The brigade seized the ship."}
"""


@pytest.mark.no_cover
def test_a_frame_that_takes_what_others_have_is_refused_with_a_sentence(tmp_path: Path) -> None:
    wide, taken = told(tmp_path, GREEDY)
    assert "matches nearly everything" in wide
    assert "it contradicts takes-control" in taken
    assert "as in “" in taken


@pytest.mark.no_cover  # every line of it is met by shorter tests
def test_the_codebook_that_ships_has_no_mistake_and_no_frame_that_is_nearly_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, tuple[Claim, ...]] = {}
    monkeypatch.setattr("reportedly.authoring._drawn", lambda texts, settings: drawn.update(_drawn(texts, settings)) or drawn)
    checked, flaws = check((), RULES)
    assert [str(flaw) for flaw in flaws] == []
    counts = Counter(name for claims in drawn.values() for name in {claim.frame for claim in claims} if name != "says")
    own = {frame.id: len(frame.examples) for frame in checked.book.frames()}
    assert max((count - own[name]) / len(drawn) for name, count in counts.items()) < _SHARE


def test_a_sentence_tells_what_is_drawn_and_what_every_other_rule_lacks(tmp_path: Path) -> None:
    text = "The observers were refused entry to the quarter by the army."
    reading, tried = sentence(text, RULES)
    assert [claim.frame for claim in reading.claims or ()] == ["access-refused"]
    outcomes = {(text[one.start : one.end], one.frame): one.outcome for one in tried}
    assert outcomes["refused", "refuses"].startswith("nothing fills the required party")
    assert "should hold one of" in outcomes["were", "besieges"]
    assert "drawn" in {one.outcome for one in tried if one.frame == "access-refused"}
    own = replace(RULES, codebook=(str(written(tmp_path, OWN)),))
    assert [claim.frame for claim in sentence("They ferried across the lake.", own)[0].claims or ()] == ["ferries"]
    _, served = sentence("The army was hit by an attack of rebels on the mill.", RULES)
    assert all(one.outcome for one in served)


def test_what_is_drawn_is_what_the_trial_says_is_drawn() -> None:
    for frame in load_codebook().frames()[::6]:
        for example in frame.examples[:1]:
            reading, tried = sentence(example.text, RULES)
            said = {one.frame for one in tried if one.outcome == "drawn"}
            drawn = {claim.explanation.frame for claim in reading.claims or () if claim.explanation}
            assert drawn - {"says", "judges"} <= said


def test_a_frame_is_tried_on_a_ledger_before_it_is_kept(tmp_path: Path) -> None:
    own = replace(RULES, codebook=(str(written(tmp_path, OWN)),))
    with Ledger.open(tmp_path / "l.db") as ledger:
        texts = (TEXT, "The unit ferried over the lake. The army seized the village of Odrivar.", "Nothing moved at the mill.")
        add([replace(page(text), path=f"{n}.txt") for n, text in enumerate(texts)], ledger, RULES)
        before = head(ledger), overview(ledger)
        found = in_ledger(ledger, "ferries", own)
        assert (found.documents, found.holding, found.claims, found.fresh) == (3, 2, 2, 2)
        assert [e.path for e in found.examples] == ["0.txt", "1.txt"]
        assert all(e.words in texts[int(e.path[0])] for e in found.examples)
        taken = in_ledger(ledger, "takes-control", RULES)
        assert (taken.claims, taken.instead, taken.stances) == (2, {}, {"asserts": 2})
        assert in_ledger(ledger, "ferries", own, limit=1).documents == 1
        with pytest.raises(OptionError, match="no frame has the id"):
            in_ledger(ledger, "ferries", RULES)
        assert (head(ledger), overview(ledger)) == before

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.adding import add
from reportedly.authoring import check, in_ledger, sentence
from reportedly.codebook import load_codebook
from reportedly.codebook.check import check_entries
from reportedly.errors import OptionError
from reportedly.pipeline import Settings
from reportedly.query import overview
from reportedly.store import Ledger, head
from tests.drawing import page
from tests.unit.codebook.test_extend import OWN, TEXT, written

RULES = Settings(model=None)


def told(tmp_path: Path, text: str) -> list[str]:
    """Return the mistakes of a file whose text is given, as they are printed."""
    return [str(flaw) for flaw in check((str(written(tmp_path, text)),), RULES)[1]]


def test_a_good_entry_has_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, OWN) == []


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


def test_the_same_words_under_the_same_conditions_contradict_each_other(tmp_path: Path) -> None:
    twin = OWN.partition("frames:\n")[2].replace("id: ferries", "id: crosses")
    found, *others = told(tmp_path, OWN + twin)
    assert "ferry evokes ferries (own.yaml:8) too, under the same conditions" in found
    assert others  # of one of the two nothing is drawn


def test_an_example_that_is_not_drawn_as_it_says_is_a_mistake(tmp_path: Path) -> None:
    (missed,) = told(tmp_path, OWN.replace("The brigade ferried across", "The brigade sang beside"))
    assert "own.yaml:12]: frame ferries: it is not drawn from its example" in missed
    (stance,) = told(tmp_path, OWN.replace('river."}', 'river.", stance: denies}'))
    assert "the stance is asserts, not denies" in stance
    (unwanted,) = told(tmp_path, OWN + '      - {text: "The brigade ferried across a lake.", drawn: false}\n')
    assert "drawn from an example that says it is not" in unwanted
    (role,) = told(tmp_path, OWN.replace('river."}', 'river.", args: {water: the lake}}'))
    assert "water is the river, not the lake" in role


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


def test_a_frame_that_takes_what_others_have_is_refused_with_a_sentence(tmp_path: Path) -> None:
    wide, taken = told(tmp_path, GREEDY)
    assert "matches nearly everything" in wide
    assert "it contradicts takes-control" in taken
    assert "as in “" in taken


def test_the_codebook_that_ships_has_no_mistake_and_no_frame_that_is_nearly_everywhere() -> None:
    checked, flaws = check((), RULES)
    assert [str(flaw) for flaw in flaws] == []
    texts = [example.text for frame in checked.book.frames() for example in frame.examples]
    from reportedly.authoring import _SHARE, _drawn  # noqa: PLC0415

    drawn = _drawn(texts, RULES)
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

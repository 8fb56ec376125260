from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.codebook import codebook_of, load_codebook
from reportedly.errors import CodebookError
from reportedly.model import Reading
from reportedly.pipeline import Settings, read_batch, run_of
from reportedly.query import overview
from reportedly.store import Ledger, verify
from tests.drawing import page

OWN = """type: movement
frames:
  - id: ferries
    gloss: "{mover} ferried over {water}"
    priority: 5
    roles: {mover: required any, water: required any}
    triggers:
      - verb: [ferry]
        fill: {mover: [subj], water: ["prep:across|over"]}
        score: 0.9
    examples:
      - {text: "The brigade ferried across the river."}
"""
TEXT = "The brigade ferried across the river. The army seized the village of Odrivar on Tuesday."


def read(*files: Path) -> Reading:
    (found,) = read_batch([page(TEXT)], Settings(codebook=tuple(map(str, files))))
    assert isinstance(found, Reading)
    return found


def written(folder: Path, text: str, name: str = "own.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_ones_own_adds_frames_to_the_codebook_that_ships(tmp_path: Path) -> None:
    book = codebook_of((str(written(tmp_path, OWN)),))
    assert {f.id for f in book.frames()} == {f.id for f in load_codebook().frames()} | {"ferries"}
    assert book.digest != load_codebook().digest
    drawn = {claim.frame for claim in read(tmp_path / "own.yaml").claims or ()}
    assert drawn == {"ferries", "takes-control"}
    assert "ferries" not in {claim.frame for claim in read().claims or ()}


def test_a_folder_is_read_with_its_word_classes(tmp_path: Path) -> None:
    written(tmp_path, "boat_verb: ferry row sail\n", "classes.yaml")
    written(tmp_path, OWN.replace("[ferry]", '["@boat_verb"]'), "types/movement.yaml")
    (frame,) = (f for f in codebook_of((str(tmp_path),)).frames() if f.id == "ferries")
    assert frame.triggers[0].lemmas == {"ferry", "row", "sail"}


def test_another_codebook_is_another_run(tmp_path: Path) -> None:
    assert run_of(Settings(codebook=(str(written(tmp_path, OWN)),))).id != run_of(Settings()).id


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (OWN.replace("id: ferries", "id: takes-control"), 3, "is in the codebook that ships already"),
        ("type: movement\n", 1, "adds nothing"),
        ("type: movement\nthreshold: 7\n", 2, "no number from 0 to 1"),
        (OWN.replace("score: 0.9", "score: high"), 10, "no number from 0 to 1"),
        ("type: movement\nframes:\n  - 7\n", 3, "a mapping is expected"),
    ],
)
def test_what_does_not_fit_is_named_by_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(CodebookError, match=words) as caught:
        codebook_of((str(path),))
    assert caught.value.where == f"{path}:{line}"


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no YAML file"):
        codebook_of((str(tmp_path),))


def test_claims_under_the_threshold_of_their_type_are_set_apart_and_counted(tmp_path: Path) -> None:
    plain, strict = read(), read(written(tmp_path, "type: control\nthreshold: 0.99\n"))
    assert {c.type for c in strict.withheld} == {"control"}
    ids = [claim.id for claim in (*(strict.claims or ()), *strict.withheld)]
    assert sorted(ids) == sorted(claim.id for claim in plain.claims or ())
    assert plain.withheld == ()


def test_a_ledger_says_how_many_were_withheld(tmp_path: Path) -> None:
    settings = Settings(codebook=(str(written(tmp_path, "type: control\nthreshold: 0.99\n")),))
    strict = read(Path(settings.codebook[0]))
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.writer(run_of(settings)).add(strict)
        counts = overview(ledger)
        assert counts["withheld"] == len(strict.withheld) == 1
        assert counts["claims"] == len(strict.claims or ())
        assert verify(ledger).findings == ()
        assert ledger.view().reading(strict.document.id).claims == strict.claims


def test_no_type_of_the_codebook_that_ships_withholds_anything() -> None:
    assert {kind.threshold for kind in load_codebook().types} == {0.0}

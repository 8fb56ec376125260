from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportedly.codebook import CODEBOOK, load_codebook
from reportedly.codebook.document import codebook_page, pages
from reportedly.codebook.slots import known_slot
from reportedly.errors import CodebookError
from reportedly.model.claim import CLAIM_TYPES

GOOD = """type: route
definition: Roads.
frames:
  - id: cuts
    gloss: "{route} cut"
    roles: {route: required any}
    triggers:
      - verb: [cut]
        fill: {route: [obj]}
    examples:
      - {text: "The army cut the road."}
"""

MISTAKES = [
    ("type: route", "type: rout", 1, "no claim type"),
    ("roles: {route: required any}", "roles: {route: required sometimes}", 6, "no property of a role"),
    ("fill: {route: [obj]}", "fill: {road: [obj]}", 9, "no role of this frame"),
    ("fill: {route: [obj]}", "fill: {route: [objekt]}", 8, "no slot"),
    ("- verb: [cut]", "- verb: ['@nothing']", 8, "no word class"),
    ("- verb: [cut]", "- verb: [cut]\n        noun: [cut]", 8, "a trigger has one of"),
    ("    gloss:", "    glos:", 5, "unknown key"),
    ('gloss: "{route} cut"', 'gloss: "{route} cut"\n    stance: shouts', 6, "no stance"),
    ('gloss: "{route} cut"', 'gloss: "{route} cut"\n    counts: dogs', 6, "no role of this frame"),
    ("definition: Roads.", "definition: [Roads]", 2, "text is expected"),
]


def book_with(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "book"
    (folder / "types").mkdir(parents=True)
    for name in ("classes.yaml", "codebook.yaml"):
        shutil.copy(CODEBOOK / name, folder / name)
    (folder / "types" / "route.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_codebook_has_every_claim_type_with_frames_and_examples() -> None:
    book = load_codebook()
    assert [kind.id for kind in book.types] == list(CLAIM_TYPES)
    assert all(kind.frames for kind in book.types)
    bare = [frame.id for frame in book.frames() if frame.triggers and not frame.examples]
    assert bare == []


def test_a_good_file_loads(tmp_path: Path) -> None:
    (frame,) = load_codebook(book_with(tmp_path, GOOD)).frames()
    assert frame.triggers[0].fill == (("route", ("obj",)),)


@pytest.mark.parametrize(("right", "wrong", "line", "words"), MISTAKES)
def test_a_mistake_is_named_by_file_and_line(tmp_path: Path, right: str, wrong: str, line: int, words: str) -> None:
    folder = book_with(tmp_path, GOOD.replace(right, wrong))
    with pytest.raises(CodebookError, match=words) as caught:
        load_codebook(folder)
    assert caught.value.where == f"{folder / 'types' / 'route.yaml'}:{line}"


def test_two_frames_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = GOOD + GOOD.partition("frames:\n")[2]
    with pytest.raises(CodebookError, match="two frames have the id"):
        load_codebook(book_with(tmp_path, twice))


def test_slots_are_paths_of_known_steps() -> None:
    assert known_slot("obj/prep:of|over")
    assert not known_slot("obj/prep:")
    assert not known_slot("objects")


def test_every_frame_is_on_the_page_and_in_the_schema() -> None:
    book = load_codebook()
    page = codebook_page(book)
    made = pages()
    for frame in book.frames():
        assert f"### {frame.id}\n" in page
        assert f'"{frame.id}"' in made["schema/claim.json"]

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from reportedly.claim.gloss import figure_words
from reportedly.codebook import load_codebook
from reportedly.ids import document_id
from reportedly.model import Claim, Dated, Document, Metadata, Reading
from reportedly.model.frame import Example, Frame
from reportedly.pipeline import Settings, annotate

pytestmark = pytest.mark.no_cover  # every line of it is met by shorter tests
EXAMPLES = [(frame, example) for frame in load_codebook().frames() for example in frame.examples]


def page(text: str) -> Document:
    meta = Metadata(published=Dated(dt.date(2030, 5, 6), "argument"), publisher="Example Wire")
    return Document(document_id(text.encode()), "example.txt", text, text.encode(), meta)


@cache
def drawn() -> dict[str, tuple[Claim, ...]]:
    readings = annotate((page(example.text) for _, example in EXAMPLES), Settings())
    return {r.document.text: r.claims or () for r in readings if isinstance(r, Reading)}


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{f.id}:{e.line}" for f, e in EXAMPLES])
def test_an_example_of_the_codebook_is_drawn_as_it_says(frame: Frame, example: Example) -> None:
    found = [claim for claim in drawn()[example.text] if claim.frame == frame.id]
    assert bool(found) == example.drawn
    if not example.drawn:
        return
    claim = found[0]
    assert claim.type == frame.type
    if example.stance:
        assert claim.stance == example.stance
    if example.own is not None:
        assert claim.own == example.own
    told = {role: argument.name for role, argument in claim.args}
    assert {role: told.get(role) for role, _ in example.args} == dict(example.args)
    if example.figure:
        assert figure_words(claim.figures[0]) == example.figure

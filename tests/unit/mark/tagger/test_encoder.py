from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import OptionError
from reportedly.mark.tagger.decode import CONTENT, CUE
from reportedly.mark.tagger.encoder import Encoder, load_encoder
from reportedly.mark.tagger.file import read_model_file
from reportedly.model.span import Span

_TEXT = "The governor of Saltgate said on Monday that the bridge had been closed. “Nobody will cross it,” he added."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = load_encoder()
    assert found is not None
    return found


def test_who_said_what_is_found(encoder: Encoder) -> None:
    first = encoder.read(_TEXT).found[0]
    said = " ".join(_TEXT[a:b] for a, b in first.content)
    assert first.source is not None
    assert "governor" in _TEXT[first.source.start : first.source.end]
    assert _TEXT[first.cue.start : first.cue.end].startswith("said")
    assert "the bridge had been closed" in said


def test_the_same_text_gives_the_same_whatever_was_read_before(encoder: Encoder) -> None:
    alone = encoder.read(_TEXT)
    encoder.read("Something else. " * 200)
    again = encoder.read(_TEXT)
    assert alone.found == again.found


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "." * 3000, "word" * 5000])
def test_a_text_without_speech_is_no_trouble(encoder: Encoder, text: str) -> None:
    assert encoder.read(text).found == []


def test_a_long_text_is_read_to_its_end(encoder: Encoder) -> None:
    text = "The river was low that year and nothing moved on it. " * 120 + _TEXT
    assert any(tagged.cue.start >= len(text) - len(_TEXT) for tagged in encoder.read(text).found)


def test_chances_are_asked_by_place(encoder: Encoder) -> None:
    opinion = encoder.read(_TEXT)
    at = _TEXT.index("said")
    assert opinion.chance(CUE, Span(at, at + 4)) > 0.5 > opinion.chance(CONTENT, Span(at, at + 4))
    assert opinion.chance(CUE, Span(0, 0)) == 0


@settings(max_examples=15, deadline=None)
@given(st.text(st.sampled_from('said The army "that\n“”«» .,'), max_size=400))
def test_spans_lie_in_the_text_and_hold_something(text: str) -> None:
    found = load_encoder()
    assert found is not None
    for tagged in found.read(text).found:
        assert all(0 <= a < b <= len(text) for a, b in (*tagged.content, tagged.cue, *([tagged.source] if tagged.source else [])))
        assert 0 <= tagged.score <= 1.0001


def test_nothing_that_reports_its_use_is_loaded(encoder: Encoder) -> None:
    assert encoder.version
    assert sys.modules.get("openvino_telemetry") is None


def test_a_precision_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_PRECISION", "f16")
    with pytest.raises(OptionError, match="REPORTEDLY_PRECISION"):
        Encoder(read_model_file(), "here")


def test_the_precision_is_part_of_the_version(encoder: Encoder) -> None:
    assert encoder.version.endswith(" f32")

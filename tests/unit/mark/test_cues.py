from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import DataError
from reportedly.mark.cues import load_cues


@pytest.mark.parametrize("lemma", ["say", "tell", "announce", "deny", "add", "stress", "warn"])
def test_verbs_of_speech_are_speech(lemma: str) -> None:
    cue = load_cues().get(lemma, "clause")
    assert cue is not None
    assert cue.speech


@pytest.mark.parametrize(("lemma", "pattern"), [("believe", "clause"), ("want", "infinitive"), ("fear", "clause"), ("think", "clause")])
def test_verbs_of_belief_and_wish_are_no_speech(lemma: str, pattern: str) -> None:
    cue = load_cues().get(lemma, pattern)
    assert cue is not None
    assert not cue.speech


@pytest.mark.parametrize("lemma", ["attack", "fire", "hit", "shoot", "capture", "shell", "strike"])
def test_words_of_fighting_are_no_cues(lemma: str) -> None:
    table = load_cues()
    assert not [pattern for pattern in ("clause", "object", "about.at", "about.on", "passive") if table.get(lemma, pattern)]


def test_every_score_is_a_share() -> None:
    assert all(0 < cue.score <= 1 for cue in load_cues().rows.values())


@pytest.mark.parametrize(
    "text",
    [
        "say: {clause: 0.9}",
        "say: {speech: true, clause: 1.9}",
        "say: {speech: true, clause: high}",
        "say: {speech: maybe, clause: 0.5}",
        "- say",
    ],
)
def test_a_mistake_is_named_by_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cues.yaml"
    path.write_text(text + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"cues\.yaml:1"):
        load_cues(path)

"""The tool that scores segments and metadata, on an invented page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import segments

TOLD = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning."
TEXT = f"Mill cut off\n\n{TOLD}\n\nContact us"


@pytest.fixture(name="gold")
def _gold(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    at = TEXT.index("Contact")
    cut = [("headline", 0, 12), ("body", 14, at), ("licence", at, len(TEXT))]
    meta = {
        "title": "Mill cut off",
        "byline": ["Jo"],
        "publisher": None,
        "published": None,
        "section": None,
        "original_source": None,
        "lang": "en",
    }
    pages = [
        {"set": "seeds", "ref": "a.txt", "segments": [{"kind": k, "start": s, "end": e} for k, s, e in cut], "meta": meta},
        {"set": "seeds", "ref": "b.txt", "segments": []},
        {"set": "fa-kes", "ref": 3, "segments": []},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(page) + "\n" for page in pages), encoding="utf-8")
    return path


def test_characters_and_fields_are_compared_and_what_is_absent_is_said(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = gold.with_name("out.json")
    assert segments.main([str(gold.parent), str(gold), "--wrong", "--json", str(out)]) == 3
    shown = capsys.readouterr()
    right = len("".join(TEXT.split())) - len("Contactus")
    assert json.loads(out.read_text(encoding="utf-8"))["a.txt"][0] == f"{100 * right / (right + 9):.1f}"
    assert "want licence, given navigation: Contact us" in shown.out
    assert "byline: want ['Jo'], given []" in shown.out
    assert "b.txt is not there" in shown.err
    assert "left out: 3: the table of articles is not there" in shown.err


def test_without_gold_it_is_skipped_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert segments.main([str(tmp_path), str(tmp_path / "none.jsonl")]) == 3
    assert "there is no gold" in capsys.readouterr().err

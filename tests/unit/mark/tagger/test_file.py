from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reportedly.errors import ModelFileError
from reportedly.mark.tagger.encoder import Encoder, load_encoder
from reportedly.mark.tagger.file import CARD, FORMAT, MODEL_FILE, ModelFile, read_model_file, write_model_file

HELD = ModelFile(b"graph", "{}", {"format": FORMAT, "name": "invented", "version": "7"})
_LARGEST = 50_000_000


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_model_file(tmp_path / "m", HELD)
    assert read_model_file(tmp_path / "m") == HELD
    assert HELD.version == "invented 7"


def test_equal_contents_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_model_file(tmp_path / name, HELD)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_file_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    write_model_file(tmp_path / "m", HELD)
    data = (tmp_path / "m").read_bytes()
    (tmp_path / "m").write_bytes(data[: int(share * len(data))])
    with pytest.raises(ModelFileError, match=r"R502 .*cut short"):
        read_model_file(tmp_path / "m")


def test_a_flipped_byte_is_found(tmp_path: Path) -> None:
    write_model_file(tmp_path / "m", HELD)
    data = (tmp_path / "m").read_bytes()
    (tmp_path / "m").write_bytes(
        data.replace(b"graph", b"grape", 1) if data.count(b"graph") == 1 else data.replace(b"graph\x50", b"grape\x50")
    )
    with pytest.raises(ModelFileError):
        read_model_file(tmp_path / "m")


@pytest.mark.parametrize("card", ["[]", "{}", '{"format": 99, "name": "x", "version": "1"}', "not json"])
def test_a_foreign_archive_is_refused(tmp_path: Path, card: str) -> None:
    with zipfile.ZipFile(tmp_path / "m", "w") as archive:
        archive.writestr(CARD, card)
        archive.writestr("graph.onnx", b"")
        archive.writestr("tokenizer.json", "{}")
    with pytest.raises(ModelFileError):
        read_model_file(tmp_path / "m")


def test_a_file_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="missing — put back the file"):
        read_model_file(tmp_path / "none")


def test_a_graph_that_cannot_run_is_refused() -> None:
    with pytest.raises(ModelFileError, match="cannot be used"):
        Encoder(HELD, "here")


def test_without_a_model_file_the_reason_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert load_encoder(tmp_path / "none") is None
    assert load_encoder(tmp_path / "none") is None
    assert len(caplog.records) == 1
    assert "R502" in caplog.text


def test_the_file_that_ships_is_small_enough_and_says_what_it_is() -> None:
    assert MODEL_FILE.stat().st_size <= _LARGEST
    assert {"training", "layers"} <= set(read_model_file().card)

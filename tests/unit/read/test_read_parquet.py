from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from reportedly.errors import ColumnError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from tests.unit.read.build import OPTIONS, fail, rows

ROW = "'The river rose in the night.' AS words, 7 AS id, DATE '2031-05-02' AS published, 'The Tarn Count' AS publisher, [1] AS odd"


def parquet(folder: Path, query: str) -> bytes:
    path = folder / "made.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


def test_a_row_is_a_document_by_the_map_of_columns(tmp_path: Path) -> None:
    data = parquet(tmp_path, f"SELECT {ROW} UNION ALL SELECT NULL, 8, NULL, NULL, [2]")
    [found, failed] = rows(data, "-", ReadOptions(columns=(("text", "words"),)))
    assert isinstance(found, Document)
    assert isinstance(failed, Failure)
    assert (found.path, found.ref, found.text, found.format) == ("-#1", "7", "The river rose in the night.", "parquet")
    assert (found.metadata.published.value, found.metadata.publisher) == (dt.date(2031, 5, 2), "The Tarn Count")
    assert (failed.code, failed.ref) == ("R201", "8")


def test_a_table_without_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ColumnError, match="words"):
        rows(parquet(tmp_path, f"SELECT {ROW}"), "a.parquet", OPTIONS)


def test_damage_is_named(tmp_path: Path) -> None:
    data = parquet(tmp_path, f"SELECT {ROW}")
    assert [fail(part, "a.parquet").code for part in (data[:-20], b"PAR1", b"", b"no table")] == ["R209"] * 4

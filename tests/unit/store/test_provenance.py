from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Table

from reportedly.model import Dated, LeftOut, Obtained, Reading
from reportedly.store import Ledger, redact, schema, verify
from reportedly.store.batch import Batch
from tests.ledgers import elsewhere, fill, small
from tests.strategies import RUN

DAY, LATER = dt.date(2031, 5, 4), dt.date(2031, 5, 9)


def told(reading: Reading) -> Reading:
    """Return the reading with all that reading can know of where it is from."""
    metadata = replace(
        reading.document.metadata,
        section="River",
        modified=Dated(LATER, "meta"),
        dates=(Dated(DAY, "meta"), Dated(LATER, "url", weak=True)),
        origins=(("title", "json-ld"), ("byline", "given")),
    )
    obtained = Obtained("warc", "2031-05-05T10:00:00Z", "https://a.example/1", ("https://a.example/0",), "sha256:ab", "12")
    left = (LeftOut("hidden", "For telephones: the weir at Tarn", "div", 7), LeftOut("picture", "page 2"))
    return replace(reading, document=replace(reading.document, metadata=metadata, obtained=obtained, left_out=left))


def test_what_reading_knows_comes_back_as_it_was(tmp_path: Path) -> None:
    reading = told(small(1))
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.writer(RUN).add(reading)
        ledger.writer(RUN).add(elsewhere(reading, path="copies/1.txt", section="Other"))
        assert ledger.view().document(reading.document.id) == reading.document
        assert list(ledger.view().documents()) == [reading.document]
        assert verify(ledger).findings == ()


def test_a_redaction_takes_what_was_left_out(tmp_path: Path) -> None:
    reading = told(small(1))
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.writer(RUN).add(reading)
        redact(ledger, reading.document.id, reason="names a person", by="editor")
        assert verify(ledger).findings == ()
    assert all(b"For telephones" not in file.read_bytes() for file in tmp_path.iterdir())


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a ledger as the third revision left it: the same rows and chain, without the table that came later."""
    path, put = tmp_path / "old.db", Batch.put

    def before(batch: Batch, table: Table, values: Mapping[str, object]) -> int:
        return 0 if table is schema.provenance else put(batch, table, values)

    with monkeypatch.context() as patched:
        patched.setattr(Batch, "put", before)
        with Ledger.open(path) as ledger:
            fill(ledger)
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TABLE provenance")
        raw.execute("UPDATE alembic_version SET version_num = '0003'")
        kept = raw.execute("SELECT hash FROM batch ORDER BY seq DESC LIMIT 1").fetchone()[0]
    raw.close()
    (tmp_path / "head").write_text(kept)
    return path


def test_an_old_ledger_is_brought_up_to_date_and_its_chain_holds(old: Path) -> None:
    with Ledger.open(old) as ledger:
        found = verify(ledger)
        assert (found.findings, found.documents) == ((), 3)
        assert found.head == (old.parent / "head").read_text()
        known = ledger.view().document(small(1).document.id)
        assert (known.obtained, known.left_out, known.metadata.origins) == (None, (), ())
        fresh = told(small(4))
        ledger.writer(RUN).add(fresh)
        assert ledger.view().document(fresh.document.id) == fresh.document
        assert verify(ledger, found.head).findings == ()
        raw = sqlite3.connect(old)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute("UPDATE provenance SET section = 'Other'")
        raw.close()

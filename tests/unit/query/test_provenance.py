from __future__ import annotations

from io import StringIO
from pathlib import Path

from rich.console import Console

from reportedly.cli.views.claim import claim_view
from reportedly.query import one
from reportedly.query.documents import document
from reportedly.query.provenance import lines
from reportedly.store import Ledger
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.store.test_provenance import told

LINES = [
    ("obtained", "from a web archive, captured 2031-05-05T10:00:00Z, asked for https://a.example/1, by way of https://a.example/0, as 12"),
    ("section", "River"),
    ("changed on", "2031-05-09"),
    ("told by", "title: json-ld, byline: given"),
    ("not in the text", "1 hidden, 1 picture"),
]


def test_a_claim_and_its_document_tell_how_it_was_come_by(tmp_path: Path) -> None:
    reading = told(small(1))
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.writer(RUN).add(reading)
        claim = one(ledger, (reading.claims or ())[0].id)
        whole = document(ledger, reading.document.id)
    assert list(lines(claim["provenance"])) == LINES
    assert whole["provenance"] == claim["provenance"]
    assert (whole["doc"]["section"], len(whole["doc"]["left_out"]), whole["doc"]["obtained"]["how"]) == ("River", 2, "warc")
    console = Console(width=200, record=True, file=StringIO())
    console.print(claim_view(claim))
    shown = console.export_text()
    assert "how its document was come by" in shown
    assert "captured 2031-05-05T10:00:00Z" in shown


def test_what_is_not_known_gives_no_lines() -> None:
    nothing: dict[str, object] = {"obtained": None, "section": None, "modified": None, "origins": {}, "left_out": {}}
    assert list(lines(nothing)) == []

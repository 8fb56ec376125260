"""The same report in every format, through the command line and through an upload."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest

from reportedly import uploading
from reportedly.example import pack
from reportedly.store import Ledger
from tests.unit.cli.console import HELD, LOST, PACK, call, lines, rows
from tests.unit.read.making import column, pdf, zipped
from tests.unit.read.making_docx import docx, paragraph
from tests.unit.read.making_web import page, rss, warc

HEAD = b"From: a@b.example\nDate: Thu, 04 Oct 2018 10:00:00 +0000\n\n"
FORMATS = {
    "a.txt": f"{HELD}\n\n{LOST}\n".encode(),
    "b.docx": docx(paragraph(HELD), paragraph(LOST)),
    "c.pdf": pdf([column([*wrap(HELD, 40), "", *wrap(LOST, 45)])]),
    "d.eml": HEAD + f"{HELD}\n\n{LOST}\n".encode(),
    "e.rss": rss([{"description": f"<p>{HELD}</p><p>{LOST}</p>", "pubDate": "Thu, 04 Oct 2018 10:00:00 GMT"}], title=""),
    "f.warc": warc([page("https://tarn.example/a", f"{HELD}</p><p>{LOST}")]),
}


def drawn(line: dict[str, Any]) -> Counter[tuple[str, ...]]:
    """Return the claims of a document as what they say, with white space folded."""
    claims, text = line["claims"], line["text"]
    return Counter(
        (c["frame"], c["gloss"], c["stance"], c["speaker"]["name"], " ".join(text[c["start"] : c["end"]].split())) for c in claims
    )


def test_every_format_gives_the_claims_of_the_plain_text(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped(FORMATS))
    found = rows(call("annotate", tmp_path / "all.zip", "--published", "2018-10-04", "--rules-only", *PACK, "--json"))
    assert [Path(line["doc"]["path"]).name.partition("#")[0] for line in found] == list(FORMATS)
    assert len(drawn(found[0])) > 1
    assert [drawn(line) for line in found] == [drawn(found[0])] * len(found)
    assert {line["doc"]["published"]["value"] for line in found} == {"2018-10-04"}
    assert found[-1]["doc"]["obtained"]["how"] == "warc"


def test_an_archive_is_added_by_standard_input_and_sent_to_the_server_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, made = tmp_path / "l.db", zipped({name: FORMATS[name] for name in ("a.txt", "c.pdf")})
    options = ("--published", "2018-10-04", "--ledger", ledger, *PACK, "--workers", 1, "--json")
    first = call("add", "-", *options, given=made)
    assert lines(first)[0]["documents"]["added"] == 2
    other = tmp_path / "sent.db"
    with Ledger.open(other):
        pass
    file = {"name": "all.zip", "published": "2018-10-04", "publisher": None, "url": "https://tarn.example/all"}
    (tmp_path / "job.json").write_text(json.dumps({"ledger": str(other), "packs": [str(pack())], "files": [file]}))
    (tmp_path / uploading.stored(0, "all.zip")).write_bytes(made)
    assert uploading.main([str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["done"]["added"] == 2
    held = [rows(call("claims", "--ledger", path, "--json")) for path in (ledger, other)]
    assert [claim["id"] for claim in held[0]] == [claim["id"] for claim in held[1]]
    assert {claim["doc"]["path"] for claim in held[1]} == {"upload/all.zip/a.txt", "upload/all.zip/c.pdf"}

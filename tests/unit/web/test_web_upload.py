from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.limits import Limits
from reportedly.packs import DEFAULT_PACKS
from reportedly.store import Ledger
from reportedly.web import uploads
from reportedly.web.serving import LOOPBACK
from reportedly.web.site import Site
from tests.unit.web.conftest import HOSTILE, TOKEN, browser

READS = """
import json, pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
for number, file in enumerate(json.loads((folder / "job.json").read_text())["files"]):
    (kept,) = folder.glob(f"{number:04}*")
    words = kept.read_text()
    if words == "slow":
        time.sleep(20)
    if words == "dies":
        sys.exit(9)
    told = {"outcome": "failed", "document": None} if words == "bad" else {"outcome": words, "document": "sha256:ab"}
    print(json.dumps({"file": number, **told}), flush=True)
    if words == "bad":
        print(json.dumps({"file": number, "code": "R202", "message": "no text"}), flush=True)
print(json.dumps({"done": dict.fromkeys(("added", "appearances", "known", "claims", "reprints", "contradictions"), 1)}), flush=True)
"""


@pytest.fixture(name="site")
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    script = tmp_path / "reads.py"
    script.write_text(READS, encoding="utf-8")
    monkeypatch.setattr(uploads, "COMMAND", (sys.executable, str(script)))
    with Ledger.open(tmp_path / "l.db"):
        pass
    made = Site(tmp_path / "l.db", DEFAULT_PACKS, TOKEN, frozenset(LOOPBACK), writes=True, key=tmp_path / "key.pem")
    yield made
    made.uploads.finish(30)
    made.lost()


@pytest.fixture(name="client")
def _client(site: Site) -> Iterator[TestClient]:
    with browser(site, authorization=f"Bearer {TOKEN}") as client:
        yield client


def send(client: TestClient, *files: tuple[str, str], **fields: str) -> str:
    """Send files, and return the id of the job."""
    sent = [("files", (name, words, "text/plain")) for name, words in files]
    answer = client.post("/upload.json", data={"by": "Ada", **fields}, files=sent)
    assert answer.status_code == 200, answer.text
    return str(json.loads(answer.text)["id"])


def test_each_file_is_told_of_with_its_reason_and_nothing_is_left_behind(client: TestClient, site: Site) -> None:
    files = (("a.txt", "added"), (f"../{HOSTILE}.txt", "bad"), ("c.tar.gz", "known"), ("d", "appearance"))
    key = send(client, *files, publisher="Harbour Courier", each="a.txt | 2031-01-02 | | https://example.org/a")
    site.uploads.finish(30)
    job = site.uploads.job(key)
    assert (job.state, [file["state"] for file in job.files]) == ("done", ["recorded", "failed", "already there", "known, now here too"])
    assert (job.files[0]["published"], job.files[0]["publisher"]) == ("2031-01-02", "Harbour Courier")
    assert "/" not in job.files[1]["name"]
    assert not list((site.uploads.folder / key).glob("[0-9]*"))
    text = client.get(f"/upload/{key}").text
    assert "no text" in text
    assert "a duplicate: nothing new" in text
    assert "<img" not in text


def test_a_second_upload_waits_and_either_can_be_cancelled_and_one_that_dies_says_so(client: TestClient, site: Site) -> None:
    first, second, third = send(client, ("a", "slow")), send(client, ("b", "added")), send(client, ("c", "dies"))
    assert site.uploads.job(second).state == "queued"
    assert '<noscript><meta http-equiv="refresh"' in client.get(f"/upload/{first}").text
    assert client.post(f"/upload/{first}", data={"by": "Ada"}).status_code == 303
    site.uploads.finish(30)
    found = [site.uploads.job(key) for key in (first, second, third)]
    assert [job.state for job in found] == ["cancelled", "done", "failed"]
    assert found[2].error is not None
    assert found[2].error["code"] == "R208"
    assert [job.id for job in site.uploads.jobs()] == [third, second, first]


def test_what_an_earlier_server_left_is_taken_up(site: Site) -> None:
    left = site.uploads.folder / "20310101T000000-000001"
    left.mkdir(parents=True)
    (left / "job.json").write_text(json.dumps({"by": "Ada", "when": "then", "files": [{"name": "a", "size": 5}]}), encoding="utf-8")
    (left / "0000").write_text("added", encoding="utf-8")
    site.uploads.wake()
    site.uploads.finish(30)
    assert site.uploads.job(left.name).state == "done"


@pytest.mark.parametrize("fields", [{"published": "soon"}, {"each": "b | 2031"}, {"each": "a"}, {"url": "javascript:x"}, {"x": "1"}])
def test_what_is_not_understood_is_refused_and_nothing_is_kept(client: TestClient, site: Site, fields: dict[str, str]) -> None:
    assert client.post("/upload", data={"by": "Ada", **fields}, files=[("files", ("a", "x"))]).status_code == 400
    assert client.post("/upload", data={"by": "Ada"}).status_code >= 400
    assert site.uploads.jobs() == []


def test_too_much_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.form.limits", lambda: Limits(upload_bytes=1_000))
    assert client.post("/upload", data={"by": "Ada"}, files=[("files", ("a", "x" * 2_000))]).status_code == 413
    assert client.get("/upload/..%2Fetc").status_code == client.get("/upload/20310101T000000-999999").status_code == 404

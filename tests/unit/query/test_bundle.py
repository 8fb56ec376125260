from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportedly.errors import BundleError
from reportedly.limits import limits
from reportedly.query import ClaimFilter, claims
from reportedly.query.bundle import bundle
from reportedly.query.bundle_check import Verdict, check_bundle
from reportedly.query.exports import Wanted
from reportedly.store import Ledger, head
from tests.ledgers import filled

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = KEY.public_key().public_bytes_raw().hex()
Files = dict[str, bytes]


@pytest.fixture(name="held", scope="module")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger.open(filled(tmp_path_factory.mktemp("bundle")))


@cache
def made(held: Ledger, *, key: Ed25519PrivateKey = KEY, texts: bool = True) -> bytes:
    """Return a bundle of all claims."""
    out = io.BytesIO()
    bundle(held, ClaimFilter(), Wanted(texts=texts), ("A. Monitor", key), out)
    return out.getvalue()


def files(data: bytes) -> Files:
    """Return the files of a bundle."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {info.filename: packed.read(info) for info in packed.infolist()}


def packed(folder: Path, found: Files) -> Path:
    """Return the path of a bundle with these files."""
    path = folder / "bundle.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in found.items():
            out.writestr(name, data)
    return path


def checked(folder: Path, found: Files, **given: str) -> Verdict:
    """Return what a check of a bundle with these files comes to."""
    return check_bundle(packed(folder, found), **given)


def sealed(found: Files, key: Ed25519PrivateKey = KEY) -> Files:
    """Return files with their lists and signature made anew: what somebody can do who has the key."""
    top, sums = "evidence/", {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    listed = "".join(f"{sums[name]}  {name.removeprefix(top)}\n" for name in sorted(found) if name.startswith(f"{top}data/"))
    new = found | {f"{top}manifest-sha256.txt": listed.encode()}
    tags = [name for name in sorted(new) if not name.startswith((f"{top}data/", f"{top}tagmanifest"))]
    over = "".join(f"{hashlib.sha256(new[name]).hexdigest()}  {name.removeprefix(top)}\n" for name in tags).encode()
    return new | {f"{top}tagmanifest-sha256.txt": over, f"{top}tagmanifest-sha256.txt.sig": key.sign(over)}


def test_a_bundle_is_whole_holds_the_claims_that_are_listed_and_is_the_same_again(held: Ledger, tmp_path: Path) -> None:
    data = made(held)
    assert data == made.__wrapped__(held)
    found = files(data)
    verdict = checked(tmp_path, found, key=PUBLIC, head=head(held))
    assert (verdict.faults, verdict.key, verdict.head, verdict.withheld) == ((), PUBLIC, head(held), 0)
    ids = [json.loads(line)["id"] for line in found["evidence/data/claims.jsonl"].splitlines()]
    assert ids == [row["id"] for row in claims(held)]
    for name, content in found.items():
        if name.startswith("evidence/data/documents/"):
            assert hashlib.sha256(content).hexdigest() == name.rpartition("/")[2]
    assert verdict.documents == 2
    assert not any(KEY.private_bytes_raw() in content for content in found.values())


def test_without_texts_there_are_hashes_alone(held: Ledger, tmp_path: Path) -> None:
    found = files(made(held, texts=False))
    assert not any("/documents/" in name or "/texts/" in name for name in found)
    assert checked(tmp_path, found).faults == ()


@pytest.mark.skipif(not (shutil.which("openssl") and shutil.which("sha256sum")), reason="these tools are not on this machine")
def test_standard_tools_check_it_by_hand(held: Ledger, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(made(held))) as packed_:
        packed_.extractall(tmp_path)
    commands = [line.strip() for line in (tmp_path / "evidence/README.txt").read_text().splitlines() if line.startswith("    ")]
    for command in commands:
        subprocess.run(command, shell=True, check=True, cwd=tmp_path / "evidence", capture_output=True)  # noqa: S602 - our own README
    first = json.loads((tmp_path / "evidence/data/claims.jsonl").read_text().splitlines()[0])["proof"]
    rows = (tmp_path / "evidence/data/record/rows.jsonl").read_bytes().splitlines()
    assert first["hash"] in {hashlib.sha256(row).hexdigest() for row in rows}


def _edit(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    return lambda found: found | {f"evidence/{name}": found[f"evidence/{name}"].replace(old, new, 1)}


def _without(part: str) -> Callable[[Files], Files]:
    return lambda found: {name: data for name, data in found.items() if part not in name}


CLAIMS, ROWS, LINKS = "data/claims.jsonl", "data/record/rows.jsonl", "data/record/chain.txt"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_edit(CLAIMS, b'"asserts"', b'"reports"'), [("changed", CLAIMS), ("record", CLAIMS)]),
        (_without("data/texts/"), [("missing", "data/texts/")]),
        (lambda found: found | {"evidence/data/more.txt": b"more"}, [("extra", "data/more.txt")]),
        (_edit("tagmanifest-sha256.txt", b"a", b"b"), [("signature", "tagmanifest-sha256.txt.sig")]),
        (lambda found: sealed(_edit(CLAIMS, b'"asserts"', b'"reports"')(found)), [("record", CLAIMS)]),
        (lambda found: sealed(_edit(CLAIMS, b"the League holds", b"the League lost")(found)), [("record", CLAIMS)]),
        (lambda found: sealed(_edit(ROWS, b'["claim"', b'["clain"')(found)), [("not covered", CLAIMS)]),
        (lambda found: sealed(_edit(LINKS, b"1 0", b"1 1")(found)), [("record", LINKS)]),
        (lambda found: sealed(found, OTHER), [("signature", "tagmanifest-sha256.txt.sig")]),
        (lambda found: sealed(_without("data/record/links")(found)), [("not covered", CLAIMS)]),
        (
            lambda found: sealed(found | {"evidence/" + CLAIMS: b"nonsense\n[]\n"}),
            [("not covered", CLAIMS), ("record", "data/manifest.json")],
        ),
    ],
)
def test_what_is_changed_missing_extra_or_not_covered_is_named(
    held: Ledger, tmp_path: Path, change: Callable[[Files], Files], expected: list[tuple[str, str]]
) -> None:
    faults = checked(tmp_path, change(files(made(held)))).faults
    assert faults
    for code, where in expected:
        assert any(fault.code == code and fault.where.startswith(where) for fault in faults), faults
    assert {fault.code for fault in faults} <= {code for code, _ in expected} | {"changed"}, faults


def test_a_key_or_head_that_is_known_must_be_that_of_the_bundle(held: Ledger, tmp_path: Path) -> None:
    found = files(made(held, key=OTHER))
    assert [fault.code for fault in checked(tmp_path, found, key=PUBLIC).faults] == ["signature"]
    assert [fault.code for fault in checked(tmp_path, found, head="f" * 64).faults] == ["record"]


def _named(name: str) -> Callable[[Files], Files]:
    return lambda found: {**found, name: b"x"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_named("evidence/../../x"), "leads elsewhere"),
        (_named("/etc/x"), "leads elsewhere"),
        (_named("evidence\\x/y"), "leads elsewhere"),
        (_named("second/x"), "not one folder"),
        (lambda _: {"evidence/x": b""}, "not one folder"),
        (lambda found: {**found, "evidence/zeros": bytes(3_000_000)}, "grows more than"),
    ],
)
def test_hostile_bundles_are_refused(held: Ledger, tmp_path: Path, change: Callable[[Files], Files], words: str) -> None:
    with pytest.raises(BundleError, match=words):
        checked(tmp_path, change(files(made(held))))


def test_other_hostile_bundles_are_refused(held: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(held)
    path = tmp_path / "twice.zip"
    packed(tmp_path, files(data)).rename(path)
    with zipfile.ZipFile(path, "a") as out, pytest.warns(UserWarning, match="Duplicate"):
        out.writestr("evidence/bagit.txt", b"twice")
    with pytest.raises(BundleError, match="two files of the name"):
        check_bundle(path)
    link = zipfile.ZipInfo("evidence/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as out:
        out.writestr(link, "/etc/passwd")
    with pytest.raises(BundleError, match="no file"):
        check_bundle(path)
    path.write_bytes(b"PK\x03\x04 nonsense")
    with pytest.raises(BundleError, match="no bundle"):
        check_bundle(path)
    path.write_bytes(data)
    for name, value in (("BUNDLE_ENTRIES", 3), ("BUNDLE_BYTES", 100), ("BUNDLE_LIST_BYTES", 20)):
        monkeypatch.setenv(f"REPORTEDLY_{name}", str(value))
        limits.cache_clear()
        with pytest.raises(BundleError, match="not safe"):
            check_bundle(path)
        monkeypatch.delenv(f"REPORTEDLY_{name}")
    limits.cache_clear()
    path.write_bytes(data[:2000] + b"\0\0\0\0" + data[2004:])
    assert check_bundle(path).faults

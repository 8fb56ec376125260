from __future__ import annotations

import json
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import SignatureError
from reportedly.ids import canonical
from reportedly.signed import Coded, Report, own_key, sign, unpack

REPORT = Report("Nobody was let through at the mill today.", "A. Monitor", "a driver", "2031-05-06", "Saltgate")
CODED = Coded("coverage", "access-refused", "asserts", (("observer", "Nobody"),), "Nobody was let through")
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | words
pairs = st.lists(st.tuples(words, words), max_size=2).map(tuple)
reports = st.builds(Report, words, words, maybe, maybe, maybe, st.none() | st.builds(Coded, words, words, words, pairs, maybe))


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "own.pem"
    first, second = own_key(path), own_key(path)
    assert first.public_key() == second.public_key()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["own.pem"]


@settings(max_examples=60)
@given(reports)
def test_what_is_signed_comes_out_and_its_signature_holds(tmp_path_factory: pytest.TempPathFactory, report: Report) -> None:
    key = own_key(tmp_path_factory.getbasetemp() / "shared.pem")
    data = sign(report, key)
    signed = unpack(data)
    assert (signed.report, signed.holds) == (report, True)
    assert sign(report, key) == data


@pytest.mark.parametrize(
    "change", [{"text": "Nobody was let through at the mill today!"}, {"date": "2031-05-07"}, {"reporter": "B. Monitor"}]
)
def test_any_change_breaks_the_signature(tmp_path: Path, change: dict[str, str]) -> None:
    held = json.loads(sign(replace(REPORT, coded=CODED), own_key(tmp_path / "k.pem")))
    assert unpack(canonical(held).encode()).holds
    held["report"] |= change
    assert not unpack(canonical(held).encode()).holds
    held = json.loads(sign(REPORT, own_key(tmp_path / "k.pem")))
    held["key"] = own_key(tmp_path / "other.pem").public_key().public_bytes_raw().hex()
    assert not unpack(canonical(held).encode()).holds
    assert not unpack(canonical(held | {"signature": "zz"}).encode()).holds


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"report": 7}', b"\xff", b'{"report": {"text": "x"}, "key": "", "signature": ""}'])
def test_bytes_that_are_no_report_are_named(data: bytes) -> None:
    with pytest.raises(SignatureError, match="no signed report"):
        unpack(data)


@pytest.mark.parametrize("content", [b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_file_that_holds_no_key_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "k.pem"
    path.write_bytes(content)
    with pytest.raises(SignatureError, match="no key that can be used") as caught:
        own_key(path)
    assert caught.value.where == str(path)
    assert path.read_bytes() == content


def test_a_key_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SignatureError, match="cannot be"):
        own_key(tmp_path / "file" / "k.pem")


def test_the_signature_can_be_checked_without_this_program(tmp_path: Path) -> None:
    data = sign(REPORT, own_key(tmp_path / "k.pem"))
    (tmp_path / "r.json").write_bytes(data)
    program = (
        "import json, sys\n"
        "from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey\n"
        "held = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        "plain = json.dumps(held['report'], ensure_ascii=False, sort_keys=True, separators=(',', ':')).encode()\n"
        "key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(held['key']))\n"
        "key.verify(bytes.fromhex(held['signature']), b'reportedly report 1\\n' + plain)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "r.json")], capture_output=True, check=False)  # noqa: S603 - ours
    assert (done.returncode, done.stderr) == (0, b"")

"""Answers that no one takes: a reader that leaves, a full disk, a closed stream."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportedly import __version__
from tests.hostile.scene import ROOT, command, program
from tests.unit.cli.console import call

FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="the system has no device that is full")


@pytest.mark.parametrize("how", ["--json", "--csv", "--limit=3"])
def test_a_reader_that_leaves_at_once_sees_nothing(filled: Path, how: str) -> None:
    with program("claims", "--ledger", filled, how) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 1


@full
@pytest.mark.parametrize("arguments", [("claims", "--json"), ("claims",), ("status",), ("verify",)])
def test_an_answer_on_a_full_disk_is_an_error_with_its_code(filled: Path, arguments: tuple[str, ...]) -> None:
    with FULL.open("w") as out:
        words = command(*arguments, "--ledger", filled)
        done = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)  # noqa: S603 - ours
    assert done.returncode == 1
    assert done.stderr.startswith("R601: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("closing", "code"), [(">&-", "R601: "), ("<&-", "R205 [-]: ")])
def test_a_closed_stream_is_named(closing: str, code: str) -> None:
    words = ["sh", "-c", f'exec "$0" "$@" {closing}', *command("annotate", "-", "--rules-only")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603 - ours
    assert done.returncode == 1
    assert done.stderr.startswith(code)


def test_no_one_listens_to_complaints(tmp_path: Path) -> None:
    words = ["sh", "-c", 'exec "$0" "$@" 2>&-', *command("claims", "--ledger", tmp_path / "none.db")]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False, cwd=ROOT)  # noqa: S603 - ours
    assert (done.returncode, done.stdout) == (1, "")


def test_the_version_is_an_option_too() -> None:
    result = call("--version")
    assert (result.exit_code, result.stdout) == (0, f"reportedly {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("claims", "--place", "Nowhere"), "place"),
        (("claims", "--place", "Nowhere", "--csv"), "place"),
        (("claims", "--place", "Nowhere", "--json"), "place"),
        (("claims", "--speaker", "Nobody At All"), "speaker"),
        (("claims", "--actor", "NOBODY"), "actor"),
        (("claims", "--publisher", "No Such Paper"), "publisher"),
        (("claims", "--frame", "holds,hodls"), "frame"),
        (("claims", "--path", "nowhere"), "path"),
        (("claims", "--ref", "r99"), "row's id"),
        (("claims", "--doc", "fffffff"), "document's id"),
        (("contradictions", "--place", "Nowhere"), "place"),
        (("reprints", "--path", "nowhere"), "path"),
    ],
)
def test_a_value_that_the_ledger_has_never_met_is_named(filled: Path, arguments: tuple[str, ...], word: str) -> None:
    result = call(*arguments, "--ledger", filled)
    if "hodls" in arguments[-1]:
        assert result.stderr == ""  # the other frame has claims
        result = call("claims", "--frame", "hodls", "--ledger", filled)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"no such {word} is known in this ledger: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [(("--place", "Saltgat"), "Saltgate"), (("--publisher", "Longlin Wire"), "Longline Wire"), (("--frame", "hodls"), "holds")],
)
def test_what_may_have_been_meant_is_said(filled: Path, arguments: tuple[str, ...], meant: str) -> None:
    assert f"did you mean '{meant}'?" in call("claims", *arguments, "--ledger", filled).stderr


def test_an_empty_answer_to_known_values_is_no_mistake(filled: Path) -> None:
    for arguments in (("--place", "saltgate", "--since", "2099"), ("--place", "Nowhere", "--limit", "0"), ("--since", "2099")):
        result = call("claims", *arguments, "--ledger", filled, "--json")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["place", "speaker", "text", "path", "publisher", "doc"])
def test_arguments_that_are_no_utf_8(filled: Path, name: str) -> None:
    result = call("claims", f"--{name}", "\udcff", "--ledger", filled, "--json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "R000" not in result.stderr
    assert call("show", "\udcff", "--ledger", filled).stderr.startswith("R404")

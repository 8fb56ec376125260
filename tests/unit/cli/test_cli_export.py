from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli.console import call, lines, rows


def test_an_export_goes_to_a_file_with_its_manifest_beside_it_or_to_standard_output(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    answer = call("export", "acled", "--ledger", ledger, "--type", "control", "-o", out)
    assert (answer.exit_code, answer.stdout) == (0, "")
    told = json.loads((tmp_path / "claims.csv.manifest.json").read_text())
    assert (told["written"], told["filters"]) == (0, {"type": ["control"]})
    assert [reason["count"] for reason in told["left_out"]] == [told["claims"]]
    assert "claims left out" in answer.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.csv.manifest.json"]
    listed = [row["id"] for row in rows(call("claims", "--ledger", ledger, "--json"))]
    assert [row["id"] for row in lines(call("export", "jsonl", "--ledger", ledger))] == listed


def test_what_cannot_be_exported_is_told(ledger: Path, tmp_path: Path) -> None:
    for arguments, code, words in (
        (("export", "shapefile", "--ledger", ledger), 2, "there is no format"),
        (("export", "csv", "--ledger", ledger, "--type", "nonsense"), 2, "not understood"),
        (("export", "csv", "--ledger", ledger, "-o", tmp_path / "no" / "x.csv"), 1, "cannot be written"),
        (("export", "csv", "--ledger", ledger, "--place", "Nowhere"), 0, "no such place"),
    ):
        answer = call(*arguments)
        assert (answer.exit_code, words in answer.stderr) == (code, True), answer.stderr
    assert "private persons" in call("export", "csv", "--ledger", ledger, "--unmask").stderr


def test_a_bundle_is_signed_and_checked_with_the_key_that_is_shown(ledger: Path, tmp_path: Path) -> None:
    key, out = tmp_path / "keys" / "own.pem", tmp_path / "b.zip"
    shown = call("key", "--key", key, "--json")
    public = json.loads(shown.stdout)["key"]
    assert key.stat().st_mode & 0o777 == 0o600
    assert public in call("key", "--key", key).stdout
    answer = call("export", "bundle", "--ledger", ledger, "-o", out, "--key", key, "--by", "A. Monitor")
    assert (answer.exit_code, answer.stdout) == (0, "")
    whole = call("verify-bundle", out, "--key", public)
    assert (whole.exit_code, whole.stdout.startswith("whole: ")) == (0, True)
    assert "another way" in call("verify-bundle", out).stdout
    other = call("verify-bundle", out, "--key", "0" * 64, "--json")
    assert (other.exit_code, json.loads(other.stdout)["faults"][0]["code"]) == (1, "signature")
    assert "R702" in call("verify-bundle", key).stderr

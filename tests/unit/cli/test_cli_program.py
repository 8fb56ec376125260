from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportedly import __version__
from reportedly.asking import HELP
from reportedly.query.filters import NAMES
from reportedly.store import Ledger
from tests.unit.cli.console import call

COMMANDS = "demo annotate add status claims show contradictions reprints verify version codebook pack places".split()
MAIN = "from reportedly.cli import main; main()"
HEAVY = "import sys, reportedly.cli; print(sorted({'spacy', 'sqlalchemy', 'trafilatura', 'yaml', 'rensa'} & sys.modules.keys()))"


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - our own


def test_help_names_every_command() -> None:
    result = call("--help")
    assert result.exit_code == 0
    assert [name for name in COMMANDS if f" {name} " not in result.stdout] == []


def test_the_command_line_loads_without_model_and_database() -> None:
    assert run(HEAVY).stdout.strip() == "[]"


def test_version_is_told() -> None:
    assert call("version").stdout == f"reportedly {__version__}\n"
    assert call("version", "--json").stdout == f'{{"version": "{__version__}"}}\n'


@pytest.mark.parametrize("arguments", [("claims", "--nonsense"), ("nonsense",), ("annotate",), ("show",)])
def test_a_call_that_is_not_understood_ends_with_2(arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr


def test_data_and_complaints_go_to_different_streams(tmp_path: Path) -> None:
    done = run(MAIN, "claims", "--ledger", str(tmp_path / "none.db"), "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("R402 [")
    assert done.stderr.count("\n") == 1


def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    command = [sys.executable, "-c", MAIN, "codebook", "show", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:  # noqa: S603 - our own
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.read(9) == b'{"type": '
        program.stdout.close()
        assert b"Traceback" not in program.stderr.read()


def test_a_fault_of_the_program_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        message = "two\nlines"
        raise ValueError(message)

    monkeypatch.setattr("reportedly.codebook.codebook_of", broken)
    result = call("codebook", "show")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "R000: ValueError: two lines — a fault of the program; `reportedly --debug …` shows where it is\n"
    assert isinstance(call("--debug", "codebook", "show").exception, ValueError)


def test_a_ledger_of_a_later_edition_is_named(tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    with Ledger.open(path) as held, held.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    result = call("claims", "--ledger", path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"R401 [{path}]: ")
    assert "update reportedly" in result.stderr


def test_a_ledger_may_be_named_by_the_environment(ledger: Path) -> None:
    result = call("status", "--json", env={"REPORTEDLY_LEDGER": f"sqlite:///{ledger}"})
    assert result.exit_code == 0


def test_every_filter_has_an_option() -> None:
    assert tuple(HELP) == NAMES

"""The locked requirements hold what pyproject.toml asks for, each with its hashes, and nothing of where it was fetched."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.house import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


def locked(name: str) -> dict[str, list[str]]:
    """Return the versions that a lock file names, by package."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(package), []).append(version)
    return found


@pytest.mark.parametrize("asked", PROJECT["project"]["dependencies"])
@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_every_dependency_is_locked_at_a_version_it_allows(asked: str, lock: str) -> None:
    wanted = Requirement(asked)
    versions = locked(lock)[canonicalize_name(wanted.name)]
    assert all(wanted.specifier.contains(version) for version in versions)


@pytest.mark.parametrize("asked", PROJECT["dependency-groups"]["dev"])
def test_every_tool_of_development_is_locked(asked: str) -> None:
    assert canonicalize_name(Requirement(asked).name) in locked("dev.lock")


def test_development_runs_what_users_run() -> None:
    run, dev = locked("run.lock"), locked("dev.lock")
    assert {name: dev[name] for name in run} == run


@pytest.mark.parametrize("path", LOCKS, ids=[path.name for path in LOCKS])
def test_every_package_is_hashed_and_no_address_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index" not in text

"""Naming what could not be read, and the exit code that it means."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.cli.group import DONE, FAILED, IN_PART, complain
from reportedly.cli.out import clean
from reportedly.model import Failure


def name_failure(failure: Failure) -> None:
    """Write which document failed, and why, to standard error."""
    ref = f", id {clean(failure.ref)}" if failure.ref else ""
    complain(f"{failure.code} [{clean(failure.path)}{ref}]: {clean(failure.message)}")


def exit_code(done: int, failures: Sequence[Failure] | int) -> int:
    """Return the exit code of a job over many documents."""
    failed = failures if isinstance(failures, int) else len(failures)
    if not failed:
        return DONE
    return IN_PART if done else FAILED

"""``reportedly verify-bundle``."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.group import DONE, FAILED
from reportedly.cli.out import clean, write_json, written


def verify_bundle(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The bundle.")],
    *,
    key: Annotated[
        str | None, typer.Option(metavar="HEX", help="Public key that must have signed it, as `reportedly key` shows it.")
    ] = None,
    head: Annotated[str | None, typer.Option(metavar="HASH", help="A head of the record that was kept; it must be in the chain.")] = None,
    json: o.JsonHere = False,
) -> None:
    """Check a bundle of evidence, without a ledger: every file, the signature, and that each claim is of the record. Ends with 1 where not.

    What is changed, missing, not listed or not covered is named, file by file and claim by claim.
    """
    from reportedly.query.bundle_check import check_bundle

    found = check_bundle(file, None if key is None else written(key).strip(), None if head is None else written(head).strip())
    if json:
        write_json({"file": str(file), "whole": not found.faults, **asdict(found)})
        raise typer.Exit(FAILED if found.faults else DONE)
    for fault in found.faults:
        sys.stdout.write(f"{fault.code} [{clean(fault.where)}]: {clean(fault.what)}\n")
    told = f"{len(found.faults):,} faults" if found.faults else "whole"
    sys.stdout.write(f"{told}: {found.claims:,} claims, {found.documents:,} documents\n")
    if found.withheld:
        sys.stdout.write(f"claims whose words are not proven here, as those of the record are withheld: {found.withheld:,}\n")
    sys.stdout.write(f"signed with the key {found.key}\n" if found.key else "the signature does not hold\n")
    if found.key and not key:
        sys.stdout.write("ask who gave you the bundle for this key by another way, and name it with --key\n")
    sys.stdout.write(f"head {clean(found.head or 'none')}\n")
    raise typer.Exit(FAILED if found.faults else DONE)

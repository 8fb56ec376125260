"""``reportedly key``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import clean, write_json


def key(
    *,
    file: Annotated[str | None, typer.Option("--key", metavar="PATH", help="Key to show (Ed25519, PEM); made where there is none.")] = None,
    json: o.JsonHere = False,
) -> None:
    """Show the public half of the key that you sign reports and bundles with; the key is made where there is none.

    Give the public key to those who check what you sign, by another way than what you signed. Nobody else may read the private half.
    """
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    from reportedly.signed import own_key

    path = Path(file) if file else o.own_key_path()
    public = own_key(path).public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    if json:
        write_json({"file": str(path), "key": public.public_bytes_raw().hex(), "pem": pem})
        return
    sys.stdout.write(f"{public.public_bytes_raw().hex()}\n{pem}")
    sys.stdout.write(f"the private half is in {clean(path)}\n")

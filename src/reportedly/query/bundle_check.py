"""Checks a bundle of evidence without a ledger: its files against its lists, its lists against the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.export.bag import KEY, LIST, SIGNATURE, TAGS
from reportedly.export.unpack import Unpacked, unpack
from reportedly.query.bundle_proof import Proof

_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a bundle: ``changed``, ``missing``, ``extra``, ``signature``, ``record`` or ``not covered``; where; what."""

    code: str
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to.

    Attributes:
        key: public key that the signature holds with, 64 hex figures; None where it holds with none.
        head: of the record, as the chain in the bundle leads to it; None where it leads nowhere.
        claims, documents: how many of each. withheld: claims whose words are not in it, so that only where and whose they are is proven.
        faults: empty where the bundle is whole.
    """

    key: str | None
    head: str | None
    claims: int
    documents: int
    withheld: int
    faults: tuple[Fault, ...]


def check_bundle(path: Path, key: str | None = None, head: str | None = None) -> Verdict:
    """Check every file, list, row, link and the signature of a bundle.

    Args:
        path: the ZIP file.
        key: the public key that must have signed it, where one is known.
        head: a head of the record that was kept; it must be in the chain.

    Raises:
        BundleError: it is no bundle, or is not safe to read.
    """
    with unpack(path) as bag:
        signer, faults = _signature(bag, key)
        faults += list(_files(bag))
        proof = Proof(bag)
        faults += [Fault(*found) for found in proof.faults(head)]
        documents = sum(name.startswith("data/documents/") for name in bag.names)
        return Verdict(signer, proof.head, proof.claims, documents, proof.withheld, tuple(faults))


def _signature(bag: Unpacked, wanted: str | None) -> tuple[str | None, list[Fault]]:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm  # noqa: PLC0415 - few commands need it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415

    try:
        public = load_pem_public_key(bag.small(KEY))
    except (ValueError, UnsupportedAlgorithm):
        return None, [Fault("signature", KEY, "it holds no public key")]
    if not isinstance(public, Ed25519PublicKey):
        return None, [Fault("signature", KEY, "it is a key of another kind than Ed25519")]
    found = public.public_bytes_raw().hex()
    try:
        public.verify(bag.small(SIGNATURE), bag.small(TAGS))
    except InvalidSignature:
        return None, [Fault("signature", SIGNATURE, f"it does not hold for {TAGS}: that was changed, or another key signed it")]
    other = [Fault("signature", KEY, f"it was signed with another key, {found}")] if wanted and wanted.lower() != found else []
    return found, other


def _files(bag: Unpacked) -> Iterator[Fault]:
    tags, payload = _listed(bag, TAGS), _listed(bag, LIST)
    yield from (Fault("not covered", name, f"{TAGS} does not list it") for name in (LIST, KEY, "bagit.txt") if name not in tags)
    for name, wanted in sorted({**payload, **tags}.items()):
        if name not in bag.names:
            yield Fault("missing", name, "it is listed, and not there")
        elif bag.digest(name) != wanted:
            yield Fault("changed", name, "its bytes are not those that were listed")
    covered = {*tags, *payload, TAGS, SIGNATURE}
    yield from (Fault("extra", name, "no list has it, and no signature covers it") for name in sorted(bag.names - covered))
    yield from (Fault("not covered", f"{LIST}: {line:.80}", "this line is of no file") for line in _odd(bag, LIST))


def _listed(bag: Unpacked, name: str) -> dict[str, str]:
    lines = bag.small(name).decode("utf-8", "replace").splitlines()
    return {found[2]: found[1] for line in lines if (found := _LINE.fullmatch(line))}


def _odd(bag: Unpacked, name: str) -> list[str]:
    lines = bag.small(name).decode("utf-8", "replace").splitlines()
    return [line for line in lines if not _LINE.fullmatch(line)]

"""The acts that terms ask for, under neutral names: those that ship stand in ``acts.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.errors import AgreementError

ACTS = Path(__file__).with_name("acts.yaml")


@cache
def acts() -> dict[str, str]:
    """Return the acts that ship: id -> in words."""
    return {name: str(item.expect(str)) for name, item in marked.load(ACTS, AgreementError).expect(dict).items()}

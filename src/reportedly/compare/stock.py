"""Stock phrases of reporting: a fixed list, so that which documents came first changes nothing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from reportedly.compare.words import SHINGLE, shingles, split


@cache
def stock() -> frozenset[int]:
    """Return the shingles of the phrases in ``stock.txt``: no passage begins from one of them, and they bring no texts together."""
    lines = files(__package__).joinpath("stock.txt").read_text(encoding="utf-8").splitlines()
    phrases = (split(line).keys for line in lines if not line.startswith("#"))
    return frozenset(shingle for keys in phrases if len(keys) >= SHINGLE for shingle in shingles(keys))

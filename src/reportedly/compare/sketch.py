"""Near copies by MinHash (Broder 1997): a text as a few numbers, one of which two texts share that are alike in nine shingles of ten."""

from __future__ import annotations

from hashlib import blake2b

from rensa import RMinHash

from reportedly.compare.words import SHINGLE, Words

_BANDS, _ROWS, _SEED = 6, 10, 1  # a band is shared by 92 % of the pairs alike by .9, 49 % by .8, 4 % by .6, 1 % by .5


def bands(words: Words) -> tuple[int, ...]:
    """Return the bands of a text as signed 64-bit numbers; one without a word has none. Texts of under five words share all or nothing."""
    if not words.keys:
        return ()
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update([" ".join(words.keys[at : at + SHINGLE]) for at in range(len(words.shingles))] or [" ".join(words.keys)])
    values = sketch.digest()
    return tuple(_hashed(number, values[number * _ROWS : (number + 1) * _ROWS]) for number in range(_BANDS))


def _hashed(number: int, values: list[int]) -> int:
    raw = b"".join(value.to_bytes(8, "little") for value in (number, *values))
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "little", signed=True)

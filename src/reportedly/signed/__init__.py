"""Reports that a person makes and signs: their bytes, and the keys that sign them."""

from reportedly.signed.bearing import JudgedBearing, seal, unseal
from reportedly.signed.judged import ACTS, Judged, seal_judged, unseal_judged
from reportedly.signed.keys import own_key
from reportedly.signed.report import FORMAT, Coded, Report, Signed, sign, unpack

__all__ = [
    "ACTS",
    "FORMAT",
    "Coded",
    "Judged",
    "JudgedBearing",
    "Report",
    "Signed",
    "own_key",
    "seal",
    "seal_judged",
    "sign",
    "unpack",
    "unseal",
    "unseal_judged",
]

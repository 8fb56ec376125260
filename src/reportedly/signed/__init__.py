"""Reports that a person makes and signs: their bytes, and the keys that sign them."""

from reportedly.signed.bearing import JudgedBearing, seal, unseal
from reportedly.signed.keys import own_key
from reportedly.signed.report import FORMAT, Coded, Report, Signed, sign, unpack

__all__ = ["FORMAT", "Coded", "JudgedBearing", "Report", "Signed", "own_key", "seal", "sign", "unpack", "unseal"]

"""Reports that a person makes and signs: their bytes, and the keys that sign them."""

from reportedly.signed.keys import own_key
from reportedly.signed.report import FORMAT, Coded, Report, Signed, sign, unpack

__all__ = ["FORMAT", "Coded", "Report", "Signed", "own_key", "sign", "unpack"]

"""Reading foreign bytes apart: in processes that have little memory and time, no network, and nothing that they could write to."""

from reportedly.read.apart.cells import read_apart, warm

__all__ = ["read_apart", "warm"]

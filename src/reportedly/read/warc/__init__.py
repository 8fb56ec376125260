"""Reading web archives (WARC), plain or gzip: the answers of servers, and which addresses led to them."""

from reportedly.read.warc.container import WarcContainer

__all__ = ["WarcContainer"]

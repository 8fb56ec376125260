"""Reading: bytes in, documents out, each with canonical text, dated segments, and metadata that says where it came from."""

from reportedly.read.folders import read_bytes, read_paths, walk
from reportedly.read.registry import READERS, reader_for, reader_named

__all__ = ["READERS", "read_bytes", "read_paths", "reader_for", "reader_named", "walk"]

"""Office documents that are not read: sheets, slides, OpenDocument. Taken apart as archives, their parts would pass for texts."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import BinaryDocumentError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.fail import failure
from reportedly.read.sniff import PAGED


class OfficeReader:
    """Names what it is given."""

    name = "office"
    suffixes = frozenset({".xlsx", ".pptx", ".odt", ".ods", ".odp", ".doc", ".xls", ".ppt"})
    ceiling = PAGED

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one failure."""
        what = "this is an office document of a kind that is not read"
        yield failure(BinaryDocumentError(what, remedy="save it as DOCX, PDF or CSV, and add that"), path, ref=options.ref, data=data)

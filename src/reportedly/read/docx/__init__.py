"""Reading DOCX: paragraphs, tables and notes as they stand after all changes are accepted; what was deleted is listed."""

from reportedly.read.docx.reader import DocxReader

__all__ = ["DocxReader"]

"""Reading PDF: words with their places on the page, put into the order in which a person reads them."""

from reportedly.read.pdf.reader import PdfReader

__all__ = ["PdfReader"]

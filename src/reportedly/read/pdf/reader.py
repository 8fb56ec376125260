"""Reading PDF files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from reportedly.errors import BrokenFileError, EncryptedError, PicturesError, ReadError, TooLargeError
from reportedly.limits import limits
from reportedly.model import Document, Failure, LeftOut, Metadata
from reportedly.ports import ReadOptions
from reportedly.read.build import Raw, build
from reportedly.read.encoding import replace_surrogates
from reportedly.read.fail import failure
from reportedly.read.ownname import with_own_title
from reportedly.read.pdf.columns import in_order
from reportedly.read.pdf.paragraphs import lines
from reportedly.read.pdf.running import numbers, running
from reportedly.read.pdf.text import compose
from reportedly.read.pdf.words import Bit, bits
from reportedly.read.sniff import PAGED, check_size, empty

_PRINTED = re.compile(r"https?://[\w.:-]+/\S+")


class PdfReader:
    """Reads PDF files. Their own dates and authors are those of the file, not of the report, and are not taken."""

    name = "pdf"
    suffixes = frozenset({".pdf"})
    ceiling = PAGED

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document, or one failure where the file is damaged, encrypted, scanned, or too large."""
        try:
            found = read_pdf(data)
        except ReadError as error:
            yield failure(error, path, ref=options.ref, data=data)
            return
        said = with_own_title(_printed_from(options.given, found.left_out), found.text, found.title)
        yield build(Raw(data, path, found.text, self.name, said, left_out=found.left_out), options)


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a PDF holds: its text, what was left out of it, and the title that the file gives itself."""

    text: str
    left_out: tuple[LeftOut, ...]
    title: str | None


def read_pdf(data: bytes) -> Pdf:
    """Return what a PDF holds.

    Raises:
        BrokenFileError: it is damaged.
        EncryptedError: it needs a password.
        PicturesError: its pages are pictures.
        TooLargeError: it is over a ceiling.
        EmptyDocumentError: there is nothing on its pages.
    """
    error = check_size(len(data), PAGED)
    if error is not None:
        raise error
    pdf = _opened(data)
    try:
        return _read(pdf)
    except pdfium.PdfiumError as problem:
        raise _broken(str(problem)) from problem
    finally:
        pdf.close()


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        if getattr(problem, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            what = "the PDF needs a password"
            raise EncryptedError(what, remedy="save it without one, and add that") from problem
        raise _broken(str(problem)) from problem


def _broken(what: str) -> BrokenFileError:
    return BrokenFileError(f"the PDF cannot be read: {what}", remedy="it is damaged, cut short, or no PDF; get it again")


def _read(pdf: pdfium.PdfDocument) -> Pdf:
    most = limits().pdf_pages
    if len(pdf) > most:
        what = f"{len(pdf):,} pages are over the ceiling of {most:,}"
        raise TooLargeError(what, remedy="split it, or raise REPORTEDLY_PDF_PAGES")
    pages, heights, pictures = [], [], []
    for number in range(len(pdf)):
        page = pdf[number]
        found = bits(page)
        if not found and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])):
            pictures.append(number)
        pages.append(found)
        heights.append(page.get_height())
        page.close()
    _check_words(pages, pictures)
    return _put_together(pdf, pages, heights, pictures)


def _check_words(pages: list[list[Bit]], pictures: list[int]) -> None:
    """Raise a ReadError where the pages hold no words."""
    nothing = empty("".join(bit.text for found in pages for bit in found))
    if nothing is None:
        return
    if pictures:
        what = f"{len(pictures)} of {len(pages)} pages are pictures, and there is no text on any: this is a scan"
        raise PicturesError(what, remedy="run it through a program that recognises text (OCR), and add what that makes")
    raise nothing


def _put_together(pdf: pdfium.PdfDocument, pages: list[list[Bit]], heights: list[float], pictures: list[int]) -> Pdf:
    taken, left = running(pages, heights)
    kept = [[bit for at, bit in enumerate(found) if (number, at) not in taken] for number, found in enumerate(pages)]
    text, hyphens = compose(list(lines(in_order(kept))))
    if pictures:
        left += (LeftOut("picture", "a page without text: a picture, perhaps a scan", numbers(pictures)),)
    attached = pdf.count_attachments()
    if attached:
        left += (LeftOut("attachment", f"{attached} files attached to the PDF"),)
    title = replace_surrogates(pdf.get_metadata_value("Title") or "")
    return Pdf(replace_surrogates(text), left + hyphens, title or None)


def _printed_from(given: Metadata, left_out: tuple[LeftOut, ...]) -> Metadata:
    """Return ``given`` with the address that browsers print at the head or foot of the pages, where that is one of a page."""
    margins = (left for left in left_out if left.why in {"running-head", "running-foot"})
    found = next((match[0] for left in margins if (match := _PRINTED.search(left.words))), None)
    if given.url or found is None:
        return given
    return replace(given, url=found, origins=(*given.origins, ("url", "margin")))

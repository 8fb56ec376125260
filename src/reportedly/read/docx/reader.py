"""Reading DOCX files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.errors import ReadError
from reportedly.model import Document, Failure, LeftOut
from reportedly.ports import ReadOptions
from reportedly.read.allowance import Budget
from reportedly.read.build import Raw, build
from reportedly.read.docx.body import Body
from reportedly.read.docx.package import WORD, Package
from reportedly.read.docx.writer import Writer
from reportedly.read.fail import failure
from reportedly.read.ownname import with_own_title
from reportedly.read.sniff import PAGED, check_size, empty
from reportedly.read.xml import Element
from reportedly.read.zipped import opened
from reportedly.text import fold

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HEADINGS = frozenset({"title", "heading 1"})
_BESIDE = (("header", "running-head"), ("footer", "running-foot"), ("comments", "comment"))


class DocxReader:
    """Reads DOCX files. Their own dates and authors are those of the file, not of the report, and are not taken."""

    name = "docx"
    suffixes = frozenset({".docx", ".docm", ".dotx"})
    ceiling = PAGED

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document, or one failure where the file is damaged, too large, or holds no words."""
        try:
            found = read_docx(data)
        except ReadError as error:
            yield failure(error, path, ref=options.ref, data=data)
            return
        said = with_own_title(options.given, found.out.text, found.title)
        fixed = found.out.headlines[:1]
        yield build(Raw(data, path, found.out.text, self.name, said, fixed, left_out=found.left_out), options)


@dataclass(frozen=True, slots=True)
class Docx:
    """What a DOCX holds: its text with headlines, what was left out, and the title that the file gives itself."""

    out: Writer
    left_out: tuple[LeftOut, ...]
    title: str | None


def read_docx(data: bytes) -> Docx:
    """Return what a DOCX holds. Raises a ReadError where it cannot be read."""
    error = check_size(len(data), PAGED)
    if error is not None:
        raise error
    with opened(data) as archive:
        package = Package(archive, Budget(len(data)))
        main = package.main()
        body = Body(Writer(), _headings(package.beside(main, "styles.xml")))
        root = package.part(main)
        if root is not None:
            body.read(root)
        for kind in ("footnotes", "endnotes"):
            body.notes(kind, package.beside(main, f"{kind}.xml"))
        beside = [left for begins, why in _BESIDE for left in _beside(package.all_beside(main, begins), why)]
        title = package.part("docProps/core.xml")
    nothing = empty(body.out.text)
    if nothing is not None:
        raise nothing
    found = None if title is None else title.find(_TITLE)
    return Docx(body.out, (*beside, *body.out.left_out), None if found is None else found.text)


def _headings(styles: Element | None) -> frozenset[str]:
    """Return the ids of the styles of titles, whatever language the program that wrote them speaks."""
    made = set()
    for style in styles.iter(f"{WORD}style") if styles is not None else ():
        name = style.find(f"{WORD}name")
        if name is not None and (name.get(f"{WORD}val") or "").lower() in _HEADINGS:
            made.add(style.get(f"{WORD}styleId") or "")
    return frozenset(made)


def _beside(parts: list[Element], why: str) -> list[LeftOut]:
    """Return the words of running heads and feet, each once, or of comments."""
    found = [
        fold(" ".join(node.text or "" for node in block.iter(f"{WORD}t")))
        for part in parts
        for block in (part.iter(f"{WORD}comment") if why == "comment" else (part,))
    ]
    return [LeftOut(why, words) for words in dict.fromkeys(found) if words]

"""Small DOCX files, made of their XML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from tests.unit.read.making import zipped

_NAME = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_STYLES = '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
_CORE = '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'


def run(words: str, *, mark: str = "") -> str:
    """Return a run of words, ``mark`` its properties."""
    properties = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*parts: str, style: str = "") -> str:
    """Return a paragraph of runs; one without markup is words."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(part if part.startswith('<w:') else run(part) for part in parts)}</w:p>"


def deleted(words: str) -> str:
    """Return words that somebody deleted."""
    return f'<w:del w:author="An Editor" w:date="2031-05-02T10:00:00Z"><w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>'


def inserted(words: str) -> str:
    """Return words that somebody put in."""
    return f'<w:ins w:author="An Editor">{run(words)}</w:ins>'


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of words."""
    cells = ("".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def note(number: int) -> str:
    """Return the mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(*blocks: str, notes: Mapping[int, str] | None = None, title: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """Return a DOCX of blocks, with footnotes, a title of the file's own, and other parts."""
    told = "".join(f'<w:footnote w:id="{number}">{paragraph(words)}</w:footnote>' for number, words in (notes or {}).items())
    parts = {
        "[Content_Types].xml": f"{_HEAD}<Types/>",
        "word/document.xml": f"{_HEAD}<w:document {_NAME}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{_HEAD}<w:styles {_NAME}>{_STYLES}</w:styles>",
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_NAME}>{told}</w:footnotes>",
        "word/header1.xml": f"{_HEAD}<w:hdr {_NAME}>{paragraph('The Tarn Count')}</w:hdr>",
        "docProps/core.xml": _CORE.format(escape(title)),
    }
    return zipped({name: words.encode() for name, words in parts.items()} | dict(more or {}))

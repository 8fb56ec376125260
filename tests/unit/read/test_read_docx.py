from __future__ import annotations

import pytest

from tests.unit.read.build import fail, kinds, read, short
from tests.unit.read.making import zipped
from tests.unit.read.making_docx import deleted, docx, inserted, note, paragraph, run, table

MILL = "The river rose in the night and the old mill at Tarn was cut off."
LONG = (
    "The miller said that the boats had gone before the water came, that nobody had been told "
    "of it, and that the weir would hold until the evening."
)
_BOMB = {"word/document.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>'}


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ((paragraph(MILL), paragraph(), paragraph("It stood.")), f"{MILL}\n\nIt stood."),
        ((paragraph("The ", run("old", mark="<w:b/>"), " mill"),), "The old mill"),
        ((paragraph("Nobody ", deleted("of the crew "), inserted("there "), "was hurt."),), "Nobody there was hurt."),
        ((paragraph("Nobody ", run("at all ", mark="<w:vanish/>"), "was hurt."),), "Nobody was hurt."),
        ((paragraph("Seen", run(" here", mark='<w:vanish w:val="0"/>')),), "Seen here"),
        ((paragraph("Two<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "lines"),), "Two<w:r><w:tab/></w:r>\nlines"),
        (
            (paragraph(MILL), table(("Place", "Boats"), ("Tarn", "12")), paragraph("It stood.")),
            f"{MILL}\n\nPlace\tBoats\nTarn\t12\n\nIt stood.",
        ),
        ((table((LONG, MILL)),), f"{LONG}\n\n{MILL}"),
        (("<w:sdt><w:sdtContent>" + paragraph(MILL) + "</w:sdtContent></w:sdt>",), MILL),
        ((paragraph("<w:hyperlink>" + run("a link") + "</w:hyperlink>", "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"),), "a link"),
    ],
)
def test_the_text_is_what_stands_after_all_changes(blocks: tuple[str, ...], text: str) -> None:
    assert read(docx(*blocks), "a.docx").text == text


def test_what_is_left_out_is_listed_with_its_place() -> None:
    found = read(
        docx(paragraph(MILL), paragraph("Nobody ", deleted("of the crew "), "was hurt.", note(1)), notes={1: "So the mayor."}), "a.docx"
    )
    assert found.text == f"{MILL}\n\nNobody was hurt.\n\n[1] So the mayor."
    told = {left.why: left for left in found.left_out}
    assert set(told) == {"running-head", "deleted", "note-mark"}
    assert (told["deleted"].words, told["deleted"].where) == ("of the crew ", "An Editor, 2031-05-02T10:00:00Z")
    assert told["deleted"].at == found.text.index("was hurt")
    assert found.text[: told["note-mark"].at].endswith("hurt.")
    assert told["running-head"].words == "The Tarn Count"


def test_the_title_is_a_headline() -> None:
    found = read(docx(paragraph("The weir held", style="Titel"), paragraph(MILL), title="The weir held"), "-")
    assert kinds(found)[0] == ("headline", "The weir held")
    assert (found.metadata.title, found.format) == ("The weir held", "docx")
    assert read(docx(paragraph(MILL), title="Template 7"), "a.docx").metadata.title != "Template 7"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(paragraph()), "R201"),
        (docx(paragraph(MILL))[:300], "R209"),
        (docx(paragraph(MILL), more=_BOMB), "R209"),
        (docx(paragraph(MILL), more={"word/document.xml": b"<w:document"}), "R209"),
        (docx(paragraph(MILL), more={"word/document.xml": b"<a>" * 400 + b"</a>" * 400}), "R209"),
        (docx("<w:sdt>" * 90 + paragraph(MILL) + "</w:sdt>" * 90), "R206"),
        (docx(paragraph(MILL), more={"word/footnotes.xml": b" " * 9_000_000}), "R203"),
        (zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), "R202"),
        (b"no archive", "R209"),
    ],
    ids=short,
)
def test_a_docx_that_cannot_be_read_is_named(data: bytes, code: str) -> None:
    assert fail(data, "a.docx").code == code

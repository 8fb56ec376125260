from __future__ import annotations

import datetime as dt
import logging

import htmldate
import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes
from reportedly.read.html import declared_charset
from tests.unit.read.build import OPTIONS, fail, kinds, read, words_of

ONE = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning, after two days of rain."
TWO = "Nobody was hurt. Two boats were lost near the weir, and the road to the mill stayed shut until the evening, a woman there said."
HEAD = (
    '<html lang="en-GB"><head><title>Mill cut off by flood | The Long Count</title>'
    '<meta property="article:published_time" content="2031-02-10T11:20:00-03:00"><meta property="og:site_name" content="The Long Count">'
    '<meta name="author" content="Nour Baly"><link rel="canonical" href="https://count.example/mill"></head>'
)
PAGE = f"""<!doctype html>{HEAD}<body>
<nav><ul><li>Home</li><li>River</li></ul></nav>
<article><h1>Mill cut off by flood</h1><p class="byline">By Nour Baly, 10 February 2031</p>
<p>{ONE}</p><figure><img src="a.jpg"><figcaption>The mill on Monday.</figcaption></figure><p>{TWO}</p>
<p>Everybody   knows <b>that</b> the<br>weir is old, and nobody mends it, because mending costs more than the mill earns.</p></article>
<aside><h2>Most read</h2><ul><li>Weir is old, says Senn</li></ul></aside>
<section id="comments"><h2>1 comment</h2><div class="comment"><p>jo_s</p><p>I saw the boats, and they were gone by nine.</p></div></section>
<footer><p>Texts of The Long Count may be reproduced with a link.</p></footer>
<script>var mill = "hidden";</script></body></html>"""


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "trafilatura")


def html(page: str | bytes, options: ReadOptions = OPTIONS) -> Document:
    return read(page, "a.html", options)


def test_a_page_is_told_apart() -> None:
    document = html(PAGE)
    assert kinds(document) == [
        ("navigation", "Home\nRiver"),
        ("headline", "Mill cut off by flood"),
        ("byline", "By Nour Baly, 10 February 2031"),
        ("body", ONE),
        ("caption", "The mill on Monday."),
        (
            "body",
            f"{TWO}\n\nEverybody knows that the\nweir is old, and nobody mends it, because mending costs more than the mill earns.",
        ),
        ("navigation", "Most read\n\nWeir is old, says Senn"),
        ("comment", "1 comment\n\njo_s\n\nI saw the boats, and they were gone by nine."),
        ("licence", "Texts of The Long Count may be reproduced with a link."),
    ]


def test_short_sentences_in_an_element_named_after_its_author_are_text() -> None:
    text = f"<p>{ONE}</p><p>Nobody was hurt there.</p><p>{TWO}</p>"
    page = f"<html><body><article class='post author-jo tag-river comments-open'>{text}</article></body></html>"
    assert kinds(html(page)) == [("body", f"{ONE}\n\nNobody was hurt there.\n\n{TWO}")]


def test_metadata_of_a_page() -> None:
    metadata = html(PAGE).metadata
    assert (metadata.title, metadata.byline, metadata.publisher) == ("Mill cut off by flood", ("Nour Baly",), "The Long Count")
    assert (metadata.url, metadata.lang) == ("https://count.example/mill", "en")
    assert (metadata.published.value, metadata.published.origin, metadata.published.weak) == (dt.date(2031, 2, 10), "meta", False)


def test_the_callers_date_wins_over_the_pages() -> None:
    published = html(PAGE, ReadOptions(published=dt.date(2031, 3, 1))).metadata.published
    assert (published.value, published.origin) == (dt.date(2031, 3, 1), "argument")


def test_a_date_of_the_address() -> None:
    page = f'<html><head><link rel="canonical" href="https://count.example/2019/02/10/mill"></head><body><article><p>{ONE}</p><p>{TWO}</p></article></body></html>'
    published = html(page).metadata.published
    assert (published.value, published.origin) == (dt.date(2019, 2, 10), "url")


def test_a_date_found_only_by_an_extensive_search_is_weak() -> None:
    page = f"<html><body><div><p>{ONE}</p><p>{TWO}</p><p>The mill was last mended on 3 May 2019, not well.</p></div></body></html>"
    published = html(page).metadata.published
    assert published.value is None or published.weak


def test_hidden_words_are_not_text() -> None:
    document = html(
        f'<html><body><p>{ONE}</p><p hidden>secret</p><p style="display: none">secret</p><style>secret</style><p>{TWO}</p></body></html>'
    )
    assert document.text == f"{ONE}\n\n{TWO}"


@pytest.mark.parametrize(("depth", "read_whole"), [(200, True), (240, True), (260, False), (5_000, False)])
def test_a_page_that_the_parser_would_cut_is_a_failure(depth: int, *, read_whole: bool) -> None:
    page = f"<html><body>{'<div>' * depth}deep{'</div>' * depth}<p>{ONE}</p></body></html>"
    if read_whole:
        assert html(page).text == f"deep\n\n{ONE}"
    else:
        failure = fail(page, "a.html")
        assert failure.code == "R206"
        assert failure.data == page.encode()


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>a</script></body></html>", "<p></p>", "<", "<!-- a -->"])
def test_a_page_without_words_is_said_so(page: str) -> None:
    assert fail(page, "a.html").code == "R201"


def test_a_long_block_quotation_is_an_embedded_document_and_a_short_one_is_not() -> None:
    long = f"<html><body><article><p>{ONE}</p><blockquote><p>{TWO}</p><p>{ONE}</p></blockquote><p>{TWO}</p></article></body></html>"
    assert words_of(html(long), "embedded_document") == [f"{TWO}\n\n{ONE}"]
    short = f"<html><body><article><p>{ONE}</p><blockquote>The mill is old.</blockquote><p>{TWO}</p></article></body></html>"
    assert words_of(html(short), "embedded_document") == []


def test_charsets_that_pages_declare() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>Мельница. {ONE}</p></body></html>'
    assert html(page.encode("cp1251")).text.startswith("Мельница.")
    assert declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">') == "koi8-r"
    assert declared_charset(b'<?xml version="1.0" encoding="cp1252"?>') == "cp1252"
    assert declared_charset(b"<p>charset</p>") is None


def test_a_page_with_an_xml_declaration_is_read() -> None:
    assert html(f'<?xml version="1.0" encoding="utf-8"?><html><body><p>{ONE}</p></body></html>').text == ONE


def test_a_fault_of_the_extractor_leaves_the_page_to_its_structure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "broken page"
        raise ValueError(message)

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    monkeypatch.setattr(htmldate, "find_date", broken)
    document = html(PAGE)
    assert [kind for kind, _ in kinds(document)][:3] == ["navigation", "headline", "byline"]
    assert ONE in words_of(document, "body")
    assert document.metadata.title == "Mill cut off by flood"


tags = st.sampled_from(
    ["p", "div", "nav", "article", "blockquote", "pre", "li", "h1", "figcaption", "section class=comments", "br", "table", "td", "a", "b"]
)
pieces = st.one_of(
    st.text(max_size=20),
    tags.map(lambda t: f"<{t}>"),
    tags.map(lambda t: f"</{t.split()[0]}>"),
    st.sampled_from([ONE, TWO, "&amp;", "<!--", "&#13;"]),
)


@given(st.lists(pieces, max_size=15).map("".join))
def test_any_page_is_partitioned_or_a_failure(page: str) -> None:
    [found] = read_bytes(page.encode("utf-8", "ignore"), "a.html", OPTIONS)
    if isinstance(found, Document):
        assert [s.start for s in found.segments[1:]] == [s.end for s in found.segments[:-1]]
        assert (found.segments[0].start, found.segments[-1].end) == (0, len(found.text))
        assert "\r" not in found.text
    else:
        assert found.code.startswith("R2")

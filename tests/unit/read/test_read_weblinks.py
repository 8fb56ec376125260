from __future__ import annotations

import pytest

from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read.html import HtmlReader
from reportedly.read.plain import PlainReader
from reportedly.read.weblinks import WebLink, host_of, same_place, weblinks

STORY = "The army shelled the mill on Tuesday, killing six people, as the Pell Courier reported. " * 3
WIRE = "https://www.pellcourier.example/a/?utm_source=x#top"
PAGE = f"""<html><head><title>Mill shelled</title></head><body><nav><a href="https://share.example/x">Share this</a></nav>
<article><h1>Mill shelled</h1><p>{STORY}</p><p>Six people died, the <a href="{WIRE}">Pell Courier
wrote</a>, and others said so (<a href="#">here</a> and <a href="/tags/mill">there</a>). {STORY}</p></article></body></html>"""


def test_links_of_the_article_are_found_with_their_words_and_lost_ones_are_kept_as_such() -> None:
    document = next(HtmlReader().read(PAGE.encode(), "a.html", ReadOptions()))
    assert isinstance(document, Document)
    found = [(document.text[link.start : link.end], link.url) for link in weblinks(document)]
    assert found == [("Pell Courier wrote", WIRE), ("here", None)]


def test_links_of_a_text_are_those_it_writes_out() -> None:
    said = "It was said by the [Weir Courier](#) and [the Mail](https://mail.example/b). See https://mill.example/c, too."
    text = f"{STORY}\n\n{said} {STORY}"
    document = next(PlainReader().read(text.encode(), "a.txt", ReadOptions()))
    assert isinstance(document, Document)
    found = [(document.text[link.start : link.end], link.url) for link in weblinks(document)]
    assert found == [
        ("Weir Courier", None),
        ("the Mail", "https://mail.example/b"),
        ("https://mill.example/c", "https://mill.example/c"),
    ]
    assert WebLink(0, 1, None) not in weblinks(document)


@pytest.mark.parametrize(
    ("url", "place", "host"),
    [
        ("https://www.Mill.example/a/?utm_source=x#top", "mill.example/a", "mill.example"),
        ("http://mill.example/a", "mill.example/a", "mill.example"),
        ("//mill.example:80/a?id=3&fbclid=9", "mill.example:80/a?id=3", "mill.example"),
        ("http://[broken", "http://[broken", "http"),
        ("", "", ""),
    ],
)
def test_one_page_has_one_address(url: str, place: str, host: str) -> None:
    assert (same_place(url), host_of(url)) == (place, host)

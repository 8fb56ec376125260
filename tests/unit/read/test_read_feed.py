from __future__ import annotations

import datetime as dt
import json

import pytest

from reportedly.model import Document, Failure
from tests.unit.read.build import fail, kinds, read, rows, short
from tests.unit.read.making_web import rss

MILL = "The river rose in the night and the old mill at Tarn was cut off."
HTML = f"<p>{MILL}</p><blockquote><p>It stood.</p></blockquote>"
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://tarn.example/">
<title>The Tarn Count</title><link href="/"/><entry><id>urn:1</id><title type="html">Water &amp;amp; weir</title><link rel="self" href="x"/>
<link href="mill"/><author><name>Nour Baly</name></author><published>2031-05-02T23:00:00-05:00</published>
<updated>2031-06-01T00:00:00Z</updated>
<source><title>Weir Watch</title><link href="https://weir.example/"/></source><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{MILL}</p></div></content></entry></feed>""".encode()
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Tarn Count</title></channel><item><title>Water</title><link>https://tarn.example/mill</link>
<dc:creator>Nour Baly</dc:creator><dc:date>2031-05-02</dc:date><description>{MILL}</description></item></rdf:RDF>""".encode()
RSS = rss(
    [
        {
            "title": "Water",
            "guid": "urn:1",
            "link": "https://tarn.example/mill",
            "author": "a@b.example (Nour Baly)",
            "pubDate": "Fri, 02 May 2031 10:00:00 GMT",
            "description": "Short.",
            "content:encoded": HTML,
        }
    ]
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Tarn Count",
        "items": [
            {
                "id": 1,
                "url": "https://tarn.example/mill",
                "title": "Water",
                "content_html": HTML,
                "date_published": "2031-05-02T10:00:00Z",
                "authors": [{"name": "Nour Baly"}],
            }
        ],
    }
).encode()


@pytest.mark.parametrize(
    ("name", "data", "title", "lang", "ref"),
    [
        ("a.rss", RSS, "Water", "en", "urn:1"),
        ("a.atom", ATOM, "Water & weir", "fr", "urn:1"),
        ("a.rdf", RDF, "Water", None, None),
        ("a.xml", RSS, "Water", "en", "urn:1"),
        ("-", JSON, "Water", None, "1"),
    ],
    ids=short,
)
def test_an_item_is_a_document_with_what_the_feed_says_of_it(name: str, data: bytes, title: str, lang: str | None, ref: str | None) -> None:
    found = read(data, name)
    said = found.metadata
    assert (said.title, said.byline, said.publisher, said.lang) == (title, ("Nour Baly",), "The Tarn Count", lang)
    assert (said.published.value, said.published.origin, said.url) == (dt.date(2031, 5, 2), "meta", "https://tarn.example/mill")
    assert (found.path, found.ref, found.text.split("\n")[0]) == (f"{name}#1", ref, MILL)
    assert all(kind in {"body", "embedded_document"} for kind, _ in kinds(found))


def test_the_source_that_a_feed_took_an_item_from_is_kept() -> None:
    source = read(ATOM, "a.atom").metadata.original_source
    assert source is not None
    assert dict(read(ATOM, "a.atom").metadata.origins)["title"] == "feed"
    assert read(ATOM, "a.atom").metadata.modified.value == dt.date(2031, 6, 1)
    assert (source.name, source.url) == ("Weir Watch", "https://weir.example/")


def test_items_without_words_and_damage_are_named_and_the_rest_go_on() -> None:
    items = [{"description": MILL}, {"title": "no words"}, {"description": f"{MILL} […]"}]
    found = rows(rss(items).replace(b"</channel>", b"<b></channel>"), "a.rss")
    assert [type(one).__name__ for one in found] == ["Document", "Failure", "Document", "Failure"]
    assert [one.code for one in found if isinstance(one, Failure)] == ["R201", "R209"]
    assert isinstance(found[2], Document)
    assert [left.why for left in found[2].left_out] == ["teaser"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<?xml version='1.0'?><html/>", "R209"),
        (b"<rss", "R209"),
        (b"", "R209"),
        (rss([]), "R201"),
        (rss([{"description": "&b;"}], head='<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'), "R209"),
        (rss([{"description": "x"}], head='<!DOCTYPE rss [<!ENTITY b SYSTEM "file:///etc/passwd">]>'), "R209"),
        (b"<rss>" + b"<a>" * 5_000, "R209"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "R209"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "R209"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [3]}', "R201"),
    ],
    ids=short,
)
def test_what_is_no_feed_or_an_attack_is_named(data: bytes, code: str) -> None:
    assert fail(data, "a.xml").code == code

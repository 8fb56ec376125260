"""What pages say of themselves in tags, and which of it holds where they differ."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from reportedly.export.contract import document_to_contract
from reportedly.model import Metadata
from reportedly.read.htmlfacts import split_title
from reportedly.read.jsonld import stated
from tests.unit.read.build import read

BODY = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning. " * 3
GRAPH = {
    "@graph": [
        {"@type": "WebPage", "datePublished": "2031-01-01", "name": "Page"},
        {
            "@type": ["NewsArticle"],
            "headline": "Mill cut  off",
            "author": [{"@type": "Person", "name": "Nour Baly"}, {"@type": "Organization", "name": "Desk"}, "Jo Senn"],
            "publisher": {"name": "The Long Count"},
            "datePublished": "2031-02-10T11:20:00-03:00",
            "dateModified": "2031-02-12",
            "articleSection": ["War", "River"],
            "mainEntityOfPage": {"@id": "https://count.example/mill"},
        },
    ]
}


def metadata(head: str, body: str = "") -> Metadata:
    return read(f"<html lang='en-GB'><head>{head}</head><body>{body}<article><p>{BODY}</p></article></body></html>", "a.html").metadata


def test_json_ld_goes_before_other_tags_and_every_day_is_kept() -> None:
    found = metadata(
        f'<script type="application/ld+json">{json.dumps(GRAPH)}</script><meta property="og:title" content="Other | The Long Count">'
        '<meta property="article:published_time" content="2031-02-09"><link rel="canonical" href="https://count.example/2031/02/08/mill">'
    )
    assert (found.title, found.byline, found.publisher, found.section) == (
        "Mill cut off",
        ("Nour Baly", "Jo Senn"),
        "The Long Count",
        "War",
    )
    assert (found.published.value, found.published.origin, found.published.weak) == (dt.date(2031, 2, 10), "meta", False)
    assert found.modified.value == dt.date(2031, 2, 12)
    assert [(d.value.day if d.value else None, d.origin) for d in found.dates] == [(10, "meta"), (9, "meta"), (8, "url")]
    assert dict(found.origins)["byline"] == "json-ld"
    assert (found.url, found.lang) == ("https://count.example/2031/02/08/mill", "en")


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Nour Baly and Jo Senn">', ("Nour Baly", "Jo Senn")),
        ('<meta name="author" content="Nour Baly, Jo Senn; Ada Marsk">', ("Nour Baly", "Jo Senn", "Ada Marsk")),
        ('<meta property="article:author" content="https://face.example/nour"><meta name="byl" content="By Nour Baly">', ("Nour Baly",)),
        ('<meta name="author" content="admin">', ()),
    ],
)
def test_authors_of_meta_elements(head: str, byline: tuple[str, ...]) -> None:
    assert metadata(head).byline == byline


def test_what_no_tag_says_is_null_with_a_reason() -> None:
    document = read(f"<html><body><p>{BODY}</p><p>© 2031</p></body></html>", "a.html")
    told = document_to_contract(document)
    assert (told["title"], told["published"]["value"], told["publisher"]["name"]) == (None, None, None)
    assert set(told["unstated"]) == {"title", "byline", "publisher", "published", "original_source"}


def test_the_sites_name_is_no_part_of_the_title() -> None:
    apart = ("Mill cut off", "The Long Count")
    assert split_title("Mill cut off | The Long Count", ["Mill cut off"], []) == apart
    assert split_title("The Long Count - Mill cut off", ["Mill cut off"], []) == apart
    assert split_title("The Long Count - Mill cut off", [], ["The Long Count"]) == apart
    assert split_title("Mill - cut off", ["Another"], ["The Weir"]) == ("Mill - cut off", None)


@pytest.mark.parametrize("words", ["{", '{"@type": "NewsArticle"}', '["NewsArticle"]', '{"@type": "Person", "headline": "x"}', "[" * 9_000])
def test_broken_and_other_objects_say_nothing(words: str) -> None:
    assert stated([words]).title is None


def test_the_text_gives_section_and_every_dated_line() -> None:
    first = ("In Opinion", "Mill cut off by flood", "By Nour Baly, The Weir, Sept 8, 2031", BODY)
    second = ("This is from earlier", "No boats today", "Jo Senn", "7 September 2031", BODY)
    found = read("\n\n".join([*first, *second])).metadata
    assert found.section == "Opinion"
    assert [(d.value, d.origin) for d in found.dates] == [(dt.date(2031, 9, 8), "byline"), (dt.date(2031, 9, 7), "dateline")]
    assert dict(found.origins) == {"title": "headline", "byline": "byline", "section": "navigation"}

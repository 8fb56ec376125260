from __future__ import annotations

import json

import pytest

from tests.unit.read.build import kinds, read

A = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning, after two days of rain."
B = "Nobody was hurt. Two boats were lost near the weir, and the road to the mill stayed shut until the evening, a woman there said."
C = "The commission heard from both banks that the second gate was open, and that no convoy had been held there since the winter."
D = "A nurse in Senn counted forty families on the road, most of them on foot, with what they could carry from the lower town."
MORE = "The observers left before noon and told nobody when they would come back, which the mayor of Marsk called a broken promise."
TEXT = "".join(f"<p>{one}</p>" for one in (A, B, C, D))


def body(page: str) -> list[str]:
    return [words for kind, words in kinds(read(page, "a.html")) if kind == "body"]


def whole(*paragraphs: str) -> list[str]:
    return ["\n\n".join(paragraphs)]


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("<div><img src='a.jpg'><p>The mill, seen from the north bank</p></div>", "caption"),
        ("<div><div><img src='a.jpg'></div><p>The mill, seen from the north bank</p></div>", "caption"),
        ("<div class='big'><p>No convoy had been held there since the winter.</p></div>", "pull_quote"),
        ("<p>Article continues below</p>", "navigation"),
        ("<div><p><b>Our letter.</b> All on the river, every day. <a href='/n'>Sign up here</a></p></div>", "navigation"),
    ],
)
def test_what_interrupts_an_article_is_told(inside: str, kind: str) -> None:
    page = f"<article><h1>Mill cut off</h1>{TEXT}{inside}<p>{MORE}</p></article>"
    told = kinds(read(page, "a.html"))
    assert [found for found, _ in told] == ["headline", "body", kind, "body"]
    assert body(page) == [*whole(A, B, C, D), MORE]


def test_a_picture_makes_no_caption_of_a_report_of_two_sentences() -> None:
    assert body(f"<article><h1>Mill cut off</h1><div><img src='a.jpg'><p>{B}</p></div></article>") == [B]


def rows(lead: str, count: int = 3) -> str:
    return "".join(f"<div class='r'>{lead.format(n)}<p>{one}</p></div>" for n, one in enumerate((MORE, C, D)[:count]))


@pytest.mark.parametrize("lead", ["<a href='/{0}'>Other news of day {0}</a>", "<b>A column of day {0}</b>", "<h4>Another view {0}</h4>"])
def test_rows_beside_an_article_are_no_part_of_it(lead: str) -> None:
    assert body(f"<div id='l'><h1>Mill cut off</h1><div>{TEXT}</div></div><div id='r'>{rows(lead)}</div>") == whole(A, B, C, D)


def test_headings_with_a_paragraph_each_are_the_article_where_the_title_stands() -> None:
    page = f"<article><h1>Three things</h1><p>{A}</p><p>{B}</p>{rows('<h3>Thing {0}</h3>')}</article>"
    assert body(page) == whole(A, B, "Thing 0", MORE, "Thing 1", C, "Thing 2", D)


@pytest.mark.parametrize(("break_", "tag"), [("\n\n", ""), ("", "p")])
def test_a_text_for_programs_alone_is_read_where_the_page_shows_none(break_: str, tag: str) -> None:
    told = break_.join(f"<{tag}>{one}</{tag}>" if tag else one for one in (A, B, C))
    data = json.dumps({"@type": "NewsArticle", "headline": "Mill cut off", "articleBody": told}).replace("</", "<\\/")
    script = f"<script type='application/ld+json'>{data}</script>"
    assert body(f"<head>{script}</head><div id='app'>Loading</div>") == whole(A, B, C)
    assert body(f"<head>{script}</head><article><h1>Mill cut off</h1>{TEXT}</article>") == whole(A, B, C, D)


def test_one_paragraph_that_is_found_speaks_for_those_of_the_same_names() -> None:
    soup = "".join(f"<div class='x1'><div class='x2'><div>{one}</div></div></div>" for one in (A, B, C, D))
    assert body(f"<div class='x5'>{soup}</div>") == whole(A, B, C, D)

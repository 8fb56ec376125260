"""Pages of a river war as sites serve them: parts with their dates, a reprint in another site's frame, whichever side writes."""

from __future__ import annotations

import datetime as dt

import pytest

from reportedly.model import Document
from tests.unit.read.build import read, words_of

NEWEST = """
<html lang="en"><head><title>North Bank Notes</title></head><body><div id="header"><h1><a href="/">North Bank
Notes</a></h1></div>
<div class="main"><div class="date-outer"><h2 class="date-header"><span>Thursday, 15 May 2031</span></h2><div
class="post"><h3 class="post-title"><a href="/2031/05/a.html">Odric army rejects truce at Tarn</a></h3><div
class="post-body">
<p>Many thanks to the Weir Courier, whose reporters are on both banks.</p>
<p>The Odric army said on Thursday that it will not stop its attack on Tarn until the last Varni soldier has left the
town, and that no truce has been agreed with anybody.</p>
<p>A Varni spokesman told this page that the truce was agreed on Wednesday evening and that it holds on the whole of
the north bank.</p>
<p>The text of the agreement reads as follows:</p>
<blockquote><p>The two sides stop all fire at noon on 14 May 2031 and let the wounded pass over the old
bridge.</p><p>Neither side moves its guns while the wounded pass, and the commission counts them.</p></blockquote>
</div><div class="post-footer">Posted by jo at 09:14 <a href="/c">No comments</a></div></div></div>
<p>This is from earlier</p>
<div class="date-outer"><h2 class="date-header"><span>Tuesday, 13 May 2031</span></h2><div class="post"><h3
class="post-title"><a href="/2031/05/b.html">Varni column enters the lower town</a></h3><div class="post-body">
<p>By Nour Baly</p>
<p>A Varni column entered the lower town yesterday, and residents say that it met nobody, for the Odric guard had
left during the night.</p>
<p>Le porte-parole du gouvernement a déclaré que la ville basse était aux mains de ses soldats et que les habitants
pouvaient rentrer chez eux.</p>
</div></div></div></div>
<div id="comments"><h4>2 comments</h4><div class="comment"><p>Nour says that the army shelled the bridge and killed
40 people on Monday.</p></div></div>
<div class="footer"><p>Copyright 2031 North Bank Notes. The views expressed here are those of the authors
alone.</p></div></body></html>
"""
REPRINT = """
<html lang="fr"><head><title>Odric gains at the weir - La Revue</title><meta property="og:site_name" content="La
Revue"></head><body><div id="menu"><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Nos
auteurs</a></li></ul></div>
<div class="titre"><h1>Odric gains at the weir</h1><p>Par <a href="/jo">Jo Senn</a></p><p>La Revue, 10 mai
2031</p><p><a href="http://x">The Weir Courier</a></p><p>Région : <a href="/v">Vallée</a></p></div>
<div class="texte"><p>Odric troops took the weir on Friday, the army said, and the road to the mill has been open
since the afternoon of that day.</p>
<p>Here is how the Long Count describes it:</p>
<blockquote><p>The Varni guard left the customs house at noon, two witnesses told this paper, and the bridge was held
by nobody for an hour.</p><p>A colonel then ordered his men back across the bridge, and three of them were shot on
the way, he said.</p></blockquote>
<p>The Varni side denies all of this, and says that its guard is still in the customs house and will remain there.</p>
<p class="note"><em>Note de la rédaction : ce texte a été abrégé.</em></p>
</div><p>La source originale de cet article est <a href="http://x">The Weir Courier</a></p><p>Copyright © Jo Senn,
The Weir Courier, 2031</p>
<p><strong>Avis de non-responsabilité</strong> : Les opinions exprimées dans cet article n'engagent que le ou les
auteurs.</p><div class="pied"><a href="/c">Contact média</a></div></body></html>
"""


def page(text: str, sides: tuple[str, str]) -> Document:
    one, two = sides
    return read(text.replace("Odric", "@").replace("Varni", two).replace("@", one), "a.html")


@pytest.mark.parametrize("sides", [("Odric", "Varni"), ("Varni", "Odric")])
def test_a_page_with_the_newest_first_is_split_into_dated_parts(sides: tuple[str, str]) -> None:
    document = page(NEWEST, sides)
    parts = [(s.kind, s.dated) for s in document.segments]
    early = dt.date(2031, 5, 13)
    assert parts[:7] == [
        *((kind, None) for kind in ("headline", "dateline", "headline", "editor_note", "body", "embedded_document", "navigation"))
    ]
    assert parts[7:12] == [("editor_note", None), *((kind, early) for kind in ("dateline", "headline", "byline", "body"))]
    assert [s.kind for s in document.segments][-2:] == ["comment", "licence"]
    said = document.metadata
    assert (said.published.value, said.byline) == (dt.date(2031, 5, 15), ("Nour Baly",))
    assert [date.value for date in said.dates if date.origin == "dateline"] == [dt.date(2031, 5, 15), early]


@pytest.mark.parametrize("sides", [("Odric", "Varni"), ("Varni", "Odric")])
def test_a_reprint_in_the_frame_of_another_site(sides: tuple[str, str]) -> None:
    document = page(REPRINT, sides)
    assert [s.kind for s in document.segments] == [
        *("navigation", "headline", "byline", "navigation", "body", "quoted_article", "body", "editor_note", "byline", "licence"),
        *("disclaimer", "navigation"),
    ]
    said = document.metadata
    assert (said.title, said.byline, said.publisher) == (f"{sides[0]} gains at the weir", ("Jo Senn",), "La Revue")
    assert said.original_source is not None
    assert said.original_source.name == "The Weir Courier"
    assert (said.published.value, said.published.origin) == (dt.date(2031, 5, 10), "byline")
    assert words_of(document, "quoted_article")[0].startswith(f"The {sides[1]} guard left")

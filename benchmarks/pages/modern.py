"""Pages as sites of news make them today."""

from __future__ import annotations

from benchmarks.pages.frame import comments, cookies, document, footer, links, menu, newsletter, related, share, tags, teasers
from benchmarks.pages.words import Words

Page = tuple[str, list[str]]
"""The page, and the paragraphs of its article."""


def article(words: Words) -> Page:
    """An article element with share bar, picture, box of related links and a footer."""
    title, text = words.title(), words.paragraphs(6)
    figure = f'<figure><img src="a.jpg" alt="{words.title()}"><figcaption>The weir at Tarn on Monday. Photo: N. Baly</figcaption></figure>'
    body = (
        f"{menu()}<main><article><header><h1>{title}</h1><p class='byline'>By Jo Senn</p><time datetime='2031-05-04'>4 May 2031</time>{share()}"
        f"</header>{figure}{tags('p', text[:3])}{related(words)}{tags('p', text[3:])}</article></main>{teasers(words)}{footer()}"
    )
    return document(title, body), text


def hashed(words: Words) -> Page:
    """Nested blocks with names that mean nothing, as frameworks write them."""
    title, text = words.title(), words.paragraphs(7)
    inner = "".join(f'<div class="css-1fanzo5"><p class="css-axufdj evys1bk0">{one}</p></div>' for one in text)
    body = (
        f'<div id="app"><div class="css-9w1"><div class="css-mnu">{links(["World", "River", "More"])}</div><div class="css-h1x"><h1 class="css-8qgv">'
        f'{title}</h1></div><div class="css-1vxc">{inner}</div><div class="css-rel">{links(words.titles(6))}</div></div></div>'
    )
    return document(title, body), text


def consent(words: Words) -> Page:
    """A banner before, a pop-up behind and a box within the article."""
    title, text = words.title(), words.paragraphs(5)
    body = (
        f"{cookies()}{menu()}<div class='content'><h1>{title}</h1><div class='article-body'>{tags('p', text[:2])}{newsletter()}{tags('p', text[2:])}"
        f"</div></div><div class='modal popup'><p>Do not miss a thing: allow notifications from this site.</p><button>Allow</button></div>{footer()}"
    )
    return document(title, body), text


def scripts(words: Words) -> Page:
    """Scripts, advertisements and empty slots between the paragraphs."""
    title, text = words.title(), words.paragraphs(6)
    slot = "<div class='ad-slot' id='div-gpt-ad-1'><script>googletag.cmd.push(function(){display('x');});</script><span>Advertisement</span></div>"
    body = f"{menu()}<div class='story'><h1>{title}</h1>{slot.join(tags('p', [one]) for one in text)}</div><script>var words = 1;</script>{footer()}"
    return document(title, body), text


def promoted(words: Words) -> Page:
    """Lines that lead to other articles between the paragraphs."""
    title, text = words.title(), words.paragraphs(6)
    line = f'<p><strong>READ MORE: <a href="/x">{words.titles(1)[0]}</a></strong></p>'
    body = f"{menu()}<article class='post'><h1>{title}</h1>{line.join(tags('p', [one]) for one in text)}{share()}</article>{related(words)}{footer()}"
    return document(title, body), text


def quoting(words: Words) -> Page:
    """Block quotations of a statement, and a pull quote that repeats a sentence."""
    title, text = words.title(), words.paragraphs(6)
    pull = f"<aside class='pullquote'><p>{text[0].split('. ')[0]}</p></aside>"
    body = (
        f"{menu()}<article><h1>{title}</h1>{tags('p', text[:2])}{pull}<blockquote>{tags('p', text[2:4])}</blockquote>{tags('p', text[4:])}</article>"
        f"{footer()}"
    )
    return document(title, body), text


def headed(words: Words) -> Page:
    """Headings between the paragraphs; a standfirst above them."""
    title, text = words.title(), words.paragraphs(7)
    stand, heads = words.sentence(), ["What the army says", "What is known"]
    inner = f"{tags('p', text[:2])}<h2>{heads[0]}</h2>{tags('p', text[2:4])}<h2>{heads[1]}</h2>{tags('p', text[4:])}"
    body = f"{menu()}<article><h1>{title}</h1><p class='standfirst'>{stand}</p><div class='body'>{inner}</div></article>{teasers(words)}{footer()}"
    return document(title, body), [stand, *text[:2], heads[0], *text[2:4], heads[1], *text[4:]]


def stub(words: Words) -> Page:
    """Two paragraphs, then a wall."""
    title, text = words.title(), words.paragraphs(2)
    wall = (
        "<div class='paywall subscribe-wall'><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in. Get one month for free and "
        "cancel at any time.</p><button>Subscribe</button></div>"
    )
    body = f"{menu()}<article><h1>{title}</h1>{tags('p', text)}</article>{wall}{related(words, 8, 'Most read')}{footer()}"
    return document(title, body), text


def accelerated(words: Words) -> Page:
    """A page for telephones, of elements of its own."""
    title, text = words.title(), words.paragraphs(6)
    body = (
        f"<amp-sidebar id='s'>{links(['Home', 'War'])}</amp-sidebar><article class='amp-wp-article'><header><h1 class='amp-wp-title'>{title}</h1>"
        f"</header><div class='amp-wp-article-content'><amp-img src='a.jpg' alt='x'></amp-img>{tags('p', text[:3])}<amp-ad type='x'></amp-ad>"
        f"{tags('p', text[3:])}</div></article>{footer()}"
    )
    return document(title, body, attributes=" amp"), text


def discussed(words: Words) -> Page:
    """More comments than article."""
    title, text = words.title(), words.paragraphs(3)
    body = f"{menu()}<article><h1>{title}</h1><div class='entry'>{tags('p', text)}</div></article>{comments(words, 12)}{footer()}"
    return document(title, body), text


def brief(words: Words) -> Page:
    """A report of two sentences in a large frame."""
    title, text = words.title(), [words.sentence() + " " + words.sentence()]
    body = f"{menu()}{related(words, 12, 'Latest')}<div id='main'><h1>{title}</h1><div class='text'>{tags('p', text)}</div></div>{teasers(words, 6)}{footer()}"
    return document(title, body), text


def doubled(words: Words) -> Page:
    """The text once for screens and once, hidden, for telephones."""
    title, text = words.title(), words.paragraphs(5)
    body = (
        f"{menu()}<div class='desktop'><h1>{title}</h1>{tags('p', text)}</div><div class='mobile' style='display:none'><h1>{title}</h1>{tags('p', text)}"
        f"</div><noscript><p>Please enable JavaScript.</p></noscript>{footer()}"
    )
    return document(title, body), text

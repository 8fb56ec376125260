"""The frame around an invented article: head, menus, boxes of links, buttons, banners, comments, footers."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from benchmarks.pages.words import Words

SITE = "The Long Count"


def tags(tag: str, texts: Iterable[str], attributes: str = "") -> str:
    """Return each text in an element of its own."""
    lead = f" {attributes}" if attributes else ""
    return "\n".join(f"<{tag}{lead}>{escape(text, quote=False)}</{tag}>" for text in texts)


def links(texts: Iterable[str]) -> str:
    """Return a list of links."""
    return "<ul>" + "".join(f'<li><a href="/{n}.html">{escape(text)}</a></li>' for n, text in enumerate(texts)) + "</ul>"


def document(title: str, body: str, *, lang: str = "en", extra: str = "", attributes: str = "") -> str:
    """Return a whole page."""
    head = f'<meta charset="utf-8"><title>{escape(title)} | {SITE}</title><meta property="og:site_name" content="{SITE}">{extra}'
    return f'<!doctype html><html lang="{lang}"{attributes}><head>{head}</head><body>{body}</body></html>'


def menu() -> str:
    """Return the menu at the top of a page."""
    return f'<nav class="main-menu">{links(["Home", "River", "War", "Opinion", "Weather", "Archive", "Contact"])}</nav>'


def share() -> str:
    """Return buttons to share a page."""
    names = ("Facebook", "Twitter", "WhatsApp", "Email", "Print")
    return '<div class="share-bar">' + "".join(f'<a class="btn" href="/other.html"><span>{name}</span></a>' for name in names) + "</div>"


def related(words: Words, count: int = 4, heading: str = "Related stories") -> str:
    """Return a box of links to other articles."""
    return f'<div class="related-box"><h3>{heading}</h3>{links(words.titles(count))}</div>'


def teasers(words: Words, count: int = 4) -> str:
    """Return other articles with the first words of each."""
    cards = (
        f'<div class="card"><h3><a href="/other.html">{title}</a></h3><p>{words.sentence()}</p></div>' for title in words.titles(count)
    )
    return '<div class="more-news"><h2>More from this section</h2>' + "".join(cards) + "</div>"


def comments(words: Words, count: int = 3) -> str:
    """Return what readers wrote."""
    items = (
        f'<li class="comment"><div class="comment-author">reader{n}</div><div class="comment-body"><p>{words.paragraph(1, 3)}</p></div>'
        f'<a class="comment-reply-link">Reply</a></li>'
        for n in range(count)
    )
    return f'<div id="comments"><h3>{count} comments</h3><ol class="commentlist">{"".join(items)}</ol></div>'


def cookies() -> str:
    """Return a banner that asks for consent."""
    told = "We and our partners store and access information on a device, such as cookies, and process personal data for personalised ads."
    return f'<div id="cookie-consent" class="cookie-banner" role="dialog"><p>{told}</p><button>Accept all</button><button>Reject</button></div>'


def newsletter() -> str:
    """Return a box that asks for an address."""
    return (
        '<div class="newsletter-signup"><h4>Sign up for our daily briefing</h4><p>Get the news of both banks in your inbox every morning.</p>'
        '<form><input type="email"><button>Subscribe</button></form></div>'
    )


def footer() -> str:
    """Return the foot of a page."""
    return (
        f"<footer>{links(['About us', 'Terms of use', 'Privacy policy', 'Advertise'])}<p>© 2031 {SITE}. All rights reserved. "
        "This material may not be published, broadcast, rewritten or redistributed.</p></footer>"
    )

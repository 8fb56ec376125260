"""Pages whose markup says little or the wrong thing: blocks without names, articles in pieces, elements used for what they are not."""

from __future__ import annotations

from benchmarks.pages.frame import SITE, document, footer, links, menu, share, tags
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words


def soup(words: Words) -> Page:
    """Blocks in blocks, a paragraph in each, with data of programs."""
    title, text = words.title(), words.paragraphs(7)
    inner = "".join(
        f'<div data-v-7ba="" class="x1 x2"><div class="x3" data-n="{n}"><div>{one}</div></div></div>' for n, one in enumerate(text)
    )
    head = f'<div class="x9"><div class="x8">{links(["World", "River", "Opinion", "Live"])}</div></div><div class="x7"><div class="x6">{title}</div></div>'
    return document(title, f'<div id="root">{head}<div class="x5">{inner}</div><div class="x4">{links(words.titles(9))}</div></div>'), text


def pieces(words: Words) -> Page:
    """The article in four containers, advertisements between them."""
    title, text = words.title(), words.paragraphs(8)
    slot = '<div class="l-row ad-wrap"><div class="ad"><span>Advertisement</span><span>Story continues below</span></div></div>'
    parts = [f'<div class="l-row"><div class="l-col text-part">{tags("p", text[at : at + 2])}</div></div>' for at in range(0, 8, 2)]
    return document(title, f"{menu()}<div class='l-row'><h1>{title}</h1></div>{slot.join(parts)}{footer()}"), text


def single(words: Words) -> Page:
    """Paragraphs parted by one line break and indented by hard blanks."""
    title, text = words.title(), words.paragraphs(6)
    inner = "<br>\n".join(f"&nbsp;&nbsp;&nbsp;{one}" for one in text)
    return document(title, f"{menu()}<h1>{title}</h1><div id='full'>{inner}</div>{share()}{footer()}"), text


def server(words: Words) -> Page:
    """The whole page in one form, as some servers write it."""
    title, text = words.title(), words.paragraphs(6)
    inner = f"<div id='ctl00_Main_pnlNews'><h1>{title}</h1><span id='ctl00_lblDate'>4 May 2031</span><div id='ctl00_lblText'>{tags('p', text)}</div></div>"
    return document(title, f"<form id='aspnetForm' method='post' action='/a.aspx'>{menu()}{inner}{footer()}</form>"), text


def themed(words: Words) -> Page:
    """Names on the body that speak of sidebars, menus and shares."""
    title, text = words.title(), words.paragraphs(6)
    body = f"{menu()}<div class='site nav-offset'><div class='with-sidebar social-ready'><h1>{title}</h1><div class='entry'>{tags('p', text)}</div></div></div>{footer()}"
    return document(title, f"<div class='page-promo has-menu search-off'>{body}</div>"), text


def unclosed(words: Words) -> Page:
    """Capital letters, paragraphs that nobody closes, fonts and rules."""
    title, text = words.title(), words.paragraphs(6)
    inner = "".join(f"<P ALIGN=JUSTIFY><FONT FACE=Arial SIZE=2>{one}</FONT>" for one in text)
    body = f"<CENTER><A HREF=/>{SITE}</A> | <A HREF=/w>War</A> | <A HREF=/m>Mail us</A></CENTER><HR><H2>{title}</H2>{inner}<HR><A HREF=/>Back</A>"
    return document(title, body), text


def nested(words: Words) -> Page:
    """Tables in tables, the article in the third of them."""
    title, text = words.title(), words.paragraphs(5)
    cells = "".join(f"<tr><td class='txt'><p>{one}</td></tr>" for one in text)
    story = f"<table><tr><td><b>{title}</b></td></tr><tr><td><small>4 May 2031</small></td></tr>{cells}</table>"
    left = "".join(f"<tr><td><a href='{n}.htm'>{one}</a></td></tr>" for n, one in enumerate(words.titles(10)))
    return document(title, f"<table><tr><td><table>{left}</table></td><td><table><tr><td>{story}</td></tr></table></td></tr></table>"), text


def points(words: Words) -> Page:
    """Every paragraph is a point of a list."""
    title, text = words.title(), words.paragraphs(6)
    return document(title, f"{menu()}<h1>{title}</h1><ul class='story'>{tags('li', text)}</ul>{footer()}"), text


def spans(words: Words) -> Page:
    """Paragraphs are spans with breaks behind them."""
    title, text = words.title(), words.paragraphs(6)
    inner = "".join(f"<span class='para'>{one}</span><br><br>" for one in text)
    return document(title, f"{menu()}<div class='headline'>{title}</div><div class='copy'>{inner}</div>{footer()}"), text


def short(words: Words) -> Page:
    """A sentence a paragraph."""
    title, text = words.title(), [words.sentence() for _ in range(18)]
    inner = "".join(f"<div class=b><p>{one}</p></div>" for one in text)
    return document(title, f"{menu()}<main id='main'><h1>{title}</h1>{inner}</main>{footer()}"), text


def drupal(words: Words) -> Page:
    """The site's name is the first heading; fields within fields."""
    title, text = words.title(), words.paragraphs(6)
    field = f"<div class='field field-name-body field-type-text-with-summary'><div class='field-items'><div class='field-item even'>{tags('p', text)}</div></div></div>"
    body = f"<h1 id='site-name'><a href='/'>{SITE}</a></h1>{menu()}<div class='node node-article'><h2>{title}</h2><div class='submitted'>Submitted by jo on Thu, 05/04/2031 - 09:14</div>{field}</div>{footer()}"
    return document(title, body), text


def folded(words: Words) -> Page:
    """The rest of the article in a part that opens on demand."""
    title, text = words.title(), words.paragraphs(6)
    return document(
        title,
        f"{menu()}<article><h1>{title}</h1>{tags('p', text[:2])}<details><summary>Continue reading</summary>{tags('p', text[2:])}</details></article>{footer()}",
    ), text

"""Pages as they were made before there were names for the parts of a page, and as blogs make them."""

from __future__ import annotations

from benchmarks.pages.frame import SITE, comments, document, footer, links, menu, related, share, tags
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words


def tables(words: Words) -> Page:
    """A page laid out in tables, its paragraphs parted by line breaks."""
    title, text = words.title(), words.paragraphs(6)
    left = "<br>".join(f'<a href="{n}.htm"><font size="1">{one}</font></a>' for n, one in enumerate(words.titles(9)))
    inner = "<br><br>\n".join(f'<font face="Verdana" size="2">{one}</font>' for one in text)
    body = (
        f'<table width="100%"><tr><td colspan="3"><a href="/">{SITE}</a> | <a href="/war">War</a> | <a href="/mail">Mail</a></td></tr><tr><td width="120">'
        f'{left}</td><td><font size="5"><b>{title}</b></font><br><i>4 May 2031</i><br><br>{inner}</td><td width="100"><a href="/other.html">Advertise here</a></td></tr>'
        f'<tr><td colspan="3"><font size="1">Copyright 2031 {SITE}. All rights reserved.</font></td></tr></table>'
    )
    return document(title, body), text


def breaks(words: Words) -> Page:
    """A blog whose posts are one block with line breaks, a list of months beside it and comments below."""
    title, text = words.title(), words.paragraphs(6)
    inner = "<br /><br />".join(text)
    months = links(f"{month} 2031 ({n})" for n, month in enumerate(["January", "February", "March", "April", "May"], 3))
    body = (
        f"<div class='main section'><h2 class='date-header'><span>Thursday, 4 May 2031</span></h2><div class='post hentry'><h3 class='post-title entry-title'>"
        f"<a href='/other.html'>{title}</a></h3><div class='post-body entry-content'>{inner}<div style='clear:both'></div></div><div class='post-footer'>Posted by "
        f"<span class='post-author'>jo</span> at <abbr>09:14</abbr> {share()}</div></div>{comments(words, 2)}</div><div class='sidebar'><h2>Blog Archive</h2>"
        f"{months}<h2>About Me</h2><p>I live on the north bank and write about what I see from my window.</p></div>"
    )
    return document(title, body), text


def blog(words: Words) -> Page:
    """A blog with tags, buttons, a box about the author and comments."""
    title, text = words.title(), words.paragraphs(6)
    bio = "<div class='author-box'><h4>About Jo Senn</h4><p>Jo Senn writes on the river and has lived on both banks.</p></div>"
    body = (
        f"<div id='header'><h1><a href='/'>{SITE}</a></h1></div>{menu()}<div id='content'><div class='post type-post'><h2 class='entry-title'>{title}</h2>"
        f"<div class='entry-meta'>Posted on May 4, 2031 by Jo Senn</div><div class='entry-content'>{tags('p', text)}<div class='sharedaddy'>"
        f"<h3>Share this:</h3>{links(['Tweet', 'Email'])}</div></div><div class='entry-utility'>Tags: weir, truce</div>{bio}</div>{comments(words)}</div>{footer()}"
    )
    return document(title, body), text


def divided(words: Words) -> Page:
    """Paragraphs that are blocks, none of them called so."""
    title, text = words.title(), words.paragraphs(6)
    body = f"<div class='top'>{links(['Home', 'Politics'])}</div><div class='h'>{title}</div><div class='txt'>{tags('div', text)}</div>{related(words)}{footer()}"
    return document(title, body), text


def naked(words: Words) -> Page:
    """Text without any element around its paragraphs, blocks between them."""
    title, text = words.title(), words.paragraphs(5)
    inner = "<div><img src='x.gif'></div>".join(text)
    body = f"<h1>{title}</h1><div id='newsbody'>{inner}</div><hr>{links(['Back', 'Print', 'Next'])}"
    return document(title, body), text


def office(words: Words) -> Page:
    """A statement of a ministry, pasted from a word processor."""
    title, text = words.title(), words.paragraphs(6)
    inner = "".join(
        f"<p class='MsoNormal' align='justify'><span style='font-size:12pt'><o:p></o:p>{one}</span></p><p>&nbsp;</p>" for one in text
    )
    body = (
        f"<table><tr><td>{links(['The Ministry', 'Minister', 'Press office', 'Visas'])}</td><td><center><b>{title}</b></center>"
        f"<div class='content'>{inner}</div></td></tr></table>"
    )
    return document(title, body), text


def printed(words: Words) -> Page:
    """The version of a page for printing."""
    title, text = words.title(), words.paragraphs(6)
    body = f"<b>{SITE}</b><hr><h2>{title}</h2><p>By Jo Senn<br>4 May 2031</p>{tags('p', text)}<hr><p>Find this article at: http://count.example/1</p>"
    return document(title, body), text


def plain(words: Words) -> Page:
    """A message of a mailing list, in its own line breaks."""
    title, text = words.title(), words.paragraphs(5)
    wrapped = "\n\n".join("\n".join(" ".join(one.split()[at : at + 12]) for at in range(0, len(one.split()), 12)) for one in text)
    body = f"<h1>{title}</h1><b>Jo Senn</b> <a href='mailto:x'>jo at count.example</a><br><i>Thu May 4 09:14:00 2031</i>{links(['Previous message', 'Next message'])}<hr><pre>{wrapped}</pre><hr>"
    return document(title, body), text


def spanned(words: Words) -> Page:
    """Paragraphs cut into pieces by a large first letter, links and emphasis."""
    title, text = words.title(), words.paragraphs(6)
    cut = [f"<span class='dropcap'>{one[0]}</span>{one[1:]}" for one in text[:1]]
    cut += [
        " ".join(
            f"<a href='/other.html'>{word}</a>" if n % 9 == 0 else f"<em>{word}</em>" if n % 13 == 0 else word
            for n, word in enumerate(one.split())
        )
        for one in text[1:]
    ]
    inner = "".join(f"<section><p>{one}</p></section>" for one in cut)
    body = f"{menu()}<div class='page'><h1>{title}</h1>{inner}</div>{related(words)}{footer()}"
    return document(title, body), text


def framed(words: Words) -> Page:
    """An article in another language than the page around it."""
    title, text = words.title(), words.paragraphs(6)
    note = "Les opinions exprimées dans cet article n'engagent que leur auteur et ne reflètent pas celles de la revue, qui dégage toute responsabilité."
    body = (
        f"{links(['Accueil', 'À propos', 'Nous écrire'])}<div class='titre'><h1>{title}</h1><p>Par Jo Senn</p><p>Région : Vallée</p></div><div class='texte'>"
        f"{tags('p', text)}</div><p>La source originale de cet article est The Weir</p><p>Copyright © Jo Senn, The Weir, 2031</p><p>{note}</p>"
        f"<div class='pied'>{links(['Lire aussi', 'Plan du site'])}</div>"
    )
    return document(title, body, lang="fr"), text


def reprinted(words: Words) -> Page:
    """An article of another paper, with lines before and behind it that say so."""
    title, text = words.title(), words.paragraphs(6)
    body = (
        f"{menu()}<div class='post'><h1>{title}</h1><p><em>By Jo Senn, The Weir, May 4, 2031</em></p>{tags('p', text)}<p><em>Jo Senn is a writer based in "
        f"Tarn.</em></p><p>Originally published by <a href='/other.html'>The Weir</a></p></div><div class='sidebar widget-area'><div class='widget'><h3>Donate</h3>"
        f"<p>This site lives on the gifts of its readers.</p></div></div>{footer()}"
    )
    return document(title, body), text

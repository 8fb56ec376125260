"""Pages on which more stands beside the article than in it, and pages whose articles are of another form."""

from __future__ import annotations

import json

from benchmarks.pages.frame import SITE, cookies, document, footer, links, menu, newsletter, related, share, tags, teasers
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words


def beside(words: Words) -> Page:
    """A short article, and beside it opinions with more prose than it has, none of them links."""
    title, text = words.title(), words.paragraphs(3)
    side = "".join(f"<div class='op'><b>{head}</b><p>{words.paragraph()}</p></div>" for head in words.titles(5))
    return document(
        title, f"{menu()}<div id='left'><h1>{title}</h1><div id='text'>{tags('p', text)}</div></div><div id='right'>{side}</div>{footer()}"
    ), text


def siblings(words: Words) -> Page:
    """Other articles as elements of that name below, with their first words."""
    title, text = words.title(), words.paragraphs(5)
    more = "".join(
        f"<article class='teaser'><h3><a href='/{n}'>{head}</a></h3><p>{words.sentence()}</p></article>"
        for n, head in enumerate(words.titles(6))
    )
    return document(
        title,
        f"{menu()}<main><article class='full'><h1>{title}</h1>{tags('p', text)}</article><section><h2>More stories</h2>{more}</section></main>{footer()}",
    ), text


def readers(words: Words) -> Page:
    """What readers wrote, in blocks that no name tells."""
    title, text = words.title(), words.paragraphs(4)
    views = "".join(
        f"<div class='fb-item'><b>river_{n}</b> <i>2 hours ago</i><p>{words.paragraph(1, 2)}</p><a href='#r'>Reply</a> <a href='#l'>Like</a></div>"
        for n in range(6)
    )
    return document(
        title,
        f"{menu()}<article><h1>{title}</h1>{tags('p', text)}</article><div class='views'><h3>Readers' views</h3>{views}</div>{footer()}",
    ), text


def ranked(words: Words) -> Page:
    """In the container of the article, behind it, the most read with a few words of each."""
    title, text = words.title(), words.paragraphs(4)
    rows = "".join(
        f"<div class='r'><span>{n}</span><a href='/{n}'>{head}</a><p>{words.sentence()}</p></div>"
        for n, head in enumerate(words.titles(5), 1)
    )
    return document(title, f"{menu()}<div class='main'><h1>{title}</h1>{tags('p', text)}<h4>Most read</h4>{rows}</div>{footer()}"), text


def two(words: Words) -> Page:
    """Two sentences, and a frame of everything."""
    title, text = words.title(), [words.sentence(), words.sentence()]
    return document(
        title,
        f"{cookies()}{menu()}{related(words, 20, 'Latest')}<div><div><h1>{title}</h1><span>09:14</span>{tags('p', text)}{share()}</div></div>{newsletter()}{teasers(words, 8)}{related(words, 20, 'Most read')}{footer()}",
    ), text


def one(words: Words) -> Page:
    """A single sentence without an element of its own."""
    title, text = words.title(), [words.sentence()]
    return document(title, f"{menu()}<div class='flash'><h1>{title}</h1>{text[0]}</div>{related(words, 8, 'Latest')}{footer()}"), text


def blocks(words: Words) -> Page:
    """A live page of blocks, with its main points on top."""
    title, keys = words.title(), [words.sentence() for _ in range(3)]
    entries = [(head, words.paragraphs(2, 1, 2)) for head in words.titles(6)]
    inner = "".join(
        f"<div class='post-block'><div class='when'>1{n}.14</div><h2>{head}</h2>{tags('p', text)}{share()}</div>"
        for n, (head, text) in enumerate(entries)
    )
    return document(
        title,
        f"{menu()}<main><h1>{title}</h1><div class='summary'><h2>What has happened</h2><ul>{tags('li', keys)}</ul></div>{inner}</main>{footer()}",
    ), ["What has happened", *keys, *(part for head, text in entries for part in (head, *text))]


def numbered(words: Words) -> Page:
    """Ten things, each with a heading and a paragraph."""
    title, stand = words.title(), words.paragraph()
    items = [(f"{n}. {words.titles(1)[0]}", words.paragraph()) for n in range(1, 9)]
    return document(
        title,
        f"{menu()}<article><h1>{title}</h1><p>{stand}</p>{''.join(f'<h3>{head}</h3><p>{told}</p>' for head, told in items)}</article>{footer()}",
    ), [stand, *(part for item in items for part in item)]


def figures(words: Words) -> Page:
    """A table with a heading row of its own within a plain page."""
    title, text = words.title(), words.paragraphs(5)
    rows = [
        ("Town", "Killed", "Wounded", "Source"),
        ("Tarn", "12", "40", "town hall"),
        ("Senn", "3", "7", "a nurse"),
        ("Marsk", "21", "118", "the commission"),
    ]
    cells = "".join(f"<tr>{tags('td', row)}</tr>" for row in rows[1:])
    table = f"<div class='tbl'><table class='data'><thead><tr>{tags('th', rows[0])}</tr></thead><tbody>{cells}</tbody></table></div>"
    return document(
        title, f"{menu()}<div class='story'><h1>{title}</h1>{tags('p', text[:3])}{table}{tags('p', text[3:])}</div>{footer()}"
    ), [*text[:3], *(" ".join(row) for row in rows), *text[3:]]


def defined(words: Words) -> Page:
    """Questions and answers as terms and what they mean."""
    title, stand = words.title(), words.paragraph()
    pairs = [(f"Is it true that {words.sentence()[4:].rstrip('.')}?", words.paragraph()) for _ in range(5)]
    return document(
        title,
        f"{menu()}<article><h1>{title}</h1><p>{stand}</p><dl>{''.join(f'<dt>{q}</dt><dd>{a}</dd>' for q, a in pairs)}</dl></article>{footer()}",
    ), [stand, *(part for pair in pairs for part in pair)]


def witness(words: Words) -> Page:
    """Witnesses in block quotations with their names below."""
    title, text, told = words.title(), words.paragraphs(5), words.paragraphs(2)
    quoted = [f"<blockquote><p>{one}</p></blockquote>" for one in told]
    return document(
        title,
        f"{menu()}<div class='post-content'><h1>{title}</h1>{tags('p', text[:2])}{quoted[0]}{tags('p', text[2:4])}{quoted[1]}{tags('p', text[4:])}</div>{footer()}",
    ), [*text[:2], told[0], *text[2:4], told[1], *text[4:]]


def data(words: Words) -> Page:
    """The text for programs alone; on the page there is a shell that they fill."""
    title, text = words.title(), words.paragraphs(6)
    told = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": "2031-05-04",
            "articleBody": "\n\n".join(text),
        }
    )
    return document(
        title,
        f"<div id='app'>{menu()}<div class='spinner'>Loading</div></div>{footer()}",
        extra=f"<script type='application/ld+json'>{told}</script>",
    ), text


def film(words: Words) -> Page:
    """A film with a few words below it, and other films."""
    title, text = words.title(), words.paragraphs(1, 2, 2)
    other = "".join(
        f"<div class='v'><a href='/v{n}'><img src='{n}.jpg'><span>0{n}:14</span><b>{head}</b></a></div>"
        for n, head in enumerate(words.titles(8))
    )
    return document(
        title,
        f"{menu()}<div class='player'><video src='a.mp4'></video></div><div class='info'><h1>{title}</h1><div class='desc'>{tags('p', text)}</div></div><div class='next'>{other}</div>{footer()}",
    ), text


def wire(words: Words) -> Page:
    """Copy of an agency in fixed lines, with its codes."""
    title, text = words.title(), words.paragraphs(5)
    lines = "\n\n".join("\n".join(one[at : at + 70] for at in range(0, len(one), 70)) for one in text)
    body = f"<h3>{title}</h3><pre>{lines}</pre><p><a href='/'>{SITE}</a></p>"
    return document(title, body), [line for one in text for line in (" ".join(one[at : at + 70] for at in range(0, len(one), 70)),)]


def carousel(words: Words) -> Page:
    """A page for telephones with others to swipe through and parts that open."""
    title, text = words.title(), words.paragraphs(5)
    swipe = (
        "<amp-carousel>"
        + "".join(f"<div class='slide'><a href='/{n}'>{head}</a></div>" for n, head in enumerate(words.titles(5)))
        + "</amp-carousel>"
    )
    fold = f"<amp-accordion><section><h4>Sections</h4>{links(['War', 'River', 'Weather'])}</section></amp-accordion>"
    return document(
        title,
        f"<header>{fold}</header><main><h1>{title}</h1><div class='story'>{tags('p', text[:2])}{swipe}{tags('p', text[2:])}</div></main>{footer()}",
        attributes=" amp",
    ), text

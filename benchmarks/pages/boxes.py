"""Pages that interrupt their articles: boxes, captions, calls, bylines and notes among the paragraphs."""

from __future__ import annotations

from benchmarks.pages.frame import document, footer, menu, related, share, tags, teasers
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words


def captioned(words: Words) -> Page:
    """Pictures whose words stand in plain paragraphs of blocks of their own."""
    title, text = words.title(), words.paragraphs(6)
    made = [
        f"<div class='media'><img src='{n}.jpg'><p>{words.titles(1)[0]}, on the north bank [N. Baly/River Press]</p></div>"
        for n in range(3)
    ]
    inner = "".join(tags("p", text[at : at + 2]) + made[at // 2] for at in range(0, 6, 2))
    return document(title, f"{menu()}<article><h1>{title}</h1>{inner}</article>{footer()}"), text


def pulled(words: Words) -> Page:
    """Sentences of the article again in large letters."""
    title, text = words.title(), words.paragraphs(6)
    pull = f"<div class='quote-box'><span class='mark'>“</span><p>{text[2].split('. ')[0]}</p></div>"
    return document(title, f"{menu()}<article><h1>{title}</h1>{tags('p', text[:3])}{pull}{tags('p', text[3:])}</article>{footer()}"), text


def also(words: Words) -> Page:
    """Links to other articles between the paragraphs, each made in another way."""
    title, text, other = words.title(), words.paragraphs(6), words.titles(4)
    ways = [
        f"<p><b>Read also:</b> <a href='/1'>{other[0]}</a></p>",
        f"<div class='inline-box'><span>See also</span><a href='/2'>{other[1]}</a></div>",
        f"<p>&gt;&gt; <a href='/3'><em>{other[2]}</em></a></p>",
        f"<ul><li><a href='/4'>{other[3]}</a></li></ul>",
    ]
    inner = "".join(tags("p", [one]) + way for one, way in zip(text, [*ways, "", ""], strict=True))
    return document(title, f"{menu()}<div class='story-body'><h1>{title}</h1>{inner}</div>{footer()}"), text


def letters(words: Words) -> Page:
    """Calls to subscribe among the paragraphs, in blocks without a telling name."""
    title, text = words.title(), words.paragraphs(6)
    call = "<div class='box-17'><p><strong>Get First Light, our morning letter.</strong> All you need to know about the war on the river, every day at six. <a href='/nl'>Sign up here</a></p></div>"
    app = "<p><em>Follow us on <a href='/t'>Telegram</a> and <a href='/w'>WhatsApp</a> for the latest news.</em></p>"
    return document(
        title, f"{menu()}<div class='c-article'><h1>{title}</h1>{tags('p', text[:2])}{call}{tags('p', text[2:])}{app}</div>{footer()}"
    ), text


def continued(words: Words) -> Page:
    """Lines that say that the article goes on behind an advertisement."""
    title, text = words.title(), words.paragraphs(6)
    lines = [
        "Advertisement",
        "Article continues below",
        "ADVERTISEMENT - SCROLL TO CONTINUE",
        "Story continues after this advertisement",
        "- Advertisement -",
    ]
    inner = "".join(f"<p>{one}</p><p>{line}</p>" for one, line in zip(text, lines, strict=False)) + tags("p", text[5:])
    return document(title, f"{menu()}<div class='content-body'><h1>{title}</h1>{inner}</div>{footer()}"), text


def signed(words: Words) -> Page:
    """Author, place and hours in paragraphs of the text, and who edited it at its end."""
    title, text = words.title(), words.paragraphs(6)
    lead = tags("p", ["By Jo Senn and Nour Baly", "Published 4 May 2031, 09:14 GMT", "Updated 3 hours ago · 4 min read"])
    tail = tags("p", ["Reporting by Jo Senn in Tarn; editing by Nour Baly", "Our standards: the Trust Principles of The Long Count."])
    return document(title, f"{menu()}<div class='body-copy'><h1>{title}</h1>{lead}{tags('p', text)}{tail}</div>{footer()}"), text


def repeated(words: Words) -> Page:
    """The headline in the path, in the bar that follows, over the picture and in the share box."""
    title, text = words.title(), words.paragraphs(5)
    path = f"<div class='path'><a href='/'>Home</a> / <a href='/war'>War</a> / <span>{title}</span></div><div class='stick'><span>Now reading</span><b>{title}</b></div>"
    return document(
        title,
        f"{menu()}{path}<article><h1>{title}</h1><p class='img-title'>{title}</p>{tags('p', text)}<div class='send'>Share “{title}”{share()}</div></article>{footer()}",
    ), text


def penned(words: Words) -> Page:
    """Who wrote it in a last paragraph, then subjects and a notice of rights, all of them plain paragraphs."""
    title, text = words.title(), words.paragraphs(6)
    tail = (
        "<p>Jo Senn is a reporter of The Long Count in Tarn.</p><p>Topics: <a href='/1'>Weir</a>, <a href='/2'>Truce</a>, <a href='/3'>Marsk</a></p>"
        "<p>© 2031 The Long Count. All rights reserved. This material may not be published, broadcast or rewritten.</p>"
    )
    return document(title, f"{menu()}<div class='article-text'><h1>{title}</h1>{tags('p', text)}{tail}</div>{footer()}"), text


def tools(words: Words) -> Page:
    """Tools for reading in words without links above the text."""
    title, text = words.title(), words.paragraphs(5)
    bar = "<div class='tools'>Print | Email | Font size A A A</div><div class='tools2'>Listen to this article · 4 min</div>"
    return document(title, f"{menu()}<div id='story'><h1>{title}</h1>{bar}{tags('p', text)}</div>{related(words)}{footer()}"), text


def led(words: Words) -> Page:
    """The first words in a heading, key points in a list, then the text."""
    title, text, stand, keys = words.title(), words.paragraphs(6), words.sentence(), [words.sentence() for _ in range(3)]
    return document(
        title,
        f"{menu()}<article><h1>{title}</h1><h2 class='intro'>{stand}</h2><ul class='key-points'>{tags('li', keys)}</ul>{tags('p', text)}</article>{footer()}",
    ), [stand, *keys, *text]


def wall(words: Words) -> Page:
    """A long text on privacy before everything else, in blocks without a telling name."""
    title, text = words.title(), words.paragraphs(4)
    told = (
        "We value your privacy. We and our 741 partners store and access information on a device, such as unique identifiers, to process personal data. "
        "You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used, or at any time in the privacy policy page."
    )
    purposes = tags(
        "p",
        [
            "Use precise geolocation data. Actively scan device characteristics for identification.",
            "Personalised advertising and content, advertising and content measurement, audience research and services development.",
        ],
    )
    return document(
        title,
        f"<div class='qc-cmp2-ui'><h2>We value your privacy</h2><p>{told}</p>{purposes}<button>More options</button><button>Agree</button></div>{menu()}<div class='t'><h1>{title}</h1>{tags('p', text)}</div>{teasers(words)}{footer()}",
    ), text

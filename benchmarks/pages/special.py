"""Pages whose articles are no plain run of paragraphs."""

from __future__ import annotations

from benchmarks.pages.frame import document, footer, links, menu, related, share, tags, teasers
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words


def live(words: Words) -> Page:
    """Entries, the newest first, each with its hour."""
    title, entries = words.title(), [(words.titles(1)[0], words.paragraphs(2, 1, 3)) for _ in range(6)]
    inner = "".join(
        f"<article class='live-entry'><time datetime='2031-05-04T1{n}:14'>1{n}:14</time><h2>{head}</h2>{tags('p', text)}{share()}</article>"
        for n, (head, text) in enumerate(entries)
    )
    body = f"{menu()}<main><h1>{title}</h1><div class='live-blog'>{inner}</div></main>{footer()}"
    return document(title, body), [part for head, text in entries for part in (head, *text)]


def listed(words: Words) -> Page:
    """Points of a list that belong to the article."""
    title, text, points = words.title(), words.paragraphs(4), [words.sentence() for _ in range(5)]
    inner = f"{tags('p', text[:2])}<ul>{tags('li', points)}</ul>{tags('p', text[2:])}"
    body = f"{menu()}<article><h1>{title}</h1><div class='article__body'>{inner}</div></article>{related(words)}{footer()}"
    return document(title, body), [*text[:2], *points, *text[2:]]


def tabled(words: Words) -> Page:
    """A table of figures within the article."""
    title, text = words.title(), words.paragraphs(5)
    rows = [("Place", "Boats", "Houses"), ("Tarn", "12", "40"), ("Senn", "3", "7"), ("Marsk", "21", "118")]
    table = "<table>" + "".join(f"<tr>{tags('td', row)}</tr>" for row in rows) + "</table>"
    body = f"{menu()}<article><h1>{title}</h1>{tags('p', text[:3])}{table}{tags('p', text[3:])}</article>{footer()}"
    return document(title, body), [*text[:3], *(" ".join(row) for row in rows), *text[3:]]


def asked(words: Words) -> Page:
    """Questions and answers."""
    title = words.title()
    pairs = [(f"Did you know that {words.sentence()[4:].rstrip('.')}?", words.paragraph()) for _ in range(5)]
    inner = "".join(f"<p><strong>{question}</strong></p><p>{answer}</p>" for question, answer in pairs)
    body = f"{menu()}<article><h1>{title}</h1>{inner}</article>{teasers(words)}{footer()}"
    return document(title, body), [part for pair in pairs for part in pair]


def messages(words: Words) -> Page:
    """Messages of social networks within the article."""
    title, text, posts = words.title(), words.paragraphs(5), [words.sentence() for _ in range(2)]
    made = [
        f"<blockquote class='twitter-tweet'><p lang='en'>{post}</p>&mdash; Jo Senn (@josenn) <a href='/other.html'>May 4, 2031</a></blockquote>"
        for post in posts
    ]
    body = f"{menu()}<article><h1>{title}</h1>{tags('p', text[:2])}{made[0]}{tags('p', text[2:4])}{made[1]}{tags('p', text[4:])}</article>{footer()}"
    return document(title, body), [
        *text[:2],
        f"{posts[0]} — Jo Senn (@josenn) May 4, 2031",
        *text[2:4],
        f"{posts[1]} — Jo Senn (@josenn) May 4, 2031",
        *text[4:],
    ]


def gallery(words: Words) -> Page:
    """Pictures between the paragraphs, their captions in blocks of their own."""
    title, text = words.title(), words.paragraphs(5)
    picture = f"<div class='image-block'><img src='a.jpg'><div class='caption-text'>{words.titles(1)[0]}, seen from the bank.</div><span class='credit'>N. Baly</span></div>"
    body = f"{menu()}<article><h1>{title}</h1>{picture.join(tags('p', [one]) for one in text)}</article>{footer()}"
    return document(title, body), text


def crowded(words: Words) -> Page:
    """Beside a short article a column with more prose than it has."""
    title, text = words.title(), words.paragraphs(3)
    side = "".join(
        f"<div class='item'><h4><a href='/other.html'>{head}</a></h4><p>{words.paragraph()}</p></div>" for head in words.titles(6)
    )
    body = f"{menu()}<div class='row'><div class='col-8'><h1>{title}</h1><div class='news-text'>{tags('p', text)}</div></div><div class='col-4 side'>{side}</div></div>{footer()}"
    return document(title, body), text


def paged(words: Words) -> Page:
    """The first of three pages of an article."""
    title, text = words.title(), words.paragraphs(5)
    body = f"{menu()}<div class='article'><h1>{title}</h1>{tags('p', text)}<div class='pagination'><span>Page 1 of 3</span>{links(['1', '2', '3', 'Next'])}</div></div>{footer()}"
    return document(title, body), text


def noted(words: Words) -> Page:
    """Notes of the editor before and behind the article, and footnotes."""
    title, text = words.title(), words.paragraphs(5)
    body = (
        f"{menu()}<article><h1>{title}</h1><p><em>Editor's note: this piece was shortened.</em></p>{tags('p', text)}<p><em>The views expressed here are those of "
        f"the author and do not necessarily reflect those of this site.</em></p></article>{related(words)}{footer()}"
    )
    return document(title, body), text


def promised(words: Words) -> Page:
    """The words of the press office about itself, longer than its news."""
    title, text = words.title(), words.paragraphs(3)
    about = "<div class='about'><h3>About the commission</h3>" + tags("p", words.paragraphs(3)) + "</div>"
    body = f"{menu()}<div class='release'><h1>{title}</h1><p class='date'>Senn, 4 May 2031</p>{tags('p', text)}</div><footer class='boiler'>{about}</footer>"
    return document(title, body), text


def opinion(words: Words) -> Page:
    """A column with the writer's picture and a note on her in the article itself."""
    title, text = words.title(), words.paragraphs(8)
    body = (
        f"{menu()}<div class='opinion-article'><div class='author-card'><img alt='Nour Baly'><span>Nour Baly</span><span>Columnist</span></div><h1>{title}</h1>"
        f"<div class='lead'>{text[0]}</div>{tags('p', text[1:])}<div class='tags-list'>{links(['Truce', 'Weir'])}</div></div>{teasers(words)}{footer()}"
    )
    return document(title, body), text

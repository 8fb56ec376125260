"""Web pages, feeds and letters that are meant to break whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.words import SAID

_P = f"<p>{SAID}</p>"
_HEAD = "<head><title>The mill</title><meta name='author' content='Ann Orre'></head>"
_GOOD = f"<html>{_HEAD}<body><article><h1>The mill</h1>{_P * 4}</article></body></html>"
_ITEM = f"<item><title>The mill</title><description>{SAID}</description></item>"
_FEED = f"<rss version='2.0'><channel><title>Herald</title>{_ITEM}</channel></rss>"
_ENTRY = f"<entry><title>M</title><content type='html'>&lt;p&gt;{SAID}&lt;/p&gt;</content></entry>"
_ATOM = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>H</title>{_ENTRY}</feed>"
_LETTER = f"From: a@a.example\r\nSubject: The mill\r\nDate: Mon, 6 May 2031 10:00:00 +0000\r\n\r\n{SAID}\r\n"
_BOMB = "<!DOCTYPE l [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
_OUTSIDE = "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY % g SYSTEM 'http://127.0.0.1:9/x.dtd'>%g;]>"


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    yield "page-good.html", _GOOD.encode()
    yield "feed-good.xml", _FEED.encode()
    yield "letter-good.eml", _LETTER.encode()
    for name, data in (*_nested(), *_odd(), *_xml(), *_letters()):
        yield name, data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def _nested() -> Iterator[tuple[str, str]]:
    for tag in ("div", "table", "span", "b", "blockquote", "ul", "svg", "iframe", "font", "object"):
        for depth in (200, 300, 20_000):
            yield f"page-deep-{tag}-{depth}.html", f"<html><body>{_P}{f'<{tag}>' * depth}{_P}{f'</{tag}>' * depth}{_P}</body></html>"


def _odd() -> Iterator[tuple[str, str | bytes]]:
    yield "page-attributes.html", f"<p {' '.join(f'a{n}=x' for n in range(5_000))}>{SAID}</p>"
    yield "page-attribute.html", f"<p title='{'x' * 1_000_000}'>{SAID}</p>"
    yield "page-comment.html", f"{_GOOD}<!-- {'-' * 200_000}"
    yield "page-script.html", f"<script>{'x' * 500_000}{_P}"
    yield "page-style.html", f"<style>{_P * 500}"
    yield "page-unclosed.html", "<p>" * 20_000 + SAID
    yield "page-close.html", "</div>" * 50_000 + _P
    yield "page-entities.html", f"<p>{'&#x202e;&#0;&#xD800;&#x110000;&bogus;' * 2_000}{SAID}</p>"
    yield "page-cdata.html", f"<![CDATA[{_P}]]>{_P}"
    yield "page-frames.html", "<frameset>" * 300 + _P
    yield "page-base.html", f"<base href='file:///etc/passwd'><img src='x'><link rel=canonical href='javascript:1'>{_P}"
    yield "page-refresh.html", f"<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>{_P}"
    yield "page-charsets.html", b"<meta charset=utf-16><meta charset=utf-7>" + _P.encode("cp1256", "replace")
    yield "page-charset-unknown.html", f"<meta charset='../../x'>{_P}"
    yield "page-utf7.html", b"<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-" + _P.encode()
    yield "page-json.html", f"<script type='application/ld+json'>{'[' * 50_000}</script>{_P}"
    yield "page-json-dates.html", f'<script type=\'application/ld+json\'>{{"datePublished":"{"9" * 10_000}"}}</script>{_P}'
    yield "page-dates.html", "".join(f"<time datetime='{n}-13-45'>{n}/99/99</time>" for n in range(1_500)) + _P
    yield "page-titles.html", f"<title>{'x' * 300_000}</title>" + f"<h1>{SAID}</h1>" * 3_000
    yield "page-table.html", "<table>" + "<tr><td>1<td>2" * 4_000 + "</table>" + _P
    yield "page-list.html", "<ul>" + "<li>a" * 50_000 + _P
    yield "page-links.html", "".join(f"<a href='{n}'>{n}</a>" for n in range(8_000)) + _P
    yield "page-words.html", _P * 2_000
    yield "page-template.html", f"<template><template>{_P}</template></template>{_P}"
    yield "page-plaintext.html", f"<plaintext>{_P}<p>"
    yield "page-nul.html", f"<p>The \0 mill</p>\0{_P}"
    yield "page-bidi.html", f"<p dir=rtl>\u202e{SAID}\u2066</p>{_P}"
    yield "page-empty.html", "<html></html>"
    yield "page-nothing.html", "<"


def _xml() -> Iterator[tuple[str, str]]:
    for name, head in (("bomb", _BOMB), ("outside", _OUTSIDE)):
        inside = "&a9;" if name == "bomb" else "&f;"
        yield f"feed-{name}.xml", f"<?xml version='1.0'?>{head}{_FEED.replace('Herald', inside)}"
        yield f"feed-{name}.atom", f"<?xml version='1.0'?>{head}{_ATOM.replace('<title>H', f'<title>{inside}')}"
        yield f"page-{name}.xhtml", f"<?xml version='1.0'?>{head}<html><body>{_P}<p>{inside}</p></body></html>"
    yield "feed-deep.xml", "<rss>" + "<a>" * 100_000
    yield "feed-empty.xml", "<rss><channel></channel></rss>"
    yield "feed-no-namespace.atom", _ATOM.replace("xmlns='http://www.w3.org/2005/Atom'", "")
    yield "feed-unbound.xml", _FEED.replace("<item>", "<x:item>")
    yield "feed-encoding.xml", f"<?xml version='1.0' encoding='bogus'?>{_FEED}"
    yield (
        "feed-items.xml",
        _FEED.replace("</channel>", f"<item><title>t</title><description>{SAID}</description></item>" * 500 + "</channel>"),
    )
    yield "feed-dates.xml", _FEED.replace("<item>", "<item><pubDate>99 Foo 99999 99:99</pubDate>")
    yield "feed-instructions.xml", "<?xml-stylesheet href='file:///etc/passwd'?>" * 5_000 + _FEED
    yield "feed.json", '{"version":"https://jsonfeed.org/version/1.1","items":[' + "[" * 50_000


def _letters() -> Iterator[tuple[str, str]]:
    part = "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    yield "letter-nested.eml", f"Content-Type: multipart/mixed; boundary=b\r\n\r\n{part * 3_000}{SAID}"
    yield "letter-headers.eml", "X-A: b\r\n" * 30_000 + f"\r\n{SAID}"
    yield "letter-header.eml", f"Subject: {'=?utf-8?q?' + 'a' * 300_000}?=\r\n\r\n{SAID}"
    yield "letter-charset.eml", f"Content-Type: text/plain; charset=bogus\r\n\r\n{SAID}"
    yield "letter-base64.eml", f"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{'!!!!' * 9_000}"
    yield (
        "letter-name.eml",
        f"Content-Type: text/html; name=../../x\r\nContent-Disposition: attachment; filename=../../../etc/x\r\n\r\n{_P}",
    )
    yield "letter-no-boundary.eml", f"Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\n{SAID}"
    yield "letter-dates.eml", f"Date: {'9' * 5_000}\r\nFrom: a@a.example\r\n\r\n{SAID}"
    yield "letter-injected.eml", f"Subject: a\r\n b\r\n\tc\nBcc: x\r\n\r\n{SAID}"

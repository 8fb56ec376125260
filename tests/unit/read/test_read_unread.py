"""Nothing is left out without a word: what is not read is listed with the reason."""

from __future__ import annotations

from dataclasses import replace

from reportedly.mark.segment_language import with_languages
from reportedly.model import LeftOut
from reportedly.read.unread import unread
from tests.unit.read.build import read

TOLD = "The army said on Monday that the bridge at Tarn had been shelled, and that nobody was hurt in the town that night."
PAGE = (
    f"<html lang='en'><body><nav><a href='/a'>Home</a> <a href='/b'>War</a></nav><article><h1>Bridge shelled</h1><p>{TOLD}</p>"
    f"<p style='display:none'>Not for <b>you</b>.</p><p>{TOLD}</p><svg><text>12</text></svg></article><noscript>Enable it</noscript>"
    "<p>All rights reserved.</p><script>var a;</script></body></html>"
)


def test_every_stretch_that_is_not_read_has_a_reason() -> None:
    document = read(PAGE, "a.html")
    listed = [(part.kind, document.text[part.start : part.end].strip()) for part in unread(document)]
    assert listed == [("navigation", "Home War"), ("licence", "All rights reserved.")]
    assert all(part.why for part in unread(document))
    assert [part.rule is not None for part in unread(document)] == [False, True]


def test_words_that_browsers_do_not_show_are_listed_where_they_stood() -> None:
    document = read(PAGE, "a.html")
    assert [(left.why, left.words, left.where) for left in document.left_out] == [
        ("hidden", "Not for you.", "p"),
        ("not-shown", "Enable it", "noscript"),
    ]
    at = document.left_out[0].at
    assert at is not None
    assert document.text[:at].endswith(TOLD)
    assert all(isinstance(left, LeftOut) for left in document.left_out)


def test_a_passage_in_another_language_is_listed_with_it() -> None:
    french = "La rivière est montée dans la nuit et les habitants de la ville basse ont été conduits sur les hauteurs par les soldats."
    document = read(f"Bridge shelled\n\n{TOLD}\n\n{french}")
    told = replace(document, metadata=replace(document.metadata, lang="en"))
    [part] = unread(replace(told, segments=with_languages(told)))
    assert (part.kind, document.text[part.start : part.end], part.why) == ("body", french, "its language is fr: only English is read")

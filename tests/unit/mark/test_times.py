from __future__ import annotations

import datetime as dt

from reportedly.mark.times import mark_times, with_inferred_date
from reportedly.model import Dated, Document, Metadata, Segment

_TEXT = "By the desk, 13 December 2016\nThe road was closed yesterday.\nOlder: it was open yesterday."


def _document(segments: tuple[Segment, ...], published: dt.date | None) -> Document:
    return Document("sha256:0", "a.txt", _TEXT, _TEXT.encode(), Metadata(published=Dated(published, "argument")), segments)


def test_times_are_counted_from_the_document_and_its_dated_segments() -> None:
    older = _TEXT.index("Older")
    segments = (
        Segment("byline", 0, 29),
        Segment("body", 30, older),
        Segment("quoted_article", older, len(_TEXT), dated=dt.date(2016, 11, 3)),
    )
    found = mark_times(_TEXT, _document(segments, dt.date(2016, 12, 13)))
    assert [time.value for time in found] == ["2016-12-13", "2016-12-12", "2016-11-02"]
    assert [_TEXT[time.start : time.end] for time in found] == ["13 December 2016", "yesterday", "yesterday"]


def test_a_document_that_nobody_dated_has_the_day_that_its_article_gives_away_as_weak() -> None:
    text = "The road was closed on Tuesday, 13 December 2016.\nWritten by Ann on 20 January 2018"
    article = Segment("body", 0, text.index("Written"))
    undated = Document("sha256:0", "a.txt", text, text.encode(), Metadata(), (article, Segment("comment", article.end, len(text))))
    found = with_inferred_date(undated).metadata.published
    assert found == Dated(dt.date(2016, 12, 13), "text", weak=True)
    given = _document((), dt.date(2017, 1, 1))
    assert with_inferred_date(given) is given
    assert [time.origin for time in mark_times(text, with_inferred_date(undated))] == ["text", "text"]


def test_what_is_counted_from_an_inferred_date_says_so() -> None:
    document = with_inferred_date(_document((), None))
    assert [time.anchor for time in mark_times(_TEXT, document)][1] == "inferred:2016-12-13"


def test_a_document_without_a_date_is_counted_from_the_one_it_states() -> None:
    found = mark_times(_TEXT, _document((), None))
    assert [time.origin for time in found] == ["text", "inferred", "inferred"]

from __future__ import annotations

from reportedly.model.document import READ_KINDS, SEGMENT_KINDS


def test_claims_are_drawn_only_from_kinds_of_segment_that_exist() -> None:
    assert set(SEGMENT_KINDS) >= READ_KINDS


def test_what_nobody_reports_is_not_read() -> None:
    assert READ_KINDS.isdisjoint({"navigation", "comment", "licence", "disclaimer", "byline", "dateline"})

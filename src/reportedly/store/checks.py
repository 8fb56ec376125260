"""What must hold of a reading before it is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.errors import IntegrityError
from reportedly.ids import document_id
from reportedly.model import ActorMention, PlaceMention, Reading, TimeExpression


def check_reading(reading: Reading) -> None:
    """Check that bytes, text and spans agree.

    Raises:
        IntegrityError: the id is not the bytes' hash, a span leaves the text, or two claims have one id.
    """
    document = reading.document
    if document_id(document.data) != document.id:
        what = f"the document's id {document.id} is not the hash of its bytes"
        raise IntegrityError(what, where=document.path)
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        what = f"the text holds half of a surrogate pair at {error.start}, which cannot be stored"
        raise IntegrityError(what, where=document.path, remedy="decode the input with another encoding") from error
    for what, start, end in _spans(reading):
        if not 0 <= start <= end <= len(document.text):
            outside = f"{what} [{start}, {end}) leaves the text of {len(document.text)} characters"
            raise IntegrityError(outside, where=document.path)
    twice = [claim for claim, times in Counter(claim.id for claim in reading.claims or ()).items() if times > 1]
    if twice:
        what = f"{len(twice)} claim ids are given twice, first {twice[0]}"
        raise IntegrityError(what, where=document.path)


def _spans(reading: Reading) -> Iterator[tuple[str, int, int]]:
    for segment in reading.document.segments:
        yield "segment", segment.start, segment.end
    for found in reading.attributions or ():
        for span in (*found.content, *found.cue, *found.source):
            yield f"attribution {found.id}", *span
    marks: tuple[TimeExpression | PlaceMention | ActorMention, ...] = (
        *(reading.times or ()),
        *(reading.places or ()),
        *(reading.actors or ()),
    )
    for mark in marks:
        yield type(mark).__name__, mark.start, mark.end
    for claim in reading.claims or ():
        yield f"claim {claim.id}", claim.start, claim.end

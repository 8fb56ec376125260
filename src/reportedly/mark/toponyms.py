"""Names that a place word gives away ("the town of Odrin", "Odrin district"), whether a gazetteer knows them or not."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reportedly.model import PlaceMention
from reportedly.parse import sentence_bounds, text_of

# The place word, and the kind of place that it names.
_KINDS = {
    "district": "neighbourhood",
    "neighbourhood": "neighbourhood",
    "neighborhood": "neighbourhood",
    "quarter": "quarter",
    "suburb": "neighbourhood",
    "town": "town",
    "village": "village",
    "hamlet": "village",
    "city": "city",
    "province": "governorate",
    "governorate": "governorate",
    "countryside": "governorate",
    "road": "road",
    "highway": "road",
    "street": "street",
    "square": "square",
    "roundabout": "square",
    "camp": "camp",
    "crossing": "crossing",
    "airport": "airport",
    "airbase": "base",
    "barracks": "base",
    "hospital": "hospital",
    "mosque": "mosque",
    "park": "area",
    "hill": "area",
    "mountain": "area",
    "dam": "building",
    "bridge": "building",
}
_PARTICLES = frozenset("al el as ash an at ar ad az de la le bin ibn abu -".split())
_BETWEEN = frozenset({"refugee", "residential", "border", "air", "international", "military"})
_SIDES = frozenset(
    "northern southern eastern western northeastern northwestern southeastern southwestern central north south east west".split()
)
_COMMON = frozenset(
    "public central national main old new grand great municipal military international general university local state private children "
    "field heart surgical free royal republican presidential civil mobile".split()
)
"""Words that tell what sort of park or hospital it is; by themselves they name none."""
_LONGEST = 5
_NO_PLACE = frozenset({"DATE", "TIME", "NORP"})
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB"})


def by_trigger(doc: Doc, taken: bytearray) -> Iterator[PlaceMention]:
    """Yield the names beside place words that do not touch characters marked in ``taken``; they have no coordinates."""
    for token in doc:
        kind = _KINDS.get(token.lemma_.lower())
        if kind is None:
            continue
        for first, last in (_after(token), _before(token)):
            if first is None or last is None:
                continue
            closing = token if first == last and first.lower_ in _COMMON and first.i < token.i else last  # not a place called Public
            start, end = first.idx, closing.idx + len(closing)
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield PlaceMention(start, end, " ".join(text_of(doc)[start:end].split()), None, kind=kind, precision="unknown", score=0.6)


def _is_name(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() and token.ent_type_ not in _NO_PLACE and token.pos_ in _NAME_TAGS


def _after(token: Token) -> tuple[Token | None, Token | None]:
    """Return the first and last word of the name in "town of X", Nones where there is none."""
    doc, at = token.doc, token.i + 1
    if at >= len(doc) or doc[at].lower_ != "of":
        return None, None
    at += 1
    begin, last = at, None
    while at < len(doc) and at - begin < _LONGEST and (_is_name(doc[at]) or doc[at].lower_ in _PARTICLES):
        last = doc[at] if _is_name(doc[at]) else last
        at += 1
    return (doc[begin], last) if last is not None else (None, None)


def _before(token: Token) -> tuple[Token | None, Token | None]:
    """Return the first and last word of the name in "X district", Nones where there is none."""
    doc, at, floor = token.doc, token.i - 1, sentence_bounds(token)[0]
    if at >= floor and doc[at].lower_ in _BETWEEN:
        at -= 1
    if at < floor or not _is_name(doc[at]) or doc[at].lower_ in _SIDES:
        return None, None
    last = first = doc[at]
    while at >= floor and last.i - at < _LONGEST and (_is_name(doc[at]) or doc[at].lower_ in _PARTICLES):
        first = doc[at] if doc[at].text != "-" else first
        at -= 1
    return first, last

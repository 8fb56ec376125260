"""What a person writes into the fields of a correction, checked as the program's own claims are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reportedly.errors import OptionError
from reportedly.model import Claim, Figure
from reportedly.model.claim import CLAIM_TYPES, STANCES
from reportedly.model.frame import Codebook
from reportedly.model.pack import Pack
from reportedly.review.dates import valid_of
from reportedly.review.figures import figure_of
from reportedly.review.names import places_of, speaker_of

FIELDS = ("type", "frame", "stance", "span", "words", "speaker", "place", "date", "figure")
"""Fields of a correction."""

NONE = "none"
"""What empties a field."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a correction is checked against: the claim as it stands, its document's text, the pack and the codebook."""

    claim: Claim
    text: str
    pack: Pack
    book: Codebook


def correction(given: Mapping[str, str], case: Case) -> dict[str, Any]:
    """Return the fields that a correction changes, with their values as the record holds them.

    Raises:
        OptionError: a value is not understood, is not of the codebook, the document or any gazetteer, or nothing is changed.
    """
    values = {name: given[name].strip() for name in FIELDS if given.get(name, "").strip()}
    found: dict[str, Any] = {}
    if "type" in values or "frame" in values:
        found |= _framed(values, case)
    for name, value in values.items():
        found |= _READ[name](value, case) if name in _READ else {}
    changed = {name: value for name, value in found.items() if value != _now(name, case.claim)}
    if not changed:
        what = "this correction changes nothing"
        raise OptionError(what, where=", ".join(values) or "correct", remedy=f"give another value for one of {', '.join(FIELDS)}")
    return changed


def span_of(value: str, case: Case) -> tuple[int, int]:
    """Return the span that ``START:END`` names, in code points. Raises OptionError where it does not lie in the document."""
    first, colon, last = value.partition(":")
    digits = first.strip().isascii() and last.strip().isascii() and first.strip().isdecimal() and last.strip().isdecimal()
    start, end = (int(first[:12]), int(last[:12])) if colon and digits else (-1, -1)
    if not 0 <= start < end <= len(case.text):
        what = f"{value!r:.40} is no span of this document, which has {len(case.text):,} characters"
        raise OptionError(what, where="span", remedy="give START:END, characters counted from 0, the end left out")
    return start, end


def words_at(value: str, case: Case) -> tuple[int, int]:
    """Return where words stand in the document, nearest to the claim. Raises OptionError where they do not."""
    places, at = [], case.text.find(value)
    while at >= 0:
        places.append(at)
        at = case.text.find(value, at + 1)
    if not places:
        what = f"{value!r:.80} does not stand in the document"
        raise OptionError(what, where="words", remedy="copy the words as they stand there, or give a span")
    best = min(places, key=lambda start: abs(start - case.claim.start))
    return best, best + len(value)


def _framed(values: Mapping[str, str], case: Case) -> dict[str, Any]:
    kind, name = values.get("type", ""), values.get("frame", "")
    if kind and kind not in CLAIM_TYPES:
        what = f"{kind!r:.40} is no type of claim"
        raise OptionError(what, where="type", remedy=f"give one of {', '.join(CLAIM_TYPES)}")
    name = name or (case.claim.frame if kind == case.claim.type else "")
    frame = next((frame for frame in case.book.frames() if frame.id == name), None)
    if frame is None or (kind and frame.type != kind):
        of = [frame.id for frame in case.book.frames() if not kind or frame.type == kind]
        what = f"{name!r:.60} is no frame of the type {kind}" if kind else f"{name!r:.60} is no frame"
        raise OptionError(what, where="frame", remedy=f"give one of {', '.join(of[:40])}")
    return {"type": frame.type, "frame": frame.id}


def _stance(value: str, _case: Case) -> dict[str, Any]:
    if value not in STANCES:
        what = f"{value!r:.40} is no stance"
        raise OptionError(what, where="stance", remedy=f"give one of {', '.join(STANCES)}")
    return {"stance": value}


def _figure(value: str, case: Case) -> dict[str, Any]:
    old = case.claim.figures[0] if case.claim.figures else Figure(None, "=", "")
    return {"figure": None if value == NONE else asdict(figure_of(value, old))}


_READ: dict[str, Callable[[str, Case], dict[str, Any]]] = {
    "stance": _stance,
    "span": lambda value, case: dict(zip(("start", "end"), span_of(value, case), strict=True)),
    "words": lambda value, case: dict(zip(("start", "end"), words_at(value, case), strict=True)),
    "speaker": lambda value, case: {"speaker": speaker_of(value, case.text, case.pack)},
    "place": lambda value, case: {"places": [] if value == NONE else places_of(value, case.text, case.pack)},
    "date": lambda value, _case: {"valid": [None, None] if value == NONE else list(valid_of(value))},
    "figure": _figure,
}


def _now(name: str, claim: Claim) -> object:
    ids = [*claim.place_ids, *(None,) * len(claim.places)]
    if name == "places":
        return [{"name": place, "place": key} for place, key in zip(claim.places, ids, strict=False)]
    if name == "figure":
        return asdict(claim.figures[0]) if claim.figures else None
    if name == "valid":
        return [claim.valid.begin, claim.valid.until]
    return asdict(claim.speaker) if name == "speaker" else getattr(claim, name)

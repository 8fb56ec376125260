"""Schemes of grades: the Admiralty's, and a user's own, read from a small file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.errors import OptionError, SchemeError
from reportedly.marked import Marked, load

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_SCALES, _GRADES, _LONG = 6, 30, 40


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale of a scheme: its name, and grade -> what it means, in order."""

    name: str
    grades: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of grades: its name, what it is, and its scales; a grade is one of each."""

    name: str
    title: str
    scales: tuple[Scale, ...]


ADMIRALTY = Scheme(
    "admiralty",
    "Admiralty system: the source, and the information, graded apart",
    (
        Scale(
            "source",
            {
                "A": "completely reliable",
                "B": "usually reliable",
                "C": "fairly reliable",
                "D": "not usually reliable",
                "E": "unreliable",
                "F": "reliability cannot be judged",
            },
        ),
        Scale(
            "information",
            {
                "1": "confirmed by other sources",
                "2": "probably true",
                "3": "possibly true",
                "4": "doubtful",
                "5": "improbable",
                "6": "truth cannot be judged",
            },
        ),
    ),
)
"""The two scales are meant to be independent (NATO AJP-2.1)."""


def graded(given: Mapping[str, str], schemes: Mapping[str, Scheme]) -> dict[str, Any]:
    """Return a grade as it is recorded. It is written as its parts in the order of the scales: ``B2``, ``B/2``.

    Raises:
        OptionError: there is no such scheme, or no such grade in it.
    """
    name = given.get("scheme", "").strip() or ADMIRALTY.name
    if name not in schemes:
        what = f"there is no scheme {name!r:.40}"
        raise OptionError(what, where="scheme", remedy=f"give one of {', '.join(schemes)}, or name its file with --scheme")
    scheme, value = schemes[name], given.get("grade", "").strip()
    parts = value.split("/") if "/" in value or len(scheme.scales) == 1 else list(value)
    parts = [part.strip() for part in parts]
    if len(parts) != len(scheme.scales) or any(part not in scale.grades for part, scale in zip(parts, scheme.scales, strict=False)):
        what = f"{value!r:.40} is no grade of {name}"
        remedy = "; ".join(f"{scale.name}: {', '.join(scale.grades)}" for scale in scheme.scales)
        raise OptionError(what, where="grade", remedy=f"give one of each, with a / between: {remedy}")
    return {"scheme": name, "grade": {scale.name: part for scale, part in zip(scheme.scales, parts, strict=True)}}


def read_scheme(path: Path) -> Scheme:
    """Return the scheme of a file.

    It looks so::

        name: house
        title: How our desk grades a report
        scales:
          access: {near: saw it, far: was told}
          detail: {full: who, where and when, part: some of it}

    Raises:
        SchemeError: it cannot be read, or has a mistake; the line is named.
    """
    whole = load(path, SchemeError)
    whole.only("name", "title", "scales")
    name = whole.text("name")
    if name == ADMIRALTY.name or not _NAME.fullmatch(name):
        what = f"{name!r:.40} cannot be the name of a scheme"
        raise whole.need("name").complain(what, "give a word of your own: small letters, figures and hyphens")
    scales = whole.need("scales")
    found = tuple(_scale(key, value) for key, value in scales.expect(dict).items())
    if not 0 < len(found) <= _SCALES:
        what = f"a scheme has {len(found)} scales"
        raise scales.complain(what, f"give it 1 to {_SCALES}")
    return Scheme(name, whole.maybe("title") or name, found)


def _scale(name: str, marked: Marked) -> Scale:
    grades = {str(grade): str(value.value) for grade, value in marked.expect(dict).items()}
    odd = next((value for grade, value in marked.value.items() if not grade or "/" in grade or len(grade) > _LONG), None)
    if odd is not None:
        what = "a grade is empty, too long, or has a / in it"
        raise odd.complain(what, f"write it with up to {_LONG} other signs")
    if not 1 < len(grades) <= _GRADES:
        what = f"the scale {name!r:.40} has {len(grades)} grades"
        raise marked.complain(what, f"give it 2 to {_GRADES}")
    return Scale(name, grades)

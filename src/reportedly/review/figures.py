"""A figure as a person writes it into a correction: operator, number or two, and what is counted."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.errors import OptionError
from reportedly.model import Figure

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?"
_FORM = re.compile(rf"(?P<op>[<>]=?|=|~|≥|≤)?\s*(?P<low>{_NUMBER})(?:\s*(?:to|-|–)\s*(?P<high>{_NUMBER}))?\s+(?P<unit>\S.{{0,79}})")
_SIGNS = {"≥": ">=", "≤": "<="}


def figure_of(value: str, old: Figure) -> Figure:
    """Return the figure that ``>= 12 civilians killed`` or ``10 to 15 percent`` writes.

    What it is a share of, what it is drawn from and when it is counted stay those of the figure before; its words in the document do not.

    Raises:
        OptionError: it is none, or its bounds are the wrong way round.
    """
    found = _FORM.fullmatch(" ".join(value.split()))
    if found is None:
        what = f"{value!r:.60} is no figure"
        raise OptionError(what, where="figure", remedy="write an operator, a number and what is counted, as in >= 12 civilians killed")
    op = _SIGNS.get(found["op"] or "=", found["op"] or "=")
    low, high = (float(part.replace(",", "")) if part else None for part in (found["low"], found["high"]))
    if high is not None and (op != "=" or low is None or low >= high):
        what = f"{value!r:.60} has bounds that cannot be"
        raise OptionError(what, where="figure", remedy="write the smaller number first, and no operator before two numbers")
    kept = replace(old, unit=found["unit"], derived=False, start=None, end=None, vague=False)
    if high is not None:
        return replace(kept, value=None, op="=", low=low, high=high)
    from reportedly.claim.figures import bounds  # noqa: PLC0415 - with the parser, which only a figure needs

    first, last = bounds(low or 0.0, op)
    return replace(kept, value=low, op=op, low=first, high=last)

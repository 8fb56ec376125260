"""What a picture shows, where running text that lost its line breaks begins with it: told in the present, or called a picture."""

from __future__ import annotations

import re

PICTURE = re.compile(
    r"(?:(?!(?:said|says|was|were|has|have|had|will|could|may|might|video|footage|data|reports?|polls?|survey|map|documents?|study)\b)"
    r"[\w’'-]+ ){1,8}?(?:shows?|walks?|inspects?|runs?|rides?|"
    r"drives?|stands?|sits?|looks?|carry|carries|gathers?|attends?|speaks?|rises?|breathes?|waits?|search(?:es)?|"
    r"rests?|reacts?|poses?|flees?|gestures?|cry|cries|holds?|lies?|lie|plays?|reads?|watch(?:es)?|(?:is|are) seen)\b[^.!?]{5,200}[.!?]"
)
"""What a picture shows, told in the present: "Two boats lie at the mill", "A man walks by"."""
IMAGE_NAME = re.compile(
    r"[a-z0-9]+(?:[-_][a-z0-9]+)+(?:\.(?:jpe?g|png|gif|webp))?(?=[A-Z][a-z]* )|[\w-]{3,60}\.(?:jpe?g|png|gif|webp)(?=\s|$)"
)
"""The name of a picture's file, which stands for it where it is not shown: by itself, or glued to the first word behind it."""
_CALLED = re.compile(
    r"(?:(?:FILE|File)(?: (?:PHOTO|photo|IMAGE|image))?\s?[:–—-]\s|(?:In )?(?:[Tt]his|an?|A|An) (?:[\w,-]+ ){0,3}"
    r"(?:photo|image|picture|photograph|still|frame grab|handout)"
    r"(?: (?:taken|provided|released|made|dated|grabbed|obtained|posted|shows?)\b|,))"
)
_STOP = re.compile(r"(?<=[.!?\"”)\]])\s+(?=[\"“(]?[A-Z\d])|\n")
_SHORT = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Lt|Col|Dr|Mr|Mrs|Ms|St|No|U\.S|U\.N)\.$")
_MOST = 400


def picture_end(text: str, start: int, end: int) -> int | None:
    """Return where the caption ends that ``text[start:end]`` begins with, None where it begins with none."""
    stop = next(
        (m.start() for m in _STOP.finditer(text, start, min(end, start + _MOST)) if not _SHORT.search(text, start, m.start())), None
    )
    if stop is None:
        return None
    return stop if PICTURE.fullmatch(text, start, stop) or _CALLED.match(text, start, stop) else None

"""The entities of the domain: small frozen types, no behaviour that needs anything but themselves."""

from reportedly.model.attribution import Attribution
from reportedly.model.claim import About, Argument, Claim, Figure, Speaker, ValidTime
from reportedly.model.document import Dated, Document, Metadata, OriginalSource, Segment
from reportedly.model.explain import Explanation, Filling, Met
from reportedly.model.grounded import ActorMention, PlaceMention, TimeExpression
from reportedly.model.link import Contradiction, HeldClaim, Passage, Reprint
from reportedly.model.reading import Failure, Reading
from reportedly.model.span import Span

__all__ = [
    "About",
    "ActorMention",
    "Argument",
    "Attribution",
    "Claim",
    "Contradiction",
    "Dated",
    "Document",
    "Explanation",
    "Failure",
    "Figure",
    "Filling",
    "HeldClaim",
    "Met",
    "Metadata",
    "OriginalSource",
    "Passage",
    "PlaceMention",
    "Reading",
    "Reprint",
    "Segment",
    "Span",
    "Speaker",
    "TimeExpression",
    "ValidTime",
]

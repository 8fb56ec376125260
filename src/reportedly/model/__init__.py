"""The entities of the domain: small frozen types, no behaviour that needs anything but themselves."""

from reportedly.model.attribution import Attribution
from reportedly.model.check import Check
from reportedly.model.claim import About, Argument, Claim, Figure, Speaker, ValidTime
from reportedly.model.document import Dated, Document, LeftOut, Metadata, Obtained, OriginalSource, Segment
from reportedly.model.explain import Explanation, Filling, Met
from reportedly.model.grounded import ActorMention, PlaceMention, TimeExpression
from reportedly.model.link import AROUND, WITHDRAWN, Contradiction, HeldClaim, Passage, Reprint, TextEntry
from reportedly.model.mood import Forecast, Marker
from reportedly.model.reading import Failure, Reading
from reportedly.model.span import Span
from reportedly.model.term import Buffer, Moment, Part, Plan, Term

__all__ = [
    "AROUND",
    "WITHDRAWN",
    "About",
    "ActorMention",
    "Argument",
    "Attribution",
    "Buffer",
    "Check",
    "Claim",
    "Contradiction",
    "Dated",
    "Document",
    "Explanation",
    "Failure",
    "Figure",
    "Filling",
    "Forecast",
    "HeldClaim",
    "LeftOut",
    "Marker",
    "Met",
    "Metadata",
    "Moment",
    "Obtained",
    "OriginalSource",
    "Part",
    "Passage",
    "PlaceMention",
    "Plan",
    "Reading",
    "Reprint",
    "Segment",
    "Span",
    "Speaker",
    "Term",
    "TextEntry",
    "TimeExpression",
    "ValidTime",
]

"""The one set of filters and answers that command line, API and pages share."""

from reportedly.query.claims import claims
from reportedly.query.filters import ClaimFilter
from reportedly.query.judgements import judgements, orphans
from reportedly.query.known import Unmet, unmet
from reportedly.query.links import contradictions, reprints
from reportedly.query.one import one
from reportedly.query.overview import overview
from reportedly.query.truce import judged_bearings, last_judgement, truce_evidence

__all__ = [
    "ClaimFilter",
    "Unmet",
    "claims",
    "contradictions",
    "judged_bearings",
    "judgements",
    "last_judgement",
    "one",
    "orphans",
    "overview",
    "reprints",
    "truce_evidence",
    "unmet",
]

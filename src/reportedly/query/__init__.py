"""The one set of filters and answers that command line, API and pages share."""

from reportedly.query.allegations import allegation_register
from reportedly.query.briefly import briefly
from reportedly.query.citations import citation_graph
from reportedly.query.claims import claims
from reportedly.query.copies import with_words
from reportedly.query.filters import ClaimFilter
from reportedly.query.framing import framings
from reportedly.query.judgements import judgements, orphans
from reportedly.query.known import Unmet, unmet
from reportedly.query.links import contradictions
from reportedly.query.one import one, whole_id
from reportedly.query.overview import overview
from reportedly.query.reuse import reprint_families, reprints, versions
from reportedly.query.truce import judged_bearings, last_judgement, truce_evidence
from reportedly.query.views import view

__all__ = [
    "ClaimFilter",
    "Unmet",
    "allegation_register",
    "briefly",
    "citation_graph",
    "claims",
    "contradictions",
    "framings",
    "judged_bearings",
    "judgements",
    "last_judgement",
    "one",
    "orphans",
    "overview",
    "reprint_families",
    "reprints",
    "truce_evidence",
    "unmet",
    "versions",
    "view",
    "whole_id",
    "with_words",
]

"""The registry: every page, in the order of the navigation. A new page is a file here, a template of its name, and a line below."""

from reportedly.web.page import Page
from reportedly.web.pages import (
    allegations,
    changed,
    claim,
    claims,
    contradictions,
    control,
    days,
    document,
    documents,
    figures,
    forecasts,
    mapped,
    overview,
    positions,
    routes,
    sources,
    timeline,
    truces,
)

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    changed.PAGE,
    claims.PAGE,
    claim.PAGE,
    documents.PAGE,
    document.PAGE,
    contradictions.PAGE,
    timeline.PAGE,
    days.PAGE,
    control.PAGE,
    routes.PAGE,
    mapped.PAGE,
    figures.PAGE,
    positions.PAGE,
    truces.PAGE,
    forecasts.PAGE,
    allegations.PAGE,
    sources.PAGE,
)

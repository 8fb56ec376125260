"""The registry: every page, in the order of the navigation. A new page is a file here, a template of its name, and a line below."""

from reportedly.web.page import Page
from reportedly.web.pages import (
    claim,
    claims,
    contradictions,
    document,
    documents,
    figures,
    forecasts,
    overview,
)

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    claims.PAGE,
    claim.PAGE,
    documents.PAGE,
    document.PAGE,
    contradictions.PAGE,
    figures.PAGE,
    forecasts.PAGE,
)

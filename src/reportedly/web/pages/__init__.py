"""The registry: every page, as the navigation groups them. A new page is a file here, a template of its name, and a line below."""

from reportedly.web.page import Groups, Page
from reportedly.web.pages import (
    allegations,
    changed,
    claim,
    claims,
    contacts,
    contradictions,
    control,
    days,
    document,
    documents,
    export,
    figures,
    forecasts,
    framing,
    frozen,
    job,
    mapped,
    matrix,
    mirrors,
    overview,
    positions,
    report,
    review,
    routes,
    running,
    sources,
    timeline,
    truces,
    upload,
    watches,
)

GROUPS: Groups = (
    ("", (overview.PAGE, changed.PAGE, watches.PAGE)),
    (
        "Read",
        (
            claims.PAGE,
            claim.PAGE,
            documents.PAGE,
            document.PAGE,
            contradictions.PAGE,
            timeline.PAGE,
            days.PAGE,
            sources.PAGE,
            framing.PAGE,
        ),
    ),
    (
        "Follow",
        (
            mapped.PAGE,
            control.PAGE,
            frozen.PAGE,
            routes.PAGE,
            figures.PAGE,
            running.PAGE,
            positions.PAGE,
            matrix.PAGE,
            mirrors.PAGE,
            contacts.PAGE,
            truces.PAGE,
            forecasts.PAGE,
            allegations.PAGE,
        ),
    ),
    ("Work", (upload.PAGE, job.PAGE, review.PAGE, report.PAGE, export.PAGE)),
)

PAGES: tuple[Page, ...] = tuple(page for _, pages in GROUPS for page in pages)

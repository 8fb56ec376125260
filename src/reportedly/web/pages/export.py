"""Export: the claims that the filters choose, in the formats of the field."""

from __future__ import annotations

from sqlalchemy import func, select

from reportedly.export.contract import Json
from reportedly.export.formats import FORMATS
from reportedly.query.conditions import selection
from reportedly.query.filters import NAMES
from reportedly.web import bundled
from reportedly.web.ask import Ask
from reportedly.web.page import Answer, Page, cells

_COLUMNS = ("format", "title", "about", "file", "manifest")


def build(ask: Ask) -> Answer:
    """Return the formats, each with the addresses of its file and manifest."""
    where = ask.where
    if where.min_chains is None and where.limit is None:
        with ask.ledger.reading() as connection:
            count = connection.scalar(select(func.count()).select_from(selection(where).order_by(None).subquery()))
    else:
        count = None
    chosen = [(name, value, ask.link(**{name: None})) for name, value in ask.given.items()]
    packed = f"/export/{bundled.NAME}{_query(ask)}" if ask.visit.writes else None
    return Answer(_rows(ask), {"count": count, "chosen": chosen, "bundle": packed}, {"claims": count, "bundle": packed})


def _rows(ask: Ask) -> list[Json]:
    query = _query(ask)
    return [
        {"format": one.name, "title": one.title, "about": one.about}
        | {"file": f"/export/{one.name}{query}", "manifest": f"/export/{one.name}/manifest{query}"}
        for one in FORMATS.values()
    ]


def _query(ask: Ask) -> str:
    return ask.link().removeprefix(ask.here)


PAGE = Page(
    "export",
    "/export",
    "Export",
    "The claims that the filters choose, as files for other programs. Names of private persons are taken out.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=NAMES,
    listed=False,
)

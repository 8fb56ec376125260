"""An answer as it is sent: a page, JSON, or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from starlette.responses import HTMLResponse, Response, StreamingResponse

from reportedly.export.cells import neutral
from reportedly.web.ask import Ask
from reportedly.web.draw import template
from reportedly.web.page import Answer, Page


def html(ask: Ask, found: Answer, status: int = 200, name: str = "") -> Response:
    """Return the page; by the template of another name, where one is given."""
    ask = found.ask or ask
    shown = {"ask": ask, "page": ask.page, "title": found.title or ask.page.title, "next": found.next}
    text = template(name or ask.page.name).render({**found.shown, **shown, "rows": list(found.rows)})
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def late(ask: Ask) -> Response:
    """Return what stands there while the page is being counted."""
    return html(ask, Answer(()), name="late")


def as_json(ask: Ask, found: Answer) -> Response:
    """Return a page of its rows as JSON."""
    following = None if found.next is None else f"{ask.twin('json').partition('?')[0]}{_query(ask, found.next)}"
    loose = {"loose": ask.page.loose} if ask.page.loose else {}
    whole = {"page": ask.page.name, "query": dict(ask.given), **loose, **found.told, "rows": list(found.rows), "next": following}
    return written(whole)


def as_text(ask: Ask, found: Answer) -> Response:
    """Return a page in a form of its own."""
    return Response(found.text.encode("utf-8", "backslashreplace"), media_type=f"{ask.page.more[ask.form]}; charset=utf-8")


def written(whole: Any, status: int = 200) -> Response:  # noqa: ANN401 - any plain value
    """Return a plain value as JSON."""
    return Response(json.dumps(whole, ensure_ascii=False).encode("utf-8", "backslashreplace"), status, media_type="application/json")


def _query(ask: Ask, after: int) -> str:
    _, _, query = ask.link(after=after).partition("?")
    return f"?{query}"


def as_csv(ask: Ask, found: Answer) -> Response:
    """Return its rows as CSV."""
    rows = iter(found.rows)
    first = list(islice(rows, 1))  # so that what is wrong is told before anything is sent
    lines = _lines(ask.page, chain(first, rows))
    name = f"reportedly-{ask.page.name}.csv"
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers={"content-disposition": f'attachment; filename="{name}"'})


def _lines(page: Page, rows: Iterable[Any]) -> Iterator[bytes]:
    for cells in chain([page.columns], map(page.flat, rows)):
        line = io.StringIO()
        csv.writer(line).writerow([neutral(cell) for cell in cells])
        yield line.getvalue().encode("utf-8", "backslashreplace")

"""One upload: how far it is, what became of each file, and what it changed."""

from __future__ import annotations

from reportedly.export.contract import Json
from reportedly.model.plain import plain
from reportedly.web.ask import Ask
from reportedly.web.form import Form
from reportedly.web.page import Answer, Done, Page, cells
from reportedly.web.uploads import Job

_COLUMNS = ("name", "size", "publisher", "published", "url", "state", "documents", "failures")


def build(ask: Ask) -> Answer:
    """Return its files."""
    found = ask.site.uploads.job(ask.keys["id"])
    told = {name: value for name, value in plain(found).items() if name != "files"} | {"over": found.over}
    rows: list[Json] = [dict(file) for file in found.files]
    if ask.form == "csv":
        rows = [row | {"documents": [each["id"] for each in row["documents"]]} for row in rows]
    return Answer(rows, {"job": found, "read": _read(found)}, told)


def _read(found: Job) -> int:
    return sum(file["state"] != "waiting" for file in found.files)


def post(ask: Ask, _form: Form) -> Done:
    """Cancel it."""
    ask.site.uploads.cancel(ask.keys["id"])
    return Done(ask.here)


PAGE = Page(
    "job",
    "/upload/{id}",
    "An upload",
    "How far it is, what became of each file, and what it changed.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("as_of", "known_by", "recorded_by"),
    row=("name", "size", "state", "documents", "failures"),
    listed=False,
    within="upload",
    loose="This page follows the upload as it goes on, so it has no permalink.",
    post=post,
)

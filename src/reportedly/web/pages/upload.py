"""Upload: reports are sent from the browser, and recorded one job after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from reportedly.errors import FormError
from reportedly.model.plain import plain
from reportedly.text import clean
from reportedly.web.ask import Ask
from reportedly.web.form import Form
from reportedly.web.page import Answer, Done, Page, cells

_COLUMNS = ("id", "by", "when", "state", "files")
_NAME, _VALUE = 160, 400
_TOLD = ("published", "publisher", "url")


def build(ask: Ask) -> Answer:
    """Return the uploads, the newest first."""
    rows = [plain(job) for job in ask.site.uploads.jobs()]
    if ask.form == "csv":
        return Answer([row | {"files": [file["name"] for file in row["files"]]} for row in rows])
    return Answer(rows)


def post(ask: Ask, form: Form) -> Done:
    """Keep what was sent and queue it."""
    given = [file for file in form.files if file.filename]
    if not given:
        what = "no file was chosen"
        raise FormError(what, where="files", remedy="choose one or more")
    whole = {name: form.fields[name] for name in _TOLD if name in form.fields}
    own = dict(_own(line) for line in form.fields.get("each", "").splitlines() if line.strip())
    names = {_name(file.filename or "") for file in given}
    odd = next((name for name in own if name not in names), None)
    if odd is not None:
        what = f"no file of the name {odd!r:.80} was sent"
        raise FormError(what, where="each", remedy=f"the names are {', '.join(sorted(names))[:200]}")
    files = []
    for file in given:
        name = _name(file.filename or "")
        files.append((_checked({"name": name, "size": file.size or 0, **whole, **own.get(name, {})}), file.file))
    key = ask.site.uploads.take(files, form.signer)
    return Done(f"/upload/{key}", {"id": key})


def _own(line: str) -> tuple[str, dict[str, str]]:
    """Return the name of a file and what is said of it alone: ``NAME | published | publisher | URL``."""
    name, *told = (part.strip() for part in line.split("|"))
    if not told or len(told) > len(_TOLD):
        what = f"{line!r:.80} is not understood"
        raise FormError(what, where="each", remedy="write NAME | day | publisher | address, a file a line")
    return _name(name), {key: value for key, value in zip(_TOLD, told, strict=False) if value}


def _name(given: str) -> str:
    """Return a file's own name as one line without folders."""
    name = " ".join(clean(given.replace("\\", "/").rpartition("/")[2]).split())
    return (name if len(name) <= _NAME else name[: _NAME // 2] + name[-_NAME // 2 :]).strip(".") or "unnamed"


def _checked(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of a file. Raises FormError where it is not understood."""
    day, url = told.get("published"), str(told.get("url", ""))
    try:
        dt.date.fromisoformat(day or "2031-01-01")
    except ValueError as error:
        what = f"{day!r:.40} is no day"
        raise FormError(what, where="published", remedy="write it as 2031-01-31") from error
    if url and not url.startswith(("http://", "https://")):
        what = f"{url!r:.80} is no address of a page"
        raise FormError(what, where="url", remedy="it begins with http:// or https://")
    return {name: value if name == "size" else str(value)[:_VALUE] for name, value in told.items()}


PAGE = Page(
    "upload",
    "/upload",
    "Upload",
    "Reports sent from here are read, compared and recorded, as by the command add. A second upload waits for the first.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("as_of", "known_by", "recorded_by"),
    loose="The list of uploads goes on changing, so this page has no permalink.",
    post=post,
    fields=(*_TOLD, "each"),
    most="upload_bytes",
    files=True,
)

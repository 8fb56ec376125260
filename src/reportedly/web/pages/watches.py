"""Watches: filters with a name, and what is new for each since it was last looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from reportedly.changes import KINDS, changed
from reportedly.changes.since import NEVER, since_of
from reportedly.errors import FormError, UnknownIdError
from reportedly.export.contract import Json
from reportedly.model.plain import plain
from reportedly.query.filters import ClaimFilter
from reportedly.store import looks
from reportedly.store.looks import Watch
from reportedly.watching import checked
from reportedly.web.ask import Ask
from reportedly.web.form import Form
from reportedly.web.page import Answer, Done, Page, cells

_COLUMNS = ("name", "where", "since", "counts")
_SHOWN = 3
ACTS = ("add", "remove", "looked")


def build(ask: Ask) -> Answer:
    """Return the watches, each with what is new: how many of each kind, and the first few."""
    with ask.ledger.reading() as connection:
        there = looks.now(connection)
        found = [(each, looks.since(connection, each.looked) if each.looked else NEVER) for each in looks.watches(connection)]
    rows = [_row(ask, each, moment) for each, moment in found]
    return Answer([_plain(row) for row in rows], {"watches": rows, "kinds": KINDS, "there": there.batch})


def _row(ask: Ask, watch: Watch, moment: str) -> dict[str, Any]:
    where, asked = ClaimFilter.from_params(watch.where), since_of(moment, "", {})

    def make() -> Any:  # noqa: ANN401 - what changed
        return changed(ask.ledger, where, asked, pack=ask.site.pack)

    news = ask.site.remembered(ask.ledger, ("watch", where, moment, asked.after.as_of), make)
    return {"watch": watch, "since": moment, "news": news, "first": news.rows[:_SHOWN]}


def _plain(row: dict[str, Any]) -> Json:
    watch, news = row["watch"], row["news"]
    told = {"name": watch.name, "where": dict(watch.where), "made": watch.made, "looked": watch.looked and watch.looked.looked}
    return told | {"since": row["since"], "counts": dict(news.counts), "rows": [plain(each) for each in news.rows]}


def post(ask: Ask, form: Form) -> Done:
    """Keep a watch, take it out, or note that it was looked at."""
    act, name = form.need("act"), looks.name_of(form.need("name"))
    if act not in ACTS:
        what = f"{act!r:.40} is nothing that can be done with a watch"
        raise FormError(what, where="act", remedy=f"send one of {', '.join(ACTS)}")
    with ask.site.writing() as ledger, ledger.writing() as (connection, _):
        if act == "add":
            looks.put_watch(connection, *checked(name, dict(_filters(form))))
        elif not any(each.name == name for each in looks.watches(connection)):
            what = f"there is no watch {name!r}"
            raise UnknownIdError(what, remedy="the page of watches lists them")
        elif act == "remove":
            looks.remove_watch(connection, name)
        else:
            looks.put_look(connection, looks.WATCH, name, looks.at(connection, form.need("batch")))
    return Done(ask.link("/watches"), {"act": act, "name": name})


def _filters(form: Form) -> Iterator[tuple[str, str]]:
    return iter(parse_qsl(form.fields.get("where", ""), max_num_fields=50))


PAGE = Page(
    "watches",
    "/watches",
    "Watches",
    "Filters with a name, and what is new for each since you last looked.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("as_of", "known_by", "recorded_by"),
    loose="Watches are kept beside the record and may be changed, so this page has no permalink.",
    post=post,
    fields=("act", "name", "where", "batch"),
)

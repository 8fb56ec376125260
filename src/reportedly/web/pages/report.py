"""Report: a situation report for a window, every sentence with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, select

from reportedly.errors import OptionError
from reportedly.export.contract import Json
from reportedly.model.plain import plain
from reportedly.situation import Question, Report, body, markdown, question_of, situation
from reportedly.situation.question import MOST
from reportedly.store import schema, sql
from reportedly.truce.load import agreements_of
from reportedly.web.ask import Ask
from reportedly.web.page import Answer, Page, cells

_COLUMNS = ("section", "sentence", "notes", "claims", "list")
_OWN = ("from", "to", "place", "publisher", "agreement", "most")
_WEEK, _MOST = 6, 100
LISTS = ("place", "publisher", "agreement")


def build(ask: Ask) -> Answer:
    """Return the report; where no window is asked for, that of the last week that documents were published in."""
    asked = _question(ask)
    if asked is None:
        return Answer([], {"report": None, "asked": None, "body": "", "agreements": _agreements(ask)})
    every = agreements_of(ask.site.packs, ask.site.pack)
    make = partial(situation, ask.ledger, asked, pack=ask.site.pack, agreements=every)
    found = ask.kept(("report", asked), make)
    text = markdown(found) if ask.form == "md" else ""
    if ask.form != "html":
        return Answer(list(_rows(found)), told={"report": plain(found)} if ask.form == "json" else {}, text=text)
    shown = {"report": found, "asked": asked, "body": body(found, partial(_link, ask)), "agreements": _agreements(ask)}
    where = f", {', '.join(asked.places)}" if asked.places else ""
    return Answer([], shown, title=f"Situation report, {asked.begin} to {asked.until}{where}")


def _agreements(ask: Ask) -> list[tuple[str, str]]:
    return [(each.id, each.name) for each in agreements_of(ask.site.packs, ask.site.pack)]


def _link(ask: Ask, path: str, query: Mapping[str, str]) -> str:
    return ask.link(path, **query)


def _question(ask: Ask) -> Question | None:
    begin, until = ask.given.get("from"), ask.given.get("to")
    if not begin and not until:
        until = _last(ask)
        if until is None:
            return None
        begin = (date.fromisoformat(until) - timedelta(days=_WEEK)).isoformat()
    places, publishers, agreements = ([part for part in ask.given.get(name, "").split(";") if part.strip()] for name in LISTS)
    clocks = {name: ask.given.get(name, "") for name in ("known_by", "recorded_by")}
    known = [each.id for each in agreements_of(ask.site.packs, ask.site.pack)]
    return question_of(
        begin or until or "",
        until or begin or "",
        places=places,
        publishers=publishers,
        agreements=agreements,
        known=known,
        clocks=clocks,
        lens=ask.given.get("lens", "all"),
        most=_most(ask),
    )


def _most(ask: Ask) -> int:
    given = ask.given.get("most", str(MOST))
    if not given.isascii() or not given.isdecimal() or not 1 <= int(given[:4]) <= _MOST:
        what = f"{given!r:.40} is no number of sentences"
        raise OptionError(what, where="most", remedy=f"give a whole number from 1 to {_MOST}")
    return int(given[:4])


def _last(ask: Ask) -> str | None:
    place = schema.appearance.c
    query = select(func.max(place.published))
    if ask.view.recorded_by is not None:
        query = query.where(sql.until(place.recorded, ask.view.recorded_by))
    with ask.ledger.reading() as connection:
        last: str | None = connection.scalar(query)
    return last


def _rows(found: Report) -> Iterator[Json]:
    claims = {note.number: note.claim for note in found.notes}
    for section in found.sections:
        for line in (*section.lines, *([section.rest] if section.rest else [])):
            told: dict[str, Any] = {"section": section.id, "sentence": line.text, "notes": list(line.notes)}
            yield told | {"claims": [claims[number] for number in line.notes], "list": dict(line.listed)}


PAGE = Page(
    "report",
    "/report",
    "Report",
    "A situation report for a window: what is claimed, by whom, what changed, what is disputed; every sentence with its notes.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*_OWN, "known_by", "recorded_by", "as_of", "lens"),
    own=_OWN,
    asks={
        "from": "First day of the window; a week before the last document where none is given.",
        "to": "Last day of the window.",
        "place": "Ids or names of places, ; between several.",
        "publisher": "Names or ids of publishers, ; between several.",
        "agreement": "Ids of agreements, ; between several.",
        "most": "Sentences of a section, at most.",
    },
    more={"md": "text/markdown"},
)

"""Changed: the difference of the views between two looks, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportedly.asking import CHANGED
from reportedly.changes import KINDS, Changes, Since, changed, since_of
from reportedly.changes.changed import MOST
from reportedly.changes.rows import DEPTH
from reportedly.errors import OptionError
from reportedly.model.plain import plain
from reportedly.query.filters import NAMES
from reportedly.query.groups import Depth
from reportedly.store import looks
from reportedly.truce.load import agreements_of
from reportedly.web.ask import CLOCKS, Ask
from reportedly.web.form import Form
from reportedly.web.page import Answer, Done, Page, cells

_COLUMNS = ("kind", "what", "before", "after", "by", "claims", "day")
_FILTERS = tuple(name for name in NAMES if name not in {"since", "until", "min_chains", "offset", "limit"})
_OWN = ("since", "known_since", "kind", "lens")
_SHOWN, _LOOKED_AT = 12, 24
_DEPTH = Depth(100, 10)
_END = "T23:59:59Z"
LAST = "last-look:"


def build(ask: Ask) -> Answer:
    """Return what changed; for a person so many of each kind, all of one kind where it is named."""
    with ask.ledger.reading() as connection:
        there = looks.now(connection).batch
    kind = _kind(ask)
    found = _found(ask, kind)
    rows = [row for row in found.rows if kind in {None, row.kind}]
    told = {"before": plain(found.before), "after": plain(found.after), "counts": dict(found.counts), "left": dict(found.left)}
    if ask.form != "html":
        return Answer([plain(row) for row in rows], told=told)
    most = None if kind else _SHOWN
    groups = [(name, title, [row for row in rows if row.kind == name][:most]) for name, title in KINDS.items()]
    shown = {"groups": [each for each in groups if each[2]], "found": found, "kinds": KINDS, "looks": _looks(ask), "there": there}
    return Answer([], shown, told)


def _found(ask: Ask, kind: str | None) -> Changes:
    """Return what changed; for a person who sees a few of each kind, of a few of those that it may be."""
    where, asked, kinds = ask.where, _since(ask), tuple(KINDS)
    most, depth = (_LOOKED_AT, _DEPTH) if ask.form == "html" and kind is None else (MOST, DEPTH)
    kinds = (kind,) if ask.form == "html" and kind is not None else kinds

    def make() -> Changes:
        agreements = agreements_of(ask.site.packs, ask.site.pack)
        return changed(ask.ledger, where, asked, pack=ask.site.pack, agreements=agreements, most=most, depth=depth, kinds=kinds)

    return ask.kept(("changed", where, asked, most, kinds), make)


def _since(ask: Ask) -> Since:
    known = ask.given.get("known_since", "")
    since = ask.given.get("since") or ("" if known else "yesterday")
    if since.startswith(LAST):
        since = _last(ask, since.removeprefix(LAST))
    return since_of(since, known, {name: ask.given.get(name, "") for name in (*CLOCKS, "judgements")}, ask.given.get("lens", "all"))


def _last(ask: Ask, name: str) -> str:
    with ask.ledger.reading() as connection:
        found = looks.last_look(connection, looks.READER, name)
        if found is None:
            what = f"nobody of the name {name!r:.80} has looked"
            raise OptionError(what, where="since", remedy=f"`reportedly changed --since-last-look --name {name or 'me'}` notes a look")
        return looks.since(connection, found)


def _looks(ask: Ask) -> list[tuple[str, str]]:
    with ask.ledger.reading() as connection:
        return [(name, found.looked) for name, found in looks.readers(connection)]


def _kind(ask: Ask) -> str | None:
    kind = ask.given.get("kind")
    if kind is not None and kind not in KINDS:
        what = f"{kind!r:.40} is no kind of change"
        raise OptionError(what, where="kind", remedy=f"give one of {', '.join(KINDS)}")
    return kind


def _pinned(ask: Ask) -> Mapping[str, Any]:
    """Return since when as a moment, so that what is counted from now stays where it is."""
    before = _since(ask).before.recorded_by
    if ("since" not in ask.given and "known_since" in ask.given) or before is None:
        return {}
    return {"since": before if "T" in before else f"{before}{_END}"}


def post(ask: Ask, form: Form) -> Done:
    """Note under a name up to where somebody has looked: what the page showed, and nothing that came meanwhile."""
    name = looks.name_of(form.signer, "by")
    with ask.site.writing() as ledger, ledger.writing() as (connection, _):
        found = looks.at(connection, form.need("batch"))
        looks.put_look(connection, looks.READER, name, found)
    return Done(ask.link("/changed", since=f"{LAST}{name}"), {"name": name, "batch": found.batch, "recorded": found.recorded})


PAGE = Page(
    "changed",
    "/changed",
    "Changed",
    "What is new since a day or a moment: before and after, on whose word. All of it is computed from the views at both.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*_FILTERS, *_OWN),
    own=_OWN,
    asks={
        **CHANGED,
        "since": "A day, a moment, a span as in 7d, yesterday (as where none is given), or last-look:NAME; what was recorded since is new.",
        "known_since": "A day: what was published since is new.",
        "kind": ("Changes of this kind.", KINDS),
    },
    pinned=_pinned,
    post=post,
    fields=("batch",),
)

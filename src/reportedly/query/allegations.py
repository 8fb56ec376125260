"""The register of allegations: claims with their exact words, what comparison found to answer them, and private names taken out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from reportedly.compare.world import World
from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.filters import ClaimFilter
from reportedly.query.left import Left
from reportedly.query.private import private_names
from reportedly.query.seen import seen_of
from reportedly.query.views import view
from reportedly.store import Ledger, schema, sql
from reportedly.track.abuse import abuse_rules
from reportedly.track.allegations import INQUIRIES, TYPES, Beside, Incident, allegations
from reportedly.track.alleged import alleges
from reportedly.track.masking import masked
from reportedly.track.seen import Glass, Seen
from reportedly.track.track import Track
from reportedly.truce.view import View

_PARTIES = frozenset({"state", "government", "armed-force", "armed-group", "coalition", "alliance", "party"})


def allegation_register(
    ledger: Ledger, where: ClaimFilter, *, asked: View, pack: Pack, unmask: bool = False, left: Left | None = None
) -> Iterator[Incident]:
    """Yield the incidents of which a claim passes, whole, with the names of private persons taken out unless ``unmask``.

    Args:
        ledger: the open ledger.
        where: which claims an incident must have one of.
        asked: the day, what was known and recorded by then, and the lens.
        pack: relations between actors and places, and which actors may verify.
        left: is told how many rows are left out.
        unmask: leave the names as the texts have them.
    """
    build = register(ledger, asked=asked, pack=pack, unmask=unmask)
    return view(ledger, where, Track("allegations", TYPES, build, groups=_groups), asked=asked, pack=pack, left=left)


def register(ledger: Ledger, *, asked: View, pack: Pack, unmask: bool = False) -> Callable[[Sequence[Seen], Glass], Iterator[Incident]]:
    """Return what makes the incidents of claims that are at hand; arguments as of :func:`allegation_register`."""
    world = World.of(pack)

    def verifies(actor: str) -> bool:
        kinds = abuse_rules().verifiers
        return world.kinds.get(actor) in kinds and world.kinds.get(world.top(actor)) not in _PARTIES

    def build(seen: Sequence[Seen], glass: Glass) -> Iterator[Incident]:
        with ledger.reading() as connection:
            denials, one_act, back = _links(connection, seen, asked)
            inquiries = _inquiries(connection, seen, asked)
            told = [*seen, *inquiries, *(one for found in denials.values() for one in found)]
            words, cues, names = _texts(connection, told)
            beside = Beside(words, cues, denials, one_act, back, verifies)
            documents = {one.claim.id: one.held.document for one in told}
        for row in allegations([*seen, *inquiries], glass, beside):
            if unmask:
                yield row
                continue
            yield masked(row, {name: who for each in row.ids for name, who in names.get(documents[each], {}).items()})

    return build


def _groups(seen: Seen) -> tuple[str, ...]:
    return ("",) if alleges(seen) else ()


def _inquiries(connection: Connection, seen: Iterable[Seen], asked: View) -> list[Seen]:
    """Return the claims of inquiries, and that something could not be confirmed, in the texts that allege something."""
    documents, claim = {one.held.document for one in seen}, schema.claim.c
    clocks = clocks_in(asked)
    found = seen_of(connection, clocks, claim.type == "statement", claim.frame.in_(INQUIRIES))
    return [one for one in found if one.held.document in documents]


def _texts(connection: Connection, seen: Iterable[Seen]) -> tuple[dict[str, str | None], dict[str, str], dict[str, dict[str, str]]]:
    """Return id of a claim -> its exact words, and the words by which its speaker is said to speak; document -> its private names."""
    by: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by[one.held.document].append(one)
    words: dict[str, str | None] = {}
    cues: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {}
    left = iter(sorted(by))
    while part := list(islice(left, sql.CHUNK)):
        spans = _cues(connection, part)
        texts = connection.execute(select(schema.document.c.id, schema.document.c.text).where(schema.document.c.id.in_(part)))
        for document, text in texts:
            for claim in (one.claim for one in by[document]):
                words[claim.id] = None if text is None else text[claim.start : claim.end]
                found = spans.get((document, claim.attribution or ""), ())
                cues[claim.id] = "" if text is None else " ".join(text[start:end] for start, end in found)
        names |= private_names(connection, part)
    return words, cues, names


def _cues(connection: Connection, documents: Sequence[str]) -> dict[tuple[str, str], list[list[int]]]:
    reading, table = schema.reading.c, schema.attribution.c
    query = select(reading.document, table.id, table.cue).join_from(schema.reading, schema.attribution)
    return {(row.document, row.id): json.loads(row.cue) for row in connection.execute(query.where(reading.document.in_(documents)))}


def _links(
    connection: Connection, seen: Iterable[Seen], asked: View
) -> tuple[dict[str, list[Seen]], list[tuple[str, str]], dict[str, tuple[str, ...]]]:
    """Return charge -> claims that deny it; pairs of charges of one act laid at two doors; charge -> charges the other way."""
    charges = {one.claim.id for one in seen}
    table = schema.contradiction
    query = select(table.c.kind, table.c.a, table.c.b).where(table.c.look_alike.is_(False), table.c.kind.in_(("denial", "cause", "mirror")))
    if asked.recorded_by is not None:
        query = query.where(sql.until(table.c.recorded, asked.recorded_by))
    pairs = [
        row
        for row in connection.execute(query.where(sql.standing_pair(asked.recorded_by, judged=asked.judged)))
        if {row.a, row.b} & charges
    ]
    turned = [(kind, *ends) for kind, a, b in pairs for ends in ((a, b), (b, a))]
    wanted = {b for kind, a, b in turned if kind == "denial" and a in charges}
    clocks = clocks_in(asked)
    left = iter(sorted(wanted))
    others: dict[str, Seen] = {}
    while part := list(islice(left, sql.CHUNK)):
        others |= {one.claim.id: one for one in seen_of(connection, clocks, schema.claim.c.id.in_(part)) if _denies(one)}
    denials: dict[str, list[Seen]] = defaultdict(list)
    back: dict[str, tuple[str, ...]] = {}
    for kind, a, b in turned:
        if kind == "denial" and b in others and a in charges and a not in others:
            denials[a].append(others[b])
        if kind == "mirror" and {a, b} <= charges:
            back[a] = (*back.get(a, ()), b)
    return denials, [(a, b) for kind, a, b in pairs if kind == "cause"], back


def _denies(one: Seen) -> bool:
    return one.claim.stance == "denies" or one.claim.type == "denial"

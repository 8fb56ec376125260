"""The words of the ledger's texts for actors and acts, each with whose words it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from sqlalchemy import Connection, select

from reportedly.model import Claim
from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.conditions import lens, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.left import Left
from reportedly.query.pages import Page, pages_of
from reportedly.query.source import last_day
from reportedly.store import Ledger, schema, sql
from reportedly.track.framing import ACTS, Framing, framing
from reportedly.track.spoken import Spoken, around, is_marked, shown, whose
from reportedly.truce.view import View

_OF_ROWS = frozenset({"actor", "frame", "as_of", "known_by", "recorded_by", "judgements", "limit", "offset"})
"""Fields of a filter that choose rows, and no documents."""
_ARTICLES = frozenset("the a an these those this that its his her their our my your".split())
_AGAIN = frozenset(
    "he she it they we i you him her them us me his hers its their theirs our my who whom whose both each one other others all some "
    "these those this that himself herself itself themselves the two former latter side sides group groups".split()
)
"""Words that take up somebody without saying anything of who that is."""


def framings(ledger: Ledger, where: ClaimFilter, *, asked: View, pack: Pack, left: Left | None = None) -> Iterator[Framing]:
    """Yield who and what the texts have words for, from the documents of which a claim passes the filter.

    Args:
        ledger: the open ledger.
        where: which documents; ``actor`` and ``frame`` choose rows by the actor and the act that words are for.
        asked: the day, what was known and recorded by then, and the lens.
        pack: the names by which actors are told; else those that the ledger holds.
        left: is told how many rows are left out.
    """
    rows = [row for row in unnamed(ledger, where, asked) if framed(row, where)]
    stop = None if where.limit is None else where.offset + where.limit
    if left is not None and stop is not None:
        left.rows = max(0, len(rows) - stop)
    yield from (called(row, pack) for row in rows[where.offset : stop])


def unnamed(ledger: Ledger, where: ClaimFilter, asked: View) -> list[Framing]:
    """Return all rows of the documents of which a claim passes, whoever and whatever they are for, with names as the texts have them."""
    with ledger.reading() as connection:
        spoken = list(_spoken(connection, where, clocks_in(asked)))
    return list(framing(spoken, last_day(asked.as_of), asked.chains))


def called(row: Framing, pack: Pack) -> Framing:
    """Return a row with the name that the packs have for its actor."""
    known = pack.actors.get(row.actor or "")
    return row if known is None else replace(row, name=known.name)


def framed(row: Framing, where: ClaimFilter) -> bool:
    """Say whether words are for the actor, or the act, that a filter names."""
    wanted = where.actor.casefold() if where.actor else ""
    named = not wanted or row.actor == where.actor or wanted in row.name.casefold()
    return named and (not where.frame or row.act in where.frame)


def _spoken(connection: Connection, where: ClaimFilter, clocks: ClaimFilter) -> Iterator[Spoken]:
    chosen = _documents(connection, where, clocks)
    for pages in pages_of(connection, clocks, chosen):
        yield from _labels(connection, pages)
        yield from _acts(connection, pages, clocks)


def _documents(connection: Connection, where: ClaimFilter, clocks: ClaimFilter) -> set[str] | None:
    given = {field.name for field in fields(where) if getattr(where, field.name) not in {None, ()}} - _OF_ROWS
    if not given:
        return None
    narrowed = replace(
        where, as_of=None, known_by=clocks.known_by, recorded_by=clocks.recorded_by, limit=None, offset=0, actor=None, frame=()
    )
    return set(connection.scalars(selection(narrowed).with_only_columns(schema.claim.c.document)))


def _labels(connection: Connection, pages: Mapping[int, Page]) -> Iterator[Spoken]:
    found = schema.actor_mention.c
    query = select(schema.actor_mention).where(found.reading.in_(pages)).order_by(found.reading, found.ordinal)
    seen: set[tuple[int, int, int, str | None]] = set()
    for row in connection.execute(query):
        word, key = _word(row.label), (row.reading, row.start, row.end, row.actor)
        if word and key not in seen:
            seen.add(key)
            yield from _use(pages[row.reading], (row.actor, row.name), word, (row.start, row.end))


def _word(label: str) -> str:
    """Return a label in lower case without articles and genitive, empty where it says nothing of who is meant."""
    words = label.casefold().replace("’", "'").removesuffix("'s").removesuffix("'").split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return "" if all(word in _AGAIN for word in words) else " ".join(words)


def _acts(connection: Connection, pages: Mapping[int, Page], clocks: ClaimFilter) -> Iterator[Spoken]:
    claim = schema.claim
    query = select(claim).where(*lens(clocks), claim.c.frame.in_(ACTS), claim.c.reading.in_(pages)).order_by(claim.c.seq)
    seen: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for row, found in sql.claims(connection, query):
        spans = _evoking(found)
        for actor, name in _concerned(found) if spans else ():
            if name not in seen[row.reading, *spans[0]]:
                seen[row.reading, *spans[0]].add(name)
                word = shown(pages[row.reading].text, spans).casefold()
                yield from _use(pages[row.reading], (actor, name), word, spans[0], found)


def _evoking(claim: Claim) -> list[tuple[int, int]]:
    """Return the offsets of the words by which an act is told: the word that evoked it, and what its rule asked for beside it."""
    told = claim.explanation
    if told is None or told.kind in {"clause", "hand"}:
        return []
    filled = [(each.start, each.end) for each in told.filled]
    met = [(each.start, each.end) for each in told.met if not any(start < each.end and each.start < end for start, end in filled)]
    return [(told.start, told.end), *met]


def _concerned(claim: Claim) -> Iterator[tuple[str | None, str]]:
    roles = ACTS[claim.frame]
    found = [argument for role, argument in claim.args if role.partition("_")[0] in roles]
    yield from ((each.actor, each.name) for each in found if each.actor)


def _use(page: Page, who: tuple[str | None, str], word: str, at: tuple[int, int], claim: Claim | None = None) -> Iterator[Spoken]:
    told = whose(at[0], page.text, page.attributions, page.segments)
    if told is not None:
        yield Spoken(
            act=claim.frame if claim is not None else None,
            actor=who[0],
            name=who[1],
            word=word,
            source=page.source,
            voice=told[0],
            speaker=told[1],
            document=page.document,
            family=page.family,
            path=page.path,
            start=at[0],
            end=at[1],
            day=page.day,
            around=around(page.text, *at),
            marked=is_marked(page.text, *at),
            claim=claim.id if claim is not None else None,
        )

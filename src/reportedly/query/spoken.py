"""The words of texts for actors and acts, each with whose words it is, as the record has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select

from reportedly.model import Claim
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.query.pages import Page, pages_of
from reportedly.store import schema, sql
from reportedly.track.framing import ACTS
from reportedly.track.spoken import Spoken, around, is_marked, shown, whose
from reportedly.track.wording import concerned, evoking, word_of


def spoken(
    connection: Connection, clocks: ClaimFilter, chosen: Container[str] | None = None, among: Sequence[str] | None = None
) -> Iterator[Spoken]:
    """Yield the words of texts as known and recorded by the clocks.

    Args:
        connection: inside a read transaction.
        clocks: only clocks matter, and whether judgements do.
        chosen: ids of documents, None for all.
        among: only these documents are looked at, for a few; of which families of reprints they are is left open then.
    """
    for pages in pages_of(connection, clocks, chosen, among):
        yield from _labels(connection, pages)
        yield from _acts(connection, pages, clocks, among)


def _labels(connection: Connection, pages: Mapping[int, Page]) -> Iterator[Spoken]:
    found = schema.actor_mention.c
    query = select(schema.actor_mention).where(found.reading.in_(pages)).order_by(found.reading, found.ordinal)
    seen: set[tuple[int, int, int, str | None]] = set()
    for row in connection.execute(query):
        word, key = word_of(row.label), (row.reading, row.start, row.end, row.actor)
        if word and key not in seen:
            seen.add(key)
            yield from _use(pages[row.reading], (row.actor, row.name), word, (row.start, row.end))


def _acts(connection: Connection, pages: Mapping[int, Page], clocks: ClaimFilter, among: Sequence[str] | None) -> Iterator[Spoken]:
    claim = schema.claim
    frame = claim.c.frame if among is None else func.coalesce(claim.c.frame, "")  # of a few documents all claims of a frame are too many
    query = select(claim).where(*lens(clocks, among), frame.in_(ACTS), claim.c.reading.in_(pages)).order_by(claim.c.seq)
    seen: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for row, found in sql.claims(connection, query):
        spans = evoking(found)
        for actor, name in concerned(found) if spans else ():
            if name not in seen[row.reading, *spans[0]]:
                seen[row.reading, *spans[0]].add(name)
                word = shown(pages[row.reading].text, spans).casefold()
                yield from _use(pages[row.reading], (actor, name), word, spans[0], found)


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

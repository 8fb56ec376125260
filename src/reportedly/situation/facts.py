"""What a report is made of: the claims of its window, their words, and claims that are called for beside these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from reportedly.export.contract import Json
from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.chains import ChainCounter
from reportedly.query.claims import with_documents
from reportedly.query.conditions import lens, same
from reportedly.query.filters import ClaimFilter
from reportedly.query.private import private_names
from reportedly.situation.areas import area
from reportedly.situation.model import Question
from reportedly.situation.phrases import Parts, name, quote
from reportedly.store import schema, sql
from reportedly.text import clean, excerpt
from reportedly.track.masking import Mask

_SHORT = 110


@dataclass
class Facts:
    """What a report is made of.

    Attributes:
        connection: inside a read transaction. question: what is asked.
        claims: those of the window, by id, as rows of the contract with ``quote`` and each argument's own ``words``.
        outside, elsewhere: how many claims of documents of the window are of other days, or of other places.
        documents: what is known of each document: publisher, title, url.
        pairs: contradictions that a claim of the window is part of; disputed: id -> how many of them it is part of.
    """

    connection: Connection
    question: Question
    pack: Pack
    claims: dict[str, Json] = field(default_factory=dict)
    outside: int = 0
    elsewhere: int = 0
    documents: dict[str, Json] = field(default_factory=dict)
    pairs: list[Any] = field(default_factory=list)
    disputed: Counter[str] = field(default_factory=Counter)
    areas: tuple[frozenset[str], ...] = ()
    _beside: dict[str, Json] = field(default_factory=dict)
    _masks: dict[str, Mask] = field(default_factory=dict)
    _known: set[str] | None = None

    @classmethod
    def of(cls, connection: Connection, question: Question, pack: Pack) -> Facts:
        """Return the facts of a window."""
        found = cls(connection, question, pack)
        found.areas = tuple(area(connection, pack, place) for place in question.places)
        found.claims = found._rows(found.window())
        found.outside = found._count(found._within(), ~found._told())
        found.elsewhere = found._count(found._within(), found._told(), ~found._placed()) if question.places else 0
        found.pairs = list(found._pairs())
        found.disputed = Counter(end for pair in found.pairs for end in (pair.a, pair.b))
        return found

    @property
    def clocks(self) -> ClaimFilter:
        """What was known and recorded by the days of the view."""
        return clocks_in(self.question.view)

    def listed(self, **more: str) -> dict[str, str]:
        """Return the filters of a list of the claims of the window; one place and publisher at most can be among them."""
        asked = self.question
        found = {"published_since": asked.begin, "published_until": asked.until}
        found |= {"place": asked.places[0]} if len(asked.places) == 1 else {}
        found |= {"publisher": asked.publishers[0]} if len(asked.publishers) == 1 else {}
        return found | {"known_by": asked.view.known_by or "", "recorded_by": asked.view.recorded_by or ""} | more

    def get(self, claim: str) -> Json | None:
        """Return a claim of the window, or one that was called for."""
        return self.claims.get(claim) or self._beside.get(claim)

    def named(self, text: str) -> Parts:
        """Return a name as the packs, or a publisher, have it; other words for somebody are quoted."""
        if self._known is None:
            homes = {str(each["publisher"]) for each in self.documents.values() if each["publisher"]}
            self._known = homes | {each.name for each in self.pack.actors.values()} | {each.name for each in self.pack.places.values()}
        shown = excerpt(clean(text), _SHORT)
        return name(shown) if text in self._known else quote(shown)

    def call(self, ids: Iterable[str]) -> None:
        """Have claims at hand that are not of the window, as far as they are seen."""
        wanted = sorted({each for each in ids if self.get(each) is None})
        for start in range(0, len(wanted), sql.CHUNK):
            self._beside |= self._rows(
                select(schema.claim).where(*lens(self.clocks), schema.claim.c.id.in_(wanted[start : start + sql.CHUNK]))
            )

    def masked(self, document: str, words: str) -> str:
        """Return words of a document with the names of private persons taken out, unless they are asked for."""
        if self.question.unmask:
            return words
        if document not in self._masks:
            self._masks[document] = Mask(private_names(self.connection, [document]).get(document, {}))
        return self._masks[document].over(words)

    def window(self) -> Select[Any]:
        """Return the query of the claims of the window."""
        return select(schema.claim).where(self._within(), self._told(), self._placed()).order_by(schema.claim.c.seq)

    def _within(self) -> ColumnElement[bool]:
        asked, within = self.question, schema.appearance.alias("within")
        day, place = sql.day_known(within), within.c
        houses = [or_(place.publisher_id == each, same(place.publisher, each)) for each in asked.publishers]
        tests = [sql.since(day, asked.begin), sql.until(day, asked.until), *([or_(*houses)] if houses else [])]
        if asked.view.recorded_by is not None:
            tests.append(sql.until(place.recorded, asked.view.recorded_by))
        here = select(place.document).where(*tests)
        return and_(*lens(self.clocks), schema.claim.c.document.in_(here))

    def _told(self) -> ColumnElement[bool]:
        """Return the condition that a claim is of days in the window, or of no told time."""
        claim, asked = schema.claim.c, self.question
        begin, until = func.coalesce(claim.begin, claim.until), func.coalesce(claim.until, claim.begin)
        overlaps = and_(sql.until(begin, asked.until), sql.since(until, asked.begin))
        return or_(and_(claim.begin.is_(None), claim.until.is_(None)), overlaps)

    def _placed(self) -> ColumnElement[bool]:
        if not self.question.places:
            return schema.claim.c.seq > 0
        at = schema.claim_place.c
        called = [same(at.name, each) for each in self.question.places]
        ids = frozenset().union(*self.areas)
        return schema.claim.c.seq.in_(select(at.claim).where(or_(at.place.in_(sorted(ids)) if ids else false(), *called)))

    def _count(self, *where: ColumnElement[bool]) -> int:
        return self.connection.scalar(select(func.count()).select_from(schema.claim).where(*where)) or 0

    def _rows(self, query: Select[Any]) -> dict[str, Json]:
        counter = ChainCounter(self.connection, self.clocks)
        rows = list(with_documents(self.connection, sql.claims(self.connection, query), self.clocks, counter))
        documents = {row["doc"]["id"] for row in rows}
        self.documents |= dict(_documents(self.connection, documents - self.documents.keys()))
        texts = dict(_texts(self.connection, documents))
        return {row["id"]: _worded(row, texts.get(row["doc"]["id"])) for row in rows}

    def _pairs(self) -> Iterator[Any]:
        pair, ids = schema.contradiction.c, sorted(self.claims)
        seen: set[int] = set()
        query = select(schema.contradiction).where(
            pair.look_alike.is_(False), sql.standing_pair(self.question.view.recorded_by, judged=self.question.view.judged)
        )
        for start in range(0, len(ids), sql.CHUNK):
            part = ids[start : start + sql.CHUNK]
            for row in self.connection.execute(query.where(or_(pair.a.in_(part), pair.b.in_(part))).order_by(pair.seq)).all():
                if row.seq not in seen:
                    seen.add(row.seq)
                    self.call((row.a, row.b))
                    if self.get(row.a) and self.get(row.b):
                        yield row


def _worded(row: Json, text: str | None) -> Json:
    def cut(start: int, end: int) -> str | None:
        return None if text is None else text[start:end]

    args = {role: found | {"words": cut(found["start"], found["end"])} for role, found in row["args"].items()}
    figures = [found | {"words": cut(found["start"], found["end"]) if found["start"] is not None else None} for found in row["figures"]]
    return row | {"args": args, "figures": figures, "quote": cut(row["start"], row["end"]), "cut": cut}


def _texts(connection: Connection, documents: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    table, wanted = schema.document.c, sorted(documents)
    for start in range(0, len(wanted), sql.CHUNK):
        for row in connection.execute(select(table.id, table.text).where(table.id.in_(wanted[start : start + sql.CHUNK]))):
            yield row.id, row.text


def _documents(connection: Connection, documents: Iterable[str]) -> Iterator[tuple[str, Json]]:
    place, wanted = schema.appearance.c, sorted(documents)
    for start in range(0, len(wanted), sql.CHUNK):
        part = wanted[start : start + sql.CHUNK]
        for row in connection.execute(select(schema.appearance).where(place.document.in_(part)).order_by(place.seq.desc())):
            yield row.document, {each: getattr(row, each) for each in ("title", "url", "path", "publisher", "publisher_id", "published")}

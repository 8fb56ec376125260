"""What stands beside allegations: their exact words, what comparison found to answer them, inquiries in their texts, private names."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice

from sqlalchemy import ColumnElement, Connection, select

from reportedly.compare.world import World
from reportedly.query.asked import clocks_in
from reportedly.query.conditions import lens
from reportedly.query.filters import ClaimFilter
from reportedly.query.pairs import Pairs
from reportedly.query.private import private_names
from reportedly.query.seen import numbered
from reportedly.store import database, schema, sql
from reportedly.track.abuse import abuse_rules
from reportedly.track.allegations import ALLEGING, INQUIRIES, Beside, Incident, allegations
from reportedly.track.alleged import Alleged
from reportedly.track.masking import masked
from reportedly.track.seen import Glass, Seen
from reportedly.truce.view import View

_PARTIES = frozenset({"state", "government", "armed-force", "armed-group", "coalition", "alliance", "party"})
Links = tuple[dict[str, list[Seen]], list[tuple[str, str]], dict[str, tuple[str, ...]]]


class Register:
    """Makes the incidents of allegations that are at hand, each whole.

    Args:
        connection: inside a read transaction.
        asked: the day, what was known and recorded by then.
        world: relations between actors, and which of them may verify.
        unmask: leave the names of private persons as the texts have them.
    """

    def __init__(self, connection: Connection, asked: View, world: World, *, unmask: bool = False) -> None:
        self.pairs = Pairs(connection, asked.recorded_by, judged=asked.judged)
        self._connection, self._asked, self._world, self._unmask = connection, asked, world, unmask

    def rows(self, seen: Sequence[Seen], glass: Glass, others: Iterable[Alleged] = ()) -> Iterator[Incident]:
        """Yield incidents in order.

        Args:
            seen: the allegations.
            glass: from where is looked.
            others: more allegations, of other incidents, of which comparison found something with these.
        """
        own, stances = {one.claim.id for one in seen}, {each.id: each.stance for each in others}
        denials, one_act, back = self._links(own | stances.keys())
        inquiries = self._inquiries({one.held.document for one in seen})
        told = [*seen, *inquiries, *(one for charge in own & denials.keys() for one in denials[charge])]
        words, cues, names = self._texts(told)
        placed = frozenset(
            one.claim.id for charge, found in denials.items() if stances.get(charge) in ALLEGING for one in found if charge not in own
        )
        beside = Beside(words, cues, denials, one_act, back, self._verifies, placed)
        documents = {one.claim.id: one.held.document for one in told}
        for row in allegations([*seen, *inquiries], glass, beside):
            if self._unmask:
                yield row
                continue
            yield masked(row, {name: who for each in row.ids for name, who in names.get(documents[each], {}).items()})

    def _verifies(self, actor: str) -> bool:
        kinds = self._world.kinds
        return kinds.get(actor) in abuse_rules().verifiers and kinds.get(self._world.top(actor)) not in _PARTIES

    def _links(self, charges: AbstractSet[str]) -> Links:
        """Return charge -> claims that deny it; pairs of charges of one act laid at two doors; charge -> charges the other way."""
        pairs = self.pairs.of(charges)
        turned = [(kind, *ends) for _, kind, a, b in pairs for ends in ((a, b), (b, a))]
        wanted = {b for kind, a, b in turned if kind == "denial" and a in charges}
        others = {one.claim.id: one for one in self._claims(schema.claim.c.id, wanted) if _denies(one)}
        denials: dict[str, list[Seen]] = defaultdict(list)
        back: dict[str, tuple[str, ...]] = {}
        for kind, a, b in turned:
            if kind == "denial" and b in others and a in charges and a not in others:
                denials[a].append(others[b])
            if kind == "mirror" and {a, b} <= charges:
                back[a] = (*back.get(a, ()), b)
        return denials, [(a, b) for _, kind, a, b in pairs if kind == "cause"], back

    def _inquiries(self, documents: Iterable[str]) -> list[Seen]:
        """Return the claims of inquiries, and that something could not be confirmed, in the texts that allege something."""
        found = self._claims(schema.claim.c.document, documents, schema.claim.c.frame.in_(INQUIRIES))
        return [one for one in found if one.claim.type == "statement"]

    def _claims(self, key: ColumnElement[str], values: Iterable[str], *chosen: ColumnElement[bool]) -> Iterator[Seen]:
        """Yield the claims of which a key has one of these values, as the clocks show them."""
        left, clocks = iter(sorted(values)), clocks_in(self._asked)
        shown = _lens(clocks)
        while part := list(islice(left, sql.CHUNK)):
            where = (database.among(key, part), *chosen, *shown)
            yield from (one for _, one in numbered(self._connection, clocks.recorded_by, *where))

    def _texts(self, seen: Iterable[Seen]) -> tuple[dict[str, str | None], dict[str, str], dict[str, dict[str, str]]]:
        """Return id of a claim -> its exact words, and the words by which its speaker is said to speak; document -> its private names."""
        by: dict[str, list[Seen]] = defaultdict(list)
        for one in seen:
            by[one.held.document].append(one)
        words: dict[str, str | None] = {}
        cues: dict[str, str] = {}
        names: dict[str, dict[str, str]] = {}
        left, document = iter(sorted(by)), schema.document.c
        while part := list(islice(left, sql.CHUNK)):
            spans = _cues(self._connection, part, {one.claim.attribution for key in part for one in by[key]})
            for key, text in self._connection.execute(select(document.id, document.text).where(database.among(document.id, part))):
                for claim in (one.claim for one in by[key]):
                    words[claim.id] = None if text is None else text[claim.start : claim.end]
                    found = spans.get((key, claim.attribution or ""), ())
                    cues[claim.id] = "" if text is None else " ".join(text[start:end] for start, end in found)
            names |= private_names(self._connection, part)
        return words, cues, names


@lru_cache(32)
def _lens(clocks: ClaimFilter) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of clocks; made once, as making them takes longer than asking."""
    return tuple(lens(clocks, each=True))


def _cues(connection: Connection, documents: Sequence[str], wanted: AbstractSet[str | None]) -> dict[tuple[str, str], list[list[int]]]:
    reading, table = schema.reading.c, schema.attribution.c
    query = select(reading.document, table.id, table.cue).join_from(schema.reading, schema.attribution)
    found = connection.execute(query.where(database.among(reading.document, documents)))
    return {(row.document, row.id): json.loads(row.cue) for row in found if row.id in wanted}


def _denies(one: Seen) -> bool:
    return one.claim.stance == "denies" or one.claim.type == "denial"

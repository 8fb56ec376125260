"""Where a view takes its claims from: the table of sightings that the ledger keeps, or all claims of its types."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from reportedly.errors import LedgerUnavailableError
from reportedly.query.asked import clocks_in
from reportedly.query.athand import AtHand, at_hand
from reportedly.query.briefs import Briefs, BriefsAtHand, HeldBriefs, KeptBriefs, brief_number, briefs_of, words_in
from reportedly.query.clocks import cuts
from reportedly.query.conditions import lens, numbers, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import EVER, Counted, Groups, Wanted, tracks
from reportedly.query.kept import Kept
from reportedly.query.kin import Learnt
from reportedly.query.mirror import default_folder, mirror_run
from reportedly.query.seen import by_numbers, numbered
from reportedly.query.sightings import catch_up, edition, sightings_of
from reportedly.query.tracks import TRACKS, number_of
from reportedly.store import Ledger, database, schema, sightings
from reportedly.track.seen import Seen
from reportedly.track.track import Track
from reportedly.truce.times import span_of
from reportedly.truce.view import View

_CLOCKS = {"as_of", "known_by", "recorded_by", "judgements", "limit", "offset"}


def _anew(_key: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever it is
    return make()


Once = Callable[[Hashable, Callable[[], Any]], Any]


@dataclass(frozen=True, slots=True)
class Source:
    """One state of the ledger, asked for one view.

    Attributes:
        groups: where its groups are looked up; wanted: which of them.
        fetch: gives claims by their numbers. chosen: gives the ids of those of them that pass the filter, None where there is none.
        stale: there is a mirror, of an earlier state, and it is passed over.
        briefs: what tells the rows apart, for a view that does so by few words of each claim; there are no groups then.
        learnt: what was looked up before of documents that share words, where it is of this state.
        once: gives what something gives, once for each key, while nothing is recorded.
    """

    connection: Connection
    groups: Groups
    wanted: Wanted
    fetch: Callable[[Collection[int]], Mapping[int, Seen]]
    chosen: Callable[[Mapping[int, Seen]], set[str] | None]
    stale: bool = False
    briefs: Briefs | None = None
    learnt: Learnt | None = None
    once: Once = _anew


@contextmanager
def opened(ledger: Ledger, where: ClaimFilter, track: Track[Any], asked: View) -> Iterator[Source]:
    """Give the source of a view. The table of sightings is brought up to date first, where the ledger may be written."""
    kept = (number_of(track) is not None or track.tell is not None) and asked.judged
    if kept:
        _try_to_catch_up(ledger)
    with ledger.reading() as connection:
        if asked.recorded_by is not None and not cuts(connection, asked.recorded_by):
            asked = replace(asked, recorded_by=None)
        fresh = kept and asked.recorded_by is None and sightings.is_fresh(connection, edition())
        if not fresh:
            yield (_whole if track.tell is None else _told)(connection, where, track, asked)
            return
        held = at_hand(ledger)
        source = _kept(connection, where, track, asked) if track.tell is None else _briefly(connection, where, track, asked, held)
        if track.tell is None:
            take = partial(database.ask, connection)
            mirrored, stale = mirror_run(connection, default_folder(ledger))
            source = replace(source, groups=Kept(mirrored or take, take), stale=stale)
        yield replace(source, fetch=partial(held.fetch, connection), learnt=held.learnt(connection), once=partial(held.rows, connection))


@contextmanager
def standing(ledger: Ledger, asked: View) -> Iterator[Connection | None]:
    """Give a connection to the ledger with what is kept of it brought up to date; None where a view is of another state than that."""
    if asked.judged:
        _try_to_catch_up(ledger)
    with ledger.reading() as connection:
        now = asked.recorded_by is None or not cuts(connection, asked.recorded_by)
        yield connection if asked.judged and now and sightings.is_fresh(connection, edition()) else None


def _try_to_catch_up(ledger: Ledger) -> None:
    try:
        catch_up(ledger)
    except LedgerUnavailableError:
        return  # it may only be read, or another process writes: then its claims are looked through


def _kept(connection: Connection, where: ClaimFilter, track: Track[Any], asked: View) -> Source:
    wanted = _wanted(track, asked, None)
    if _is_narrow(where):
        wanted = replace(
            wanted, claims=frozenset(database.numbers(connection, sightings.in_groups(numbers(_narrowed(where)), tracks(wanted))))
        )
    return Source(connection, Counted(()), wanted, partial(by_numbers, connection), partial(_passing, wanted.claims))


def _passing(passing: Collection[int] | None, seen: Mapping[int, Seen]) -> set[str] | None:
    return None if passing is None else {one.claim.id for number, one in seen.items() if number in passing}


def _whole(connection: Connection, where: ClaimFilter, track: Track[Any], asked: View) -> Source:
    seen, passing = _all_of(connection, track, asked), _passing_now(connection, where, clocks_in(asked))
    known = "0001-01-01"  # the clocks have chosen already
    rows = (row for number, one in seen.items() for row in sightings_of(_number(track), track, number, one, known))
    wanted = replace(_wanted(track, asked, passing), known=EVER)
    return Source(connection, Counted(rows), wanted, partial(_of, seen), partial(_passing, passing))


def _all_of(connection: Connection, track: Track[Any], asked: View) -> dict[int, Seen]:
    """Return the claims that a view is of; of a type of which few are in its rows, those that may be by their arguments."""
    claim, shown = schema.claim.c, tuple(lens(clocks_in(asked)))
    framed = [claim.frame.in_(track.frames)] if track.frames else []
    types = [each for each in track.types if track.few is None or each != track.few[0]]
    found = dict(numbered(connection, asked.recorded_by, *shown, claim.type.in_(types), *framed))
    if track.few is not None:
        rows = connection.execute(select(claim.seq, func.json_extract(claim.body, "$.args")).where(claim.type == track.few[0], *shown))
        found |= by_numbers(connection, [number for number, arguments in rows if track.few[1](arguments)], asked.recorded_by)
    return found


def _of(seen: Mapping[int, Seen], numbers: Collection[int]) -> dict[int, Seen]:
    return {number: seen[number] for number in numbers}


def _briefly(connection: Connection, where: ClaimFilter, track: Track[Any], asked: View, held: AtHand) -> Source:
    """Return the source of a view that tells its rows apart by few words of each claim, as they are kept.

    Where it looks at those of all its claims, which of them pass is looked up among these.
    """
    wanted, among, briefs = _wanted(track, asked, None), None, None
    if track.outline is not None:
        briefs = HeldBriefs(connection, track, (wanted.as_of, wanted.known), held.told(connection, brief_number(track)))
        among = briefs.numbers()
    if _is_narrow(where):
        wanted = replace(wanted, claims=frozenset(database.numbers(connection, numbers(_narrowed(where), among))))
    kept = briefs or KeptBriefs(connection, track, wanted.as_of, wanted.known)
    return Source(connection, Counted(()), wanted, partial(by_numbers, connection), partial(_passing, wanted.claims), briefs=kept)


def _told(connection: Connection, where: ClaimFilter, track: Track[Any], asked: View) -> Source:
    """Return the same by what is told of all claims, one after the other."""
    seen, passing, words = _all_of(connection, track, asked), _passing_now(connection, where, clocks_in(asked)), words_in(connection)
    wanted, at = _wanted(track, asked, passing), brief_number(track)
    rows = (row for number, one in seen.items() for row in briefs_of(number, one, 0, words) if row.track == at)
    briefs = BriefsAtHand(rows, wanted.as_of)
    return Source(connection, Counted(()), wanted, partial(_of, seen), partial(_passing, passing), briefs=briefs)


def _passing_now(connection: Connection, where: ClaimFilter, clocks: ClaimFilter) -> frozenset[int] | None:
    if not _is_narrow(where):
        return None
    narrowed = replace(_narrowed(where), known_by=clocks.known_by, recorded_by=clocks.recorded_by, judgements=clocks.judgements)
    return frozenset(connection.scalars(selection(narrowed).with_only_columns(schema.claim.c.seq)))


def _wanted(track: Track[Any], asked: View, claims: frozenset[int] | None) -> Wanted:
    known = EVER if asked.known_by is None else ordinal(asked.known_by)
    return Wanted(_number(track), ordinal(asked.as_of), known, track.most, claims, track.stands_beside, track.later)


def _number(track: Track[Any]) -> int:
    number = number_of(track)
    return len(TRACKS) if number is None else number


def ordinal(asked: str) -> int:
    """Return the number of the last day of a day, month or year."""
    return date.fromisoformat(last_day(asked)).toordinal()


def last_day(asked: str) -> str:
    """Return the last day of a day, month or year."""
    span = span_of(asked, ZoneInfo("UTC"))
    return asked if span is None or span.until is None else (span.until - timedelta(seconds=1)).date().isoformat()


def _is_narrow(where: ClaimFilter) -> bool:
    return bool({field.name for field in fields(where) if getattr(where, field.name) not in {None, ()}} - _CLOCKS)


def _narrowed(where: ClaimFilter) -> ClaimFilter:
    return replace(where, as_of=None, known_by=None, recorded_by=None, limit=None, offset=0)

"""Making a report: its sections in their order, each cut to what can be read, the rest counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

from reportedly import __version__
from reportedly.changes import Change, Changes, Since, changed
from reportedly.changes.changed import MOST
from reportedly.compare.reprints import families
from reportedly.errors import LedgerUnavailableError
from reportedly.model.pack import Pack
from reportedly.query import allegation_register, truce_evidence, view
from reportedly.query.filters import ClaimFilter
from reportedly.query.sightings import catch_up
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line, Question, Report, Section
from reportedly.situation.notes import Notes
from reportedly.situation.phrases import phrases, say
from reportedly.situation.sections import agreed, charged, claimed, disputed, held, method, numbers, shifts
from reportedly.store import Ledger, head, sql
from reportedly.store.sightings import last_batch
from reportedly.track.control import CONTROL, Holder
from reportedly.track.figures import FIGURES
from reportedly.track.forecasts import FORECASTS
from reportedly.track.routes import ROUTES
from reportedly.track.seen import Row
from reportedly.track.track import Track
from reportedly.truce.agreement import Agreement
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View

R = TypeVar("R", bound=Row)
Lines = Iterable[Line | list[Line]]
_SERIES = 2


def situation(ledger: Ledger, question: Question, *, pack: Pack, agreements: Sequence[Agreement] = ()) -> Report:
    """Return the report that a question asks for; the same ledger and question give the same report.

    Args:
        ledger: the open ledger.
        question: what is asked.
        pack: relations between actors and places.
        agreements: those that there are.
    """
    with suppress(LedgerUnavailableError):  # it may only be read: then its claims are looked through
        catch_up(ledger)
    with ledger.reading() as connection:
        facts = Facts.of(connection, question, pack)
        making = _Making(ledger, facts, Notes(facts), pack, agreements)
        sections = tuple(making.sections())
        return Report(question, sections, making.notes.all(), making.head, __version__)


@dataclass
class _Making:
    ledger: Ledger
    facts: Facts
    notes: Notes
    pack: Pack
    agreements: Sequence[Agreement]
    rest: dict[str, int] = field(default_factory=dict)
    older: int = 0
    head: str = ""

    def sections(self) -> Iterator[Section]:
        facts, notes = self.facts, self.notes
        self.head = head(self.ledger)
        yield self._section("summary", numbers.summary(facts))
        if not facts.claims:
            yield from self._end()
            return
        yield self._cut("changes", self._changes(), partial(shifts.shifts, notes))
        yield self._control()
        yield self._claimed("fighting")
        series = self._shown(FIGURES, lambda row: (-len(row.differ), -len(row.ids & facts.claims.keys())))
        yield self._cut(
            "figures", [row for row in series if len(row.points) >= _SERIES or row.denominator], partial(held.numbers, facts, notes)
        )
        yield self._claimed("access")
        yield self._claimed("positions")
        yield self._agreements()
        yield self._cut("contradictions", disputed.matters(facts), partial(disputed.contradictions, facts, notes))
        ahead = charged.due(facts, view(self.ledger, ClaimFilter(), FORECASTS, asked=facts.question.view, pack=self.pack))
        yield self._cut("forecasts", ahead, partial(charged.forecasts, facts, notes))
        yield self._allegations()
        yield self._claimed("others")
        yield from self._end()

    def _end(self) -> Iterator[Section]:
        facts = self.facts
        kin = families(sql.reprints(facts.connection, recorded_by=facts.question.view.recorded_by, bare=True))
        if facts.claims:
            yield self._section("sources", numbers.sources(facts, dict(kin)))
        links = self._links()
        yield self._section("method", method.method(facts, self.head, links, __version__))
        yield self._section("left", method.left(facts, self.rest, self.older, MOST))

    def _links(self) -> int:
        return last_batch(self.facts.connection)

    def _control(self) -> Section:
        facts, notes = self.facts, self.notes
        own = frozenset[str]().union(*facts.areas)
        places = self._shown(CONTROL, lambda row: (bool(own) and row.place not in own, row.state != "contested", -_least(row.holders)))
        ways = self._shown(ROUTES, lambda row: (row.state != "contested", -len(row.ids & facts.claims.keys())))
        both = [*((held.control, row) for row in places), *((held.roads, row) for row in ways)]

        def told(rows: Sequence[Any]) -> Iterator[list[Line]]:
            for make, row in rows:
                yield from make(notes, [row])

        half = facts.question.most
        shown = [*both[: len(places)][:half], *both[len(places) :][:half]]
        return self._section("control", told(shown), len(both) - len(shown), {"type": "control"})

    def _shown(self, track: Track[R], rank: Callable[[R], Any]) -> list[R]:
        asked, known = self.facts.question, self.facts.claims.keys()
        where = ClaimFilter(published_since=asked.begin, published_until=asked.until)
        rows = [row for row in view(self.ledger, where, track, asked=asked.view, pack=self.pack) if row.ids & known]
        return sorted(rows, key=rank)

    def _claimed(self, section: str) -> Section:
        types = claimed.TYPES[section]
        said = claimed.groups(self.facts, types)
        return self._cut(section, said, partial(claimed.claimed, self.facts, self.notes), {"type": ",".join(types)})

    def _changes(self) -> list[Change]:
        asked, known = self.facts.question, self.facts.claims.keys()
        eve = (date.fromisoformat(asked.begin) - timedelta(days=1)).isoformat()
        before = View(eve, eve, asked.view.recorded_by, asked.view.chains)
        looks = Since(before, asked.view)
        found: Changes = changed(self.ledger, ClaimFilter(), looks, pack=self.pack, agreements=self._meant(), kinds=shifts.KINDS)
        self.older = sum(found.left.values())
        return [row for row in found.rows if known & set(row.claims)]

    def _meant(self) -> list[Agreement]:
        wanted = self.facts.question.agreements
        return [each for each in self.agreements if not wanted or each.id in wanted]

    def _agreements(self) -> Section:
        asked, meant = self.facts.question, self._meant()
        found: list[tuple[Agreement, list[Verdict]]] = []
        if meant:
            evidence = truce_evidence(self.ledger, meant, self.pack, asked.view.recorded_by, known=self.agreements)
            verdicts = list(check(meant, evidence, asked.view))
            found = [(each, [row for row in verdicts if row.agreement == each.id]) for each in meant]
        bearing = agreed.bearing(self.facts, found)
        make = partial(agreed.agreements, self.facts, self.notes, pack=self.pack)
        section = self._cut("agreements", bearing, make)
        need = asked.view.chains
        told = say("lens") if need == 1 else say("lens-chains", count=need)
        first = Line(told if bearing else say("no-agreement"), listed=self.facts.listed())
        return Section(section.id, section.title, (first, *(section.lines if bearing else ())), section.rest)

    def _allegations(self) -> Section:
        asked, known = self.facts.question, self.facts.claims.keys()
        where = ClaimFilter(published_since=asked.begin, published_until=asked.until)
        found = allegation_register(self.ledger, where, asked=asked.view, pack=self.pack, unmask=asked.unmask)
        rows = [row for row in found if {each.claim for each in row.charges} & known]
        rows.sort(key=lambda row: (not row.denied, -row.chains[0], -len(row.charges)))
        section = self._cut("allegations", rows, partial(charged.allegations, self.facts, self.notes), {"type": "allegation"})
        first = Line(say("register-open" if asked.unmask else "register"), listed=self.facts.listed(type="allegation"))
        return Section(section.id, section.title, (first, *section.lines), section.rest)

    def _cut(
        self, name: str, rows: Sequence[Any], make: Callable[[Sequence[Any]], Lines], listed: Mapping[str, str] | None = None
    ) -> Section:
        most = self.facts.question.most
        return self._section(name, make(rows[:most]), max(0, len(rows) - most), listed or {})

    def _section(self, name: str, lines: Lines, rest: int = 0, listed: Mapping[str, str] | None = None) -> Section:
        flat = [line for each in lines for line in (each if isinstance(each, list) else [each])]
        where = self.facts.listed(**(listed or {}))
        if rest:
            self.rest[name] = rest
        more = Line(say("rest", count=f"{rest:,}"), listed=where) if rest else None
        return Section(name, phrases().sections[name], tuple(flat or [Line(say("nothing"), listed=where)]), more)


def _least(holders: Iterable[Holder]) -> int:
    return max((one.chains[0] for one in holders), default=0)

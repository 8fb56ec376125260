"""Bearings as the program proposes them, from a claim's frame, actors, places and time. A person confirms or strikes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reportedly.model import Claim
from reportedly.model.pack import Pack
from reportedly.truce.agreement import Agreement, Term, Zone
from reportedly.truce.evidence import ACCEPTED, Bearing, Coverage, atom
from reportedly.truce.formula import EXISTS
from reportedly.truce.ground import lies_in, stands_for
from reportedly.truce.rules import Rule, Rules, rules
from reportedly.truce.times import span_of

SAID = {"asserts": 1, "reports": 1, "denies": -1}
"""Stances whose claims bear on anything, and with which sign; one who cannot confirm a thing adds nothing to either side."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, the day it was published or else captured on, when it was recorded, its chain's nodes, and the day of publication."""

    claim: Claim
    known: str | None
    recorded: str | None
    chain: frozenset[str]
    published: str | None = None

    @property
    def times(self) -> dict[str, Any]:
        """What a bearing or a claim of coverage has of it."""
        claim = self.claim
        times = {"begin": claim.valid.begin, "until": claim.valid.until, "said": claim.asserted or self.published}
        return times | {"known": self.known, "recorded": self.recorded, "chain": self.chain}


def propose(agreement: Agreement, told: Iterable[Told], pack: Pack, table: Rules | None = None) -> Iterator[Bearing | Coverage]:
    """Yield what claims bear on in an agreement, none of it confirmed.

    Args:
        agreement: the agreement.
        told: the claims.
        pack: who is part of whom, and where places lie.
        table: which frames bear on what; the one that ships where None.
    """
    of = _Proposer(agreement, pack, table or rules())
    for one in told:
        if one.claim.stance in SAID and of.in_time(one):
            yield from of.terms(one)
            yield from of.whole(one)
            yield from of.coverage(one)


class _Proposer:
    def __init__(self, agreement: Agreement, pack: Pack, table: Rules) -> None:
        self._agreement, self._pack, self._table = agreement, pack, table
        opens = agreement.window.opens
        dated = agreement.dated or (opens.at if opens else None)
        self._since = dated.begin if dated else None
        self._called = tuple(name.lower() for name in agreement.called or table.called)

    def in_time(self, one: Told) -> bool:
        """Say whether a claim can be about the time of the agreement: the last of it, or of the day it was told, comes after.

        Of a claim without any day the program proposes nothing; a person may know better.
        """
        days = [span_of(day, self._agreement.zone_info) for day in (one.claim.valid.until, one.claim.asserted or one.published) if day]
        ends = [day.until for day in days if day and day.until]
        return bool(ends) and (self._since is None or min(ends) > self._since)

    def terms(self, one: Told) -> Iterator[Bearing]:
        """Yield the bearings on terms."""
        claim = one.claim
        of_act, of_all = self._table.acts.get(claim.frame, ()), self._table.compliance.get(claim.frame, ())
        if not of_act and not of_all:
            return
        for term in self._agreement.terms:
            counted = {term.act}.union(*(variant.counts for _, variant in term.variants))
            for rule in (rule for rule in of_act if rule.act in counted):
                yield from self._of_term(one, term, rule, rule.sign if term.mood != "must_not" else -rule.sign)
            for rule in of_all if term.who and self._is_about(claim) else ():
                yield from self._of_term(one, term, rule, rule.sign)

    def _of_term(self, one: Told, term: Term, rule: Rule, sign: int) -> Iterator[Bearing]:
        lies = lies_in(one.claim.place_ids, self._agreement.zones.get(term.where or ""), self._pack)
        if lies is False:
            return
        for who in term.who or (None,):
            if who is None or self._fills(one.claim, rule, who):
                yield self._bearing(one, atom(term.id, who), sign, rule.act or term.act, who, surely=bool(lies))

    def whole(self, one: Told) -> Iterator[Bearing]:
        """Yield the bearings on the agreement as a whole: who accepts it, and whether there is one."""
        if not self._is_about(one.claim):
            return
        for rule in self._table.positions.get(one.claim.frame, ()):
            for party in self._agreement.parties:
                denied = one.claim.stance == "denies"
                if self._fills(one.claim, rule, party) and (rule.sign > 0 or not denied):  # who denies a refusal has not accepted
                    yield self._bearing(one, atom(ACCEPTED, party), rule.sign, "rejects" if denied else rule.act, party)
        for rule in self._table.existence.get(one.claim.frame, ()):
            yield self._bearing(one, EXISTS, rule.sign, "", None)

    def coverage(self, one: Told) -> Iterator[Coverage]:
        """Yield the claims of coverage, one for each zone that the claim lies in, or for all of the ground where it names no place."""
        if one.claim.stance == "denies":
            return
        for rule in self._table.coverage.get(one.claim.frame, ()):
            observer = next((a for role, a in one.claim.args if role in rule.who), None)
            if observer is not None:
                name = observer.actor or observer.name
                known = self._pack.actors.get(name)
                monitor = known is not None and known.kind in self._table.monitors and not self._of_party(name)
                for zone in self._covered(one.claim):
                    yield Coverage(one.claim.id, self._agreement.id, name, monitor, zone, rule.sign > 0, **one.times)

    def _covered(self, claim: Claim) -> Iterator[str]:
        """Yield the zones that a claim is sure to be about as a whole: those whose own place it names, or a place around it."""
        for zone in self._agreement.zones.values():
            if zone.places and any(lies_in(zone.places, Zone("", (place,)), self._pack) for place in claim.place_ids):
                yield zone.id

    def _of_party(self, actor: str) -> bool:
        return any(stands_for(actor, party, self._pack) for party in self._agreement.parties)

    def _fills(self, claim: Claim, rule: Rule, who: str) -> bool:
        named = [argument.actor for role, argument in claim.args if role in rule.who]
        return any(stands_for(actor, who, self._pack) for actor in named)

    def _is_about(self, claim: Claim) -> bool:
        """Say whether the words of a claim name the agreement, by one of its names."""
        words = " ".join((*(argument.name for _, argument in claim.args), claim.gloss)).lower()
        return any(name in words for name in self._called)

    def _bearing(self, one: Told, name: str, sign: int, act: str, who: str | None, *, surely: bool = True) -> Bearing:
        speaker = one.claim.speaker.actor
        own = who is not None and stands_for(speaker, who, self._pack)
        signed = sign * SAID[one.claim.stance]
        return Bearing(one.claim.id, self._agreement.id, name, signed, act, speaker=who if own else speaker, surely=surely, **one.times)

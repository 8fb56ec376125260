"""Bearings as the program proposes them, from a claim's frame, actors, places and time. A person confirms or strikes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Claim
from reportedly.model.pack import Pack
from reportedly.truce.agreement import Agreement, Term, Zone
from reportedly.truce.evidence import ACCEPTED, Bearing, Coverage, atom
from reportedly.truce.fixed import fixed, time_of
from reportedly.truce.formula import EXISTS
from reportedly.truce.ground import lies_in
from reportedly.truce.hit import hits
from reportedly.truce.naming import Naming
from reportedly.truce.rules import Rule, Rules, rules
from reportedly.truce.standing import Standing
from reportedly.truce.times import Interval
from reportedly.truce.told import Told

SAID = {"asserts": 1, "reports": 1, "denies": -1}
"""Stances whose claims bear on anything, and with which sign; one who cannot confirm a thing adds nothing to either side."""


def propose(
    agreement: Agreement, told: Iterable[Told], pack: Pack, others: Sequence[Agreement] = (), table: Rules | None = None
) -> Iterator[Bearing | Coverage]:
    """Yield what claims bear on in an agreement, none of it confirmed.

    Args:
        agreement: the agreement.
        told: the claims.
        pack: who is part of whom, and where places lie.
        others: agreements of the same war: "the ceasefire" is the last one that was there when it was said.
        table: which frames bear on what; the one that ships where None.
    """
    table, told = table or rules(), list(told)
    naming = Naming(agreement, others, table)
    naming.look(told)
    of = _Proposer(agreement, pack, naming, table)
    for one in told:
        if one.claim.stance in SAID and naming.in_time(one):
            yield from of.terms(one)
            yield from of.whole(one)
            yield from of.coverage(one)


class _Proposer:
    def __init__(self, agreement: Agreement, pack: Pack, naming: Naming, table: Rules) -> None:
        self._agreement, self._pack, self._naming, self._table = agreement, pack, naming, table
        self._standing = Standing(agreement, pack)
        self._lies: dict[tuple[tuple[str, ...], str | None], bool | None] = {}
        self._fixed = {term.id: fixed(term, agreement) for term in agreement.terms}
        self._of_frame = {frame: list(self._rules_of(frame)) for frame in table.acts}

    def _rules_of(self, frame: str) -> Iterator[tuple[Term, Rule, int]]:
        """Yield how claims of a frame bear on terms by what was done: the term, the rule, the sign."""
        for term in self._agreement.terms:
            counted = {term.act}.union(*(variant.counts for _, variant in term.variants))
            for rule in self._table.acts.get(frame, ()):
                if rule.act in counted:
                    yield term, rule, rule.sign if term.mood != "must_not" else -rule.sign

    def terms(self, one: Told) -> Iterator[Bearing]:
        """Yield the bearings on terms."""
        when = time_of(one, self._agreement)
        if one.dated and not self._is_replaced(when):
            for term, rule, sign in self._of_frame.get(one.claim.frame, ()):
                if rule.fits(one.claim):
                    yield from self._of_term(one, when, term, rule, sign)
        kept = self._table.compliance.get(one.claim.frame, ())
        if kept and self._naming.is_about(one):
            for rule in kept:
                for party in self._agreement.parties:
                    yield from self._of_compliance(one, when, rule, party)

    def _is_replaced(self, when: Interval) -> bool:
        """Say whether what a claim tells was so when another agreement had taken the place of this one."""
        after = self._naming.replaced
        return after is not None and when.begin is not None and when.begin >= after

    def _of_term(self, one: Told, when: Interval, term: Term, rule: Rule, sign: int) -> Iterator[Bearing]:
        lies, in_time = self._lies_in(one.claim, term.where), self._fixed[term.id].holds(when, sign * SAID[one.claim.stance])
        if lies is False or not in_time:
            return
        for who in term.who or (None,):
            done_to = hits(one.claim, rule, who, self._standing, self._pack)
            fills = who is None or self._fills(one.claim, rule, who)
            if done_to is not False and (fills or (who is not None and self._may_fill(one.claim, rule, who))):
                surely = bool(lies and fills and done_to)
                yield self._bearing(one, atom(term.id, who), sign, rule.act or term.act, who, surely=surely)

    def _of_compliance(self, one: Told, when: Interval, rule: Rule, party: str) -> Iterator[Bearing]:
        """Yield the bearings of what names no act: who keeps an agreement keeps all of it; who breaks it, perhaps this term or that.

        A breach of a text that forbids something is taken for one of what it forbids.
        """
        fills = self._fills(one.claim, rule, party)
        if not fills and not self._may_fill(one.claim, rule, party):
            return
        sign = rule.sign * SAID[one.claim.stance]
        owed = [term for term in self._agreement.terms if term.mood in {"must", "must_not"} and party in term.who]
        forbidden = [term for term in owed if term.mood == "must_not"]
        places = one.claim.place_ids
        for term in (forbidden or owed) if sign < 0 else owed:
            lies = self._lies_in(one.claim, term.where) if places else True
            if lies is not False and self._fixed[term.id].holds(when, sign):
                alone = sign > 0 or len(forbidden or owed) == 1
                surely = bool(lies and fills and alone and one.dated)
                yield self._bearing(one, atom(term.id, party), rule.sign, term.act, party, surely=surely)

    def whole(self, one: Told) -> Iterator[Bearing]:
        """Yield the bearings on the agreement as a whole: who accepts it, and whether there is one."""
        frame, table = one.claim.frame, self._table
        if not (frame in table.positions or frame in table.existence) or not self._naming.is_about(one):
            return
        denied = one.claim.stance == "denies"
        for rule in table.positions.get(frame, ()):
            for party in self._agreement.parties:
                if self._fills(one.claim, rule, party) and (rule.sign > 0 or not denied):  # who denies a refusal has not accepted
                    act = "rejects" if denied else rule.act
                    yield self._bearing(one, atom(ACCEPTED, party), rule.sign, act, party, surely=one.dated)
        if self._is_elsewhere(one.claim):
            return
        for rule in table.existence.get(frame, ()):
            if rule.new and self._naming.is_later(one):
                continue
            if not rule.presupposed or (self._naming.named(one.claim) and self._is_of_party(one.claim, rule)):
                sign = -rule.sign if rule.presupposed and denied else rule.sign  # who denies a breach speaks of a text in force too
                yield self._bearing(one, EXISTS, sign, "", None, surely=one.dated)

    def _is_of_party(self, claim: Claim, rule: Rule) -> bool:
        actors = _filling(claim, rule)
        if not any(actor in self._pack.actors for actor in actors):
            return True  # nobody who is known to be somebody else
        return any(self._standing.any_of(actors, p) or self._standing.may_be(actors, p) for p in self._agreement.parties)

    def _is_elsewhere(self, claim: Claim) -> bool:
        """Say whether a claim names places, and none that lies, even perhaps, in a zone of the agreement."""
        zones = self._agreement.zones
        return bool(zones and claim.place_ids) and all(self._lies_in(claim, zone) is False for zone in zones)

    def coverage(self, one: Told) -> Iterator[Coverage]:
        """Yield the claims of coverage, one for each zone that the claim lies in, or for all of the ground where it names no place."""
        if one.claim.stance == "denies" or not one.dated:
            return
        for rule in self._table.coverage.get(one.claim.frame, ()):
            observer = next((a for role, a in one.claim.args if role in rule.who), None)
            if observer is not None:
                name = observer.actor or observer.name
                known = self._pack.actors.get(name)
                monitor = known is not None and known.kind in self._table.monitors and not self._standing.is_party(name)
                for zone in self._covered(one.claim):
                    yield Coverage(one.claim.id, self._agreement.id, name, monitor, zone, rule.sign > 0, **one.times)

    def _covered(self, claim: Claim) -> Iterator[str]:
        """Yield the zones that a claim is sure to be about as a whole: those whose own place it names, or a place around it."""
        for zone in self._agreement.zones.values():
            if zone.places and any(lies_in(zone.places, Zone("", (place,)), self._pack) for place in claim.place_ids):
                yield zone.id

    def _lies_in(self, claim: Claim, where: str | None) -> bool | None:
        key = (claim.place_ids, where)
        if key not in self._lies:
            self._lies[key] = lies_in(claim.place_ids, self._agreement.zones.get(where or ""), self._pack)
        return self._lies[key]

    def _fills(self, claim: Claim, rule: Rule, who: str) -> bool:
        return self._standing.any_of(_filling(claim, rule), who)

    def _may_fill(self, claim: Claim, rule: Rule, who: str) -> bool:
        return self._standing.may_be(_filling(claim, rule), who)

    def _bearing(self, one: Told, name: str, sign: int, act: str, who: str | None, *, surely: bool = True) -> Bearing:
        speaker = one.claim.speaker.actor
        own = who is not None and self._standing.of(speaker, who)
        signed = sign * SAID[one.claim.stance]
        return Bearing(one.claim.id, self._agreement.id, name, signed, act, speaker=who if own else speaker, surely=surely, **one.times)


def _filling(claim: Claim, rule: Rule) -> list[str | None]:
    """Return the actors that fill one of the roles that a rule asks for."""
    return [argument.actor for role, argument in claim.args if role.partition("_")[0] in rule.who]

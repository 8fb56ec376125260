"""Bearings as the program proposes them, from a claim's frame, actors, places and time. A person confirms or strikes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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

_MATTERS = frozenset({"matter", "agreement", "plan"})
SAID = {"asserts": 1, "reports": 1, "denies": -1}
"""Stances whose claims bear on anything, and with which sign; one who cannot confirm a thing adds nothing to either side."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what the ledger knows of it.

    Attributes:
        known: day on which it was published, else captured. published: None where it is not known when.
        recorded: when the ledger took it in.
        chain: nodes that it came through.
        document: id of its document.
    """

    claim: Claim
    known: str | None
    recorded: str | None
    chain: frozenset[str]
    published: str | None = None
    document: str = ""

    @property
    def times(self) -> dict[str, Any]:
        """What a bearing or a claim of coverage has of it."""
        claim = self.claim
        times = {"begin": claim.valid.begin, "until": claim.valid.until, "said": claim.asserted or self.published}
        return times | {"known": self.known, "recorded": self.recorded, "chain": self.chain}


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
    of = _Proposer(agreement, pack, others, table or rules())
    told = list(told)
    of.look(told)
    for one in told:
        if one.claim.stance in SAID and of.in_time(one):
            yield from of.terms(one)
            yield from of.whole(one)
            yield from of.coverage(one)


class _Proposer:
    def __init__(self, agreement: Agreement, pack: Pack, others: Sequence[Agreement], table: Rules) -> None:
        self._agreement, self._pack, self._table = agreement, pack, table
        opens = agreement.window.opens
        dated = agreement.dated or (opens.at if opens else None)
        self._since = dated.begin if dated else None
        later = (o.dated.begin for o in others if o.dated and o.dated.begin and set(o.parties) & set(agreement.parties))
        self._next = min((day for day in later if self._since and day > self._since), default=None)
        self._called = tuple(name.lower() for name in agreement.called or table.called)
        self._context: frozenset[str] = frozenset()
        self._stands: dict[tuple[str | None, str], bool] = {}
        self._lies: dict[tuple[tuple[str, ...], str | None], bool | None] = {}
        self._of_frame = {frame: list(self._rules_of(frame)) for frame in (*table.acts, *table.compliance)}

    def _rules_of(self, frame: str) -> Iterator[tuple[Term, Rule, int, bool]]:
        """Yield how claims of a frame bear on terms: the term, the rule, the sign, and whether it has to name the agreement."""
        for term in self._agreement.terms:
            counted = {term.act}.union(*(variant.counts for _, variant in term.variants))
            for rule in self._table.acts.get(frame, ()):
                if rule.act in counted:
                    yield term, rule, rule.sign if term.mood != "must_not" else -rule.sign, False
            for rule in self._table.compliance.get(frame, ()) if term.who else ():
                yield term, rule, rule.sign, True

    def look(self, told: Iterable[Told]) -> None:
        """Note which documents name the agreement, so that "rejected it" can be taken for it there."""
        self._context = frozenset(one.document for one in told if one.document and self._named(one.claim) and self.in_time(one))

    def in_time(self, one: Told) -> bool:
        """Say whether a claim can be about the time of the agreement: the last of it, or of the day it was told, comes after.

        Of a claim without any day the program proposes nothing; a person may know better.
        """
        zone = self._agreement.zone_info
        days = [span_of(day, zone) for day in (one.claim.valid.until, one.claim.asserted or one.published) if day]
        ends = [day.until for day in days if day and day.until]
        return bool(ends) and (self._since is None or min(ends) > self._since)

    def terms(self, one: Told) -> Iterator[Bearing]:
        """Yield the bearings on terms."""
        about: bool | None = None
        for term, rule, sign, named in self._of_frame.get(one.claim.frame, ()):
            if named and about is None:
                about = self._is_about(one)
            if about or not named:
                yield from self._of_term(one, term, rule, sign)

    def _of_term(self, one: Told, term: Term, rule: Rule, sign: int) -> Iterator[Bearing]:
        key = (one.claim.place_ids, term.where)
        if key not in self._lies:
            self._lies[key] = lies_in(one.claim.place_ids, self._agreement.zones.get(term.where or ""), self._pack)
        lies = self._lies[key]
        if lies is False:
            return
        for who in term.who or (None,):
            fills = who is None or self._fills(one.claim, rule, who)
            if fills or (who is not None and self._may_fill(one.claim, rule, who)):
                yield self._bearing(one, atom(term.id, who), sign, rule.act or term.act, who, surely=bool(lies and fills))

    def whole(self, one: Told) -> Iterator[Bearing]:
        """Yield the bearings on the agreement as a whole: who accepts it, and whether there is one."""
        frame = one.claim.frame
        if not (frame in self._table.positions or frame in self._table.existence) or not self._is_about(one):
            return
        for rule in self._table.positions.get(frame, ()):
            for party in self._agreement.parties:
                denied = one.claim.stance == "denies"
                if self._fills(one.claim, rule, party) and (rule.sign > 0 or not denied):  # who denies a refusal has not accepted
                    yield self._bearing(one, atom(ACCEPTED, party), rule.sign, "rejects" if denied else rule.act, party)
        for rule in self._table.existence.get(frame, ()):
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
        return any(self._for(actor, party) for party in self._agreement.parties)

    def _for(self, actor: str | None, party: str) -> bool:
        if (actor, party) not in self._stands:
            self._stands[actor, party] = stands_for(actor, party, self._pack)
        return self._stands[actor, party]

    def _fills(self, claim: Claim, rule: Rule, who: str) -> bool:
        return any(self._for(argument.actor, who) for role, argument in claim.args if role.partition("_")[0] in rule.who)

    def _may_fill(self, claim: Claim, rule: Rule, who: str) -> bool:
        """Say whether somebody fills a role who may be a party, as the agreement says: a word that names no group in particular."""
        others = {name for name, parties in self._agreement.may_mean.items() if who in parties}
        return any(argument.actor in others for role, argument in claim.args if role.partition("_")[0] in rule.who)

    def _is_about(self, one: Told) -> bool:
        """Say whether a claim names the agreement, or means it by a pronoun in a document that names it."""
        if self._is_past(one):
            return False
        if self._named(one.claim):
            return True
        matters = [argument.name.lower() for role, argument in one.claim.args if role in _MATTERS]
        return one.document in self._context and any(name in self._table.pronouns for name in matters)

    def _is_past(self, one: Told) -> bool:
        """Say whether a claim was made when there was a later agreement between the same parties."""
        day = span_of(one.claim.asserted or one.published or "", self._agreement.zone_info)
        return self._next is not None and day is not None and day.begin is not None and day.begin >= self._next

    def _named(self, claim: Claim) -> bool:
        """Say whether the words of a claim name the agreement, by one of its names."""
        words = " ".join((*(argument.name for _, argument in claim.args), claim.gloss)).lower()
        return any(name in words for name in self._called)

    def _bearing(self, one: Told, name: str, sign: int, act: str, who: str | None, *, surely: bool = True) -> Bearing:
        speaker = one.claim.speaker.actor
        own = who is not None and self._for(speaker, who)
        signed = sign * SAID[one.claim.stance]
        return Bearing(one.claim.id, self._agreement.id, name, signed, act, speaker=who if own else speaker, surely=surely, **one.times)

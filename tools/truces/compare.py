"""Compare what hand-coded claims come to with what the program's own do, and say why they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.query import truce_evidence
from reportedly.store import Ledger, schema, sql
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Evidence
from reportedly.truce.load import agreements_of
from reportedly.truce.rules import rules
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View
from tools.truces.coded import Coded

AT = "2016-12-31"
FOUND = "found"


class Claim(NamedTuple):
    """A claim of the program: where it stands, and what it was drawn as."""

    id: str
    start: int
    end: int
    frame: str
    stance: str
    dated: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the program made of the reports: its claims by report, and what it takes them to bear on."""

    claims: dict[str, list[Claim]]
    evidence: Evidence
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One term, obligor and reading, as hand-coded claims have it and as the program's own have it; ``told``: the former bear on it."""

    agreement: str
    name: str
    gold: str
    own: str
    told: bool

    @property
    def in_force(self) -> tuple[str, str]:
        """Return whether the agreement is in force, as both have it."""
        return self.gold.partition(":")[0], self.own.partition(":")[0]


def drawn_from(path: Path) -> Drawn:
    """Return what a ledger of the reports holds; reports are told apart by how their files' names begin."""
    pack = load_packs(DEFAULT_PACKS)
    agreements = agreements_of(DEFAULT_PACKS, pack)
    claims: dict[str, list[Claim]] = {}
    claim, appearance = schema.claim.c, schema.appearance.c
    query = select(*(claim[name] for name in ("id", "start", "end", "frame", "stance", "begin", "until", "asserted")), appearance.path)
    query = query.join_from(schema.claim, schema.appearance, appearance.document == claim.document).where(sql.current(None))
    with Ledger.open(path) as ledger:
        with ledger.reading() as connection:
            for id_, start, end, frame, stance, *days, name in connection.execute(query):
                claims.setdefault(Path(name).name[:3], []).append(Claim(id_, start, end, frame, stance, dated=any(days)))
        return Drawn(claims, truce_evidence(ledger, agreements, pack), agreements)


def word(verdict: Verdict) -> str:
    """Return a verdict in words: whether it is in force, and the word there is."""
    value = verdict.value.value if verdict.value else f"if in force {verdict.if_in_force.value}" if verdict.if_in_force else "no word"
    return f"{verdict.in_force}: {value}"


def lines(coded: Sequence[Coded], drawn: Drawn, chains: int = 1) -> Iterator[Line]:
    """Yield every verdict of both, side by side, of the agreements that a coded claim bears on."""
    meant = [made for made in drawn.agreements if any(one.bearing.agreement == made.id for one in coded)]
    hand = Evidence(one.bearing for one in coded)
    both = (_by_name(check(meant, evidence, View(AT, chains=chains)), meant) for evidence in (hand, drawn.evidence))
    gold, own = both
    for name, verdict in gold.items():
        told = bool(verdict.own.for_ | verdict.own.against)
        yield Line(verdict.agreement, name, word(verdict), word(own[name]), told)


def _by_name(found: Iterable[Verdict], agreements: Sequence[Agreement]) -> dict[str, Verdict]:
    """Return verdicts by agreement, term, obligor and reading; one that all readings agree on stands under each of them."""
    readings = {made.id: tuple(made.readings) or (None,) for made in agreements}
    out: dict[str, Verdict] = {}
    for each in found:
        for reading in (each.reading,) if each.reading else readings[each.agreement]:
            out[" ".join(filter(None, (each.agreement, each.term, each.obligor, reading)))] = each
    return out


def why(one: Coded, drawn: Drawn) -> str:
    """Return what became of a coded bearing: ``found``, or why the program does not have it."""
    near = [each for each in drawn.claims.get(one.report, ()) if each.start < one.end and one.start < each.end]
    if not near:
        return "no claim is drawn there"
    ids = {each.id for each in near}
    if one.bearing.atom in next(made.atoms for made in drawn.agreements if made.id == one.bearing.agreement):
        return "of the text's own; only a person can say what bears on it"
    own = [row for row in drawn.evidence.bearings[one.bearing.agreement, one.bearing.atom] if row.claim in ids]
    if any(row.sign == one.bearing.sign for row in own):
        return FOUND
    if own:
        return "taken for the opposite"
    drawn_as = ", ".join(sorted({f"{each.frame}/{each.stance}" for each in near}))
    known = [each for each in near if each.frame in rules().frames]
    if not known:
        return f"drawn as {drawn_as}, which bears on nothing"
    return f"drawn as {drawn_as}{'' if any(each.dated for each in known) else ', without a day'}; not taken to bear on it"


def extra(coded: Sequence[Coded], drawn: Drawn) -> Counter[tuple[str, str]]:
    """Return how many bearings the program has where no hand-coded claim stands, by agreement and atom."""
    found: Counter[tuple[str, str]] = Counter()
    spans = [(one.bearing.agreement, one.bearing.atom, one.report, one.start, one.end) for one in coded]
    where = {each.id: (report, each.start, each.end) for report, held in drawn.claims.items() for each in held}
    for (agreement, atom), rows in drawn.evidence.bearings.items():
        for row in rows:
            report, start, end = where[row.claim]
            near = any((a, b, c) == (agreement, atom, report) and d < end and start < e for a, b, c, d, e in spans)
            found[agreement, atom] += not near
    return found


def definite(drawn: Drawn, chains: int) -> list[str]:
    """Return the verdicts that have a definite word through so many chains."""
    found: Iterable[Verdict] = check(drawn.agreements, drawn.evidence, View(AT, chains=chains))
    return [f"{each.agreement} {each.term}" for each in found if each.value and each.value.definite]

"""The table of which claims bear on what: ``bearings.yaml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.errors import AgreementError
from reportedly.marked import Marked
from reportedly.model import Claim
from reportedly.truce.acts import acts
from reportedly.truce.binding import SIGNS
from reportedly.truce.load.names import known

TABLE = Path(__file__).with_name("bearings.yaml")
_SHOWS = {"done": 1, "not-done": -1}
ON = ("parties", "excluded", "civilians")
"""Whom an act may have to be done to."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How claims of a frame bear on something.

    Attributes:
        who: roles one of which the one concerned must fill; empty where nobody need be named.
        sign: 1 for it, -1 against it; of an act, whether it was done.
        act: the act it is about: one that terms ask for, or what a position act comes to.
        on: whom the act must be done to: ``parties``, ``excluded`` or ``civilians``; anybody where it is empty.
        matter: words, as they begin, one of which the matter of the claim must hold; any where there is none.
        needs: roles one of which must be filled, by whatever it is; none need be where there is none.
        presupposed: it follows from what is said, whichever way that is said.
        new: it is of something that then begins, so that what began long after the agreement is another.
    """

    who: tuple[str, ...]
    sign: int
    act: str = ""
    on: str = ""
    matter: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    presupposed: bool = False
    new: bool = False

    def fits(self, claim: Claim) -> bool:
        """Say whether the matter of a claim, and what it tells at all, is what the rule asks for."""
        if self.needs and not any(role.partition("_")[0] in self.needs for role, _ in claim.args):
            return False
        said = (word for role, argument in claim.args if role.startswith("matter") for word in argument.name.lower().split())
        return not self.matter or any(word.startswith(self.matter) for word in said)


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules by frame."""

    acts: Mapping[str, tuple[Rule, ...]]
    compliance: Mapping[str, tuple[Rule, ...]]
    positions: Mapping[str, tuple[Rule, ...]]
    existence: Mapping[str, tuple[Rule, ...]]
    coverage: Mapping[str, tuple[Rule, ...]]
    called: tuple[str, ...]
    pronouns: frozenset[str]
    general: frozenset[str]
    monitors: frozenset[str]

    @property
    def frames(self) -> frozenset[str]:
        """All frames whose claims may bear on something."""
        return frozenset().union(self.acts, self.compliance, self.positions, self.existence, self.coverage)


@cache
def rules(path: Path = TABLE) -> Rules:
    """Return the table.

    Raises:
        AgreementError: a line of it is not what it should hold.
    """
    doc = marked.load(path, AgreementError)
    doc.only("acts", "compliance", "positions", "existence", "coverage", "called", "pronouns", "general", "monitors")
    by_act: dict[str, list[Rule]] = defaultdict(list)
    for name, rows in doc.need("acts").expect(dict).items():
        if name not in acts():
            what = f"{name!r} is no act"
            raise rows.complain(what, "write one of acts.yaml")
        for row in rows.items():
            row.only("frames", "who", "shows", "on", "matter", "needs")
            on = known(row.need("on"), ON, "kind of those whom an act is done to") if row.get("on") else ""
            _add(by_act, row, Rule(_words(row, "who"), _SHOWS[row.text("shows")], name, on, _words(row, "matter"), _words(row, "needs")))
    return Rules(
        _fixed(by_act),
        _signed(doc, "compliance"),
        _positions(doc),
        _signed(doc, "existence"),
        _coverage(doc),
        doc.strings("called"),
        frozenset(doc.strings("pronouns")),
        frozenset(doc.strings("general")),
        frozenset(doc.strings("monitors")),
    )


def _fixed(found: Mapping[str, list[Rule]]) -> dict[str, tuple[Rule, ...]]:
    return {frame: tuple(rows) for frame, rows in found.items()}


def _add(found: dict[str, list[Rule]], row: Marked, rule: Rule) -> None:
    for frame in _words(row, "frames"):
        found[frame].append(rule)


def _signed(doc: Marked, key: str) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for row in doc.need(key).items():
        presupposed, new = (bool(mark and mark.expect(bool)) for mark in (row.get("presupposed"), row.get("new")))
        _add(found, row, Rule(_words(row, "who"), int(row.need("sign").expect(int)), presupposed=presupposed, new=new))
    return _fixed(found)


def _positions(doc: Marked) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for row in doc.need("positions").items():
        _add(found, row, Rule(_words(row, "who"), SIGNS[row.text("act")], row.text("act")))
    return _fixed(found)


def _coverage(doc: Marked) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for row in doc.need("coverage").items():
        _add(found, row, Rule(_words(row, "who"), 1 if row.need("given").expect(bool) else -1))
    return _fixed(found)


def _words(row: Marked, key: str) -> tuple[str, ...]:
    return tuple((row.maybe(key) or "").split())

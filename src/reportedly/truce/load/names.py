"""The names that an agreement declares, gathered before anything refers to them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.marked import Marked
from reportedly.model.pack import Pack
from reportedly.truce.acts import acts

UNSTATED = "unstated"


def known(said: Marked, among: Iterable[str], what: str, remedy: str | None = None) -> str:
    """Return a name that is ``among`` those known.

    Raises:
        AgreementError: it is not; what was expected is named, and what may have been meant.
    """
    name, all_ = str(said.expect(str)), sorted(among)
    if name in all_:
        return name
    near = difflib.get_close_matches(name, all_, n=1)
    told = f"did you mean {near[0]!r}?" if near else remedy or f"known here are: {', '.join(all_) or 'none'}"
    message = f"{name!r} is no {what}"
    raise said.complain(message, told)


@dataclass(frozen=True, slots=True)
class Names:
    """What may be referred to, each with where it stands.

    Attributes:
        pack: whose actors and places are meant; None leaves their ids unchecked.
    """

    terms: Mapping[str, Marked]
    stages: Mapping[str, Marked]
    parties: frozenset[str]
    clocks: frozenset[str]
    atoms: frozenset[str]
    zones: frozenset[str]
    readings: frozenset[str]
    acts: frozenset[str]
    pack: Pack | None

    def actor(self, said: Marked) -> str:
        """Return the id of an actor of the pack."""
        if self.pack is None:
            return str(said.expect(str))
        return known(said, self.pack.actors, "actor", "write an id of the pack's actors.yaml, or add an entry there")

    def party(self, said: Marked) -> str:
        """Return the id of a party."""
        return known(said, self.parties, "party of this agreement", "add it to `parties`, or name one that is there")


def names_of(doc: Marked, pack: Pack | None) -> Names:
    """Return the names that ``doc`` declares.

    Raises:
        AgreementError: a stage or term has no id, or two have the same.
    """
    stages: dict[str, Marked] = {}
    terms: dict[str, Marked] = {}
    for stage in _some(doc, "stages"):
        _own(stage, stages)
        for term in _some(stage, "terms"):
            _own(term, terms)
    for name in sorted(set(stages) & set(terms)):
        what = f"the id {name!r} is that of a stage and of a term"
        raise terms[name].complain(what, "give one of the two another id")
    keys = {key: frozenset(found.expect(dict)) if (found := doc.get(key)) else frozenset[str]() for key in _TABLES}
    return Names(
        terms=terms,
        stages=stages,
        parties=frozenset(doc.strings("parties")),
        clocks=keys["clocks"],
        atoms=keys["atoms"],
        zones=keys["zones"],
        readings=keys["readings"],
        acts=keys["acts"] | frozenset(acts()),
        pack=pack,
    )


_TABLES = ("clocks", "atoms", "zones", "readings", "acts")


def _some(doc: Marked, key: str) -> list[Marked]:
    found = list(doc.need(key).items())
    if not found:
        what = f"`{key}` is an empty list"
        raise doc.need(key).complain(what, "write at least one")
    return found


def _own(mark: Marked, known: dict[str, Marked]) -> None:
    name = mark.text("id")
    if name in known:
        what = f"the id {name!r} stands here twice, first in line {known[name].line}"
        raise mark.need("id").complain(what, "give one of the two another id")
    known[name] = mark

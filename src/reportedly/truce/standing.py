"""Who stands for whom in an agreement: the nearest party around an actor, unless somebody whom the text leaves out is nearer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.model.pack import Pack
from reportedly.truce.agreement import Agreement
from reportedly.truce.ground import stands_for


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands for which party of an agreement."""

    agreement: Agreement
    pack: Pack
    _known: dict[tuple[str | None, str], bool] = field(default_factory=dict)

    @property
    def excluded(self) -> frozenset[str]:
        """Those whom the text leaves out under every reading."""
        return frozenset(actor for one in self.agreement.excluded if not one.readings for actor in one.actors)

    def of(self, actor: str | None, party: str) -> bool:
        """Say whether an actor is a party or a part of it, and no part of a nearer party, nor of one whom the text leaves out."""
        if (actor, party) not in self._known:
            nearer = self.excluded.union(self.agreement.parties) - {party}
            self._known[actor, party] = stands_for(actor, party, self.pack, nearer)
        return self._known[actor, party]

    def any_of(self, actors: Iterable[str | None], party: str) -> bool:
        """Say whether one of several actors stands for a party."""
        return any(self.of(actor, party) for actor in actors)

    def may_be(self, actors: Iterable[str | None], party: str) -> bool:
        """Say whether one of several actors may be a party, as the agreement says: a word that names no group in particular."""
        others = {name for name, parties in self.agreement.may_mean.items() if party in parties}
        return any(actor in others for actor in actors)

    def is_party(self, actor: str | None) -> bool:
        """Say whether an actor stands for some party."""
        return any(self.of(actor, party) for party in self.agreement.parties)

    def is_left_out(self, actor: str | None) -> bool:
        """Say whether an actor is one whom the text leaves out, or a part of one."""
        return any(stands_for(actor, each, self.pack) for each in self.excluded)

"""Names of private persons taken out of what is shown: no list of them is built. Each is told by a number within its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportedly.track.allegations import Charge, Incident, Party

_SHORT = 4
"""Letters from which on one word of a name is taken out where it stands alone."""


@dataclass(slots=True)
class Mask:
    """Takes names out of texts. ``names``: a name, or a word of one, as a text has it -> who it is."""

    names: Mapping[str, str]
    _numbers: dict[str, int] = field(default_factory=dict)

    def over(self, text: str) -> str:
        """Return ``text`` with each name replaced by a number that stands for one person wherever this mask is laid."""
        if not self.names:
            return text
        pattern = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda met: self._number(self.names[met[0]]), text)

    def _number(self, who: str) -> str:
        return f"[person {self._numbers.setdefault(who, len(self._numbers) + 1)}]"


def with_parts(names: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """Return names of one text -> who each is, with the words of each that may stand for it alone.

    Args:
        names: names of private persons -> who each is.
        known: names of others in that text; one word that is a word of one of these stands for nobody private.
    """
    others = {part.casefold() for name in known for part in name.split()}
    return {part: who for name, who in names.items() for part in (name, *_parts(name)) if part.casefold() not in others}


def _parts(name: str) -> Iterator[str]:
    return (part for part in name.split() if len(part) >= _SHORT and (part[:1].isupper() or "-" in part))


def masked(row: Incident, names: Mapping[str, str]) -> Incident:
    """Return an incident without the names of private persons; who speaks is left.

    Args:
        row: the incident.
        names: names of private persons in the texts that it is told in, and words of them -> who each is.
    """
    mask = Mask(names)
    charges = tuple(_charge(each, mask) for each in row.charges)
    answers = tuple(replace(each, words=None if each.words is None else mask.over(each.words)) for each in row.answers)
    accused = tuple(dict.fromkeys(party for each in charges for party in each.accused))
    return replace(row, charges=charges, answers=answers, accused=accused)


def _charge(each: Charge, mask: Mask) -> Charge:
    words = None if each.words is None else mask.over(each.words)
    accused, victims = (tuple(_party(party, mask) for party in side) for side in (each.accused, each.victims))
    return replace(each, what=mask.over(each.what), words=words, accused=accused, victims=victims)


def _party(party: Party, mask: Mask) -> Party:
    name = mask.over(party.name)
    return party if name == party.name else Party(None, name)

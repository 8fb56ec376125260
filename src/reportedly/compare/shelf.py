"""What comparison of texts keeps, in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from reportedly.model import WITHDRAWN, Reprint, TextEntry
from reportedly.ports import Tally


class MemoryShelf:
    """A shelf that ends with the process; see :class:`reportedly.ports.ReuseShelf`."""

    def __init__(self, entries: Iterable[TextEntry] = ()) -> None:
        self._texts = {entry.id: entry for entry in entries}
        self._family: dict[str, int] = {}
        self._members: dict[int, list[str]] = {}
        self._bands: dict[int, int] = {}
        self._marks: dict[int, set[tuple[int, str]]] = defaultdict(set)
        self._pairs: dict[str, dict[tuple[str, str], Reprint]] = defaultdict(dict)

    def __contains__(self, document: object) -> bool:
        return document in self._family

    def learn(self, entries: Iterable[TextEntry]) -> None:
        """Take texts that are about to be compared."""
        self._texts.update((entry.id, entry) for entry in entries)

    def text(self, document: str) -> TextEntry:
        """Return a text."""
        return self._texts[document]

    def family(self, document: str) -> int:
        """Return the family of a text."""
        return self._family[document]

    def joined(self, bands: Collection[int]) -> set[int]:
        """Return the families that have one of the bands."""
        return {self._bands[band] for band in bands if band in self._bands}

    def members(self, family: int, most: int | None = None) -> list[str]:
        """Return the texts of a family in order."""
        return sorted(self._members[family])[:most]

    def place(self, document: str, bands: Collection[int], family: int | None) -> int:
        """Put a text into a family."""
        number = len(self._family) if family is None else family
        self._family[document] = number
        self._members.setdefault(number, []).append(document)
        self._bands.update(dict.fromkeys(bands, number))
        return number

    def absorb(self, into: int, other: int, marks: Collection[int]) -> None:
        """Make two families one."""
        moved = self._members.pop(other)
        self._family.update(dict.fromkeys(moved, into))
        self._members[into] += moved
        self._bands.update({band: into for band, family in self._bands.items() if family == other})
        for mark in marks:
            self._marks[mark] = {(family, publisher) for family, publisher in self._marks[mark] if family != other}

    def hold(self, family: int, publishers: Collection[str], marks: Collection[int]) -> None:
        """Note that a family holds marks."""
        for mark in marks:
            self._marks[mark].update((family, publisher) for publisher in publishers or ("",))

    def tally(self, marks: Collection[int], publishers: Collection[str], most: int, least: int) -> Mapping[int, Tally]:
        """Count for each mark its families and those of each publisher."""
        found = {}
        for mark in marks:
            rows = self._marks.get(mark, set())
            families, own = len({family for family, _ in rows}), Counter(name for _, name in rows)
            asked = own if families <= most else {name: min(own[name], most + 1) for name in publishers}
            found[mark] = Tally(min(families, most + 1), {name: count for name, count in asked.items() if count >= least})
        return found

    def holders(self, marks: Collection[int], publisher: str | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield mark, family and publisher."""
        for mark in marks:
            yield from ((mark, family, name) for family, name in sorted(self._marks.get(mark, ())) if publisher in {None, name})

    def partners(self, document: str) -> Mapping[tuple[str, str], Reprint]:
        """Return the pairs of a text."""
        return dict(self._pairs[document])

    def keep(self, found: Iterable[Reprint]) -> None:
        """Take the pairs that comparison found."""
        for pair in found:
            for end in (pair.a, pair.b):
                if pair.label == WITHDRAWN:
                    self._pairs[end].pop((pair.a, pair.b), None)
                else:
                    self._pairs[end][pair.a, pair.b] = pair

    def pairs(self) -> list[Reprint]:
        """Return all pairs, in order."""
        return [pair for end in sorted(self._pairs) for (a, _), pair in sorted(self._pairs[end].items()) if a == end]

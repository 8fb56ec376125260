"""What a compiled pattern cannot do without: of a text that lacks it, nothing needs to be tried."""

from __future__ import annotations

from collections.abc import Iterator

Needs = list[frozenset[str]]
"""Sets of kinds; a text in which the pattern matches has one kind out of each."""

_NEGATIVE, _OPENINGS = ("(?!", "(?<!"), ("(?<=", "(?<!", "(?=", "(?!", "(?:")


def needed(source: str) -> tuple[frozenset[str], ...]:
    """Return the sets of kinds of which a text must have one each for a pattern to match in it.

    Args:
        source: a regular expression as :mod:`reportedly.dates.grammar` writes them: sets in brackets, groups, ``|``, ``?`` and
            looks around, and nothing else.
    """
    return tuple(dict.fromkeys(_either(_Reader(source))))


class _Reader:
    """The expression and how far it has been read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def take(self, words: str) -> bool:
        """Read ``words`` where they are next; say whether they are."""
        if not self.source.startswith(words, self.at):
            return False
        self.at += len(words)
        return True

    def until(self, mark: str) -> str:
        """Read up to and over ``mark``; return what stands before it."""
        begin, end = self.at, self.source.index(mark, self.at)
        self.at = end + len(mark)
        return self.source[begin:end]


def _either(reader: _Reader) -> Needs:
    """Read alternatives up to the end of their group: what all of them need, taken together where each needs something else."""
    ways = [list(_sequence(reader))]
    while reader.take("|"):
        ways.append(list(_sequence(reader)))
    if len(ways) == 1:
        return ways[0]
    return [frozenset().union(*(min(way, key=len) for way in ways))] if all(ways) else []


def _sequence(reader: _Reader) -> Iterator[frozenset[str]]:
    while reader.at < len(reader.source) and reader.source[reader.at] not in "|)":
        found = _item(reader)
        if not reader.take("?"):
            yield from found


def _item(reader: _Reader) -> Needs:
    if reader.take("["):
        return [frozenset(reader.until("]"))]
    opening = next((opening for opening in _OPENINGS if reader.take(opening)), "")
    if not opening:
        reader.until(">")  # of a group with a name
    inside = _either(reader)
    reader.take(")")
    return [] if opening in _NEGATIVE else inside

"""What changed between two looks at a ledger: the difference of the same views at two values of their clocks; nothing of it is kept."""

from reportedly.changes.change import KINDS, Change, Changes
from reportedly.changes.changed import changed
from reportedly.changes.since import Since, since_of

__all__ = ["KINDS", "Change", "Changes", "Since", "changed", "since_of"]

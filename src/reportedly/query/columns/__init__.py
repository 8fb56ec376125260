"""The claims of a ledger as columns in memory, for a server that is asked often: which pass a filter, and how many have which value.

A million claims take some 100 MB, and a filter or a count a few milliseconds. They are derived from the record, and answer as SQL
does; on disk they lie beside it.
"""

from reportedly.query.columns.columns import Columns
from reportedly.query.columns.counted import counted
from reportedly.query.columns.keeper import Keeper
from reportedly.query.columns.passing import documents_passing, following, passing
from reportedly.query.columns.tallied import Tally, counts_of, tallied, there
from reportedly.query.columns.words import Mask

__all__ = [
    "Columns",
    "Keeper",
    "Mask",
    "Tally",
    "counted",
    "counts_of",
    "documents_passing",
    "following",
    "passing",
    "tallied",
    "there",
]

"""What is PostgreSQL's own. It keeps the contract of :class:`reportedly.store.database.Kind`.

The rows, their hashes and the answers are those of SQLite: texts are ordered by their code points, small and large letters of ASCII alone
are alike, nothing comes before anything else, and words are told apart by the tokenizer of SQLite's search.
"""

from reportedly.store.postgres.engine import make_engine
from reportedly.store.postgres.making import emptied, is_ledger, make_first, make_more, make_ready
from reportedly.store.postgres.meaning import guarded
from reportedly.store.postgres.rows import ask, compare_ready, cursor, numbers, put_rows, settled, within
from reportedly.store.postgres.search import asked, damage, index, not_indexed, purge, unindex

__all__ = [
    "ask",
    "asked",
    "compare_ready",
    "cursor",
    "damage",
    "emptied",
    "guarded",
    "index",
    "is_ledger",
    "make_engine",
    "make_first",
    "make_more",
    "make_ready",
    "not_indexed",
    "numbers",
    "purge",
    "put_rows",
    "settled",
    "unindex",
    "within",
]

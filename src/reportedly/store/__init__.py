"""The record: an append-only ledger with a hash chain, in one file."""

from reportedly.store.audit import Audit, Finding, head, head_of, verify
from reportedly.store.ledger import Ledger
from reportedly.store.redact import redact
from reportedly.store.run import Run
from reportedly.store.view import View
from reportedly.store.writer import Writer

__all__ = ["Audit", "Finding", "Ledger", "Run", "View", "Writer", "head", "head_of", "redact", "verify"]

"""Reportedly: a ledger of who claims what in reports of a war. It records claims and takes no side."""

__version__ = "0.1.0"

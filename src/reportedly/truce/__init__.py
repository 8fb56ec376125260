"""Agreements that are checked, never believed: what a text asks of whom, and what claims say of how it was kept."""

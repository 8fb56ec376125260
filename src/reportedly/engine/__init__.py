"""Engines: where the work runs. The local one is a pool of processes."""

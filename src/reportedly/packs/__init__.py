"""Packs: theatres as data. Two ship with the program: ``world`` (states, world bodies, agencies, capitals) and ``aleppo``."""

from reportedly.packs.load import DEFAULT_PACKS, SHIPPED, load_packs, read_packs

__all__ = ["DEFAULT_PACKS", "SHIPPED", "load_packs", "read_packs"]

"""Gazetteers: the places of the world by name, from packages that are installed beside the program and from files of the user."""

from reportedly.gazetteer.index import Gazetteer
from reportedly.gazetteer.world import the_world

__all__ = ["Gazetteer", "the_world"]

"""Reading feeds with their full content: RSS, Atom and JSON Feed."""

from reportedly.read.feed.container import FeedContainer

__all__ = ["FeedContainer"]

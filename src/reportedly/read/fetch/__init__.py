"""Fetching pages, where the caller asks for it: nothing inside the caller's own network is reached, and nothing endless is waited for."""

from reportedly.read.fetch.fetcher import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher"]

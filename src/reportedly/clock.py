"""The one place that reads the time of day. Everything stored is UTC with its offset written out."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """Return the present instant, aware, in UTC, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def stamp(moment: dt.datetime) -> str:
    """Return an aware moment as ``YYYY-MM-DDTHH:MM:SSZ``.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        message = "a moment without a time zone cannot be stored"
        raise ValueError(message)
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

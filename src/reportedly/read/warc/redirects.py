"""Which addresses of a web archive led to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urldefrag, urljoin

from reportedly.read.warc.records import Record

_HOPS = 10


def leads_to(record: Record) -> str | None:
    """Return where a record leads, None where it does not."""
    if not 300 <= record.status < 400 or not record.leads or record.url is None:  # noqa: PLR2004 - the status of redirects
        return None
    try:
        return plain_url(urljoin(record.url, record.leads.strip()))
    except ValueError:
        return None


def plain_url(url: str) -> str:
    """Return an address without its fragment and without the angle brackets that some archives write around it."""
    return urldefrag(url.strip().removeprefix("<").removesuffix(">")).url


def follow(leads: Mapping[str, str], pages: Iterable[str]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Follow redirects inside an archive.

    Args:
        leads: address -> where it leads.
        pages: the addresses whose pages are there.

    Returns:
        page -> the addresses that lead there, in order; and address -> the last one it leads to, which is not there or leads round.
    """
    there = frozenset(pages)
    via: defaultdict[str, list[str]] = defaultdict(list)
    lost: dict[str, str] = {}
    for start in leads:
        chain = [start]
        while chain[-1] in leads and chain[-1] not in there and len(chain) <= _HOPS and chain[-1] not in chain[:-1]:
            chain.append(leads[chain[-1]])
        if chain[-1] in there:
            via[chain[-1]] += [url for url in chain[:-1] if url not in via[chain[-1]]]
        else:
            lost[start] = chain[-1]
    return {page: tuple(found) for page, found in via.items()}, lost

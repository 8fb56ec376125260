"""What is kept of the words of documents: how often each source has which word for whom, text by text."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from reportedly.ids import number_for
from reportedly.query.filters import ClaimFilter
from reportedly.query.spoken import spoken
from reportedly.store.uses import Page, Use
from reportedly.track.framing import VOICES, subject_of
from reportedly.track.spoken import Spoken

_WORD, _SUBJECT = 1, 2
Numbers = Mapping[str, int]


def pages_in(connection: Connection, documents: Sequence[str], standing: Mapping[str, Numbers]) -> Iterator[Page]:
    """Yield what is kept of documents that have words for anybody.

    Args:
        connection: inside a transaction.
        documents: their ids.
        standing: document -> the claims that stand in it, id -> number.
    """
    found: dict[str, list[Spoken]] = defaultdict(list)
    for one in spoken(connection, ClaimFilter(), among=documents):
        found[one.document].append(one)
    for document, words in found.items():
        claims = standing.get(document, {})
        words.sort(key=lambda one: (one.start, one.end))
        yield Page(
            document,
            date.fromisoformat(words[0].day).toordinal(),
            number_for(words[0].source),
            list(_uses(words, claims)),
            list(claims.values()),
        )


def _uses(words: Iterable[Spoken], claims: Numbers) -> Iterator[Use]:
    """Yield the words of a text, those for actors once with how often they stand there, those for acts each with its claim."""
    found: dict[tuple[str, str, int], list[Spoken]] = defaultdict(list)
    for one in words:
        told = json.dumps([one.source, one.voice, one.speaker, one.word, one.name], ensure_ascii=False)
        claim = claims.get(one.claim, 0) if one.claim else 0
        found[json.dumps(subject_of(one), ensure_ascii=False), told, claim].append(one)
    met = set[object]()
    for (subject, told, claim), group in found.items():
        one, first = group[0], 0
        for share, key in ((_SUBJECT, subject), (_WORD, (subject, one.voice, one.speaker, one.word))):
            first += share if key not in met else 0
            met.add(key)
        kind = VOICES.index(one.voice), number_for(json.dumps([one.source, one.speaker])), number_for(one.word)
        yield Use(subject, told, kind, one.start, one.end - one.start, len(group), sum(each.marked for each in group), claim, first)

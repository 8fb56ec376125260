"""The window in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.export.phrases import named
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.phrases import say


def summary(facts: Facts) -> Iterator[Line]:
    """Yield how many claims and documents there are, of which types, how many in dispute; each with the list behind it."""
    rows = list(facts.claims.values())
    asked, listed = facts.question, facts.listed()
    if not rows:
        yield Line(say("empty"), listed=listed)
        return
    documents = {row["doc"]["id"] for row in rows}
    publishers = {row["doc"]["publisher"] or row["doc"]["path"] for row in rows}
    told = {"documents": named(len(documents), "document"), "publishers": named(len(publishers), "publisher")}
    verb = {"claims": named(len(rows), "claim"), "begin": asked.begin, "until": asked.until}
    yield Line(say("documents", **told, **verb), listed=listed)
    for line, name in (("types", "type"), ("stances", "stance")):
        counts = Counter(row[name] for row in rows).most_common()
        counted = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts, key=lambda each: (-each[1], each[0])))
        yield Line(say(line, counts=counted), listed=listed)
    single = sum(row["chains"][0] <= 1 for row in rows)
    yield Line(say("single", single=f"{single:,}", claims=named(len(rows), "claim"), several=f"{len(rows) - single:,}"), listed=listed)
    if facts.pairs:
        mine = sum(facts.disputed[claim] > 0 for claim in facts.claims)
        pairs = named(len(facts.pairs), "pair of claims", "pairs of claims")
        yield Line(say("disputed", pairs=pairs, claims=named(mine, "claim")), listed=listed)


def sources(facts: Facts, families: dict[str, str]) -> Iterator[Line]:
    """Yield the publishers with their documents and claims, and how many documents share a text with others."""
    rows = list(facts.claims.values())
    documents: dict[str, set[str]] = {}
    claims: Counter[str] = Counter()
    for row in rows:
        home = row["doc"]["publisher"] or row["doc"]["path"]
        documents.setdefault(home, set()).add(row["doc"]["id"])
        claims[home] += 1
    for home, count in sorted(claims.items(), key=lambda each: (-each[1], min(documents[each[0]]))):
        told = {"documents": named(len(documents[home]), "document"), "claims": named(count, "claim")}
        yield Line(say("publisher", publisher=home, **told), listed=facts.listed(publisher=home))
    every = {document for each in documents.values() for document in each}
    of = Counter(families[document] for document in every if document in families)
    copies = sum(count for count in of.values() if count > 1)
    if every:
        several = sum(count > 1 for count in of.values())
        told = {"copies": named(copies, "document"), "families": named(several, "family", "families")}
        yield Line(say("copies", **told) if copies else say("no-copies"), listed=facts.listed())

"""Claims as JSON-LD in the terms of PROV-O and schema.org.

A claim is a ``schema:Claim`` and a ``prov:Entity``: quoted from a document, attributed to whoever says it, with each hop of the chain
as a qualified attribution. It has no rating: nothing here says what is so. ``prov:hadPrimarySource`` is not used, for whether a speaker
was there is not known. What these vocabularies have no term for (stance, chains, contradictions) stands under ``rep:``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.export.lines import json_line
from reportedly.export.tally import Json, Tally
from reportedly.model.actor import is_provisional

TERMS = "urn:reportedly:term:"
CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rep": TERMS,
    "rep:chain": {"@container": "@list"},
    "schema:datePublished": {"@type": "xsd:date"},
    "prov:generatedAtTime": {"@type": "xsd:dateTime"},
}


def jsonld(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield a graph: documents, each before its first claim, claims, and last a node that says what was asked and counted."""
    yield b'{"@context": ' + json_line(CONTEXT).rstrip() + b', "@graph": [\n'
    told: set[str] = set()
    for row in rows:
        tally.write(row)
        if row["doc"]["id"] not in told:
            told.add(row["doc"]["id"])
            yield json_line(page(row["doc"])).rstrip() + b",\n"
        yield json_line(node(row)).rstrip() + b",\n"
    found = tally.told()
    name = {"@id": f"urn:reportedly:export:{found['head']}", "@type": ["prov:Collection", "schema:Dataset"]}
    yield json_line(name | {"schema:description": found["notice"], "rep:manifest": {"@type": "@json", "@value": found}}) + b"]}\n"


def page(doc: Json) -> Json:
    """Return a document."""
    publisher = {"@type": "prov:Agent", "schema:name": doc["publisher"]} if doc["publisher"] else None
    told = {
        "schema:url": doc["url"],
        "schema:name": doc["title"],
        "schema:inLanguage": doc["lang"],
        "schema:datePublished": doc["published"],
    }
    told |= {"schema:publisher": publisher, "rep:path": doc["path"], "rep:textSha256": doc["text_sha256"]}
    return {"@id": doc["id"], "@type": ["prov:Entity", "schema:CreativeWork"]} | _known(told)


def node(row: Json) -> Json:
    """Return a claim."""
    said = agent(row["speaker"]["name"], row["speaker"]["actor"], anonymous=row["speaker"]["anonymous"])
    doc = {"@id": row["doc"]["id"]}
    told = {
        "schema:text": row["gloss"],
        "schema:appearance": doc,
        "schema:author": said,
        "prov:wasQuotedFrom": doc,
        "prov:wasAttributedTo": said,
        "prov:qualifiedAttribution": list(_hops(row, said)),
        "prov:generatedAtTime": row["recorded"],
        "prov:wasGeneratedBy": {"@id": f"urn:reportedly:{row['run']}", "@type": "prov:Activity"} if row["run"] else None,
        "schema:temporalCoverage": row["valid"]["edtf"],
        "schema:contentLocation": [_place(place) for place in row["located"]],
        "rep:contradictedBy": [{"@id": other} for other in row["contradicted_by"]],
        "rep:chain": row["chain"],
        "rep:chainsAtLeast": row["chains"][0],
        "rep:chainsAtMost": row["chains"][1],
    }
    same = "type frame stance hedge own quote start end asserted method masked".split()
    return {"@id": row["id"], "@type": ["prov:Entity", "schema:Claim"]} | _known(told | {f"rep:{name}": row[name] for name in same})


def agent(name: str, actor: str | None, *, anonymous: bool = False) -> Json:
    """Return who speaks; only actors that a pack knows have an address, so that no list of private persons comes about."""
    known = {"@id": f"urn:reportedly:actor:{actor}"} if actor and not is_provisional(actor) else {}
    return known | {"@type": "prov:Agent", "schema:name": name} | ({"rep:anonymous": True} if anonymous else {})


def _hops(row: Json, said: Json) -> Iterator[Json]:
    last = len(row["chain"]) - 1
    for at, name in enumerate(row["chain"]):
        role = "speaker" if at == last else "page" if at == 0 else "relay"
        who = said if at == last and name == row["speaker"]["name"] else agent(name, None)
        yield {"@type": "prov:Attribution", "prov:agent": who, "prov:hadRole": {"@id": f"{TERMS}{role}"}, "rep:position": at + 1}


def _place(place: Json) -> Json:
    geo = {"@type": "schema:GeoCoordinates", "schema:latitude": place["lat"], "schema:longitude": place["lon"]}
    return {"@type": "schema:Place", "schema:identifier": place["id"], "schema:name": place["name"], "schema:geo": geo} | {
        "rep:precision": place["precision"]
    }


def _known(told: Json) -> Json:
    return {name: value for name, value in told.items() if value is not None and value != []}

"""Claims as annotations of their documents (W3C Web Annotation Data Model): stand-off, so that they can be given without the text.

Positions count code points of the document's text, as the model asks of a TextPositionSelector, the first included and the last not. The
text is the program's own, whose SHA-256 stands with each target; quotes are its exact words, not normalised any further. Where a private
name was taken out of a claim its target has no quote, for that would not be found in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.export.lines import json_line
from reportedly.export.tally import Json, Tally

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"rep": "urn:reportedly:term:", "contradictedBy": {"@id": "rep:contradictedBy", "@type": "@id"}},
]
_SAID = "frame hedge own chain chains asserted method".split()


def annotated(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield a collection whose first page holds all annotations; the manifest stands beside it."""
    head = {"@context": CONTEXT, "id": f"urn:reportedly:annotations:{tally.asked['head']}", "type": "AnnotationCollection"}
    page = {"id": f"urn:reportedly:annotations:{tally.asked['head']}:1", "type": "AnnotationPage", "startIndex": 0}
    yield json_line(head).rstrip().removesuffix(b"}") + b', "first": ' + json_line(page).rstrip().removesuffix(b"}") + b', "items": ['
    before = b"\n"
    for row in rows:
        tally.write(row)
        yield before + json_line(annotation(row)).rstrip()
        before = b",\n"
    told = tally.told()
    last = {"label": told["notice"], "total": told["written"], "rep:manifest": {"@type": "@json", "@value": told}}
    yield b"\n]}, " + json_line(last).rstrip().removeprefix(b"{") + b"\n"


def annotation(row: Json) -> Json:
    """Return a claim as an annotation: what is said as its body, the words of the document as its target."""
    gloss = {"type": "TextualBody", "value": row["gloss"], "format": "text/plain", "language": "en", "purpose": "describing"}
    tags = [{"type": "TextualBody", "value": row[name], "purpose": "tagging"} for name in ("type", "stance")]
    said = {f"rep:{name}": row[name] for name in _SAID if row[name] is not None} | {"rep:speaker": row["speaker"]["name"]}
    told = {"id": row["id"], "type": "Annotation", "motivation": "describing", "created": row["recorded"], "body": [gloss, *tags]}
    against = {"contradictedBy": row["contradicted_by"]} if row["contradicted_by"] else {}
    return told | {"target": target(row)} | said | against


def target(row: Json) -> Json:
    """Return the words of a claim: the document, and one or two ways to them in its text."""
    doc = row["doc"]
    source = {"id": doc["id"], "type": "Text", "format": "text/plain", "language": doc["lang"], "schema:sha256": doc["text_sha256"]}
    source |= {
        "schema:url": doc["url"],
        "schema:name": doc["title"],
        "schema:datePublished": doc["published"],
        "rep:publisher": doc["publisher"],
    }
    position = {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]}
    quote = {"type": "TextQuoteSelector", "exact": row["quote"], "prefix": row["prefix"], "suffix": row["suffix"]}
    selectors = [position] if row["masked"] or row["quote"] is None else [quote, position]
    return {"source": {name: value for name, value in source.items() if value is not None}, "selector": selectors}

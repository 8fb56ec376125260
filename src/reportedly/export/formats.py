"""The formats that claims are exported in. A new one is a file here and a line below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportedly.export.acled import acled
from reportedly.export.annotations import annotated
from reportedly.export.ftm import ftm
from reportedly.export.geojson import geojson
from reportedly.export.jsonld import jsonld
from reportedly.export.lines import jsonl, table
from reportedly.export.parquet import parquet
from reportedly.export.plover import plover
from reportedly.export.tally import Json, Tally

Write = Callable[[Iterable[Json], Tally], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: as commands and addresses have it. suffix: of a file's name. media: its media type.
        title: what it is called. about: what is in it, and who opens it.
        write: yields its bytes, and counts what it writes.
        binary: it is no text.
        inside: it holds what is asked and counted; others have a manifest beside them alone.
    """

    name: str
    suffix: str
    media: str
    title: str
    about: str
    write: Write
    binary: bool = False
    inside: bool = True


FORMATS = {
    one.name: one
    for one in (
        Format("csv", "csv", "text/csv; charset=utf-8", "CSV", "a table, for spreadsheets", table, inside=False),
        Format(
            "parquet",
            "parquet",
            "application/vnd.apache.parquet",
            "Parquet",
            "a typed, nested table, for DuckDB and pandas",
            parquet,
            binary=True,
        ),
        Format("jsonl", "jsonl", "application/jsonl", "JSON lines", "the whole claim, one a line", jsonl, inside=False),
        Format("geojson", "geojson", "application/geo+json", "GeoJSON", "a feature for each claim, for maps (RFC 7946)", geojson),
        Format("jsonld", "jsonld", "application/ld+json", "JSON-LD", "PROV-O and schema.org, for graphs", jsonld),
        Format(
            "annotations",
            "anno.jsonld",
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            "Web Annotation",
            "stand-off annotations of the documents (W3C)",
            annotated,
        ),
        Format("ftm", "ftm.json", "application/jsonl", "FollowTheMoney", "entities for Aleph and its kin, one a line", ftm, inside=False),
        Format(
            "acled",
            "acled.csv",
            "text/csv; charset=utf-8",
            "ACLED-like rows",
            "claims that tell an event, in ACLED’s columns",
            acled,
            inside=False,
        ),
        Format(
            "plover",
            "plover.csv",
            "text/csv; charset=utf-8",
            "PLOVER-like rows",
            "claims that tell an event, in PLOVER’s types",
            plover,
            inside=False,
        ),
    )
}
"""All formats, in the order in which they are offered."""

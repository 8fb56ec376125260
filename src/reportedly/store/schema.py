"""The tables of the record, in portable SQL.

Every record table carries ``recorded`` (our clock, UTC), ``batch`` (the transaction that wrote it) and ``hash`` (of the row's own
values). The tables of :data:`DETAIL` have none of these: their rows belong to a parent row, whose hash covers them.
JSON stands as canonical text, so that the same value has the same bytes, and the same hash, in every database.
Record tables are append-only. Only a redaction may empty a column named in :data:`REDACTED`, or delete the marks of a document.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _json(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable, info={"json": True})


def _need(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, index=index)


def _may(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, index=index)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _seq() -> Column[int]:
    return Column("seq", Integer, primary_key=True, autoincrement=False)


def _parent(target: str, *, key: bool = True) -> Column[int]:
    name = target.partition(".")[0]
    return Column(name, Integer, ForeignKey(target), primary_key=key, nullable=False, autoincrement=False)


def _ordinal() -> Column[int]:
    return Column("ordinal", Integer, primary_key=True, autoincrement=False)


def _sealed() -> tuple[Column[str], Column[int], Column[str]]:
    return _need("recorded"), Column("batch", Integer, ForeignKey("batch.seq"), nullable=False, index=True), _need("hash")


batch = Table(
    "batch",
    metadata,
    _seq(),
    _need("recorded"),
    _count("rows"),
    _need("content"),
    _need("previous"),
    _need("hash"),
)

blob = Table(
    "blob",
    metadata,
    _seq(),
    Column("sha256", Text, nullable=False, unique=True),
    _count("size"),
    Column("bytes", LargeBinary, info={"hashed": False}),  # sha256 stands for them
    *_sealed(),
)

document = Table(
    "document",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    Column("blob", Text, ForeignKey("blob.sha256"), nullable=False),
    Column("text", Text, info={"hashed": False}),  # text_sha256 stands for it
    _need("text_sha256"),
    _count("chars"),
    _need("format"),
    _may("lang"),
    _json("segments"),
    *_sealed(),
)

appearance = Table(
    "appearance",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    _need("path", index=True),
    _may("ref"),
    _may("url"),
    _may("publisher", index=True),
    _may("publisher_id"),
    _may("published"),
    _may("published_origin"),
    Column("weak", Boolean, nullable=False),
    _may("title"),
    _json("byline"),
    _json("original_source", nullable=True),
    *_sealed(),
)

run = Table(
    "run",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _need("program"),
    _may("model"),
    _may("codebook"),
    _may("packs"),
    *_sealed(),
)

reading = Table(
    "reading",
    metadata,
    _seq(),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    Column("appearance", Text, ForeignKey("appearance.id"), nullable=False),
    _json("layers"),  # layer -> hash of its rows, null where it was not looked for; withheld -> how many claims of each type
    *_sealed(),
)

attribution = Table(
    "attribution",
    metadata,
    _parent("reading.seq"),
    _ordinal(),
    _need("id"),
    _need("kind"),
    _json("content"),
    _json("cue"),
    _json("source"),
    Column("speech", Boolean, nullable=False),
    _may("parent"),
    _may("speaker"),
    _may("speaker_name"),
    Column("anonymous", Boolean, nullable=False),
    Column("score", Float, nullable=False),
)

time_expression = Table(
    "time_expression",
    metadata,
    _parent("reading.seq"),
    _ordinal(),
    _count("start"),
    _count("end"),
    _need("type"),
    _may("value"),
    _may("begin"),
    _may("until"),
    _need("granularity"),
    _may("anchor"),
    _may("rival"),
    _need("origin"),
)

place_mention = Table(
    "place_mention",
    metadata,
    _parent("reading.seq"),
    _ordinal(),
    _count("start"),
    _count("end"),
    _need("name"),
    _may("place"),
    Column("lat", Float),
    Column("lon", Float),
    _may("kind"),
    _json("within"),
    _need("precision"),
    _need("role"),
    Column("score", Float, nullable=False),
)

actor_mention = Table(
    "actor_mention",
    metadata,
    _parent("reading.seq"),
    _ordinal(),
    _count("start"),
    _count("end"),
    _may("actor"),
    _need("name"),
    _need("label"),
    _may("kind"),
)

claim = Table(
    "claim",
    metadata,
    _seq(),
    _need("id", index=True),
    Column("reading", Integer, ForeignKey("reading.seq"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    Column("run", Text, ForeignKey("run.id")),
    Column("supersedes", Integer, ForeignKey("claim.seq"), index=True),
    _count("start"),
    _count("end"),
    _need("type", index=True),
    _need("frame"),
    _need("stance"),
    _need("speaker"),
    _may("actor", index=True),
    Column("anonymous", Boolean, nullable=False),
    Column("own", Boolean, nullable=False),
    _may("begin"),
    _may("until"),
    _may("asserted"),
    _need("proposition", index=True),
    _may("attribution"),
    _may("agreement"),
    _need("method"),
    Column("score", Float, nullable=False),
    Column("body", Text, info={"hashed": False}),  # JSON: gloss, args, hedge, chain, places, place_ids, places_told, about, explanation
    _need("body_sha256"),  # stands for the body
    _need("details"),  # hash of the rows of figure, claim_place and claim_actor
    *_sealed(),
    UniqueConstraint("reading", "id"),
)

figure = Table(
    "figure",
    metadata,
    _parent("claim.seq"),
    _ordinal(),
    Column("value", Float),
    _need("op"),
    _need("unit"),
    Column("low", Float),
    Column("high", Float),
    _may("denominator"),
    _may("universe"),
    _may("as_of"),
    Column("derived", Boolean, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
)

claim_place = Table(
    "claim_place",
    metadata,
    _parent("claim.seq"),
    _ordinal(),
    _may("place", index=True),
    _may("name"),
)

claim_actor = Table(
    "claim_actor",
    metadata,
    _parent("claim.seq"),
    _ordinal(),
    _need("role"),
    _may("actor", index=True),
    _may("name"),
)

reprint = Table(
    "reprint",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    Column("a", Text, ForeignKey("document.id"), nullable=False, index=True),
    Column("b", Text, ForeignKey("document.id"), nullable=False, index=True),
    _need("label"),
    Column("containment", Float, nullable=False),
    _may("earliest"),
    _need("details"),  # hash of its passages
    *_sealed(),
)

Index("reprint_pair", reprint.c.a, reprint.c.b)

passage = Table(
    "passage",
    metadata,
    _parent("reprint.seq"),
    _ordinal(),
    _count("a_start"),
    _count("a_end"),
    _count("b_start"),
    _count("b_end"),
)

contradiction = Table(
    "contradiction",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _need("kind", index=True),
    _need("a", index=True),
    _need("b", index=True),
    _need("why"),
    Column("look_alike", Boolean, nullable=False),
    *_sealed(),
)

failure = Table(
    "failure",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _need("path"),
    _may("ref"),
    _need("code"),
    _need("message"),
    Column("blob", Text, ForeignKey("blob.sha256")),
    *_sealed(),
)

judgement = Table(
    "judgement",
    metadata,
    _seq(),
    _need("claim", index=True),
    _need("act"),
    _json("value", nullable=True),
    _may("reason"),
    _need("by"),
    Column("supersedes", Integer, ForeignKey("judgement.seq")),
    *_sealed(),
    CheckConstraint("supersedes IS NULL OR supersedes < seq", name="judgement_order"),
)

redaction = Table(
    "redaction",
    metadata,
    _seq(),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    _need("reason"),
    _need("by"),
    *_sealed(),
)

provenance = Table(
    "provenance",
    metadata,
    _seq(),
    Column("appearance", Text, ForeignKey("appearance.id"), nullable=False, unique=True),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    _may("section"),
    _json("told"),  # modified, dates, origins
    _json("obtained", nullable=True),
    Column("left_out", Text, info={"hashed": False}),  # JSON
    _need("left_out_sha256"),  # stands for it
    *_sealed(),
)

SEALED = (blob, document, appearance, run, reading, claim, reprint, contradiction, failure, judgement, redaction, provenance)
"""Tables whose rows enter the hash chain, in the order in which they enter it and in which they are written."""

WRITTEN = tuple(metadata.sorted_tables)
"""All tables, every one after those that it refers to."""

LAYERS = {"attributions": attribution, "times": time_expression, "places": place_mention, "actors": actor_mention}
"""The marks of a reading: layer -> table. The hash of a layer stands in ``reading.layers``."""

DETAIL = {claim: (figure, claim_place, claim_actor), reprint: (passage,)}
"""Tables whose rows are covered by ``details`` of their parent."""

REDACTED = {blob: ("bytes",), document: ("text",), claim: ("body",), provenance: ("left_out",)}
"""What a redaction may empty. The hash of each stands in the same row, so the chain stays whole."""

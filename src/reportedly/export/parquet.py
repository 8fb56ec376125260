"""Claims as a Parquet file with typed and nested columns, written by DuckDB; the manifest stands in the file's own metadata."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.export.lines import json_line
from reportedly.export.tally import Json, Tally

_FIGURE = (
    'STRUCT("value" DOUBLE, low DOUBLE, high DOUBLE, op VARCHAR, unit VARCHAR, denominator VARCHAR, universe VARCHAR, as_of VARCHAR, '
    "derived BOOLEAN, vague BOOLEAN, role VARCHAR)[]"
)
COLUMNS = {
    **dict.fromkeys(("id", "type", "frame", "stance", "gloss", "quote", "hedge", "speaker", "speaker_actor"), "VARCHAR"),
    **dict.fromkeys(("anonymous", "own"), "BOOLEAN"),
    "chain": "VARCHAR[]",
    **dict.fromkeys(("begin", "until", "asserted"), "DATE"),
    "args": 'STRUCT("role" VARCHAR, "name" VARCHAR, actor VARCHAR, place VARCHAR)[]',
    "figures": _FIGURE,
    "places": "VARCHAR[]",
    "located": 'STRUCT(id VARCHAR, "name" VARCHAR, kind VARCHAR, lat DOUBLE, lon DOUBLE, "precision" VARCHAR)[]',
    "provisional": "BOOLEAN",
    "chains_at_least": "INTEGER",
    "chains_at_most": "INTEGER",
    "contradicted_by": "VARCHAR[]",
    **dict.fromkeys(("agreement", "doc", "ref", "path", "url", "title", "publisher"), "VARCHAR"),
    "published": "DATE",
    "appearances": "VARCHAR[]",
    "start": "BIGINT",
    "end": "BIGINT",
    "method": "VARCHAR",
    "score": "DOUBLE",
    "recorded": "TIMESTAMP",
    "masked": "BOOLEAN",
}
"""Column -> its type in DuckDB."""
_SAME = (
    "id type frame stance gloss quote hedge own chain asserted figures places located provisional contradicted_by agreement start end "
    "method score masked".split()
)
_PIECE = 1 << 16
_KEY = "reportedly"


def parquet(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield the bytes of a Parquet file; rows go through files on the way, so that memory does not grow with them."""
    import duckdb  # noqa: PLC0415 - only this format needs it

    with tempfile.TemporaryDirectory() as folder:
        lines, path = Path(folder, "claims.json"), Path(folder, "claims.parquet")
        with lines.open("wb") as out:
            for row in rows:
                tally.write(row)
                out.write(json_line(_record(row)))
        with duckdb.connect(config={"threads": 1, "temp_directory": folder}) as connection:
            connection.read_json(str(lines), format="newline_delimited", columns=dict(COLUMNS), maximum_object_size=_LINE).create_view(
                "claims"
            )
            told = json.dumps(tally.told(), ensure_ascii=True).replace("'", "''")
            connection.execute(f"COPY claims TO '{path}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{_KEY}: '{told}'}})")
        with path.open("rb") as found:
            while piece := found.read(_PIECE):
                yield piece


_LINE = 1 << 26  # bytes of one claim, at most


def _record(row: Json) -> Json:
    doc, speaker, chains = row["doc"], row["speaker"], row["chains"]
    told = {name: row[name] for name in _SAME} | {
        "speaker": speaker["name"],
        "speaker_actor": speaker["actor"],
        "anonymous": speaker["anonymous"],
    }
    told |= {"begin": row["valid"]["begin"], "until": row["valid"]["until"], "chains_at_least": chains[0], "chains_at_most": chains[1]}
    told |= {"doc": doc["id"], "recorded": row["recorded"]} | {
        name: doc[name] for name in ("ref", "path", "url", "title", "publisher", "published")
    }
    args = [{"role": role, **{name: arg[name] for name in ("name", "actor", "place")}} for role, arg in row["args"].items()]
    return told | {"appearances": doc["appearances"], "args": args}

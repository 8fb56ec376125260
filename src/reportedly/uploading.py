"""Recording what was sent to the server, as ``reportedly add`` does it: ``python -m reportedly.uploading FOLDER``.

The folder has ``job.json`` (ledger, packs, and of each file its name and what the sender says of it) and the files by number. What becomes
of each document is told on standard output, a line of JSON each; a job that is cut off can be run again, as adding is idempotent.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from reportedly.errors import ReportedlyError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.store import Ledger

if TYPE_CHECKING:
    from reportedly.adding import Summary

JOB, PLACE, LEDGER = "job.json", "upload", "REPORTEDLY_UPLOADING_TO"
_WAIT = 60  # seconds for another process that writes
_KEPT = 20  # characters of a name's end


def stored(number: int, name: str) -> str:
    """Return the name that a file is kept under: its number, and the end of its name, which tells its format."""
    end = "".join(PurePosixPath(name).suffixes[-2:])
    return f"{number:04}{end if end.isascii() and len(end) <= _KEPT and end.replace('.', '').isalnum() else ''}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Record the files of a job. Returns 0; 1 where the ledger or a pack cannot be used, which the last line tells."""
    folder = Path((sys.argv[1:] if arguments is None else arguments)[0])
    try:
        summary, met = run(folder)
    except ReportedlyError as error:
        _tell({"error": {"code": error.code, "what": error.what, "remedy": error.remedy}})
        return 1
    failed = iter(summary.failures)
    for number, document in met:
        if document is None:
            found = next(failed, None)
            _tell({"file": number, "code": found.code if found else "R207", "message": found.message if found else "it could not be read"})
    for path, language in summary.not_read:
        _tell({"not_read": path, "lang": language})
    _tell({"done": {name: getattr(summary, name) for name in ("added", "appearances", "known", "claims", "reprints", "contradictions")}})
    return 0


def run(folder: Path) -> tuple[Summary, list[tuple[int, str | None]]]:
    """Record the files of a job, and tell what becomes of each; return the summary, and file and document of each."""
    from reportedly.adding import add  # noqa: PLC0415 - spaCy is loaded by the process that reads, not by the server
    from reportedly.pipeline import Settings  # noqa: PLC0415 - as above

    job: Mapping[str, Any] = json.loads((folder / JOB).read_text(encoding="utf-8"))
    sent: list[tuple[int, str | None]] = []
    met: list[tuple[int, str | None]] = []

    def tell(outcome: str, _size: int) -> None:
        if outcome == "comparing":
            _tell({"comparing": True})
            return
        number, document = sent[len(met)]
        met.append((number, None if outcome == "failed" else document))
        _tell({"file": number, "outcome": outcome, "document": met[-1][1]})

    with Ledger.open(os.environ.get(LEDGER) or job["ledger"], create=False, wait=_WAIT) as ledger:
        return add(_documents(folder, job["files"], sent), ledger, Settings(tuple(job["packs"])), tell), met


def _documents(folder: Path, files: Sequence[Mapping[str, Any]], sent: list[tuple[int, str | None]]) -> Iterator[Document | Failure]:
    from reportedly.read import read_paths  # noqa: PLC0415 - as above

    for number, file in enumerate(files):
        day, path = file.get("published"), folder / stored(number, file["name"])
        options = ReadOptions(dt.date.fromisoformat(day) if day else None, file.get("publisher"))
        for item in read_paths([str(path)], options):
            shown = f"{PLACE}/{file['name']}{item.path[len(str(path)) :]}" if item.path.startswith(str(path)) else item.path
            sent.append((number, item.id if isinstance(item, Document) else None))
            if isinstance(item, Document):
                part = item.path != str(path)  # of an archive: its own address goes before that of the whole
                url = (item.metadata.url if part else None) or file.get("url") or item.metadata.url
                yield replace(item, path=shown, metadata=replace(item.metadata, url=url))
            else:
                yield replace(item, path=shown)


def _tell(what: Mapping[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

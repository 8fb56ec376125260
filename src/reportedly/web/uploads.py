"""Uploads: what was sent is kept beside the ledger until it is recorded, one job after the other, by a process of its own."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import IO, Any

from reportedly import clock
from reportedly.errors import UnknownIdError
from reportedly.store.places import beside, shown
from reportedly.uploading import JOB, LEDGER, stored

_TOLD, _ENDED, _CANCELLED = "told.jsonl", "ended", "cancelled"
_KEY = re.compile(r"\d{8}T\d{6}-\d{6}")
_SHOWN, _CHUNK = 50, 1 << 20
_CUT = {"code": "R208", "what": "the process that read it was ended", "remedy": "send it again: what is there already stays once"}
Json = Mapping[str, Any]
COMMAND = (sys.executable, "-m", "reportedly.uploading")
"""What records a job, followed by its folder."""


@dataclass(frozen=True, slots=True)
class Job:
    """An upload.

    Attributes:
        id: of it. by: who sent it. when: it came.
        state: ``queued``, ``reading``, ``comparing``, ``done``, ``cancelled`` or ``failed``; error: why it failed.
        files: what was sent, each with what became of its documents. done: the counts of the whole.
    """

    id: str
    by: str
    when: str
    state: str
    files: tuple[Json, ...]
    error: Json | None = None
    done: Json | None = None

    @property
    def over(self) -> bool:
        """Nothing of it is to come."""
        return self.state in {"done", "cancelled", "failed"}


@dataclass
class Uploads:
    """The uploads of a ledger.

    Attributes:
        ledger: its path or address. packs: of the theatre.
    """

    ledger: Path | str
    packs: tuple[str, ...]
    _lock: Lock = field(default_factory=Lock)
    _worker: Thread | None = None
    _running: tuple[str, subprocess.Popen[str]] | None = None

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return beside(self.ledger, ".uploads")

    def take(self, files: Sequence[tuple[Json, IO[bytes]]], by: str) -> str:
        """Keep files with what is said of each, queue them, and return the id of the job; a job is whole or not there at all."""
        made = self.folder / f".{secrets.token_hex(8)}"
        made.mkdir(parents=True, mode=0o700)
        try:
            for number, (told, data) in enumerate(files):
                with (made / stored(number, told["name"])).open("wb") as kept:
                    shutil.copyfileobj(data, kept, _CHUNK)
            told = {"by": by, "when": clock.stamp(clock.now()), "files": [file for file, _ in files]}
            job = {"ledger": shown(self.ledger), "packs": self.packs, **told}
            (made / JOB).write_text(json.dumps(job), encoding="utf-8")
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            raise
        with self._lock:  # so that they keep the order in which they came
            key = f"{re.sub('[-:]', '', clock.stamp(clock.now()))[:15]}-{len(self._keys()):06}"
            made.rename(self.folder / key)
        self.wake()
        return key

    def jobs(self) -> list[Job]:
        """Return the uploads, the newest first."""
        return [self._job(key) for key in sorted(self._keys(), reverse=True)[:_SHOWN]]

    def job(self, key: str) -> Job:
        """Return one. Raises UnknownIdError where there is none."""
        if not _KEY.fullmatch(key) or not (self.folder / key / JOB).is_file():
            what = f"there is no upload {key!r:.40}"
            raise UnknownIdError(what, where="upload", remedy="the page of uploads lists them")
        return self._job(key)

    def cancel(self, key: str) -> None:
        """Stop a job; what it recorded before stays, whole documents. One that is over stays as it is."""
        if self.job(key).over:
            return
        (self.folder / key / _CANCELLED).touch()
        with self._lock:
            if self._running is not None and self._running[0] == key:
                self._running[1].terminate()
        self.wake()

    def wake(self) -> None:
        """Have the jobs that are not over run, in the order in which they came; also those that an earlier server left."""
        with self._lock:
            if self._worker is None or not self._worker.is_alive():
                self._worker = Thread(target=self._work, daemon=True)
                self._worker.start()

    def finish(self, seconds: float | None = None) -> None:
        """Wait until nothing is queued."""
        worker = self._worker
        if worker is not None:
            worker.join(seconds)

    def _keys(self) -> list[str]:
        return [each.name for each in self.folder.iterdir() if _KEY.fullmatch(each.name)] if self.folder.is_dir() else []

    def _work(self) -> None:
        while (key := self._next()) is not None:
            self._run(key)

    def _next(self) -> str | None:
        """Return the job that is next; where there is none the worker is gone before anybody can take it for one that goes on."""
        with self._lock:
            found = next((key for key in sorted(self._keys()) if not (self.folder / key / _ENDED).exists()), None)
            if found is None:
                self._worker = None
            return found

    def _run(self, key: str) -> None:
        folder = self.folder / key
        try:
            if not (folder / _CANCELLED).exists():
                with (folder / _TOLD).open("w", encoding="utf-8") as told, (folder / "log").open("w", encoding="utf-8") as log:
                    own = {**os.environ, LEDGER: str(self.ledger)}  # not in the job: an address may have a password
                    command = [*COMMAND, str(folder)]
                    running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=log, text=True, env=own)  # noqa: S603 - our own module
                    with self._lock:
                        self._running = key, running
                    running.wait()
        finally:
            with self._lock:
                self._running = None
            (folder / _ENDED).touch()
            for kept in folder.glob("[0-9]*"):
                kept.unlink(missing_ok=True)

    def _job(self, key: str) -> Job:
        folder = self.folder / key
        told: Json = json.loads((folder / JOB).read_text(encoding="utf-8"))
        lines = list(_lines(folder / _TOLD))
        last = {name: line[name] for line in lines for name in ("comparing", "done", "error") if name in line}
        over, begun = (folder / _ENDED).exists(), (folder / _TOLD).exists()
        state = "done" if "done" in last else "comparing" if "comparing" in last else "reading" if begun else "queued"
        if over and state != "done":
            state = "cancelled" if (folder / _CANCELLED).exists() else "failed"
        error = last.get("error", _CUT) if state == "failed" else None
        files = tuple(file | _became(number, lines, over=over) for number, file in enumerate(told["files"]))
        return Job(key, told["by"], told["when"], state, files, error, last.get("done"))


def _became(number: int, lines: Sequence[Json], *, over: bool) -> dict[str, Any]:
    """Return what became of a file: its state, the documents by outcome, and what failed in it, with the reason."""
    own = [line for line in lines if line.get("file") == number]
    documents = [{"id": line["document"], "outcome": line["outcome"]} for line in own if line.get("document")]
    failures = [{"code": line["code"], "message": line["message"]} for line in own if "message" in line]
    known = {each["outcome"] for each in documents}
    if known:
        state = "recorded" if "added" in known else "known, now here too" if "appearance" in known else "already there"
    else:
        failed = failures or any(line.get("outcome") == "failed" for line in own)
        state = "failed" if failed else "not read" if over else "waiting"
    return {"state": state, "documents": documents, "failures": failures}


def _lines(path: Path) -> Iterator[Json]:
    """Yield what was told so far; a line that is not whole yet is left for later."""
    if path.is_file():
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            yield json.loads(line)

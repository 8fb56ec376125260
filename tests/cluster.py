"""A private server of PostgreSQL: in a folder of its own, on a socket in it, ended with the run that started it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import inspect

from reportedly.store import Ledger

_DEBIAN = Path("/usr/lib/postgresql")
_USER = "postgres"
_SETTINGS = {"listen_addresses": "''", "fsync": "off", "full_page_writes": "off", "shared_buffers": "64MB", "autovacuum": "off"}
_NUMBERS = count()


class Cluster:
    """A running server."""

    def __init__(self, programs: Path, folder: Path, own: str | None) -> None:
        self.programs, self.folder, self.own = programs, folder, own
        self.free: list[str] = []
        self.first: set[str] = set()

    def address(self, database: str) -> str:
        return f"postgresql://ledger@/{database}?host={self.folder}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs, as the user whose server it is."""
        subprocess.run(  # noqa: S603 - its own programs
            [self.programs / program, *arguments],
            user=self.own,
            check=True,
            capture_output=True,
            cwd=self.folder,
            env={"LC_ALL": "C.UTF-8"},
        )

    def start(self) -> None:
        settings = {**_SETTINGS, "unix_socket_directories": str(self.folder)}
        told = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self.run("pg_ctl", "start", "-w", "-s", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", told)

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "stop", "-s", "-m", mode, "-D", str(self.folder / "data"))

    def say(self, statement: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def empty(self) -> str:
        """Return the address of a new, empty database."""
        name = f"ledger_{os.getpid()}_{next(_NUMBERS)}"
        self.say(f"CREATE DATABASE {name}")
        return self.address(name)

    def fresh(self) -> str:
        """Return the address of a new ledger: one that was emptied, or a copy of one that was made once."""
        if self.free:
            return self.free.pop()
        name = f"ledger_{os.getpid()}_{next(_NUMBERS)}"
        self.say(f"CREATE DATABASE {name} TEMPLATE made STRATEGY file_copy")
        return self.address(name)

    def take_back(self, address: str) -> None:
        """Empty a ledger that nobody uses any more: a copy has hundreds of files, which take longer to make and to take out."""
        with psycopg.connect(address) as connection:
            connection.execute("SET session_replication_role = replica")  # no trigger refuses it
            found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            names = {name for (name,) in found} - {"alembic_version"}
            connection.execute(f"DROP TABLE IF EXISTS {', '.join(sorted(names - self.first))}" if names - self.first else "SELECT 1")
            connection.execute(f"TRUNCATE {', '.join(sorted(self.first))}")
            connection.execute("INSERT INTO reuse_until VALUES (0)")
            connection.execute("INSERT INTO matter_until VALUES (0, 0, '')")
        self.free.append(address)


@contextmanager
def _watched(folder: str) -> Iterator[None]:
    """Have the server ended and its folder taken away, should this run be killed before it does so itself."""
    data = f"{folder}/data"
    script = f"while kill -0 {os.getpid()} 2>/dev/null; do sleep 2; done; kill -QUIT $(head -1 {data}/postmaster.pid); rm -rf {folder}"
    nowhere = subprocess.DEVNULL
    watcher = subprocess.Popen(["/bin/sh", "-c", script], start_new_session=True, stdin=nowhere, stdout=nowhere, stderr=nowhere)  # noqa: S603
    try:
        yield
    finally:
        watcher.kill()
        watcher.wait()


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Give a server; skip where PostgreSQL is not installed, or nobody is there whose it may be."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    programs = found[-1].parent if found else Path(shutil.which("initdb") or "").parent
    if not (programs / "initdb").is_file():
        pytest.skip("PostgreSQL is not installed: on Debian, apt-get install postgresql")
    own = None if os.geteuid() else _USER  # the server does not run as root
    if own is not None and own not in {each.pw_name for each in pwd.getpwall()}:
        pytest.skip(f"PostgreSQL does not run as root, and there is no user {_USER}")
    with tempfile.TemporaryDirectory(prefix="reportedly-") as folder, _watched(folder):  # short, as the path of a socket must be
        made = Cluster(programs, Path(folder), own)
        if own is not None:
            os.chown(folder, pwd.getpwnam(own).pw_uid, -1)
            Path(folder).chmod(0o755)
        made.run("initdb", "-D", str(made.folder / "data"), "-A", "trust", "-U", "ledger", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        made.start()
        try:
            made.say("CREATE DATABASE made")
            with Ledger.open(made.address("made")) as ledger:
                made.first = set(inspect(ledger.engine).get_table_names()) - {"alembic_version"}
            yield made
        finally:
            made.stop()

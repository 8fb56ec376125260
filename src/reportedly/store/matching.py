"""Rows that hold some words: asked of the search index of whatever database there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Dialect, Integer, Select, Text, bindparam, column, select, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator

from reportedly.store import database


def matching(name: str, words: str) -> Select[Any] | None:
    """Return a query for the numbers of the rows of ``document`` or ``claim`` that hold all the words; None where there is no word.

    Words in double quotes must follow each other. No other sign has a meaning, so no input is a mistake.
    """
    parts = words.replace("\0", " ").split('"')
    runs = ([part] if i % 2 else part.split() for i, part in enumerate(parts))
    terms = [term for run in runs for term in run if any(sign.isalnum() for sign in term)]
    if not terms:
        return None
    index = table(f"{name}_search", column("rowid", Integer), column(f"{name}_search"))
    asked = (bindparam("words", terms, unique=True, type_=_Terms(part)) for part in database.ASKED)
    return select(index.c.rowid.label("seq")).where(_Holds(index.c[f"{name}_search"], *asked))


class _Terms(TypeDecorator[Any]):
    """Words that are searched for, as an index is asked for them; ``part`` is one of those of what it is asked."""

    impl = Text
    cache_ok = True

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> object:
        return database.kind(dialect.name).asked(self.part, value or ())


class _Holds(FunctionElement[bool]):
    """An index, and what it is asked: in two parts, of which a kind of database may need the first alone."""

    name = "holds"
    inherit_cache = True
    type = NullType()  # type: ignore[assignment]  # a condition already


@compiles(_Holds)
def _holds(element: _Holds, compiler: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    index, words, _ = element.clauses
    return f"{compiler.process(index, **options)} MATCH {compiler.process(words, **options)}"


@compiles(_Holds, "postgresql")
def _holds_each(element: _Holds, compiler: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    _, lexemes, runs = (compiler.process(part, **options) for part in element.clauses)
    return f"(lexemes @@ CAST({lexemes} AS tsquery) AND ledger_follow(words, {runs}))"

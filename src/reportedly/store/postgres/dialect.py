"""SQLAlchemy's dialect for PostgreSQL, with whole numbers of 64 bits and the ways of SQLite where the two differ in what they answer."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg, PGDialect_psycopg
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression

DRIVER = "postgresql+reportedly"


class _Types(PGTypeCompiler):
    def visit_INTEGER(self, type_: Any, **options: Any) -> str:  # noqa: N802, ANN401, ARG002 - SQLAlchemy's own
        return "BIGINT"


class _Compiler(PGCompiler_psycopg):
    """Says what SQLite's functions say, in PostgreSQL's words."""

    def order_by_clause(self, select: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        """Put what is not known before all else, and last where the order is turned round."""
        found = [f"{self.process(each, **options)}{_unknown(each)}" for each in select._order_by_clauses]  # noqa: SLF001 - no other way
        return f" ORDER BY {', '.join(found)}" if found else ""

    def visit_like_op_binary(self, binary: Any, operator: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        """Compare as SQLite does: small and large letters of ASCII are alike."""
        return str(self.visit_ilike_op_binary(binary, operator, **options))  # type: ignore[no-untyped-call]

    def visit_not_like_op_binary(self, binary: Any, operator: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        return str(self.visit_not_ilike_op_binary(binary, operator, **options))  # type: ignore[no-untyped-call]

    def visit_lower_func(self, function: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        (text,) = self._parts(function, options)
        return f'lower(({text}) COLLATE "C")'

    def visit_substr_func(self, function: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        text, *numbers = self._parts(function, options)
        return f"substr({', '.join([text, *(f'CAST({number} AS INTEGER)' for number in numbers)])})"

    def visit_json_extract_func(self, function: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        body, path = self._parts(function, options)
        return f"(CAST({body} AS json) #>> string_to_array(substr({path}, 3), '.'))"

    def visit_json_remove_func(self, function: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        """Leave it in: whoever asks so passes over it, and taking it out would put the rest in another order."""
        body, _ = self._parts(function, options)
        return body

    def visit_json_each_func(self, function: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
        (values,) = self._parts(function, options)
        return f"ledger_each({values})"

    def _parts(self, function: Any, options: dict[str, Any]) -> list[str]:  # noqa: ANN401 - SQLAlchemy's own
        return [self.process(part, **options) for part in function.clauses]


def _unknown(ordered: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    inner = getattr(ordered, "element", ordered)
    down = isinstance(inner, UnaryExpression) and inner.modifier is operators.desc_op
    column = inner.element if isinstance(inner, UnaryExpression) else inner
    if not getattr(column, "nullable", True):
        return ""
    return " NULLS LAST" if down else " NULLS FIRST"


class LedgerDialect(PGDialect_psycopg):
    """PostgreSQL as a ledger asks it."""

    statement_compiler = _Compiler
    type_compiler_cls = _Types
    supports_statement_cache = True


registry.register("postgresql.reportedly", __name__, "LedgerDialect")

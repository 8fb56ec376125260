"""Reference pages drawn from the code: errors, limits, and what the codebook says of itself."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from reportedly import errors
from reportedly.limits import Limits

_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)
_ROLE = re.compile(r":\w+:`([^`]+)`")

ERRORS_HEAD = """# Errors

Every error that the program raises on purpose has a stable code, and its message says what went wrong, where, and what to do about it:

```
R204 [feed.jsonl#3]: the line is no JSON object — correct the line; the other rows went in
```

A script may rely on the code, not on the words. An error of one document (R2xx) never stops the others: the program goes on,
names it at the end, and ends with exit code 3.

| code | name | meaning |
|---|---|---|
"""

LIMITS_HEAD = """# Limits

Every ceiling of the program, in one table. Each can be set by an environment variable, to a whole number above zero.
What is over a ceiling is reported (`R203`, `R206`) or cut as the table says; it is never left out in silence.

| setting | environment variable | default | what it bounds |
|---|---|---:|---|
"""


def error_types(kind: type[errors.ReportedlyError] = errors.ReportedlyError) -> Iterator[type[errors.ReportedlyError]]:
    """Yield the error tree, parents first."""
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from error_types(below)


def summary(kind: type) -> str:
    """Return the first line of a class's docstring, without the marks of references."""
    return _ROLE.sub(r"`\1`", (inspect.getdoc(kind) or "").partition("\n")[0])


def errors_page() -> str:
    """Return the page of all errors, in the order of their codes."""
    kinds = sorted(error_types(), key=lambda kind: kind.code)
    rows = [f"| `{kind.code}` | {kind.__name__} | {summary(kind)} |" for kind in kinds]
    return ERRORS_HEAD + "\n".join(rows) + "\n"


def meanings(kind: type) -> dict[str, str]:
    """Return what a class's docstring says of each of its attributes."""
    return {name: " ".join(said.split()) for name, said in _ATTRIBUTE.findall(inspect.getdoc(kind) or "")}


def limits_page() -> str:
    """Return the page of all ceilings.

    Raises:
        KeyError: the docstring of ``Limits`` leaves one out.
    """
    said, set_to = meanings(Limits), Limits()
    rows = [f"| `{f.name}` | `REPORTEDLY_{f.name.upper()}` | {getattr(set_to, f.name):,} | {said[f.name]} |" for f in fields(Limits)]
    return LIMITS_HEAD + "\n".join(rows) + "\n"


def codebook_pages() -> Mapping[str, str]:
    """Return the pages and schemas that parts of the program make of themselves: what their ``pages()`` gives, by path below ``docs/``."""
    drawn: dict[str, str] = {}
    for name in ("reportedly.codebook.document", "reportedly.truce.schema"):
        if importlib.util.find_spec(name) is not None:
            drawn |= importlib.import_module(name).pages()
    return drawn


def pages() -> dict[str, str]:
    """Return every reference page, by path below ``docs/``."""
    return {"errors.md": errors_page(), "limits.md": limits_page(), **codebook_pages()}

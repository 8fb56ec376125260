"""Check the docs: every command, ceiling and error code is documented, generated pages are current, and no link is broken.

usage: python -m tools.check_docs [FOLDER]      (docs where none is given)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from reportedly.limits import Limits
from tools import command_pages, gen_docs, reference_pages

_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
_REMEDY = "run `make docs`"


def text_of(path: Path) -> str:
    """Return the text of a page, empty where it is missing."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def undocumented(docs: Path) -> Iterator[str]:
    """Yield every command, ceiling and error code that its page does not name."""
    ceilings, codes, index = (text_of(docs / name) for name in ("limits.md", "errors.md", "commands/index.md"))
    for field in fields(Limits):
        if f"`{field.name}`" not in ceilings:
            yield f"limit {field.name} is not in limits.md: {_REMEDY}"
    for kind in reference_pages.error_types():
        if f"`{kind.code}`" not in codes:
            yield f"error {kind.code} is not in errors.md: {_REMEDY}"
    outermost = command_pages.application()
    for words, command in command_pages.commands(outermost) if outermost else ():
        name = " ".join(words)
        if f"`{name}`" not in index:
            yield f"command {name} is not in commands/index.md: {_REMEDY}"
        if not (command.help or "").strip():
            yield f"command {name} has no help: write its docstring"


def outdated(docs: Path) -> Iterator[str]:
    """Yield every generated page that differs from what the code would write now, or that nothing would write."""
    written = gen_docs.pages()
    for name, text in written.items():
        if text_of(docs / name) != text:
            yield f"{name} is not current: {_REMEDY}"
    for path in gen_docs.stale(docs, written):
        yield f"{path.name} describes a command that is gone: {_REMEDY}"


def broken_links(pages: list[Path]) -> Iterator[str]:
    """Yield every relative link that leads to no file."""
    for page in pages:
        for target in _LINK.findall(text_of(page)):
            if not (page.parent / target).exists():
                yield f"{page.name} links to {target}, which is not there"


def faults(docs: Path) -> list[str]:
    """Return everything that is wrong with the docs, one line each."""
    pages = [*sorted(docs.rglob("*.md")), *sorted(docs.parent.glob("*.md"))]
    return [*undocumented(docs), *outdated(docs), *broken_links(pages)]


if __name__ == "__main__":
    found = faults(Path(sys.argv[1]) if sys.argv[1:] else gen_docs.DOCS)
    for fault in found:
        print(fault, file=sys.stderr)
    raise SystemExit(1 if found else 0)

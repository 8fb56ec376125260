"""Write the generated pages of ``docs/``, and remove pages of commands that are gone.

usage: python -m tools.gen_docs [FOLDER]      (docs where none is given)
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools import command_pages, reference_pages

DOCS = Path(__file__).resolve().parents[1] / "docs"


def pages() -> dict[str, str]:
    """Return the text of every generated page, by path below ``docs/``."""
    return {**reference_pages.pages(), **command_pages.pages()}


def stale(docs: Path, written: dict[str, str]) -> list[Path]:
    """Return pages of commands that no command stands behind."""
    return [path for path in sorted((docs / "commands").glob("*.md")) if str(path.relative_to(docs)) not in written]


def write(docs: Path) -> list[str]:
    """Write every generated page below ``docs``; return the paths, in order."""
    written = pages()
    for name, text in written.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in stale(docs, written):
        path.unlink()
    return sorted(written)


if __name__ == "__main__":
    for page in write(Path(sys.argv[1]) if sys.argv[1:] else DOCS):
        print(page)

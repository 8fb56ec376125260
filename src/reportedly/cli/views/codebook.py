"""The codebook as a list."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.views.parts import grid
from reportedly.model.frame import Codebook


def codebook_view(book: Codebook) -> RenderableType:
    """Return claim types with their frames; a role that is required stands without brackets."""
    parts: list[RenderableType] = [Text(f"codebook {book.version}", style="dim")]
    for kind in book.types:
        table = grid("!", "", "dim")
        for frame in kind.frames:
            roles = ", ".join(role.name if role.required else f"[{role.name}]" for role in frame.roles)
            table.add_row(f"  {frame.id}", Text(frame.gloss), Text(roles))
        parts += [Text(""), Text.assemble((kind.id, "bold"), f"  {kind.definition}"), table]
    return Group(*parts)

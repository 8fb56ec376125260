"""The codebook as a list, and one frame with all that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import grid
from reportedly.model.frame import ClaimType, Codebook, Condition, Frame, Trigger

_WORDS = 12


def codebook_view(book: Codebook, types: Sequence[ClaimType] | None = None) -> RenderableType:
    """Return claim types with their frames; a role that is required stands without brackets."""
    parts: list[RenderableType] = [Text(f"codebook {book.version}", style="dim")]
    for kind in book.types if types is None else types:
        table = grid("!", "", "dim")
        for frame in kind.frames:
            roles = ", ".join(role.name if role.required else f"[{role.name}]" for role in frame.roles)
            table.add_row(f"  {frame.id}", Text(frame.gloss), Text(roles))
        least = f"  (withheld under {kind.threshold:.2f})" if kind.threshold else ""
        parts += [Text(""), Text.assemble((kind.id, "bold"), f"  {kind.definition}{least}"), table]
    return Group(*parts)


def frame_view(frame: Frame, book: Codebook) -> RenderableType:
    """Return a frame: its gloss, roles, triggers with what they ask for and fill, and examples."""
    kind = next(kind for kind in book.types if kind.id == frame.type)
    table = grid("!dim", "")
    for name, value in _lines(frame, kind):
        table.add_row(name, Text(clean(value)))
    return Group(Text(frame.id, style="bold"), table)


def _lines(frame: Frame, kind: ClaimType) -> Iterator[tuple[str, str]]:
    yield "type", f"{kind.id}: {kind.definition}"
    yield "gloss", frame.gloss
    for role in frame.roles:
        yield role.name, f"{'required' if role.required else 'optional'}, {role.of}"
    if frame.stance:
        yield "stance", frame.stance
    if frame.priority:
        yield "priority", str(frame.priority)
    for number, trigger in enumerate(frame.triggers, 1):
        yield f"trigger #{number}", f"{trigger.kind} {_some(sorted(trigger.lemmas))}; score {trigger.score:.2f}; {trigger.at}"
        yield from _trigger(trigger)
    for example in frame.examples:
        yield "example" if example.drawn else "not drawn", example.text


def _trigger(trigger: Trigger) -> Iterator[tuple[str, str]]:
    for condition in trigger.when:
        yield "  asks for", _condition(condition)
    for role, slots in trigger.fill:
        yield f"  {role}", f"from {', else '.join(slots)}"


def _condition(condition: Condition) -> str:
    what = ["an actor"] * condition.actors + ["a place"] * condition.places + sorted(condition.lemmas)
    return f"{'nothing' if condition.absent else 'a word'} in {condition.slot}{f' of {_some(what)}' if what else ''}"


def _some(words: Sequence[str]) -> str:
    return ", ".join(words[:_WORDS]) + (f" and {len(words) - _WORDS} more" if len(words) > _WORDS else "")

"""Checks of frames of one's own that need no reading: what can never be drawn, what would be drawn everywhere, what contradicts another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.codebook.extend import extended
from reportedly.errors import CodebookError, DataError
from reportedly.marked import Marked
from reportedly.model.frame import Codebook, Frame, Trigger

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|%", re.UNICODE)
_SLOT = re.compile(r"\{(\w+)\}")
_OF_THE_CLAIM = frozenset({"where", "figure"})
_EMPTY = frozenset({"any", "all", "every", "anything", "everything", "ACTOR", "PLACE", "*"})
_GENERAL = frozenset("be have do make take get give go come put keep let say tell see use become remain".split())


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake in a codebook of one's own.

    Attributes:
        what: what is wrong. where: file and line. entry: id of the frame, None where the file has none that could be read.
        example: a sentence that shows it, None where there is none.
        remedy: what to do about it.
        code: code of the error (docs/errors.md).
    """

    what: str
    where: str
    entry: str | None
    remedy: str
    example: str | None = None
    code: str = CodebookError.code

    def __str__(self) -> str:
        entry = f"frame {self.entry}: " if self.entry else ""
        shown = f" — as in “{self.example}”" if self.example else ""
        return f"{self.code} [{self.where}]: {entry}{self.what}{shown} — {self.remedy}"


@dataclass(frozen=True, slots=True)
class Checked:
    """A codebook with ``paths`` laid over it, the frames that they add with their entries, and the mistakes found so far."""

    book: Codebook
    own: tuple[tuple[Frame, Marked], ...]
    flaws: tuple[Flaw, ...]


def check_entries(paths: Sequence[str]) -> Checked:
    """Return the codebook with files and folders laid over it, and all their mistakes that show without reading a sentence."""
    flaws: list[Flaw] = []

    def tell(error: DataError, frame: Frame | None) -> None:
        shown = frame.examples[0].text if frame is not None and frame.examples else None
        remedy = error.remedy or "correct the entry"
        flaws.append(Flaw(error.what, error.where or "", frame.id if frame else None, remedy, shown, error.code))

    book, own = extended(tuple(paths), tell)
    mine = {frame.id for frame, _ in own}
    others = [frame for frame in book.frames() if frame.id not in mine]
    for at, (frame, entry) in enumerate(own):
        flaws += _of_frame(frame, entry)
        flaws += _against(frame, entry, [*others, *(f for f, _ in own[:at])])
    return Checked(book, own, tuple(flaws))


def flaw(frame: Frame, entry: Marked, what: str, remedy: str, example: str | None = None) -> Flaw:
    """Return a mistake of an entry, shown by ``example`` or else by the first of its own."""
    shown = example or next((e.text for e in frame.examples), None)
    return Flaw(what, f"{entry.file}:{entry.line}", frame.id, remedy, shown)


def _of_frame(frame: Frame, entry: Marked) -> Iterator[Flaw]:
    roles = {role.name for role in frame.roles}
    for name in sorted(set(_SLOT.findall(frame.gloss)) - roles - _OF_THE_CLAIM):
        yield flaw(frame, entry, f"the gloss names {{{name}}}, which is no role", f"its roles are: {', '.join(sorted(roles))}")
    if not frame.triggers:
        yield flaw(frame, entry, "it has no trigger, so it is never drawn", "add `triggers:` with the words that evoke it")
        return
    if not any(e.drawn for e in frame.examples):
        yield flaw(frame, entry, "it has no example", "add `examples:` with a sentence that it must be drawn from")
    items = entry.get("triggers")
    for trigger, mark in zip(frame.triggers, items.items() if items else (), strict=False):
        yield from _of_trigger(frame, trigger, mark)


def _of_trigger(frame: Frame, trigger: Trigger, mark: Marked) -> Iterator[Flaw]:
    for word in sorted(trigger.lemmas):
        if word in _EMPTY:
            yield flaw(
                frame, mark, f"{word!r} would be every {trigger.kind}, so it matches everything", "name the words that evoke the frame"
            )
        elif not _WORD.fullmatch(word) or word != word.lower():
            yield flaw(
                frame, mark, f"{word!r} is not one word in lower case, so it is never met", "write lemmas, as in `take`, not `taken over`"
            )
    filled = {role for role, _ in trigger.fill}
    missing = [role.name for role in frame.roles if role.required and role.name not in filled]
    if missing:
        yield flaw(frame, mark, f"this trigger never fills the required {', '.join(missing)}", f"add `{missing[0]}` to its `fill:`")
    bound = any(role.required and role.of in {"actor", "place"} for role in frame.roles)
    general = sorted(trigger.lemmas & _GENERAL)
    if general and not bound and not any(not c.absent for c in trigger.when):
        what = f"{', '.join(general)} with no condition and no actor or place required matches nearly everything"
        yield flaw(frame, mark, what, "say under `when:` what must stand beside the word")


def _against(frame: Frame, entry: Marked, others: Sequence[Frame]) -> Iterator[Flaw]:
    """Yield the triggers of other frames that the same words evoke under the same conditions, with nothing to say which goes before."""
    for trigger in frame.triggers:
        for other in others:
            for theirs in other.triggers:
                shared = sorted(trigger.lemmas & theirs.lemmas) if trigger.kind == theirs.kind else []
                if shared and _weighs(frame, trigger) == _weighs(other, theirs):
                    where = f"{other.id} ({theirs.at})"
                    what = f"{', '.join(shared[:5])} evokes {where} too, under the same conditions, and nothing says which goes before"
                    yield flaw(frame, entry, what, "add a condition under `when:`, or set `priority:`")


def _weighs(frame: Frame, trigger: Trigger) -> tuple[object, ...]:
    return frame.priority, frozenset(trigger.when), trigger.score, frozenset(dict(trigger.fill))

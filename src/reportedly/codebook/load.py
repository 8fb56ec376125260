"""Reading and validating the codebook. Every mistake is named by file and line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from reportedly import marked
from reportedly.codebook.slots import known_slot
from reportedly.errors import CodebookError
from reportedly.ids import digest
from reportedly.marked import Marked
from reportedly.model.claim import CLAIM_TYPES, STANCES
from reportedly.model.frame import TRIGGER_KINDS, ClaimType, Codebook, Condition, Example, Frame, Role, Trigger

CODEBOOK = Path(__file__).parent
_FRAME_KEYS = ("id", "gloss", "roles", "triggers", "examples", "unit", "counts", "speaker_role", "stance", "priority", "note")


@cache
def load_codebook(folder: Path = CODEBOOK) -> Codebook:
    """Return the codebook of ``folder``: ``classes.yaml`` and one file per claim type in ``types/``.

    Raises:
        CodebookError: a file or line is not what a codebook should hold.
    """
    classes = classes_from(marked.load(folder / "classes.yaml", CodebookError))
    files = sorted((folder / "types").glob("*.yaml"))
    types = tuple(type_from(marked.load(path, CodebookError), classes) for path in files)
    order = {name: at for at, name in enumerate(CLAIM_TYPES)}
    head = marked.load(folder / "codebook.yaml", CodebookError)
    _unique([frame.id for kind in types for frame in kind.frames], folder)
    data = [path.read_bytes() for path in (folder / "classes.yaml", *files)]
    return Codebook(head.text("version"), digest(b"\0".join(data)), tuple(sorted(types, key=lambda t: order[t.id])), classes)


def classes_from(doc: Marked, known: Mapping[str, frozenset[str]] = MappingProxyType({})) -> dict[str, frozenset[str]]:
    """Return the word classes that a mapping holds, on top of those that are ``known``, which its items may name.

    Raises:
        CodebookError: an item is no text.
    """
    out: dict[str, frozenset[str]] = dict(known)
    for name in doc.expect(dict):
        words: set[str] = set()
        for item in doc.strings(name):
            words |= out[item[1:]] if item.startswith("@") and item[1:] in out else set(item.split())
        out[name] = frozenset(words)
    return out


def _unique(names: list[str], folder: Path) -> None:
    for name in names:
        if names.count(name) > 1:
            what = f"two frames have the id {name!r}"
            raise CodebookError(what, where=str(folder / "types"), remedy="give each frame an id of its own")


def type_from(doc: Marked, classes: dict[str, frozenset[str]]) -> ClaimType:
    """Return the claim type that a file of the codebook holds.

    Raises:
        CodebookError: a line is not what a codebook should hold.
    """
    doc.only("type", "definition", "frames", "threshold")
    kind = kind_of(doc)
    frames = tuple(frame_from(item, kind, classes) for item in doc.need("frames").items())
    return ClaimType(kind, doc.text("definition"), frames, threshold_of(doc) or 0.0)


def kind_of(doc: Marked) -> str:
    """Return the name of the claim type that a file is about. Raises CodebookError where there is no such type."""
    kind = doc.text("type")
    if kind not in CLAIM_TYPES:
        what = f"{kind!r} is no claim type"
        raise doc.need("type").complain(what, f"use one of: {', '.join(CLAIM_TYPES)}")
    return kind


def threshold_of(doc: Marked) -> float | None:
    """Return the score below which claims of the type are left out, None where none is given. Raises CodebookError on other than 0 to 1."""
    found = doc.get("threshold")
    return None if found is None else _share(found)


def frame_from(doc: Marked, kind: str, classes: dict[str, frozenset[str]]) -> Frame:
    """Return the frame that an entry holds.

    Args:
        doc: the entry.
        kind: its claim type.
        classes: the word classes that its triggers may name.

    Raises:
        CodebookError: a line is not what a frame should hold.
    """
    doc.only(*_FRAME_KEYS)
    roles = tuple(_role(name, value) for name, value in doc.need("roles").expect(dict).items())
    names = {role.name for role in roles}
    triggers, examples = doc.get("triggers"), doc.get("examples")
    for key in ("counts", "speaker_role"):
        if (value := doc.get(key)) is not None and value.value not in names:
            what = f"{key} names {value.value!r}, which is no role of this frame"
            raise value.complain(what, f"its roles are: {', '.join(names)}")
    return Frame(
        id=doc.text("id"),
        type=kind,
        gloss=doc.text("gloss"),
        roles=roles,
        triggers=tuple(_trigger(item, names, classes) for item in (triggers.items() if triggers else ())),
        examples=tuple(_example(item) for item in (examples.items() if examples else ())),
        unit=doc.maybe("unit"),
        counts=doc.maybe("counts"),
        speaker_role=doc.maybe("speaker_role"),
        stance=_stance(doc),
        priority=int(found.expect(int)) if (found := doc.get("priority")) else 0,
    )


def _role(name: str, doc: Marked) -> Role:
    words = str(doc.expect(str)).split()
    for word in words:
        if word not in {"required", "optional", "actor", "place", "thing", "any"}:
            what = f"{word!r} is no property of a role"
            raise doc.complain(what, "write `required` or `optional`, then `actor`, `place`, `thing` or `any`")
    return Role(name, "required" in words, next((w for w in words if w in {"actor", "place", "thing"}), "any"))


def _stance(doc: Marked) -> str | None:
    found = doc.maybe("stance")
    if found is not None and found not in STANCES:
        what = f"{found!r} is no stance"
        raise doc.need("stance").complain(what, f"use one of: {', '.join(STANCES)}")
    return found


def _trigger(doc: Marked, roles: set[str], classes: dict[str, frozenset[str]]) -> Trigger:
    doc.only(*TRIGGER_KINDS, "when", "fill", "stance", "score")
    kinds = [kind for kind in TRIGGER_KINDS if doc.get(kind)]
    if len(kinds) != 1:
        what = "a trigger has one of " + ", ".join(TRIGGER_KINDS)
        raise doc.complain(what)
    fill, when = doc.get("fill"), doc.get("when")
    filled: list[tuple[str, tuple[str, ...]]] = []
    for role in fill.expect(dict) if fill else ():
        if role not in roles:
            what = f"{role!r} is no role of this frame"
            raise fill.value[role].complain(what, f"its roles are: {', '.join(sorted(roles))}") if fill else doc.complain(what)
        filled.append((role, tuple(_slot(s, doc) for s in (fill.strings(role) if fill else ()))))
    conditions = tuple(_condition(slot, when, classes) for slot in (when.expect(dict) if when else ()))
    score = doc.get("score")
    lemmas = _words(doc.strings(kinds[0]), classes, doc)
    at = f"{doc.file.name}:{doc.line}"
    return Trigger(kinds[0], lemmas, conditions, tuple(filled), _stance(doc), _share(score) if score else 0.8, at)


def _share(found: Marked) -> float:
    """Return a number from 0 to 1."""
    if isinstance(found.value, bool) or not isinstance(found.value, int | float) or not 0 <= found.value <= 1:
        what = f"{found.plain()!r:.40} is no number from 0 to 1"
        raise found.complain(what, "write it as in 0.75")
    return float(found.value)


def _slot(name: str, doc: Marked) -> str:
    if not known_slot(name):
        what = f"{name!r} is no slot"
        raise doc.complain(what, "docs/codebook.md lists the slots")
    return name


def _words(items: tuple[str, ...], classes: dict[str, frozenset[str]], doc: Marked) -> frozenset[str]:
    out: set[str] = set()
    for item in items:
        if not item.startswith("@"):
            out.add(item)
        elif item[1:] in classes:
            out |= classes[item[1:]]
        else:
            what = f"{item!r} is no word class"
            raise doc.complain(what, f"classes.yaml has: {', '.join(sorted(classes))}")
    return frozenset(out)


def _condition(slot: str, when: Marked | None, classes: dict[str, frozenset[str]]) -> Condition:
    assert when is not None  # noqa: S101 - the caller walks its keys
    items = when.strings(slot)
    absent = slot.startswith("no ")
    name = _slot(slot.removeprefix("no "), when.value[slot])
    lemmas = _words(tuple(i for i in items if i not in {"ACTOR", "PLACE", "any"}), classes, when.value[slot])
    return Condition(name, lemmas, "ACTOR" in items, absent, "PLACE" in items)


def _example(doc: Marked) -> Example:
    doc.only("text", "stance", "figure", "args", "own", "drawn")
    args, own, drawn = doc.get("args"), doc.get("own"), doc.get("drawn")
    pairs = tuple((name, str(value.value)) for name, value in args.expect(dict).items()) if args else ()
    return Example(
        doc.text("text"),
        doc.line,
        str(doc.file),
        _stance(doc),
        doc.maybe("figure"),
        pairs,
        None if own is None else bool(own.expect(bool)),
        drawn is None or bool(drawn.expect(bool)),
    )

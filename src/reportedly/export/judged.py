"""What a judgement says, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportedly.export.phrases import days, figure


def judged_words(act: str, value: object) -> str:
    """Return what a judgement holds beside its act, in words; empty where it holds nothing, or is of another kind."""
    held = value if isinstance(value, Mapping) else {}
    match act:
        case "correct":
            return "; ".join(f"{name}: {told}" for name, told in _set(held.get("set", {})))
        case "merge":
            return f"one with {held.get('into')}"
        case "split":
            return " and ".join(f"characters {start} to {end}" for start, end in held.get("spans", ()))
        case "grade":
            return f"{held.get('scheme')} {'/'.join(map(str, held.get('grade', {}).values()))}"
    return ""


def _set(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    told = [(name, str(values[name])) for name in ("type", "frame", "stance") if name in values]
    if "start" in values or "end" in values:
        told.append(("words", f"characters {values.get('start', '…')} to {values.get('end', '…')}"))
    if "speaker" in values:
        told.append(("speaker", str(values["speaker"]["name"])))
    if "places" in values:
        told.append(("place", ", ".join(str(place["name"]) for place in values["places"]) or "none"))
    if "valid" in values:
        told.append(("date", days(*values["valid"]) or "none"))
    if "figure" in values:
        told.append(("figure", figure(values["figure"]) if values["figure"] else "none"))
    return told

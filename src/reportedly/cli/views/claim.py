"""One claim with everything behind it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.behind import behind, document, table
from reportedly.cli.views.explain import reasons
from reportedly.cli.views.parts import Row, chain, days, figure, number, stance
from reportedly.codebook import load_codebook
from reportedly.model.actor import PROVISIONAL
from reportedly.query.one import AROUND
from reportedly.query.provenance import lines

_AROUND = 260


def claim_view(claim: Row) -> RenderableType:
    """Return all that is known of a claim, under headings."""
    parts: list[RenderableType] = [Text(clean(claim["gloss"]), style="bold"), Text(claim["id"], style="dim")]
    if not claim["current"]:
        parts.append(Text("superseded by a later reading of its document"))
    for title, body in _sections(claim):
        parts += [Rule(Text(title, style="cyan"), align="left", style="dim"), Padding(body, (0, 0, 1, 0))]
    return Group(*parts)


def _sections(claim: Row) -> Iterator[tuple[str, RenderableType]]:
    yield "the words", words(claim)
    yield "who says it", table(_sayers(claim))
    yield "what it says", table(_content(claim))
    yield from behind(claim)
    if claim["judgements"]:
        yield "judgements", table((f"{j['act']} by {j['by']}", _judgement(j, claim)) for j in claim["judgements"])
    if claim["provenance"] and (told := list(lines(claim["provenance"]))):
        yield "how its document was come by", table(told)
    yield "how it was drawn", table(_drawn(claim))


def words(claim: Row) -> Text:
    """Return the exact words of a claim, and then the text around them, in which they are set off."""
    text, begin = claim["context"]["text"], claim["context"]["start"]
    start, end = claim["start"] - begin, claim["end"] - begin
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = ("…" if begin + left else "") + _line(text[left:start])
    after = _line(text[end:right]) + ("…" if right < len(text) or len(text) - end >= AROUND else "")
    shown = Text(f"“{clean(text[start:end])}”\n", style="bold")
    if before.strip() or after.strip():
        shown.append_text(Text.assemble((before, "dim"), (_line(text[start:end]), "underline"), (f"{after}\n", "dim")))
    shown.append(f"{document(claim['doc'])}, characters {claim['start']} to {claim['end']}", style="dim")
    for path in claim["doc"]["appearances"][1:]:
        shown.append(f"\nthe same bytes: {clean(path)}", style="dim")
    return shown


def _line(text: str) -> str:
    """Return ``text`` as :func:`clean` gives it, but with the space at its ends, so that the parts fit together."""
    left, right = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    return f"{left}{clean(text)}{right}" if text.strip() else left


def _sayers(claim: Row) -> Iterator[tuple[str, str]]:
    yield "chain", chain(claim)
    yield "speaker", _known(claim["speaker"]["name"], claim["speaker"]["actor"])
    yield "voice", "the page's own" if claim["own"] else "another's, whom the page cites"
    for found in claim["attributions"]:
        yield "attribution", f"{found['kind']}, by {clean(found['speaker_name'] or 'nobody named')}"
    least, most = claim["chains"]
    yield "independent chains", f"{least}" if least == most else f"{least} at least, {most} at most"


def _content(claim: Row) -> Iterator[tuple[str, str | Text]]:
    yield "stance", stance(claim)
    if claim["hedge"]:
        yield "hedge", f"“{clean(claim['hedge'])}”"
    for role, found in claim["args"].items():
        yield role, _known(found["name"], found["actor"] or found["place"])
    if claim["places"]:
        ids = [key for key in claim["place_ids"] if key]
        yield "places", f"{', '.join(map(clean, claim['places']))} ({', '.join(ids) or 'not in the pack'})"
    valid = claim["valid"]
    yield "said to hold", days(valid["begin"], valid["until"]) if valid["edtf"] else "unknown"
    yield "said on", claim["asserted"] or "unknown"
    for found in claim["figures"]:
        yield "figure", _figure(found)
    if claim["about"]:
        yield "about", f"{claim['about']['type']}: {claim['about']['frame']}"


def _figure(found: Row) -> str:
    bounds = f", that is {number(found['low'])} to {number(found['high'])}" if found["low"] != found["high"] else ""
    universe = f", counted in {clean(found['universe'])}" if found["universe"] else ""
    as_of = f", as of {found['as_of']}" if found["as_of"] else ""
    derived = ", computed by the program" if found["derived"] else ""
    return f"{figure(found)}{bounds}{universe}{as_of}{derived}"


def _drawn(claim: Row) -> Iterator[tuple[str, str]]:
    for kind in load_codebook().types:
        if kind.id == claim["type"]:
            yield "type", f"{kind.id}: {kind.definition}"
            for frame in kind.frames:
                if frame.id == claim["frame"]:
                    roles = ", ".join(f"{role.name}{' (required)' if role.required else ''}" for role in frame.roles)
                    yield "frame", f"{frame.id}: {frame.gloss}"
                    yield "its roles", roles
    yield "method", f"{claim['method']}, score {claim['score']:.2f}"
    if claim["explain"]:
        yield from reasons(claim["explain"])
    if claim["run"]:
        yield "run", f"{claim['run']['id']}: reportedly {claim['run']['program']}, {claim['run']['model'] or 'no model'}"
    if claim["signed"]:
        signed = claim["signed"]
        yield "signed", f"by {clean(signed['by'])}, key {signed['key']}{'' if signed['holds'] else ': THE SIGNATURE DOES NOT HOLD'}"
    yield "recorded", claim["recorded"]


def _judgement(found: Row, claim: Row) -> str:
    of = "" if found["claim"] == claim["id"] else f", given to {found['claim']} and carried over"
    stale = ", given when the claim said otherwise" if found["state"] == "orphaned" else ""
    return f"{found['recorded']} {found['reason'] or ''}{of}{stale}"


def _known(name: str, key: str | None) -> str:
    return f"{clean(name)} ({key})" if key and not key.startswith(PROVISIONAL) else f"{clean(name)} (not in the pack)"

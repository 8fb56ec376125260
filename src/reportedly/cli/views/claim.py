"""One claim with everything behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.explain import reasons
from reportedly.cli.views.parts import Row, chain, days, figure, grid, named, number, stance
from reportedly.codebook import load_codebook

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
    yield "who says it", _table(_sayers(claim))
    yield "what it says", _table(_content(claim))
    yield "how it was drawn", _table(_drawn(claim))
    if claim["contradictions"]:
        yield "what stands against it", _against(claim["contradictions"])
    if claim["repeats"]:
        yield "who says the same", _others(claim["repeats"])
    if len(claim["history"]) > 1:
        yield "who said it first", _table((one["role"], f"{_doc(one)}  {one['claim']}") for one in claim["history"])
    if len(claim["origins"]) > 1 or any(origin["shared"] for origin in claim["origins"]):
        yield "how many stand behind it", _table(_origins(claim["origins"]))
    if claim["reprints"]:
        shared = ((pair["label"], f"{pair['containment']:.0%}  {_doc(pair['doc'])}") for pair in claim["reprints"])
        yield "documents that share words with its own", _table(shared)
    if claim["judgements"]:
        yield "judgements", _table((f"{j['act']} by {j['by']}", _judgement(j, claim)) for j in claim["judgements"])


def words(claim: Row) -> Text:
    """Return the exact words of a claim, set off in the text around them."""
    text, begin = claim["context"]["text"], claim["context"]["start"]
    start, end = claim["start"] - begin, claim["end"] - begin
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    shown = Text.assemble((f"…{_line(before)}", "dim"), (_line(text[start:end]), "bold underline"), (f"{_line(after)}…", "dim"))
    shown.append(f"\n{_doc(claim['doc'])}, characters {claim['start']} to {claim['end']}", style="dim")
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


def _against(pairs: Iterable[Row]) -> RenderableType:
    lines = []
    for pair in sorted(pairs, key=lambda pair: bool(pair["not"])):
        kind = f"only seems so ({pair['kind']})" if pair["not"] else pair["kind"]
        lines += [Text.assemble((kind, "cyan"), "  ", clean(pair["why"]))]
        if pair["other"]:
            lines.append(Text(f"  {pair['other']['id']}  {_doc(pair['other']['doc'])}", style="dim"))
    return Group(*lines)


def _origins(found: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for at, origin in enumerate(found, start=1):
        shared = [node for node in origin["shared"] if not node.startswith("family:") or len(origin["shared"]) == 1]
        why = f", one because they share {', '.join(map(clean, shared))}" if shared else ""
        hops = [hop.partition("|")[2] or "nobody named" for hop in origin["unresolved"]]
        may = f"; may be one of the others, for it rests on {', '.join(map(clean, hops))}" if hops else ""
        yield f"chain {at}", f"{named(len(origin['claims']), 'claim')}, through {', '.join(map(clean, origin['publishers']))}{why}{may}"


def _judgement(found: Row, claim: Row) -> str:
    of = "" if found["claim"] == claim["id"] else f", given to {found['claim']} and carried over"
    stale = ", given when the claim said otherwise" if found["state"] == "orphaned" else ""
    return f"{found['recorded']} {found['reason'] or ''}{of}{stale}"


def _others(claims: Iterable[Row]) -> RenderableType:
    rows = [
        (claim["id"], f"{clean(claim['speaker'])} {claim['stance']}: {clean(claim['gloss'])} ({_doc(claim['doc'])})") for claim in claims
    ]
    return Group(Text(named(len(rows), "claim"), style="dim"), _table(rows))


def _table(rows: Iterable[tuple[str, str | Text]]) -> RenderableType:
    table = grid("!dim", "")
    for name, value in rows:
        table.add_row(clean(name), value if isinstance(value, Text) else Text(clean(value)))
    return table


def _known(name: str, key: str | None) -> str:
    return f"{clean(name)} ({key})" if key else f"{clean(name)} (not in the pack)"


def _doc(doc: Row) -> str:
    return ", ".join(clean(part) for part in (doc["publisher"], doc["published"], doc["path"]) if part)

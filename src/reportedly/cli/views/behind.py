"""What stands behind a claim and against it: rivals, repeats, who was first, the independent chains, and documents that share its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid, named, quoted
from reportedly.query.disputes import HEADINGS

_MOST = 12
"""Claims or documents of one section that are shown."""


def behind(claim: Row) -> Iterator[tuple[str, RenderableType]]:
    """Yield the sections of a claim that others have a part in, each with its title; none that is empty."""
    if claim["contradictions"]:
        yield "what stands against it", _against(claim["contradictions"])
    if claim["repeats"]:
        yield f"who says the same: {named(len(claim['repeats']), 'other claim')}", _others(claim["repeats"])
    if len(claim["history"]) > 1:
        yield "who said it first", table((one["role"], _step(one, claim["quote"])) for one in _cut(claim["history"]))
    if len(claim["origins"]) > 1 or any(origin["why"] for origin in claim["origins"]):
        yield "how many stand behind it", table(_chains(claim["origins"]))
    if claim["reprints"]:
        yield "documents that share words with its own", _sharing(claim)


def document(doc: Row) -> str:
    """Return whose a document is, of which day, and where it lies."""
    return ", ".join(clean(part) for part in (doc["publisher"], doc["published"], doc["path"]) if part)


def table(rows: Iterable[tuple[str, str | Text]]) -> RenderableType:
    """Return names with what belongs to them."""
    shown = grid("!dim", "")
    for name, value in rows:
        shown.add_row(clean(name), value if isinstance(value, Text) else Text(clean(value)))
    return shown


def _cut(rows: list[Row]) -> Iterable[Row]:
    return rows if len(rows) <= _MOST else rows[:_MOST]


def _against(pairs: list[Row]) -> RenderableType:
    """Return the pairs, those that only seem so last: of each the reason, and then the other's words."""
    ordered = sorted(pairs, key=lambda pair: bool(pair["not"]))
    shown = grid("!cyan", "")
    for pair in _cut(ordered):
        kind = HEADINGS.get(pair["kind"], pair["kind"])
        cell = Text(clean(pair["why"]))
        other = pair["other"]
        if other:
            cell.append_text(Text.assemble("\n", quoted(other["quote"]), (f"\n{_who(other)} · {other['id']}", "dim")))
        shown.add_row(f"only seems so ({pair['kind']})" if pair["not"] else kind, cell)
    more = len(ordered) - _MOST
    return Group(shown, Text(f"and {more} more: --json gives all", style="dim")) if more > 0 else shown


def _others(claims: list[Row]) -> RenderableType:
    shown = grid("!dim", "")
    for claim in _cut(claims):
        words = quoted(claim["quote"])
        shown.add_row(claim["id"], Text.assemble((clean(claim["stance"]), "cyan"), "  ", words, (f"\n{_who(claim)}", "dim")))
    more = len(claims) - _MOST
    return Group(shown, Text(f"and {more} more: --json gives all", style="dim")) if more > 0 else shown


def _who(claim: Row) -> str:
    """Return who says a claim, and in which document."""
    speaker, publisher = clean(claim["speaker"]), clean(claim["doc"]["publisher"] or "")
    return document(claim["doc"]) if speaker == publisher else f"{speaker}, in {document(claim['doc'])}"


def _step(one: Row, quote: str | None) -> Text:
    """Return one step of a claim's way, with the words that stand there where they are not those of the claim."""
    shown = Text.assemble(document(one), (f"  {one['claim']}", "dim"))
    if one["role"] == "misdated":
        shown.append("\nthe day given for it lies before what it tells of", style="dim")
    if one["role"] == "taken-down":
        shown.append("\nnothing of it stands there", style="dim")
    elif one["words"] and one["words"] != quote:
        shown.append_text(Text.assemble("\n", quoted(one["words"])))
    return shown


def _chains(found: list[Row]) -> Iterator[tuple[str, Text]]:
    through = Counter(name for origin in found for name in origin["publishers"])
    for at, origin in enumerate(found, start=1):
        cell = Text(f"{named(len(origin['claims']), 'claim')}, through {', '.join(map(clean, origin['publishers']))}")
        if origin["why"]:
            cell.append(f"\none, because they {' and '.join(map(clean, origin['why']))}", style="dim")
        again = [name for name in origin["publishers"] if through[name] > 1]
        if again:
            cell.append(f"\nmay be one with another that came through {', '.join(map(clean, again))}", style="dim")
        if origin["open"] and len(found) > 1:
            cell.append(f"\nmay be one with another: {', '.join(map(clean, origin['open']))} may be anybody", style="dim")
        yield f"chain {at}", cell


def _sharing(claim: Row) -> RenderableType:
    rows = sorted(claim["reprints"], key=lambda pair: (pair["label"] != "reprint", -pair["containment"]))
    shown = grid("!cyan", ">!", "")
    for pair in rows[:_MOST]:
        shown.add_row(pair["label"], f"{pair['containment']:.0%}", document(pair["doc"]))
    more = f"and {len(rows) - _MOST} more · " if len(rows) > _MOST else ""
    return Group(shown, Text(f"{more}what was changed: reportedly reprints --path '{clean(claim['doc']['path'])}'", style="dim"))

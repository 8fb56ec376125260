"""Documents that share words, for reading: whose came first, what was changed, and then the same by family and by URL."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid, named, quoted
from reportedly.text import excerpt

MATTER = ("number", "denominator", "name", "label", "hedge", "attribution", "date")
"""Kinds of edits that change what is said, the gravest first."""

_OF_HEADS = frozenset({"name", "attribution", "date"})
"""Kinds that at the head or foot of a text are mostly date lines and credits."""

_EDITS, _WORDS, _PASSAGE = 8, 60, 160


def weight(pair: Row) -> tuple[bool, bool, bool, int, float]:
    """Return what pairs are ordered by: background last, other houses first, reprints first, then by what was changed and shared."""
    house, other = (doc["publisher"] for doc in pair["docs"])
    changed = sum(edit["kind"] in MATTER for edit in pair["edits"] or ())
    return bool(pair["background"]), house == other, pair["label"] != "reprint", -min(changed, _EDITS), -pair["containment"]


def word_for_word(pair: Row) -> bool:
    """Say whether two documents are one text, without an edit."""
    return bool(pair["label"] == "reprint" and pair["edits"] == [])


def copies_view(pairs: Sequence[Row], hidden: Row) -> RenderableType:
    """Return pairs with their words; ``hidden`` counts those not shown: ``more``, ``same`` (word for word) and ``background``."""
    if not pairs and not any(hidden.values()):
        return Text("no two documents share words", style="dim")
    parts: list[RenderableType] = []
    for pair in pairs:
        parts += [_copy(pair), Text("")]
    told = [f"{named(len(pairs), 'pair')} shown"]
    told += [f"{hidden['more']:,} more: --limit N"] if hidden["more"] else []
    told += [f"{named(hidden['same'], 'pair')} of one text word for word: --families"] if hidden["same"] else []
    told += [f"{hidden['background']:,} that share only background told over months: --all"] if hidden["background"] else []
    legend = "percent: how much of the shorter text stands in the other · --path DOCUMENT: of one document · --json: all, with offsets"
    return Group(*parts, Text("; ".join(told)), Text(legend, style="dim"))


def _copy(pair: Row) -> RenderableType:
    a, b = pair["docs"]
    sign = "→" if pair["earliest"] is not None else "and"
    head = Text.assemble((clean(pair["label"]), "cyan"), f"  {pair['containment']:.0%}  ", _house(a), (f" {sign} ", "dim"), _house(b))
    where, hash_, row = clean(pair["a"]).rpartition("#")
    short = clean(pair["b"]).removeprefix(where) if hash_ and clean(pair["b"]).startswith(f"{where}#") else clean(pair["b"])
    notes = ["which was first is not known"] if pair["earliest"] is None else []
    notes += ["two versions of one URL"] if a["url"] and a["url"] == b["url"] else []
    lines: list[RenderableType] = [head, Text(", ".join((f"{where}{hash_}{row} {sign} {short}", *notes)), style="dim")]
    if pair["told"] is None:
        return Group(*lines, Text("(the words were redacted)", style="dim"))
    if pair["label"] != "reprint":
        count = len(pair["passages"])
        lines.append(Text.assemble(quoted(pair["told"]["longest"], _PASSAGE), (f"  {named(count, 'passage')}" if count > 1 else "", "dim")))
    return Group(*lines, *_changes(pair["told"]["changed"]))


def _house(doc: Row) -> Text:
    return Text.assemble((clean(doc["publisher"] or "publisher unknown"), "bold"), f" {doc['published'] or '(date unknown)'}")


def _changes(edits: Sequence[Row], kinds: Sequence[str] = MATTER) -> list[RenderableType]:
    """Return the edits of ``kinds``, each with the words around it, and how much was cut, added and put otherwise."""
    edge = [edit for edit in edits if edit["edge"] and edit["kind"] in _OF_HEADS]
    found: dict[tuple[int, str, str], list[Row]] = {}
    for edit in edits:
        if edit["kind"] in kinds and edit not in edge:
            found.setdefault((kinds.index(edit["kind"]), clean(edit["was"]), clean(edit["now"])), []).append(edit)
    table = grid("!cyan", "", "dim")
    grave = sorted(found.items(), key=lambda item: item[0][0])
    for (at, was, now), same in grave[:_EDITS]:
        table.add_row(f"  {kinds[at]}", Text(_became(was, now, len(same))), _around(same[0]))
    more = [f"{len(grave) - _EDITS} more of these"] if len(grave) > _EDITS else []
    more += [f"{named(len(edge), 'name, date or credit', 'names, dates or credits')} at head or foot"] if edge else []
    for kind, end in (("cut", "was"), ("added", "now")):
        words = sum(len(edit[end].split()) for edit in edits if edit["kind"] == kind)
        more += [f"{named(words, 'word')} {kind}"] if words else []
    other = 0 if "other" in kinds else sum(edit["kind"] == "other" for edit in edits)
    more += [f"{other} put otherwise"] if other else []
    return [*([table] if grave else []), *([Text(f"  {' · '.join(more)}", style="dim")] if more else [])]


def _became(was: str, now: str, times: int) -> str:
    one, two = (f"“{excerpt(words, _WORDS)}”" for words in (was, now))
    what = f"{one} became {two}" if was and now else f"{one} left out" if was else f"{two} put in"
    return what if times == 1 else f"{what}, {times} times"


def _around(edit: Row) -> Text:
    return Text(f"…{clean(edit['before'])} [{excerpt(clean(edit['was'] or edit['now']), _WORDS)}] {clean(edit['after'])}…")


def families_view(rows: Sequence[Row]) -> RenderableType:
    """Return families of reprints, each with its earliest form and the documents after it."""
    if not rows:
        return Text("no document is a reprint of another", style="dim")
    table = grid(">!cyan", "", "")
    for row in rows:
        first = Text.assemble((clean(row["earliest"]), "bold"), f", {row['published']}") if row["earliest"] else Text("earliest not known")
        later = [path for path in row["documents"] if path != row["earliest"]]
        table.add_row(str(len(row["documents"])), first, Text(", ".join(map(clean, row["publishers"])), style="dim"))
        table.add_row("", Text(_listed(later), style="dim"), "")
    return Group(table, Text("documents of each family, its earliest form held, then the others; its publishers", style="dim"))


def _listed(paths: Sequence[str]) -> str:
    """Return paths in short: of one table or folder, its name stands once."""
    found: dict[str, list[str]] = {}
    for path in paths:
        where, sign, last = path.rpartition("#") if "#" in path else path.rpartition("/")
        found.setdefault(clean(where + sign), []).append(clean(last))
    return "; ".join(f"{where}{', '.join(names)}" for where, names in found.items())


def versions_view(rows: Sequence[Row]) -> RenderableType:
    """Return URLs of which several versions are held, with what became of the text."""
    if not rows:
        return Text("of no URL are several versions held", style="dim")
    parts: list[RenderableType] = []
    for row in rows:
        order = f"in order of {'publication' if row['order'] == 'published' else 'recording'}"
        parts.append(Text.assemble((clean(row["url"]), "bold"), (f"  {order}", "dim")))
        for version in row["versions"]:
            when = version["published"] or "date unknown"
            parts.append(Text.assemble((f"{version['change']:<11}", "cyan"), f"{when}  {clean(version['path'])}"))
            parts += _changes(version["changed"] or (), (*MATTER, "other"))
        parts.append(Text(""))
    return Group(*parts, Text(f"{named(len(rows), 'URL')} · reportedly show ID tells what became of one claim", style="dim"))

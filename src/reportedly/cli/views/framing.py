"""Words for actors and acts by source, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import name, named
from reportedly.cli.views.seeing import columns, framed
from reportedly.text import excerpt
from reportedly.track.framing import Framing, Use, Word
from reportedly.truce.view import View

USES, _WORDS = 6, 6
_NARROW = (20, 22)
_STYLES = {"differ": "yellow", "unknown": "dim"}
_LEGEND = (
    "own: the source's own words · reported: it tells what somebody says, in whose words is not known · quoted: words of a speaker · "
    "“…”: so often in quotation marks of its own · under them: words around the first, document and characters"
)


def framing_view(rows: Sequence[Framing], view: View) -> RenderableType:
    """Return a table with a row for each actor and act, and a line for each source and voice."""
    table = columns("words for", "source", "words, times used, and where one stands")
    table.columns[0].max_width, table.columns[1].max_width = _NARROW
    for row in rows:
        title = _title(row)
        for use in row.uses[:USES]:
            table.add_row(title, _source(use), Text("\n").join((_words(use.words), _example(use.words[0]))))
            title = Text("")
        left = max(0, len(row.uses) - USES) + row.more
        if left:
            table.add_row("", Text(named(left, "more source or voice", "more sources and voices"), style="dim"), "")
    return framed("Words for actors and acts", view, table, none="no words for an actor or act pass", legend=_LEGEND)


def _title(row: Framing) -> Text:
    act = (f"{row.act}, ", "cyan") if row.act else ""
    return Text.assemble(
        act,
        (excerpt(clean(row.name), 40), "bold"),
        (f"\n{row.state}", _STYLES.get(row.state, "dim")),
        (f"\n{row.count:,} in {named(row.texts, 'text')}", "dim"),
    )


def _source(use: Use) -> Text:
    of = f" of {excerpt(clean(use.speaker or 'somebody unnamed'), 28)}" if use.voice != "own" else ""
    return Text.assemble(excerpt(clean(use.source), 28), (f"\n{use.voice}{of}", "dim"))


def _words(words: Sequence[Word]) -> Text:
    more = f" and {len(words) - _WORDS} more" if len(words) > _WORDS else ""
    return Text.assemble(Text(", ").join(map(_word, words[:_WORDS])), (more, "dim"))


def _word(word: Word) -> Text:
    marked = f" “{word.marked}”" if word.marked else ""
    return Text.assemble((excerpt(clean(word.word), 40), "italic"), f" {word.count}", (marked, "dim"))


def _example(word: Word) -> Text:
    place = word.example
    return Text(f"“{clean(place.around)}” {excerpt(name(place.path), 26)} {place.start}-{place.end}", style="dim")

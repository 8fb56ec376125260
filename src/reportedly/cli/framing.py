"""``reportedly framing``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, show


@viewed
def framing(
    *, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False
) -> None:
    """List the words that each source has for an actor, and for one act: with counts and examples, its own apart from those it quotes.

    Words are counted in the documents of which a claim passes the filters; --actor and --frame choose whom and which acts they are for.
    A text that a source prints again counts once.
    """
    from functools import partial

    from reportedly.cli.views.framing import USES, framing_view
    from reportedly.query import framings

    show(where, (ledger, pack, lens, json), partial(framings, most=None if json else USES), framing_view)

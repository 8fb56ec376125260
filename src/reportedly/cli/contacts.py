"""``reportedly contacts``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer


@viewed
def contacts(
    *, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False
) -> None:
    """List meetings, calls and talks: said to come, to be held, put off, called off or denied, by whose word, and what about.

    A row is shown whole where one of its claims passes the filters. What each side says that it was about stands side by side.
    """
    from reportedly.cli.views.contacts import contacts_view
    from reportedly.track.contacts import CONTACTS

    answer(where, (ledger, pack, lens, json), CONTACTS, contacts_view)

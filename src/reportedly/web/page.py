"""What a page is: an entry of the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportedly.export.contract import Json
from reportedly.query.filters import NAMES

if TYPE_CHECKING:
    from reportedly.web.ask import Ask
    from reportedly.web.form import Form

FILTERS = (*NAMES, "after")
"""What a page takes that lists claims by filters."""

CLAIM = "claim"
"""What rows of JSON are that are claims."""

VIEWED = tuple(name for name in FILTERS if name not in {"type", "min_chains"})
"""What a page takes that shows a view, whose rows are chosen by the claims in them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page answers.

    Attributes:
        rows: what its twins give, each a row of the contract or of a view; read once.
        shown: what else its template shows.
        told: what the JSON twin says beside the rows.
        next: cursor of the page that follows; None where none does.
        title: in place of the page's own.
        text: what a form of the page's own gives.
        ask: what was answered, where the page opens on a part of what was asked for: its links and twins name it.
    """

    rows: Iterable[Json]
    shown: Mapping[str, Any] = field(default_factory=dict)
    told: Json = field(default_factory=dict)
    next: int | None = None
    title: str | None = None
    text: str = ""
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a form that was taken.

    Attributes:
        to: address of the page that is shown next.
        told: what a program is told.
    """

    to: str
    told: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it stands, what it takes, and what makes it.

    Attributes:
        name: also that of its template.
        path: its address; a part in braces is a key.
        title: what it is called. about: what it shows, in one sentence.
        build: makes its answer.
        columns: of its table in CSV. flat: makes the cells of a row.
        takes: names of its query string.
        listed: it stands in the navigation.
        within: name of the page of the navigation that it belongs to. mode: what it is called among the ways to look at that.
        more: endings of further forms -> what they are, as a media type; ``Answer.text`` is given.
        row: of JSON: an entity's class, ``claim``, or the names in it; its columns' where None.
        asks: what names of its query string ask for that are no filters, or mean something of their own; and their values, where few.
        own: names that mean something of its own here, and are no filters.
        pinned: makes what its permalink asks beside the clocks.
        loose: what it says in place of a permalink, where what is recorded later may change its answer at any clock.
        post: takes what its form sends; None where it has no form. fields: names that the form may send.
        most: the limit that what is sent must be under. files: the form may carry files.
    """

    name: str
    path: str
    title: str
    about: str
    build: Callable[[Ask], Answer]
    columns: tuple[str, ...]
    flat: Callable[[Json], Iterable[object]]
    takes: tuple[str, ...] = FILTERS
    listed: bool = True
    loose: str = ""
    within: str = ""
    mode: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    row: type | str | tuple[str, ...] | None = None
    asks: Mapping[str, str | tuple[str, Iterable[str]]] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    pinned: Callable[[Ask], Mapping[str, str]] = field(default=lambda _: {})
    post: Callable[[Ask, Form], Done] | None = None
    fields: tuple[str, ...] = ()
    most: str = "form_bytes"
    files: bool = False


Groups = Sequence[tuple[str, Sequence[Page]]]
"""Headings of the navigation, empty for the first, and the pages under each."""


def cells(columns: Iterable[str]) -> Callable[[Json], list[object]]:
    """Return what makes the cells of a row that has a value for each column; lists are joined, what is unknown is empty."""
    names = tuple(columns)
    return lambda row: [_cell(row.get(name)) for name in names]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(each)) for each in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_cell(each)}" for name, each in value.items())
    return "" if value is None else value

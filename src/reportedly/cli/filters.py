"""The filters of claims as options, by the names that the pages' query strings use."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from reportedly.asking import CHANGED, HELP, VIEWED, WATCHED
from reportedly.cli.group import complain
from reportedly.cli.out import clean, written

if TYPE_CHECKING:
    from reportedly.query import ClaimFilter
    from reportedly.store import Ledger

T = TypeVar("T")


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option for every filter; it gets them together as its argument ``where``, names to values."""
    return _with(HELP, command)


def viewed(command: Callable[..., None]) -> Callable[..., None]:
    """Give a view an option for every filter that chooses its rows, together as its argument ``where``, and for the clocks."""
    return _with(VIEWED, command)


def changing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option for every filter that chooses which claims count as new, together as its argument ``where``."""
    return _with(CHANGED, command)


def watching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option for every filter that a watch may have, together as its argument ``where``."""
    return _with(WATCHED, command)


def _with(texts: dict[str, str], command: Callable[..., None]) -> Callable[..., None]:
    @wraps(command)
    def wrapped(**given: Any) -> None:  # noqa: ANN401 - the options of the command
        where = {name: value for name in texts if (value := given.pop(name)) is not None}
        command(where=where, **given)

    own = [parameter for parameter in inspect.signature(command, eval_str=True).parameters.values() if parameter.name != "where"]
    kind = inspect.Parameter.KEYWORD_ONLY
    more = [inspect.Parameter(name, kind, default=None, annotation=_option(name, text)) for name, text in texts.items()]
    parameters = [*own, *more]
    setattr(wrapped, "__signature__", inspect.Signature(parameters))  # noqa: B010 - functions have no such attribute to the type checker
    wrapped.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    del wrapped.__wrapped__  # else its signature is looked at
    return wrapped


def _option(name: str, text: str) -> object:
    return Annotated[str | None, typer.Option(f"--{name.replace('_', '-')}", help=text, rich_help_panel="Filters", metavar="…")]


def filter_of(where: dict[str, str]) -> ClaimFilter:
    """Return the filter that options name.

    Raises:
        OptionError: a value is not understood.
    """
    from reportedly.query import ClaimFilter

    return ClaimFilter.from_params({name: written(value) for name, value in where.items()})


def named_if_unmet(held: Ledger, chosen: ClaimFilter, rows: Iterator[T]) -> Iterator[T]:
    """Yield ``rows``; where there are none, say which values of the filter nothing in the ledger has, and what may have been meant."""
    first = next(rows, None)
    if first is not None:
        yield first
        yield from rows
    elif chosen.limit != 0:
        from reportedly.query import unmet

        for found in unmet(held, chosen):
            meant = f" — did you mean {clean(found.near)!r}?" if found.near else ""
            complain(f"no such {_WORDS.get(found.name, found.name)} is known in this ledger: {clean(found.value)!r}{meant}")


_WORDS = {"ref": "row's id", "doc": "document's id"}

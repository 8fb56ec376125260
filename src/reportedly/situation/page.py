"""A report as one HTML page that needs nothing beside it, and its body for a page of the web."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.situation.markdown import command, listed, title
from reportedly.situation.model import Report

Link = Callable[[str, Mapping[str, str]], str]


@cache
def environment() -> Environment:
    """Return the templates; every value is escaped."""
    made = Environment(
        loader=PackageLoader("reportedly.situation"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {"command": command}
    return made


def html(report: Report) -> str:
    """Return a report as a page of its own, with its style in it."""
    return environment().get_template("page.html").render(report=report, title=title(report), body=body(report))


def body(report: Report, link: Link | None = None) -> Markup:
    """Return the sections and notes of a report; ``link`` makes addresses of a path and its query, None where there is no server."""
    lists = listed(report)
    return Markup(environment().get_template("body.html").render(report=report, link=link, lists=lists, order=list(lists)))  # noqa: S704 - the template escapes every value


def address(path: str, query: Mapping[str, str]) -> str:
    """Return a path with its query."""
    given = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(given)}" if given else path

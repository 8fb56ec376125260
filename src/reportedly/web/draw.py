"""Templates, and the words and signs that they put around what the ledger says."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import pairwise
from zlib import crc32

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from reportedly import __version__
from reportedly.claim.nouns import singular
from reportedly.export import phrases
from reportedly.export.judged import judged_words
from reportedly.text import bare, clean, excerpt, unquoted

_PRONOUNS = frozenset("he she it they we i you this that these those some many others somebody someone".split())
_STATIC = files("reportedly.web") / "static"


@cache
def environment() -> Environment:
    """Return the templates with their filters; every value is escaped."""
    made = Environment(
        loader=PackageLoader("reportedly.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "clean": clean,
        "excerpt": lambda text, limit=240: excerpt(clean(text), limit),
        "count": lambda number: f"{number:,}",
        "named": phrases.named,
        "number": phrases.number,
        "unquoted": unquoted,
        "bare": bare,
        "foretold": foretold,
        "figure": figure,
        "who": who,
        "signs": _signs,
        "days": lambda valid: phrases.days(valid["begin"], valid["until"]),
        "hops": lambda claim: claim["chain"] or [claim["speaker"]["name"]],
        "leaf": phrases.name,
        "says": lambda judgement: judged_words(judgement["act"], judgement["value"]),
        "pairwise": lambda found: list(pairwise(found)),
    }
    made.globals |= {"version": __version__, "static": static_address, "navigation": ()}
    return made


def who(name: str) -> str:
    """Return what somebody is called; where that is a pronoun that the text left open, it is shown as a word of the text."""
    word = clean(name)
    return f"“{word}” (not told who)" if word.casefold() in _PRONOUNS else word


def foretold(gloss: str) -> str:
    """Return what a forecast says, where all are forecasts and none need be called so."""
    said = gloss.removeprefix("Forecast: ")
    return said[:1].upper() + said[1:]


def figure(found: phrases.Row) -> str:
    """Return a figure as it is printed, one thing in the singular."""
    kind, *befell = found["unit"].split(" ")
    one = found["value"] == 1 and found["op"] not in {"<", ">"}
    return _signs(phrases.figure({**found, "unit": " ".join([singular(kind), *befell])} if one else found))


def _signs(text: str) -> str:
    """Return operators as they are printed."""
    return text.replace(">=", "≥").replace("<=", "≤")


def template(name: str) -> Template:
    """Return a template by the name of its page."""
    return environment().get_template(f"{name}.html")


@cache
def static_address(name: str) -> str:
    """Return the address of a static file; it changes with the file, so that browsers may keep it."""
    return f"/static/{name}?v={crc32((_STATIC / name).read_bytes()):08x}"

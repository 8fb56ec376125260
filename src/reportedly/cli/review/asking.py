"""What the commands of a review share: options, and how a judgement is recorded and told."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportedly.cli import options as o
from reportedly.cli.out import clean, write_json, written
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.review import Judging, Recorded

Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim, or how it begins.")]
By = Annotated[str, typer.Option("--by", envvar="REPORTEDLY_REPORTER", metavar="NAME", help="Who judges, and signs.")]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")]
Key = Annotated[str | None, typer.Option(metavar="PATH", help="Key to sign with (Ed25519, PEM); made where there is none.")]
_NAME = 100


class Common(NamedTuple):
    """What every act is given: who judges, the key, the ledger, packs, whether JSON is asked for, and files of schemes."""

    by: str
    key: str | None
    ledger: str | None
    pack: list[str] | None
    json: bool
    schemes: tuple[str, ...] = ()


def judging(given: Common) -> Judging:
    """Return how judgements are recorded. Raises OptionError where nobody is named, SchemeError where a scheme has a mistake."""
    from reportedly.packs import DEFAULT_PACKS
    from reportedly.review import ADMIRALTY, Judging, read_scheme
    from reportedly.signed import own_key

    by = " ".join(clean(written(given.by)).split())
    if not 0 < len(by) <= _NAME:
        what = "nobody is named who judges" if not by else f"a name of {len(by)} characters is too long"
        raise OptionError(what, where="--by", remedy=f"give a name of 1 to {_NAME} characters")
    schemes = {scheme.name: scheme for scheme in (ADMIRALTY, *(read_scheme(Path(path)) for path in given.schemes))}
    packs = tuple(given.pack) if given.pack else DEFAULT_PACKS
    path = Path(given.key) if given.key else o.own_key_path()
    return Judging(by, lambda: own_key(path), o.pack_of(given.pack), packs, schemes)


def record(claim: str, act: str, given: Mapping[str, str | None], common: Common) -> None:
    """Record a judgement and tell what stands now."""
    from reportedly.review import judge

    values = {name: written(value) for name, value in given.items() if value is not None}
    how = judging(common)
    with o.open_ledger(common.ledger) as held:
        tell(judge(held, written(claim), act, values, how), how.by, json=common.json)


def tell(found: Recorded, by: str, *, json: bool) -> None:
    """Tell what was recorded."""
    if json:
        write_json({"judgement": found.number, "claim": found.claim, "act": found.act, "by": by, "now": list(found.made)})
        return
    now = "it is gone, and stays in the record" if not found.made else f"now {', '.join(found.made)}"
    now = "it stands as it was drawn" if found.made == (found.claim,) else now
    sys.stdout.write(clean(f"{found.number}: {found.act} {found.claim}, signed by {by}; {now}") + "\n")

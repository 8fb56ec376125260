"""``reportedly truce lint``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import screen, write_json
from reportedly.cli.truce import asking as a


def lint(
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="Files of agreements; those of the packs without.")] = None,
    *,
    pack: o.Packs = None,
    json: o.Json = False,
) -> None:
    """List what texts of agreements leave open: parties, deadlines, zones, ambiguous or unverifiable terms, building blocks that lack.

    A file with a mistake is refused with its line. That a text leaves things open is no mistake: the command ends with 0.
    """
    from reportedly.truce.lint import lint as look

    agreements = a.chosen(files, pack, None).agreements
    if json:
        from reportedly.truce.rows import finding_row

        for agreement in agreements:
            for finding in look(agreement):
                write_json(finding_row(agreement, finding))
        return
    from reportedly.cli.views.truce_lint import findings

    for agreement in agreements:
        screen().print(findings(agreement, list(look(agreement))))

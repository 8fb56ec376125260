"""``reportedly codebook``."""

from __future__ import annotations

import typer

from reportedly.cli.options import Json
from reportedly.cli.out import screen, write_json

app = typer.Typer(help="The codebook: types of claim and the frames that they are drawn with.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """The codebook: types of claim and the frames that they are drawn with."""


@app.command()
def show(*, json: Json = False) -> None:
    """List claim types, their frames, the roles of each and which of them are required."""
    from reportedly.codebook import load_codebook

    book = load_codebook()
    if json:
        for kind in book.types:
            frames = [
                {
                    "id": frame.id,
                    "gloss": frame.gloss,
                    "roles": [{"name": role.name, "required": role.required, "of": role.of} for role in frame.roles],
                    "unit": frame.unit,
                    "stance": frame.stance,
                    "examples": [example.text for example in frame.examples],
                }
                for frame in kind.frames
            ]
            write_json({"type": kind.id, "definition": kind.definition, "frames": frames, "codebook": book.version})
        return
    from reportedly.cli.views.codebook import codebook_view

    screen().print(codebook_view(book))


@app.command()
def schema() -> None:
    """Give the JSON Schema of a claim."""
    from reportedly.codebook import load_codebook
    from reportedly.codebook.document import claim_schema

    write_json(claim_schema(load_codebook()), indent=2)

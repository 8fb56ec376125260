"""``reportedly review``: what persons hold of claims."""

from __future__ import annotations

import typer

from reportedly.cli.review import acts, correct, look, two

app = typer.Typer(help="Judge claims: signed, never deleted, undone by a further judgement.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Judge claims: signed, never deleted, undone by a further judgement."""


for _command in (acts.accept, acts.reject, correct.correct, two.merge, two.split, acts.comment, acts.grade, acts.undo):
    app.command()(_command)
for _name, _shown in (("queue", look.waiting), ("list", look.judged), ("agreement", look.agreement)):
    app.command(_name)(_shown)

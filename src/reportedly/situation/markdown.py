"""A report as Markdown, with numbered notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.situation.model import Line, Note, Part, Report

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_DOT = re.compile(r"^(\d+)([.)])")


def markdown(report: Report) -> str:
    """Return a report as Markdown (CommonMark)."""
    return "\n".join([f"# {_text(title(report))}", "", *_body(report)]) + "\n"


def title(report: Report) -> str:
    """Return what a report is called."""
    asked = report.question
    where = f", {', '.join(asked.places)}" if asked.places else ""
    return f"Situation report {asked.begin} to {asked.until}{where}"


def _body(report: Report) -> Iterator[str]:
    lists = listed(report)
    order = list(lists)
    for section in report.sections:
        yield f"## {section.title}"
        yield ""
        for line in (*section.lines, *([section.rest] if section.rest else [])):
            yield f"{'  ' * line.level}- {_line(line, order)}"
        yield ""
    if lists:
        yield "## Lists of claims"
        yield ""
        for number, line in enumerate(lists.values(), 1):
            yield f'- <a id="list-{number}"></a>L{number}: `{command(line)}`'
        yield ""
    yield "## Notes"
    yield ""
    for note in report.notes:
        yield _note(note)
        yield ""


def listed(report: Report) -> dict[str, Line]:
    """Return the lists of claims that sentences name, each once, by the command that gives it."""
    found: dict[str, Line] = {}
    for section in report.sections:
        for line in (*section.lines, *([section.rest] if section.rest else [])):
            if line.listed:
                found.setdefault(command(line), line)
    return found


def _line(line: Line, order: list[str]) -> str:
    said = "".join(map(_part, line.parts))
    cited = [f"[{number}](#note-{number})" for number in line.notes]
    if line.listed:
        number = order.index(command(line)) + 1
        cited.append(f"[L{number}](#list-{number})")
    return f"{said} {' '.join(cited)}".rstrip()


def command(line: Line) -> str:
    """Return the command that lists the claims behind a sentence."""
    options = " ".join(f"--{name.replace('_', '-')} {_shell(value)}" for name, value in line.listed.items() if value)
    return f"reportedly claims {options}"


def _shell(value: str) -> str:
    return value if re.fullmatch(r"[\w.,:@+-]+", value) else "'" + value.replace("'", "").replace("`", "") + "'"


def _part(part: Part) -> str:
    return f"“{_text(part.text)}”" if part.kind == "quote" else _text(part.text)


def _note(note: Note) -> str:
    words = f"“{_text(note.words)}”" if note.words is not None else "the words were redacted"
    chain = " → ".join(map(_text, note.chain)) or _text(note.publisher)
    link = f" <{note.url}>" if note.url and re.fullmatch(r"https?://[^\s<>]+", note.url) else ""
    where = _text(note.title or note.path)
    head = f'<a id="note-{note.number}"></a>{note.number}\\. {_text(note.publisher)}, {note.published or "undated"}, {where}{link}'
    return f"{head}: {words} ({chain}; `{note.claim}`)"


def _text(text: str) -> str:
    return _DOT.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))
